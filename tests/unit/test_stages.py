"""How far one has come with a contact: asked, agreed, met, thanked, in touch."""

from __future__ import annotations

from datetime import date

import pytest

from infoview.contacts.stages import Stage, stages
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request, RequestStatus

MONDAY = date(2026, 11, 23)


@pytest.fixture
def ada(logbook):
    return logbook.contacts.add(Contact("Ada Park"))


def done(logbook, contact):
    return [reached.stage.value for reached in stages(logbook, contact) if reached.done]


def test_nothing_lies_behind_before_anybody_is_asked(logbook, ada):
    logbook.requests.add(Request(ada.id, who="I study rivers."))
    assert done(logbook, ada) == []


def test_a_request_that_went_out_is_a_first_step_with_its_day(logbook, ada):
    logbook.requests.add(Request(ada.id, status=RequestStatus.SENT, sent_on=MONDAY))
    first, *_ = stages(logbook, ada)
    assert (first.stage, first.done, first.on) == (Stage.ASKED, True, MONDAY)
    assert done(logbook, ada) == ["asked"]


def test_a_talk_by_chance_counts_as_asked_and_agreed_without_a_day(logbook, ada):
    logbook.meetings.add(Meeting(ada.id, on=MONDAY, status=MeetingStatus.HELD))
    assert done(logbook, ada) == ["asked", "agreed", "met"]
    assert [reached.on for reached in stages(logbook, ada)[:3]] == [None, None, MONDAY]


def test_a_meeting_called_off_is_no_yes(logbook, ada):
    logbook.meetings.add(Meeting(ada.id, on=MONDAY, status=MeetingStatus.CANCELLED))
    assert done(logbook, ada) == []


def test_thanks_and_news_end_the_line(logbook, ada):
    logbook.meetings.add(Meeting(ada.id, on=MONDAY, status=MeetingStatus.HELD))
    logbook.follow_ups.add(FollowUp(ada.id, FollowUpKind.THANK_YOU, sent_on=MONDAY))
    assert done(logbook, ada)[-1] == "thanked"
    logbook.follow_ups.add(FollowUp(ada.id, FollowUpKind.UPDATE, sent_on=MONDAY))
    assert done(logbook, ada) == [stage.value for stage in Stage]
