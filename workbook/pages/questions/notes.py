"""Prepare questions: the note pad for the meeting itself, with a quiet clock."""

from __future__ import annotations

from infoview.content import words
from infoview.logbook import Logbook
from infoview.questions.day_sheet import day_sheet
from infoview.records.meetings import Meeting
from infoview.records.takeaways import Takeaway
from infoview.workflow.meetings import write_note
from workbook.components.clock import Clock, Turn
from workbook.components.form import Field
from workbook.markup import Html, html, prose
from workbook.pages.empty import Empty
from workbook.pages.fields import form, number_of, page_words
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.page import Wide, box, show_if
from workbook.session import Session

ELSE = "else"
"""The box for everything that belongs to none of the seven."""


class Notes(Wide):
    """Seven boxes and one for everything else, beside the questions; saved as it is typed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.notes")
        self.clock = Clock(session.guard, self._words["clock"], self._keep_clock)
        self.questions = prose(html(""))
        self.form = form(session, self._fields(), self._change, self._words["legend"])
        self.empty = Empty(session, "meeting")
        self.pad = box([self.questions, self.form], "iv-pad")
        self.shown = box([self.clock, self.pad], "iv-talk")
        self.view = box([self.empty.view, self.shown])

    def draw(self) -> None:
        """Show what was written in the meeting with the person chosen."""
        meeting = current_meeting(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.empty.view, meeting is None)
        if meeting is None:
            return
        logbook = self._session.logbook
        notes = {note.takeaway or ELSE: note.text for note in logbook.notes.find(meeting_id=meeting.id)}
        self.form.show(f"notes-{meeting.id}", notes)
        self.questions.value = self._at_hand(meeting)
        show_if(self.clock, not meeting.is_by_mail)
        seconds = meeting.minutes * 60
        turns = [Turn(seconds * 2 // 3, self._words["turn"]), Turn(seconds, self._words["over"])]
        began = logbook.recall(_clock_of(meeting.id))
        self.clock.show(seconds, turns, int(began) if began.isdigit() else 0)

    def _fields(self) -> list[Field]:
        boxes = [
            Field(takeaway.value, words("takeaways")[takeaway.value]["short"], "long", rows=2, width="half")
            for takeaway in Takeaway
        ]
        return [Field(ELSE, self._words["else"], "long", self._words["keys"], rows=4), *boxes]

    def _at_hand(self, meeting: Meeting) -> Html:
        """The questions and the words for the end, small enough to glance at."""
        sheet = day_sheet(self._session.logbook, meeting)
        return html(
            '<h3>{asked}</h3><ol class="iv-glance">{questions}</ol><h3>{end}</h3><ul>{closing}</ul>',
            asked=self._words["questions"],
            questions=[
                html("<li><strong>★ {text}</strong></li>" if starred else "<li>{text}</li>", text=text)
                for text, starred in sheet.questions
            ],
            end=self._words["closing"],
            closing=[html("<li>{text}</li>", text=text) for text in sheet.closing],
        )

    def _change(self, record: str, key: str, value: object) -> None:
        takeaway = "" if key == ELSE else key
        self._session.change(lambda logbook: write_note(logbook, number_of(record), takeaway, str(value)))

    def _keep_clock(self, began: int) -> None:
        """Remember when the talk began, so that a reload does not stop the clock."""
        meeting = current_meeting(self._session)
        if meeting is None:
            return

        def keep(logbook: Logbook) -> None:
            logbook.remember(_clock_of(meeting.id), str(began) if began else "")

        self._session.change(keep)


def _clock_of(meeting_id: int) -> str:
    return f"clock-{meeting_id}"
