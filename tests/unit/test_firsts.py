"""The four firsts: a request sent, a yes, a conversation, a thank-you."""

from __future__ import annotations

from datetime import date

import pytest

from infoview.content import words
from infoview.next_steps.firsts import First, happened
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request, RequestStatus

MONDAY = date(2026, 11, 23)


@pytest.fixture
def ada(logbook):
    return logbook.contacts.add(Contact("Ada Park")).id


def done(logbook):
    return [first.value for first in First if happened(logbook, first)]


def test_a_letter_begun_and_a_talk_agreed_are_no_firsts_yet(logbook, ada):
    logbook.requests.add(Request(ada, who="I study rivers."))
    logbook.meetings.add(Meeting(ada, on=MONDAY))
    logbook.follow_ups.add(FollowUp(ada, FollowUpKind.THANK_YOU, subject="Thank you"))
    assert done(logbook) == []


def test_each_first_is_known_by_what_is_on_record(logbook, ada):
    request = logbook.requests.add(Request(ada, status=RequestStatus.SENT, sent_on=MONDAY))
    assert done(logbook) == ["request"]
    logbook.requests.change(request.id, status=RequestStatus.ACCEPTED)
    assert done(logbook) == ["request", "yes"]
    logbook.meetings.add(Meeting(ada, on=MONDAY, status=MeetingStatus.HELD))
    assert done(logbook) == ["request", "yes", "conversation"]
    logbook.follow_ups.add(FollowUp(ada, FollowUpKind.THANK_YOU, sent_on=MONDAY))
    assert done(logbook) == [first.value for first in First]


def test_every_first_has_its_kind_word():
    assert set(words("next_steps")["first"]) == {first.value for first in First}
