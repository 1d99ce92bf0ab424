"""References: the rows of any table that belong to a contact, to make two entries one and two again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from infoview.errors import LogbookError
from infoview.logbook.opening import Connection

_OWN = {"joined", "kept_apart"}
"""Tables about the joining itself."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One row that refers to a contact by one of its columns, with all that stood in it."""

    table: str
    column: str
    row: Mapping[str, object]


def references(connection: Connection, contact_id: int) -> tuple[Reference, ...]:
    """Find every row that refers to a contact."""
    return tuple(
        Reference(table, column, row)
        for table, column in _columns(connection)
        for row in _rows(connection, table, column, contact_id)
    )


def move(connection: Connection, rows: Iterable[Reference], contact_id: int) -> None:
    """Let rows refer to another contact; a row that is there already is left."""
    for row in rows:
        connection.execute(
            f'UPDATE OR IGNORE "{row.table}" SET "{row.column}" = ? WHERE id = ?',  # noqa: S608 - names of our schema
            [contact_id, row.row["id"]],
        )


def put_back(connection: Connection, rows: Iterable[Reference], contact_id: int) -> None:
    """Let rows refer to a contact again; what went with the joining is brought back."""
    known = set(_columns(connection))
    for row in rows:
        if (row.table, row.column) not in known:
            continue
        names = [name for name in row.row if name.isidentifier()]
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        with suppress(LogbookError):  # what else the row belongs to may have been deleted since
            connection.execute(
                f'INSERT OR IGNORE INTO "{row.table}" ({columns}) VALUES ({marks})',  # noqa: S608 - our schema's
                [row.row[name] for name in names],
            )
        move(connection, [row], contact_id)


def _columns(connection: Connection) -> Iterator[tuple[str, str]]:
    tables = connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    for (table,) in tables:
        if table not in _OWN:
            for key in connection.rows(f'PRAGMA foreign_key_list("{table}")'):
                if key[2] == "contacts":
                    yield str(table), str(key[3])


def _rows(connection: Connection, table: str, column: str, number: int) -> Iterator[dict[str, object]]:
    found = connection.execute(f'SELECT * FROM "{table}" WHERE "{column}" = ?', [number])  # noqa: S608 - names of our schema
    found.row_factory = sqlite3.Row
    for row in found.fetchall():
        yield dict(row)
