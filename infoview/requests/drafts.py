"""Drafts: what the coach reads, with what the logbook knows of both sides and of everybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from infoview.coach import Draft, DraftKind
from infoview.dates.zones import zone_names
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.requests import Channel, Dismissal, Request
from infoview.requests.reuse import about_me, theirs, to_anybody
from infoview.workflow.contacts import introducer_of
from infoview.workflow.requests import request_for, write_request


def request_draft(
    logbook: Logbook, contact: Contact, request: Request, channel: Channel = Channel.MAIL
) -> Draft:
    """Make the coach's draft of a request; by LinkedIn it has no subject, and rules of its own."""
    by_linkedin = channel is Channel.LINKEDIN_MESSAGE
    kind = DraftKind.LINKEDIN_MESSAGE if by_linkedin else DraftKind.REQUEST
    draft = letter_draft(logbook, contact, kind, "" if by_linkedin else request.subject, request.body)
    others = tuple(
        other.body for other in logbook.requests.find() if other.written and other.contact_id != contact.id
    )
    return replace(draft, other_texts=others)


def letter_draft(logbook: Logbook, contact: Contact, kind: DraftKind, subject: str, body: str) -> Draft:
    """Make the coach's draft of any message to a contact, beside those of its kind to other people."""
    return Draft(
        kind=kind,
        subject=subject,
        body=body,
        recipient_name=contact.name,
        recipient_organization=contact.organization,
        sender_name=logbook.profile.name,
        other_names=_names_left_in(logbook, contact, body),
        other_texts=_to_others(logbook, contact, kind),
        dismissed=tuple(dismissal.rule for dismissal in dismissals(logbook, contact.id, kind)),
        known=_on_record(contact),
    )


def sent_now(draft: Draft, contact: Contact, now: datetime) -> Draft:
    """Tell the coach what time it is over there, where the contact's time zone is known."""
    known = contact.time_zone in zone_names()
    return replace(draft, moment=now.astimezone(ZoneInfo(contact.time_zone))) if known else draft


def kept_as(kind: DraftKind) -> str:
    """Name the kind under which advice is set aside: a request is one text, whichever way it goes."""
    return (DraftKind.REQUEST if kind is DraftKind.LINKEDIN_MESSAGE else kind).value


def dismissals(logbook: Logbook, contact_id: int, kind: DraftKind) -> tuple[Dismissal, ...]:
    """Find the advice on a message that the person has set aside."""
    return logbook.dismissals.find(contact_id=contact_id, kind=kept_as(kind))


def dismiss(logbook: Logbook, dismissal: Dismissal) -> None:
    """Set a piece of advice aside, with the reason."""
    take_up(logbook, dismissal.contact_id, dismissal.kind, dismissal.rule)
    logbook.dismissals.add(dismissal)


def take_up(logbook: Logbook, contact_id: int, kind: str, rule: str) -> None:
    """Listen again to a piece of advice that was set aside."""
    for known in logbook.dismissals.find(contact_id=contact_id, kind=kind, rule=rule):
        logbook.dismissals.remove(known.id)


def begin_from_last(logbook: Logbook, contact_id: int) -> bool:
    """Carry over what was last written about me, what could be asked of anybody, and my closing.

    What was said about the other person stays with them.

    Returns:
        Whether there was an earlier message to begin from.
    """
    earlier = last_elsewhere(logbook, contact_id)
    if earlier is None:
        return False
    former = theirs(logbook.contacts.get(earlier.contact_id), logbook.profile)
    carried = {
        "who": about_me(earlier.who, former),
        "ask": to_anybody(earlier.ask, former),
        "closing": earlier.closing,
    }
    present = request_for(logbook, contact_id)
    for key, text in carried.items():
        if key == "closing" or present is None or not getattr(present, key).strip():
            write_request(logbook, contact_id, key, text)
    return True


def last_elsewhere(logbook: Logbook, contact_id: int) -> Request | None:
    """Find the request written last to somebody else."""
    written = [
        request for request in logbook.requests.find() if request.contact_id != contact_id and request.written
    ]
    return written[-1] if written else None


def _to_others(logbook: Logbook, contact: Contact, kind: DraftKind) -> tuple[str, ...]:
    """Give the messages of a kind to other people; an introduction is to whoever is asked to introduce."""
    return tuple(
        letter.body
        for letter in logbook.follow_ups.find()
        if letter.written
        and letter.kind.value.replace("_", "-") == kind.value
        and (letter.through_id or letter.contact_id) != contact.id
    )


def _on_record(contact: Contact) -> str:
    """Give all that was noted about a contact; nothing where only the bare card was filled in."""
    noted = (contact.how_found, contact.why, contact.note)
    card = (contact.title, contact.location, contact.circle.value, contact.give_back)
    return "\n".join((*noted, *card)) if any(text.strip() for text in noted) else ""


def _names_left_in(logbook: Logbook, contact: Contact, body: str) -> tuple[str, ...]:
    """Find other contacts' names and organizations in a text; whoever introduced us may be there."""
    text = body.casefold()
    introducer = introducer_of(logbook, contact)
    profile = logbook.profile
    own = f"{profile.studied}\n{profile.doing}\n{contact.how_found}\n{contact.why}".casefold()
    spared = {contact.id, introducer.id if introducer else 0}
    names = {
        name
        for other in logbook.contacts.find()
        if other.id not in spared
        for name in (other.name, other.organization)
        if name.strip() and name.casefold() in text and name.casefold() not in own
    }
    if introducer:
        names.discard(introducer.organization)
    return tuple(sorted(names))
