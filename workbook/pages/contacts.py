"""Find contacts: bring people in, pick from the pool, add by hand, and see who is there."""

from __future__ import annotations

from collections.abc import Mapping

from infoview.addresses import email, link
from infoview.changes import delete_contact, introduce, pick
from infoview.contacts import Circle, Contact, PoolPerson
from infoview.content import words
from infoview.errors import InputError
from infoview.importers import Reading, read
from infoview.importers.pooling import for_pool
from infoview.introductions import Introduction
from infoview.logbook import Logbook
from infoview.standing import ContactStatus, standings, status_name
from infoview.takeaways import Takeaway
from infoview.zones import zone_from
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.table import Column, Table, View
from workbook.components.upload import Upload
from workbook.markup import Html, html, prose
from workbook.pages.fields import fields, forget_typed, form, keep_typed, number_of, page_words, typed_so_far
from workbook.pages.finding import Ideas, Order, Twice, WayIn, join_and_say, more_about
from workbook.pages.page import Wide, box, show_if
from workbook.pages.person import Person
from workbook.session import Session

PAGE = 10
"""Rows of a table on one page: few enough to see what comes below it."""
SHOWN_PROBLEMS = 50
ACCEPTED = ".csv,.tsv,.txt,.zip,.vcf,.xlsx"
NEW = "add"
"""The record that holds what is typed into the form for a new contact, until it becomes one."""


