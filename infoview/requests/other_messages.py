"""Correspondence: the messages around a request and a meeting, each made of its parts and kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from infoview.coach import Draft, DraftKind
from infoview.coach.other_messages import LINKEDIN_NOTE, LINKEDIN_NOTE_PAID
from infoview.content import words
from infoview.dates.day_words import day_in_words
from infoview.dates.zones import there
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import MeetingStatus
from infoview.records.requests import Request, RequestStatus
from infoview.requests.drafts import letter_draft
from infoview.workflow.meetings import meeting_for
from infoview.workflow.requests import request_for
from infoview.workflow.templates import facts_about, parts, suggestions

KINDS = (
    FollowUpKind.INTRODUCTION,
    FollowUpKind.FOLLOW_UP,
    FollowUpKind.CONFIRMATION,
    FollowUpKind.KIND_CLOSE,
)
"""The messages around a request; a LinkedIn note is a way to send one; thanks and news follow a debrief."""
PLACES = ("first_part", "second_part", "third_part")
"""Where the parts of a letter are kept, in their order."""


def kind_of_draft(kind: FollowUpKind) -> DraftKind:
    """Name the kind as the coach and `content/messages.toml` do."""
    return DraftKind(kind.value.replace("_", "-"))


def parts_of(kind: FollowUpKind) -> tuple[tuple[str, dict[str, Any]], ...]:
    """The parts of a kind of letter, each with the field it is kept in."""
    return tuple(zip(PLACES, parts(kind_of_draft(kind).value), strict=False))


def hint_of(kind: FollowUpKind) -> str:
    """Say what matters most about a kind of letter."""
    return str(words("messages")[kind_of_draft(kind).value]["hint"])


def choose_kind(logbook: Logbook, contact_id: int, kind: str) -> None:
    """Remember which kind of message is being written to a contact; "" forgets it."""
    logbook.remember(f"message.{contact_id}", kind)


def kind_remembered(logbook: Logbook, contact_id: int) -> str:
    """Look up which kind of message was chosen for a contact; "" where none was."""
    return logbook.recall(f"message.{contact_id}")


def kind_chosen(logbook: Logbook, contact: Contact) -> FollowUpKind:
    """Look up the kind of message being written to a contact, or tell which one fits where things stand."""
    chosen = kind_remembered(logbook, contact.id)
    return FollowUpKind(chosen) if chosen in KINDS else _fitting(logbook, contact)


def _fitting(logbook: Logbook, contact: Contact) -> FollowUpKind:
    meeting, request = meeting_for(logbook, contact.id), request_for(logbook, contact.id)
    if meeting and meeting.status is MeetingStatus.PLANNED:
        return FollowUpKind.CONFIRMATION
    after = {
        RequestStatus.SENT: FollowUpKind.FOLLOW_UP,
        RequestStatus.DECLINED: FollowUpKind.KIND_CLOSE,
        RequestStatus.LATER: FollowUpKind.KIND_CLOSE,
    }
    return after.get(request.status, FollowUpKind.INTRODUCTION) if request else FollowUpKind.INTRODUCTION


def last_sent(logbook: Logbook, contact_id: int, kind: FollowUpKind) -> FollowUp | None:
    """Find the message of a kind about a contact that was sent last."""
    sent = [letter for letter in logbook.follow_ups.find(contact_id=contact_id, kind=kind) if letter.sent_on]
    return max(sent, key=lambda letter: (letter.sent_on, letter.id), default=None)


def letter_for(logbook: Logbook, contact: Contact, kind: FollowUpKind, through: Contact | None) -> FollowUp:
    """Find the letter of a kind about a contact that is not sent yet, or begin one."""
    for known in reversed(logbook.follow_ups.find(contact_id=contact.id, kind=kind, sent_on=None)):
        if through is None or known.through_id in {None, through.id}:
            return known if known.written or known.greeting else _around(logbook, contact, known, through)
    return _around(logbook, contact, FollowUp(contact.id, kind), through)


def write_letter(logbook: Logbook, letter: FollowUp, key: str, value: str) -> FollowUp:
    """Change one field of a letter, which is kept from its first word on."""
    one: dict[str, Any] = {key: value}
    changed = replace(letter, **one)
    if not letter.id:
        return logbook.follow_ups.add(changed)
    kept = {
        name: getattr(changed, name) for name in ("subject", "greeting", *PLACES, "closing", "through_id")
    }
    return logbook.follow_ups.change(letter.id, **kept)


def sent_letter(logbook: Logbook, letter: FollowUp, today: date) -> FollowUp:
    """Note that a letter was sent; one of which no word was written here is kept as it was begun."""
    kept = letter if letter.id else logbook.follow_ups.add(letter)
    choose_kind(logbook, letter.contact_id, "")
    return logbook.follow_ups.change(kept.id, sent_on=today)


def letter_as_draft(
    logbook: Logbook, contact: Contact, letter: FollowUp, through: Contact | None, *, paid: bool
) -> Draft:
    """Make the coach's draft of a letter; LinkedIn's limit is longer for those who pay."""
    kind = kind_of_draft(letter.kind)
    draft = letter_draft(logbook, through or contact, kind, letter.subject, letter.body)
    about = {contact.name, contact.organization} if through else set()
    return replace(
        draft,
        other_names=tuple(name for name in draft.other_names if name not in about),
        character_limit=_letters_taken(kind, paid=paid),
    )


def _letters_taken(kind: DraftKind, *, paid: bool) -> int | None:
    if kind is not DraftKind.LINKEDIN_NOTE:
        return None
    return LINKEDIN_NOTE_PAID if paid else LINKEDIN_NOTE


def offers(logbook: Logbook, contact: Contact, kind: FollowUpKind) -> tuple[str, ...]:
    """Texts for the first part of a letter that can be taken with one click; they name nothing unknown."""
    facts = {**facts_about(contact, logbook.profile), **_circumstances(logbook, contact)}
    return suggestions(kind_of_draft(kind).value, "text", facts)


def _circumstances(logbook: Logbook, contact: Contact) -> dict[str, str]:
    """Gather when the request went out, and when and where the meeting is, by their clock."""
    request, meeting = request_for(logbook, contact.id), meeting_for(logbook, contact.id)
    facts = {"my_subject": request.subject} if request else {}
    if request and request.sent_on:
        facts["sent_day"] = day_in_words(request.sent_on)
    if meeting and meeting.on:
        theirs = there(meeting.on, meeting.at, logbook.profile.time_zone, contact.time_zone)
        facts["day"] = day_in_words(theirs.date() if theirs else meeting.on)
        facts["time"] = f"{theirs:%H:%M}" if theirs else meeting.at
        facts["place"] = meeting.place
    return {name: text for name, text in facts.items() if text}


def _around(logbook: Logbook, contact: Contact, letter: FollowUp, through: Contact | None) -> FollowUp:
    """Suggest subject, greeting and closing; the parts are the person's own."""
    facts = {**facts_about(contact, logbook.profile, through), **_circumstances(logbook, contact)}
    kind = kind_of_draft(letter.kind).value
    around: dict[str, Any] = {
        part: "".join(suggestions(kind, part, facts)[:1]) for part in ("subject", "greeting", "closing")
    }
    return replace(letter, through_id=through.id if through else None, **around)


def note_from(request: Request) -> str:
    """Set the three parts of a request one after the other, to be cut down to a LinkedIn note."""
    parts_written = (request.how_found, request.who, request.ask)
    return " ".join(" ".join(part.split()) for part in parts_written if part.strip())
