"""One person: how far one is with them, the next step, all that is known, and a line about a call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from infoview.contacts.history import timeline
from infoview.contacts.stages import stages
from infoview.contacts.status import ContactStatus, standings, status_name
from infoview.content import words
from infoview.dates.day_words import day_seen_from, full_date
from infoview.dates.typed import coming_day_from, day_from
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.next_steps.due import Due, DueKind, due
from infoview.questions.research import findings_for
from infoview.records.contacts import Contact, Touch
from infoview.records.debriefs import Promise
from infoview.records.meetings import MeetingStatus
from workbook.components.actions import Action, Actions
from workbook.markup import Html, html, prose
from workbook.pages.fields import (
    fields,
    forget_typed,
    page_words,
    typed_form,
    typed_so_far,
    unfinished,
)
from workbook.pages.message import choose_letter
from workbook.pages.page import box, show_if
from workbook.pages.where import LETTERS, WHERE
from workbook.session import Session

Texts = Iterator[tuple[str, str]]
"""What is said above each text, and the text."""


NEXT = {
    ContactStatus.FOUND: "requests.write",
    ContactStatus.ASKED: "requests.answer",
    ContactStatus.SCHEDULED: "questions.pick",
    ContactStatus.BY_MAIL: "questions.order",
    ContactStatus.MET: "debrief.thanks",
    ContactStatus.THANKED: "debrief.update",
}
"""Where the next step is done, where no day is set for it."""
OF_A_MEETING = {DueKind.DEBRIEF, DueKind.THANK_YOU}
"""The steps that are about one conversation, which they name."""

REMIND = "remind"
"""The button that keeps a reminder instead of noting a call."""


class Person:
    """One contact: who they are, how far one is with them, what is next, and what is known, folded."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.log")
        self._contact: Contact | None = None
        self._noting = False
        self.story = prose(html(""))
        self.next = Actions(session.guard, [], self._go_on)
        self.told = prose(html(""))
        self.note = Actions(session.guard, [], self._open_note)
        self.form = typed_form(session, fields("contacts.log"), self._words["legend"])
        channels = words("contacts")["channels"]
        offered = [Action(key, name) for key, name in channels.items()]
        offered.append(Action(REMIND, self._words["remind"]))
        self.actions = Actions(session.guard, offered, self._log)
        self.view = box([self.story, self.next, self.told, self.note, self.form, self.actions])

    def draw(self, contact: Contact) -> None:
        """Show a contact."""
        if self._contact is None or self._contact.id != contact.id:
            self._noting = False
        self._contact = contact
        status = standings(self._session.logbook)[contact.id]
        step = self._step(contact)
        self.story.value = html(
            "{stages}<p><strong>{next}</strong></p>",
            stages=self._stages(contact, status),
            next=self._next(step, status),
        )
        label = self._label(step, status)
        self.next.change_actions([Action("next", label, primary=True)] if label else [])
        show_if(self.next, bool(label))
        self.told.value = html("{all}", all=[self._folded(key, contact) for key in self._words["folds"]])
        record = unfinished(contact.id, "log", 1)
        self.form.show(record, typed_so_far(self._session.logbook, record))
        self.note.change_actions([Action("note", self._words["note_close" if self._noting else "note"])])
        show_if(self.form, self._noting)
        show_if(self.actions, self._noting)

    def _stages(self, contact: Contact, status: ContactStatus) -> Html:
        """The way with somebody as a line of steps, each with its day."""
        names = words("contacts")["stages"]
        return html(
            '<ol class="iv-stages" aria-label="{label}">{stages}</ol>',
            label=self._words["stages"].format(status=status_name(status)),
            stages=[
                html(
                    '<li class="{state}"><strong>{name}</strong><span>{day}</span></li>',
                    state="done" if reached.done else "",
                    name=names[reached.stage.value],
                    day=day_seen_from(self._session.today, reached.on) if reached.on else "",
                )
                for reached in stages(self._session.logbook, contact)
            ],
        )

    def _folded(self, key: str, contact: Contact) -> Html:
        """Fold away what is known of one kind, with its count."""
        said = list(FOLDS[key](self._session.logbook, contact))
        if not said:
            return html("")
        return html(
            '<details class="iv-fold iv-told"><summary>{label} <span class="iv-count">{count}</span>'
            "</summary>{texts}</details>",
            label=self._words["folds"][key],
            count=len(said),
            texts=[
                html(
                    "<p>{over}{text}</p>",
                    over=html("<strong>{over}</strong><br>", over=over) if over else "",
                    text=text,
                )
                for over, text in said
            ],
        )

    def _step(self, contact: Contact) -> Due | None:
        """Find the first step with them that has a day."""
        steps = due(self._session.logbook, self._session.today)
        return next((step for step in steps if step.contact_id == contact.id), None)

    def _next(self, step: Due | None, status: ContactStatus) -> str:
        """Say what to do next: the first step that has a day, else what comes after where things stand."""
        if step is None:
            return str(self._words["next"][status.value])
        return str(self._words["next_on"].format(sentence=step.sentence, day=full_date(step.due_on)))

    def _label(self, step: Due | None, status: ContactStatus) -> str:
        """Name the button that leads to what is next; none where nothing is open."""
        said = page_words("start.due")["go"][step.kind.value] if step else self._words["go"].get(status.value)
        return str(said or "")

    def _go_on(self, _key: str) -> None:
        """Go to where the next step is done, with all of it about this person."""
        contact = self._contact
        if contact is None:
            return
        step, here = self._step(contact), self._session.here
        here.choose(contact.id, step.about if step and step.kind in OF_A_MEETING else 0)
        if step is None:
            here.go(NEXT[standings(self._session.logbook)[contact.id]])
            return
        if step.kind in LETTERS:
            choose_letter(self._session, contact.id, LETTERS[step.kind])
        here.go(WHERE[step.kind])

    def _open_note(self, _key: str) -> None:
        self._noting = not self._noting
        self._session.redraw()
        if self._noting:
            self.form.enter()

    def _log(self, channel: str) -> None:
        if self._contact is None:
            return
        record = unfinished(self._contact.id, "log", 1)
        typed = typed_so_far(self._session.logbook, record)
        if channel == REMIND:
            self._remind(self._contact, record, typed)
            return
        on = day_from(typed.get("on"), "on") or self._session.today
        if on > self._session.today:
            raise InputError(self._words["ahead"].format(day=full_date(on)), "on")
        touch = Touch(self._contact.id, on, channel, typed.get("text", "").strip())

        def step(logbook: Logbook) -> None:
            logbook.touches.add(touch)
            forget_typed(logbook, record)

        self._noting = False
        self._session.change(step)
        self._session.say(self._words["noted"].format(name=self._contact.name, day=full_date(on)))

    def _remind(self, contact: Contact, record: str, typed: Mapping[str, str]) -> None:
        """Keep a reminder of one's own about somebody, which stands under Today on its day.

        Raises:
            InputError: There are no words or no day, or the day is over.
        """
        text = typed.get("text", "").strip()
        with self.form.refusals():
            day = coming_day_from(typed.get("on"), "on", self._session.today)
            if not text or day is None:
                raise InputError(self._words["remind_what"], "on" if text else "text")

            def step(logbook: Logbook) -> None:
                logbook.promises.add(Promise(text, contact_id=contact.id, due_on=day))
                forget_typed(logbook, record)

            self._session.change(step)
        self._session.say(self._words["reminded"].format(day=full_date(day)))


