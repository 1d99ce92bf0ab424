"""Which meeting the pages are about: the one being prepared, and the one being written about."""

from __future__ import annotations

import ipywidgets

from infoview.records.meetings import Meeting
from infoview.workflow.meetings import conversation_with, conversations_with, meeting_for
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.session import Session


def current_meeting(session: Session) -> Meeting | None:
    """Find the meeting being prepared with the person chosen."""
    contact = session.here.contact
    return meeting_for(session.logbook, contact.id) if contact else None


def needs_meeting(path: str = "questions.meeting", key: str = "first") -> ipywidgets.HTML:
    """What stands in a section that needs a meeting first."""
    return prose(html('<p class="iv-empty">{text}</p>', text=page_words(path)[key]))


def conversations(session: Session) -> list[Meeting]:
    """List the meetings with the person chosen that did not fall through, by their days."""
    contact = session.here.contact
    return conversations_with(session.logbook, contact.id) if contact else []


def conversation(session: Session) -> Meeting | None:
    """Find the conversation to write about with the person chosen."""
    contact = session.here.contact
    if contact is None:
        return None
    return conversation_with(session.logbook, contact.id, session.here.meeting_id, session.today)


def needs_talk() -> ipywidgets.HTML:
    """What stands in a section that needs a conversation first."""
    return needs_meeting("debrief.meeting", "nothing")
