"""Asking order: whom to ask first, with the reasons in words (`content/contacts.toml`).

Interest, a way in and closeness count as much as the person says. Someone to practise with comes first,
the place one dreams of last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from infoview.contacts.introducers import HARDLY, closeness_of, last_spoken, unwilling
from infoview.contacts.status import ContactStatus, standings
from infoview.content import words
from infoview.duplicates import house
from infoview.logbook import Logbook
from infoview.records.contacts import Contact

WEIGHED = ("interest", "way_in", "closeness")
USUAL = {"interest": 2, "way_in": 2, "closeness": 1}
MOST = 3
_TURNS = ("practice", "", "dream")


@dataclass(frozen=True, slots=True)
class Turn:
    """One contact's place in the order."""

    contact: Contact
    reasons: tuple[str, ...]
    points: int


def weights(logbook: Logbook) -> dict[str, int]:
    """Look up how much each thing counts, from 0 (nothing) to 3 (most)."""
    kept = logbook.recall_all("order.")
    return {name: int(kept[name]) if kept.get(name, "").isdigit() else usual for name, usual in USUAL.items()}


def asking_order(logbook: Logbook, today: date) -> tuple[Turn, ...]:
    """Order the contacts who were not asked yet; without those for whom it is too early."""
    standing = standings(logbook)
    declined, counted = unwilling(logbook), weights(logbook)
    contacts = logbook.contacts.find()
    given = {given.contact_id for given in logbook.introductions.find()}
    spoken = last_spoken(logbook)
    houses: dict[str, set[int]] = {}
    for contact in contacts:
        known = contact.id in spoken or closeness_of(contact) > HARDLY
        if contact.organization and contact.id not in declined and known:
            houses.setdefault(house(contact.organization), set()).add(contact.id)
    turns = []
    for contact in contacts:
        early = contact.not_before is not None and contact.not_before > today
        if standing[contact.id] is ContactStatus.FOUND and not contact.apart and not early:
            inside = houses.get(house(contact.organization), set()) - {contact.id}
            way = 2 if contact.id in given else int(bool(inside))
            facts = {"interest": contact.interest, "way_in": way, "closeness": closeness_of(contact)}
            points = sum(counted[name] * value for name, value in facts.items())
            turns.append(Turn(contact, tuple(_reasons(contact, facts, counted)), points))
    return tuple(sorted(turns, key=_place))


def _place(turn: Turn) -> tuple[int, int, str]:
    place = _TURNS.index(turn.contact.turn) if turn.contact.turn in _TURNS else 1
    return (place, -turn.points, turn.contact.name.casefold())


def _reasons(contact: Contact, facts: Mapping[str, int], counted: Mapping[str, int]) -> Iterator[str]:
    said = words("contacts")["order"]
    if contact.turn in {"practice", "dream"}:
        yield said[contact.turn]
    for name in WEIGHED:
        if name == "way_in" and not facts["way_in"] and facts["closeness"] > HARDLY:
            continue  # knowing someone is a way in
        if counted[name] and f"{name}_{facts[name]}" in said:
            yield said[f"{name}_{facts[name]}"]
    if facts["closeness"] == HARDLY and not contact.email:
        yield said["no_address"]
