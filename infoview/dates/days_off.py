"""Days off: the public holidays of a country, which are no business days."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from infoview.content import sentence
from infoview.errors import InputError

_NEXT_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LETTERS = re.compile(r"[^a-z]+")
_OTHER_NAMES = {"usa": "US", "america": "US", "uk": "GB", "greatbritain": "GB", "england": "GB"}
_OTHER_NAMES |= {"scotland": "GB", "wales": "GB", "holland": "NL", "czechrepublic": "CZ", "uae": "AE"}


def country_from(text: str) -> str:
    """Find the country a person means, by its English name or its two letters; "" stays "".

    Returns:
        Its two letters in ISO 3166, such as "SE".

    Raises:
        InputError: No such country is known, or the list of holidays is not installed here.
    """
    wanted = _folded(text)
    if not wanted:
        return ""
    countries = _countries()
    if not countries:
        raise InputError(sentence("errors.dates.no_holidays"), "country")
    if text.strip().upper() in countries:
        return text.strip().upper()
    by_name = {_folded(name): code for code, name in countries.items()} | _OTHER_NAMES
    if wanted in by_name:
        return by_name[wanted]
    raise InputError(sentence("errors.dates.no_country", value=text.strip()), "country")


def country_name(code: str) -> str:
    """Name a country in English; a code that is not known stays as it is."""
    return _countries().get(code, code) if code else ""


@cache
def days_off(country: str, year: int) -> dict[date, str]:
    """List a country's public holidays in a year, each with its English name where there is one.

    Empty where no country is given or the list of holidays is not installed.
    """
    if not country or country not in _countries():
        return {}
    import holidays  # noqa: PLC0415 - only who chose a country needs it

    return dict(holidays.country_holidays(country, years=year, language="en_US"))


@cache
def _countries() -> dict[str, str]:
    """Name the countries whose holidays are known, by their two letters."""
    try:
        from holidays.registry import COUNTRIES  # noqa: PLC0415 - see above
    except ImportError:
        return {}
    return {entry[1]: _spaced(entry[0]) for entry in COUNTRIES.values()}


def _spaced(name: str) -> str:
    """Write a name such as IsleOfMan as people do."""
    spaced = _NEXT_WORD.sub(" ", name)
    return re.sub(r" (And|Of|The)(?= )", lambda found: found[0].lower(), spaced)


def _folded(text: str) -> str:
    return _LETTERS.sub("", text.casefold())
