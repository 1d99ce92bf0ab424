"""From a reading to the pool: who of the people in a file is kept, who is known already; and back again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from infoview import duplicates
from infoview.content import words
from infoview.importers.crowds import uncollected
from infoview.importers.reading import ImportedContact, Reading
from infoview.logbook import Logbook
from infoview.logbook.shelf import Shelf, entity_of, stored
from infoview.records.contacts import Contact, ContactImport, Filled, PoolPerson
from infoview.text.plurals import number_in_words

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
_BESIDE = ("organization", "location", "email", "phone", "url")
"""What a person may have two of, as two spellings of an organization: the second goes into the note."""
_SAME = ("import_id", "pool_id", "contact_id", "field", "value")
PERSON = "person"
"""The field under which it is noted that a whole record was joined to somebody."""
_OF_A_CONTACT = tuple(name for name in _FILLED if name not in {"connected_on", "note"})
"""The same for a contact, of whom the note is the person's own."""


@dataclass(frozen=True, slots=True)
class JoinedRecord:
    """A record of a file that was joined to somebody; `filled_id` is that of what undoes it."""

    filled_id: int
    name: str
    other: str
    reason: str

    @property
    def sentence(self) -> str:
        """Who was joined to whom, and why."""
        return str(words("pooling")["joined"].format(name=self.name, other=self.other, reason=self.reason))


@uncollected()
def keep(logbook: Logbook, reading: Reading, file_name: str, on: date) -> ContactImport:
    """Keep a file's people in the pool; call it within one `Logbook.change()`.

    Whoever is certainly one of them twice, one of the pool or of the contacts is not kept again. What was not
    known of them is added; each joining is named among the import's problems, and written down, so that
    `part_record` can undo it, and `take_out` the whole import.
    """
    known: list[Contact | PoolPerson] = [*logbook.contacts.find(), *logbook.pool.find()]
    people = [pooled(contact) for contact in reading.contacts]
    twice = repeated(known, people)
    people_told, joins = _joined(known, people, twice)
    gone = twice | {join.place for join in joins}
    kept = [place for place in range(len(people)) if place not in gone]
    problems = _shortened([problem.message for problem in reading.problems])
    problems += _shortened([join.said_of(people[join.place]).sentence for join in joins])
    problems += [_there(len(gone))] if gone else []
    record = ContactImport(file_name, reading.format, on, people=len(kept), problems=tuple(problems))
    record = logbook.pool.fill(record, (people_told[place] for place in kept))
    if joins:
        new = dict(zip(kept, logbook.pool.ids(record), strict=True))
        notes = (_noted(record, join, known, new, people[join.place]) for join in joins)
        logbook.pool.filled.add_all(note for some in notes for note in some)
        _tell(logbook, known, joins)
    return record


def take_out(logbook: Logbook, record: ContactImport) -> None:
    """Take a file's people out of the pool, and what it told about others; call it within one change.

    Whoever was picked stays a contact; what the person has changed since stays as it is.
    """
    for filled in reversed(logbook.pool.filled.find(import_id=record.id)):
        if filled.field != PERSON:
            _empty(logbook, filled)
    logbook.pool.imports.remove(record.id)


def joined_records(logbook: Logbook, record: ContactImport) -> tuple[JoinedRecord, ...]:
    """List whom of a file was joined to somebody, in the order of the file."""
    return tuple(_told_as(filled) for filled in logbook.pool.filled.find(import_id=record.id, field=PERSON))


def part_record(logbook: Logbook, filled_id: int) -> PoolPerson:
    """Make of a joined record somebody in the pool again, as the file has them; call it within one change.

    What it had told of the other is taken back where it still stands as it was told.

    Raises:
        InputError: It is no longer there: parted already, or its file was taken out.
    """
    joined = logbook.pool.filled.get(filled_id)
    said = json.loads(joined.value)
    for field, (value, former) in said["told"].items():
        told = replace(joined, field=field, value=value, former=former)
        _empty(logbook, told)
        for filled in logbook.pool.filled.find(**{name: getattr(told, name) for name in _SAME}):
            logbook.pool.filled.remove(filled.id)
    logbook.pool.filled.remove(joined.id)
    record = logbook.pool.imports.get(joined.import_id)
    logbook.pool.imports.change(record.id, people=record.people + 1)
    return logbook.pool.add(entity_of(PoolPerson, said["record"] | {"import_id": record.id}))


def pooled(contact: ImportedContact) -> PoolPerson:
    """Make of somebody in a file somebody in the pool."""
    others = ", ".join((*contact.emails[1:], *contact.phones[1:]))
    note = f"{contact.note}\n{others}".strip() if others else contact.note
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
        last_contact_on=contact.last_contact_on,
    )


def repeated(known: Sequence[Contact | PoolPerson], people: Sequence[PoolPerson]) -> set[int]:
    """Find those whose whole record stands in the pool, letter by letter: a file read again."""
    before = Counter(_record(entry) for entry in known if isinstance(entry, PoolPerson))
    found = set()
    for place in range(len(people)) if before else ():
        if before[record := _record(people[place])]:
            before[record] -= 1
            found.add(place)
    return found


