"""Debrief: the names that were given."""

from __future__ import annotations

from infoview.changes import (
    add_name_given,
)
from infoview.contacts import Contact
from infoview.errors import InputError
from infoview.logbook import Logbook
from workbook.components.actions import Action, Actions
from workbook.markup import html, prose
from workbook.pages.debrief.conversation import conversation, needs_talk
from workbook.pages.fields import (
    fields,
    forget_typed,
    form,
    keep_typed,
    page_words,
    typed_so_far,
    unfinished,
)
from workbook.pages.page import box, show_if
from workbook.session import Session


class NamesGiven:
    """People they mentioned: contacts now, with who gave the name."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.names")
        self.form = form(session, fields("debrief.names"), self._type, self._words["legend"])
        self.actions = Actions(session.guard, [Action("add", self._words["add"], primary=True)], self._add)
        self.list = prose(html(""), "iv-note")
        self.empty = needs_talk()
        self.shown = box([self.form, self.actions, self.list])
        self.view = box([self.empty, self.shown])

    def draw(self) -> None:
        """Show what is typed, and the names from this conversation."""
        meeting = conversation(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.empty, meeting is None)
        if meeting is None:
            return
        logbook = self._session.logbook
        record = unfinished(meeting.contact_id, "given", meeting.id)
        typed = typed_so_far(logbook, record)
        self.form.show(record, {**typed, "may_use_name": typed.get("may_use_name") == "yes"})
        given = logbook.introductions.find(meeting_id=meeting.id)
        names = ", ".join(logbook.contacts.get(one.contact_id).name for one in given)
        self.list.value = (
            html("<p>{said}</p>", said=self._words["list"].format(names=names)) if names else html("")
        )

    def _type(self, record: str, key: str, value: object) -> None:
        text = "yes" if value is True else value or ""
        self._session.change(lambda logbook: keep_typed(logbook, record, key, text))

    def _add(self, _key: str) -> None:
        introducer, meeting = self._session.contact, conversation(self._session)
        if introducer is None or meeting is None:
            return
        record, today = unfinished(introducer.id, "given", meeting.id), self._session.today
        typed = typed_so_far(self._session.logbook, record)
        name = " ".join(typed.get("name", "").split())
        contact = Contact(name, typed.get("organization", "").strip(), why=typed.get("why", ""))
        may_use_name = typed.get("may_use_name") == "yes"

        def step(logbook: Logbook) -> Contact:
            forget_typed(logbook, record)
            return add_name_given(logbook, contact, meeting, may_use_name=may_use_name, today=today)

        with self.form.refusals():
            if not name:
                raise InputError(self._words["no_name"], "name")
            added = self._session.change(step)
        self._session.say(self._words["added"].format(name=added.name, introducer=introducer.name))
