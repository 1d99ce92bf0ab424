"""Places: the towns of the world with their clocks, as people name them, and clocks said in plain words.

The towns are GeoNames' (geonames.org, Creative Commons Attribution 4.0), of 5,000 people and more;
`tests/data/make_places.py` makes the file. It is read when somebody first types a place, and never before.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

from infoview.content import words
from infoview.dates import clock
from infoview.dates.zones import zone_names

BETWEEN = "·"
"""Stands between a place and what its clock is called."""
LESS_USUAL = 10
"""How much larger a town must be to be meant by one of its other names."""
_UTC = re.compile(r"(?:utc|gmt)\s*([+\-−]?)\s*(\d{1,2})(?::?([0-5]\d))?")  # noqa: RUF001 - people type that minus
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Place:
    """What somebody named: the place as it is usually written, and the zone of its clock."""

    name: str
    zone: str
    """"" where the clock there is not known."""


@dataclass(frozen=True, slots=True)
class _Towns:
    """The list, by name: (rank, zone, country and region, usual name) each; and where most people live."""

    by_name: dict[str, list[tuple[int, str, str, str]]]
    zone_of: dict[str, str]
    """The zone of the largest town of a country, "DE", or of a region, "USOH"."""
    codes: dict[str, tuple[str, ...]]
    """Codes by the names and codes of countries and regions; "CA" is Canada and California."""


def place_from(text: str) -> Place:
    """Find what somebody means by a city, a town, a state, a country, a zone or "UTC+1"; "" is no place.

    A town may be told apart by what follows a comma: "Cambridge, UK", "Portland, Maine". Of several the
    largest is meant. Where nothing is known of a town, the country or state behind it tells the clock.
    """
    typed = " ".join(text.partition(BETWEEN)[0].replace("(", ", ").replace(")", "").split())
    if not typed:
        return Place("", "")
    if zone := _zone_named(typed):
        return Place(_city_in(typed), zone)
    town, _, region = (part.strip() for part in typed.partition(","))
    if zone := _zone_named(region):
        return Place(town, zone)
    return _town(town, region) or _town(*_split_state(typed)) or _region(typed, region or town)


def in_words(name: str, zone: str) -> str:
    """Say a place and its clock: "Boston · Eastern time". What is said can be read again."""
    if name and not zone:
        return str(words("zones")["unknown"].format(place=name))
    return f" {BETWEEN} ".join(part for part in (name, clock_name(zone)) if part)


def clock_name(zone: str) -> str:
    """Name the clock of a zone as people there do: "Eastern time" for "America/New_York"."""
    if zone not in zone_names():
        return ""
    said = words("zones")
    offset = _usual_offset(zone)
    if zone.startswith("Etc/"):
        return _utc(offset)
    short = min(_moments(zone), key=lambda moment: moment.utcoffset() or timedelta()).tzname() or ""
    named = said["places"].get(zone) or said["names"].get(f"{zone.partition('/')[0]} {short}")
    return str(
        named or said["other"].format(city=zone.rpartition("/")[2].replace("_", " "), utc=_utc(offset))
    )


def plain(name: str) -> str:
    """Write a name as it can be compared: without marks, capitals and punctuation."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("ß", "ss").replace("ø", "o"))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in kept).split())


@cache
def _zones_by_name() -> dict[str, str]:
    return {name.casefold(): name for name in zone_names()}


def _zone_named(typed: str) -> str:
    """Find a zone by its name, its short name or its distance from UTC."""
    wanted = typed.replace(" ", "_").casefold()
    if wanted in _zones_by_name():
        return _zones_by_name()[wanted]
    if short := words("zones")["short"].get(typed.upper(), ""):
        return str(short)
    found = _UTC.fullmatch(typed.casefold())
    if not found:
        return ""
    sign = 1 if found[1] in {"", "+"} else -1
    return _zone_at(sign * timedelta(hours=int(found[2]), minutes=int(found[3] or 0)))


def _zone_at(offset: timedelta) -> str:
    """Find a zone that is so far from UTC all year."""
    if offset % _HOUR == timedelta():
        hours = -int(offset / _HOUR)  # these names count the other way round
        name = f"Etc/GMT{hours:+}" if hours else "Etc/GMT"
        return name if name in zone_names() else ""
    usual = (*words("zones")["places"], *zone_names())
    return next((zone for zone in usual if {moment.utcoffset() for moment in _moments(zone)} == {offset}), "")


def _city_in(typed: str) -> str:
    """Name the city in a zone's own name; nothing in "UTC+1" or "EST"."""
    return typed.rpartition("/")[2].replace("_", " ") if "/" in typed and not typed.startswith("Etc/") else ""


def _town(town: str, region: str) -> Place | None:
    """Find a town, the largest of its name, in a country or state if one is given."""
    towns = _towns()
    codes = towns.codes.get(plain(region), ()) if region else ("",)
    found = [entry for entry in towns.by_name.get(plain(town), ()) if entry[2].startswith(codes)]
    if not found:
        return None
    _, zone, _, name = min(found)
    asked = name if plain(town) == plain(name) else town.title() if town.islower() else town
    return Place(f"{asked}, {region}" if region else asked, zone)


def _split_state(typed: str) -> tuple[str, str]:
    """Split "Portland Maine" and "Boston MA" where no comma stands."""
    town, _, last = typed.rpartition(" ")
    return (town, last) if town else (typed, "")


def _region(typed: str, region: str) -> Place:
    """Take a country's or state's clock, where most people live; what is not known has none."""
    towns = _towns()
    codes = towns.codes.get(plain(region), ())
    return Place(typed, next((towns.zone_of[code] for code in codes if code in towns.zone_of), ""))


@cache
def _towns() -> _Towns:
    packed = (resources.files(__package__) / "places.txt.gz").read_bytes()
    zones, lands, *lines = gzip.decompress(packed).decode().split("\n")
    zone_list = zones.split(" ")
    by_name: dict[str, list[tuple[int, str, str, str]]] = defaultdict(list)
    zone_of: dict[str, str] = {}
    for rank, line in enumerate(lines):
        number, code, names = line.split("\t")
        usual, *others = names.split("|")
        zone = zone_list[int(number)]
        by_name[plain(usual)].append((rank, zone, code, usual))
        for other in others:
            by_name[other].append((rank * LESS_USUAL + LESS_USUAL, zone, code, usual))
        zone_of.setdefault(code[:2], zone)
        zone_of.setdefault(code, zone)
    said = words("zones")
    codes: dict[str, list[str]] = defaultdict(list)
    for name, code in said["countries"].items():
        codes[plain(name)].append(code)
    for land in lands.split(";"):
        iso, *called = land.split("=")
        for name in (iso.casefold(), *called):
            codes[name].append(iso)
    for code, names in said["regions"].items():
        for name in names:
            codes[plain(name)].append(code)
    return _Towns(dict(by_name), zone_of, {name: tuple(several) for name, several in codes.items()})


def _moments(zone: str) -> list[datetime]:
    """A moment of winter and one of summer on a clock."""
    year = clock.today().year
    return [datetime(year, month, 1, tzinfo=UTC).astimezone(ZoneInfo(zone)) for month in (1, 7)]


def _usual_offset(zone: str) -> timedelta:
    return min(moment.utcoffset() or timedelta() for moment in _moments(zone))


def _utc(offset: timedelta) -> str:
    hours, minutes = divmod(abs(int(offset.total_seconds())) // 60, 60)
    sign = "+" if offset >= timedelta() else "\N{MINUS SIGN}"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "") if offset else "UTC"
