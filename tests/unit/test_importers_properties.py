"""Whatever stands in a file, a reader gives people and sentences or says why not; what is written is read."""

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made.linkedin import zipped
from made.shapes import SHAPES, people

from infoview.errors import InfoviewError
from infoview.exporters.vcard import vcards
from infoview.importers import read
from infoview.records.contacts import Contact
from infoview.text.addresses import email, link

SMALL = people(number=3)
FILES = [made if isinstance(made := SHAPES[shape](SMALL), bytes) else made.encode() for shape in SHAPES]
HEADINGS = st.sampled_from(
    ["Name", "First Name", "E-mail", "Company", "Title", "Notes", "URL", "Connected On", "", "?"]
)
CARD_LINES = st.sampled_from(
    ["BEGIN:VCARD", "END:VCARD", "VERSION:2.1", "FN:", "N:", "EMAIL;TYPE=WORK:", "ORG:", "AGENT:", "Ada",
     "\r", "\n", "NOTE;ENCODING=QUOTED-PRINTABLE:", "PHOTO;ENCODING=b:", " ", "\t", "=", "item1.", ";", ":",
     '"', "CHARSET="]
)  # fmt: skip
MEMBERS = st.sampled_from(
    ["Connections.csv", "a/messages.csv", "b.vcf", "c.xlsx", "d.csv", "e.png", "mimetype"]
)
CELLS = st.one_of(
    st.none(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.dates(),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
)  # fmt: skip


def check(data, name="people.csv"):
    """Read a file, and see that what comes out is fit to be shown and kept."""
    try:
        reading = read(data, name)
    except InfoviewError as refused:
        said = str(refused)
        assert said.endswith(".")
        return None
    for person in reading.contacts:
        assert person.name.strip()
        assert all(map(email, person.emails))
        assert not person.url or link(person.url) == person.url
        texts = (person.name, person.organization, person.title, person.location, *person.phones)
        assert not any(set(text) & {"\x00", "\n", "\r"} for text in texts)
    assert all(problem.message.endswith((".", "!", "?", "…")) for problem in reading.problems)
    assert len({person.row for person in reading.contacts}) == len(reading.contacts)
    return reading


@given(st.binary(max_size=2_000))
def test_any_bytes_end_in_people_or_in_a_sentence(data):
    check(data)


@given(st.text(max_size=2_000), st.sampled_from(["utf-8", "utf-16", "utf-32", "utf-8-sig"]))
def test_any_text_ends_in_people_or_in_a_sentence(text, encoding):
    check(text.encode(encoding, "replace"))


@given(st.data())
def test_a_real_file_that_was_damaged_ends_in_people_or_in_a_sentence(data):
    whole = bytearray(data.draw(st.sampled_from(FILES)))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(whole) - 1))
        length = data.draw(st.integers(0, 40))
        whole[at : at + length] = data.draw(st.binary(max_size=20))
        if not whole:
            break
    check(bytes(whole))


@given(st.sampled_from(FILES), st.integers(0, 4_000))
def test_a_real_file_that_was_cut_off_ends_in_people_or_in_a_sentence(whole, length):
    check(whole[:length])


@given(
    st.lists(HEADINGS, min_size=1, max_size=6),
    st.lists(st.lists(st.text(max_size=30), max_size=8), max_size=6),
    st.sampled_from(",;\t|"),
)
def test_any_table_ends_in_people_or_in_a_sentence(header, rows, separator):
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows([header, *rows])
    check(written.getvalue().encode("utf-8", "replace"))


@given(st.lists(st.one_of(CARD_LINES, st.text(max_size=10)), max_size=60))
def test_any_card_ends_in_people_or_in_a_sentence(lines):
    check(("BEGIN:VCARD\n" + "".join(lines)).encode("utf-8", "replace"))


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=5))
def test_any_workbook_ends_in_people_or_in_a_sentence(rows):
    book = openpyxl.Workbook()
    for row in [["Name", "E-mail", "Company"], *rows]:
        book.active.append(row)
        for cell in book.active[book.active.max_row]:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    buffer = io.BytesIO()
    book.save(buffer)
    check(buffer.getvalue())


@given(st.dictionaries(MEMBERS, st.sampled_from([*FILES, b"", b"x"]), max_size=4))
def test_any_zip_ends_in_people_or_in_a_sentence(members):
    check(zipped(members))


@given(st.lists(st.text(max_size=60), max_size=20))
def test_any_ldif_ends_in_people_or_in_a_sentence(lines):
    check(("dn: cn=x\ncn: Ada\n" + "\n".join(lines)).encode("utf-8", "replace"))


WORDS = st.text(st.characters(categories=["L", "Nd"], max_codepoint=0x24F), min_size=1, max_size=12)
NAMES = st.lists(WORDS, min_size=2, max_size=3).map(" ".join)


@given(
    st.lists(
        st.builds(Contact, name=NAMES, organization=NAMES, title=NAMES, location=st.just("")), max_size=5
    )
)
def test_cards_that_were_exported_are_read_again(contacts):
    data = vcards(contacts, "uid")
    read_again = check(data, "people.vcf") if contacts else None
    found = read_again.contacts if read_again else ()
    assert [(p.name, p.organization, p.title) for p in found] == [
        (c.name, c.organization, c.title) for c in contacts
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@given(rows=st.lists(st.tuples(NAMES, NAMES, NAMES), min_size=1, max_size=6))
def test_a_table_that_was_written_is_read_again(separator, rows):
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows([("Name", "Company", "Job Title"), *rows])
    reading = check(written.getvalue().encode())
    assert [(p.name, p.organization, p.title) for p in reading.contacts] == rows
