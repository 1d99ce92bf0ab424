"""One person: what happened with them, the next step, and a line about a call or a chance meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from infoview.contacts.history import timeline
from infoview.contacts.status import ContactStatus, standings, status_name
from infoview.content import words
from infoview.dates.day_words import full_date
from infoview.dates.typed import day_from
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.next_steps.due import due
from infoview.questions.research import findings_for
from infoview.records.contacts import Contact, Touch
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
from workbook.pages.page import box
from workbook.session import Session

Texts = Iterator[tuple[str, str]]
"""What is said above each text, and the text."""


class Person:
    """What happened with one contact, and a small form to note more."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.log")
        self._contact: Contact | None = None
        self.story = prose(html(""))
        self.form = typed_form(session, fields("contacts.log"), self._words["legend"])
        channels = words("finding")["channels"]
        offered = [Action(key, name) for key, name in channels.items()]
        self.actions = Actions(session.guard, offered, self._log)
        self.told = prose(html(""))
        self.view = box([self.story, self.form, self.actions, self.told])

    def draw(self, contact: Contact) -> None:
        """Show a contact."""
        self._contact = contact
        events = timeline(self._session.logbook, contact)
        status = standings(self._session.logbook)[contact.id]
        self.story.value = html(
            "<p>{status} <strong>{next}</strong></p><h4>{title}</h4><ul>{events}</ul>",
            status=self._words["status"].format(status=status_name(status)),
            next=self._next(contact, status),
            title=self._words["timeline"],
            events=[
                html(
                    "<li><strong>{day}</strong> {text}</li>",
                    day=full_date(event.on) if event.on else self._words["no_day"],
                    text=event.text,
                )
                for event in events
            ],
        )
        record = unfinished(contact.id, "log", 1)
        self.form.show(record, typed_so_far(self._session.logbook, record))
        self.told.value = html("{all}", all=[self._folded(key, contact) for key in self._words["folds"]])

    def _folded(self, key: str, contact: Contact) -> Html:
        """Fold away what they said, what was written to them, or what was read about them and their place."""
        texts = {"learned": _learned, "written": _written, "read": _read}[key]
        said = list(texts(self._session.logbook, contact))
        return html(
            '<details class="iv-help iv-told"><summary>{label}</summary>{texts}</details>' if said else "",
            label=self._words["folds"][key],
            texts=[
                html(
                    "<p>{over}{text}</p>",
                    over=html("<strong>{over}</strong><br>", over=over) if over else "",
                    text=text,
                )
                for over, text in said
            ],
        )

    def _next(self, contact: Contact, status: ContactStatus) -> str:
        """Say what to do next: the first step that has a day, else what comes after where things stand."""
        steps = due(self._session.logbook, self._session.today)
        step = next((step for step in steps if step.contact_id == contact.id), None)
        if step is None:
            return str(self._words["next"][status.value])
        return str(self._words["next_on"].format(sentence=step.sentence, day=full_date(step.due_on)))

    def _log(self, channel: str) -> None:
        if self._contact is None:
            return
        record = unfinished(self._contact.id, "log", 1)
        typed = typed_so_far(self._session.logbook, record)
        on = day_from(typed.get("on"), "on") or self._session.today
        if on > self._session.today:
            raise InputError(self._words["ahead"].format(day=full_date(on)), "on")
        touch = Touch(self._contact.id, on, channel, typed.get("text", "").strip())

        def step(logbook: Logbook) -> None:
            logbook.touches.add(touch)
            forget_typed(logbook, record)

        self._session.change(step)
        self._session.say(self._words["noted"].format(name=self._contact.name, day=full_date(on)))


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


def _over(what: str, day: date | None) -> str:
    return ", ".join(part for part in (what, full_date(day) if day else "") if part)


def _read(logbook: Logbook, contact: Contact) -> Texts:
    """What was found out about them and the place where they work."""
    for finding in findings_for(logbook, contact):
        yield finding.source, finding.text
