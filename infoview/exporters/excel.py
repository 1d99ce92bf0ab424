"""The logbook as one Excel workbook: a sheet a table, dates as dates, and nothing typed is a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from infoview.content import words
from infoview.exporters.sound import sound
from infoview.exporters.spreadsheet import shown
from infoview.logbook import Logbook
from infoview.tables import TABLES

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

NARROWEST, WIDEST = 8, 60
"""Characters that a column shows at least and at most; what is longer is wrapped."""
LONGEST = 32_767
"""Characters that a cell holds ("Excel specifications and limits")."""
FIRST_YEAR = 1900
"""Before it Excel knows no dates; such a day is written as words."""

Sheet = tuple[Sequence[str], Iterable[Sequence[object]]]
"""The headings of a sheet, and its rows."""


def workbook(logbook: Logbook) -> bytes:
    """Write the logbook's tables as one workbook."""
    titles: Mapping[str, str] = words("exports")["sheets"]
    return sheets(
        {
            titles[table.name]: (tuple(table.headings.values()), tuple(shown(logbook, table)))
            for table in TABLES
        }
    )


def sheets(content: Mapping[str, Sheet]) -> bytes:
    """Write sheets by their titles; headings stand still, and columns fit what is in them."""
    from openpyxl import Workbook  # noqa: PLC0415 - only workbooks need it

    book = Workbook(write_only=True)
    for title, (headings, rows) in content.items():
        _fill(book.create_sheet(title), headings, [[_cell(value) for value in row] for row in rows])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: WriteOnlyWorksheet, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    def styled(value: object, **style: Any) -> WriteOnlyCell:  # noqa: ANN401 - whatever a style is made of
        cell = WriteOnlyCell(sheet, value)
        for name, look in style.items():
            setattr(cell, name, look)
        return cell

    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    for place, heading in enumerate(headings):
        widest = max((_width(row[place]) for row in rows), default=0)
        width = min(max(widest, len(heading) + 3, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    sheet.append([styled(heading, font=bold) for heading in headings])
    for row in rows:
        sheet.append(
            [
                styled(value, alignment=wrapped) if isinstance(value, str) and _is_long(value) else value
                for value in row
            ]
        )


def _cell(value: object) -> object:
    """Make a value one that a cell can hold."""
    if isinstance(value, date):
        return value if value.year >= FIRST_YEAR else value.isoformat()
    return sound(value)[:LONGEST] if isinstance(value, str) else value


def _width(value: object) -> int:
    if value is None:
        return 0
    return max(map(len, value.split("\n"))) + 1 if isinstance(value, str) else len(str(value)) + 2


def _is_long(text: str) -> bool:
    return len(text) >= WIDEST or "\n" in text
