import io
import zipfile
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


STRICT = (
    (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    ("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"),
)


def rewritten(data, change):
    """Write a workbook again with every part changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name).decode()))
    return buffer.getvalue()


def test_a_workbook_saved_as_strict_open_xml_is_read():
    def strict(_name, text):
        for usual, named in STRICT:
            text = text.replace(usual, named)
        return text

    data = rewritten(saved(workbook(A=[["Name", "Company"], ["Ada", "Tidal"]])), strict)
    assert [(p.name, p.organization) for p in read(data, "x.xlsx").contacts] == [("Ada", "Tidal")]


def test_what_openpyxl_does_not_keep_is_no_warning(recwarn):
    extension = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x/></ext></extLst></worksheet>'
    data = rewritten(
        saved(workbook(A=[["Name"], ["Ada"]])),
        lambda name, text: text.replace("</worksheet>", extension) if "sheet1" in name else text,
    )
    assert [person.name for person in read(data, "x.xlsx").contacts] == ["Ada"]
    assert not recwarn.list


def test_errors_in_cells_are_nothing():
    book = workbook(A=[["Name", "Company", "Title"], ["Ada", "#N/A", "#REF!"]])
    for cell in book["A"][2][1:]:
        cell.data_type = "e"
    (ada,) = read(saved(book), "x.xlsx").contacts
    assert (ada.organization, ada.title) == ("", "")


def test_how_a_workbook_writes_control_characters_is_undone():
    book = workbook(A=[["Name", "Company", "Notes"], ["Ada_x000D_", "Snake_x005F_x000D_", "One_x000D_\nTwo"]])
    (ada,) = read(saved(book), "x.xlsx").contacts
    assert (ada.name, ada.organization, ada.note) == ("Ada", "Snake_x000D_", "One\nTwo")


def test_addresses_behind_words_are_read():
    book = workbook(
        A=[["Name", "Email", "Profile"], ["Ada", "write", "profile"], ["Bo", "b@example.org", None]]
    )
    sheet = book["A"]
    sheet["B2"].hyperlink = "mailto:ada@example.org?subject=Hello"
    sheet["C2"].hyperlink = "https://www.linkedin.com/in/ada"
    sheet["A3"].hyperlink = "https://www.linkedin.com/in/bo"
    ada, bo = read(saved(book), "x.xlsx").contacts
    assert (ada.email, ada.url, ada.note) == ("ada@example.org", "https://www.linkedin.com/in/ada", "")
    assert (bo.email, bo.url) == ("b@example.org", "https://www.linkedin.com/in/bo")


def test_addresses_in_a_formula_of_links_are_read():
    book = workbook(A=[["Name", "Email"], ["Ada", '=HYPERLINK("mailto:ada@example.org","write")']])
    (ada,) = read(saved(book), "x.xlsx").contacts
    assert ada.email == "ada@example.org"


def test_a_sheet_of_too_many_columns_is_read_and_said():
    book = workbook(A=[["Name", *(f"c{n}" for n in range(600))], ["Ada", *("x" for _ in range(600))]])
    reading = read(saved(book), "x.xlsx")
    assert [problem.message for problem in reading.problems] == [
        "This table has 601 columns; only the first 500 were read."
    ]


def test_somebody_on_two_sheets_is_read_once():
    book = workbook(
        A=[["Name", "Email"], ["Ada", "a@example.org"]],
        B=[["Name", "Email", "Company"], ["Ada", "a@example.org", ""], ["Bo", "b@example.org", "Dune"]],
    )
    reading = read(saved(book), "x.xlsx")
    assert [(person.row, person.name) for person in reading.contacts] == [(1, "Ada"), (3, "Bo")]
    assert reading.problems[-1].message.startswith("One person is listed more than once")
