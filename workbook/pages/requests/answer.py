"""Write the request: what came back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from infoview.changes import (
    accept,
    answer_by_mail,
    move_request,
    pass_on,
    put_off,
    request_for,
    take_back,
    wait_until_back,
)
from infoview.contacts import Contact
from infoview.day_words import day_in_words
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.meetings import USUAL_MINUTES, Meeting
from infoview.requests import Reply, Request, RequestStatus
from workbook.components.actions import Action, Actions
from workbook.markup import html, prose
from workbook.pages.fields import (
    day_of,
    fields,
    form,
    keep_typed,
    page_words,
    time_of,
    typed_so_far,
    unfinished,
)
from workbook.pages.page import box, show_if
from workbook.session import Session

SHORTEST, LONGEST = 5, 240
"""Minutes that a talk may have."""


class Answer:
    """What came back, and where it leads."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.answer")
        offered = list(self._words["options"].items())
        self.form = form(
            session, fields("requests.answer", {"answer": offered}), self._change, self._words["legend"]
        )
        self.said = prose(html(""), "iv-note")
        self.actions = Actions(session.guard, [], self._act)
        self.view = box([self.said, self.form, self.actions])

    def draw(self) -> None:
        """Ask for the answer once the request is sent; afterwards show it with its next step."""
        contact = self._session.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        status = request.status if request else RequestStatus.DRAFT
        waiting = status is RequestStatus.SENT
        show_if(self.form, waiting)
        show_if(self.actions, status is not RequestStatus.DRAFT)
        self.said.value = html("")
        if contact is None or request is None or status is RequestStatus.DRAFT:
            self.said.value = html("<p>{text}</p>", text=self._words["nothing_sent"])
        elif waiting:
            if request.reply is Reply.OUT_OF_OFFICE:
                self.said.value = html(
                    "<p>{text}</p>", text=self._words["out_of_office"].format(name=contact.name)
                )
            record = unfinished(contact.id, "answer", request.id)
            self.form.show(record, typed_so_far(self._session.logbook, record))
            self.actions.change_actions([Action("note", self._words["note"], primary=True)])
        else:
            day = day_in_words(request.ask_again_on) if request.ask_again_on else ""
            said = self._words[request.reply or status.value].format(name=contact.name, day=day)
            self.said.value = html("<p>{text}</p>", text=said)
            self.actions.change_actions(self._after(request))

    def _after(self, request: Request) -> list[Action]:
        change = Action("change", self._words["changed"])
        if request.status is RequestStatus.ACCEPTED:
            return [Action("questions", self._words["accepted_go"], primary=True), change]
        named = self._named(request)
        if named:
            return [Action("named", self._words["named_go"].format(name=named.name), primary=True), change]
        return [change]

    def _named(self, request: Request) -> Contact | None:
        """Find the person they named instead of themselves."""
        if request.reply is not Reply.SOMEONE_ELSE:
            return None
        given = self._session.logbook.introductions.find(introducer_id=request.contact_id)
        return self._session.logbook.contacts.first(id=given[-1].contact_id) if given else None

    def _change(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

    def _act(self, key: str) -> None:
        contact = self._session.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        if contact is None or request is None:
            return
        today = self._session.today
        if key == "questions":
            self._session.go("questions.meeting")
        elif key == "named":
            named = self._named(request)
            if named:
                self._session.choose(named.id)
        elif key == "change":
            self._session.change(lambda logbook: take_back(logbook, request, today))
        else:
            with self.form.refusals():
                noting = self._noting(contact, request)
            self._session.change(noting)

    def _noting(self, contact: Contact, request: Request) -> Callable[[Logbook], object]:
        """Choose the change that notes the answer typed.

        Raises:
            InputError: Nothing was chosen, or the day to ask again is missing.
        """
        typed = typed_so_far(self._session.logbook, unfinished(contact.id, "answer", request.id))
        today = self._session.today
        day, answer = day_of(typed.get("on", ""), "on"), typed.get("answer", "")
        if answer not in self._words["options"]:
            raise InputError(self._words["need_answer"], "answer")
        if answer == Reply.SOMEONE_ELSE:
            return self._noting_a_name(request, typed)
        if answer == Reply.BY_MAIL:
            return lambda logbook: answer_by_mail(logbook, request, today)
        if answer == Reply.OUT_OF_OFFICE:
            if day is None:
                raise InputError(self._words["need_back"], "on")
            return lambda logbook: wait_until_back(logbook, request, day)
        status = RequestStatus(answer)
        if status is RequestStatus.ACCEPTED:
            meeting = Meeting(
                contact.id,
                on=day,
                at=time_of(typed.get("at"), "at"),
                minutes=minutes_of(typed.get("minutes", ""), self._words["bad_minutes"]),
                place=typed.get("place", "").strip(),
            )
            return lambda logbook: accept(logbook, request, meeting, today)
        if status is RequestStatus.LATER:
            if day is None:
                raise InputError(self._words["need_day"], "on")
            return lambda logbook: put_off(logbook, request, day, today)
        return lambda logbook: move_request(logbook, request, status, today)

    def _noting_a_name(self, request: Request, typed: Mapping[str, str]) -> Callable[[Logbook], object]:
        name = typed.get("name", "").strip()
        if not name:
            raise InputError(self._words["need_name"], "name")
        named = Contact(name, organization=typed.get("organization", "").strip())
        today = self._session.today
        return lambda logbook: pass_on(logbook, request, named, today)


def minutes_of(text: str, bad: str) -> int:
    """Read a number of minutes; nothing typed is the usual.

    Raises:
        InputError: It is no number of minutes from 5 to 240.
    """
    if not text.strip():
        return USUAL_MINUTES
    if not text.strip().isdecimal() or not SHORTEST <= int(text) <= LONGEST:
        raise InputError(bad, "minutes")
    return int(text)
