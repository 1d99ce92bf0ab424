"""The same people come out, whatever shape and encoding their list came in."""

import pytest
from made.shapes import ODD, PLAIN, SHAPES, people

from infoview.importers import read


def in_bytes(text, encoding):
    return text if isinstance(text, bytes) else text.encode(encoding)


def told(person):
    return (person.name, person.email, " ".join(person.organization.split()), person.title)


def wanted(row):
    return (row.name, row.email, " ".join(row.organization.split()), row.title)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_everybody_is_read_with_address_organization_and_work(shape, encoding):
    rows = people(ODD)
    reading = read(in_bytes(SHAPES[shape](rows), encoding), "people")
    assert [told(person) for person in reading.contacts] == [wanted(row) for row in rows]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_accents_are_read_in_the_encodings_of_older_programs(shape, encoding):
    rows = [row for row in people(PLAIN) if row.name.encode(encoding, "replace").decode(encoding) == row.name]
    if shape == "cards 2.1":
        encoding = "utf-8"  # as the cards say themselves
    reading = read(in_bytes(SHAPES[shape](rows), encoding), "people")
    assert [told(person) for person in reading.contacts] == [wanted(row) for row in rows]


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape.startswith("LinkedIn")])
def test_a_linkedin_export_is_known_with_the_days_of_its_connections(shape):
    rows = people()
    reading = read(in_bytes(SHAPES[shape](rows), "utf-8"), "people")
    assert reading.format == "linkedin-connections"
    assert [f"{person.connected_on:%d %b %Y}" for person in reading.contacts] == [
        r.connected_on for r in rows
    ]


@pytest.mark.parametrize(
    "shape", [s for s in SHAPES if s.split()[0].strip(",") in {"Google", "Outlook", "cards"}]
)
def test_the_program_a_file_comes_from_is_known(shape):
    known = {"Google": "google-csv", "Outlook": "outlook-csv", "cards": "vcard"}
    reading = read(in_bytes(SHAPES[shape](people()), "utf-8"), "people")
    assert reading.format == known[shape.split()[0].strip(",")]
