"""Two clocks: when a meeting is where I am and where they are, said so that nobody comes an hour late."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from infoview.content import words
from infoview.dates.day_words import day_in_words
from infoview.dates.places import clock_name
from infoview.dates.zones import moment, there

HOUR = timedelta(hours=1)


def city(zone: str) -> str:
    """Name the city of a zone: "New York" for "America/New_York"; a zone without one is "UTC+1"."""
    if zone.startswith("Etc/"):
        return clock_name(zone)
    return zone.rpartition("/")[2].replace("_", " ")


def both_clocks(
    on: date, at: str, here: str, theirs: str, name: str, cities: tuple[str, str] = ("", "")
) -> str:
    """Say when a meeting is on both clocks; "" where a zone or the time is not known, or we share a zone.

    Args:
        on: The day where I am.
        at: The clock time where I am, such as "16:30".
        here: My zone, such as "America/New_York".
        theirs: Their zone.
        name: Who has the other clock.
        cities: Where I am and where they are, as they were named; "" is the city that names the zone.
    """
    over_there = there(on, at, here, theirs)
    if over_there is None or here == theirs:
        return ""
    said = words("day")["clock"]
    mine = moment(on, at, here)
    if mine and mine.utcoffset() == over_there.utcoffset():
        kind = "same"
    else:
        kind = "both" if over_there.date() == on else "other_day"
    return str(
        said[kind].format(
            mine=at,
            theirs=f"{over_there:%H:%M}",
            here=cities[0] or city(here),
            there=cities[1] or city(theirs),
            name=name,
            day=day_in_words(over_there.date()),
        )
    )


def changed_clocks(on: date, at: str, here: str, theirs: str, today: date) -> str:
    """Warn where a clock changes between today and the meeting, so that the hours apart are not today's."""
    then, now = (_apart(day, at, here, theirs) for day in (on, today))
    if then is None or now is None or then == now:
        return ""
    return str(words("day")["clock"]["apart"].format(then=_hours(then), now=_hours(now)))


def _apart(on: date, at: str, here: str, theirs: str) -> timedelta | None:
    """Tell how far their clock is from mine at that time."""
    mine = moment(on, at, here)
    over_there = there(on, at, here, theirs)
    if mine is None or over_there is None:
        return None
    return _offset(over_there) - _offset(mine)


def _offset(when: datetime) -> timedelta:
    return when.utcoffset() or timedelta()


def _hours(apart: timedelta) -> str:
    said = words("day")["clock"]
    hours = abs(apart) / HOUR
    return str(said["hour"] if hours == 1 else said["hours"].format(hours=f"{hours:g}"))
