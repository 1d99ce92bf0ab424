"""Find contacts: the list of contacts, and one of them open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from infoview.contacts.listing import in_order, listed, organizations, places
from infoview.contacts.stages import stages
from infoview.contacts.status import ContactStatus, standings, status_name
from infoview.content import words
from infoview.dates.typed import past_day_from
from infoview.duplicates import fold
from infoview.logbook import Logbook
from infoview.next_steps.due import due
from infoview.records.contacts import Circle, Contact
from infoview.records.introductions import Introduction
from infoview.records.takeaways import Takeaway
from infoview.workflow.clocks import move_their_clock, said_of
from infoview.workflow.contacts import change_contact, delete_contact, introduce, note_given
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.table import Column, Table, View
from workbook.faces import face
from workbook.markup import Html, html, prose
from workbook.pages.contacts.duplicates import join_and_say
from workbook.pages.contacts.order import more_about
from workbook.pages.contacts.person import Person
from workbook.pages.empty import Empty
from workbook.pages.fields import (
    fields,
    forget_typed,
    form,
    keep_typed,
    number_of,
    page_words,
    typed_form,
    typed_so_far,
)
from workbook.pages.page import Wide, box, show_if
from workbook.pages.picker import names_offered
from workbook.session import Session

Row = dict[str, Any]
KINDS = {"name": "person", "status": "way"}
"""What a column of the list is where it is more than text."""
PAGE = 10
"""Rows of a table on one page: few enough to see what comes below it."""
PANEL = "iv-person"
"""The element in which somebody's name stands, or the name of the list: where reading starts."""
FEW = 5
"""Contacts that are seen at a glance, so that nothing is needed to narrow them down."""

GIVERS = ("introducer", "introducer_too")
"""The boxes for who gave a name."""
OF_GIVERS = {*GIVERS, "given_on"}
"""The boxes about that, which belong to no field of a contact."""


