"""From a reading to the pool: what is kept of the people in a file, and who is in the pool already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from infoview import duplicates
from infoview.contacts import ContactImport, PoolPerson
from infoview.importers.records import ImportedContact, Reading

MOST_PROBLEMS = 500


def for_pool(
    reading: Reading, file_name: str, on: date, already: Iterable[PoolPerson] = ()
) -> tuple[ContactImport, tuple[PoolPerson, ...]]:
    """Make what `Logbook.pool.fill` keeps; whoever is certainly there twice is kept once.

    Args:
        reading: The file, read.
        file_name: What the file is called.
        on: The day of the import.
        already: Who is in the pool before.
    """
    before = tuple(already)
    everyone = [*before, *map(_person, reading.contacts)]
    twice = _repeated(everyone, len(before))
    for double in duplicates.find_certain(everyone):
        first, *others = double.places
        everyone[first] = _filled(everyone[first], (everyone[place] for place in others))
        twice.update(place for place in others if place >= len(before))
    kept = tuple(one for place, one in enumerate(everyone) if place >= len(before) and place not in twice)
    problems = [problem.message for problem in reading.problems]
    if len(problems) > MOST_PROBLEMS:
        problems[MOST_PROBLEMS:] = [f"… and {len(problems) - MOST_PROBLEMS:,} more rows."]
    if twice:
        problems.append(_twice(len(twice)))
    record = ContactImport(file_name, reading.format, on, people=len(kept), problems=tuple(problems))
    return record, kept


def _twice(number: int) -> str:
    return "One person was there already." if number == 1 else f"{number:,} people were there already."


def _filled(person: PoolPerson, others: Iterable[PoolPerson]) -> PoolPerson:
    """Fill what a person's first record leaves empty from their other ones."""
    for other in others:
        empty = [name for name in _FILLED if not getattr(person, name)]
        person = replace(person, **{name: getattr(other, name) for name in empty})
    return person


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


def _repeated(everyone: Sequence[PoolPerson], start: int) -> set[int]:
    """Find those new ones whose whole record stands in the pool, letter by letter: a file read again."""
    before = Counter(map(_record, everyone[:start]))
    repeated = set()
    for place in range(start, len(everyone)) if before else ():
        if before[record := _record(everyone[place])]:
            before[record] -= 1
            repeated.add(place)
    return repeated


def _record(one: PoolPerson) -> tuple[str, ...]:
    return (one.name, one.organization, one.title, one.email, one.phone, one.url)


def _person(contact: ImportedContact) -> PoolPerson:
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
