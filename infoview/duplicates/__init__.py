"""People who are in a list twice; what helps to see it is in `content/nicknames.toml`.

Rather too few than too many: in a list of thousands, dozens of people share a name with someone else. A name
says the more, the less chance alone would bring two people of that name to one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from infoview.duplicates.known import Commonness, Entry, Known, known, one_spelling
from infoview.duplicates.pairs import (
    Confidence,
    Duplicate,
    by_address_and_page,
    by_name_and_house,
    by_rare_name,
    by_record,
    by_similar_name,
)
from infoview.text.names import first_name, fold, house, titled

__all__ = [
    "Confidence",
    "Duplicate",
    "Entry",
    "find",
    "find_certain",
    "first_name",
    "fold",
    "house",
    "one_spelling",
    "titled",
]

_ORDER = {confidence: place for place, confidence in enumerate(Confidence)}


def find(people: Sequence[Entry]) -> tuple[Duplicate, ...]:
    """Find entries that are one person, the surest first.

    The same record, or the same name with the same address or profile page, is certain where neither
    contradicts the other. The same name at the same place is likely, with nicknames, accents, titles and the
    order of names set aside. A name alone is possible where it is rare in this list.
    """
    everyone = [known(place, person) for place, person in enumerate(people)]
    common = Commonness(everyone)
    found: dict[tuple[int, ...], Duplicate] = {}
    together: dict[int, int] = {}
    for double in _by_what_they_share(people, everyone.__getitem__):
        _take(found, double)
        if double.confidence is Confidence.CERTAIN:
            together |= dict.fromkeys(double.places, double.places[0])
    for finder in (by_name_and_house, by_similar_name, by_rare_name):
        for double in finder(everyone, common):
            a, b = double.places
            if together.get(a, a) != together.get(b, b):
                _take(found, double)
    return tuple(sorted(found.values(), key=lambda double: (_ORDER[double.confidence], double.places)))


def find_certain(people: Sequence[Entry]) -> tuple[Duplicate, ...]:
    """Find only the entries that are certainly one person."""
    found = _by_what_they_share(people, lambda place: known(place, people[place]))
    return tuple(double for double in found if double.confidence is Confidence.CERTAIN)


def _by_what_they_share(people: Sequence[Entry], known: Callable[[int], Known]) -> Iterator[Duplicate]:
    yield from by_record(people, known)
    yield from by_address_and_page(people, known)


def _take(found: dict[tuple[int, ...], Duplicate], double: Duplicate) -> None:
    """Keep of two reasons for the same entries the surer one, of two as sure the first."""
    had = found.get(double.places)
    if had is None or _ORDER[double.confidence] < _ORDER[had.confidence]:
        found[double.places] = double
