"""Prepare questions: the meeting, research, the questions and their order, the checklist, the day sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from infoview.changes import meeting_for
from infoview.content import words
from infoview.day_words import day_in_words
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.meetings import Meeting, MeetingKind, MeetingQuestion, MeetingStatus, Tick
from infoview.question_list import add_question, coverage, move_question
from infoview.questions import CLOSING, BankQuestion, bank
from infoview.takeaways import Takeaway
from workbook.components.actions import Action, Actions
from workbook.components.checklist import Checklist
from workbook.components.ordered_list import OrderedList
from workbook.components.takeout import Print, Takeout
from workbook.markup import Html, html, prose
from workbook.pages.day_sheet import day_sheet
from workbook.pages.fields import (
    day_of,
    fields,
    forget_typed,
    form,
    keep_typed,
    number_of,
    page_words,
    time_of,
    typed_so_far,
    unfinished,
)
from workbook.pages.page import box, show_if
from workbook.pages.picker import PersonPicker
from workbook.session import Session


class TheMeeting:
    """Which meeting is being prepared: whom, when, where, and what for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.meeting")
        self.picker = PersonPicker(session)
        self.note = prose(html(""), "iv-note")
        self.plan = Actions(session.guard, [], self._plan)
        kinds = [(kind.value, self._words["kinds"][kind.value]) for kind in MeetingKind]
        self.form = form(
            session, fields("questions.meeting", {"kind": kinds}), self._change, self._words["legend"]
        )
        self.view = box([self.picker.view, self.note, self.plan, self.form])

    def draw(self) -> None:
        """Show the meeting with the person chosen, or offer to plan one."""
        self.picker.draw()
        contact, meeting = self._session.contact, current_meeting(self._session)
        planned = meeting is not None and meeting.status is MeetingStatus.PLANNED
        show_if(self.form, meeting is not None)
        show_if(self.plan, contact is not None and not planned)
        self.note.value = html("")
        if contact and not planned:
            said = self._words["past" if meeting else "none"].format(name=contact.name)
            self.note.value = html("<p>{said}</p>", said=said)
            plan = self._words["plan"].format(name=contact.name)
            self.plan.change_actions([Action("plan", plan, primary=meeting is None)])
        if meeting:
            values = {field["key"]: getattr(meeting, field["key"]) for field in self.form.fields}
            self.form.show(f"meeting-{meeting.id}", values)

    def _plan(self, _key: str) -> None:
        contact = self._session.contact
        if contact:
            self._session.change(lambda logbook: logbook.meetings.add(Meeting(contact.id)))

    def _change(self, record: str, key: str, value: object) -> None:
        stored: object = value
        if key == "on":
            stored = day_of(value, key)
        elif key == "at":
            stored = time_of(value, key)
        elif key == "minutes":
            stored = _minutes(str(value), self._words["bad_minutes"])
        self._session.change(lambda logbook: logbook.meetings.change(number_of(record), **{key: stored}))


class Research:
    """What was found out beforehand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        legend = page_words("questions.research")["legend"]
        self.form = form(session, fields("questions.research"), self._change, legend)
        self.empty = needs_meeting()
        self.view = box([self.empty, self.form])

    def draw(self) -> None:
        """Show the research for the meeting."""
        meeting = current_meeting(self._session)
        show_if(self.form, meeting is not None)
        show_if(self.empty, meeting is None)
        if meeting:
            self.form.show(f"meeting-{meeting.id}", {"research": meeting.research})

    def _change(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: logbook.meetings.change(number_of(record), **{key: value}))


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
            words("takeaways")[takeaway.value]["name"]
            for takeaway, count in coverage(listed).items()
            if not count
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
            always=_at_the_end(closing_pair(listed)),
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


class Ready:
    """The checklist around the meeting."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.ready")
        self.checklist = Checklist(session.guard, self._words["legend"], self._tick)
        self.said = prose(html(""), "iv-note")
        self.empty = needs_meeting()
        self.shown = box([self.checklist, self.said])
        self.view = box([self.empty, self.shown])

    def draw(self) -> None:
        """Show what is ticked, and how much is left."""
        meeting = current_meeting(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.empty, meeting is None)
        if meeting is None:
            return
        items = words("checklist")["item"]
        ticked = {tick.item for tick in self._session.logbook.ticks.find(meeting_id=meeting.id)}
        self.checklist.show([self._group(when, items) for when in ("before", "day", "after")], ticked)
        left = len([item for item in items if item["when"] != "after" and item["id"] not in ticked])
        said = self._words["left"].format(number=left) if left else self._words["all_done"]
        self.said.value = html('<p role="status">{said}</p>', said=said)

    def _group(self, when: str, items: list[dict[str, str]]) -> dict[str, object]:
        shown = [item for item in items if item["when"] == when]
        return {
            "key": when,
            "title": self._words[when],
            "items": [{"id": item["id"], "text": item["text"], "note": self._note(item)} for item in shown],
        }

    def _note(self, item: dict[str, str]) -> str:
        say = self._words["say"].format(words=item["say"]) if "say" in item else ""
        return " ".join(part for part in (item["why"], say) if part)

    def _tick(self, item: str, on: bool) -> None:  # noqa: FBT001 - the component calls it so
        meeting = current_meeting(self._session)
        if meeting is None:
            return
        known = self._session.logbook.ticks.first(meeting_id=meeting.id, item=item)
        if on and known is None:
            self._session.change(lambda logbook: logbook.ticks.add(Tick(meeting.id, item)))
        elif not on and known:
            self._session.change(lambda logbook: logbook.ticks.remove(known.id))


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
        sheet = day_sheet(contact, meeting, logbook.profile, listed, closing_pair(listed), thanks_by)
        self.preview.value = html('<div class="iv-sheet">{sheet}</div>', sheet=sheet)
        self.takeout.show([Print("print", self._words["print"], sheet)])


def current_meeting(session: Session) -> Meeting | None:
    """Find the meeting being prepared with the person chosen."""
    contact = session.contact
    return meeting_for(session.logbook, contact.id) if contact else None


def closing_pair(listed: Sequence[MeetingQuestion]) -> tuple[BankQuestion, ...]:
    """The two questions that end every meeting, unless they are on its list already."""
    texts = {question.text for question in listed}
    return tuple(question for question in bank() if question.always and question.text not in texts)


def _at_the_end(questions: Sequence[BankQuestion]) -> Html:
    if not questions:
        return html("")
    return html(
        "<p>{label}:</p><ul>{items}</ul>",
        label=page_words("questions.pick")["closing"],
        items=[html("<li>{text}</li>", text=question.text) for question in questions],
    )


def needs_meeting(path: str = "questions.meeting", key: str = "first") -> object:
    """What stands in a section that needs a meeting first."""
    return prose(html('<p class="iv-empty">{text}</p>', text=page_words(path)[key]))


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


def _minutes(text: str, sentence: str) -> int:
    """Read a length in minutes.

    Raises:
        InputError: It is no whole number of minutes.
    """
    longest = 480
    if not text.strip().isdecimal() or not 0 < int(text) <= longest:
        raise InputError(sentence, "minutes")
    return int(text)


ROWS = (
    (("meeting", TheMeeting),),
    (("research", Research),),
    (("pick", PickQuestions), ("order", YourList)),
    (("ready", Ready),),
    (("sheet", Sheet),),
)
