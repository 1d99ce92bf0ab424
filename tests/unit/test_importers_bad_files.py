import io
import random
import struct
import zipfile

import openpyxl
import pytest

from infoview.errors import ImportFileError
from infoview.importers import read

PAGE = b"<!DOCTYPE html><html><head><title>Sign in</title></head><body><form>Name,Email</form></body></html>"
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
)


def zipped(members, level=9):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def changed(data, name, content):
    """Take a ZIP file and give one of its members another content."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    return zipped(members | {name: content})


def refusal(data, name="people.csv"):
    with pytest.raises(ImportFileError) as refused:
        read(data, name)
    return str(refused.value)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b"\x00" * 100])
def test_an_empty_file_is_said_to_be_empty(data):
    assert refusal(data) == "This file is empty."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (PAGE, "web page"),
        (b"\n\n<html>\n<body>Please sign in</body></html>", "web page"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>', "XML file"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html><body>Sign in</body></html>', "web page"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Lunch\nEND:VEVENT\nEND:VCALENDAR\n", "calendar"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old or protected"),
        (b"SQLite format 3\x00" + bytes(100), "database"),
        (b'{"contacts": []}', "headings"),
        (b"Dear Ada,\n\nit was good to meet you. Name the day!\n", "headings"),
    ],
)
def test_a_file_that_is_no_list_is_refused_by_what_it_is(data, said):
    assert said in refusal(data)


def test_noise_is_refused():
    assert refusal(random.Random(7).randbytes(100_000)).endswith("Choose a CSV, vCard or Excel file.")


def test_the_content_counts_and_not_the_name():
    assert read(b"BEGIN:VCARD\nFN:Ada\nEND:VCARD\n", "contacts.csv").format == "vcard"
    assert read(b"Name,Email\nAda,ada@example.org\n", "contacts.vcf").format == "table"
    assert read(workbook(["Name"], ["Ada"]), "contacts.csv").contacts[0].name == "Ada"


def test_a_cut_zip_file_is_refused():
    data = zipped({"Connections.csv": "First Name,Last Name,URL\nAda,Park,\n"})
    assert "damaged" in refusal(data[: len(data) // 2], "x.zip")


def test_a_zip_file_of_other_things_is_refused():
    assert "has no Connections.csv" in refusal(zipped({"a.png": b"x", "b.txt": b"y", "c.csv": b"z"}), "x.zip")


def test_a_zip_file_inside_a_zip_file_is_not_opened():
    inner = zipped({"Connections.csv": "First Name,Last Name,URL\nAda,Park,\n"})
    assert "has no Connections.csv" in refusal(zipped({"inner.zip": inner}), "x.zip")


def test_a_member_that_unpacks_to_too_much_is_not_read():
    data = zipped({"Connections.csv": b"First Name,Last Name,URL\n" + b"\0" * 200_000_000}, level=1)
    assert "too large" in refusal(data, "x.zip")


def test_a_member_that_lies_about_its_size_is_refused():
    honest = zipped({"Connections.csv": b"First Name,Last Name,URL\n" + b"Ada,Park,\n" * 5000})
    data = bytearray(honest)
    central = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, central + 24, 10)
    assert "damaged" in refusal(bytes(data), "x.zip")


def test_a_zip_whose_packed_bytes_are_damaged_is_refused():
    data = bytearray(zipped({"Connections.csv": "First Name,Last Name\nAda,Park\n" * 50}))
    at = 30 + len("Connections.csv")  # where the packed bytes begin, after the local header
    data[at : at + 2] = bytes(2)
    assert "damaged" in refusal(bytes(data), "x.zip")


def test_a_member_with_a_path_out_of_the_folder_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = zipped({"../../Connections.csv": "First Name,Last Name,URL\nAda,Park,\n"})
    assert read(data, "x.zip").contacts[0].name == "Ada Park"
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_that_unpacks_to_too_much_is_not_opened():
    data = changed(workbook(["Name"], ["Ada"]), "xl/worksheets/sheet1.xml", b"<a>" + b" " * 120_000_000)
    assert "too large" in refusal(data, "x.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_that_defines_entities_is_not_opened(encoding):
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>' + SHEET
    data = changed(workbook(["Name"], ["Ada"]), "xl/worksheets/sheet1.xml", bomb.encode(encoding))
    assert "didn't open it" in refusal(data, "x.xlsx")


@pytest.mark.parametrize("content", [b"", b"<worksheet", b"nonsense", SHEET.encode()])
def test_a_damaged_workbook_is_refused(content):
    assert refusal(changed(workbook(["Name"], ["Ada"]), "xl/worksheets/sheet1.xml", content), "x.xlsx")


def test_a_sheet_that_claims_a_million_rows_is_read_for_the_rows_it_has():
    data = workbook(["Name"], ["Ada"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    far = sheet.replace(
        "</sheetData>",
        '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
    )
    assert [
        person.name for person in read(changed(data, "xl/worksheets/sheet1.xml", far.encode()), "x").contacts
    ] == ["Ada"]


def test_a_file_of_quotation_marks_is_refused():
    with pytest.raises(ImportFileError):
        read(b"Name,Email,Company\n" + b'"a,b,c\n' * 200_000, "people.csv")


def test_a_file_of_a_hundred_thousand_columns_is_read():
    header = "Name," + ",".join(f"c{number}" for number in range(100_000))
    assert read(f"{header}\nAda{',x' * 100_000}\n".encode(), "people.csv").contacts[0].name == "Ada"


def test_more_rows_than_can_be_read_are_refused():
    assert "400,000 rows" in refusal(b"Name\n" + b"Ada\n" * 400_002)
