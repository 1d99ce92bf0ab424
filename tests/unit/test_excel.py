"""The logbook as an Excel workbook: a sheet a table, whatever was typed."""

import csv
import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from infoview.exporters.excel import LONGEST, workbook
from infoview.exporters.spreadsheet import tables
from infoview.logbook import open_memory
from infoview.records.contacts import Contact
from infoview.records.requests import Request
from infoview.sample import write
from infoview.tables import TABLES

TODAY = date(2026, 11, 25)
HOSTILE = ["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", " =1", '=HYPERLINK("http://example.org")']


@pytest.fixture(scope="module")
def sample():
    book = open_memory()
    write(book, TODAY)
    yield book
    book.close()


def opened(logbook):
    return load_workbook(io.BytesIO(workbook(logbook)))


def test_there_is_a_sheet_for_each_table_with_its_headings_standing_still(sample):
    book = opened(sample)

    assert len(book.sheetnames) == len(TABLES)
    for sheet, table in zip(book, TABLES, strict=True):
        assert [cell.value for cell in sheet[1]] == list(table.headings.values())
        assert sheet.freeze_panes == "A2"


def test_a_sheet_says_what_the_csv_file_says(sample):
    book = opened(sample)
    for sheet, data in zip(book, tables(sample).values(), strict=True):
        _, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        assert [[_text(value) for value in row] for row in sheet.iter_rows(2, values_only=True)] == rows


def _text(value):
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)


def test_days_are_days_and_columns_are_as_wide_as_what_stands_in_them(sample):
    sheet = opened(sample)["Requests"]
    headings = [cell.value for cell in sheet[1]]
    sent = sheet.cell(2, headings.index("Sent on") + 1)

    assert (sent.is_date, sent.number_format) == (True, "yyyy-mm-dd")
    assert all(8 <= width.width <= 60 for width in sheet.column_dimensions.values())
    assert sheet.column_dimensions["D"].width == 60  # the message


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_is_a_formula(logbook, typed):
    person = logbook.contacts.add(Contact(typed, note=typed)).id
    logbook.requests.add(Request(person, subject=typed, ask=typed))
    cells = [cell for sheet in opened(logbook) for row in sheet.iter_rows(2) for cell in row]

    assert sum(cell.value == f"'{typed}" for cell in cells) >= 4
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_signs_and_days_that_a_workbook_cannot_hold_keep_nothing_from_being_written(logbook):
    logbook.contacts.add(Contact("Ada\x01 Park", note="x" * (LONGEST + 1), added_on=date(1066, 10, 14)))
    row = [cell.value for cell in opened(logbook)["Contacts"][2]]

    assert row[0] == "Ada Park"
    assert "1066-10-14" in row
    assert max(len(value) for value in row if isinstance(value, str)) == LONGEST


def test_a_workbook_of_an_empty_logbook_has_its_sheets_and_headings(logbook):
    assert [sheet.max_row for sheet in opened(logbook)] == [1] * len(TABLES)
