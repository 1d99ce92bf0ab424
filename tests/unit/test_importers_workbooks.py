import io
from datetime import date, datetime

import openpyxl
import pytest

from infoview.errors import ImportFileError
from infoview.importers import read


def workbook(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def saved(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_sheet_with_a_title_above_its_headings_is_read():
    book = workbook(
        Alumni=[
            ["Alumni list 2026"],
            [],
            ["Full Name", "Class Year", "Employer", "Title", "Phone", "LinkedIn"],
            ["Ada Park", 2009, "Tidal Museum", "Curator", 15551234, "linkedin.com/in/ada"],
            [],
            ["Bo Öz", 2012.0, "Dune Labs", "Engineer", None, None],
        ]
    )
    book["Alumni"].merge_cells("A1:F1")
    reading = read(saved(book), "alumni.xlsx")
    ada, bo = reading.contacts
    assert (ada.row, bo.row) == (1, 3)
    assert (ada.name, ada.organization, ada.title, ada.note) == (
        "Ada Park",
        "Tidal Museum",
        "Curator",
        "Class Year: 2009",
    )
    assert (ada.phones, ada.url, bo.note) == (
        ("15551234",),
        "https://linkedin.com/in/ada",
        "Class Year: 2012",
    )


def test_dates_in_cells_are_dates():
    book = workbook(
        Sheet=[
            ["First Name", "Last Name", "Connected On"],
            ["Ada", "Park", datetime(2024, 3, 15)],  # noqa: DTZ001 - a cell has no zone
            ["Bo", "Öz", date(2023, 1, 3)],
        ]
    )
    assert [person.connected_on for person in read(saved(book), "x.xlsx").contacts] == [
        date(2024, 3, 15),
        date(2023, 1, 3),
    ]


def test_every_sheet_with_people_is_read_and_the_others_passed_over():
    book = workbook(
        Read_me=[["Please keep this list to yourself."]],
        A=[["Name", "Email"], ["Ada", "ada@example.org"]],
        B=[["Name", "Company"], ["Bo", "Dune"], ["Cy", "Low"]],
    )
    reading = read(saved(book), "x.xlsx")
    assert [(person.row, person.name) for person in reading.contacts] == [(1, "Ada"), (2, "Bo"), (3, "Cy")]
    assert [problem.message for problem in reading.problems] == [
        "This workbook has 2 sheets with people; all of them were read."
    ]


def test_a_hidden_sheet_is_not_read():
    book = workbook(A=[["Name"], ["Ada"]], B=[["Name"], ["Bo"]])
    book["B"].sheet_state = "hidden"
    assert [person.name for person in read(saved(book), "x.xlsx").contacts] == ["Ada"]


def test_who_asks_not_to_be_contacted_is_left_out():
    book = workbook(A=[["Name", "Do Not Contact"], ["Ada", False], ["Bo", True], ["Cy", "x"]])
    assert [person.name for person in read(saved(book), "x.xlsx").contacts] == ["Ada"]


def test_a_formula_counts_by_its_last_value_and_never_runs():
    book = workbook(A=[["Name", "Company"], ["Ada", '=WEBSERVICE("http://192.0.2.1/")']])
    assert read(saved(book), "x.xlsx").contacts[0].organization == ""


def test_a_workbook_without_people_is_refused():
    with pytest.raises(ImportFileError, match="headings"):
        read(saved(workbook(A=[["Budget"], [12]])), "x.xlsx")
    with pytest.raises(ImportFileError, match="empty"):
        read(saved(workbook(A=[])), "x.xlsx")