@dataclass(frozen=True, slots=True)
class _Join:
    """A record at `place` of a file, joined to `onto`, a place among those known and those of the file."""

    place: int
    onto: int
    other: str
    reason: str
    news: Mapping[str, object]
    told: Mapping[str, tuple[str, str]]
    """For each field that took something over: what stands there now, and what stood there before."""

    def said_of(self, record: PoolPerson) -> JoinedRecord:
        return JoinedRecord(0, record.name, self.other, self.reason)


def _joined(
    known: Sequence[Contact | PoolPerson], people: Sequence[PoolPerson], twice: AbstractSet[int]
) -> tuple[list[PoolPerson], list[_Join]]:
    """Join new people among themselves and to those known; a record known as a whole only with its news.

    Returns:
        The people of the file, with what each was told by others of them; and the joinings.
    """
    everyone: list[Contact | PoolPerson] = [*known, *people]
    certain = duplicates.find_certain(everyone)
    reasons = {place: double.reason.partition(": ")[2] for double in certain for place in double.places}
    joins = []
    for first, *others in _together(certain):
        for place in (place - len(known) for place in others if place >= len(known)):
            news = _news(everyone[first], people[place])
            if news or (news is not None and place not in twice):
                told = {
                    name: (str(value), str(getattr(everyone[first], name) or ""))
                    for name, value in news.items()
                }
                reason = reasons[place + len(known)]
                joins.append(_Join(place, first, everyone[first].name, reason, news, told))
                everyone[first] = replace(everyone[first], **news)
    of_the_file = [entry for entry in everyone[len(known) :] if isinstance(entry, PoolPerson)]
    return of_the_file, joins


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


def _news(had: Contact | PoolPerson, record: PoolPerson) -> dict[str, Any] | None:
    """Say what a second record of a person tells that the first does not, and when one wrote to them since.

    What the first says otherwise goes into its note. The note of a contact is the person's own: None says
    that something would be lost, so that the two are not joined.
    """
    is_contact = isinstance(had, Contact)
    news: dict[str, Any] = {}
    beside = []
    for name in _OF_A_CONTACT if is_contact else _FILLED:
        was, value = getattr(had, name), getattr(record, name)
        if value and (not was or (name == "last_contact_on" and value > was)):
            news[name] = value
        elif value and name in _BESIDE and _is_another(name, value, was):
            beside.append(value)
    lines = [line for text in (record.note, *beside) for line in text.splitlines()]
    unsaid = [line for line in lines if line and line not in had.note and line not in news.get("note", "")]
    if unsaid and is_contact:
        return None
    if unsaid:
        news["note"] = "\n".join(filter(None, [news.get("note", had.note), *unsaid]))
    return news


def _is_another(name: str, value: str, was: str) -> bool:
    """Tell whether a value says more than capitals, or the legal form of an organization, beside another."""
    if name == "organization":
        return duplicates.house(value) != duplicates.house(was)
    return value.casefold() != was.casefold()


def _noted(
    record: ContactImport,
    join: _Join,
    known: Sequence[Contact | PoolPerson],
    new: Mapping[int, int],
    person: PoolPerson,
) -> Iterator[Filled]:
    """Write down what undoes a joining alone, and what of it goes with its file."""
    onto = known[join.onto] if join.onto < len(known) else None
    whose: dict[str, Any] = {
        "contact_id" if isinstance(onto, Contact) else "pool_id": onto.id
        if onto
        else new[join.onto - len(known)]
    }
    if onto:
        for name, (value, former) in join.told.items():
            yield Filled(record.id, name, value, former, **whose)
    plain = {field.name: stored(getattr(person, field.name)) for field in fields(person)}
    said = {"record": plain, "other": join.other, "reason": join.reason, "told": dict(join.told)}
    yield Filled(record.id, PERSON, json.dumps(said, ensure_ascii=False), **whose)


def _tell(logbook: Logbook, known: Sequence[Contact | PoolPerson], joins: Iterable[_Join]) -> None:
    """Change the entries of those who were there before."""
    for join in joins:
        if join.onto < len(known):
            onto = known[join.onto]
            shelf: Shelf[Any] = logbook.contacts if isinstance(onto, Contact) else logbook.pool
            shelf.change(onto.id, **join.news)


def _told_as(joined: Filled) -> JoinedRecord:
    said = json.loads(joined.value)
    return JoinedRecord(joined.id, said["record"]["name"], said["other"], said["reason"])


def _empty(logbook: Logbook, told: Filled) -> None:
    """Take back what was told of somebody, where it still stands as it was told."""
    shelf: Shelf[Any] = logbook.pool if told.pool_id else logbook.contacts
    person = shelf.first(id=told.pool_id or told.contact_id)
    if person and str(getattr(person, told.field) or "") == told.value:
        before = told.former or (None if told.field.endswith("_on") else "")
        shelf.change(person.id, **{told.field: before})


def _shortened(sentences: list[str]) -> list[str]:
    more = len(sentences) - MOST_PROBLEMS
    return (
        sentences if more <= 0 else [*sentences[:MOST_PROBLEMS], words("pooling")["more"].format(number=more)]
    )


def _there(number: int) -> str:
    """Say how many people of a file were there already."""
    return number_in_words(words("pooling")["there"], number)


def _record(one: PoolPerson) -> tuple[str, ...]:
    said = (one.name, one.organization, one.title, one.email, one.phone, one.url, one.location, one.note)
    return (*said, str(one.connected_on or ""))
