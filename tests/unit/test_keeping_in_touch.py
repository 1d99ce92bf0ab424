"""Keeping in touch: a word at most three times a year, counted from whatever happened last."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from infoview.contacts.history import Event, timeline
from infoview.debrief.keeping_in_touch import (
    months_after,
    past,
    rhythms,
    to_hear,
    to_tell,
    usual_cadence,
)
from infoview.debrief.updates import (
    news_for,
    sent_update,
    sent_within_a_year,
    take_update_back,
    tell,
    write_update,
)
from infoview.next_steps.due import due
from infoview.records.contacts import Cadence, Circle, Contact, Touch
from infoview.records.debriefs import Promise
from infoview.records.followups import FollowUp, FollowUpKind, Reason
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus, Tick
from infoview.records.milestones import Milestone
from infoview.records.requests import Request, RequestStatus

TODAY = date(2026, 11, 23)
MET_ON = date(2026, 5, 25)


@pytest.fixture
def ada(logbook):
    return logbook.contacts.add(Contact("Ada Park", added_on=date(2026, 5, 1)))


@pytest.fixture
def met_ada(logbook, ada):
    logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD, MET_ON))
    return ada


def next_word(logbook, today=TODAY):
    return {one.contact.name: one.next_on for one in rhythms(past(logbook, today))}


def steps(logbook, today=TODAY):
    return [(step.kind, step.contact, step.due_on) for step in due(logbook, today)]


def ada_hears(logbook, *months):
    for month in months:
        note = FollowUp(1, FollowUpKind.UPDATE, first_part="News", sent_on=date(2026, month, 1))
        logbook.follow_ups.add(note)


# --- the rhythm ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 5, 25), 6, date(2026, 11, 25)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 10, 31), 4, date(2028, 2, 29)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, then):
    assert months_after(day, months) == then


def test_whom_i_talked_with_hears_from_me_twice_a_year_unless_i_choose(logbook, met_ada):
    assert next_word(logbook) == {"Ada Park": date(2026, 11, 25)}


@pytest.mark.parametrize(
    ("cadence", "then"),
    [
        (Cadence.CLOSE, date(2026, 9, 25)),
        (Cadence.WIDER, date(2026, 11, 25)),
        (Cadence.YEARLY, date(2027, 5, 25)),
        (Cadence.NEVER, None),
    ],
)
def test_each_circle_has_its_own_rhythm(logbook, met_ada, cadence, then):
    logbook.contacts.change(met_ada.id, cadence=cadence)

    assert next_word(logbook) == {"Ada Park": then}


def test_who_never_helped_is_left_alone_until_a_rhythm_is_chosen(logbook, ada):
    assert next_word(logbook) == {}

    logbook.contacts.change(ada.id, cadence=Cadence.CLOSE)

    assert next_word(logbook) == {"Ada Park": date(2026, 9, 1)}


@pytest.mark.parametrize(
    "happened",
    [
        lambda book: book.touches.add(Touch(1, date(2026, 10, 1), "call")),
        lambda book: book.meetings.add(Meeting(1, MeetingStatus.HELD, date(2026, 10, 1))),
        lambda book: book.requests.add(Request(1, RequestStatus.SENT, sent_on=date(2026, 10, 1))),
        lambda book: book.follow_ups.add(FollowUp(1, FollowUpKind.THANK_YOU, sent_on=date(2026, 10, 1))),
        lambda book: book.contacts.change(1, last_contact_on=date(2026, 10, 1)),
        lambda book: tell(book, book.milestones.add(Milestone("A place")), 1, date(2026, 10, 1)),
        lambda book: book.introductions.add(
            Introduction(1, book.contacts.add(Contact("B")).id, date(2026, 10, 1))
        ),
    ],
)  # fmt: skip
def test_any_contact_begins_the_rhythm_anew(logbook, met_ada, happened):
    happened(logbook)

    assert next_word(logbook)["Ada Park"] == date(2027, 4, 1)


def test_a_letter_about_somebody_is_contact_with_whom_it_was_written_to(logbook, met_ada):
    ben = logbook.contacts.add(Contact("Ben Moss"))
    logbook.follow_ups.add(
        FollowUp(ben.id, FollowUpKind.INTRODUCTION, through_id=met_ada.id, sent_on=date(2026, 10, 1))
    )

    assert next_word(logbook) == {"Ada Park": date(2027, 4, 1)}


def test_what_is_still_to_come_is_no_contact_yet(logbook, met_ada):
    logbook.touches.add(Touch(met_ada.id, date(2026, 12, 24), "call"))

    assert next_word(logbook) == {"Ada Park": date(2026, 11, 25)}


def test_before_a_meeting_no_other_word_is_needed(logbook, met_ada):
    logbook.meetings.add(Meeting(met_ada.id, on=TODAY + timedelta(days=20)))

    assert next_word(logbook) == {"Ada Park": None}


def test_nobody_hears_from_me_more_than_three_times_a_year(logbook, met_ada):
    logbook.contacts.change(met_ada.id, cadence=Cadence.CLOSE)
    ada_hears(logbook, 6, 7, 8)

    assert next_word(logbook) == {"Ada Park": date(2027, 6, 1)}
    assert sent_within_a_year(past(logbook, TODAY), met_ada, TODAY) == 3
    assert sent_within_a_year(past(logbook, TODAY), met_ada, date(2027, 7, 15)) == 1


def test_a_day_that_was_chosen_stands(logbook, met_ada):
    write_update(logbook, met_ada, due_on=date(2027, 2, 1))

    assert next_word(logbook) == {"Ada Park": date(2027, 2, 1)}
    assert ("update", "Ada Park", date(2027, 2, 1)) in steps(logbook)


def test_who_is_left_to_rest_is_not_counted(logbook, met_ada):
    logbook.contacts.change(met_ada.id, rested_on=TODAY)

    assert next_word(logbook) == {}
    assert steps(logbook) == []


# --- what is due --------------------------------------------------------------------------------------


def test_a_word_is_due_when_the_months_are_over_and_named_two_weeks_before(logbook, met_ada):
    ada_hears(logbook, 6)
    assert not any(step.kind == "update" for step in due(logbook, date(2026, 11, 16)))

    (step,) = (step for step in due(logbook, date(2026, 11, 17)) if step.kind == "update")
    assert (step.due_on, step.about) == (date(2026, 12, 1), 0)
    assert "Starting Tuesday 1 December, you could write Ada Park" in step.sentence


def test_after_months_of_silence_nobody_is_scolded(logbook, met_ada):
    (step,) = (step for step in due(logbook, date(2027, 3, 1)) if step.kind == "update")

    assert step.state == "any-time"
    assert "it can wait" in step.sentence


# --- whoever led to a talk hears how it went ----------------------------------------------------------


@pytest.fixture
def ruth_led_to_ada(logbook, ada):
    ruth = logbook.contacts.add(Contact("Ruth"))
    logbook.introductions.add(Introduction(ruth.id, ada.id, date(2026, 11, 1)))
    logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD, date(2026, 11, 20)))
    return ruth


def test_whoever_led_to_a_talk_hears_within_a_week_how_it_went(logbook, ruth_led_to_ada):
    (one,) = to_hear(past(logbook, TODAY), TODAY)

    assert (one.introducer_id, one.about.name, one.due_on) == (
        ruth_led_to_ada.id,
        "Ada Park",
        date(2026, 11, 27),
    )
    (step,) = (step for step in due(logbook, TODAY) if step.kind == "introducer")
    assert step.sentence == (
        "You talked with Ada Park, and Ruth led you there. Tell them by Friday 27 November how it went."
    )


def test_what_nobody_was_promised_is_never_late(logbook, ruth_led_to_ada):
    (step,) = (step for step in due(logbook, date(2027, 1, 5)) if step.kind == "introducer")

    assert step.state == "any-time"
    assert "late is fine" in step.sentence


@pytest.mark.parametrize(
    "told",
    [
        lambda book: book.touches.add(Touch(2, date(2026, 11, 21), "call")),
        lambda book: book.follow_ups.add(FollowUp(2, FollowUpKind.UPDATE, sent_on=date(2026, 11, 22))),
        lambda book: book.ticks.add(Tick(1, "tell-introducer")),
        lambda book: book.contacts.change(2, rested_on=TODAY),
    ],
)
def test_once_told_it_is_done(logbook, ruth_led_to_ada, told):
    told(logbook)

    assert not any(step.kind == "introducer" for step in due(logbook, TODAY))


@pytest.mark.parametrize(
    "happened",
    [
        lambda book: book.requests.add(Request(2, RequestStatus.SENT, sent_on=date(2026, 11, 21))),
        lambda book: book.introductions.add(
            Introduction(2, book.contacts.add(Contact("Ian")).id, given_on=date(2026, 11, 22))
        ),
        lambda book: book.follow_ups.add(FollowUp(2, FollowUpKind.FOLLOW_UP, sent_on=date(2026, 11, 22))),
    ],
)
def test_a_question_to_them_or_another_name_from_them_tells_nothing(logbook, ruth_led_to_ada, happened):
    happened(logbook)

    assert any(step.kind == "introducer" for step in due(logbook, TODAY))


@pytest.mark.parametrize(("day", "asked"), [(6, False), (7, True), (21, True), (22, False)])
def test_from_one_week_to_three_after_i_did_it_they_like_to_hear_of_it(logbook, met_ada, day, asked):
    logbook.promises.add(Promise("Read the catalogue", contact_id=met_ada.id, done_on=MET_ON + timedelta(9)))
    steps = due(logbook, MET_ON + timedelta(9 + day))

    assert [step.kind for step in steps if "Read the catalogue" in step.sentence] == ["update"] * asked


def test_whoever_knows_that_i_did_it_need_not_be_told(logbook, met_ada):
    done_on = MET_ON + timedelta(9)
    logbook.promises.add(Promise("Read the catalogue", contact_id=met_ada.id, done_on=done_on))
    logbook.touches.add(Touch(met_ada.id, done_on, "call"))

    assert not [step for step in due(logbook, done_on + timedelta(8)) if "catalog" in step.sentence]


def test_a_word_from_before_the_talk_does_not_tell_how_it_went(logbook, ruth_led_to_ada):
    logbook.touches.add(Touch(ruth_led_to_ada.id, date(2026, 11, 19), "call"))

    assert len(to_hear(past(logbook, TODAY), TODAY)) == 1


def test_after_a_year_nobody_waits_for_it_any_more(logbook, ruth_led_to_ada):
    assert to_hear(past(logbook, date(2027, 11, 20)), date(2027, 11, 20))
    assert not to_hear(past(logbook, date(2027, 11, 21)), date(2027, 11, 21))


# --- great news ---------------------------------------------------------------------------------------


@pytest.fixture
def place(logbook, met_ada):
    """Two people helped, one only stands in the list; then there is a place."""
    ben = logbook.contacts.add(Contact("Ben Moss"))
    logbook.contacts.add(Contact("Cleo Lund"))
    logbook.introductions.add(Introduction(ben.id, met_ada.id, MET_ON))
    logbook.follow_ups.add(FollowUp(met_ada.id, FollowUpKind.THANK_YOU, 1, sent_on=date(2026, 10, 26)))
    return logbook.milestones.add(Milestone("I found a place", date(2026, 11, 20)))


def names_to_tell(logbook, milestone):
    return [one.name for one in to_tell(past(logbook, TODAY), milestone)]


def test_everybody_who_helped_hears_of_great_news_one_by_one(logbook, place):
    assert names_to_tell(logbook, place) == ["Ada Park", "Ben Moss"]
    (step,) = (step for step in due(logbook, TODAY) if step.kind == "milestone")
    assert (step.contact, step.due_on, step.about) == ("Ada Park", date(2026, 11, 27), place.id)
    assert "I found a place. Still to tell: 2." in step.sentence

    tell(logbook, place, 1, TODAY)
    assert names_to_tell(logbook, place) == ["Ben Moss"]
    tell(logbook, place, 2, None)
    assert names_to_tell(logbook, place) == []
    assert not any(step.kind == "milestone" for step in due(logbook, TODAY))


def test_who_has_heard_of_it_has_it_in_their_story(logbook, place, met_ada):
    tell(logbook, place, met_ada.id, TODAY)

    assert timeline(logbook, met_ada)[0] == Event(
        TODAY, "They heard your news: I found a place", "told", met_ada.id
    )


def test_whom_it_need_not_be_told_was_not_in_contact(logbook, place):
    tell(logbook, place, 1, None)

    assert past(logbook, TODAY).last[1] == date(2026, 10, 26)


def test_an_update_that_brings_the_news_tells_it_and_can_be_taken_back(logbook, place, met_ada):
    letter = write_update(
        logbook, met_ada, reason=Reason.MILESTONE.value, milestone_id=place.id, first_part="I begin in June."
    )
    assert letter.greeting
    assert letter.subject

    sent = sent_update(logbook, letter, TODAY)
    assert names_to_tell(logbook, place) == ["Ben Moss"]
    take_update_back(logbook, sent)
    assert names_to_tell(logbook, place) == ["Ada Park", "Ben Moss"]


# --- what there is to tell ----------------------------------------------------------------------------


def test_what_i_did_because_of_them_is_news_until_they_have_heard(logbook, met_ada):
    logbook.promises.add(Promise("Read the catalogue.", 1, met_ada.id, done_on=date(2026, 6, 10)))
    logbook.promises.add(Promise("Call her director", 1, met_ada.id, mine=False, done_on=date(2026, 6, 10)))
    logbook.promises.add(Promise("Not yet done", 1, met_ada.id))

    (one,) = news_for(past(logbook, TODAY), met_ada)
    assert (one.reason, one.text) == (Reason.DID, "You did it: Read the catalogue.")

    ada_hears(logbook, 7)
    assert news_for(past(logbook, TODAY), met_ada) == ()


def test_a_talk_with_whom_they_named_is_news(logbook, met_ada):
    ben = logbook.contacts.add(Contact("Ben Moss"))
    logbook.introductions.add(Introduction(met_ada.id, ben.id, MET_ON))
    logbook.meetings.add(Meeting(ben.id, MeetingStatus.HELD, date(2026, 9, 1)))

    (one,) = news_for(past(logbook, TODAY), met_ada)
    assert (one.reason, one.text) == (Reason.MET, "You talked with Ben Moss, and they gave you that name.")


def test_a_milestone_is_news(logbook, place, met_ada):
    (one,) = news_for(past(logbook, TODAY), met_ada)

    assert (one.reason, one.milestone_id) == (Reason.MILESTONE, place.id)


def test_an_update_begun_is_the_one_that_is_changed(logbook, met_ada):
    first = write_update(logbook, met_ada, reason="did")
    again = write_update(logbook, met_ada, first_part="I read it.", greeting="Dear Ada,")

    assert again == replace(first, first_part="I read it.", greeting="Dear Ada,")
    assert logbook.follow_ups.count() == 1


@pytest.mark.parametrize(
    ("contact", "cadence"),
    [
        (Contact("Ada Park", circle=Circle.FAMILY_FRIENDS), Cadence.CLOSE),
        (Contact("Ben Moss", circle=Circle.ALUMNI), Cadence.WIDER),
        (Contact("Cleo Lund", circle=Circle.INTRODUCTION), Cadence.WIDER),
        (Contact("Dan Ito", circle=Circle.IN_PASSING), Cadence.YEARLY),
        (Contact("Eve Sato", circle=Circle.LINKEDIN), Cadence.YEARLY),
        (Contact("Finn Roy", circle=Circle.LINKEDIN, closeness=3), Cadence.CLOSE),
        (Contact("Gus Vega", circle=Circle.FAMILY_FRIENDS, closeness=1), Cadence.YEARLY),
    ],
)
def test_how_often_somebody_hears_from_me_goes_by_closeness_or_circle(contact, cadence):
    assert usual_cadence(contact) is cadence
