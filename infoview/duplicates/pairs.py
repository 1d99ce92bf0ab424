"""The ways in which entries are seen to be one person, each with how sure it is.

**What weighs for a pair**: an address or a page that both have; one name, with short forms, accents, titles
and order set aside; one organization, under one spelling or two; one title there.

**What weighs against it**: a big employer and a common name. Both are counted in the list itself, and put
together as one number: how many people of that name chance alone would bring to that place
(`Commonness.by_chance`). A name is as frequent as its given name times its surname, or as it is met as a
whole if that is more. A place is as big as the people the list has there; of two with one title, only those
count who have that title there. Below `LIKELY_BELOW` of such a person the two are likely one, below
`POSSIBLE_BELOW` possibly. A name in two orders is as frequent as the rarer of the two.

**What decides against it**: Jr. and Sr., other middle names, numbered addresses of one house. Two profile
pages do so too, but not where the name is written in two ways: people do that in a second profile.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TypeVar

from infoview.content import words
from infoview.duplicates.known import (
    Commonness,
    Entry,
    Known,
    are_two_people,
    emails,
    have_two_profiles,
    is_one_name,
    is_profile,
    is_same_name,
    is_spelled_otherwise,
    page,
    record,
)
from infoview.text.names import are_two_names, forms, is_one_house, is_slip, listed

K = TypeVar("K", bound=Hashable)

MOST_SHARING = 4
"""More names behind one address are an office, a class or a list, and none of them is offered."""
MOST_PARTS = 50
"""More roles of one name behind one address are not looked through; what comes after stands by itself."""
MOST_HOUSES = 12
"""A name met at more organizations is so common that two of their names are not held side by side."""
MOST_ALIKE = 60
"""More people of one given name and one initial at one place are not compared by their surnames."""
LIKELY_BELOW = 0.008
POSSIBLE_BELOW = 0.1
"""How many namesakes chance may bring to one place, for two of a name there to be one person.

Tried on three made lists of 30,000: at 0.02 nine of 1,252 likely pairs were two people, at 0.01 two, at 0.006
one; below that recall falls (`tests/bench/duplicates.py`).
"""
RARE = 0.05
"""A name is rare in a list into which chance alone would bring fewer people of that name than this."""


class Confidence(StrEnum):
    """How sure it is that entries are one person; only `CERTAIN` ones are ever merged unasked."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Entries that are, or may be, one person; `places` count from 0 in what was asked about."""

    places: tuple[int, ...]
    confidence: Confidence
    reason: str


def _double(group: Iterable[Known], confidence: Confidence, reason: str) -> Duplicate:
    entries = sorted(group, key=lambda one: one.place)
    sentence = words("nicknames")["reasons"][reason].replace("{name}", entries[0].name)
    return Duplicate(tuple(entry.place for entry in entries), confidence, sentence)


def by_record(people: Sequence[Entry], known: Callable[[int], Known]) -> Iterator[Duplicate]:
    """Group entries that are alike letter by letter, as two files of one export hold them."""
    named = ((place, (one.name, one.organization, one.title)) for place, one in enumerate(people))
    for namesakes in _sharing(named).values():
        for group in _sharing((place, record(people[place])) for place in namesakes).values():
            yield _double(map(known, group), Confidence.CERTAIN, "record")


def by_address_and_page(people: Sequence[Entry], known: Callable[[int], Known]) -> Iterator[Duplicate]:
    """Group by address and by profile page: certain are only those of one name who contradict in nothing."""
    addresses = (
        (place, email) for place, person in enumerate(people) if person.email for email in emails(person)
    )
    for email, group in _sharing(addresses).items():
        of_a_house = email.partition("@")[0] in listed("mailboxes")
        yield from _judged([known(place) for place in group], "address", of_a_house=of_a_house)
    pages = ((place, page(person.url)) for place, person in enumerate(people) if person.url)
    for key, group in _sharing(pair for pair in pages if "/" in pair[1]).items():
        reason = "profile" if is_profile(key) else "page"
        yield from _judged([known(place) for place in group], reason, of_a_house=not is_profile(key))


def _sharing(said: Iterable[tuple[int, K | None]]) -> dict[K, list[int]]:
    """Group places by what two or more of them say."""
    groups: dict[K, list[int]] = defaultdict(list)
    for place, key in said:
        if key is not None:
            groups[key].append(place)
    return {key: group for key, group in groups.items() if len(group) > 1}


def _judged(group: Sequence[Known], shared: str, *, of_a_house: bool) -> Iterator[Duplicate]:
    """Say what it means that these entries share an address or a page, perhaps that of a whole house."""
    parts = _of_one(group, of_a_house=of_a_house)
    yield from (_double(part, Confidence.CERTAIN, shared) for part in parts if len(part) > 1)
    firsts = [part[0] for part in parts if part[0].tokens]
    for a, b in combinations(firsts, 2) if len(firsts) <= MOST_SHARING else ():
        if of_a_house and not is_same_name(a, b):
            continue
        if shared == "profile" or (is_one_name(a, b) and not are_two_people(a, b)):
            yield _double((a, b), Confidence.LIKELY, f"{shared}_apart")
        elif len(firsts) == 2:  # noqa: PLR2004 - more share a mailbox
            yield _double((a, b), Confidence.POSSIBLE, "shared_address")


@dataclass(slots=True)
class _Part:
    """Entries of one name that say one organization, perhaps in two spellings, and one title, or neither."""

    members: list[Known]
    house: str = ""
    title: str = ""

    def takes(self, one: Known) -> bool:
        """Take an entry in that contradicts in nothing; tell whether it did."""
        if one.house and self.house and not is_one_house(one.house, self.house):
            return False
        if one.title and self.title not in {"", one.title}:
            return False
        self.members.append(one)
        self.house, self.title = self.house or one.house, self.title or one.title
        return True


