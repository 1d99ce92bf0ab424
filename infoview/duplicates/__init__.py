"""People who are in a list twice; what helps to see it is in `content/nicknames.toml`.

Rather too few than too many: in a list of thousands, dozens of people share a name with someone else. A name
says the more, the less chance alone would bring two people of that name to one place.
"""

from __future__ import annotations

from collections.abc import Sequence

from infoview.duplicates.known import Commonness, Entry, known
from infoview.duplicates.pairs import (
    Confidence,
    Duplicate,
    by_address_and_page,
    by_name_and_house,
    by_rare_name,
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
    "titled",
]


def find(people: Sequence[Entry]) -> tuple[Duplicate, ...]:
    """Find entries that are one person, the surest first.

    The same address or profile page is certain; the same name at the same place is likely, with nicknames,
    accents, titles and the order of names set aside; a name alone is possible where it is rare in this list.
    """
    everyone = [known(place, person) for place, person in enumerate(people)]
    common = Commonness(everyone)
    found: dict[tuple[int, ...], Duplicate] = {}
    together: dict[int, int] = {}
    for double in by_address_and_page(people, everyone.__getitem__):
        found[double.places] = double
        if double.confidence is Confidence.CERTAIN:
            together |= dict.fromkeys(double.places, double.places[0])
    finders = (by_name_and_house, by_similar_name, by_rare_name)
    for double in (double for finder in finders for double in finder(everyone, common)):
        a, b = double.places
        if together.get(a, a) != together.get(b, b):
            found.setdefault(double.places, double)
    order = list(Confidence)
    return tuple(sorted(found.values(), key=lambda double: (order.index(double.confidence), double.places)))


def find_certain(people: Sequence[Entry]) -> tuple[Duplicate, ...]:
    """Find only the entries that are certainly one person."""
    found = by_address_and_page(people, lambda place: known(place, people[place]))
    return tuple(double for double in found if double.confidence is Confidence.CERTAIN)
