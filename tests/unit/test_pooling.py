"""What is kept of a file: everybody once, with what was new about those there before; and back again."""

from datetime import date

import pytest
from made.linkedin import connections, zipped
from made.people import Row

from infoview.contacts.pooling import joined_records, keep, part_record, take_out
from infoview.errors import InputError
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
    record = kept(book, "Ada,Park,a@example.org,,Tidal,,,", "ADA,PARK,a@example.org,+1 2,,Curator,,")
    (ada,) = book.pool.find()
    assert (ada.row, ada.phone, ada.organization, ada.title) == (1, "+1 2", "Tidal", "Curator")
    assert record.problems == (
        "ADA PARK was added to the entry of Ada Park: the same e-mail address.",
        "One person was here already.",
    )


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
        (
            "Ada Park was added to the entry of Ada Park: the same e-mail address.",
            "2 people were here already.",
        ),
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
    assert record.problems[-1] == "… and 500 more."


@pytest.mark.parametrize(
    "other",
    [
        "Ada,Stone,a@example.org,,Tidal,Curator,,",
        "Bo,Park,a@example.org,,Tidal,Curator,,",
        "Ada,Park,a@example.org,,Tidal,Director,,",
        "Ada,Park,a@example.org,,Dune,Curator,,",
        "A.,Park,a@example.org,,Tidal,Curator,,",
    ],
)
def test_a_second_name_title_or_organization_behind_an_address_is_kept_beside_the_first(book, other):
    record = kept(book, "Ada,Park,a@example.org,,Tidal,Curator,,", other)
    assert (book.pool.count(), record.problems) == (2, ())
    again = kept(book, other.replace(",,", ",+1,", 1))
    assert (again.people, book.pool.count()) == (0, 2)


def test_a_second_address_telephone_or_page_of_a_person_goes_into_the_note(book):
    page = "https://www.linkedin.com/in/ada"
    kept(
        book,
        f"Ada,Park,a@example.org,+1,Tidal,,{page},Shells",
        f"Ada,Park,b@example.org,+2,Tidal Museum,,{page},Ropes",
    )
    (ada,) = book.pool.find()
    assert (ada.email, ada.phone) == ("a@example.org", "+1")
    assert ada.note.split("\n") == ["Shells", "Ropes", "Tidal Museum", "b@example.org", "+2"]


def test_what_a_contacts_own_note_would_have_to_take_is_kept_as_somebody_of_its_own(book):
    ada = book.contacts.add(Contact("Ada Park", email="a@example.org", phone="+1", note="Mine"))
    record = kept(book, "Ada,Park,a@example.org,+2,,,,")
    assert (record.people, book.contacts.get(ada.id).note) == (1, "Mine")


def test_records_alike_letter_by_letter_are_kept_once_if_they_tell_somebody_from_a_namesake(book):
    kept(book, "Mum,,,+1 555,,,,", "Mum,,,+1 555,,,,", "Mum,,,+1 556,,,,")
    assert [one.phone for one in book.pool.find()] == ["+1 555", "+1 556"]


def test_each_joining_is_named_and_can_be_undone_alone(book):
    ada = book.contacts.add(Contact("Ada Park", email="a@example.org"))
    kept(book, "Bo,Stone,b@example.org,,,,,")
    record = kept(
        book,
        "Ada,Park,a@example.org,+1,Tidal,,,",
        "Bo,Stone,b@example.org,,Dune,,,",
        "Bo,Stone,b@example.org,+3,,Curator,,Ropes",
    )
    names = [(one.name, one.other) for one in joined_records(book, record)]
    assert names == [("Ada Park", "Ada Park"), ("Bo Stone", "Bo Stone"), ("Bo Stone", "Bo Stone")]
    second = joined_records(book, record)[2]
    with book.change():
        parted = part_record(book, second.filled_id)
    first, other = book.pool.find(name="Bo Stone")
    assert (first.organization, first.phone, first.title, first.note) == ("Dune", "", "", "")
    assert other == parted
    assert (other.phone, other.title, other.note, other.import_id) == ("+3", "Curator", "Ropes", record.id)
    assert book.contacts.get(ada.id).phone == "+1"
    assert len(joined_records(book, record)) == 2
    assert book.pool.imports.get(record.id).people == 1
    with pytest.raises(InputError):
        part_record(book, second.filled_id)


def test_a_joining_undone_leaves_what_was_changed_since(book):
    ada = book.contacts.add(Contact("Ada Park", email="a@example.org"))
    record = kept(book, "Ada,Park,a@example.org,+1,Tidal,,,")
    book.contacts.change(ada.id, phone="+9")
    with book.change():
        part_record(book, joined_records(book, record)[0].filled_id)
    now = book.contacts.get(ada.id)
    assert (now.phone, now.organization, book.pool.find()[0].phone) == ("+9", "", "+1")


def test_a_file_that_told_one_person_twice_takes_both_out_again(book):
    kept(book, "Ada,Park,a@example.org,,,,,")
    before = book.pool.find()
    record = kept(book, "Ada,Park,a@example.org,,,,,Shells", "Ada,Park,a@example.org,,,,,Ropes")
    assert book.pool.find()[0].note == "Shells\nRopes"
    undo(book, record)
    assert book.pool.find() == before
