"""The goal: how many new people to talk with each month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

EXPLORING_PER_MONTH = 1
"""The source guide: "talk to one new person a month"."""
SEARCHING_PER_MONTH = 3
"""The source guide asks for more "if you are actively searching"; three is a starting offer."""


@dataclass(frozen=True, slots=True)
class Goal:
    """New people a month; `searching` is the quicker tempo of someone looking for a position now."""

    id: int = 1
    per_month: int = EXPLORING_PER_MONTH
    searching: bool = False


@dataclass(frozen=True, slots=True)
class MonthlyProgress:
    """How far one month's goal is: people met, people with a date still to come, and the goal itself."""

    met: int
    scheduled: int
    goal: int

    @property
    def reached(self) -> bool:
        """Whether enough new people were met."""
        return self.met >= self.goal


def new_people(first_meetings: Iterable[date], month: date) -> int:
    """Count people whose first meeting falls into the month of a date; later meetings with them add none."""
    return sum((day.year, day.month) == (month.year, month.month) for day in first_meetings)
