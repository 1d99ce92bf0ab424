"""A step that is due, marked as done in one move."""

from datetime import date, timedelta

import pytest

from infoview.errors import InputError
from infoview.next_steps.due import DueKind, due
from infoview.next_steps.mark import (
    _MARKS,
    can_be_done_at_once,
    can_fall_through,
    cross_out,
    fall_through,
    finish,
    take_back,
)
from infoview.records.contacts import Contact
from infoview.records.debriefs import Promise
from infoview.records.followups import FollowUp, FollowUpKind, Reason
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus
from infoview.records.milestones import Milestone
from infoview.records.requests import Request, RequestStatus
from infoview.requests.other_messages import choose_kind, kind_remembered

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
def logbook(logbook):
    logbook.contacts.add(Contact("Ada Park"))
    return logbook


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


def owes_great_news(logbook):
    logbook.milestones.add(Milestone("I have a place at the museum", on=TODAY - DAY))
    logbook.follow_ups.add(
        FollowUp(1, FollowUpKind.UPDATE, due_on=TODAY, reason=Reason.MILESTONE, milestone_id=1)
    )


def begun_a_reminder(logbook):
    sent_long_ago(logbook)
    logbook.follow_ups.add(FollowUp(1, FollowUpKind.FOLLOW_UP, first_part="Only a short reminder."))
    choose_kind(logbook, 1, FollowUpKind.FOLLOW_UP)


def wrote_thanks_unsent(logbook):
    met_unthanked(logbook)
    logbook.follow_ups.add(
        FollowUp(1, FollowUpKind.THANK_YOU, 1, first_part="The tide pools stayed with me.")
    )


def rested_until_today(logbook):
    logbook.contacts.change(1, rested_on=TODAY - 30 * DAY, rest_until=TODAY)


STORIES = [
    (rested_until_today, DueKind.WAKE),
    (sent_long_ago, DueKind.FOLLOW_UP),
    (begun_a_reminder, DueKind.FOLLOW_UP),
    (reminded_long_ago, DueKind.CLOSE),
    (meets_tomorrow, DueKind.CONFIRM),
    (met_unthanked, DueKind.THANK_YOU),
    (wrote_thanks_unsent, DueKind.THANK_YOU),
    (owes_thanks_for_no_meeting, DueKind.THANK_YOU),
    (promised, DueKind.PROMISE),
    (owes_news, DueKind.UPDATE),
    (owes_great_news, DueKind.UPDATE),
    (introducer_waits, DueKind.INTRODUCER),
]


def everything(logbook):
    return {name: shelf.find() for name, shelf in logbook.shelves.items()}, logbook.recall_all("")


def test_every_kind_that_is_done_by_a_mark_has_its_story_here():
    assert {kind for _, kind in STORIES} == set(_MARKS)


@pytest.mark.parametrize(("story", "kind"), STORIES)
def test_a_mark_that_is_taken_back_leaves_everything_as_it_was_and_the_step_due_again(logbook, story, kind):
    story(logbook)
    before, steps = everything(logbook), due(logbook, TODAY)
    (step,) = [one for one in steps if one.kind is kind]
    with logbook.change():
        mark = finish(logbook, step, TODAY)
    assert everything(logbook) != before
    take_back(logbook, mark)
    assert everything(logbook) == before
    assert due(logbook, TODAY) == steps


def test_a_meeting_that_fell_through_after_all_did_not(logbook):
    logbook.meetings.add(Meeting(1, on=TODAY - DAY))
    steps = due(logbook, TODAY)
    assert can_fall_through(steps[0])
    mark = fall_through(logbook, steps[0])
    assert logbook.meetings.get(1).status is MeetingStatus.CANCELLED
    assert due(logbook, TODAY) == ()
    take_back(logbook, mark)
    assert logbook.meetings.get(1).status is MeetingStatus.PLANNED
    assert logbook.meetings.get(1).revision == 2  # a calendar that heard of the first hears of the second
    assert due(logbook, TODAY) == steps


def test_what_was_written_since_a_mark_is_not_lost_by_taking_it_back(logbook):
    met_unthanked(logbook)
    mark = finish(logbook, due(logbook, TODAY)[0], TODAY)
    written = logbook.follow_ups.change(1, first_part="The tide pools stayed with me.")
    with pytest.raises(InputError, match="changed since"):
        take_back(logbook, mark)
    assert logbook.follow_ups.find() == (written,)


def test_the_message_that_was_being_written_is_the_one_again(logbook):
    begun_a_reminder(logbook)
    mark = finish(logbook, due(logbook, TODAY)[0], TODAY)
    assert kind_remembered(logbook, 1) == ""
    take_back(logbook, mark)
    assert kind_remembered(logbook, 1) == FollowUpKind.FOLLOW_UP


@pytest.mark.parametrize(("story", "kind"), STORIES)
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


def test_a_thank_you_of_twenty_months_ago_can_be_crossed_out_and_taken_back(logbook):
    long_ago = logbook.meetings.add(Meeting(1, MeetingStatus.HELD, TODAY - 600 * DAY))
    logbook.meetings.add(Meeting(1, MeetingStatus.HELD, TODAY - DAY))
    thanks = [step for step in due(logbook, TODAY) if step.kind is DueKind.THANK_YOU]
    (old,) = [step for step in thanks if step.about == long_ago.id]
    mark = cross_out(logbook, old)
    assert [step for step in due(logbook, TODAY) if step.kind is DueKind.THANK_YOU] == [
        step for step in thanks if step is not old
    ]
    take_back(logbook, mark)
    assert [step for step in due(logbook, TODAY) if step.kind is DueKind.THANK_YOU] == thanks
