"""The goal: how far this month's people are, and what changes it."""

from __future__ import annotations

from datetime import date

from infoview.logbook import Logbook, first_meetings
from infoview.records.goals import (
    EXPLORING_PER_MONTH,
    MOST_PER_MONTH,
    SEARCHING_PER_MONTH,
    MonthGoal,
    MonthlyProgress,
    Pause,
    goal_of,
    month_before,
    progress,
)
from infoview.records.meetings import MeetingStatus
from infoview.text.numbers import number_from


def month_progress(logbook: Logbook, today: date) -> MonthlyProgress:
    """Count this month's new people: those met for the first time, and those with a date still to come."""
    first = first_meetings(logbook)
    pauses = {pause.week_on for pause in logbook.pauses.find()}
    ahead = {
        meeting.contact_id
        for meeting in logbook.meetings.find(status=MeetingStatus.PLANNED)
        if meeting.on
        and not meeting.is_by_mail
        and meeting.on >= today
        and (meeting.on.year, meeting.on.month) == (today.year, today.month)
        and meeting.contact_id not in first
    }
    usual = logbook.goal.per_month
    own = {month.month_on: month.people for month in logbook.month_goals.find()}
    before, now = (goal_of(month, usual, own, pauses) for month in (month_before(today), today))
    return progress(first.values(), len(ahead), today, (before, now), pauses)


def change_goal(logbook: Logbook, value: object) -> None:
    """Aim at so many new people every month, as typed.

    Raises:
        InputError: It is no such number.
    """
    logbook.change_goal(per_month=number_from(value, 1, MOST_PER_MONTH, "per_month", "per_month"))


def change_tempo(logbook: Logbook, *, searching: bool) -> None:
    """Change the tempo, and the number with it as long as it was the one usual before."""
    usual = {False: EXPLORING_PER_MONTH, True: SEARCHING_PER_MONTH}
    goal = logbook.goal
    number = usual[searching] if goal.per_month == usual[goal.searching] else goal.per_month
    logbook.change_goal(searching=searching, per_month=number)


def change_month(logbook: Logbook, month: date, value: object) -> None:
    """Give one month, named by its first day, a goal of its own; nothing typed takes it back.

    Raises:
        InputError: It is no number of people.
    """
    typed = str(value).strip()
    people = number_from(typed, 0, MOST_PER_MONTH, "in_month", month.isoformat()) if typed else None
    for known in logbook.month_goals.find(month_on=month):
        logbook.month_goals.remove(known.id)
    if people is not None:
        logbook.month_goals.add(MonthGoal(month, people))


def rest_in(logbook: Logbook, week: date, *, rests: bool) -> None:
    """Let the goal rest in a week, named by its Monday, or take that back."""
    for known in logbook.pauses.find(week_on=week):
        logbook.pauses.remove(known.id)
    if rests:
        logbook.pauses.add(Pause(week))
