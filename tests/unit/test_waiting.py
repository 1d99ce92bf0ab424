"""How long to wait for an answer: business days, holidays, the cut-off at noon, and a cap."""

from datetime import date

import pytest

from infoview.dates.days_off import country_from, country_name, days_off
from infoview.errors import InputError
from infoview.next_steps.due import due
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.requests import Request, RequestStatus
from infoview.requests.waiting import (
    PLANS,
    Plan,
    PlanStep,
    Sent,
    change_plan,
    counted_from,
    left_out,
    plan_of,
    steps,
)

MONDAY = date(2026, 11, 23)
GENTLE, THREE_B_SEVEN = PLANS["gentle"], PLANS["3b7"]


def days(plan, sent):
    return [(step.value, day.isoformat()) for step, day in steps(plan, sent)]


# --- the day from which one counts --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "at", "counted"),
    [
        (MONDAY, "", MONDAY),
        (MONDAY, "09:05", MONDAY),
        (MONDAY, "11:59", MONDAY),
        (MONDAY, "12:00", date(2026, 11, 24)),
        (MONDAY, "23:40", date(2026, 11, 24)),
        (date(2026, 11, 27), "15:00", date(2026, 11, 30)),
        (date(2026, 11, 28), "08:00", date(2026, 11, 30)),
        (date(2026, 11, 29), "", date(2026, 11, 30)),
    ],
)
def test_what_is_sent_after_noon_or_at_a_weekend_counts_from_the_next_business_day(on, at, counted):
    assert counted_from(Sent(on, at)) == counted


def test_what_is_sent_on_a_holiday_counts_from_the_day_after():
    thanksgiving = date(2026, 11, 26)
    assert counted_from(Sent(thanksgiving, "09:00"), {thanksgiving}) == date(2026, 11, 27)


# --- the three plans ----------------------------------------------------------------------------------


def test_gently_means_one_reminder_after_seven_business_days_then_a_kind_close():
    assert days(GENTLE, Sent(MONDAY)) == [("remind", "2026-12-02"), ("close", "2026-12-11")]


def test_after_noon_everything_is_a_day_later():
    assert days(GENTLE, Sent(MONDAY, "14:00")) == [("remind", "2026-12-03"), ("close", "2026-12-14")]


def test_three_b_seven_tries_somebody_else_after_three_business_days():
    assert days(THREE_B_SEVEN, Sent(MONDAY)) == [
        ("someone_else", "2026-11-26"),
        ("remind", "2026-12-02"),
        ("close", "2026-12-11"),
    ]


def test_own_numbers_may_have_two_reminders():
    own = Plan("own", remind_after=5, reminders=2, close_after=10)
    assert days(own, Sent(MONDAY)) == [
        ("remind", "2026-11-30"),
        ("remind", "2026-12-07"),
        ("close", "2026-12-21"),
    ]


def test_without_reminders_the_request_is_closed_when_one_would_have_been_due():
    assert days(Plan("own", reminders=0), Sent(MONDAY)) == [("close", "2026-12-02")]


@pytest.mark.parametrize("sent_already", [1, 2, 5])
def test_beyond_the_cap_nothing_but_the_close_is_left(sent_already):
    reminded = tuple(date(2026, 12, 2 + number) for number in range(sent_already))
    assert [step for step, _ in steps(GENTLE, Sent(MONDAY, reminded=reminded))] == [PlanStep.CLOSE]


def test_the_close_counts_from_the_last_reminder():
    assert days(GENTLE, Sent(MONDAY, reminded=(date(2026, 12, 9),))) == [("close", "2026-12-18")]


def test_a_day_chosen_for_the_reminder_goes_before_the_plan():
    assert days(GENTLE, Sent(MONDAY, remind_on=date(2026, 12, 15)))[0] == ("remind", "2026-12-15")


# --- holidays -----------------------------------------------------------------------------------------


def test_the_holidays_of_a_country_are_no_business_days():
    sent = Sent(MONDAY)
    american = Plan(country="US")
    assert days(american, sent)[0] == ("remind", "2026-12-03")
    assert left_out(american, sent) == {date(2026, 11, 26): "Thanksgiving Day"}
    assert left_out(GENTLE, sent) == {}


