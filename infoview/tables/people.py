"""The tables of people: the contacts, who gave whose name, and what happened with each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from infoview.contacts.history import EVENTS, every_event
from infoview.contacts.status import ContactStatus, standings, status_name
from infoview.logbook import Logbook
from infoview.records.contacts import Circle
from infoview.tables.columns import Row, Table, choice, columns, named_by

_OWN = attrgetter("id", "name", "title", "organization", "email", "phone", "location", "url")
_HOW = attrgetter("circle", "how_found")
_WHY = attrgetter("why", "note", "added_on")


def _contacts(logbook: Logbook) -> Iterator[Row]:
    status, contacts = standings(logbook), logbook.contacts.find()
    names = {contact.id: contact.name for contact in contacts}
    introduced: dict[int, list[str]] = defaultdict(list)
    for given in logbook.introductions.find():
        introduced[given.contact_id].append(names[given.introducer_id])
    for contact in contacts:
        by = ", ".join(introduced[contact.id]) if contact.id in introduced else ""
        yield (*_OWN(contact), status[contact.id], *_HOW(contact), by, *_WHY(contact))


def _introductions(logbook: Logbook) -> Iterator[Row]:
    names = {contact.id: contact.name for contact in logbook.contacts.find()}
    for given in logbook.introductions.find():
        introducer, contact = given.introducer_id, given.contact_id
        people = (names[introducer], names[contact])
        yield (given.id, introducer, contact, given.meeting_id, *people, given.given_on, given.may_use_name)


def _timeline(logbook: Logbook) -> Iterator[Row]:
    names = {contact.id: contact.name for contact in logbook.contacts.find()}
    events = sorted(every_event(logbook), key=lambda event: event.on or date.max)
    for number, event in enumerate(events, start=1):
        yield number, event.contact_id, names[event.contact_id], event.on, event.kind, event.text


CONTACTS = Table(
    "contacts",
    columns(
        "id name title organization email phone location url standing circle how_found introduced_by "
        "why note added_on:day",
        standing=choice("standing", ContactStatus, lambda value: status_name(ContactStatus(value))),
        circle=choice("circle", Circle, named_by("circle")),
    ),
    _contacts,
)
INTRODUCTIONS = Table(
    "introductions",
    columns("id introducer_id:id contact_id:id meeting_id:id introducer name given_on:day may_use_name:yes"),
    _introductions,
)
TIMELINE = Table(
    "timeline",
    columns("id contact_id:id name on:day what text", what=choice("what", EVENTS, named_by("event"))),
    _timeline,
)
