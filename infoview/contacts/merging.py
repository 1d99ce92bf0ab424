"""Joining: two entries of one person made one, with everything about both; and two again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date

from infoview.duplicates import Confidence, find
from infoview.logbook import Logbook
from infoview.logbook.references import Reference
from infoview.logbook.shelf import entity_from, stored
from infoview.records.contacts import Contact, Joined, KeptApart

CHOSEN = ("name", "organization", "title", "email", "phone", "location", "url", "circle", "time_zone")
"""What one person has one of: the rest of two entries is kept side by side."""
_TOGETHER = ("why", "how_found", "note", "give_back")
_EITHER = ("direction_id", "cadence")
"""What the second entry says where the first says nothing."""


@dataclass(frozen=True, slots=True)
class Double:
    """Two contacts who may be one person, with the reason in words."""

    one: Contact
    other: Contact
    confidence: Confidence
    reason: str


def doubles(logbook: Logbook) -> tuple[Double, ...]:
    """Find contacts who may be one person, the surest first, without those said to be two."""
    contacts = logbook.contacts.find()
    apart = {frozenset((pair.one_id, pair.other_id)) for pair in logbook.kept_apart.find()}
    return tuple(
        Double(contacts[first], contacts[place], found.confidence, found.reason)
        for found in find(contacts)
        for first, place in _pairs(found.places)
        if frozenset((contacts[first].id, contacts[place].id)) not in apart
    )


def differing(double: Double) -> tuple[str, ...]:
    """Name the fields in which both entries say something, and not the same."""
    return tuple(
        name
        for name in CHOSEN
        if (said := getattr(double.one, name))
        and (other := getattr(double.other, name))
        and said != other
        and "other" not in {said, other}
    )


def is_safe(double: Double) -> bool:
    """Tell one person for certain, of whom nothing that was said would be given up by joining."""
    same = (
        getattr(double.one, name).casefold() == getattr(double.other, name).casefold()
        for name in differing(double)
        if name != "name"
    )
    return double.confidence is Confidence.CERTAIN and all(same)


def join(
    logbook: Logbook, kept_id: int, other_id: int, today: date, from_other: frozenset[str] = frozenset()
) -> Contact:
    """Make two contacts one; of `from_other` what the other entry says is taken."""
    kept, other = logbook.contacts.get(kept_id), logbook.contacts.get(other_id)
    rows = logbook.about(other.id)
    values = {
        name: getattr(other, name)
        for name in CHOSEN
        if name in from_other or getattr(kept, name) in {"", "other"}
    }
    if values.get("time_zone") == other.time_zone:
        values["city"] = other.city
    values |= {name: _both(getattr(kept, name), getattr(other, name)) for name in _TOGETHER}
    values |= {name: getattr(kept, name) or getattr(other, name) for name in _EITHER}
    values |= {name: max(getattr(kept, name), getattr(other, name)) for name in ("interest", "closeness")}
    values["last_contact_on"] = max(
        (day for contact in (kept, other) if (day := contact.last_contact_on)), default=None
    )
    former = {
        "kept": _plain(kept),
        "other": _plain(other),
        "values": {name: stored(value) for name, value in values.items()},
        "rows": [asdict(row) for row in rows],
    }
    logbook.move(rows, kept.id)
    logbook.contacts.remove(other.id)
    logbook.joined.add(Joined(kept.id, other.name, json.dumps(former), today))
    return logbook.contacts.change(kept.id, **values)


def join_certain(logbook: Logbook, today: date) -> tuple[Joined, ...]:
    """Make contacts one of whom it is certain, one after the other; what differs stays as it was first."""
    before = {joining.id for joining in logbook.joined.find()}
    while certain := next((pair for pair in doubles(logbook) if is_safe(pair)), None):
        join(logbook, certain.one.id, certain.other.id, today)
    return tuple(joining for joining in logbook.joined.find() if joining.id not in before)


def part(logbook: Logbook, joined: Joined) -> Contact:
    """Make one contact two again, as they were; they are then known to be two people."""
    former = json.loads(joined.former)
    now = logbook.contacts.get(joined.contact_id)
    back = {
        name: former["kept"][name]
        for name, value in former["values"].items()
        if stored(getattr(now, name)) == value
    }
    logbook.contacts.change(now.id, **back)
    other = logbook.contacts.add(entity_from(Contact, _row(former["other"])))
    logbook.put_back([Reference(**row) for row in former["rows"]], other.id)
    logbook.joined.remove(joined.id)
    keep_apart(logbook, now.id, other.id)
    return other


def keep_apart(logbook: Logbook, one_id: int, other_id: int) -> None:
    """Remember that two contacts are two people."""
    first, second = sorted((one_id, other_id))
    if not logbook.kept_apart.find(one_id=first, other_id=second):
        logbook.kept_apart.add(KeptApart(first, second))


def _pairs(places: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    return ((places[0], place) for place in places[1:])


def _both(one: str, other: str) -> str:
    return one if not other or other in one else "\n".join(part for part in (one, other) if part)


def _plain(contact: Contact) -> dict[str, object]:
    return {field.name: stored(getattr(contact, field.name)) for field in fields(contact)}


def _row(former: Mapping[str, object]) -> list[object]:
    """Lay a former entry out as its table's row; a field that came later takes its usual value."""
    return [former.get(field.name, stored(field.default)) for field in fields(Contact)]
