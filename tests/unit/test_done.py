"""A step that is due, marked as done in one move."""

from datetime import date, timedelta

import pytest

from infoview.done import can_be_done_at_once, finish
from infoview.errors import InputError
from infoview.logbook import open_memory
from infoview.next_steps import DueKind, due
from infoview.records.contacts import Contact
from infoview.records.debriefs import Promise
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus
from infoview.records.requests import Request, RequestStatus

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
def logbook():
    book = open_memory()
    book.contacts.add(Contact("Ada Park"))
    yield book
    book.close()


def sent_long_ago(logbook):
    logbook.requests.add(Request(1, RequestStatus.SENT, sent_on=TODAY - 14 * DAY))


def reminded_long_ago(logbook):
    logbook.requests.add(Request(1, RequestStatus.SENT, sent_on=TODAY - 40 * DAY))
    logbook.follow_ups.add(FollowUp(1, FollowUpKind.FOLLOW_UP, sent_on=TODAY - 28 * DAY))


def meets_tomorrow(logbook):
    logbook.meetings.add(Meeting(1, on=TODAY + DAY))
    logbook.questions.add(MeetingQuestion(1, "?"))


def met_unthanked(logbook):
    logbook.meetings.add(Meeting(1, MeetingStatus.HELD, TODAY - DAY))


def owes_thanks_for_no_meeting(logbook):
    logbook.follow_ups.add(FollowUp(1, FollowUpKind.THANK_YOU, due_on=TODAY))


def promised(logbook):
    logbook.promises.add(Promise("Send it", contact_id=1, due_on=TODAY))


def owes_news(logbook):
    logbook.follow_ups.add(FollowUp(1, FollowUpKind.UPDATE, due_on=TODAY))


def introducer_waits(logbook):
    ben = logbook.contacts.add(Contact("Ben")).id
    logbook.introductions.add(Introduction(1, ben))
    logbook.meetings.add(Meeting(ben, MeetingStatus.HELD, TODAY - 5 * DAY))
    logbook.follow_ups.add(FollowUp(ben, FollowUpKind.THANK_YOU, 1, sent_on=TODAY - 5 * DAY))


@pytest.mark.parametrize(
    ("story", "kind"),
    [
        (sent_long_ago, DueKind.FOLLOW_UP),
        (reminded_long_ago, DueKind.CLOSE),
        (meets_tomorrow, DueKind.CONFIRM),
        (met_unthanked, DueKind.THANK_YOU),
        (owes_thanks_for_no_meeting, DueKind.THANK_YOU),
        (promised, DueKind.PROMISE),
        (owes_news, DueKind.UPDATE),
        (introducer_waits, DueKind.INTRODUCER),
    ],
)
def test_what_was_done_elsewhere_is_done_with_one_mark_and_is_due_no_more(logbook, story, kind):
    story(logbook)
    (step,) = [one for one in due(logbook, TODAY) if one.kind is kind]
    assert can_be_done_at_once(step)
    with logbook.change():
        finish(logbook, step, TODAY)
    assert [one for one in due(logbook, TODAY) if one.kind is kind and one.due_on <= TODAY] == []


def test_a_reminder_that_was_begun_is_the_one_that_was_sent(logbook):
    sent_long_ago(logbook)
    begun = logbook.follow_ups.add(FollowUp(1, FollowUpKind.FOLLOW_UP, first_part="Only a short reminder."))
    (step,) = due(logbook, TODAY)
    finish(logbook, step, TODAY)
    assert logbook.follow_ups.find() == (logbook.follow_ups.get(begun.id),)
    assert logbook.follow_ups.get(begun.id).sent_on == TODAY


def test_what_takes_writing_is_not_done_by_a_mark(logbook):
    logbook.meetings.add(Meeting(1, on=TODAY - DAY))
    (step,) = due(logbook, TODAY)
    assert step.kind is DueKind.DEBRIEF
    assert not can_be_done_at_once(step)
    with pytest.raises(InputError, match="where you write"):
        finish(logbook, step, TODAY)
