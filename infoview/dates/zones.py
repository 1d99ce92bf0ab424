"""Time zones: a meeting's clock time where I am and where they are."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from infoview.dates.times_of_day import time_of_day


@cache
def zone_names() -> tuple[str, ...]:
    """Name the places whose time is known, such as "Europe/Stockholm", in alphabetical order."""
    regions = {
        "Africa",
        "America",
        "Antarctica",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    }
    fixed = {f"Etc/GMT{hours:+}" for hours in range(-14, 13) if hours} | {"Etc/GMT"}
    known = {name for name in available_timezones() if name.partition("/")[0] in regions or name in fixed}
    return tuple(sorted(known))


def moment(on: date, at: str, zone: str) -> datetime | None:
    """Tell the moment of a clock time such as "16:30" in a zone; None where one of them is not known."""
    clock = time_of_day(at)
    return datetime.combine(on, clock, ZoneInfo(zone)) if clock and zone in zone_names() else None


def there(on: date, at: str, here: str, theirs: str) -> datetime | None:
    """Tell their day and clock time for one of mine; None where one of the two zones is not known."""
    mine = moment(on, at, here)
    return mine.astimezone(ZoneInfo(theirs)) if mine and theirs in zone_names() else None
