"""From a reading to the pool: who of the people in a file is kept, who is known already; and back again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from infoview import duplicates
from infoview.importers.reading import ImportedContact, Reading
from infoview.logbook import Logbook
from infoview.records.contacts import Contact, ContactImport, Filled, PoolPerson

MOST_PROBLEMS = 500
_FILLED = (
    "organization",
    "title",
    "location",
    "email",
    "phone",
    "url",
    "connected_on",
    "note",
    "last_contact_on",
)
"""What a second record of a person adds where the first says nothing."""
_OF_A_CONTACT = tuple(name for name in _FILLED if name not in {"connected_on", "note"})
"""The same for a contact, of whom the note is the person's own."""


def keep(logbook: Logbook, reading: Reading, file_name: str, on: date) -> ContactImport:
    """Keep a file's people in the pool; call it within one `Logbook.change()`.

    Whoever is certainly among them twice is kept once. Whoever is certainly in the pool or among the contacts
    already is not kept again; what was not known of them is filled in, and noted, so that `take_out` can
    undo it.
    """
    known: list[Contact | PoolPerson] = [*logbook.contacts.find(), *logbook.pool.find()]
    people = [pooled(contact) for contact in reading.contacts]
    twice, told = _joined(known, people)
    kept = [person for place, person in enumerate(people) if place not in twice]
    problems = [problem.message for problem in reading.problems]
    if len(problems) > MOST_PROBLEMS:
        problems[MOST_PROBLEMS:] = [f"… and {len(problems) - MOST_PROBLEMS:,} more rows."]
    if twice:
        problems.append(_twice(len(twice), len({(place, type(known[place])) for place, _, _ in told})))
    record = ContactImport(file_name, reading.format, on, people=len(kept), problems=tuple(problems))
    record = logbook.pool.fill(record, kept)
    for place, name, value in told:
        _fill_in(logbook, record, known[place], name, value)
    return record


def take_out(logbook: Logbook, record: ContactImport) -> None:
    """Take a file's people out of the pool, and what it told about others; call it within one change.

    Whoever was picked stays a contact; what the person has changed since stays as it is.
    """
    for one in logbook.pool.filled.find(import_id=record.id):
        shelf = logbook.pool if one.pool_id else logbook.contacts
        person = shelf.first(id=one.pool_id or one.contact_id)
        if person and str(getattr(person, one.field) or "") == one.value:
            shelf.change(person.id, **{one.field: one.former or (None if one.field.endswith("_on") else "")})
    logbook.pool.imports.remove(record.id)


def pooled(contact: ImportedContact) -> PoolPerson:
    """Make of somebody in a file somebody in the pool."""
    others = ", ".join((*contact.emails[1:], *contact.phones[1:]))
    return PoolPerson(
        import_id=0,
        row=contact.row,
        name=contact.name,
        organization=contact.organization,
        title=contact.title,
        location=contact.location,
        email=contact.email,
        phone=contact.phones[0] if contact.phones else "",
        url=contact.url,
        connected_on=contact.connected_on,
        note=f"{contact.note}\n{others}".strip(),
        last_contact_on=contact.last_contact_on,
    )


def repeated(known: Sequence[Contact | PoolPerson], people: Sequence[PoolPerson]) -> set[int]:
    """Find those whose whole record stands in the pool, letter by letter: a file read again."""
    before = Counter(_record(one) for one in known if isinstance(one, PoolPerson))
    found = set()
    for place in range(len(people)) if before else ():
        if before[record := _record(people[place])]:
            before[record] -= 1
            found.add(place)
    return found


def _joined(
    known: Sequence[Contact | PoolPerson], people: list[PoolPerson]
) -> tuple[set[int], list[tuple[int, str, object]]]:
    """Join new people among themselves and to those known.

    Returns:
        Which of the new ones are nobody new, and what they tell of those known: place, field, value.
    """
    twice = repeated(known, people)
    told: list[tuple[int, str, object]] = []
    for places in _together(duplicates.find_certain([*known, *people])):
        old = [place for place in places if place < len(known)]
        new = [place - len(known) for place in places if place >= len(known)]
        if old:
            twice.update(new)
            told += ((old[0], *news) for news in _news(known[old[0]], [people[place] for place in new]))
        else:
            first, *others = new
            news: dict[str, Any] = dict(_news(people[first], [people[place] for place in others]))
            people[first] = replace(people[first], **news)
            twice.update(others)
    return twice, told


def _together(doubles: Iterable[duplicates.Duplicate]) -> list[list[int]]:
    """Put entries together that share an address with one entry and a profile with another."""
    group_of: dict[int, set[int]] = {}
    for double in doubles:
        met = {id(group_of.setdefault(place, {place})): group_of[place] for place in double.places}
        largest = max(met.values(), key=len)
        for group in met.values():
            if group is not largest:
                largest |= group
                group_of |= dict.fromkeys(group, largest)
    return sorted(sorted(group) for group in {id(group): group for group in group_of.values()}.values())


def _news(person: Contact | PoolPerson, records: Sequence[PoolPerson]) -> Iterator[tuple[str, object]]:
    """Say what other records of a person tell that the first does not, and when one wrote to them since."""
    for name in _OF_A_CONTACT if isinstance(person, Contact) else _FILLED:
        had = getattr(person, name)
        value = next((found for one in records if (found := getattr(one, name))), None)
        if value and (not had or (name == "last_contact_on" and value > had)):
            yield name, value


def _fill_in(
    logbook: Logbook, record: ContactImport, person: Contact | PoolPerson, name: str, value: object
) -> None:
    former = str(getattr(person, name) or "")
    if isinstance(person, Contact):
        logbook.contacts.change(person.id, **{name: value})
        note = Filled(record.id, name, str(value), former, contact_id=person.id)
    else:
        logbook.pool.change(person.id, **{name: value})
        note = Filled(record.id, name, str(value), former, pool_id=person.id)
    logbook.pool.filled.add(note)


def _twice(number: int, filled: int) -> str:
    said = "One person was there already" if number == 1 else f"{number:,} people were there already"
    if not filled:
        return f"{said}."
    return f"{said}; what was new about {'one' if filled == 1 else f'{filled:,}'} of them was added."


def _record(one: PoolPerson) -> tuple[str, ...]:
    return (one.name, one.organization, one.title, one.email, one.phone, one.url)
