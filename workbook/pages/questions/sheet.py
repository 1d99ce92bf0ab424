"""Prepare questions: the day sheet, on screen, on paper and as a Word file, and the meeting in a calendar."""

from __future__ import annotations

from functools import partial

from infoview.content import words
from infoview.exporters.word_file import MEDIA_TYPE, Paper, day_sheet_docx
from infoview.next_steps.due import Due, DueKind, due
from infoview.questions.day_sheet import DaySheet, day_sheet
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUpKind
from infoview.records.meetings import Meeting
from workbook.components.actions import Action, Actions
from workbook.components.takeout import Download, Item, Print, Takeout
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.message import choose_letter
from workbook.pages.page import box, show_if
from workbook.pages.questions.calendar_entry import calendar_entry, file_name
from workbook.pages.questions.day_sheet import sheet_html
from workbook.session import Session


class Sheet:
    """The day on one screen, and the ways to take it along."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.sheet")
        self.preview = prose(html(""))
        self.takeout = Takeout(session.guard, self._words["label"])
        self.said = prose(html(""), "iv-note")
        self.confirm = Actions(session.guard, [Action("confirm", self._words["confirm"])], self._confirm)
        self.view = box([self.said, self.confirm, self.takeout, self.preview])

    def draw(self) -> None:
        """Show the sheet as it will be printed."""
        contact, meeting = self._session.here.contact, current_meeting(self._session)
        unconfirmed = self._unconfirmed(meeting)
        self.said.value = html("<p>{said}</p>", said=unconfirmed.sentence) if unconfirmed else html("")
        show_if(self.said, unconfirmed is not None)
        show_if(self.confirm, unconfirmed is not None)
        show_if(self.takeout, meeting is not None)
        if contact is None or meeting is None:
            self.preview.value = html('<p class="iv-empty">{text}</p>', text=self._words["nothing"])
            return
        sheet = day_sheet(self._session.logbook, meeting)
        self.preview.value = html('<div class="iv-sheet">{sheet}</div>', sheet=sheet_html(sheet))
        self.takeout.show(self._ways(contact, meeting, sheet))

    def _unconfirmed(self, meeting: Meeting | None) -> Due | None:
        """Find the step of confirming this meeting, where it is still open."""
        steps = due(self._session.logbook, self._session.today, ahead=True) if meeting else ()
        about = meeting.id if meeting else 0
        return next((step for step in steps if step.kind is DueKind.CONFIRM and step.about == about), None)

    def _confirm(self, _key: str) -> None:
        """Lead to where the line is written that confirms it."""
        contact = self._session.here.contact
        if contact:
            choose_letter(self._session, contact.id, FollowUpKind.CONFIRMATION)
            self._session.here.go("requests.other_messages")

    def _ways(self, contact: Contact, meeting: Meeting, sheet: DaySheet) -> list[Item]:
        name = words("day")["sheet"]["file"].format(name=file_name(contact.name))

        def word_file(paper: Paper) -> tuple[str, bytes, str]:
            return name, day_sheet_docx(sheet, paper), MEDIA_TYPE

        papers = [
            Download(paper.value, self._words[paper.value], partial(word_file, paper)) for paper in Paper
        ]
        entry = calendar_entry(self._session, self._words["calendar"], contact, meeting)
        return [
            Print("print", self._words["print"], sheet_html(sheet)),
            *papers,
            *([entry] if meeting.on else []),
        ]
