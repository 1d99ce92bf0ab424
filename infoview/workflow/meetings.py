"""What changes together around a meeting: found, held, called off, planned again."""

from __future__ import annotations

from datetime import date

from infoview.logbook import Logbook
from infoview.records.meetings import Meeting, MeetingStatus, Note


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