def _of_one(group: Sequence[Known], *, of_a_house: bool) -> list[list[Known]]:
    """Part entries by their names, letter by letter but for accents, titles and commas, and by what they say.

    One without a name belongs to the only one behind an address.
    """
    by_name: dict[object, list[_Part]] = defaultdict(list)
    for entry in group:
        parts = by_name[entry.tokens, entry.generation]
        if not any(part.takes(entry) for part in parts[:MOST_PARTS]):
            parts.append(_Part([entry], entry.house, entry.title))
    nameless = [entry for part in by_name.pop(((), ""), []) for entry in part.members]
    found = [part.members for parts in by_name.values() for part in parts]
    if len(found) == 1 and not of_a_house:
        return [[*found[0], *nameless]]
    return [*found, nameless] if nameless else found


def by_name_and_house(everyone: Sequence[Known], common: Commonness) -> Iterator[Duplicate]:
    """Pair people of one name at one place, unless the name is so common there that it says nothing."""
    groups: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for entry in everyone:
        if entry.house and entry.last:
            for given, last in {(entry.first, entry.last), (entry.last, entry.first)}:
                for name in forms(given):
                    groups[name, last].append(entry)
    for (first, last), group in groups.items():
        straight = {entry.place for entry in group if entry.last == last}
        for members, among in _met(group, common) if len(group) > 1 else ():
            seen = min(sum(entry.place in straight for entry in members), 2)
            chance = common.by_chance(first, last, len(straight) - seen, among)
            if seen and chance < POSSIBLE_BELOW:
                yield from _namesakes(members, straight, chance)


def _met(group: Sequence[Known], common: Commonness) -> Iterator[tuple[Sequence[Known], int]]:
    """Part namesakes by where they meet, and say among how many people they do.

    They meet at an organization, under one spelling or two, or closer: with one title there.
    """
    houses: dict[str, list[Known]] = defaultdict(list)
    for entry in group:
        houses[entry.house].append(entry)
    places = [([house], members) for house, members in houses.items() if len(members) > 1]
    if 1 < len(houses) <= MOST_HOUSES:
        places += [
            ([a, b], [*houses[a], *houses[b]])
            for a, b in combinations(houses, 2)
            if len(houses[a]) == len(houses[b]) == 1 and is_one_house(a, b)
        ]
    for at, members in places:
        titles: dict[str, list[Known]] = defaultdict(list)
        for entry in members:
            titles[entry.title].append(entry)
        for title, some in titles.items():
            if title and len(some) > 1:
                yield some, common.at(at, title)
        yield members, common.at(at)


def _namesakes(members: Sequence[Known], straight: AbstractSet[int], chance: float) -> Iterator[Duplicate]:
    """Pair people of one name at one place; where two of them are two, nobody knows which a third is.

    Of names in two orders, one at least stands in the order of which the chance is told: it is in `straight`.
    """
    pairs = list(combinations(members, 2))
    apart = {pair for pair in pairs if _differ(*pair)}
    for a, b in pairs:
        if not straight & {a.place, b.place}:
            continue
        if (a, b) in apart:
            if chance < LIKELY_BELOW and not are_two_people(a, b) and is_spelled_otherwise(a, b):
                yield _double((a, b), Confidence.POSSIBLE, "two_profiles")
            continue
        surely = chance < LIKELY_BELOW and not apart and a.generation == b.generation
        surely = surely and not are_two_names(a.first, b.first)
        yield _double((a, b), Confidence.LIKELY if surely else Confidence.POSSIBLE, "name_and_house")


def by_similar_name(everyone: Sequence[Known], common: Commonness) -> Iterator[Duplicate]:
    """Pair surnames that differ by a slip or an added name, of two of one given name at one place."""
    groups: dict[tuple[str, str, str], list[Known]] = defaultdict(list)
    for entry in everyone:
        if entry.house and entry.last and len(entry.first) > 1:
            for letter in {part[0] for part in entry.last.split("-") if part}:
                groups[entry.house, entry.first, letter].append(entry)
    for group in groups.values():
        if 1 < len(group) <= MOST_ALIKE:
            for a, b in combinations(group, 2):
                if a.last != b.last and not _differ(a, b) and _is_near(a, b, group, common):
                    yield _double((a, b), Confidence.POSSIBLE, "similar_name")


def _is_near(a: Known, b: Known, group: Sequence[Known], common: Commonness) -> bool:
    """Tell a slip, which makes a surname that nobody else has, and a name that was added to another's."""
    if a.last in b.last.split("-") or b.last in a.last.split("-"):
        shared = min(a.last, b.last, key=len)
        return sum(entry.last == shared for entry in group) == 1
    return min(common.lasts[a.last], common.lasts[b.last]) == 1 and is_slip(a.last, b.last)


def by_rare_name(everyone: Sequence[Known], common: Commonness) -> Iterator[Duplicate]:
    """Pair the two who share a name that chance would hardly bring into this list twice."""
    groups: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    for entry in everyone:
        if entry.last:
            groups[tuple(sorted((entry.first, entry.last)))].append(entry)
    for group in groups.values():
        if len(group) == 2:  # noqa: PLR2004 - three of a name are no rare name
            a, b = group
            if not _differ(a, b) and common.by_chance(a.first, a.last, 0, len(everyone)) < RARE:
                yield _double(group, Confidence.POSSIBLE, "name")


def _differ(a: Known, b: Known) -> bool:
    return have_two_profiles(a, b) or are_two_people(a, b)
