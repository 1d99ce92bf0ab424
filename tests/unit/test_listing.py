"""The list of contacts is narrowed by what one asks for, all of it at once."""

from datetime import date

import pytest

from infoview.contacts.listing import listed, organizations, places
from infoview.logbook import open_memory
from infoview.records.contacts import Circle, Contact
from infoview.records.debriefs import Learned
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request, RequestStatus
from infoview.records.takeaways import Takeaway

TODAY = date(2026, 11, 23)


@pytest.fixture
def book():
    opened = open_memory()
    ada = opened.contacts.add(Contact("Ada Park", "Tidal Museum", location="Hull, UK", circle=Circle.ALUMNI))
    opened.contacts.add(Contact("Bo Stone", "Tidal Museum Ltd.", location="hull", circle=Circle.LINKEDIN))
    opened.contacts.add(Contact("Cy Löw", "Dune", location="Köln"))
    opened.requests.add(Request(ada.id, status=RequestStatus.SENT, sent_on=TODAY))
    met = opened.meetings.add(Meeting(ada.id, on=TODAY, status=MeetingStatus.HELD))
    opened.learned.add(Learned(met.id, Takeaway.LIFESTYLE, "Early mornings"))
    opened.learned.add(Learned(met.id, Takeaway.PRESENT_JOB, " "))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["Ada Park", "Bo Stone", "Cy Löw"]),
        ({"organization": "tidal museum"}, ["Ada Park", "Bo Stone"]),
        ({"place": "hull"}, ["Ada Park", "Bo Stone"]),
        ({"place": "koln"}, ["Cy Löw"]),
        ({"circle": "alumni"}, ["Ada Park"]),
        ({"status": "met"}, ["Ada Park"]),
        ({"status": "found", "organization": "tidal museum"}, ["Bo Stone"]),
        ({"missing": "lifestyle"}, ["Bo Stone", "Cy Löw"]),
        ({"missing": "present_job"}, ["Ada Park", "Bo Stone", "Cy Löw"]),
        ({"organization": "", "place": ""}, ["Ada Park", "Bo Stone", "Cy Löw"]),
    ],
)
def test_those_are_listed_of_whom_everything_asked_for_is_true(book, asked, names):
    assert [contact.name for contact in listed(book, asked)] == names


def test_an_organization_and_a_place_are_offered_once(book):
    contacts = book.contacts.find()
    assert organizations(contacts) == {"dune": "Dune", "tidal museum": "Tidal Museum"}
    assert places(contacts) == {"hull": "Hull", "koln": "Köln"}
