"""Excel workbooks: the first sheets that hold a list of people."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from infoview.errors import ImportFileError
from infoview.importers import record, spreadsheet, tables
from infoview.importers.reading import ImportedContact, Problem, Reading

LARGEST_UNPACKED = 30 * 1024 * 1024
MOST_EMPTY_ROWS = 2_000
LONGEST_CELL = 2 * record.LONGEST_NOTE
"""Letters of a cell that are looked at: more than are kept, so that the rest is not left out unsaid."""
_DAMAGED = "This Excel file is damaged or protected. Save it again as .xlsx or CSV, then choose that file."


def read(data: bytes, opened: zipfile.ZipFile, mapping: Mapping[str, str] | None = None) -> Reading:
    """Read every sheet that has headings of a list of people.

    Raises:
        ImportFileError: It is no workbook, too large when unpacked, damaged, or holds no such sheet.
    """
    names = {member.filename for member in opened.infolist()}
    if not any(name.startswith("xl/") for name in names):
        raise ImportFileError("This is an Office document, not a list. Save the list in it as .xlsx or CSV.")
    if any(name.endswith("xl/workbook.bin") for name in names):
        raise ImportFileError(
            "This is a binary Excel file (.xlsb). Save it as .xlsx or CSV, then choose that file."
        )
    _refuse_dangerous(opened)
    sheets = list(_sheets(data))
    found = [table for _, rows in sheets if (table := _table(rows, mapping))]
    found = found or [table for _, rows in sheets if (table := tables.without_header(rows))]
    if not found:
        raise ImportFileError(
            tables.NO_HEADER if any(rows for _, rows in sheets) else "This workbook is empty."
        )
    readings = [spreadsheet.contacts(table, encoding="utf-8", mapping=mapping) for table in found]
    return _joined(readings, tuple(table.rows[-1][0] for table in found))


def _refuse_dangerous(opened: zipfile.ZipFile) -> None:
    """Refuse what would fill the memory: parts that unpack to far too much, and XML that defines entities."""
    members = opened.infolist()
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise ImportFileError(
            "This workbook is too large to be read. Save the sheet with your contacts as CSV."
        )
    for member in members:
        if member.filename.endswith((".xml", ".rels")):
            with opened.open(member) as stream:
                beginning = stream.read(4096).replace(b"\x00", b"").upper()
            if b"<!DOCTYPE" in beginning or b"<!ENTITY" in beginning:
                raise ImportFileError(
                    "This workbook holds something no list of contacts needs, so it is not opened."
                )


def _sheets(data: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - slow to load, and only a workbook needs it
    except ImportError as error:
        raise ImportFileError(
            "Excel files can't be read here. Save the sheet as CSV, then choose that file."
        ) from error
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                yield sheet.title, list(_rows(sheet))
    except ImportFileError:
        raise
    except Exception as error:
        raise ImportFileError(_DAMAGED) from error


def _rows(sheet: Any) -> Iterator[list[str]]:  # noqa: ANN401 - openpyxl has no types
    """Give a sheet's rows as text; a claim of a million empty rows ends the sheet early."""
    sheet.reset_dimensions()
    empty = 0
    for cells in sheet.iter_rows(
        max_row=tables.MOST_ROWS + 1_000, max_col=tables.MOST_COLUMNS, values_only=True
    ):
        row = [_written(cell)[:LONGEST_CELL] for cell in cells]
        empty = 0 if any(row) else empty + 1
        if empty > MOST_EMPTY_ROWS:
            return
        yield row


def _written(cell: object) -> str:
    """Write a cell as a person would: a date as a date, a phone number without a decimal point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | datetime):
        return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _table(rows: list[list[str]], mapping: Mapping[str, str] | None) -> tables.Table | None:
    while rows and not any(rows[-1]):
        rows.pop()
    try:
        return tables.below_header([row or [""] for row in rows], mapping=mapping)
    except ImportFileError:
        return None


def _joined(readings: list[Reading], lengths: tuple[int, ...]) -> Reading:
    """Put the sheets' people one after the other, their rows numbered on."""
    joined: list[ImportedContact] = []
    problems: list[Problem] = []
    start = 0
    for reading, length in zip(readings, lengths, strict=True):
        joined += [replace(person, row=person.row + start) for person in reading.contacts]
        problems += reading.problems
        start += length
    if len(readings) > 1:
        problems.append(
            Problem(None, f"This workbook has {len(readings)} sheets with people; all of them were read.")
        )
    return replace(readings[0], contacts=tuple(joined), problems=tuple(problems))
