"""Two entries of one person become one, and two again."""

from dataclasses import replace
from datetime import date

import pytest

from infoview.contacts.merging import differing, doubles, join, join_certain, keep_apart, part
from infoview.logbook import open_memory
from infoview.records.contacts import Contact, Touch
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting
from infoview.records.requests import Request

TODAY = date(2026, 11, 23)


@pytest.fixture
def book():
    opened = open_memory()
    yield opened
    opened.close()


@pytest.fixture
def kasia(book):
    """One person, found twice, with something about both."""
    one = book.contacts.add(Contact("Katarzyna Nowak", "Tidal Museum", "Curator", note="Likes maps."))
    two = book.contacts.add(Contact("Kasia Nowak", "Tidal Museum", "Head curator", "k@example.org"))
    friend = book.contacts.add(Contact("Ben Moss"))
    book.requests.add(Request(one.id))
    book.meetings.add(Meeting(two.id))
    book.touches.add(Touch(two.id, TODAY, "call", "About maps"))
    book.introductions.add(Introduction(friend.id, one.id))
    book.introductions.add(Introduction(friend.id, two.id))
    book.introductions.add(Introduction(one.id, two.id))
    return one, two


def test_a_short_form_of_a_name_at_the_same_place_is_offered_not_joined(book, kasia):
    (double,) = doubles(book)
    assert (double.one, double.other, double.confidence) == (*kasia, "likely")
    assert join_certain(book, TODAY) == ()
    assert differing(double) == ("name", "title")


def test_what_was_chosen_is_taken_and_nothing_about_either_is_lost(book, kasia):
    one, two = kasia
    made = join(book, one.id, two.id, TODAY, frozenset({"title"}))
    assert (made.name, made.title, made.email) == ("Katarzyna Nowak", "Head curator", "k@example.org")
    assert made.note == "Likes maps."
    assert book.contacts.first(id=two.id) is None
    assert [len(shelf.find(contact_id=one.id)) for shelf in (book.requests, book.meetings, book.touches)] == [
        1, 1, 1,
    ]  # fmt: skip
    assert len(book.introductions.find(contact_id=one.id)) == 1


def test_a_joining_can_be_undone_to_the_letter(book, kasia):
    def everything():
        meetings = [replace(meeting, revision=0) for meeting in book.meetings.find()]
        shelves = (book.contacts, book.introductions, book.touches)
        return [meetings, *(shelf.find() for shelf in shelves)]

    before = everything()
    join(book, kasia[0].id, kasia[1].id, TODAY)
    part(book, book.joined.find()[0])
    assert everything() == before
    assert book.joined.find() == ()


def test_what_was_written_after_the_joining_stays_when_it_is_undone(book, kasia):
    join(book, kasia[0].id, kasia[1].id, TODAY)
    book.contacts.change(kasia[0].id, email="new@example.org")
    part(book, book.joined.find()[0])
    assert book.contacts.get(kasia[0].id).email == "new@example.org"
    assert book.contacts.get(kasia[1].id).email == "k@example.org"


def test_two_people_said_to_be_two_are_never_offered_again(book, kasia):
    keep_apart(book, kasia[1].id, kasia[0].id)
    assert doubles(book) == ()


def test_one_name_with_one_address_joins_itself_and_is_remembered(book):
    book.contacts.add(Contact("Ada Park", email="ada@example.org"))
    book.contacts.add(Contact("ADA PARK", "Tidal Museum", email="Ada@example.org"))
    (joined,) = join_certain(book, TODAY)
    (ada,) = book.contacts.find()
    assert (joined.name, ada.name, ada.organization) == ("ADA PARK", "Ada Park", "Tidal Museum")
    part(book, joined)
    assert join_certain(book, TODAY) == ()
    assert book.contacts.count() == 2


@pytest.mark.parametrize(
    "other",
    [
        Contact("Ada M. Park", email="ada@example.org"),
        Contact("Ada Stone", email="ada@example.org"),
        Contact("Ada Park", "Dune Labs", email="ada@example.org"),
        Contact("Ada Park", phone="+2", email="ada@example.org"),
    ],
)
def test_whatever_would_be_given_up_by_joining_is_asked_about(book, other):
    book.contacts.add(Contact("Ada Park", "Tidal Museum", email="ada@example.org", phone="+1"))
    book.contacts.add(other)
    assert join_certain(book, TODAY) == ()
    assert len(doubles(book)) == 1


def test_each_joining_can_be_undone_whatever_was_joined_since(book):
    for name in ("Ada", "Ben"):
        for mark in ("", "!"):
            book.contacts.add(Contact(f"{name} Park{mark}", email=f"{name}@example.org"))
    first, second = join_certain(book, TODAY)
    part(book, first)
    assert [one.name for one in book.contacts.find()] == ["Ada Park", "Ada Park!", "Ben Park"]
    assert book.joined.find() == (second,)


def test_an_undone_joining_survives_a_friend_deleted_meanwhile(book, kasia):
    join(book, kasia[0].id, kasia[1].id, TODAY)
    book.contacts.remove(book.contacts.first(name="Ben Moss").id)
    part(book, book.joined.find()[0])
    assert {one.name for one in book.contacts.find()} == {"Katarzyna Nowak", "Kasia Nowak"}
