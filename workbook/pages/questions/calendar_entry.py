"""Prepare questions: the meeting as an entry for a calendar, or the file that takes it out again."""

from __future__ import annotations

import re

from infoview.dates import clock
from infoview.exporters.ics import meeting_calendar
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting
from workbook.components.takeout import Download
from workbook.session import Session

LONGEST = 60
"""Letters of a name in a file's name: no disk takes more than 255 bytes of it."""


def calendar_entry(session: Session, label: str, contact: Contact, meeting: Meeting) -> Download:
    """Offer a meeting as it is by the time it is asked for."""

    def made() -> tuple[str, bytes, str]:
        data = meeting_calendar(session.logbook, session.logbook.meetings.get(meeting.id), clock.now())
        return f"{file_name(contact.name)}.ics", data, "text/calendar"

    return Download("ics", label, made)


def file_name(name: str) -> str:
    """Write a name as part of a file's name."""
    return re.sub(r"\W+", "-", name.casefold())[:LONGEST].strip("-") or "meeting"
