"""Excel workbooks: the sheets that hold a list of people."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from posixpath import basename, dirname
from typing import Any
from xml.etree import ElementTree as ET

from infoview.errors import ImportFileError
from infoview.importers import joining, spreadsheet, tables
from infoview.importers.cells import LONGEST_NOTE
from infoview.importers.reading import Reading, refusal
from infoview.importers.spreadsheet import Linked

LARGEST_UNPACKED = 30 * 1024 * 1024
MOST_EMPTY_ROWS = 2_000
LONGEST_CELL = 2 * LONGEST_NOTE
"""Letters of a cell that are looked at: more than are kept, so that the rest is not left out unsaid."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA = re.compile(r'\s*HYPERLINK\(\s*"((?:[^"]|"")+)"', re.IGNORECASE)
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
"""The names of ISO/IEC 29500 Strict, and those that every reader knows for the same things."""
Links = Mapping[tuple[int, int], str]
"""The addresses behind cells, by row and column, both counted from 1."""


def read(data: bytes, opened: zipfile.ZipFile, mapping: Mapping[str, str] | None = None) -> Reading:
    """Read every sheet that has headings of a list of people.

    Raises:
        ImportFileError: It is no workbook, too large when unpacked, damaged, or holds no such sheet.
    """
    names = {member.filename for member in opened.infolist()}
    if not any(name.startswith("xl/") for name in names):
        raise refusal("no_workbook")
    if any(name.endswith("xl/workbook.bin") for name in names):
        raise refusal("binary_workbook")
    _refuse_dangerous(opened)
    if "xl/workbook.xml" in names and _STRICT[0][0] in opened.read("xl/workbook.xml"):
        data = _in_usual_names(opened)
    with zipfile.ZipFile(io.BytesIO(data)) as usual:
        sheets = list(_sheets(data, usual))
    found = [table for rows, _ in sheets for table in _tables(rows, mapping)]
    found = found or [table for rows, _ in sheets if (table := tables.without_header(rows))]
    if not found:
        raise refusal("no_header" if any(rows for rows, _ in sheets) else "workbook_empty")
    readings = [spreadsheet.contacts(table, encoding="utf-8", mapping=mapping) for table in found]
    joined = joining.together(readings, "sheets")
    wide = [problem for _, width in sheets for problem in tables.too_wide(width)]
    return replace(joined, problems=(*joined.problems, *wide))


def _refuse_dangerous(opened: zipfile.ZipFile) -> None:
    """Refuse what would fill the memory: parts that unpack to far too much, and XML that defines entities."""
    members = opened.infolist()
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise refusal("workbook_large")
    for member in members:
        if member.filename.endswith((".xml", ".rels")):
            with opened.open(member) as stream:
                beginning = stream.read(4096).replace(b"\x00", b"").upper()
            if b"<!DOCTYPE" in beginning or b"<!ENTITY" in beginning:
                raise refusal("workbook_unsafe")


def _in_usual_names(opened: zipfile.ZipFile) -> bytes:
    """Write a workbook that was saved as "Strict Open XML" as every other program saves it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as usual:
        for member in opened.infolist():
            content = opened.read(member)
            if member.filename.endswith((".xml", ".rels")):
                for strict, known in _STRICT:
                    content = content.replace(strict, known)
            usual.writestr(member.filename, content)
    return buffer.getvalue()


def _sheets(data: bytes, opened: zipfile.ZipFile) -> Iterator[tuple[list[list[str]], int]]:
    """Give the rows of each sheet that is shown, and how many columns it says it has."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - slow to load, and only a workbook needs it
    except ImportError as error:
        raise refusal("no_openpyxl") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not keep nothing is needed here
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    width = sheet.max_column or 0
                    links = _links(opened, sheet._worksheet_path)  # noqa: SLF001 - it is named nowhere else
                    yield list(_rows(sheet, links)), width
    except ImportFileError:
        raise
    except Exception as error:
        raise refusal("workbook_damaged") from error


def _links(opened: zipfile.ZipFile, path: str) -> Links:
    """Find the addresses behind the words of a sheet, set as links or by the formula HYPERLINK."""
    content = opened.read(path)
    if b"yperlink" not in content and b"HYPERLINK" not in content:
        return {}
    relations = f"{dirname(path)}/_rels/{basename(path)}.rels"
    targets = {}
    if relations in opened.namelist():
        for relation in ET.fromstring(opened.read(relations)):  # noqa: S314 - nothing that defines entities
            targets[relation.get("Id")] = relation.get("Target") or ""
    return dict(_placed(content, targets))


def _placed(content: bytes, targets: Mapping[str | None, str]) -> Iterator[tuple[tuple[int, int], str]]:
    from openpyxl.utils.cell import coordinate_to_tuple  # noqa: PLC0415 - as above

    for _, element in ET.iterparse(io.BytesIO(content)):  # noqa: S314 - as above
        tag = element.tag.rpartition("}")[2]
        target = ""
        if tag == "hyperlink":
            key = next((value for name, value in element.items() if name.endswith("}id")), None)
            target, at = targets.get(key, ""), (element.get("ref") or "A1").partition(":")[0]
        elif tag == "c" and (found := _FORMULA.match(_formula(element))):
            target, at = found[1].replace('""', '"'), element.get("r") or "A1"
        if target:
            yield coordinate_to_tuple(at), target
        if tag == "row":
            element.clear()


def _formula(cell: ET.Element) -> str:
    return next((part.text or "" for part in cell if part.tag.endswith("}f")), "")


def _rows(sheet: Any, links: Links) -> Iterator[list[str]]:  # noqa: ANN401 - openpyxl has no types
    """Give a sheet's rows as text; a claim of a million empty rows ends the sheet early."""
    sheet.reset_dimensions()
    empty = 0
    limits = {"max_row": tables.MOST_ROWS + 1_000, "max_col": tables.MOST_COLUMNS}
    for number, cells in enumerate(sheet.iter_rows(**limits, values_only=True), start=1):
        row = [_written(cell) for cell in cells]
        empty = 0 if any(row) else empty + 1
        if empty > MOST_EMPTY_ROWS:
            return
        yield _linked(row, number, links) if links else row


def _linked(row: list[str], number: int, links: Links) -> list[str]:
    return [
        _with_target(text, target) if (target := links.get((number, column))) else text
        for column, text in enumerate(row, start=1)
    ]


def _with_target(text: str, target: str) -> Linked:
    linked = Linked(text or target.removeprefix("mailto:"))
    linked.target = target
    return linked


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
    text = str(cell)[:LONGEST_CELL]
    return _unescaped(text) if "_x" in text else text


def _unescaped(text: str) -> str:
    """Undo how a workbook writes control characters: `_x000D_` is a carriage return."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")


def _tables(rows: list[list[str]], mapping: Mapping[str, str] | None) -> tuple[tables.Table, ...]:
    while rows and not any(rows[-1]):
        rows.pop()
    try:
        return tables.below_headers([row or [""] for row in rows], mapping=mapping)
    except ImportFileError:
        return ()
