"""Which meeting the pages are about: the one being prepared, and the one being written about."""

from __future__ import annotations

from datetime import date

import ipywidgets

from infoview.records.meetings import Meeting, MeetingStatus
from infoview.workflow.meetings import meeting_for
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.session import Session


def current_meeting(session: Session) -> Meeting | None:
    """Find the meeting being prepared with the person chosen."""
    contact = session.contact
    return meeting_for(session.logbook, contact.id) if contact else None


def needs_meeting(path: str = "questions.meeting", key: str = "first") -> ipywidgets.HTML:
    """What stands in a section that needs a meeting first."""
    return prose(html('<p class="iv-empty">{text}</p>', text=page_words(path)[key]))


def conversations(session: Session) -> list[Meeting]:
    """List the meetings with the person chosen that did not fall through, by their days."""
    contact = session.contact
    found = session.logbook.meetings.find(contact_id=contact.id) if contact else ()
    meetings = [meeting for meeting in found if meeting.status is not MeetingStatus.CANCELLED]
    return sorted(meetings, key=lambda meeting: meeting.on or date.max)


def conversation(session: Session) -> Meeting | None:
    """Find the conversation to write about: the one chosen, else the last one so far, else the next."""
    meetings, today = conversations(session), session.today
    chosen = [meeting for meeting in meetings if meeting.id == session.meeting_id]
    so_far = [
        meeting
        for meeting in meetings
        if meeting.status is MeetingStatus.HELD or (meeting.on and meeting.on <= today)
    ]
    return next(iter(chosen or so_far[-1:] or meetings), None)


def needs_talk() -> ipywidgets.HTML:
    """What stands in a section that needs a conversation first."""
    return needs_meeting("debrief.meeting", "nothing")
