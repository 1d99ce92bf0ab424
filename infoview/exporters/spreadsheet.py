"""The logbook's tables as CSV files: UTF-8 with a byte order mark, as Excel needs, and ISO dates."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from infoview.contacts.listing import in_order
from infoview.content import words
from infoview.logbook import Logbook
from infoview.tables import TABLES, Column, Kind, Row, Table

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - wide signs count, too
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""


def tables(logbook: Logbook) -> dict[str, bytes]:
    """Write the logbook's tables, by file name."""
    return {f"{table.name}.csv": csv_of(table.headings.values(), shown(logbook, table)) for table in TABLES}


def csv_of(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Write one table as a CSV file."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(headings)
    writer.writerows([_written(value) for value in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def shown(logbook: Logbook, table: Table) -> Iterator[list[object]]:
    """Make a table's rows as people read them: without ids, choices in words, contacts by their names.

    Texts are guarded, dates and numbers are left as they are; nothing is None.
    """
    columns = table.shown
    for row in _ordered(table, table.rows(logbook)):
        yield [_said(column, row[place]) for place, column in columns]


def _ordered(table: Table, rows: Iterable[Row]) -> Iterable[Row]:
    if table.name != "contacts":
        return rows
    name = [column.name for column in table.columns].index("name")
    return sorted(rows, key=lambda row: (in_order(row[name]), row[0]))


def _said(column: Column, value: object) -> object:
    if column.kind is Kind.YES:
        return words("exports")["yes"] if value else None
    if column.kind is Kind.CHOICE and value:
        return column.named(str(value))
    return guarded(value) if isinstance(value, str) else value


def guarded(text: str) -> str:
    """Put an apostrophe before typed words that a spreadsheet would read as a formula."""
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(FORMULA_SIGNS) else text


def _written(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
