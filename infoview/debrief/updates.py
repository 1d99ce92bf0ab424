"""Updates: a few lines to somebody who helped, always with a reason, and never with a new favour to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from infoview.content import words
from infoview.debrief.keeping_in_touch import Past, hears_of
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind, Reason
from infoview.records.milestones import Milestone, Told
from infoview.requests.other_messages import letter_for


@dataclass(frozen=True, slots=True)
class News:
    """Something there is to tell somebody, in a sentence; `milestone_id` where it is a milestone."""

    reason: Reason
    text: str
    milestone_id: int | None = None


def news_for(known: Past, contact: Contact) -> tuple[News, ...]:
    """Find what has happened since the last contact with somebody that they would like to hear."""
    said = words("keeping_in_touch")["news"]
    since = known.last.get(contact.id, date.min)
    done = [
        News(Reason.DID, said["did"].format(what=promise.text.strip().rstrip(".")))
        for promise in known.kept.get(contact.id, ())
        if promise.done_on and promise.done_on >= since
    ]
    met = [
        News(Reason.MET, said["met"].format(name=known.contacts[given.contact_id].name))
        for given in known.introductions
        if given.introducer_id == contact.id
        and (talk := known.first_talks.get(given.contact_id))
        and talk.on
        and talk.on > since
    ]
    great = [
        News(Reason.MILESTONE, said["milestone"].format(what=milestone.text), milestone.id)
        for milestone in known.milestones
        if hears_of(known, milestone, contact)
    ]
    return (*done, *met, *great)


def write_update(logbook: Logbook, contact: Contact, **values: object) -> FollowUp:
    """Change some fields of the update to somebody that is not sent yet; it begins with the first of them."""
    letter = letter_for(logbook, contact, FollowUpKind.UPDATE, None)
    around = {name: getattr(letter, name) for name in ("subject", "greeting", "closing")}
    known = letter if letter.id else logbook.follow_ups.add(letter)
    return logbook.follow_ups.change(known.id, **{**around, **values})


def sent_update(logbook: Logbook, letter: FollowUp, day: date) -> FollowUp:
    """Note the day an update was sent; the milestone it brought is then told."""
    if letter.milestone_id:
        tell(logbook, logbook.milestones.get(letter.milestone_id), letter.contact_id, day)
    return logbook.follow_ups.change(letter.id, sent_on=day)


def take_update_back(logbook: Logbook, letter: FollowUp) -> FollowUp:
    """Note that an update was not sent after all, nor the milestone it brings told."""
    if letter.milestone_id:
        for told in logbook.told.find(milestone_id=letter.milestone_id, contact_id=letter.contact_id):
            logbook.told.remove(told.id)
    return logbook.follow_ups.change(letter.id, sent_on=None)


def tell(logbook: Logbook, milestone: Milestone, contact_id: int, told_on: date | None) -> None:
    """Note that somebody has heard of a milestone; without a day, that they need not."""
    known = logbook.told.first(milestone_id=milestone.id, contact_id=contact_id)
    if known:
        logbook.told.change(known.id, told_on=told_on)
    else:
        logbook.told.add(Told(milestone.id, contact_id, told_on))


def sent_within_a_year(known: Past, contact: Contact, today: date) -> int:
    """Count the updates somebody had from me in the last twelve months."""
    notes = known.updates.get(contact.id, ())
    return sum(note.sent_on is not None and (today - note.sent_on).days < 365 for note in notes)  # noqa: PLR2004
