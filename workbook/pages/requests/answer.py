"""Write the request: what came back, and where it leads."""

from __future__ import annotations

from collections.abc import Callable

from infoview.dates.day_words import day_seen_from
from infoview.next_steps.due import Due, DueKind, DueState, due
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUpKind
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Reply, Request, RequestStatus
from infoview.requests.when_to_ask import begin_again, next_to_ask, why_not_again
from infoview.workflow.requests import (
    ASKED,
    agreed_meeting,
    leads_to_another,
    move_request,
    named_instead,
    note_answer,
    request_for,
    take_back,
)
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.fields import fields, page_words, typed_form, typed_so_far, unfinished
from workbook.pages.message import choose_letter
from workbook.pages.page import box, show_if
from workbook.session import Session

NOW = {DueState.LATE, DueState.TODAY, DueState.ANY_TIME}
OPEN = {DueKind.SOMEONE_ELSE, DueKind.FOLLOW_UP, DueKind.CLOSE}
OVER = {"accepted_over", "accepted_held", "accepted_met", "by_mail_held"}
"""The words for a talk that took place, or whose day is over."""
THANKED = {RequestStatus.DECLINED, RequestStatus.LATER}


class Answer:
    """What came back, and what to do next."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.answer")
        self.said = prose(html(""))
        self.form = typed_form(session, self._fields(""), self._words["legend"])
        self.actions = Actions(session.guard, [], self._act)
        self._ways: dict[str, Callable[[Contact, Request], None]] = {
            "note": self._note,
            "rest": self._let_rest,
            "change": self._take_back,
            "again": self._begin_again,
            "remind": self._remind,
            "thank": self._thank,
            "next": self._ask_next,
            "named": self._ask_named,
            "questions": self._prepare,
            "debrief": self._debrief,
        }
        self.view = box([self.said, self.form, self.actions])

    def draw(self) -> None:
        """Ask for the answer once the request is sent; afterwards show it with its next step."""
        contact = self._session.here.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        waiting = request is not None and request.status is RequestStatus.SENT
        sent = request is not None and request.status is not RequestStatus.DRAFT
        show_if(self.form, waiting)
        show_if(self.actions, sent)
        if contact is None or request is None or not sent:
            said = self._words["nothing_sent"] if contact else page_words("app.picker")["choose"]
            self.said.value = html('<p class="iv-empty">{text}</p>', text=said)
        elif waiting:
            self._ask(contact, request)
        else:
            self._show(contact, request)

    def _ask(self, contact: Contact, request: Request) -> None:
        """Say how far the waiting is, and ask what came back."""
        record, step = unfinished(contact.id, "answer", request.id), self._due(contact)
        typed = typed_so_far(self._session.logbook, record)
        away = request.reply is Reply.OUT_OF_OFFICE
        said = self._words["out_of_office"].format(name=contact.name) if away else step and step.sentence
        self.said.value = html("<p>{text}</p>", text=said or "")
        self.form.change_fields(self._fields(typed.get("answer", "")))
        self.form.show(record, {"answered_on": self._session.today, **typed})
        now = step.kind if step and step.state in NOW else None
        offered = {DueKind.FOLLOW_UP: "remind", DueKind.CLOSE: "rest"}.get(now) if now else None
        self.actions.change_actions(
            [
                Action("note", self._words["note"], primary=True),
                *([Action(offered, self._words[offered])] if offered else []),
            ]
        )

    def _due(self, contact: Contact) -> Due | None:
        """Find the step that the plan holds for this request now."""
        steps = due(self._session.logbook, self._session.today)
        return next((step for step in steps if step.contact_id == contact.id and step.kind in OPEN), None)

    def _fields(self, answer: str) -> list[Field]:
        """The answers, and what there is to say about the one that is chosen."""
        asked = fields("requests.answer", {"answer": list(self._words["options"].items())})
        dated = (
            ("answered_on",) if answer and answer not in {Reply.OUT_OF_OFFICE, RequestStatus.NO_REPLY} else ()
        )
        wanted = {"answer", *dated, *ASKED.get(answer, ())}
        return [field for field in asked if field.key in wanted]

    def _show(self, contact: Contact, request: Request) -> None:
        day = day_seen_from(self._session.today, request.ask_again_on) if request.ask_again_on else ""
        meeting = agreed_meeting(self._session.logbook, request)
        key, when = self._how_far(request, meeting), self._when(meeting) if meeting else ""
        said = self._words[key].format(name=contact.name, day=day, when=when)
        turn = (
            next_to_ask(self._session.logbook, contact, self._session.today)
            if leads_to_another(request)
            else None
        )
        following = self._words["next"].format(name=turn.contact.name) if turn else ""
        self.said.value = html(
            "<p>{said}</p>{next}",
            said=said,
            next=html("<p>{text} {why}</p>", text=following, why=" ".join(turn.reasons)) if turn else "",
        )
        self.actions.change_actions(self._after(contact, request, turn.contact if turn else None))

    def _how_far(self, request: Request, meeting: Meeting | None) -> str:
        """Choose the words for an answer: of a yes, whether the talk is ahead, was to be, or took place."""
        mail = request.reply is Reply.BY_MAIL
        if meeting and meeting.status is MeetingStatus.HELD:
            return "by_mail_held" if mail else "accepted_held" if meeting.on else "accepted_met"
        if request.reply or meeting is None or meeting.on is None:
            return request.reply or request.status.value
        return "accepted_over" if meeting.on < self._session.today else "accepted_on"

    def _when(self, meeting: Meeting) -> str:
        """Say when and where a meeting is, such as "Wednesday 25 November, 16:30, Café Lund"."""
        day = day_seen_from(self._session.today, meeting.on) if meeting.on else ""
        return ", ".join(part for part in (day, meeting.at, meeting.place) if part)

    def _after(self, contact: Contact, request: Request, following: Contact | None) -> list[Action]:
        """What can be done now, the next step first."""
        words, named = self._words, named_instead(self._session.logbook, request)
        again = not why_not_again(self._session.logbook, request, self._session.today)
        ways = []
        if request.status is RequestStatus.ACCEPTED:
            over = self._how_far(request, agreed_meeting(self._session.logbook, request)) in OVER
            way, label = ("debrief", "debrief_go") if over else ("questions", "accepted_go")
            ways.append(Action(way, words[label], primary=True))
        if named:
            ways.append(Action("named", words["write_to"].format(name=named.name), primary=True))
        if following:
            ways.append(Action("next", words["write_to"].format(name=following.name), primary=True))
        if again and request.status is RequestStatus.LATER:
            ways.append(Action("again", words["again"].format(name=contact.name), primary=True))
        if request.status in THANKED:
            ways.append(Action("thank", words["thank"]))
        return [*ways, Action("change", words["changed"])]

    def _act(self, key: str) -> None:
        contact = self._session.here.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        if contact and request:
            self._ways[key](contact, request)

    def _note(self, contact: Contact, request: Request) -> None:
        typed = typed_so_far(self._session.logbook, unfinished(contact.id, "answer", request.id))
        today = self._session.today
        with self.form.refusals():
            self._session.change(lambda logbook: note_answer(logbook, request, typed, today))

    def _let_rest(self, _contact: Contact, request: Request) -> None:
        status, today = RequestStatus.NO_REPLY, self._session.today
        self._session.change(lambda logbook: move_request(logbook, request, status, today))

    def _take_back(self, _contact: Contact, request: Request) -> None:
        today = self._session.today
        self._session.change(lambda logbook: take_back(logbook, request, today))

    def _begin_again(self, contact: Contact, _request: Request) -> None:
        today = self._session.today
        self._session.change(lambda logbook: begin_again(logbook, contact.id, today))
        self._session.here.go("requests.write")

    def _remind(self, contact: Contact, _request: Request) -> None:
        self._write_other(contact, FollowUpKind.FOLLOW_UP)

    def _thank(self, contact: Contact, _request: Request) -> None:
        self._write_other(contact, FollowUpKind.KIND_CLOSE)

    def _write_other(self, contact: Contact, kind: FollowUpKind) -> None:
        choose_letter(self._session, contact.id, kind)
        self._session.here.go("requests.other_messages")

    def _ask_next(self, contact: Contact, _request: Request) -> None:
        turn = next_to_ask(self._session.logbook, contact, self._session.today)
        self._write_to(turn.contact if turn else None)

    def _ask_named(self, _contact: Contact, request: Request) -> None:
        self._write_to(named_instead(self._session.logbook, request))

    def _write_to(self, contact: Contact | None) -> None:
        if contact:
            self._session.here.choose(contact.id)
            self._session.here.go("requests.write")

    def _prepare(self, _contact: Contact, _request: Request) -> None:
        self._session.here.go("questions.meeting")

    def _debrief(self, contact: Contact, request: Request) -> None:
        meeting = agreed_meeting(self._session.logbook, request)
        if meeting:
            self._session.here.choose(contact.id, meeting.id)
            self._session.here.go("debrief.learned")
