"""Who of a file, and of the pool, may be somebody known already: said, and never acted upon."""

from datetime import date

import pytest

from infoview.contacts.already_known import likenesses, resembled
from infoview.contacts.pooling import keep
from infoview.importers import read
from infoview.logbook import open_memory
from infoview.records.contacts import Contact

TODAY = date(2026, 11, 23)


@pytest.fixture
def book():
    opened = open_memory()
    yield opened
    opened.close()


def reading(*rows):
    return read("\n".join(["Name,Company,Email", *rows, ""]).encode(), "people.csv")


def kept(book, *rows):
    with book.change():
        return keep(book, reading(*rows), "people.csv", TODAY)


def perhaps(book, *rows):
    found = likenesses(reading(*rows).contacts, book.contacts.find(), book.pool.find())
    return [one.sentence for one in found]


def test_somebody_may_be_a_contact_or_in_the_pool_or_in_the_file_twice_and_why_is_said(book):
    book.contacts.add(Contact("Kasia Nowak", "Tidal Museum"))
    kept(book, "Ben Moss,Rivers Trust,")
    assert perhaps(
        book,
        "Katarzyna Nowak,Tidal Museum,",
        "Ben Moss,Rivers Trust Ltd,",
        "Cleo Dahl,Dune,",
        "Cleo Dahl,Dune,",
    ) == [
        "Katarzyna Nowak may be Kasia Nowak, who is among your contacts: the same name at the same place.",
        "Ben Moss may be in your pool already: the same name at the same place.",
        "Cleo Dahl may be here twice: the same name at the same place.",
    ]


def test_two_names_of_one_address_may_be_one_person(book):
    book.contacts.add(Contact("Ada Park", email="park@example.org"))
    assert perhaps(book, "Bo Stone,,park@example.org") == [
        "Bo Stone may be Ada Park, who is among your contacts: The same e-mail address under two names."
    ]


def test_whoever_is_certainly_known_is_not_guessed_about(book):
    book.contacts.add(Contact("Ada Park", "Tidal Museum", email="a@example.org"))
    kept(book, "Ada Park,Tidal,a@example.org", "Ben Moss,Rivers Trust,")
    assert perhaps(book, "Ada Park,Tidal Museum,a@example.org") == []


def test_a_file_read_again_is_not_guessed_about(book):
    rows = ("Ben Moss,Rivers Trust,", "Cleo Dahl,Dune,")
    kept(book, *rows)
    assert perhaps(book, *rows) == []


def test_whoever_was_picked_is_a_contact_and_not_in_the_pool_any_more(book):
    kept(book, "Ben Moss,Rivers Trust,")
    ben = book.contacts.add(Contact("Ben Moss", "Rivers Trust"))
    book.pool.change(book.pool.find()[0].id, contact_id=ben.id)
    (said,) = perhaps(book, "Ben Moss,The Rivers Trust,")
    assert said.startswith("Ben Moss may be among your contacts already")
    assert resembled(book.contacts.find(), book.pool.find()) == {}


def test_others_of_a_common_name_are_not_guessed_about(book):
    book.contacts.add(Contact("John Smith", "Dune"))
    rows = (f"John Smith,{house},john@{house}.example" for house in ("Ash", "Birch", "Cedar", "Elm"))
    assert perhaps(book, *rows) == []


def test_those_in_the_pool_who_may_be_a_contact_are_found_with_that_contact(book):
    kasia = book.contacts.add(Contact("Kasia Nowak", "Tidal Museum"))
    kept(book, "Katarzyna Nowak,Tidal Museum,", "Ben Moss,Rivers Trust,")
    first, _ = book.pool.find()
    assert resembled(book.contacts.find(), book.pool.find()) == {first.id: kasia}
    assert resembled((), book.pool.find()) == {}