def _learned(logbook: Logbook, contact: Contact) -> Texts:
    """What was learned in every conversation with them, and the skills they look for."""
    names = words("takeaways")
    for meeting in logbook.meetings.find(order="on", contact_id=contact.id):
        for answer in logbook.learned.find(meeting_id=meeting.id):
            text = "\n".join(part for part in (answer.text, answer.opinion, answer.reaction) if part)
            if text:
                yield _over(names[answer.takeaway.value]["name"], meeting.on), text
        for skill in logbook.skills.find(meeting_id=meeting.id):
            yield skill.name, "\n".join(part for part in (skill.evidence, skill.gap, skill.next_step) if part)
        if meeting.quotes:
            yield page_words("contacts.log")["quotes"], meeting.quotes


def _written(logbook: Logbook, contact: Contact) -> Texts:
    """Every message that went out to them."""
    for request in logbook.requests.find(contact_id=contact.id):
        if request.sent_on:
            yield _over(request.subject, request.sent_on), request.body
    for note in logbook.follow_ups.find():
        if (note.through_id or note.contact_id) == contact.id and note.sent_on and note.body:
            yield _over(note.subject, note.sent_on), note.body


def _promised(logbook: Logbook, contact: Contact) -> Texts:
    """What was promised in conversations with them or about them, by either side."""
    said = page_words("contacts.log")["promised"]
    met = {meeting.id for meeting in logbook.meetings.find(contact_id=contact.id)}
    for promise in logbook.promises.find():
        if promise.contact_id == contact.id or (promise.contact_id is None and promise.meeting_id in met):
            whose = said["mine" if promise.mine else "theirs"]
            done = said["done"].format(day=full_date(promise.done_on)) if promise.done_on else ""
            yield ", ".join(part for part in (whose, done) if part), promise.text


def _met(logbook: Logbook, contact: Contact) -> Texts:
    """Every conversation with them, held or to come, with its place."""
    kinds = words("exports")["meeting_kind"]
    for meeting in logbook.meetings.find(order="on", contact_id=contact.id):
        if meeting.status is not MeetingStatus.CANCELLED:
            yield _over(kinds[meeting.kind], meeting.on), meeting.place


def _happened(logbook: Logbook, contact: Contact) -> Texts:
    """All that happened with them, the latest first."""
    no_day = page_words("contacts.log")["no_day"]
    for event in timeline(logbook, contact):
        yield full_date(event.on) if event.on else no_day, event.text


def _over(what: str, day: date | None) -> str:
    return ", ".join(part for part in (what, full_date(day) if day else "") if part)


def _read(logbook: Logbook, contact: Contact) -> Texts:
    """What was found out about them and the place where they work."""
    for finding in findings_for(logbook, contact):
        yield finding.source, finding.text


FOLDS: Mapping[str, Callable[[Logbook, Contact], Texts]] = {
    "learned": _learned,
    "promised": _promised,
    "written": _written,
    "met": _met,
    "read": _read,
    "happened": _happened,
}
"""What is known of somebody, kind by kind, in the order of the words `log.folds`."""
