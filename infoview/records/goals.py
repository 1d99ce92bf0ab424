"""The goal: how many new people to talk with each month, and how far a month is.

What was met beyond one month's goal counts for the next; what was missing is not owed. Weeks of rest make a
month's goal smaller by their share of its working days.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from infoview.dates.business_days import is_business_day

EXPLORING_PER_MONTH = 1
"""The source guide: "talk to one new person a month"."""
SEARCHING_PER_MONTH = 3
"""The source guide asks for more "if you are actively searching"; three is a starting offer."""
MOST_PER_MONTH = 30
"""New people a month that may be a goal: one a day."""
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Goal:
    """New people a month; `searching` is the quicker tempo of someone looking for a position now."""

    id: int = 1
    per_month: int = EXPLORING_PER_MONTH
    searching: bool = False


@dataclass(frozen=True, slots=True)
class MonthGoal:
    """A month with a goal of its own; `month_on` is its first day."""

    month_on: date
    people: int
    id: int = 0


@dataclass(frozen=True, slots=True)
class Pause:
    """A week in which the goal rests; `week_on` is its Monday."""

    week_on: date
    id: int = 0


class Pace(StrEnum):
    """How a month goes, seen from one of its days."""

    RESTING = "resting"
    """Nothing is asked of this month."""
    REACHED = "reached"
    COVERED = "covered"
    """With the dates that are made it will be reached."""
    ON_PACE = "on_pace"
    """As far as an even pace would be by now."""
    BEHIND = "behind"
    """Not as far as that, and still possible."""


@dataclass(frozen=True, slots=True)
class MonthlyProgress:
    """How far one month's goal is.

    `met` and `scheduled` count people: met for the first time, and with a date still to come. `carried` were
    met beyond the goal of the month before. `days` are the month's working days without its weeks of rest,
    `days_left` those from today on.
    """

    met: int
    scheduled: int
    goal: int
    carried: int = 0
    days: int = 0
    days_left: int = 0

    @property
    def reached(self) -> bool:
        """Whether enough new people were met."""
        return self.met + self.carried >= self.goal

    @property
    def missing(self) -> int:
        """How many people are still to be found: not met, and without a date."""
        return max(0, self.goal - self.met - self.carried - self.scheduled)

    @property
    def pace(self) -> Pace:
        """How the month goes; at an even pace a share of the goal belongs to each working day gone by."""
        if not self.goal:
            return Pace.RESTING
        if self.reached:
            return Pace.REACHED
        if not self.missing:
            return Pace.COVERED
        by_now = _part(self.goal, self.days - self.days_left, self.days)
        return Pace.BEHIND if self.goal - self.missing < by_now else Pace.ON_PACE


def new_people(first_meetings: Iterable[date], month: date) -> int:
    """Count people whose first meeting falls into the month of a date; later meetings with them add none."""
    return sum((day.year, day.month) == (month.year, month.month) for day in first_meetings)


def first_of(day: date) -> date:
    """Find the first day of a date's month."""
    return day.replace(day=1)


def month_before(day: date) -> date:
    """Find the first day of the month before a date's."""
    return first_of(first_of(day) - ONE_DAY)


def last_months(day: date, number: int) -> list[date]:
    """List the first days of so many months, the earliest first; the last is the month of a date."""
    firsts = [first_of(day)]
    while len(firsts) < number:
        firsts.append(month_before(firsts[-1]))
    return firsts[::-1]


def month_after(day: date) -> date:
    """Find the first day of the month after a date's."""
    return first_of(first_of(day) + timedelta(days=31))


def monday_of(day: date) -> date:
    """Find the Monday of a date's week."""
    return day - timedelta(days=day.weekday())


def working_days(start: date, end: date, pauses: Collection[date] = ()) -> int:
    """Count working days from one date up to, and without, another; weeks of rest, by Mondays, have none."""
    days = (start + timedelta(days=count) for count in range((end - start).days))
    return sum(is_business_day(day) and monday_of(day) not in pauses for day in days)


def goal_of(month: date, usual: int, own: Mapping[date, int], pauses: Collection[date] = ()) -> int:
    """Find the goal of a date's month: its own or the usual one, less the share of its weeks of rest.

    Args:
        month: Any day of the month.
        usual: New people in a month without a goal of its own.
        own: Months with a goal of their own, by their first day.
        pauses: The Mondays of the weeks of rest.
    """
    start, end = first_of(month), month_after(month)
    wanted = own.get(start, usual)
    return _part(wanted, working_days(start, end, pauses), working_days(start, end))


def progress(
    first_meetings: Collection[date],
    scheduled: int,
    today: date,
    goals: tuple[int, int],
    pauses: Collection[date] = (),
) -> MonthlyProgress:
    """Tell how far today's month is.

    Args:
        first_meetings: For everyone ever met, the day of the first meeting.
        scheduled: How many new people have a date still to come this month.
        today: The day to look from.
        goals: The goal of the month before, and of this month.
        pauses: The Mondays of the weeks of rest.
    """
    before, now = goals
    start, end = first_of(today), month_after(today)
    return MonthlyProgress(
        met=new_people(first_meetings, today),
        scheduled=scheduled,
        goal=now,
        carried=max(0, new_people(first_meetings, month_before(today)) - before),
        days=working_days(start, end, pauses),
        days_left=working_days(today, end, pauses),
    )


def _part(whole: int, some: int, all_of_it: int) -> int:
    """Take a share of a number, rounded to the nearest; a half is rounded up."""
    return (2 * whole * some + all_of_it) // (2 * all_of_it) if all_of_it else 0
