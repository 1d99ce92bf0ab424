"""Prepare questions: the day sheet, one page to print."""

from __future__ import annotations

from datetime import timedelta

from infoview.day_words import day_in_words
from infoview.question_list import last_questions
from workbook.components.takeout import Print, Takeout
from workbook.markup import html, prose
from workbook.pages.fields import (
    page_words,
)
from workbook.pages.page import box, show_if
from workbook.pages.questions.day_sheet import day_sheet
from workbook.pages.questions.meeting import current_meeting
from workbook.session import Session


class Sheet:
    """The day sheet: one page to print."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.sheet")
        self.preview = prose(html(""))
        self.takeout = Takeout(session.guard, self._words["label"])
        self.view = box([self.preview, self.takeout])

    def draw(self) -> None:
        """Show the sheet as it will be printed."""
        contact, meeting = self._session.contact, current_meeting(self._session)
        show_if(self.takeout, meeting is not None)
        if contact is None or meeting is None:
            self.preview.value = html('<p class="iv-empty">{text}</p>', text=self._words["nothing"])
            return
        logbook = self._session.logbook
        listed = logbook.questions.find(meeting_id=meeting.id, order="position")
        thanks_by = day_in_words(meeting.on + timedelta(days=1)) if meeting.on else ""
        sheet = day_sheet(contact, meeting, logbook.profile, listed, last_questions(listed), thanks_by)
        self.preview.value = html('<div class="iv-sheet">{sheet}</div>', sheet=sheet)
        self.takeout.show([Print("print", self._words["print"], sheet)])
