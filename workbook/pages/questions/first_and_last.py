"""Prepare questions: the words to begin and to end with; they keep their places whatever is moved."""

from __future__ import annotations

from collections.abc import Sequence

from infoview.questions.running_order import closing, last_questions, opening
from infoview.records.meetings import Meeting, MeetingQuestion
from workbook.components.actions import Action, Actions
from workbook.markup import html, prose
from workbook.pages.fields import fields, form, number_of, page_words
from workbook.pages.page import box, show_if
from workbook.session import Session


class FirstAndLast:
    """What is said first, above the list, and what is said last, below it, with the closing pair."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.lines")
        self._open = False
        self.first = prose(html(""), "iv-line")
        self.last = prose(html(""), "iv-line")
        self.form = form(session, fields("questions.lines"), self._write, self._words["legend"])
        self.button = Actions(session.guard, [], self._toggle)
        self.change = box([self.button, self.form])

    def draw(self, meeting: Meeting, listed: Sequence[MeetingQuestion]) -> None:
        """Show the words, one's own or the suggested ones, and the pair that ends every meeting."""
        profile = self._session.logbook.profile
        said = {"opening": opening(meeting, profile), "closing": closing(meeting, profile)}
        self.first.value = html(
            "<p><strong>{label}</strong> {text}</p>", label=self._words["first"], text=said["opening"]
        )
        self.last.value = html(
            "<p><strong>{label}</strong> {text}</p><ul>{pair}</ul>",
            label=self._words["last"],
            text=said["closing"],
            pair=[html("<li>{text}</li>", text=question.text) for question in last_questions(listed)],
        )
        self.form.show(f"meeting-{meeting.id}", said)
        show_if(self.form, self._open)
        self.button.change_actions([Action("toggle", self._words["close" if self._open else "open"])])

    def _toggle(self, _key: str) -> None:
        self._open = not self._open
        self._session.redraw()
        if self._open:
            self.form.enter()

    def _write(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: logbook.meetings.change(number_of(record), **{key: value}))