def test_holidays_are_known_across_the_turn_of_the_year():
    german = days(Plan(country="DE"), Sent(date(2026, 12, 18)))
    assert german == [("remind", "2026-12-30"), ("close", "2027-01-11")]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", ""),
        ("Sweden", "SE"),
        (" sweden ", "SE"),
        ("se", "SE"),
        ("USA", "US"),
        ("United States", "US"),
        ("south korea", "KR"),
        ("Bosnia and Herzegovina", "BA"),
        ("England", "GB"),
    ],
)
def test_a_country_is_found_by_its_name_or_its_letters(typed, code):
    assert country_from(typed) == code


def test_a_country_nobody_knows_is_refused_with_what_to_type():
    with pytest.raises(InputError, match="Type the English name"):
        country_from("Ruritania")


def test_countries_have_names_people_use():
    assert (country_name("US"), country_name("IM"), country_name("")) == ("United States", "Isle of Man", "")


def test_no_country_has_no_holidays():
    assert days_off("", 2026) == {}


# --- choosing -----------------------------------------------------------------------------------------


def test_the_gentle_plan_is_the_one_unless_another_is_chosen(logbook):
    assert plan_of(logbook) == GENTLE
    change_plan(logbook, "kind", "3b7")
    assert plan_of(logbook) == THREE_B_SEVEN


def test_own_numbers_are_kept_while_another_plan_is_tried(logbook):
    change_plan(logbook, "kind", "own")
    change_plan(logbook, "remind_after", "10")
    change_plan(logbook, "kind", "gentle")
    assert plan_of(logbook).remind_after == 7
    change_plan(logbook, "kind", "own")
    assert plan_of(logbook).remind_after == 10


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("reminders", "3"),
        ("remind_after", "4"),
        ("remind_after", "soon"),
        ("close_after", "-1"),
        ("close_after", ""),
    ],
)
def test_a_number_that_would_chase_is_refused(logbook, name, value):
    with pytest.raises(InputError, match="Type a whole number from"):
        change_plan(logbook, name, value)


# --- what is due, by the plan -------------------------------------------------------------------------


@pytest.fixture
def waiting(logbook):
    """Two people at the Tidal Museum, one of them asked on Monday morning."""
    ada = logbook.contacts.add(Contact("Ada Park", "Tidal Museum"))
    logbook.contacts.add(Contact("Ben Ortiz", "Tidal Museum Ltd."))
    logbook.requests.add(Request(ada.id, RequestStatus.SENT, sent_on=MONDAY, sent_at="09:30"))
    return logbook


def due_steps(logbook, today):
    return [(step.kind.value, step.due_on.isoformat()) for step in due(logbook, today)]


def test_by_three_b_seven_somebody_else_is_due_first_and_named_by_the_place(waiting):
    change_plan(waiting, "kind", "3b7")
    (step,) = due(waiting, date(2026, 11, 26))
    assert (step.kind.value, step.about) == ("someone-else", 1)
    assert "at Tidal Museum" in step.sentence


def test_somebody_else_at_the_place_asked_is_enough(waiting):
    change_plan(waiting, "kind", "3b7")
    waiting.requests.add(Request(2, RequestStatus.SENT, sent_on=date(2026, 11, 26), sent_at="09:30"))
    assert due_steps(waiting, date(2026, 11, 26)) == [
        ("someone-else", "2026-12-01"),
        ("follow-up", "2026-12-02"),
    ]


def test_once_the_reminder_is_due_it_takes_the_place_of_trying_elsewhere(waiting):
    change_plan(waiting, "kind", "3b7")
    assert due_steps(waiting, date(2026, 12, 2)) == [("follow-up", "2026-12-02")]


def test_the_time_of_day_and_the_holidays_move_what_is_due(waiting):
    waiting.requests.change(1, sent_at="15:00")
    assert due_steps(waiting, MONDAY) == [("follow-up", "2026-12-03")]
    waiting.remember("plan.country", "US")
    assert due_steps(waiting, MONDAY) == [("follow-up", "2026-12-04")]


def test_two_reminders_are_due_one_after_the_other_and_never_a_third(waiting):
    change_plan(waiting, "kind", "own")
    change_plan(waiting, "reminders", "2")
    for day, then in ((date(2026, 12, 2), "follow-up"), (date(2026, 12, 11), "close")):
        waiting.follow_ups.add(FollowUp(1, FollowUpKind.FOLLOW_UP, sent_on=day))
        assert [kind for kind, _ in due_steps(waiting, day)] == [then]
