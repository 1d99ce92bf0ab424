"""Dates as files write them: `15 Mar 2024`, `15-Mar-24`, `2024-03-15`, and `15/03/2024` once it is clear."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from infoview.content import words
from infoview.importers.columns import plain

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D.*)?")
_NAMED = re.compile(r"(\d{1,2})\.?[\s./-]*(?:de\s+)?([^\W\d]+)\.?,?[\s./-]*(?:de\s+)?(\d{4}|\d{2})(?:\D.*)?")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\D.*)?")
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})(?:\D.*)?")
_CENTURY = 100
_TURN = 70  # a two-figure year above this is of the last century, as Excel and POSIX read it
_MONTHS_IN_A_YEAR = 12


def day_first(texts: Iterable[str]) -> bool | None:
    """Tell from a whole column whether `03/04/2024` is in April (day first); None when unclear."""
    for text in texts:
        found = _FIGURES.fullmatch(text.strip())
        if found:
            first, sign, second = int(found[1]), found[2], int(found[3])
            if sign == "." or first > _MONTHS_IN_A_YEAR:
                return True
            if second > _MONTHS_IN_A_YEAR:
                return False
    return None


@lru_cache(maxsize=8_192)
def read_day(text: str, *, days_first: bool | None = None) -> date | None:
    """Read one date, whatever the computer's language; None when it is none, or can be read in two ways."""
    text = text.strip()
    if found := _ISO.fullmatch(text):
        return _day(found[1], int(found[2]), found[3])
    if found := _NAMED.fullmatch(text):
        return _day(found[3], _months().get(plain(found[2]), 0), found[1])
    if found := _MONTH_FIRST.fullmatch(text):
        return _day(found[3], _months().get(plain(found[1]), 0), found[2])
    found = _FIGURES.fullmatch(text)
    if not found or (days_first is None and found[1] != found[3]):
        return None
    day, month = (found[1], found[3]) if days_first else (found[3], found[1])
    return _day(found[4], int(month), day)


def _day(year: str, month: int, day: str) -> date | None:
    number = int(year)
    if number < _CENTURY:
        number += 1900 if number >= _TURN else 2000
    try:
        return date(number, month, int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    table = words("columns")["months"]
    return {word: number for number, names in enumerate(table.values(), start=1) for word in names}
