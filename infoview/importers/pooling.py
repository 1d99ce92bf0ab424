"""From a reading to the pool: what is kept of the people in a file, and who is in the pool already."""

from __future__ import annotations

from collections.abc import Iterable
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
    people = [_person(contact) for contact in reading.contacts]
    everyone = (*before, *people)
    twice: set[int] = set()
    for double in duplicates.find_certain(everyone):
        twice.update(place for place in double.places[1:] if place >= len(before))
    twice |= _repeated(everyone, len(before))
    kept = tuple(one for place, one in enumerate(people, start=len(before)) if place not in twice)
    problems = [problem.message for problem in reading.problems]
    if len(problems) > MOST_PROBLEMS:
        problems[MOST_PROBLEMS:] = [f"… and {len(problems) - MOST_PROBLEMS:,} more rows."]
    if twice:
        problems.append(_twice(len(twice)))
    record = ContactImport(file_name, reading.format, on, people=len(kept), problems=tuple(problems))
    return record, kept


def _twice(number: int) -> str:
    return "One person was there already." if number == 1 else f"{number:,} people were there already."


def _repeated(everyone: Iterable[PoolPerson], start: int) -> set[int]:
    """Find those new ones whose whole record stands there before, letter by letter: a file read again."""
    seen: set[tuple[str, ...]] = set()
    repeated = set()
    for place, one in enumerate(everyone):
        record = (one.name, one.organization, one.title, one.email, one.phone, one.url)
        if record in seen and place >= start:
            repeated.add(place)
        seen.add(record)
    return repeated


def _person(contact: ImportedContact) -> PoolPerson:
    last = contact.last_contact_on
    heard = f"Last LinkedIn message: {last.isoformat()}." if last else ""
    others = ", ".join((*contact.emails[1:], *contact.phones[1:]))
    note = "\n".join(part for part in (contact.note, others, heard) if part)
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
        note=note,
    )
