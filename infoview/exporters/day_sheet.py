"""The day sheet: one page to take along to a meeting. What stands on it; how it looks is the workbook's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from infoview.contacts import Contact
from infoview.logbook import Logbook
from infoview.meetings import Meeting
from infoview.profile import Profile
from infoview.questions import CLOSING


@dataclass(frozen=True, slots=True)
class DaySheet:
    """Everything for one meeting.

    `profile` feeds the few words about oneself, `introduced_by` names who gave the contact's name; `starred`
    are the questions that must not be missed, `more` the others, `closing` the ones for the end.
    """

    contact: Contact
    meeting: Meeting
    profile: Profile
    introduced_by: tuple[str, ...]
    starred: tuple[str, ...]
    more: tuple[str, ...]
    closing: tuple[str, ...]
    thank_you_by: date | None

    @property
    def introduction(self) -> tuple[str, ...]:
        """The sentences with which one says who one is: what one does, and what one is finding out about."""
        return tuple(part for part in (self.profile.doing.strip(), self.profile.exploring.strip()) if part)


def day_sheet(logbook: Logbook, meeting_id: int) -> DaySheet:
    """Gather what stands on the day sheet of a meeting.

    Raises:
        InputError: The meeting is no longer there.
    """
    meeting = logbook.meetings.get(meeting_id)
    introductions = logbook.introductions.find(contact_id=meeting.contact_id)
    questions = logbook.questions.find(order="position", meeting_id=meeting_id)
    asked = [question for question in questions if question.takeaway != CLOSING]
    return DaySheet(
        contact=logbook.contacts.get(meeting.contact_id),
        meeting=meeting,
        profile=logbook.profile,
        introduced_by=tuple(logbook.contacts.get(entry.introducer_id).name for entry in introductions),
        starred=tuple(question.text for question in asked if question.starred),
        more=tuple(question.text for question in asked if not question.starred),
        closing=tuple(question.text for question in questions if question.takeaway == CLOSING),
        thank_you_by=meeting.on + timedelta(days=1) if meeting.on else None,
    )
