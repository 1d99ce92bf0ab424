"""What is kept of a file: everybody once, with what was new about those there before; and back again."""

from datetime import date

import pytest
from made.linkedin import connections, zipped
from made.people import Row

from infoview.contacts.pooling import keep, take_out
from infoview.importers import read
from infoview.logbook import open_memory
from infoview.records.contacts import Contact
from infoview.workflow.contacts import delete_contact

TODAY = date(2026, 11, 23)


@pytest.fixture
def book():
    opened = open_memory()
    yield opened
    opened.close()


def kept(book, *rows):
    header = "First Name,Last Name,Email,Phone,Company,Title,URL,Notes"
    reading = read("\n".join([header, *rows, ""]).encode(), "people.csv")
    with book.change():
        return keep(book, reading, "people.csv", TODAY)


def undo(book, record):
    with book.change():
        take_out(book, record)


def test_a_person_is_pooled_with_what_their_record_tells(book):
    record = kept(
        book, "Ada,Park,a@example.org;b@example.org,+1 2,Tidal,Curator,https://example.org/a,Shells"
    )
    (ada,) = book.pool.find()
    assert (record.file_name, record.format, record.imported_on, record.people) == (
        "people.csv",
        "table",
        TODAY,
        1,
    )
    assert (ada.name, ada.email, ada.phone, ada.organization, ada.title) == (
        "Ada Park", "a@example.org", "+1 2", "Tidal", "Curator",
    )  # fmt: skip
    assert (ada.url, ada.note) == ("https://example.org/a", "Shells\nb@example.org")


def test_whoever_is_in_a_file_twice_is_pooled_once_with_both_records(book):
    record = kept(book, "Ada,Park,a@example.org,,Tidal,,,", "Ada,Park,a@example.org,+1 2,,Curator,,")
    (ada,) = book.pool.find()
    assert (ada.row, ada.phone, ada.organization, ada.title) == (1, "+1 2", "Tidal", "Curator")
    assert record.problems == ("One person was there already.",)


def test_whoever_shares_an_address_with_one_and_a_profile_with_another_is_all_of_them(book):
    page = "https://www.linkedin.com/in/ada"
    kept(
        book,
        f"Ada,Park,,,Tidal,,{page},",
        "Ada,Park,a@example.org,,,Curator,,",
        f"Ada,Park,a@example.org,+1,,,{page},",
    )
    (ada,) = book.pool.find()
    assert (ada.organization, ada.title, ada.phone, ada.email) == ("Tidal", "Curator", "+1", "a@example.org")


def test_whoever_is_in_the_pool_is_not_pooled_again_and_learned_more_of(book):
    kept(book, "Ada,Park,a@example.org,,,,,", "Bo,Stone,,,Dune,,,")
    record = kept(book, "Ada,Park,A@example.org,,Tidal,,,", "Bo,Stone,,,Dune,,,", "Cy,Low,,,,,,")
    assert [person.name for person in book.pool.find()] == ["Ada Park", "Bo Stone", "Cy Low"]
    assert book.pool.search("tidal")[0][0].name == "Ada Park"
    assert (record.people, record.problems) == (
        1,
        ("2 people were there already; what was new about one of them was added.",),
    )


def test_a_file_that_is_taken_out_takes_with_it_what_it_told_of_others(book):
    ada = book.contacts.add(Contact("Ada Park", email="a@example.org"))
    kept(book, "Bo,Stone,b@example.org,,,,,")
    before = (book.contacts.find(), book.pool.find(), book.pool.imports.find())
    record = kept(
        book, "Ada,Park,a@example.org,+1,Tidal,Curator,,", "Bo,Stone,b@example.org,,Dune,,,", "Cy,Low,,,,,,"
    )
    assert (book.contacts.get(ada.id).phone, book.contacts.get(ada.id).organization) == ("+1", "Tidal")
    assert [person.name for person in book.pool.find()] == ["Bo Stone", "Cy Low"]
    undo(book, record)
    assert (book.contacts.find(), book.pool.find(), book.pool.imports.find()) == before
    assert book.pool.filled.find() == ()
    assert book.pool.search("dune")[1] == 0


def test_what_was_changed_since_stays_when_a_file_is_taken_out(book):
    ada = book.contacts.add(Contact("Ada Park", email="a@example.org"))
    record = kept(book, "Ada,Park,a@example.org,+1,Tidal,Curator,,")
    book.contacts.change(ada.id, organization="Tidal Museum, Hull")
    undo(book, record)
    changed = book.contacts.get(ada.id)
    assert (changed.organization, changed.title, changed.phone) == ("Tidal Museum, Hull", "", "")


def test_whom_one_wrote_to_lately_is_known_from_the_newest_file(book):
    def messages(day):
        rows = f"FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE\nAda,{page},Me,,{day}\n"
        return zipped({"Connections.csv": connections([Row("Ada Park", url=page)]), "messages.csv": rows})

    page = "https://www.linkedin.com/in/ada"
    for day in ("2024-05-01 08:00:00 UTC", "2026-02-03 08:00:00 UTC", "2025-01-01 08:00:00 UTC"):
        with book.change():
            keep(book, read(messages(day), "export.zip"), "export.zip", TODAY)
    assert [person.last_contact_on for person in book.pool.find()] == [date(2026, 2, 3)]
    undo(book, book.pool.imports.find()[1])
    assert [person.last_contact_on for person in book.pool.find()] == [date(2024, 5, 1)]


def test_what_a_file_told_of_a_contact_goes_with_them_for_good(book):
    ada = book.contacts.add(Contact("Ada Park", email="a@example.org"))
    kept(book, "Ada,Park,a@example.org,+1 555,Tidal,Curator,,")
    with book.change():
        delete_contact(book, ada.id)
    book.leave_no_trace()
    assert book.pool.filled.find() == ()
    assert b"+1 555" not in book.copy()


def test_namesakes_without_an_address_are_two_people(book):
    kept(book, "Ada,Park,,,Tidal,,,", "Ada,Park,,,Tidal,,,")
    assert book.pool.count() == 2


def test_a_thousand_sentences_about_left_out_rows_are_kept_short(book):
    record = kept(book, "Ada,Park,,,,,,", *[",,,,Tidal,,,"] * 1000)
    assert len(record.problems) == 501
    assert record.problems[-1] == "… and 500 more rows."
