"""Days and clock times as people say them; files keep ISO dates, sentences use these."""

from __future__ import annotations

from datetime import date


def day_in_words(day: date) -> str:
    """Say a day with its weekday, such as "Wednesday 25 November"."""
    return f"{day:%A} {day.day} {day:%B}"


def full_date(day: date) -> str:
    """Say a day with its year, such as "25 November 2026"."""
    return f"{day.day} {day:%B} {day.year}"
