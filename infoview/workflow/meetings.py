"""What changes together around a meeting: found, held, called off, planned again."""

from __future__ import annotations

from datetime import date
from typing import Any

from infoview.dates.typed import day_from, time_from
from infoview.logbook import Logbook
from infoview.records.meetings import Meeting, MeetingStatus, Note, minutes_from, place_from


def change_meeting(logbook: Logbook, meeting_id: int, field: str, value: object) -> Meeting:
    """Change one field of a meeting to what was typed.

    Raises:
        InputError: The field does not take it.
    """
    return logbook.meetings.change(meeting_id, **{field: read(field, value)})


def read(field: str, value: object) -> Any:  # noqa: ANN401 - as many kinds as a meeting has fields
    """Read what was typed in one field of a meeting, by the same rule on every page.

    Raises:
        InputError: The field does not take it.
    """
    match field:
        case "on":
            return day_from(value, field)
        case "at":
            return time_from(value, field)
        case "minutes":
            return minutes_from(value)
        case "place":
            return place_from(str(value or ""))
    return value


def is_prepared(logbook: Logbook, meeting: Meeting) -> bool:
    """Whether something was written or chosen for a meeting that would be lost with it."""
    written = (meeting.purpose, meeting.assumption, meeting.research, meeting.opening, meeting.closing)
    return any(written) or bool(logbook.questions.find(meeting_id=meeting.id))


def meeting_for(logbook: Logbook, contact_id: int) -> Meeting | None:
    """Find the meeting with a contact that is being worked on: the planned one, else the last one held."""
    meetings = logbook.meetings.find(contact_id=contact_id)
    planned = [meeting for meeting in meetings if meeting.status is MeetingStatus.PLANNED]
    held = [meeting for meeting in meetings if meeting.status is MeetingStatus.HELD]
    return (planned or held)[-1] if planned or held else None


def conversations_with(logbook: Logbook, contact_id: int) -> list[Meeting]:
    """List the meetings with a contact that did not fall through, by their days, those without one last."""
    meetings = [
        meeting
        for meeting in logbook.meetings.find(contact_id=contact_id)
        if meeting.status is not MeetingStatus.CANCELLED
    ]
    return sorted(meetings, key=lambda meeting: meeting.on or date.max)


def conversation_with(logbook: Logbook, contact_id: int, chosen_id: int, today: date) -> Meeting | None:
    """Find the conversation to write about: the one chosen, else the last one so far, else the next."""
    meetings = conversations_with(logbook, contact_id)
    chosen = [meeting for meeting in meetings if meeting.id == chosen_id]
    so_far = [
        meeting
        for meeting in meetings
        if meeting.status is MeetingStatus.HELD or (meeting.on and meeting.on <= today)
    ]
    return next(iter(chosen or so_far[-1:] or meetings), None)


def next_meeting(logbook: Logbook, today: date) -> Meeting | None:
    """Find the next meeting with anybody, one without a day after those with one."""
    planned = logbook.meetings.find(status=MeetingStatus.PLANNED)
    coming = [meeting for meeting in planned if meeting.on is None or meeting.on >= today]
    return min(coming, key=lambda meeting: (meeting.on is None, meeting.on or today), default=None)


def write_note(logbook: Logbook, meeting_id: int, takeaway: str, text: str) -> None:
    """Write in one box of a meeting's note pad; the box for everything else has no take-away."""
    known = logbook.notes.first(meeting_id=meeting_id, takeaway=takeaway)
    if known:
        logbook.notes.change(known.id, text=text)
    else:
        logbook.notes.add(Note(meeting_id, takeaway, text))


def call_off(logbook: Logbook, meeting: Meeting) -> Meeting:
    """Note that a meeting was called off, or did not take place; what was prepared for it stays."""
    return logbook.meetings.change(meeting.id, status=MeetingStatus.CANCELLED)


def plan_again(logbook: Logbook, meeting: Meeting) -> Meeting:
    """Take back that a meeting was called off."""
    return logbook.meetings.change(meeting.id, status=MeetingStatus.PLANNED)


def called_off(logbook: Logbook, contact_id: int) -> Meeting | None:
    """Find the meeting with a contact that was called off last, where none is planned in its stead."""
    meetings = logbook.meetings.find(contact_id=contact_id)
    planned = any(meeting.status is MeetingStatus.PLANNED for meeting in meetings)
    last = meetings[-1] if meetings else None
    return last if last and not planned and last.status is MeetingStatus.CANCELLED else None


def hold(logbook: Logbook, meeting: Meeting, today: date) -> Meeting:
    """Mark a meeting as held, on its day or, where none was noted or it is still ahead, today."""
    day = min(meeting.on or today, today)
    return logbook.meetings.change(meeting.id, status=MeetingStatus.HELD, on=day)
