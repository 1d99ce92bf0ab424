"""How things stand with each contact now."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from infoview.content import words
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request, RequestStatus

T = TypeVar("T", Request, Meeting, FollowUp)


class ContactStatus(StrEnum):
    """Where things stand with one contact now."""

    FOUND = "found"
    """On the list, not asked yet; a draft may be waiting."""
    ASKED = "asked"
    """A request is on its way, or they asked to be asked again later."""
    SCHEDULED = "scheduled"
    """They said yes; the meeting is to come."""
    BY_MAIL = "by_mail"
    """They answer questions by e-mail; the answers are to come."""
    MET = "met"
    """We met; the thank-you note is still to be sent."""
    THANKED = "thanked"
    IN_TOUCH = "in_touch"
    """An update went out after the thank-you."""
    DECLINED = "declined"
    RESTING = "resting"
    """Left alone: the person chose so, or a request was closed without reply."""


_AFTER_REQUEST = {
    RequestStatus.DRAFT: ContactStatus.FOUND,
    RequestStatus.SENT: ContactStatus.ASKED,
    RequestStatus.LATER: ContactStatus.ASKED,
    RequestStatus.ACCEPTED: ContactStatus.SCHEDULED,
    RequestStatus.DECLINED: ContactStatus.DECLINED,
    RequestStatus.NO_REPLY: ContactStatus.RESTING,
}


def standings(logbook: Logbook) -> dict[int, ContactStatus]:
    """Tell for each contact, by id, where things stand; each shelf is read once."""
    requests = by_contact(request for request in logbook.requests.find() if request.status != "draft")
    meetings = by_contact(logbook.meetings.find(order="on"))
    notes = by_contact(note for note in logbook.follow_ups.find() if note.sent_on)
    return {
        contact.id: _standing(
            contact, requests.get(contact.id, []), meetings.get(contact.id, []), notes.get(contact.id, [])
        )
        for contact in logbook.contacts.find()
    }


def status_name(status: ContactStatus) -> str:
    """Name a status in a word or two, as pages and exports show it."""
    return str(words("next_steps")["status"][status.value])


def by_contact(entities: Iterable[T]) -> dict[int, list[T]]:
    """Put what belongs to the same contact together, in the order in which it came."""
    grouped: dict[int, list[T]] = {}
    for entity in entities:
        grouped.setdefault(entity.contact_id, []).append(entity)
    return grouped


def _standing(
    contact: Contact, requests: list[Request], meetings: list[Meeting], notes: list[FollowUp]
) -> ContactStatus:
    if contact.rested_on:
        return ContactStatus.RESTING
    planned = [meeting for meeting in meetings if meeting.status is MeetingStatus.PLANNED]
    if planned:
        by_mail = all(meeting.is_by_mail for meeting in planned)
        return ContactStatus.BY_MAIL if by_mail else ContactStatus.SCHEDULED
    held = [meeting for meeting in meetings if meeting.status is MeetingStatus.HELD]
    if held:
        return _after_meeting(held[-1], notes)
    if not requests:
        return ContactStatus.FOUND
    asked = _AFTER_REQUEST[requests[-1].status]
    fell_through = asked is ContactStatus.SCHEDULED and bool(meetings)
    return ContactStatus.ASKED if fell_through else asked


def _after_meeting(meeting: Meeting, notes: list[FollowUp]) -> ContactStatus:
    since = [note for note in notes if meeting.on is None or (note.sent_on and note.sent_on >= meeting.on)]
    if any(note.kind is FollowUpKind.UPDATE for note in since):
        return ContactStatus.IN_TOUCH
    if any(note.kind is FollowUpKind.THANK_YOU for note in since):
        return ContactStatus.THANKED
    return ContactStatus.MET
