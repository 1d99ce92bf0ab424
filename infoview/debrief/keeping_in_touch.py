"""Keeping in touch: who would like to hear from me, and when; counted from the last contact of any kind.

At most three times a year (University of Portland), every few months (Santa Clara University). Because it is
counted from what happened, a rhythm begins anew by itself after a talk, a letter or a chance meeting.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from infoview.logbook import Logbook
from infoview.records.contacts import Cadence, Circle, Contact
from infoview.records.debriefs import Promise
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.milestones import Milestone

MONTHS = {Cadence.CLOSE: 4, Cadence.WIDER: 6, Cadence.YEARLY: 12}
"""Months between two words to somebody."""
_BY_CLOSENESS = {3: Cadence.CLOSE, 2: Cadence.WIDER, 1: Cadence.YEARLY}
_BY_CIRCLE = {
    Circle.FAMILY_FRIENDS: Cadence.CLOSE,
    Circle.IN_PASSING: Cadence.YEARLY,
    Circle.LINKEDIN: Cadence.YEARLY,
}
MOST_A_YEAR = 3
A_YEAR = 12
TELL_WITHIN = timedelta(days=7)
"""In which whoever led to a talk should hear how it went, and everybody who helped the great news."""
TELL_AT_LAST = timedelta(days=21)
"""One to three weeks after one did what somebody suggested, they like to hear of it; later it is old news."""

TELLING = frozenset({FollowUpKind.UPDATE, FollowUpKind.THANK_YOU})
"""Letters that tell how things went."""
Made = tuple[int, date | None, bool]
"""A contact that was made: with whom, on which day, and whether it can have told them how things went."""
TOLD_INTRODUCER = "tell-introducer"
"""The item of the checklist that says so."""


@dataclass(frozen=True, slots=True)
class Past:
    """What happened with everybody, read once, however many they are."""

    contacts: Mapping[int, Contact]
    first_talks: Mapping[int, Meeting]
    """The first talk with each person met."""
    ahead: frozenset[int]
    """Whom I am to meet, so that no other word is needed."""
    introductions: tuple[Introduction, ...]
    updates: Mapping[int, tuple[FollowUp, ...]]
    """The updates to each person, sent or not, in the order they were begun."""
    kept: Mapping[int, tuple[Promise, ...]]
    """What I promised and did, by whom it was promised to."""
    milestones: tuple[Milestone, ...]
    told: frozenset[tuple[int, int]]
    """Pairs of a milestone and a person who has heard of it, or need not."""
    last: Mapping[int, date]
    """The last contact with each person, of any kind."""
    heard: Mapping[int, date]
    """The last time each person can have heard how things went: a talk, an update or thanks, a call."""
    reported: frozenset[int]
    """Meetings of which the person ticked that they told whoever led to them."""
    helpers: frozenset[int]
    """Everybody who talked with me, or led me to someone."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often one person hears from me, and when next: None where a meeting is coming or nothing is due."""

    contact: Contact
    cadence: Cadence
    last_on: date | None
    next_on: date | None
    letter_id: int = 0
    """The update that is to go out on that day, where the day was chosen."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Somebody for whom, or on whose advice, I did something, and who has not heard from me since."""

    contact: Contact
    promise: Promise
    due_on: date


@dataclass(frozen=True, slots=True)
class ToHear:
    """Somebody who led me to a person, and has not heard from me since I talked with them."""

    introducer_id: int
    about: Contact
    meeting: Meeting
    due_on: date


def past(logbook: Logbook, today: date) -> Past:
    """Read what keeping in touch depends on."""
    meetings = logbook.meetings.find(order="on")
    updates: dict[int, list[FollowUp]] = {}
    for note in logbook.follow_ups.find(kind=FollowUpKind.UPDATE):
        updates.setdefault(note.contact_id, []).append(note)
    contacts = logbook.contacts.find()
    made = tuple(_contacts_made(logbook, contacts))
    first: dict[int, Meeting] = {}
    for meeting in meetings:
        if meeting.status is MeetingStatus.HELD and meeting.on:
            first.setdefault(meeting.contact_id, meeting)
    introductions = logbook.introductions.find()
    return Past(
        contacts={contact.id: contact for contact in contacts},
        first_talks=first,
        ahead=frozenset(meeting.contact_id for meeting in meetings if _is_ahead(meeting, today)),
        introductions=introductions,
        updates={number: tuple(notes) for number, notes in updates.items()},
        kept=_kept(logbook, meetings),
        milestones=logbook.milestones.find(order="on"),
        told=frozenset((told.milestone_id, told.contact_id) for told in logbook.told.find()),
        last=_latest(made, today),
        heard=_latest((contact_made for contact_made in made if contact_made[2]), today),
        reported=frozenset(tick.meeting_id for tick in logbook.ticks.find(item=TOLD_INTRODUCER)),
        helpers=frozenset(first) | {given.introducer_id for given in introductions},
    )


def rhythms(known: Past) -> tuple[Rhythm, ...]:
    """List everybody who helped or for whom a rhythm was chosen, whoever is next first."""
    found = [_rhythm(known, contact) for contact in known.contacts.values() if _belongs(known, contact)]
    return tuple(
        sorted(found, key=lambda rhythm: (rhythm.next_on or date.max, rhythm.contact.name.casefold()))
    )


