"""A name that was given: somebody new, somebody known already, or somebody else of the same name."""

from datetime import date

import pytest

from infoview.errors import InputError
from infoview.logbook import open_memory
from infoview.records.contacts import Contact
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request, RequestStatus
from infoview.workflow.contacts import add_name_given
from infoview.workflow.requests import named_instead, pass_on
from infoview.workflow.templates import suggestions

TODAY = date(2026, 11, 23)


@pytest.fixture
def book():
    logbook = open_memory()
    yield logbook
    logbook.close()


@pytest.fixture
def talk(book):
    ada = book.contacts.add(Contact("Ada Park", "Tidal Museum"))
    return book.meetings.add(Meeting(ada.id, MeetingStatus.HELD, on=date(2026, 11, 20)))


def test_what_was_said_about_somebody_known_joins_what_is_known(book, talk):
    known = book.contacts.add(Contact("Ben Lund", why="He hangs the shows."))
    named = Contact("ben lund", "Alder Gallery", why="Knows every lender.")
    joined = add_name_given(book, named, talk, may_use_name=True, today=TODAY)
    assert joined.id == known.id
    assert (joined.name, joined.organization) == ("Ben Lund", "Alder Gallery")
    assert joined.why == "He hangs the shows.\nKnows every lender."
    (given,) = book.introductions.find(meeting_id=talk.id)
    assert (given.contact_id, given.may_use_name, given.given_on) == (known.id, True, talk.on)


def test_somebody_whom_they_had_named_before_stands_among_the_names_of_the_conversation(book, talk):
    known = book.contacts.add(Contact("Ben Lund"))
    book.introductions.add(Introduction(talk.contact_id, known.id, date(2026, 9, 1)))
    add_name_given(book, Contact("Ben Lund"), talk, may_use_name=True, today=TODAY)
    (given,) = book.introductions.find(meeting_id=talk.id)
    assert (given.given_on, given.may_use_name) == (date(2026, 9, 1), True)


def test_a_permission_once_given_is_not_taken_away_by_a_second_mention(book, talk):
    add_name_given(book, Contact("Ben Lund"), talk, may_use_name=True, today=TODAY)
    add_name_given(book, Contact("Ben Lund"), talk, may_use_name=False, today=TODAY)
    (given,) = book.introductions.find()
    assert given.may_use_name


def test_somebody_of_the_same_name_elsewhere_is_another_person(book, talk):
    book.contacts.add(Contact("Kim Lee", "Northlight", "Engineer"))
    added = add_name_given(book, Contact("Kim Lee", "Kestrel Games"), talk, may_use_name=False, today=TODAY)
    assert [kim.organization for kim in book.contacts.find() if kim.name == "Kim Lee"] == [
        "Northlight",
        "Kestrel Games",
    ]
    assert added.organization == "Kestrel Games"


def test_of_two_with_one_name_the_one_at_the_place_named_is_meant(book, talk):
    book.contacts.add(Contact("Kim Lee"))
    there = book.contacts.add(Contact("Kim Lee", "Northlight"))
    named = add_name_given(book, Contact("Kim Lee", "Northlight"), talk, may_use_name=False, today=TODAY)
    assert named.id == there.id


def test_nobody_is_given_their_own_name(book, talk):
    with pytest.raises(InputError, match="Ada Park"):
        add_name_given(book, Contact("Ada Park"), talk, may_use_name=False, today=TODAY)


def test_somebody_named_instead_is_found_even_if_others_had_named_them_before(book, talk):
    ben = book.contacts.add(Contact("Ben Lund"))
    book.introductions.add(Introduction(talk.contact_id, ben.id))
    cleo = book.contacts.add(Contact("Cleo Moss"))
    request = book.requests.add(Request(cleo.id, RequestStatus.SENT, sent_on=TODAY))
    pass_on(book, request, Contact("Ben Lund"), TODAY)
    assert named_instead(book, book.requests.get(request.id)).id == ben.id


def test_a_subject_that_is_offered_has_three_to_eight_words():
    long = "how museums decide which of their many objects are shown to whom and when"
    offered = suggestions("request", "subject", {"topic": long, "organization": "Tidal Museum"})
    assert offered
    assert all(3 <= len(subject.split()) <= 8 for subject in offered)
