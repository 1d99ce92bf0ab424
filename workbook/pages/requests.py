"""Write the request: choose a person, write three parts, read it as they will, send it, note the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from infoview.asking import what_follows
from infoview.changes import (
    accept,
    answer_by_mail,
    begun,
    introducer_of,
    move_request,
    pass_on,
    put_off,
    request_for,
    take_back,
    wait_until_back,
    write_request,
)
from infoview.coach import DraftKind, Review, review
from infoview.contacts import Contact
from infoview.content import words
from infoview.day_words import day_in_words
from infoview.drafts import begin_from_last, dismiss, dismissals, last_elsewhere, request_draft, take_up
from infoview.errors import InputError
from infoview.forecast import asking_streak, by_chance, forecast
from infoview.letters import facts_about, parts, situations, suggestions
from infoview.logbook import Logbook
from infoview.meetings import USUAL_MINUTES, Meeting
from infoview.requests import Dismissal, Reply, Request, RequestStatus
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.takeout import Takeout
from workbook.markup import Html, html, link, prose
from workbook.pages.beside import Beside
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
from workbook.pages.letter import preview, remarks, ways_out
from workbook.pages.page import box, show_if
from workbook.pages.picker import PersonPicker
from workbook.session import Session

SHORTEST, LONGEST = 5, 240
"""Minutes that a talk may have."""


class Person:
    """Whom the request is for, with what is known of them to draw on."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.person")
        self.picker = PersonPicker(session)
        self.facts = prose(html(""))
        self.view = box([self.picker.view, self.facts])

    def draw(self) -> None:
        """Show the people to choose from, and what is known of the one chosen."""
        self.picker.draw()
        contact = self._session.contact
        self.facts.value = self._facts(contact) if contact else html("")

    def _facts(self, contact: Contact) -> Html:
        introducer = introducer_of(self._session.logbook, contact)
        known_facts = {
            "organization": ", ".join(part for part in (contact.title, contact.organization) if part),
            "why": contact.why or self._words["nothing_why"],
            "how_found": contact.how_found,
            "introducer": introducer.name if introducer else "",
            "email": contact.email or self._words["no_email"],
        }
        rows = [
            html("<dt>{label}</dt><dd>{value}</dd>", label=self._words[key], value=value)
            for key, value in known_facts.items()
            if value
        ]
        return html('<dl class="iv-facts">{rows}</dl>', rows=rows)


