"""Prepare questions: the bank, and questions of one's own."""

from __future__ import annotations

from infoview.content import words
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.meetings import MeetingQuestion
from infoview.question_list import add_question
from infoview.questions import CLOSING, bank
from infoview.takeaways import Takeaway
from workbook.components.actions import Action, Actions
from workbook.components.checklist import Checklist
from workbook.markup import html, prose
from workbook.pages.fields import (
    fields,
    forget_typed,
    form,
    keep_typed,
    page_words,
    typed_so_far,
    unfinished,
)
from workbook.pages.page import box, show_if
from workbook.pages.questions.meeting import current_meeting, needs_meeting
from workbook.session import Session


class PickQuestions:
    """The question bank, grouped by take-away, and a question of one's own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.pick")
        self._groups = _bank_groups(self._words["closing"])
        self.bank = Checklist(session.guard, self._words["legend"], self._tick, self._words["filter"])
        self.count = prose(html(""), "iv-note")
        takeaways = [("", ""), *((one.value, words("takeaways")[one.value]["name"]) for one in Takeaway)]
        self.own = form(
            session, fields("questions.pick", {"takeaway": takeaways}), self._type, self._words["own_legend"]
        )
        self.add = Actions(session.guard, [Action("add", self._words["own_add"], primary=True)], self._add)
        self.empty = needs_meeting()
        self.shown = box([self.bank, self.count, self.own, self.add])
        self.view = box([self.empty, self.shown])

    def draw(self) -> None:
        """Tick what is on the list, and show the own question typed so far."""
        meeting = current_meeting(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.empty, meeting is None)
        if meeting is None:
            return
        listed = self._session.logbook.questions.find(meeting_id=meeting.id)
        self.bank.show(self._groups, {question.bank_id for question in listed if question.bank_id})
        said = self._words["picked"].format(number=len(listed), minutes=meeting.minutes)
        self.count.value = html('<p role="status">{said}</p>', said=said)
        record = unfinished(meeting.contact_id, "own", meeting.id)
        self.own.show(record, typed_so_far(self._session.logbook, record))

    def _tick(self, bank_id: str, on: bool) -> None:  # noqa: FBT001 - the component calls it so
        meeting = current_meeting(self._session)
        if meeting is None:
            return
        listed = self._session.logbook.questions.first(meeting_id=meeting.id, bank_id=bank_id)
        if on and listed is None:
            chosen = next(question for question in bank() if question.id == bank_id)
            asked = MeetingQuestion(meeting.id, chosen.text, chosen.takeaway, chosen.id)
            self._session.change(lambda logbook: add_question(logbook, asked))
        elif not on and listed:
            self._session.change(lambda logbook: logbook.questions.remove(listed.id))

    def _type(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

    def _add(self, _key: str) -> None:
        meeting = current_meeting(self._session)
        if meeting is None:
            return
        record = unfinished(meeting.contact_id, "own", meeting.id)
        typed = typed_so_far(self._session.logbook, record)
        text = " ".join(typed.get("text", "").split())
        with self.own.refusals():
            if not text:
                raise InputError(self._words["own_empty"], "text")
        asked = MeetingQuestion(meeting.id, text, typed.get("takeaway", ""))

        def step(logbook: Logbook) -> None:
            add_question(logbook, asked)
            forget_typed(logbook, record)

        self._session.change(step)


def _bank_groups(closing: str) -> list[dict[str, object]]:
    names = words("takeaways")
    groups = [
        (takeaway.value, names[takeaway.value]["name"], names[takeaway.value]["asks"])
        for takeaway in Takeaway
    ]
    return [
        {
            "key": key,
            "title": title,
            "hint": hint,
            "items": [
                {"id": question.id, "text": question.text, "note": question.why}
                for question in bank()
                if question.takeaway == key and not question.always
            ],
        }
        for key, title, hint in (*groups, (CLOSING, closing, ""))
    ]
