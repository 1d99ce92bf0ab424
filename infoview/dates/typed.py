"""Days and times of day that were typed."""

from __future__ import annotations

from datetime import date

from infoview.content import words
from infoview.dates.day_words import full_date
from infoview.dates.times_of_day import time_of_day
from infoview.errors import InputError

HALF_TYPED = "half-typed"
"""What a browser hands over for a date or time of which a part is still missing."""
FIRST_YEAR = 1900


def day_from(value: object, field: str = "") -> date | None:
    """Read a day; nothing typed is None. `field` names where it was typed, for the sentence that refuses it.

    Raises:
        InputError: It is no day, a part of it is missing, or its year is one of two digits.
    """
    if not value:
        return None
    if value == HALF_TYPED:
        raise InputError(words("typed")["half_day"], field)
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        raise InputError(words("typed")["day"].format(value=value), field) from None
    if day.year < FIRST_YEAR:
        raise InputError(words("typed")["half_day"], field)
    return day


def coming_day_from(value: object, field: str, today: date) -> date | None:
    """Read a day that something is to be done on; nothing typed is None.

    Raises:
        InputError: It is no day, or a day that is over.
    """
    day = day_from(value, field)
    if day and day < today:
        raise InputError(words("typed")["past_day"].format(day=full_date(day)), field)
    return day


def past_day_from(value: object, field: str, today: date) -> date:
    """Read a day on which something was done; nothing typed is today.

    Raises:
        InputError: It is no day, or one that is still to come.
    """
    day = day_from(value, field) or today
    if day > today:
        raise InputError(words("typed")["ahead"].format(day=full_date(day)), field)
    return day


def time_from(value: object, field: str = "") -> str:
    """Read a time of day, typed in any usual way, as "16:30"; nothing typed is "".

    Raises:
        InputError: It is no time of day.
    """
    if not value:
        return ""
    if value == HALF_TYPED:
        raise InputError(words("typed")["half_time"], field)
    clock = time_of_day(str(value))
    if clock is None:
        raise InputError(words("typed")["time"].format(value=value), field)
    return f"{clock:%H:%M}"