class Write:
    """The three parts and what stands around them, saved while typing."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.form = form(session, self._fields(None), self._change, page_words("requests.write")["legend"])
        self.empty = prose(html('<p class="iv-empty">{text}</p>', text=page_words("picker")["choose"]))
        self.situation = form(
            session, fields("requests.situation", {"situation": self._situations()}), self._choose_situation
        )
        self.starts = Actions(session.guard, [], self._start)
        self.view = box([self.empty, self.situation, self.starts, self.form])

    def _situations(self) -> list[tuple[str, str]]:
        return [
            ("", page_words("requests.write")["any"]),
            *((one["key"], one["label"]) for one in situations()),
        ]

    def _choose_situation(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

    def _start(self, key: str) -> None:
        """Begin from the last message, or take a subject that was offered."""
        contact = self._session.contact
        if contact is None:
            return
        if key == "last":
            self._session.change(lambda logbook: begin_from_last(logbook, contact.id))
        else:
            subject = self._subjects(contact)[number_of(key)]
            self._session.change(lambda logbook: write_request(logbook, contact.id, "subject", subject))

    def _subjects(self, contact: Contact) -> tuple[str, ...]:
        logbook = self._session.logbook
        return suggestions(
            "request", "subject", facts_about(contact, logbook.profile, introducer_of(logbook, contact))
        )[:3]

    def draw(self) -> None:
        """Show the request being written to the person chosen."""
        contact = self._session.contact
        show_if(self.form, contact is not None)
        show_if(self.empty, contact is None)
        show_if(self.situation, contact is not None)
        show_if(self.starts, contact is not None)
        if contact is None:
            return
        logbook, names = self._session.logbook, page_words("requests.write")
        record = unfinished(contact.id, "composer", 0)
        self.situation.show(record, typed_so_far(logbook, record))
        last = [Action("last", names["from_last"])] if last_elsewhere(logbook, contact.id) else []
        offered = [
            Action(f"subject-{number}", names["take_subject"].format(subject=subject))
            for number, subject in enumerate(self._subjects(contact))
        ]
        self.starts.change_actions([*last, *offered])
        self.form.change_fields(self._fields(contact))
        request = request_for(self._session.logbook, contact.id) or begun(self._session.logbook, contact)
        self.form.show(
            f"request-to-{contact.id}",
            {field["key"]: getattr(request, field["key"]) for field in self.form.fields},
        )

    def _fields(self, contact: Contact | None) -> Sequence[Field]:
        """Subject and greeting, the three parts with their hints and examples, and the closing."""
        around = {field.key: field for field in fields("requests.write")}
        chosen = self._situation(contact)
        three = [
            Field(
                part["key"],
                part["label"],
                "long",
                part["hint"],
                (chosen[part["key"]],) if chosen else tuple(part["examples"]),
            )
            for part in parts("request")
        ]
        subject = around["subject"]
        return [subject, around["greeting"], *three, around["closing"]]

    def _situation(self, contact: Contact | None) -> Mapping[str, str] | None:
        """Find the examples of the situation chosen for this person."""
        if contact is None:
            return None
        typed = typed_so_far(self._session.logbook, unfinished(contact.id, "composer", 0))
        return next((one for one in situations() if one["key"] == typed.get("situation")), None)

    def _change(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: write_request(logbook, number_of(record), key, str(value)))


class Check:
    """The whole message as it will read, its length, and the coach's advice."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.check")
        self.preview = prose(html(""))
        self.advice = prose(html(""))
        self.aside = form(session, fields("requests.check"), self._type, self._words["aside"])
        self.actions = Actions(session.guard, [Action("dismiss", self._words["dismiss"])], self._dismiss)
        self.kept = prose(html(""))
        self.again = Actions(session.guard, [], self._take_up)
        self.view = box([self.preview, self.advice, self.aside, self.actions, self.kept, self.again])

    def draw(self) -> None:
        """Read the request of the person chosen."""
        contact = self._session.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        if contact is None or request is None or not request.written:
            self.preview.value = preview("", "", "")
            self.advice.value = html("")
            for widget in (self.aside, self.actions, self.kept, self.again):
                show_if(widget, False)  # noqa: FBT003 - reads as a sentence
            return
        said = review(request_draft(self._session.logbook, contact, request))
        self.preview.value = preview(
            contact.email or contact.name, request.subject, request.body, said.advice
        )
        count = self._words["words_one" if said.words == 1 else "words"].format(number=said.words)
        self.advice.value = remarks(said, count=count)
        self._offer_to_set_aside(contact, said)

    def _offer_to_set_aside(self, contact: Contact, said: Review) -> None:
        """Let each remark be set aside with a reason, and show those that were."""
        logbook = self._session.logbook
        titles = {one.rule: one.sentence for one in said.advice}
        asked = fields("requests.check", {"rule": [("", self._words["none"]), *titles.items()]})
        self.aside.change_fields(asked)
        record = unfinished(contact.id, "aside", 0)
        self.aside.show(record, typed_so_far(logbook, record))
        kept = dismissals(logbook, contact.id, DraftKind.REQUEST)
        show_if(self.aside, bool(titles))
        show_if(self.actions, bool(titles))
        show_if(self.kept, bool(kept))
        show_if(self.again, bool(kept))
        self.kept.value = html(
            "<ul>{items}</ul>",
            items=[
                html("<li>{said}</li>", said=self._words["kept"].format(reason=one.reason)) for one in kept
            ],
        )
        self.again.change_actions(
            [Action(one.rule, self._words["again"].format(reason=one.reason)) for one in kept]
        )

    def _type(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

    def _dismiss(self, _key: str) -> None:
        contact = self._session.contact
        if contact is None:
            return
        record = unfinished(contact.id, "aside", 0)
        typed = typed_so_far(self._session.logbook, record)
        with self.aside.refusals():
            if not typed.get("rule"):
                raise InputError(self._words["need_rule"], "rule")
            if not typed.get("reason", "").strip():
                raise InputError(self._words["need_reason"], "reason")
        made = Dismissal(contact.id, DraftKind.REQUEST.value, typed["rule"], typed["reason"].strip())

        def step(logbook: Logbook) -> None:
            dismiss(logbook, made)
            forget_typed(logbook, record)

        self._session.change(step)

    def _take_up(self, rule: str) -> None:
        contact = self._session.contact
        if contact:
            kind = DraftKind.REQUEST.value
            self._session.change(lambda logbook: take_up(logbook, contact.id, kind, rule))


class Send:
    """The ways to take the message out, and the mark that it was sent."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.send")
        self.note = prose(html(""), "iv-note")
        self.takeout = Takeout(session.guard, self._words["label"])
        self.actions = Actions(session.guard, [], self._act)
        self.view = box([self.takeout, self.note, self.actions])

    def draw(self) -> None:
        """Offer what can be done with the message as it is."""
        contact = self._session.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        written = request is not None and request.written
        status = request.status if request else None
        show_if(self.takeout, written)
        show_if(self.actions, written and status in {RequestStatus.DRAFT, RequestStatus.SENT})
        if contact is None or request is None or not written:
            self.note.value = html("<p>{text}</p>", text=self._words["nothing"])
            return
        profile = self._session.logbook.profile
        items = ways_out(request.subject, request.body, to=contact.email, sender=profile.email)
        self.takeout.show(items)
        self.note.value = html(
            "<p>{text}</p>", text=self._note(contact, request, linked=len(items) > len("abc"))
        )
        if request.status is RequestStatus.DRAFT:
            self.actions.change_actions([Action("sent", self._words["sent"], primary=True)])
        elif request.status is RequestStatus.SENT:
            self.actions.change_actions([Action("back", self._words["take_back"])])

    def _note(self, contact: Contact, request: Request, *, linked: bool) -> str:
        if request.sent_on:
            _, _, steps = what_follows(self._session.logbook, request)
            reminder = steps[0][1]
            said = self._words["sent_on"]
            return said.format(day=day_in_words(request.sent_on), follow_up=day_in_words(reminder))
        if not contact.email:
            return self._words["no_address"].format(name=contact.name)
        return "" if linked else self._words["too_long"]

    def _act(self, key: str) -> None:
        contact = self._session.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        if request is None:
            return
        today = self._session.today
        if key == "sent":
            self._session.change(lambda logbook: move_request(logbook, request, RequestStatus.SENT, today))
        else:
            self._session.change(lambda logbook: take_back(logbook, request, today))


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
            self._session.go("questions")
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


class Odds:
    """Silence as arithmetic: what chance alone does, with the person's own numbers."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.odds")
        self.said = prose(html(""))
        self.view = box([self.said])

    def draw(self) -> None:
        """Reckon with the answers noted so far."""
        logbook, words = self._session.logbook, self._words
        told = forecast(logbook)
        asks = told.asks_for_one()
        streak = asking_streak(logbook, self._session.today)
        lines = [
            words["own_none" if not told.asked else "own_one" if told.asked == 1 else "own"].format(
                asked=told.asked, yes=told.yes, answered=told.answered
            ),
            words["streak_one" if streak == 1 else "streak"].format(number=streak) if streak else "",
            words["share"].format(
                share=round(100 * told.share), low=round(100 * told.low), high=round(100 * told.high)
            ),
            words["silences"].format(percent=round(100 * by_chance(told.share, 5))),
            words["asks"].format(number=asks),
        ]
        chances = [
            html(
                "<li>{line}</li>",
                line=words["at_least"].format(number=number, percent=round(100 * told.at_least_one(number))),
            )
            for number in (1, 3, 5, 8)
        ]
        self.said.value = html(
            "{lines}<ul>{chances}</ul>{why}",
            lines=[html("<p>{line}</p>", line=line) for line in lines if line],
            chances=chances,
            why=_door(words["evidence"]),
        )


def _door(label: str) -> Html:
    """What a study found about who gets through the door, and what it does not show."""
    finding = next(one for one in words("evidence")["finding"] if one["id"] == "the-door-is-the-hurdle")
    return html(
        '<details class="iv-help"><summary>{label}</summary><p>{claim} {measured} {caution}</p>'
        "<p>{source}</p></details>",
        label=label,
        claim=finding["claim"],
        measured=finding["measured"],
        caution=finding["caution"],
        source=link(finding["url"], finding["source"]),
    )


ROWS = (
    (("person", Person),),
    (("write", Write), ("check", Check)),
    (("send", Send),),
    (("answer", Answer),),
    (("beside", Beside),),
    (("odds", Odds),),
)