def to_hear(known: Past, today: date) -> tuple[ToHear, ...]:
    """List those who led me to someone and have not heard how the talk went; after a year nobody waits."""
    found = []
    for given in known.introductions:
        talk = known.first_talks.get(given.contact_id)
        if talk is None or talk.on is None or months_after(talk.on, A_YEAR) < today:
            continue
        heard = _has_heard(known, given.introducer_id, talk.on) or talk.id in known.reported
        if not heard and _planned(known, given.introducer_id) is None:
            about = known.contacts[given.contact_id]
            found.append(ToHear(given.introducer_id, about, talk, talk.on + TELL_WITHIN))
    return tuple(sorted(found, key=lambda news: news.due_on))


def followed(known: Past, today: date) -> tuple[Followed, ...]:
    """List those who have not heard, a week later, that I did what they suggested or what I promised them."""
    found = []
    for contact_id, promises in known.kept.items():
        promise = max(promises, key=lambda promise: promise.done_on or date.min)
        contact, done_on = known.contacts[contact_id], promise.done_on or date.min
        quiet = contact.rested_on or contact_id in known.ahead or _planned(known, contact_id)
        in_time = done_on + TELL_WITHIN <= today <= done_on + TELL_AT_LAST
        if in_time and not quiet and not _has_heard(known, contact_id, done_on):
            found.append(Followed(contact, promise, done_on + TELL_WITHIN))
    return tuple(found)


def to_tell(known: Past, milestone: Milestone) -> tuple[Contact, ...]:
    """List everybody who should hear of a milestone and has not yet, whom I last had contact with first."""
    found = [contact for contact in known.contacts.values() if hears_of(known, milestone, contact)]
    return tuple(sorted(found, key=lambda person: known.last.get(person.id, date.min), reverse=True))


def hears_of(known: Past, milestone: Milestone, contact: Contact) -> bool:
    """Tell whether somebody helped, or is kept in touch with, and has not heard of a milestone."""
    return _belongs(known, contact) and (milestone.id, contact.id) not in known.told


def months_after(day: date, months: int) -> date:
    """Find the same day so many months on, or the last day of a month that is shorter."""
    years, month = divmod(day.month - 1 + months, A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _belongs(known: Past, contact: Contact) -> bool:
    helped = contact.id in known.helpers or contact.cadence in MONTHS or _planned(known, contact.id)
    return bool(helped) and contact.rested_on is None


def usual_cadence(contact: Contact) -> Cadence:
    """Tell how often someone hears from me after a talk: by how well I know them, else by their circle."""
    return _BY_CLOSENESS.get(contact.closeness) or _BY_CIRCLE.get(contact.circle, Cadence.WIDER)


def _rhythm(known: Past, contact: Contact) -> Rhythm:
    cadence = contact.cadence
    if cadence is Cadence.UNSAID:
        cadence = usual_cadence(contact) if contact.id in known.first_talks else Cadence.NEVER
    last_on, planned = known.last.get(contact.id), _planned(known, contact.id)
    if planned:
        return Rhythm(contact, cadence, last_on, planned.due_on, planned.id)
    return Rhythm(contact, cadence, last_on, _next_on(known, contact, cadence))


def _next_on(known: Past, contact: Contact, cadence: Cadence) -> date | None:
    """Count from the last contact; after `MOST_A_YEAR` updates, from the first of them."""
    since = known.last.get(contact.id) or contact.added_on
    if cadence not in MONTHS or contact.id in known.ahead or since is None:
        return None
    sent = sorted(note.sent_on for note in known.updates.get(contact.id, ()) if note.sent_on)
    earliest = months_after(sent[-MOST_A_YEAR], A_YEAR) if len(sent) >= MOST_A_YEAR else date.min
    return max(months_after(since, MONTHS[cadence]), earliest)


def _planned(known: Past, contact_id: int) -> FollowUp | None:
    """Find the update to somebody for which a day was chosen."""
    notes = known.updates.get(contact_id, ())
    return next((note for note in notes if note.due_on and not note.sent_on), None)


def _has_heard(known: Past, contact_id: int, of: date) -> bool:
    return known.heard.get(contact_id, date.min) >= of


def _is_ahead(meeting: Meeting, today: date) -> bool:
    return meeting.status is MeetingStatus.PLANNED and (meeting.on is None or meeting.on >= today)


def _kept(logbook: Logbook, meetings: Iterable[Meeting]) -> dict[int, tuple[Promise, ...]]:
    met = {meeting.id: meeting.contact_id for meeting in meetings}
    found: dict[int, tuple[Promise, ...]] = {}
    for promise in logbook.promises.find(mine=True):
        contact_id = promise.contact_id or met.get(promise.meeting_id or 0)
        if contact_id and promise.done_on:
            found[contact_id] = (*found.get(contact_id, ()), promise)
    return found


def _latest(made: Iterable[Made], today: date) -> dict[int, date]:
    last: dict[int, date] = {}
    for contact_id, day, _ in made:
        if day and day <= today:
            last[contact_id] = max(day, last.get(contact_id, day))
    return last


def _contacts_made(logbook: Logbook, contacts: Iterable[Contact]) -> Iterator[Made]:
    """Go through every contact that was made, of any kind."""
    for contact in contacts:
        yield contact.id, contact.last_contact_on, True
    for request in logbook.requests.find():
        yield request.contact_id, request.sent_on, False
        yield request.contact_id, request.answered_on, False
    for meeting in logbook.meetings.find(status=MeetingStatus.HELD):
        yield meeting.contact_id, meeting.on, True
    for note in logbook.follow_ups.find():
        yield note.through_id or note.contact_id, note.sent_on, note.kind in TELLING
    for touch in logbook.touches.find():
        yield touch.contact_id, touch.on, True
    for given in logbook.introductions.find():
        yield given.introducer_id, given.given_on, False
    for told in logbook.told.find():
        yield told.contact_id, told.told_on, True
