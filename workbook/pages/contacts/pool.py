"""Find contacts: the pool of imported people, searched and picked from."""

from __future__ import annotations

from infoview.contacts.already_known import resembled
from infoview.records.contacts import Contact, PoolPerson
from infoview.workflow.contacts import pick
from workbook.components.actions import Action, Actions
from workbook.components.table import Column, Table, View
from workbook.markup import html, prose
from workbook.pages.contacts.duplicates import join_and_say
from workbook.pages.contacts.people import PAGE
from workbook.pages.fields import fields, form, number_of, page_words, typed_form, typed_so_far
from workbook.pages.page import Wide, box, show_if
from workbook.session import Session


class Pool(Wide):
    """Searches the pool and picks from it; whoever is picked is asked about at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.pool")
        self._picked = 0
        self._forgetting = False
        self._compared: object = None
        self._perhaps: dict[int, Contact] = {}
        columns = [
            Column(key, label, sortable=key != "location") for key, label in self._words["columns"].items()
        ]
        self.table = Table(
            session.guard,
            self._words["caption"],
            columns,
            self._pick,
            lambda _view: self.draw(),
            search_label=self._words["search"],
            page_size=PAGE,
            empty=self._words["empty"],
        )
        self.picked = prose(html(""))
        self.reason = form(session, fields("contacts.reason"), self._change)
        self.forget = Actions(session.guard, [], self._forget)
        self.field = typed_form(session, fields("contacts.pool"))
        self.view = box([self.field, self.table, self.picked, self.reason, self.forget])

    def draw(self) -> None:
        """Show the part of the pool that was asked for, and the two questions about the last one picked."""
        view = self.table.view
        pool = self._session.logbook.pool
        kept = typed_so_far(self._session.logbook, "field")
        self.field.show("field", {"words": kept.get("words", ""), "only": kept.get("only") == "True"})
        show_if(self.field, bool(pool.waiting()))
        people, total = self._search(view)
        if view.offset != self.table.first_row(total):
            people, total = self._search(self.table.view)
        waiting = pool.waiting()
        everyone = "summary_one" if waiting == 1 else "summary_all"
        self._compare(waiting)
        summary = self._words[everyone if total == waiting else "summary"].format(shown=total, total=waiting)
        self.table.show([self._row(person) for person in people], total, summary if waiting else "")
        self._draw_picked()
        self._draw_forget(waiting)

    def _search(self, view: View) -> tuple[tuple[PoolPerson, ...], int]:
        return self._session.logbook.pool.search(
            view.search,
            field_words=self._field_words(),
            order=view.sort or "name",
            descending=view.descending,
            offset=view.offset,
            limit=self.table.page_size,
        )

    def _compare(self, waiting: int) -> None:
        """Find who may be a contact already; once for as long as what is compared stays as it is."""
        logbook = self._session.logbook
        contacts = logbook.contacts.find()
        compared = (
            [
                (contact.id, contact.name, contact.organization, contact.email, contact.url)
                for contact in contacts
            ],
            (logbook.pool.imports.find(), logbook.pool.filled.count(), waiting),
        )
        if compared != self._compared:
            pool = logbook.pool.find() if contacts else ()
            self._compared, self._perhaps = compared, resembled(contacts, pool)

    def _field_words(self) -> str:
        kept = typed_so_far(self._session.logbook, "field")
        return kept.get("words", "") if kept.get("only") == "True" else ""

    def _draw_picked(self) -> None:
        contact = self._session.logbook.contacts.first(id=self._picked)
        show_if(self.reason, contact is not None)
        self.picked.value = html("")
        if contact:
            self.picked.value = html("<h3>{said}</h3>", said=self._words["picked"].format(name=contact.name))
            self.reason.show(f"contact-{contact.id}", {"why": contact.why, "how_found": contact.how_found})

    def _draw_forget(self, waiting: int) -> None:
        if self._forgetting and waiting:
            self.forget.change_actions(
                [
                    Action("sure", self._words["forget_sure"].format(number=waiting)),
                    Action("no", self._words["forget_no"], primary=True),
                ]
            )
        else:
            self.forget.change_actions([Action("forget", self._words["forget"])])
        show_if(self.forget, bool(waiting))

    def _row(self, person: PoolPerson) -> dict[str, object]:
        perhaps = self._perhaps.get(person.id)
        return {
            "id": person.id,
            "cells": {key: getattr(person, key) for key in self._words["columns"]},
            "actions": [("pick", self._words["pick"])],
            "note": self._words["perhaps"].format(name=perhaps.name) if perhaps else "",
        }

    def _pick(self, _action: str, person_id: str) -> None:
        person = self._session.logbook.pool.get(int(person_id))
        today = self._session.today
        contact = self._session.change(lambda logbook: pick(logbook, person, today))
        self._picked = contact.id
        join_and_say(self._session, contact)
        self.draw()
        self.reason.enter()

    def _change(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: logbook.contacts.change(number_of(record), **{key: value}))

    def _forget(self, key: str) -> None:
        self._forgetting = key == "forget"
        if key == "sure":
            self._session.change(lambda logbook: logbook.pool.forget())
            self._session.say(self._words["forgotten"])
        self.draw()
