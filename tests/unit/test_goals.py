"""The goal of a month: new people, what a good month lends to the next, weeks of rest, and the pace."""

from datetime import date

import pytest

from infoview.logbook import open_memory
from infoview.progress.goal import month_progress
from infoview.records.contacts import Contact
from infoview.records.goals import (
    MonthGoal,
    MonthlyProgress,
    Pace,
    Pause,
    goal_of,
    month_after,
    month_before,
    progress,
    working_days,
)
from infoview.records.meetings import Meeting, MeetingStatus

SEPTEMBER, OCTOBER, NOVEMBER = (date(2026, month, 1) for month in (9, 10, 11))
TODAY = date(2026, 11, 23)  # a Monday; November 2026 has 21 working days, 15 of them gone by
TWO_WEEKS = {date(2026, 11, 2), date(2026, 11, 9)}
"""Ten of November's working days."""


def month(met, *, before=0, scheduled=0, goals=(1, 1), today=TODAY, pauses=()):
    days = [date(2026, 10, 7)] * before + [date(2026, 11, 4)] * met
    return progress(days, scheduled, today, goals, pauses)


def test_the_months_on_both_sides_are_found_over_the_turn_of_the_year():
    assert month_before(date(2026, 1, 31)) == date(2025, 12, 1)
    assert month_after(date(2026, 12, 1)) == date(2027, 1, 1)


def test_working_days_leave_out_weekends_and_weeks_of_rest():
    assert working_days(NOVEMBER, date(2026, 12, 1)) == 21
    assert working_days(NOVEMBER, date(2026, 12, 1), TWO_WEEKS) == 11


@pytest.mark.parametrize(
    ("own", "pauses", "goal"),
    [
        ({}, (), 4),
        ({NOVEMBER: 2}, (), 2),
        ({OCTOBER: 2}, (), 4),  # another month's own goal is no business of this one
        ({}, TWO_WEEKS, 2),  # 4 * 11/21 = 2.1
        ({NOVEMBER: 1}, TWO_WEEKS, 1),  # 1 * 11/21 = 0.52
        ({NOVEMBER: 1}, TWO_WEEKS | {date(2026, 11, 16)}, 0),  # 1 * 6/21 = 0.29
    ],
)
def test_a_months_goal_is_its_own_or_the_usual_one_less_its_weeks_of_rest(own, pauses, goal):
    assert goal_of(TODAY, 4, own, pauses) == goal


def test_what_was_met_beyond_last_months_goal_counts_for_this_one():
    said = month(met=0, before=3, goals=(2, 2))
    assert (said.carried, said.missing, said.reached) == (1, 1, False)
    assert month(met=1, before=3, goals=(2, 2)).reached


def test_what_was_missing_last_month_is_not_owed():
    assert month(met=1, before=0, goals=(3, 1)) == MonthlyProgress(1, 0, 1, carried=0, days=21, days_left=6)


@pytest.mark.parametrize(
    ("met", "scheduled", "goal", "today", "pace"),
    [
        (0, 0, 0, TODAY, Pace.RESTING),
        (1, 0, 1, TODAY, Pace.REACHED),
        (0, 1, 1, TODAY, Pace.COVERED),
        (0, 0, 1, date(2026, 11, 13), Pace.ON_PACE),  # 9 of 21 days gone: 0.43 people by now
        (0, 0, 1, date(2026, 11, 18), Pace.BEHIND),  # 12 of 21: 0.57
        (1, 0, 3, date(2026, 11, 9), Pace.ON_PACE),  # 5 of 21: 0.71
        (1, 0, 3, TODAY, Pace.BEHIND),  # 15 of 21: 2.1
        (1, 1, 3, TODAY, Pace.ON_PACE),
    ],
)
def test_the_pace_spreads_the_goal_over_the_working_days(met, scheduled, goal, today, pace):
    assert month(met, scheduled=scheduled, goals=(1, goal), today=today).pace is pace


def test_a_history_student_has_two_of_two_in_october_and_one_of_two_so_far_in_november():
    logbook = open_memory()
    logbook.month_goals.add(MonthGoal(OCTOBER, 2))
    logbook.month_goals.add(MonthGoal(NOVEMBER, 2))
    for name, day in (("Nomsa", "2026-10-01"), ("Harald", "2026-10-21"), ("Irma", "2026-11-11")):
        contact = logbook.contacts.add(Contact(name))
        logbook.meetings.add(Meeting(contact.id, MeetingStatus.HELD, on=date.fromisoformat(day)))
    archivist = logbook.contacts.add(Contact("Asta"))
    logbook.meetings.add(Meeting(archivist.id, on=date(2026, 11, 25)))

    october = month_progress(logbook, date(2026, 10, 31))
    assert (october.met, october.goal, october.pace) == (2, 2, Pace.REACHED)
    november = month_progress(logbook, TODAY)
    assert (november.met, november.scheduled, november.goal, november.carried) == (1, 1, 2, 0)
    assert november.pace is Pace.COVERED
    assert month_progress(logbook, date(2026, 9, 30)).goal == 1


def test_a_month_of_rest_asks_for_nobody():
    logbook = open_memory()
    for day in (2, 9, 16, 23, 30):
        logbook.pauses.add(Pause(date(2026, 11, day)))

    assert month_progress(logbook, TODAY).pace is Pace.RESTING
