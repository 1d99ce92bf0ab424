"""Prepare questions: the whole bank, to search and to narrow down."""

from __future__ import annotations

from collections.abc import Mapping

from infoview.content import words
from infoview.questions.bank import CLOSING, FIELDS, BankQuestion, bank
from infoview.questions.running_order import add_from_bank, asked_before
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting
from infoview.records.takeaways import Takeaway
from workbook.components.checklist import Checklist
from workbook.pages.fields import fields, form, page_words
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.page import box
from workbook.pages.question_source import bank_shown, narrow_bank
from workbook.session import Session


class WholeBank:
    """Every question of the bank under its take-away, closed until one looks inside."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.bank")
        names = words("takeaways")
        takeaways = [(takeaway.value, names[takeaway.value]["name"]) for takeaway in Takeaway]
        self._titles = {**dict(takeaways), CLOSING: self._words["closing"]}
        works = [(field, words("question_ideas")["work"][field]["name"].capitalize()) for field in FIELDS]
        offered = {
            "takeaway": [("", self._words["any_takeaway"]), *self._titles.items()],
            "field": [("", self._words["any_field"]), *works],
        }
        self.filters = form(session, fields("questions.bank", offered), self._filter, self._words["narrow"])
        self.list = Checklist(session.guard, self._words["legend"], self._tick, self._words["filter"])
        self.view = box([self.filters, self.list])

    def draw(self, _contact: Contact, meeting: Meeting) -> None:
        """Show the questions asked for, and tick what is on the list."""
        logbook = self._session.logbook
        wanted = bank_shown(logbook)
        self.filters.show("bank", wanted)
        heard = asked_before(logbook, meeting) if wanted["fresh"] else frozenset()
        offered = [
            question
            for question in bank()
            if _fits(question, wanted) and not {question.id, question.text} & heard
        ]
        listed = {question.bank_id for question in logbook.questions.find(meeting_id=meeting.id)}
        self.list.show(
            [self._group(name, offered, opened=name == wanted["takeaway"]) for name in self._titles], listed
        )

    def _group(self, name: str, offered: list[BankQuestion], *, opened: bool) -> dict[str, object]:
        hint = words("takeaways").get(name, {}).get("asks", "")
        items = [self._item(question) for question in offered if question.takeaway == name]
        return {
            "key": name,
            "title": self._titles[name],
            "hint": hint,
            "open": opened,
            "items": items,
        }

    def _item(self, question: BankQuestion) -> dict[str, str]:
        kind = self._words["kinds"][question.kind]
        then = self._words["then"].format(question=question.follow_up)
        return {"id": question.id, "text": question.text, "note": f"{kind}. {question.why}", "more": then}

    def _filter(self, _record: str, key: str, value: object) -> None:
        narrow_bank(self._session, key, value)

    def _tick(self, bank_id: str, on: bool) -> None:  # noqa: FBT001 - the component calls it so
        meeting = current_meeting(self._session)
        if meeting is None:
            return
        listed = self._session.logbook.questions.first(meeting_id=meeting.id, bank_id=bank_id)
        if on and listed is None:
            self._session.change(lambda logbook: add_from_bank(logbook, meeting.id, bank_id))
        elif not on and listed:
            self._session.change(lambda logbook: logbook.questions.remove(listed.id))


def _fits(question: BankQuestion, wanted: Mapping[str, str | bool]) -> bool:
    """Whether a question is of the take-away and the field that are wanted; the pair is always there."""
    takeaway, field = wanted["takeaway"], wanted["field"]
    return (
        not question.always
        and takeaway in {"", question.takeaway}
        and (not field or question.field in {"", field})
    )
