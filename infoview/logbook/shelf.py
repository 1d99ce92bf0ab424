"""A shelf: one table of the logbook, read and written as frozen dataclasses of the same name and fields."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, replace
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import islice
from operator import attrgetter
from types import UnionType
from typing import Any, ClassVar, Generic, Protocol, TypeVar, get_args, get_origin, get_type_hints

from infoview.content import sentence
from infoview.errors import InputError, LogbookError
from infoview.logbook.opening import Connection

MOST_KNOWN = 500
"""How many answers a shelf remembers at a time."""
MOST_VALUES = 32_766
"""How many values SQLite takes with one statement."""


class Entity(Protocol):
    """A frozen dataclass with an integer `id`, 0 until it is on a shelf."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def id(self) -> int:
        """The row's number in its table."""


E = TypeVar("E", bound=Entity)


class Shelf(Generic[E]):
    """One table of the logbook; every method is one statement, durable when it returns.

    `entity` is the dataclass whose fields are its columns.
    """

    def __init__(self, connection: Connection, table: str, entity: type[E]) -> None:
        self._connection = connection
        self._table = table
        self.entity = entity
        self._columns = ", ".join(f'"{name}"' for name in _readers(entity))
        self._id = list(_readers(entity)).index("id")
        self._read: dict[int, tuple[tuple[object, ...], E]] = {}
        self._found: dict[object, tuple[E, ...]] = {}
        self._found_at: object = None

    def __repr__(self) -> str:
        return f"Shelf({self._table}: {self.count()} of {self.entity.__name__})"

    @property
    def table(self) -> str:
        """What its table is called."""
        return self._table

    @property
    def fields(self) -> tuple[str, ...]:
        """What its columns are called."""
        return tuple(_readers(self.entity))

    def refers(self) -> dict[str, str]:
        """Tell which columns hold ids of another table, and of which."""
        rows = self._connection.rows(f'PRAGMA foreign_key_list("{self._table}")')
        return {row[3]: row[2] for row in rows}

    def add(self, entity: E) -> E:
        """Put a new entity on the shelf and return it with its id."""
        names = [name for name in _readers(self.entity) if name != "id" or entity.id]
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        cursor = self._connection.execute(
            f"INSERT INTO {self._table} ({columns}) VALUES ({marks})",  # noqa: S608 - names are our own
            [stored(getattr(entity, name)) for name in names],
        )
        return replace(entity, id=cursor.lastrowid)

    def get(self, number: int) -> E:
        """Fetch one entity by its id.

        Raises:
            InputError: It is no longer there, perhaps deleted in another window.
        """
        found = self.find(id=number)
        if not found:
            raise InputError(sentence("errors.logbook.entry_gone"))
        return found[0]

    def find(self, *, order: str = "id", **equal: object) -> tuple[E, ...]:
        """Fetch every entity whose fields have these values, in the order of a field."""
        values = [stored(value) for value in equal.values()]
        asked = (order, *equal, *values)
        known = self._known()
        if asked in known:
            return known[asked]
        where = " AND ".join(f'"{name}" IS ?' for name in equal) or "1"
        rows = self._connection.rows(
            f'SELECT {self._columns} FROM {self._table} WHERE {where} ORDER BY "{order}", id',  # noqa: S608 - names are our own
            values,
        )
        known[asked] = found = tuple(map(self._entity, rows))
        return found

    def _known(self) -> dict[object, tuple[E, ...]]:
        """What was found already since anything in the logbook last changed, here or in another window.

        The sections of a page read the same shelves one after the other. Nothing is known within a
        transaction, which may still be rolled back.
        """
        state = self._connection.state()
        if state is None:
            return {}
        if state != self._found_at or len(self._found) > MOST_KNOWN:
            self._found, self._found_at = {}, state
        return self._found

    def _entity(self, row: tuple[Any, ...]) -> E:
        """Make an entity from a row, or take the one that was made when the row last read just so.

        Pages read whole shelves at every change, and one row of them differs; making entities anew took
        most of a redraw's time.
        """
        number = row[self._id]
        known = self._read.get(number)
        if known and known[0] == row:
            return known[1]
        made = entity_from(self.entity, row)
        self._read[number] = (row, made)
        return made

    def first(self, *, order: str = "id", **equal: object) -> E | None:
        """Fetch the first such entity, or None."""
        found = self.find(order=order, **equal)
        return found[0] if found else None

    def count(self) -> int:
        """Count the entities on the shelf."""
        ((number,),) = self._connection.rows(f"SELECT count(*) FROM {self._table}")  # noqa: S608 - our own name
        return int(number)

    def change(self, number: int, **values: object) -> E:
        """Change some fields of one entity and return it; the other fields stay as they are on disk."""
        if values:
            settings = ", ".join(f'"{name}" = ?' for name in values)
            self._connection.execute(
                f"UPDATE {self._table} SET {settings} WHERE id = ?",  # noqa: S608 - names are our own
                [*(stored(value) for value in values.values()), number],
            )
        return self.get(number)

    def remove(self, number: int) -> None:
        """Take one entity off the shelf, with all that belongs to it alone."""
        self._connection.execute(f"DELETE FROM {self._table} WHERE id = ?", [number])  # noqa: S608 - our own name

    def add_all(self, entities: Iterable[E], **same: object) -> None:
        """Put many new entities on the shelf within one `Logbook.change()`; `same` are fields alike in all.

        Many rows a statement: the search index is then written once a statement, not once a row.
        """
        names = [name for name in _readers(self.entity) if name not in {"id", *same}]
        columns = ", ".join(f'"{name}"' for name in (*names, *same))
        marks = f"({', '.join('?' * (len(names) + len(same)))})"
        shared, rest = [stored(value) for value in same.values()], map(attrgetter(*names), entities)
        while some := list(islice(rest, MOST_VALUES // (len(names) + len(same)))):
            self._connection.execute(
                f"INSERT INTO {self._table} ({columns}) VALUES {', '.join([marks] * len(some))}",  # noqa: S608 - names are our own
                [
                    value
                    if value is None
                    or value.__class__ is int
                    or (value.__class__ is str and value.isprintable())
                    else stored(value)
                    for record in some
                    for value in (*record, *shared)
                ],
            )


def entity_from(entity: type[E], row: Iterable[object]) -> E:
    """Make an entity from a row whose columns are its fields in their order.

    Raises:
        LogbookError: A column holds what this program never writes.
    """
    values = list(row)
    try:
        for place, read in _read_apart(entity, len(values)):
            values[place] = read(values[place])
        return entity(*values)
    except (KeyError, TypeError, ValueError) as error:
        raise LogbookError(sentence("errors.logbook.entry_unreadable", said=error)) from error


def entity_of(kind: type[E], row: Mapping[str, Any]) -> E:
    """Make an entity from values by field, written as in JSON; a field that is missing takes its usual value.

    Raises:
        KeyError: A field without a usual value is missing.
        LogbookError: A value cannot be what its field holds.
    """
    values = []
    for field in fields(kind):
        value = row[field.name] if field.default is MISSING else row.get(field.name, field.default)
        values.append(json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple) else value)
    return entity_from(kind, values)


def stored(value: object) -> object:
    """Turn a field's value into what its column holds."""
    if type(value) is str:
        return value if value.isprintable() else _storable(value)
    if value is None or type(value) is int:
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return _storable(json.dumps(value, ensure_ascii=False))
    return int(value) if isinstance(value, bool) else value


def _storable(text: str) -> str:
    """Drop what no file can hold: zero characters, and halves of characters that browsers sometimes send."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


@cache
def _read_apart(entity: type, columns: int) -> tuple[tuple[int, Callable[[Any], object]], ...]:
    """Name the places of the columns that do not hold their field's value as it is, and how to read them.

    Raises:
        ValueError: There are more or fewer columns than fields.
    """
    readers = _readers(entity)
    if len(readers) != columns:
        raise ValueError(columns)
    return tuple((place, read) for place, read in enumerate(readers.values()) if read is not _as_it_is)


def _as_it_is(value: object) -> object:
    return value


@cache
def _readers(entity: type) -> dict[str, Callable[[Any], object]]:
    """For each field of an entity, how to read its column."""
    hints = get_type_hints(entity)
    return {field.name: _reader(hints[field.name]) for field in fields(entity)}


def _reader(hint: Any) -> Callable[[Any], object]:  # noqa: ANN401 - a type hint can be any object
    if isinstance(hint, UnionType):
        inner = _reader(get_args(hint)[0])
        return lambda value: None if value is None else inner(value)
    if hint is date:
        return date.fromisoformat
    if hint is bool:
        return bool
    if get_origin(hint) is tuple:
        return lambda value: tuple(json.loads(value))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {member.value: member for member in hint}.__getitem__
    return _as_it_is