class People(Wide):
    """Everyone who is a contact; one of them at a time can be opened and changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.people")
        self._deleting = 0
        columns = [
            Column(key, label, sortable=key in {"name", "status"}, kind=KINDS.get(key, "text"))
            for key, label in self._words["columns"].items()
        ]
        self.table = Table(
            session.guard,
            self._words["caption"],
            columns,
            self._act,
            lambda _view: self.draw(),
            search_label=self._words["search"],
            page_size=PAGE,
            panel=PANEL,
        )
        self.back = Actions(session.guard, [Action("close", self._words["close"])], self._act_on_open)
        self.heading = prose(html(""))
        self.form = form(session, self._fields(), self._change)
        self.actions = Actions(session.guard, [], self._act_on_open)
        self.person = Person(session)
        self.filters = typed_form(session, self._filters(), self._words["filters"]["legend"])
        self._filtering = False
        self.chips = Actions(session.guard, [], self._take_off)
        self.filter = Actions(session.guard, [Action("filter", self._words["filter"])], self._open_filters)
        self._changing = False
        self.nobody = Empty(session, "nobody")
        self.opened = box([self.person.view, self.form, self.actions])
        self.everyone = box([self.filter, self.chips, self.filters, self.table])
        self.view = box([self.back, self.heading, self.opened, self.everyone, self.nobody.view])

    def draw(self) -> None:
        """Show the contacts asked for, and the one that is open."""
        logbook = self._session.logbook
        contacts = logbook.contacts.find()
        asked = self._draw_filters(contacts)
        view = self.table.view
        rows = _matching(self._rows(listed(logbook, asked)), view.search)
        _sort(rows, view)
        key = "summary_one" if len(contacts) == 1 else "summary_all"
        summary = self._words[key if len(rows) == len(contacts) else "summary"]
        said = summary.format(shown=len(rows), total=len(contacts)) if contacts else ""
        coming: dict[int, str] = {}
        for step in due(logbook, self._session.today):
            coming.setdefault(step.contact_id or 0, step.short)
        self.table.show_page(rows, lambda row: _with_person(logbook, row, coming), said)
        self._draw_open()

    def _rows(self, contacts: tuple[Contact, ...]) -> list[Row]:
        standing = standings(self._session.logbook)
        names = {contact.id: contact.name for contact in self._session.logbook.contacts.find()}
        by: dict[int, str] = {}
        for given in self._session.logbook.introductions.find():
            earlier, name = by.get(given.contact_id, ""), names.get(given.introducer_id, "")
            by[given.contact_id] = f"{earlier}, {name}" if earlier else name
        return [
            {
                "id": contact.id,
                "contact": contact,
                "opens": ("edit", self._words["edit"]),
                "cells": {
                    "name": contact.name,
                    "organization": ", ".join(part for part in (contact.title, contact.organization) if part),
                    "status": status_name(standing[contact.id]),
                },
                "note": self._words["introduced"].format(name=by[contact.id]) if contact.id in by else "",
            }
            for contact in contacts
        ]

    def _draw_filters(self, contacts: tuple[Contact, ...]) -> dict[str, str]:
        """Show what the list can be narrowed by, and tell what is asked for that is there."""
        shown = self._filters(contacts)
        self.filters.change_fields(shown)
        kept = typed_so_far(self._session.logbook, "people")
        offered = {field.key: {value for value, _ in field.options} for field in shown}
        asked = {key: value for key, value in kept.items() if value in offered.get(key, ())}
        self.filters.show("people", asked)
        narrowed = any(asked.values())
        many = len(contacts) > FEW or narrowed
        self.filter.change_actions(
            [Action("filter", self._words["filter_close" if self._filtering else "filter"])]
        )
        self.chips.change_actions(_chips(shown, asked, self._words["chip"]))
        show_if(self.filter, many or self._filtering)
        show_if(self.chips, narrowed and not self._filtering)
        show_if(self.filters, self._filtering)
        return asked

    def _open_filters(self, _key: str) -> None:
        self._filtering = not self._filtering
        self.draw()
        if self._filtering:
            self.filters.enter()

    def _take_off(self, key: str) -> None:
        """Ask for everybody again, as far as one filter goes."""
        self._session.change(lambda logbook: keep_typed(logbook, "people", key, ""))
        self.table.enter()

    def _filters(self, contacts: tuple[Contact, ...] = ()) -> list[Field]:
        circles = page_words("contacts.circles")
        offered = {
            "status": [(status.value, status_name(status)) for status in ContactStatus],
            "circle": [(circle.value, circles[circle.value]) for circle in Circle],
            "organization": list(organizations(contacts).items()),
            "place": list(places(contacts).items()),
            "missing": [
                (takeaway.value, words("takeaways")[takeaway.value]["name"]) for takeaway in Takeaway
            ],
        }
        every = ("", self._words["filters"]["all"])
        return [
            Field(**entry, options=[every, *offered[entry["key"]]]) for entry in self._words["filter_fields"]
        ]

    def _draw_open(self) -> None:
        contact = self._session.logbook.contacts.first(id=self._session.here.opened_id)
        show_if(self.back, contact is not None)
        show_if(self.opened, contact is not None)
        is_empty = self._session.logbook.contacts.count() == 0
        show_if(self.everyone, contact is None and not is_empty)
        show_if(self.nobody.view, is_empty)
        self.heading.value = _heading(contact, self._words["caption"])
        if contact is None:
            return
        self.person.draw(contact)
        show_if(self.form, self._changing)
        self.form.change_fields(self._fields())
        record = f"contact-{contact.id}"
        values = {
            field["key"]: getattr(contact, field["key"], "")
            for field in self.form.fields
            if field["key"] not in OF_GIVERS
        }
        given = self._session.logbook.introductions.find(contact_id=contact.id)
        values |= {key: str(one.introducer_id) for key, one in zip(GIVERS, given, strict=False)}
        values |= {"given_on": given[0].given_on if given else None, "time_zone": said_of(contact)}
        self.form.show(record, values)
        self.actions.change_actions(self._offered(contact))

    def _offered(self, contact: Contact) -> list[Action]:
        if self._deleting == contact.id:
            return [
                Action("keep", self._words["delete_no"].format(name=contact.name), primary=True),
                Action("sure", self._words["delete_sure"].format(name=contact.name)),
            ]
        rest = "wake" if contact.rested_on else "rest"
        return [
            Action("details", self._words["details_close" if self._changing else "details"]),
            Action(rest, self._words[rest]),
            Action("delete", self._words["delete"]),
        ]

    def _fields(self) -> list[Field]:
        people = [
            contact
            for contact in self._session.logbook.contacts.find()
            if contact.id != self._session.here.opened_id
        ]
        given = self._session.logbook.introductions.find(contact_id=self._session.here.opened_id)
        first, second = ([introduction.introducer_id for introduction in given] + [0, 0])[:2]
        circles = page_words("contacts.circles")
        options = {
            "circle": [(circle.value, circles[circle.value]) for circle in Circle],
            "introducer": [("", self._words["nobody"]), *names_offered(people, first)],
            "introducer_too": [("", self._words["nobody"]), *names_offered(people, second)],
        }
        more = [
            field
            for field in fields("contacts.people", options)
            if given or field.key not in {"introducer_too", "given_on"}
        ]
        return [*fields("contacts.by_hand", options), *more, *more_about()]

    def _act(self, _action: str, contact_id: str) -> None:
        self._session.here.open(int(contact_id))
        self._deleting, self._changing = 0, False
        self.draw()
        self.table.enter()

    def _act_on_open(self, key: str) -> None:
        contact = self._session.logbook.contacts.get(self._session.here.opened_id)
        self._deleting = contact.id if key == "delete" else 0
        if key == "close":
            self._session.here.close()
            self._changing = False
        elif key == "details":
            self._changing = not self._changing
        elif key in {"rest", "wake"}:
            day = self._session.today if key == "rest" else None
            until = contact.rest_until if day else None
            self._session.change(
                lambda logbook: logbook.contacts.change(contact.id, rested_on=day, rest_until=until)
            )
        elif key == "sure":
            self._session.here.close()
            self._session.change(lambda logbook: _delete(logbook, contact.id))
            self._session.logbook.leave_no_trace()
            self._session.say(self._words["deleted"].format(name=contact.name))
        self.draw()
        if key in {"close", "sure"}:
            self.table.enter()
        elif key == "details" and self._changing:
            self.form.enter()

    def _change(self, record: str, key: str, value: object) -> None:
        number = number_of(record)
        if key == "introducer":
            given = Introduction(int(str(value or 0)), number, self._session.today)
            self._session.change(lambda logbook: introduce(logbook, given))
            return
        if key in OF_GIVERS:
            self._change_giver(number, key, value)
            return
        if key == "time_zone":
            self._session.change_and_tell(lambda logbook: move_their_clock(logbook, number, str(value)))
            return
        changed = self._session.change(lambda logbook: change_contact(logbook, number, key, value))
        if key in {"email", "url"}:
            join_and_say(self._session, changed)

    def _change_giver(self, contact_id: int, key: str, value: object) -> None:
        """Note when a name was given, or who else gave it."""
        first, *others = self._session.logbook.introductions.find(contact_id=contact_id)

        def step(logbook: Logbook) -> None:
            if key == "given_on":
                day = past_day_from(value, key, self._session.today) if value else None
                logbook.introductions.change(first.id, given_on=day)
                return
            for other in others[:1]:
                logbook.introductions.remove(other.id)
            introducer = int(str(value or 0))
            if introducer:
                note_given(logbook, Introduction(introducer, contact_id, self._session.today))

        self._session.change(step)


def _heading(contact: Contact | None, everyone: str) -> Html:
    """Say whose page it is, with face, role and place; of the list, what it is called, for who listens."""
    if contact is None:
        return html('<h3 id="{id}" class="iv-unseen" tabindex="-1">{name}</h3>', id=PANEL, name=everyone)
    about = (contact.title, contact.organization, contact.location)
    return html(
        '<div class="iv-whose">{face}<div><h3 id="{id}" tabindex="-1">{name}</h3><p>{about}</p></div></div>',
        face=face(contact.name),
        id=PANEL,
        name=contact.name,
        about=" · ".join(part for part in about if part),
    )


def _chips(shown: Sequence[Field], asked: Mapping[str, str], said: str) -> list[Action]:
    """Say by what the list is narrowed, each as a button that takes it off."""
    return [
        Action(field.key, said.format(filter=field.label, chosen=dict(field.options)[asked[field.key]]))
        for field in shown
        if asked.get(field.key)
    ]


def _delete(logbook: Logbook, contact_id: int) -> None:
    """Delete a contact with all about them, words that were only begun included."""
    delete_contact(logbook, contact_id)
    forget_typed(logbook, f"about-{contact_id}")


def _with_person(logbook: Logbook, row: Row, coming: Mapping[int, str]) -> Row:
    """Make a row of what is known of a contact: who it is, how far one is, and what is next."""
    contact, cells = row["contact"], row["cells"]
    reached = stages(logbook, contact)
    cells = {
        "name": (cells["name"], cells["organization"]),
        "status": (cells["status"], sum(stage.done for stage in reached), len(reached)),
        "next": coming.get(contact.id, ""),
    }
    return row | {"cells": cells}


def _matching(rows: list[Row], search: str) -> list[Row]:
    """Keep the rows in which every typed word stands somewhere, with or without its accents."""
    typed = fold(search).split()
    return [row for row in rows if not typed or all(word in _text(row) for word in typed)]


def _text(row: Row) -> str:
    return fold(" ".join([*map(str, row["cells"].values()), row["note"]]))


def _sort(rows: list[Row], view: View) -> None:
    if view.sort:
        rows.sort(key=lambda row: in_order(str(row["cells"][view.sort])), reverse=view.descending)
