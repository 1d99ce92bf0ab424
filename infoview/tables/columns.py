"""What a table is: its name, its columns with their kinds, and how its rows come out of a logbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from infoview.content import words
from infoview.logbook import Logbook

Row = tuple[Any, ...]


class Kind(StrEnum):
    """What stands in a column."""

    ID = "id"
    """The number of an entry, or of one it belongs to; a whole number, or None."""
    TEXT = "text"
    """Words; nothing is ""."""
    DAY = "day"
    """A `datetime.date`, or None."""
    NUMBER = "number"
    """A whole number, or None."""
    YES = "yes"
    """True or False."""
    CHOICE = "choice"
    """One of a few values in their order, or ""."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `choices` are a choice's values in their order, and `named` says one for people to read."""

    name: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    named: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a logbook; `rows` makes a tuple a row, in the order of the columns, the id first."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Logbook], Iterable[Row]]

    @property
    def headings(self) -> dict[str, str]:
        """What people call the columns that are shown to them; ids have no heading."""
        said: dict[str, str] = words("exports")["tables"][self.name]
        return {column.name: said[column.name] for column in self.columns if column.kind is not Kind.ID}

    @property
    def shown(self) -> tuple[tuple[int, Column], ...]:
        """The columns that are shown to people, with their places in a row."""
        return tuple(
            (place, column) for place, column in enumerate(self.columns) if column.kind is not Kind.ID
        )


def columns(said: str, **choices: Column) -> tuple[Column, ...]:
    """Write the columns of a table down: "id contact_id:id name sent_on:day", and those that are choices."""
    made = []
    for part in said.split():
        name, _, kind = part.partition(":")
        usual = Kind.ID if name == "id" else Kind.TEXT
        made.append(choices.get(name) or Column(name, Kind(kind) if kind else usual))
    return tuple(made)


def choice(name: str, values: Iterable[str], named: Callable[[str], str]) -> Column:
    """Make a column of choices, without the one that means nothing was said."""
    return Column(name, Kind.CHOICE, tuple(str(value) for value in values if value), named)


def named_by(path: str) -> Callable[[str], str]:
    """Say choices by the words of `content/exports.toml` under a name."""
    return lambda value: str(words("exports")[path][value])
