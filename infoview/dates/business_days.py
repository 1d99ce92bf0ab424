"""Business days: how people count the days until a reply may be hoped for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

SATURDAY = 5


def is_business_day(day: date, holidays: Collection[date] = ()) -> bool:
    """Tell whether people are likely to be at work: no weekend, and none of the holidays given."""
    return day.weekday() < SATURDAY and day not in holidays


def business_days_after(day: date, count: int, holidays: Collection[date] = ()) -> date:
    """Find the day that is so many business days after another, which itself is never counted."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_business_day(day, holidays)
    return day


ONE_DAY = timedelta(days=1)
