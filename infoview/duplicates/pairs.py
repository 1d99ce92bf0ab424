"""The ways in which entries are seen to be one person, each with how sure it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from infoview.content import words
from infoview.duplicates.known import (
    Commonness,
    Entry,
    Known,
    differ,
    emails,
    is_alike,
    is_one_name,
    is_profile,
    is_same_name,
)
from infoview.text.addresses import page_key
from infoview.text.names import are_two_names, forms, is_one_house, is_slip, listed

MOST_HOUSES = 12
"""A name met at more organizations is so common that two of their names are not held side by side."""
MOST_ALIKE = 60
"""More people of one given name and one initial at one place are not compared by their surnames."""
LIKELY_BELOW = 0.02
POSSIBLE_BELOW = 0.1
"""How many namesakes chance may bring to one place, for two of a name there to be one person."""
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
    return Duplicate(tuple(one.place for one in entries), confidence, sentence)


def by_address_and_page(people: Sequence[Entry], known: Callable[[int], Known]) -> Iterator[Duplicate]:
    """Group by address and by profile page; a house's own mailbox or page joins only whole names."""
    keys: dict[str, list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        for email in emails(person) if person.email else ():
            keys[f"address {email}"].append(place)
        if person.url and "/" in (profile := page_key(person.url)):
            keys[f"profile {profile}"].append(place)
    for key, group in keys.items():
        if len(group) > 1:
            yield from _judged(key, [known(place) for place in group])


def _judged(key: str, group: Sequence[Known]) -> Iterator[Duplicate]:
    """Say what it means that these entries share an address or a page."""
    kind, _, shared = key.partition(" ")
    if is_profile(shared):
        yield _double(group, Confidence.CERTAIN, "profile")
        return
    of_a_house = kind == "profile" or shared.partition("@")[0] in listed("mailboxes")
    parts = _of_one_name(group, is_same_name if of_a_house else is_one_name)
    yield from (_double(part, Confidence.CERTAIN, kind) for part in parts if len(part) > 1)
    if len(group) == 2 and not of_a_house and not is_alike(*group):  # noqa: PLR2004 - more share a mailbox
        yield _double(group, Confidence.POSSIBLE, "shared_address")


def _of_one_name(group: Sequence[Known], is_one: Callable[[Known, Known], bool]) -> Sequence[Sequence[Known]]:
    """Part the people behind one address by their names: a couple may share it, or a whole office."""
    parts: list[list[Known]] = []
    for one in group:
        part = next((part for part in parts if one.tokens and is_one(part[0], one)), None)
        if part is not None:
            part.append(one)
        elif one.tokens:
            parts.append([one])
    nameless = [one for one in group if not one.tokens]
    if len(parts) == 1 and is_one is is_one_name:
        return [[*parts[0], *nameless]]
    return [*parts, nameless]


def by_name_and_house(everyone: Sequence[Known], common: Commonness) -> Iterator[Duplicate]:
    """Pair people of one name at one place, unless the name is so common there that it says nothing."""
    groups: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for one in everyone:
        if one.house and one.last:
            for given, last in {(one.first, one.last), (one.last, one.first)}:
                for name in forms(given):
                    groups[name, last].append(one)
    for (first, last), group in groups.items():
        if len(group) > 1:
            for members, size in _at_one_house(group, common):
                chance = common.by_chance(first, last, len(group), size)
                if chance < POSSIBLE_BELOW:
                    yield from _namesakes(list(combinations(members, 2)), chance)


def _at_one_house(group: Sequence[Known], common: Commonness) -> Iterator[tuple[Sequence[Known], int]]:
    """Part namesakes by organization, two spellings of one included; say how many people each has."""
    houses: dict[str, list[Known]] = defaultdict(list)
    for one in group:
        houses[one.house].append(one)
    for house, members in houses.items():
        if len(members) > 1:
            yield members, common.houses[house]
    if 1 < len(houses) <= MOST_HOUSES:
        for a, b in combinations(houses, 2):
            if len(houses[a]) == len(houses[b]) == 1 and is_one_house(a, b):
                yield (houses[a][0], houses[b][0]), common.houses[a] + common.houses[b]


def _namesakes(pairs: Sequence[tuple[Known, Known]], chance: float) -> Iterator[Duplicate]:
    """Pair people of one name at one place; where two of them differ, nobody knows which a third is."""
    apart = {pair for pair in pairs if differ(*pair)}
    for pair in pairs:
        if pair not in apart:
            a, b = pair
            surely = chance < LIKELY_BELOW and not apart and a.generation == b.generation
            surely = surely and not are_two_names(a.first, b.first)
            yield _double(pair, Confidence.LIKELY if surely else Confidence.POSSIBLE, "name_and_house")


def by_similar_name(everyone: Sequence[Known], common: Commonness) -> Iterator[Duplicate]:
    """Pair surnames that differ by a slip or an added name, of two of one given name at one place."""
    groups: dict[tuple[str, str, str], list[Known]] = defaultdict(list)
    for one in everyone:
        if one.house and one.last and len(one.first) > 1:
            for letter in {part[0] for part in one.last.split("-") if part}:
                groups[one.house, one.first, letter].append(one)
    for group in groups.values():
        if 1 < len(group) <= MOST_ALIKE:
            for a, b in combinations(group, 2):
                if a.last != b.last and not differ(a, b) and _is_near(a, b, group, common):
                    yield _double((a, b), Confidence.POSSIBLE, "similar_name")


def _is_near(a: Known, b: Known, group: Sequence[Known], common: Commonness) -> bool:
    """Tell a slip, which makes a surname that nobody else has, and a name that was added to another's."""
    if a.last in b.last.split("-") or b.last in a.last.split("-"):
        shared = min(a.last, b.last, key=len)
        return sum(one.last == shared for one in group) == 1
    return min(common.lasts[a.last], common.lasts[b.last]) == 1 and is_slip(a.last, b.last)


def by_rare_name(everyone: Sequence[Known], common: Commonness) -> Iterator[Duplicate]:
    """Pair the two who share a name that chance would hardly bring into this list twice."""
    groups: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    for one in everyone:
        if one.last:
            groups[tuple(sorted((one.first, one.last)))].append(one)
    for group in groups.values():
        if len(group) == 2:  # noqa: PLR2004 - three of a name are no rare name
            a, b = group
            if not differ(a, b) and common.by_chance(a.first, a.last, 2, len(everyone)) < RARE:
                yield _double(group, Confidence.POSSIBLE, "name")