class BringIn:
    """Reads a file, shows what it understood, and keeps it in the pool when the person says so."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.import")
        self._waiting: tuple[str, Reading] | None = None
        self._data = b""
        self._mapping: dict[str, str] = {}
        self.mapping = form(session, [], self._map, self._words["mapping"]["legend"])
        self.upload = Upload(
            session.guard, self._words["upload"], self._words["upload_hint"], ACCEPTED, self._understand
        )
        self.understood = prose(html(""))
        self.actions = Actions(session.guard, [], self._act)
        self.view = box([self.upload, self.understood, self.mapping, self.actions])

    def draw(self) -> None:
        """Offer to keep what was read, or to take the last file out again."""
        imports = self._session.logbook.pool.imports.find()
        if self._waiting:
            number = len(self._waiting[1].contacts)
            keep = self._words["keep_one" if number == 1 else "keep"].format(number=number)
            self.actions.change_actions(
                [Action("keep", keep, primary=True), Action("discard", self._words["discard"])]
            )
        elif imports:
            self.actions.change_actions([Action("undo", self._words["undo"])])
        else:
            self.actions.change_actions([])
        show_if(self.actions, bool(self._waiting or imports))
        self._draw_mapping()

    def _draw_mapping(self) -> None:
        """Let the person say what the columns of an unknown list hold."""
        columns = self._waiting[1].columns if self._waiting and self._waiting[1].format == "table" else {}
        show_if(self.mapping, bool(columns))
        said = self._words["mapping"]
        options = [("", said["nothing"]), *said["fields"].items()]
        self.mapping.change_fields(
            [
                Field(f"column{place}", heading or "…", kind="choice", options=options, width="third")
                for place, heading in enumerate(columns)
            ]
        )
        self.mapping.show(
            "columns", {f"column{place}": field for place, field in enumerate(columns.values())}
        )

    def _map(self, _record: str, key: str, value: object) -> None:
        if self._waiting is None:
            return
        name, reading = self._waiting
        heading = list(reading.columns)[int(key.removeprefix("column"))]
        mapping = {**reading.columns, **self._mapping, heading: str(value)}
        changed = read(self._data, name, mapping)
        if not changed.contacts:
            reason = " ".join(problem.message for problem in changed.problems[:1])
            raise InputError(self._words["none"].format(file=name, reason=reason), key)
        self._mapping = mapping
        self._waiting = (name, changed)
        self.understood.value = self._preview(name, changed)
        self.draw()

    def _understand(self, name: str, data: bytes) -> None:
        self._waiting = None
        self.understood.value = html("")
        self.draw()
        reading = read(data, name)
        if not reading.contacts:
            reason = " ".join(problem.message for problem in reading.problems[:3])
            raise InputError(self._words["none"].format(file=name, reason=reason))
        self._waiting, self._data, self._mapping = (name, reading), data, {}
        self.understood.value = self._preview(name, reading)
        self._session.say("")
        self.draw()

    def _preview(self, name: str, reading: Reading) -> Html:
        known: Mapping[str, str] = self._words["formats"]
        kind = next((said for key, said in known.items() if reading.format.startswith(key)), known["table"])
        number = len(reading.contacts)
        names = ", ".join(person.name for person in reading.contacts[:5])
        return html(
            '<div class="iv-facts"><p><strong>{people}</strong> {understood} {first}</p>{problems}</div>',
            understood=self._words["understood"].format(file=name, format=kind),
            people=self._words["people_one" if number == 1 else "people"].format(number=number),
            first=self._words["first"].format(names=names),
            problems=self._problems([problem.message for problem in reading.problems]),
        )

    def _problems(self, sentences: list[str]) -> Html:
        if not sentences:
            return html("")
        number = len(sentences)
        more = (
            self._words["and_more"].format(number=number - SHOWN_PROBLEMS) if number > SHOWN_PROBLEMS else ""
        )
        return html(
            '<details class="iv-help" open><summary>{title}</summary><ul>{items}</ul><p>{more}</p></details>',
            title=self._words["left_out_one" if number == 1 else "left_out"].format(number=number),
            items=[html("<li>{said}</li>", said=said) for said in sentences[:SHOWN_PROBLEMS]],
            more=more,
        )

    def _act(self, key: str) -> None:
        if key == "undo":
            self._undo()
            return
        waiting, self._waiting = self._waiting, None
        self.understood.value = html("")
        if key == "keep" and waiting:
            self._keep(*waiting)
        self.draw()

    def _keep(self, name: str, reading: Reading) -> None:
        record, people = for_pool(reading, name, self._session.today, self._session.logbook.pool.find())
        self._session.change(lambda logbook: logbook.pool.fill(record, people))
        said = self._words["kept_one" if len(people) == 1 else "kept"]
        twice = len(reading.contacts) - len(people)
        more = f" {record.problems[-1]}" if twice and record.problems else ""
        self._session.say(said.format(number=len(people), file=name) + more)

    def _undo(self) -> None:
        last = self._session.logbook.pool.imports.find()[-1]
        self._session.change(lambda logbook: logbook.pool.imports.remove(last.id))
        self._session.say(self._words["undone"].format(file=last.file_name))


class Pool(Wide):
    """Searches the pool and picks from it; whoever is picked is asked about at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.pool")
        self._picked = 0
        self._forgetting = False
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
        self.field = form(session, fields("contacts.pool"), self._narrow)
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

    def _field_words(self) -> str:
        kept = typed_so_far(self._session.logbook, "field")
        return kept.get("words", "") if kept.get("only") == "True" else ""

    def _narrow(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

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
        return {
            "id": person.id,
            "cells": {key: getattr(person, key) for key in self._words["columns"]},
            "actions": [("pick", self._words["pick"])],
        }

    def _pick(self, _action: str, person_id: str) -> None:
        person = self._session.logbook.pool.get(int(person_id))
        today = self._session.today
        self._picked = self._session.change(lambda logbook: pick(logbook, person, today)).id
        join_and_say(self._session)
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


class AddByHand:
    """Adds a contact; what is typed is kept until it becomes one."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.add")
        self.form = form(session, self._fields(), self._change, self._words["legend"])
        self.actions = Actions(session.guard, [Action("add", self._words["add"], primary=True)], self._add)
        self.view = box([self.form, self.actions])

    def draw(self) -> None:
        """Show what was typed so far."""
        self.form.change_fields(self._fields())
        self.form.show(NEW, self._typed())

    def _fields(self) -> list:
        nobody = ("", page_words("contacts.people")["nobody"])
        people = self._session.logbook.contacts.find(order="name")
        circles = page_words("contacts.circles")
        return fields(
            "contacts.add",
            {
                "circle": [("", ""), *((circle.value, circles[circle.value]) for circle in Circle)],
                "introducer": [nobody, *((str(person.id), person.name) for person in people)],
            },
        )

    def _typed(self) -> dict[str, str]:
        """What was typed so far, without an introducer who was deleted meanwhile."""
        typed = typed_so_far(self._session.logbook, NEW)
        introducer = typed.pop("introducer", "")
        if self._session.logbook.contacts.first(id=int(introducer or 0)):
            typed["introducer"] = introducer
        return typed

    def _change(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

    def _add(self, _key: str) -> None:
        typed = self._typed()
        with self.form.refusals():
            contact = self._contact(typed)
        introducer = int(typed.get("introducer") or 0)

        def step(logbook: Logbook) -> None:
            added = logbook.contacts.add(contact)
            if introducer:
                logbook.introductions.add(Introduction(introducer, added.id, self._session.today))
            forget_typed(logbook, NEW)

        self._session.change(step)
        self._session.say(self._words["added"].format(name=contact.name))

    def _contact(self, typed: Mapping[str, str]) -> Contact:
        """Make a contact of what was typed.

        Raises:
            InputError: There is no name, this person is known already, or the address is none.
        """
        name, organization = (" ".join(typed.get(key, "").split()) for key in ("name", "organization"))
        if not name:
            raise InputError(self._words["no_name"], "name")
        for known in self._session.logbook.contacts.find():
            if (known.name.casefold(), known.organization) == (name.casefold(), organization):
                raise InputError(self._words["twice"].format(name=name), "name")
        address = typed.get("email", "").strip()
        if address and not email(address):
            raise InputError(page_words("contacts.people")["bad_email"].format(value=address), "email")
        return Contact(
            name=name,
            organization=organization,
            title=typed.get("title", "").strip(),
            email=address,
            circle=Circle(typed.get("circle") or "other"),
            how_found=typed.get("how_found", ""),
            why=typed.get("why", ""),
            added_on=self._session.today,
        )


class People(Wide):
    """Everyone who is a contact; one of them at a time can be opened and changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.people")
        self._open = 0
        self._deleting = False
        columns = [Column(key, label, sortable=True) for key, label in self._words["columns"].items()]
        self.table = Table(
            session.guard,
            self._words["caption"],
            columns,
            self._act,
            lambda _view: self.draw(),
            search_label=self._words["search"],
            page_size=PAGE,
            empty=self._words["empty"],
        )
        self.heading = prose(html(""))
        self.form = form(session, self._fields(), self._change)
        self.actions = Actions(session.guard, [], self._act_on_open)
        self.person = Person(session)
        self.filters = form(session, self._filters(), self._filter, self._words["filters"]["legend"])
        self.view = box([self.filters, self.table, self.heading, self.person.view, self.form, self.actions])

    def draw(self) -> None:
        """Show the contacts asked for, and the one that is open."""
        logbook = self._session.logbook
        contacts = logbook.contacts.find(order="name")
        kept = typed_so_far(logbook, "people")
        self.filters.show("people", kept)
        wanted = [contact for contact in contacts if self._wanted(contact, kept)]
        rows = [row for row in self._rows(tuple(wanted)) if _matches(row, self.table.view.search)]
        _sort(rows, self.table.view)
        key = "summary_one" if len(contacts) == 1 else "summary_all"
        summary = self._words[key if len(rows) == len(contacts) else "summary"]
        start = self.table.first_row(len(rows))
        self.table.show(
            rows[start : start + self.table.page_size],
            len(rows),
            summary.format(shown=len(rows), total=len(contacts)) if contacts else "",
        )
        self._draw_open()

    def _rows(self, contacts: tuple[Contact, ...]) -> list[dict[str, object]]:
        standing = standings(self._session.logbook)
        names = {contact.id: contact.name for contact in self._session.logbook.contacts.find()}
        by = {
            one.contact_id: names.get(one.introducer_id, "")
            for one in self._session.logbook.introductions.find()
        }
        return [
            {
                "id": contact.id,
                "cells": {
                    "name": contact.name,
                    "organization": ", ".join(part for part in (contact.title, contact.organization) if part),
                    "status": status_name(standing[contact.id]),
                },
                "note": self._words["introduced"].format(name=by[contact.id]) if contact.id in by else "",
                "actions": [("edit", self._words["edit"]), ("write", self._words["write"])],
            }
            for contact in contacts
        ]

    def _filters(self) -> list:
        circles = page_words("contacts.circles")
        statuses = [(status.value, status_name(status)) for status in ContactStatus]
        missing = [(takeaway.value, words("takeaways")[takeaway.value]["name"]) for takeaway in Takeaway]
        offered = {
            "status": statuses,
            "circle": [(circle.value, circles[circle.value]) for circle in Circle],
            "missing": missing,
        }
        return [
            Field(**entry, options=[("", ""), *offered[entry["key"]]])
            for entry in self._words["filter_fields"]
        ]

    def _filter(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

    def _wanted(self, contact: Contact, kept: Mapping[str, str]) -> bool:
        """Whether a contact is among those asked for by status, circle and what is still to be learned."""
        logbook = self._session.logbook
        if kept.get("status") and standings(logbook)[contact.id] != kept["status"]:
            return False
        if kept.get("circle") and contact.circle != kept["circle"]:
            return False
        if not kept.get("missing"):
            return True
        meetings = {meeting.id for meeting in logbook.meetings.find(contact_id=contact.id)}
        learned = logbook.learned.find(takeaway=kept["missing"])
        return not any(one.meeting_id in meetings and one.text.strip() for one in learned)

    def _draw_open(self) -> None:
        contact = self._session.logbook.contacts.first(id=self._open)
        show_if(self.person.view, contact is not None)
        show_if(self.form, contact is not None)
        show_if(self.actions, contact is not None)
        self.heading.value = html("")
        if contact is None:
            return
        self.heading.value = html("<h3>{said}</h3>", said=self._words["editing"].format(name=contact.name))
        self.person.draw(contact)
        self.form.change_fields(self._fields())
        record = f"contact-{contact.id}"
        values = {
            field["key"]: getattr(contact, field["key"], "")
            for field in self.form.fields
            if field["key"] != "introducer"
        }
        given = self._session.logbook.introductions.first(contact_id=contact.id)
        self.form.show(record, {**values, "introducer": str(given.introducer_id) if given else ""})
        self.actions.change_actions(self._offered(contact))

    def _offered(self, contact: Contact) -> list[Action]:
        if self._deleting:
            return [
                Action("sure", self._words["delete_sure"].format(name=contact.name)),
                Action("keep", self._words["delete_no"].format(name=contact.name), primary=True),
            ]
        rest = "wake" if contact.rested_on else "rest"
        return [
            Action("close", self._words["close"], primary=True),
            Action(rest, self._words[rest]),
            Action("delete", self._words["delete"]),
        ]

    def _fields(self) -> list:
        people = [one for one in self._session.logbook.contacts.find(order="name") if one.id != self._open]
        circles = page_words("contacts.circles")
        options = {
            "circle": [(circle.value, circles[circle.value]) for circle in Circle],
            "introducer": [("", self._words["nobody"]), *((str(one.id), one.name) for one in people)],
        }
        return [*fields("contacts.add", options), *fields("contacts.people"), *more_about()]

    def _act(self, action: str, contact_id: str) -> None:
        if action == "write":
            self._session.choose(int(contact_id))
            self._session.go("requests")
            return
        self._open, self._deleting = int(contact_id), False
        self.draw()
        self.form.enter()

    def _act_on_open(self, key: str) -> None:
        contact = self._session.logbook.contacts.get(self._open)
        self._deleting = key == "delete"
        if key == "close":
            self._open = 0
        elif key in {"rest", "wake"}:
            day = self._session.today if key == "rest" else None
            self._session.change(lambda logbook: logbook.contacts.change(contact.id, rested_on=day))
        elif key == "sure":
            self._open = 0
            self._session.change(lambda logbook: _delete(logbook, contact.id))
            self._session.logbook.leave_no_trace()
            self._session.say(self._words["deleted"].format(name=contact.name))
        self.draw()

    def _change(self, record: str, key: str, value: object) -> None:
        number, text = number_of(record), str(value).strip()
        if key == "introducer":
            given = Introduction(int(text or 0), number, self._session.today)
            self._session.change(lambda logbook: introduce(logbook, given))
            return
        if key == "name" and not text:
            raise InputError(self._words["no_name"], key)
        if key == "email" and text and not email(text):
            raise InputError(self._words["bad_email"].format(value=text), key)
        if key == "url" and text:
            text = link(text)
            if not text:
                raise InputError(self._words["bad_url"].format(value=value), key)
        if key == "time_zone":
            text = zone_from(text)
        if key in {"interest", "closeness"}:
            value = int(text or 0)
        stored = text if key in {"name", "email", "url", "time_zone"} else value
        self._session.change(lambda logbook: logbook.contacts.change(number, **{key: stored}))
        if key in {"email", "url"}:
            join_and_say(self._session)


def _delete(logbook: Logbook, contact_id: int) -> None:
    """Delete a contact with all about them, words that were only begun included."""
    delete_contact(logbook, contact_id)
    forget_typed(logbook, f"about-{contact_id}")


def _matches(row: dict, search: str) -> bool:
    """Whether every typed word stands somewhere in a row."""
    text = " ".join([*map(str, row["cells"].values()), row["note"]]).casefold()
    return all(word in text for word in search.casefold().split())


def _sort(rows: list[dict], view: View) -> None:
    if view.sort:
        rows.sort(key=lambda row: str(row["cells"][view.sort]).casefold(), reverse=view.descending)


ROWS = (
    (("ideas", Ideas),),
    (("import", BringIn),),
    (("pool", Pool),),
    (("add", AddByHand),),
    (("people", People),),
    (("twice", Twice),),
    (("way", WayIn),),
    (("order", Order),),
)
