"""Prepare questions: the list in its order, what it touches, and how it fits into the time."""

from __future__ import annotations

from collections.abc import Sequence

from infoview.content import words
from infoview.dates.day_words import day_seen_from
from infoview.errors import InputError
from infoview.questions.advice import review_question
from infoview.questions.bank import CLOSING
from infoview.questions.running_order import (
    TimePlan,
    by_id,
    copy_list,
    earlier_lists,
    minutes_of,
    move_question,
    time_plan,
)
from infoview.records.meetings import Meeting, MeetingQuestion, question_minutes_from
from infoview.text.plurals import number_in_words
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.ordered_list import OrderedList
from workbook.markup import html, prose
from workbook.pages.fields import form, page_words
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.page import box, show_if
from workbook.pages.questions.by_mail import ByMail
from workbook.pages.questions.coverage import coverage_html, time_html
from workbook.pages.questions.first_and_last import FirstAndLast
from workbook.session import Session


class Order:
    """The chosen questions in the order they will be asked, between the words to begin and to end with."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.order")
        self.said = prose(html(""), "iv-summing-up")
        self.lines = FirstAndLast(session)
        self.list = OrderedList(
            session.guard,
            self._words["label"],
            self._move,
            self._star,
            self._remove,
            on_edit=self._edit,
            on_minutes=self._set_minutes,
            empty=self._words["empty"],
        )
        self.copy = CopyList(session)
        self.shown = box(
            [self.said, self.lines.first, self.list, self.lines.last, self.lines.change, self.copy.view]
        )
        self.by_mail = ByMail(session)
        self.view = box([self.shown, self.by_mail.view])

    def draw(self) -> None:
        """Show the list, the take-aways it touches, and the minutes it takes."""
        meeting = current_meeting(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.by_mail.view, meeting is not None and meeting.is_by_mail)
        if meeting is None:
            return
        listed = self._session.logbook.questions.find(meeting_id=meeting.id, order="position")
        plan = time_plan(meeting, listed)
        self.list.show([self._item(question, plan) for question in listed])
        self.said.value = html(
            "{coverage}{time}",
            coverage=coverage_html(listed),
            time=time_html(listed, plan),
        )
        self.lines.draw(meeting, listed)
        self.copy.draw(meeting)
        if meeting.is_by_mail:
            self.by_mail.draw(meeting)

    def _item(self, question: MeetingQuestion, plan: TimePlan | None) -> dict[str, object]:
        own = question.bank_id not in by_id() or by_id()[question.bank_id].text != question.text
        remarks = review_question(question.text).advice if own else ()
        return {
            "id": question.id,
            "text": question.text,
            "note": self._about(question, plan),
            "hint": remarks[0].sentence if remarks else "",
            "minutes": minutes_of(question),
            "starred": question.starred,
        }

    def _about(self, question: MeetingQuestion, plan: TimePlan | None) -> str:
        """Say what a question is about, how long it takes, and whether there is time for it."""
        if question.takeaway == CLOSING:
            return str(self._words["closing"])
        about = words("takeaways").get(question.takeaway, {}).get("short", self._words["own"])
        if plan is None:
            return str(about)
        key = "minutes_fit" if question.id in plan.fitting else "minutes_perhaps"
        return f"{about}, {self._words[key].format(number=minutes_of(question))}"

    def _move(self, question_id: str, position: int) -> None:
        self._session.change(lambda logbook: move_question(logbook, int(question_id), position))

    def _star(self, question_id: str, on: bool) -> None:  # noqa: FBT001 - the component calls it so
        self._session.change(lambda logbook: logbook.questions.change(int(question_id), starred=on))

    def _remove(self, question_id: str) -> None:
        self._session.change(lambda logbook: logbook.questions.remove(int(question_id)))

    def _edit(self, question_id: str, text: str) -> None:
        if not text.strip():
            raise InputError(page_words("questions.own")["empty"])
        self._session.change(lambda logbook: logbook.questions.change(int(question_id), text=text.strip()))

    def _set_minutes(self, question_id: str, typed: str) -> None:
        minutes = question_minutes_from(typed)
        self._session.change(lambda logbook: logbook.questions.change(int(question_id), minutes=minutes))


class CopyList:
    """Takes over the questions of an earlier meeting."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.copy")
        self._chosen = ""
        self.form = form(session, [self._field(())], self._choose)
        self.take = Actions(session.guard, [Action("take", self._words["take"])], self._take)
        self.view = box([self.form, self.take])

    def draw(self, meeting: Meeting) -> None:
        """Offer the meetings that have questions."""
        logbook = self._session.logbook
        earlier = earlier_lists(logbook, meeting.id)
        offered = []
        for other, number in earlier:
            name = logbook.contacts.get(other.contact_id).name
            day = f", {day_seen_from(self._session.today, other.on)}" if other.on else ""
            offered.append((str(other.id), self._words["list"].format(name=name, day=day, number=number)))
        if self._chosen not in dict(offered):
            self._chosen = ""
        self.form.change_fields([self._field(offered)])
        self.form.show(f"copy-{meeting.id}", {"from": self._chosen})
        self.take.enable(["take"] if self._chosen else [])
        show_if(self.view, bool(offered))

    def _field(self, offered: Sequence[tuple[str, str]]) -> Field:
        options = [("", self._words["none"]), *offered]
        return Field("from", self._words["label"], kind="choice", options=options)

    def _choose(self, _record: str, _key: str, value: object) -> None:
        self._chosen = str(value)
        self.take.enable(["take"] if self._chosen else [])

    def _take(self, _key: str) -> None:
        meeting = current_meeting(self._session)
        if meeting is None or not self._chosen:
            return
        taken = self._session.change(lambda logbook: copy_list(logbook, int(self._chosen), meeting.id))
        self._session.say(number_in_words(self._words["taken"], taken))
