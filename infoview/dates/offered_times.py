"""Stretches: times one can offer for a talk, said as the other person's clock shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from infoview.content import words
from infoview.dates.day_words import day_in_words
from infoview.dates.typed import time_from
from infoview.dates.zones import moment, there, zone_names
from infoview.errors import InputError

EARLIEST, LATEST = 8, 19
"""Hours of their clock between which a talk may well lie."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of my day in which I could talk: from `begins` to `ends`, clock times such as "15:00"."""

    on: date
    begins: str
    ends: str = ""
    """"" is open: from then on."""


def in_words(stretch: Stretch, here: str, theirs: str) -> str:
    """Say a stretch by their clock, such as "Tuesday 1 December, 15:00 to 17:00 your time".

    Where a zone is not known, or both clocks show the same, nothing is said of whose time it is.

    Raises:
        InputError: It ends before it begins, or a clock time is none.
    """
    said = words("requests")["stretches"]
    begin, end = _theirs(stretch, stretch.begins, here, theirs), _theirs(stretch, stretch.ends, here, theirs)
    if begin is None:
        raise InputError(said["no_time"])
    if end and end <= begin:
        raise InputError(said["backwards"])
    whose = said["whose"] if begin.tzinfo and _differ(stretch, here, theirs) else ""
    day, clock = day_in_words(begin.date()), f"{begin:%H:%M}"
    if end is None:
        return str(said["from"].format(day=day, begins=clock, whose=whose))
    until = f"{end:%H:%M}" if end.date() == begin.date() else f"{day_in_words(end.date())}, {end:%H:%M}"
    return str(said["between"].format(day=day, begins=clock, ends=until, whose=whose))


def unkind(stretch: Stretch, here: str, theirs: str) -> bool:
    """Tell whether a stretch begins at night, late in the evening or at a weekend where they are."""
    begin = _theirs(stretch, stretch.begins, here, theirs)
    return begin is not None and (begin.weekday() >= _SATURDAY or not EARLIEST <= begin.hour < LATEST)


def out_of_hours(now: datetime, theirs: str) -> datetime | None:
    """Tell what their clock shows where it is night, evening or a weekend there; None at a good hour."""
    clock = now.astimezone(ZoneInfo(theirs)) if theirs in zone_names() else None
    if clock and (clock.weekday() >= _SATURDAY or not EARLIEST <= clock.hour < LATEST):
        return clock
    return None


def offered(minutes: str, stretches: Iterable[Stretch], smaller: str, here: str, theirs: str) -> str:
    """Put what I offer into sentences that can follow a request: how long, when, and something smaller.

    Args:
        minutes: How long I ask for, or "" to leave it out.
        stretches: When I could; none leaves it to them.
        smaller: "call" or "mail" for what would do as well, or "".
        here: My time zone, or "".
        theirs: Their time zone, or "".
    """
    said = words("requests")["stretches"]
    times = [in_words(stretch, here, theirs) for stretch in stretches]
    sentences = [
        said["minutes"].format(minutes=said["numbers"].get(minutes, minutes)) if minutes else "",
        said["times"].format(times=f" {said['or']} ".join(times)) if times else "",
        said["smaller"].get(smaller, ""),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _theirs(stretch: Stretch, at: str, here: str, theirs: str) -> datetime | None:
    """Tell a clock time of mine as their clock shows it, or as mine does where a zone is not known.

    Raises:
        InputError: It is no clock time.
    """
    known = there(stretch.on, at, here, theirs)
    if known or not at:
        return known
    return datetime.combine(stretch.on, time.fromisoformat(time_from(at)))


def _differ(stretch: Stretch, here: str, theirs: str) -> bool:
    mine, other = moment(stretch.on, stretch.begins, here), there(stretch.on, stretch.begins, here, theirs)
    return bool(mine and other and mine.utcoffset() != other.utcoffset())
