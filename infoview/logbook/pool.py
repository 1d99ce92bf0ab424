"""The pool on disk: thousands of imported people, searched by word beginnings and shown a page at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import product

from infoview.logbook.opening import Connection
from infoview.logbook.shelf import Shelf, entity_from
from infoview.records.contacts import ContactImport, Filled, PoolPerson
from infoview.text.names import listed, titled

ORDERS = {
    "name": "CASE WHEN pool.id IN (SELECT rowid FROM pool_words WHERE pool_words MATCH ?) "
    "THEN rest(pool.name) ELSE pool.name END COLLATE NOCASE",
    "organization": "pool.organization COLLATE NOCASE",
    "title": "pool.title COLLATE NOCASE",
    "connected_on": "pool.connected_on",
}
"""The orders of the list, in SQL; "Dr. Ada Park" stands under A, as among the contacts."""

_OWN_LETTERS = {"ss": "ß", "ae": "æ", "o": "ø", "l": "ł", "d": "đ", "i": "\N{LATIN SMALL LETTER DOTLESS I}"}
"""Letters that are no accented ones, with what people type who do not have them on their keys."""
_PLAIN = str.maketrans({own: plain for plain, own in _OWN_LETTERS.items()})
MOST_LETTERS = 4
"""How many letters of a word are tried both ways; the rest are taken as typed."""


class Pool(Shelf[PoolPerson]):
    """The shelf of imported people."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, "pool", PoolPerson)
        self.imports = Shelf(connection, "imports", ContactImport)
        self.filled = Shelf(connection, "filled", Filled)
        connection.create_function("rest", 1, lambda name: titled(name)[1], deterministic=True)

    def fill(self, record: ContactImport, people: Iterable[PoolPerson]) -> ContactImport:
        """Keep a file's people; call it within one `Logbook.change()`, so that all or none are kept."""
        kept = self.imports.add(record)
        self.add_all(people, import_id=kept.id)
        return kept

    def ids(self, record: ContactImport) -> list[int]:
        """Give the ids of those whom a file brought, in the order of the file."""
        rows = self._connection.rows("SELECT id FROM pool WHERE import_id = ? ORDER BY id", [record.id])
        return [int(number) for (number,) in rows]

    def search(
        self,
        words: str = "",
        *,
        field_words: str = "",
        order: str = "name",
        descending: bool = False,
        offset: int = 0,
        limit: int = 25,
    ) -> tuple[tuple[PoolPerson, ...], int]:
        """Find people by the beginnings of words in name, organization, title and place.

        Of `field_words` one is enough, and all of `words` must be met.

        Returns:
            One page of people who are not yet contacts, and how many there are in all.
        """
        match = " AND ".join(part for part in (match_expression(words), _any_of(field_words)) if part)
        found = [match] if match else []
        total = self._count(match) if match else self.waiting()
        among = "pool_words JOIN pool ON id = pool_words.rowid" if match else "pool"
        where = "pool_words MATCH ?" if match else "contact_id IS NULL"
        columns = ", ".join(f"pool.{name}" for name in self._columns.split(", "))
        direction = "DESC" if descending else "ASC"
        titles = [_titles()] if order == "name" else []
        rows = self._connection.rows(
            f"SELECT {columns} FROM {among} WHERE {where} "  # noqa: S608 - our own words
            f"ORDER BY {ORDERS[order]} {direction}, id LIMIT ? OFFSET ?",
            [*found, *titles, limit, offset],
        )
        return tuple(entity_from(PoolPerson, row) for row in rows), total

    def _count(self, match: str) -> int:
        """Count whom an FTS5 expression finds; the index holds only those who wait."""
        ((number,),) = self._connection.rows(
            "SELECT count(*) FROM pool_words WHERE pool_words MATCH ?", [match]
        )
        return int(number)

    def waiting(self) -> int:
        """Count the people who were not picked."""
        ((number,),) = self._connection.rows("SELECT count(*) FROM pool WHERE contact_id IS NULL")
        return int(number)

    def organizations(self) -> tuple[str, ...]:
        """List the organizations of those who were not picked, each once as it is written."""
        rows = self._connection.rows("SELECT DISTINCT organization FROM pool WHERE contact_id IS NULL")
        return tuple(str(name) for (name,) in rows)

    def forget(self) -> None:
        """Empty the pool of everyone who was not picked, and of the imports that are then empty."""
        self._connection.execute("DELETE FROM pool WHERE contact_id IS NULL")
        self._connection.execute("DELETE FROM imports WHERE id NOT IN (SELECT import_id FROM pool)")


@cache
def _titles() -> str:
    """Ask the search index whose name begins with a title; to look at each name takes four times as long."""
    return " OR ".join(f'name : ^"{title}"' for title in sorted(listed("titles")))


def match_expression(words: str) -> str:
    """Write typed words as an FTS5 expression: each begins a word, and all must be met."""
    return " AND ".join(_any_spelling(word) for word in re.findall(r"\w+", words))


def _any_of(words: str) -> str:
    """Write words as an FTS5 expression that one of them meets."""
    found = [_any_spelling(word) for word in re.findall(r"\w+", words)]
    return f"({' OR '.join(found)})" if found else ""


def _any_spelling(word: str) -> str:
    spellings = [f'"{spelling}"*' for spelling in _spellings(word)]
    return spellings[0] if len(spellings) == 1 else f"({' OR '.join(spellings)})"


def _spellings(word: str) -> list[str]:
    """Spell a word with and without the letters that the index keeps apart: "soren" also finds Søren."""
    plain = word.casefold().translate(_PLAIN)
    pieces = re.split(f"({'|'.join(_OWN_LETTERS)})", plain, maxsplit=MOST_LETTERS)
    choices = [(piece, _OWN_LETTERS[piece]) if piece in _OWN_LETTERS else (piece,) for piece in pieces]
    return ["".join(chosen) for chosen in product(*choices)]
