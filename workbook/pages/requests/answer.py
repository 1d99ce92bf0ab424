"""Write the request: what came back, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from infoview.dates.day_words import day_seen_from
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.next_steps.due import Due, DueKind, DueState, due
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUpKind
from infoview.records.meetings import USUAL_MINUTES, Meeting, MeetingStatus
from infoview.records.requests import Reply, Request, RequestStatus
from infoview.requests.when_to_ask import begin_again, next_to_ask, why_not_again
from infoview.workflow.meetings import meeting_for
from infoview.workflow.requests import (
    accept,
    answer_by_mail,
    move_request,
    pass_on,
    put_off,
    request_for,
    take_back,
    wait_until_back,
)
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.fields import (
    coming_day,
    day_of,
    fields,
    form,
    keep_typed,
    page_words,
    time_of,
    typed_so_far,
    unfinished,
)
from workbook.pages.message import choose_letter
from workbook.pages.page import box, show_if
from workbook.session import Session

SHORTEST, LONGEST = 5, 240
"""Minutes that a talk may have."""
ASKED: dict[str, tuple[str, ...]] = {
    RequestStatus.ACCEPTED: ("meet_on", "at", "minutes", "place"),
    RequestStatus.LATER: ("again_on",),
    Reply.OUT_OF_OFFICE: ("back_on",),
    Reply.SOMEONE_ELSE: ("name", "organization"),
}
"""What is asked about each kind of answer."""
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
        self.form = form(session, self._fields(""), self._change, self._words["legend"])
        self.actions = Actions(session.guard, [], self._act)
        self.view = box([self.said, self.form, self.actions])

    def draw(self) -> None:
        """Ask for the answer once the request is sent; afterwards show it with its next step."""
        contact = self._session.contact
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
        self.form.show(record, typed)
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
        return next((one for one in steps if one.contact_id == contact.id and one.kind in OPEN), None)

    def _fields(self, answer: str) -> list[Field]:
        """The answers, and what there is to say about the one that is chosen."""
        asked = fields("requests.answer", {"answer": list(self._words["options"].items())})
        return [field for field in asked if field.key == "answer" or field.key in ASKED.get(answer, ())]

    def _show(self, contact: Contact, request: Request) -> None:
        day = day_seen_from(self._session.today, request.ask_again_on) if request.ask_again_on else ""
        meeting = self._agreed(request)
        key, when = self._how_far(request, meeting), self._when(meeting) if meeting else ""
        said = self._words[key].format(name=contact.name, day=day, when=when)
        turn = next_to_ask(self._session.logbook, contact) if self._ask_another(request) else None
        following = self._words["next"].format(name=turn.contact.name) if turn else ""
        self.said.value = html(
            "<p>{said}</p>{next}",
            said=said,
            next=html("<p>{text} {why}</p>", text=following, why=" ".join(turn.reasons)) if turn else "",
        )
        self.actions.change_actions(self._after(contact, request, turn.contact if turn else None))

    def _agreed(self, request: Request) -> Meeting | None:
        """Find the meeting that a yes led to; one held before the request was sent is another."""
        if request.status is not RequestStatus.ACCEPTED:
            return None
        meeting = meeting_for(self._session.logbook, request.contact_id)
        if meeting and meeting.status is MeetingStatus.HELD and meeting.on and request.sent_on:
            return meeting if meeting.on >= request.sent_on else None
        return meeting

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

    def _ask_another(self, request: Request) -> bool:
        """Tell whether the next person on the list comes next: after a no and after silence."""
        no = request.status is RequestStatus.DECLINED and request.reply is not Reply.SOMEONE_ELSE
        return no or request.status is RequestStatus.NO_REPLY

    def _after(self, contact: Contact, request: Request, following: Contact | None) -> list[Action]:
        """What can be done now, the next step first."""
        words, named = self._words, self._named(request)
        again = not why_not_again(self._session.logbook, request, self._session.today)
        ways = []
        if request.status is RequestStatus.ACCEPTED:
            over = self._how_far(request, self._agreed(request)) in OVER
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
        turn = next_to_ask(self._session.logbook, contact) if key == "next" else None
        following = turn.contact if turn else self._named(request)
        if key == "questions":
            self._session.go("questions.meeting")
        elif key == "debrief" and (meeting := self._agreed(request)):
            self._session.choose(contact.id, meeting.id)
            self._session.go("debrief.learned")
        elif key in {"named", "next"} and following:
            self._session.choose(following.id)
            self._session.go("requests.write")
        elif key in {"remind", "thank"}:
            kind = FollowUpKind.FOLLOW_UP if key == "remind" else FollowUpKind.KIND_CLOSE
            choose_letter(self._session, contact.id, kind)
            self._session.go("requests.beside")
        elif key == "again":
            self._session.change(lambda logbook: begin_again(logbook, contact.id, today))
            self._session.go("requests.write")
        elif key == "rest":
            status = RequestStatus.NO_REPLY
            self._session.change(lambda logbook: move_request(logbook, request, status, today))
        elif key == "change":
            self._session.change(lambda logbook: take_back(logbook, request, today))
        elif key == "note":
            with self.form.refusals():
                self._session.change(self._noting(contact, request))

    def _noting(self, contact: Contact, request: Request) -> Callable[[Logbook], object]:
        """Choose the change that notes the answer typed.

        Raises:
            InputError: Nothing was chosen, or something that it needs is missing.
        """
        typed = typed_so_far(self._session.logbook, unfinished(contact.id, "answer", request.id))
        today, answer = self._session.today, typed.get("answer", "")
        match answer:
            case RequestStatus.ACCEPTED:
                meeting = self._meeting(contact, typed)
                return lambda logbook: accept(logbook, request, meeting, today)
            case Reply.BY_MAIL:
                return lambda logbook: answer_by_mail(logbook, request, today)
            case Reply.SOMEONE_ELSE:
                named = self._name(typed)
                return lambda logbook: pass_on(logbook, request, named, today)
            case RequestStatus.LATER:
                again_on = coming_day(self._needed(typed, "again_on"), "again_on", today)
                return lambda logbook: put_off(logbook, request, again_on, today)
            case Reply.OUT_OF_OFFICE:
                back_on = coming_day(self._needed(typed, "back_on"), "back_on", today)
                return lambda logbook: wait_until_back(logbook, request, back_on)  # type: ignore[arg-type]
            case RequestStatus.DECLINED | RequestStatus.NO_REPLY:
                return lambda logbook: move_request(logbook, request, RequestStatus(answer), today)
        raise InputError(self._words["need"]["answer"], "answer")

    def _meeting(self, contact: Contact, typed: Mapping[str, str]) -> Meeting:
        return Meeting(
            contact.id,
            on=day_of(typed.get("meet_on"), "meet_on"),
            at=time_of(typed.get("at"), "at"),
            minutes=minutes_of(typed.get("minutes", ""), self._words["bad_minutes"]),
            place=typed.get("place", "").strip(),
        )

    def _name(self, typed: Mapping[str, str]) -> Contact:
        return Contact(self._needed(typed, "name"), organization=typed.get("organization", "").strip())

    def _needed(self, typed: Mapping[str, str], key: str) -> str:
        """Look up what an answer cannot do without.

        Raises:
            InputError: It is missing.
        """
        if not typed.get(key, "").strip():
            raise InputError(self._words["need"][key], key)
        return typed[key].strip()


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
