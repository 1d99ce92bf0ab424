"""Days and clock times as people say them; files keep ISO dates, sentences use these."""

from __future__ import annotations

from datetime import date, timedelta

HALF_A_YEAR = timedelta(days=183)
"""Within this of today nobody wonders which year a day is in."""


def day_in_words(day: date) -> str:
    """Say a day with its weekday, such as "Wednesday 25 November"."""
    return f"{day:%A} {day.day} {day:%B}"


def day_seen_from(today: date, day: date) -> str:
    """Say a day with its weekday, and with its year where that is not plain: "Sunday 2 February 2020"."""
    said = day_in_words(day)
    return said if abs(day - today) <= HALF_A_YEAR else f"{said} {day.year}"


def full_date(day: date) -> str:
    """Say a day with its year, such as "25 November 2026"."""
    return f"{day.day} {day:%B} {day.year}"
