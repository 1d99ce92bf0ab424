"""One person: what happened with them, the next step, and a line about a call or a chance meeting."""

from __future__ import annotations

from infoview.calendar.day_words import full_date
from infoview.content import words
from infoview.finding.timeline import timeline
from infoview.next_steps import due
from infoview.records.contacts import Contact, Touch
from infoview.standing import ContactStatus, standings, status_name
from workbook.components.actions import Action, Actions
from workbook.markup import html, prose
from workbook.pages.fields import fields, forget_typed, form, keep_typed, page_words, typed_so_far, unfinished
from workbook.pages.page import box
from workbook.session import Session


class Person:
    """What happened with one contact, and a small form to note more."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.log")
        self._contact: Contact | None = None
        self.story = prose(html(""))
        self.form = form(session, fields("contacts.log"), self._change, self._words["legend"])
        channels = words("finding")["channels"]
        offered = [Action(key, self._words["note"].format(kind=name)) for key, name in channels.items()]
        self.actions = Actions(session.guard, offered, self._log)
        self.view = box([self.story, self.form, self.actions])

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
                    day=full_date(one.on) if one.on else self._words["no_day"],
                    text=one.text,
                )
                for one in events
            ],
        )
        record = unfinished(contact.id, "log", 1)
        self.form.show(record, typed_so_far(self._session.logbook, record))

    def _next(self, contact: Contact, status: ContactStatus) -> str:
        """Say what to do next: the first step that has a day, else what comes after where things stand."""
        steps = due(self._session.logbook, self._session.today)
        step = next((one for one in steps if one.contact_id == contact.id), None)
        if step is None:
            return str(self._words["next"][status.value])
        return self._words["next_on"].format(sentence=step.sentence, day=full_date(step.due_on))

    def _change(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

    def _log(self, channel: str) -> None:
        if self._contact is None:
            return
        record = unfinished(self._contact.id, "log", 1)
        text = typed_so_far(self._session.logbook, record).get("text", "").strip()
        touch = Touch(self._contact.id, self._session.today, channel, text)

        def step(logbook) -> None:  # noqa: ANN001 - the session hands over its logbook
            logbook.touches.add(touch)
            forget_typed(logbook, record)

        self._session.change(step)
        self._session.say(self._words["noted"].format(name=self._contact.name))
