"""Which meeting the pages are about: the one being prepared, and the one being written about."""

from __future__ import annotations

from infoview.records.meetings import Meeting
from infoview.workflow.meetings import conversation_with, conversations_with, meeting_for
from workbook.session import Session


def current_meeting(session: Session) -> Meeting | None:
    """Find the meeting being prepared with the person chosen."""
    contact = session.here.contact
    return meeting_for(session.logbook, contact.id) if contact else None


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
