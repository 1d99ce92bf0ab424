"""Whatever stands in a file, a reader gives people and sentences or says why not; what is written is read."""

import csv
import io
import quopri
import unicodedata

import openpyxl
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from made.linkedin import zipped
from made.shapes import SHAPES, people

from infoview.errors import InfoviewError
from infoview.exporters.vcard import vcards
from infoview.importers import read
from infoview.importers.cells import is_nothing
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


WORDS = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=1, max_size=12)
NAMES = st.lists(WORDS, min_size=2, max_size=3).map(" ".join)
TEXTS = st.text(
    st.characters(categories=["L", "Nd", "Po", "Ps", "Pe", "Sm", "Zs"], exclude_characters="#\"'_[]")
)
SAID = TEXTS.map(lambda text: " ".join(text.split())).filter(
    lambda text: any(map(str.isalpha, text)) and not is_nothing(text, "note")
)
LOCAL = st.text(st.characters(codec="ascii", categories=["Ll", "Nd"]), min_size=1, max_size=12)
PEOPLE = st.lists(
    st.builds(
        Contact,
        name=NAMES,
        organization=NAMES,
        title=NAMES,
        email=LOCAL.map("{}@example.org".format),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda contact: contact.email,
)


def told(people):
    return [(person.name, person.organization, person.title, person.email) for person in people]


@given(PEOPLE)
def test_cards_that_were_exported_are_read_again(contacts):
    assert told(check(vcards(contacts, "uid"), "people.vcf").contacts) == told(contacts)


def folded(text, at):
    """Fold every line after so many octets, wherever that is, and again after as many."""
    lines = []
    for line in text.encode().split(b"\r\n"):
        first, rest = line[:at], line[at:]
        lines += [first, *(b" " + rest[start : start + at - 1] for start in range(0, len(rest), at - 1))]
    return b"\r\n".join(lines)


def unfolded(text):
    return text.replace("\r\n ", "")


def by_vobject(contact, version):
    """Write a card with a library that many programs use; it folds at 75 octets."""
    card = vobject.vCard()
    given, _, family = contact.name.partition(" ")
    card.add("n").value = vobject.vcard.Name(family=family, given=given)
    card.add("fn").value = contact.name
    card.add("org").value = [contact.organization]
    card.add("title").value = contact.title
    card.add("email").value = contact.email
    card.email.type_param = "INTERNET"
    return card.serialize().replace("VERSION:3.0", f"VERSION:{version}")


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@given(PEOPLE, st.integers(2, 80))
def test_cards_of_another_library_are_read_folded_at_any_octet(version, contacts, at):
    text = unfolded("".join(by_vobject(contact, version) for contact in contacts))
    assert told(check(folded(text, at), "people.vcf").contacts) == told(contacts)


def in_numbers(name, text):
    """Write a property of version 2.1 in quoted-printable, cut at soft breaks."""
    value = quopri.encodestring(text.encode(), quotetabs=True).replace(b"=\n", b"=\r\n").decode()
    return f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{value}\r\n"


@given(PEOPLE)
def test_cards_of_the_oldest_version_are_read(contacts):
    text = "".join(
        "BEGIN:VCARD\r\nVERSION:2.1\r\n"
        + in_numbers("FN", contact.name)
        + in_numbers("ORG", contact.organization)
        + in_numbers("TITLE", contact.title)
        + f"EMAIL;INTERNET:{contact.email}\r\nEND:VCARD\r\n"
        for contact in contacts
    )
    assert told(check(text.encode(), "people.vcf").contacts) == told(contacts)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@given(contacts=PEOPLE, note=SAID)
def test_a_table_that_was_written_is_read_again(separator, contacts, note):
    written = io.StringIO()
    rows = [(one.name, one.organization, one.title, one.email, note) for one in contacts]
    csv.writer(written, delimiter=separator).writerows(
        [("Name", "Company", "Job Title", "Email", "Notes"), *rows]
    )
    reading = check(written.getvalue().encode())
    assert told(reading.contacts) == told(contacts)
    assert {person.note for person in reading.contacts} == {unicodedata.normalize("NFC", note)}


@given(PEOPLE, SAID)
def test_a_workbook_that_was_written_is_read_again(contacts, note):
    book = openpyxl.Workbook()
    for row in [("Name", "Company", "Job Title", "Email", "Notes"),
                *((one.name, one.organization, one.title, one.email, note) for one in contacts)]:  # fmt: skip
        book.active.append(row)
        for cell in book.active[book.active.max_row]:
            cell.data_type = "s"
    buffer = io.BytesIO()
    book.save(buffer)
    reading = check(buffer.getvalue())
    assert told(reading.contacts) == told(contacts)
    assert {person.note for person in reading.contacts} == {unicodedata.normalize("NFC", note)}
