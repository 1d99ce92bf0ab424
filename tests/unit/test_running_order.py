"""The list for one meeting: its order, its minutes, what it touches, and the lists of earlier meetings."""

import pytest

from infoview.content import words
from infoview.questions.bank import Kind, bank, closing_pair
from infoview.questions.running_order import (
    add_from_bank,
    add_question,
    asked_before,
    by_id,
    closing,
    copy_list,
    coverage,
    earlier_lists,
    last_questions,
    minutes_of,
    move_question,
    opening,
    time_plan,
)
from infoview.records.contacts import Contact
from infoview.records.meetings import (
    ENOUGH_QUESTIONS,
    USUAL_MINUTES,
    Meeting,
    MeetingKind,
    MeetingQuestion,
    MeetingStatus,
)
from infoview.records.profile import Profile
from infoview.records.takeaways import Takeaway

STORY, FACT = (next(one.id for one in bank() if one.kind is kind) for kind in (Kind.STORY, Kind.FACT))


@pytest.fixture
def logbook(logbook):
    logbook.contacts.add(Contact("Ada Park"))
    logbook.contacts.add(Contact("Ben Ode"))
    return logbook


@pytest.fixture
def meeting(logbook):
    return logbook.meetings.add(Meeting(1))


def listed(logbook, meeting):
    return logbook.questions.find(meeting_id=meeting.id, order="position")


def test_questions_are_added_at_the_end_and_moved(logbook, meeting):
    first, second, third = (add_question(logbook, MeetingQuestion(meeting.id, text)) for text in "abc")
    assert add_question(logbook, MeetingQuestion(meeting.id, "a")) == first
    move_question(logbook, third.id, 0)
    move_question(logbook, second.id, 99)
    assert [one.text for one in listed(logbook, meeting)] == ["c", "a", "b"]


def test_a_question_takes_what_its_kind_usually_takes_unless_the_person_knows_better(logbook, meeting):
    story, fact = (add_from_bank(logbook, meeting.id, name) for name in (STORY, FACT))
    own = MeetingQuestion(meeting.id, "How?")
    assert (minutes_of(story), minutes_of(fact), minutes_of(own)) == (3, 1, 2)
    assert minutes_of(logbook.questions.change(story.id, minutes=6)) == 6


def test_hello_and_goodbye_leave_a_quarter_of_an_hour_of_twenty_minutes(meeting):
    plan = time_plan(meeting, [])
    assert (plan.whole, plan.for_questions, plan.listed, plan.over) == (20, 15, 0, 0)


def test_there_is_time_for_the_starred_ones_first_then_for_the_others_in_order(meeting):
    questions = [
        MeetingQuestion(1, f"{number}?", starred=number > 3, minutes=4, id=number) for number in range(1, 6)
    ]
    plan = time_plan(meeting, questions)
    assert plan.fitting == {4, 5, 1}
    assert (plan.starred, plan.listed) == (8, 20)


def test_stars_that_need_more_time_than_there_is_are_too_many(meeting):
    plan = time_plan(meeting, [MeetingQuestion(1, "How?", starred=True, minutes=20, id=1)])
    assert plan.over == 5


def test_closing_questions_belong_to_the_minutes_at_the_end(meeting):
    question = MeetingQuestion(1, closing_pair()[0].text, "closing", id=7)
    plan = time_plan(meeting, [question])
    assert (plan.listed, plan.fitting) == (0, {7})


def test_by_mail_there_is_no_clock():
    assert time_plan(Meeting(1, kind=MeetingKind.MAIL), []) is None


def test_the_usual_list_fits_the_usual_meeting():
    said = words("running_order")["minutes"]
    assert said.keys() == {"hello", "goodbye", "own", *Kind}
    assert said["hello"] + said["goodbye"] + 2 * ENOUGH_QUESTIONS <= USUAL_MINUTES + 1


def test_what_is_said_first_and_last_is_suggested_until_it_is_ones_own():
    meeting = Meeting(1, minutes=25)
    assert "we said 25 minutes" in opening(meeting, Profile(doing="I study rivers."))
    assert "I study rivers. I brought" in opening(meeting, Profile(doing="I study rivers."))
    assert "{" not in opening(meeting, Profile()) + closing(meeting, Profile())
    own = Meeting(1, opening="Hello!", closing="Time flies.")
    assert (opening(own, Profile()), closing(own, Profile())) == ("Hello!", "Time flies.")


def test_the_closing_pair_is_at_the_end_unless_the_list_has_it():
    who_else, report_back = closing_pair()
    assert last_questions([]) == (who_else, report_back)
    assert last_questions([MeetingQuestion(1, "Whom else?", "closing", who_else.id)]) == (report_back,)


def test_the_seven_are_counted_each():
    counts = coverage([MeetingQuestion(1, "a", "lifestyle"), MeetingQuestion(1, "b", "closing")])
    assert list(counts) == list(Takeaway)
    assert counts[Takeaway.LIFESTYLE] == sum(counts.values()) == 1


def test_the_list_of_an_earlier_meeting_is_copied_without_repeating_what_is_there(logbook, meeting):
    earlier = logbook.meetings.add(Meeting(2, MeetingStatus.HELD))
    add_from_bank(logbook, earlier.id, STORY)
    logbook.questions.change(add_from_bank(logbook, earlier.id, FACT).id, starred=True, minutes=4)
    add_from_bank(logbook, meeting.id, STORY)
    assert earlier_lists(logbook, meeting.id) == ((earlier, 2),)
    assert copy_list(logbook, earlier.id, meeting.id) == 1
    copied = listed(logbook, meeting)[-1]
    assert (copied.bank_id, copied.starred, copied.minutes) == (FACT, True, 4)
    assert copy_list(logbook, earlier.id, meeting.id) == 0


def test_what_this_contact_was_asked_in_a_meeting_that_took_place_is_known(logbook, meeting):
    held, planned, of_ben = (
        logbook.meetings.add(Meeting(contact, status))
        for contact, status in ((1, "held"), (1, "planned"), (2, "held"))
    )
    add_from_bank(logbook, held.id, STORY)
    add_from_bank(logbook, planned.id, FACT)
    add_from_bank(logbook, of_ben.id, FACT)
    assert asked_before(logbook, meeting) == {STORY, by_id()[STORY].text}
