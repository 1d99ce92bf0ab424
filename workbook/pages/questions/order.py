"""Prepare questions: the list in its order, and what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from infoview.content import words
from infoview.errors import InputError
from infoview.meetings import MeetingQuestion
from infoview.question_list import coverage, last_questions, move_question
from infoview.questions import CLOSING, BankQuestion
from workbook.components.ordered_list import OrderedList
from workbook.markup import Html, html, prose
from workbook.pages.fields import (
    page_words,
)
from workbook.pages.page import box
from workbook.pages.questions.meeting import current_meeting
from workbook.session import Session


class YourList:
    """The chosen questions in the order they will be asked, and what they leave out."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.order")
        self.list = OrderedList(
            session.guard,
            self._words["label"],
            self._move,
            self._star,
            self._remove,
            on_edit=self._edit,
            empty=self._words["empty"],
        )
        self.said = prose(html(""), "iv-note")
        self.view = box([self.list, self.said])

    def draw(self) -> None:
        """Show the list, and name the take-aways that no question touches."""
        meeting = current_meeting(self._session)
        listed = (
            self._session.logbook.questions.find(meeting_id=meeting.id, order="position") if meeting else ()
        )
        self.list.show(
            [
                {
                    "id": question.id,
                    "text": question.text,
                    "note": self._about(question),
                    "starred": question.starred,
                }
                for question in listed
            ]
        )
        self.said.value = self._coverage(listed) if listed else html("")

    def _about(self, question: MeetingQuestion) -> str:
        """Say in a word what a question is about."""
        if question.takeaway == CLOSING:
            return str(page_words("questions.pick")["closing"])
        return str(words("takeaways").get(question.takeaway, {}).get("short", self._words["own"]))

    def _coverage(self, listed: tuple[MeetingQuestion, ...]) -> Html:
        missing = [
            words("takeaways")[one.value]["name"] for one, count in coverage(listed).items() if not count
        ]
        covered = (
            self._words["untouched"].format(takeaways="; ".join(missing))
            if missing
            else self._words["covered"]
        )
        starred = sum(question.starred for question in listed)
        count = self._words["count_one" if len(listed) == 1 else "count"].format(number=len(listed))
        return html(
            '<div role="status"><p>{count} {starred}</p><p>{covered}</p></div>{always}',
            count=count,
            starred=self._words["starred"].format(number=starred),
            covered=covered,
            always=_at_the_end(last_questions(listed)),
        )

    def _move(self, question_id: str, position: int) -> None:
        self._session.change(lambda logbook: move_question(logbook, int(question_id), position))

    def _star(self, question_id: str, on: bool) -> None:  # noqa: FBT001 - the component calls it so
        self._session.change(lambda logbook: logbook.questions.change(int(question_id), starred=on))

    def _remove(self, question_id: str) -> None:
        self._session.change(lambda logbook: logbook.questions.remove(int(question_id)))

    def _edit(self, question_id: str, text: str) -> None:
        if not text.strip():
            raise InputError(page_words("questions.pick")["own_empty"])
        self._session.change(lambda logbook: logbook.questions.change(int(question_id), text=text.strip()))


def _at_the_end(questions: Sequence[BankQuestion]) -> Html:
    if not questions:
        return html("")
    return html(
        "<p>{label}:</p><ul>{items}</ul>",
        label=page_words("questions.pick")["closing"],
        items=[html("<li>{text}</li>", text=question.text) for question in questions],
    )
