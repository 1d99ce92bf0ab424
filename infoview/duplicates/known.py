"""What of an entry can be compared with others, and how often chance alone brings two of a name together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from infoview.text.addresses import page_key
from infoview.text.names import cut, fold, forms, house

LEAST = 200
"""A list shorter than this tells nothing of how common a name is; it is taken for so long."""
_OWN = ("email", "emails", "phone", "phones", "url")
_SAID = ("name", "organization", "title", "location", "note", "connected_on")
_PLAIN_PROFILE = "https://www.linkedin.com/in/"
_WRITTEN = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+(?=@)")


class Entry(Protocol):
    """What an entry must tell about a person."""

    @property
    def name(self) -> str:
        """The whole name."""

    @property
    def email(self) -> str:
        """The first address, or ""."""

    @property
    def url(self) -> str:
        """The profile page, or ""."""

    @property
    def organization(self) -> str:
        """Where they work, or ""."""

    @property
    def title(self) -> str:
        """What they do there, or ""."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared: a name's words, `first` and `last` among them, addresses, profile, house, title."""

    place: int
    name: str
    tokens: tuple[str, ...]
    first: str
    last: str
    generation: str
    emails: frozenset[str]
    profile: str
    house: str
    title: str


def known(place: int, person: Entry) -> Known:
    """Take down what of an entry is compared."""
    tokens, generation = ((), "") if "@" in person.name else cut(person.name)
    return Known(
        place,
        person.name,
        tokens,
        tokens[0] if tokens else "",
        tokens[-1] if len(tokens) > 1 else "",
        generation,
        emails(person),
        page(person.url) if person.url else "",
        house(person.organization),
        " ".join(fold(person.title).split()) if person.title else "",
    )


def emails(person: Entry) -> frozenset[str]:
    """Collect someone's addresses, each written in the one way its spellings share."""
    return frozenset(map(one_spelling, getattr(person, "emails", ()) or filter(None, [person.email])))


def one_spelling(email: str) -> str:
    """Write an address in the one way its spellings share; Gmail sets dots and what follows a + aside."""
    local, _, domain = email.casefold().rpartition("@")
    if domain in {"gmail.com", "googlemail.com"}:
        return f"{local.partition('+')[0].replace('.', '')}@gmail.com"
    return f"{local}@{domain}"


def page(url: str) -> str:
    """Write a page's address in the one way its spellings share; most of a long list have that already."""
    handle = url.removeprefix(_PLAIN_PROFILE)
    if handle is not url and handle.isascii() and handle.islower() and handle.replace("-", "").isalnum():
        return f"linkedin.com/in/{handle}"
    return page_key(url)


def is_profile(key: str) -> bool:
    """Tell a page that is one person's own."""
    return key.startswith("linkedin.com/")


def have_two_profiles(a: Known, b: Known) -> bool:
    """Tell two who have each a profile page of their own."""
    return is_profile(a.profile) and is_profile(b.profile) and a.profile != b.profile


def are_two_people(a: Known, b: Known) -> bool:
    """Tell two people for certain: as Jr. and Sr., as j.smith and j.smith2 of one house, by a middle name."""
    if a.generation and b.generation and a.generation != b.generation:
        return True
    numbered = {_DIGITS.sub("", email) for email in a.emails} & {_DIGITS.sub("", email) for email in b.emails}
    return (bool(numbered) and not a.emails & b.emails) or _other_middle(a, b)


def _other_middle(a: Known, b: Known) -> bool:
    """Tell Anna B. Park from Anna C. Park."""
    middles = [{token[0] for token in entry.tokens[1:-1]} for entry in (a, b)]
    return bool(middles[0]) and bool(middles[1]) and not middles[0] & middles[1]


def is_same_name(a: Known, b: Known) -> bool:
    """Tell one name, whatever its order and its middle names."""
    return {a.first, a.last} == {b.first, b.last}


def is_one_name(a: Known, b: Known) -> bool:
    """Tell one given name in two forms, an initial for it, or one name in another order."""
    if forms(a.first) & forms(b.first) or is_same_name(a, b):
        return True
    return a.first[0] == b.first[0] and 1 in {len(a.first), len(b.first)}


def is_spelled_otherwise(a: Known, b: Known) -> bool:
    """Tell one name written in two ways: with a short form, with an accent or without."""
    if a.last != b.last:
        return False
    if a.first != b.first:
        return True
    apart = _as_written(a) ^ _as_written(b)
    return len(set(map(fold, apart))) < len(apart)


def _as_written(one: Known) -> set[str]:
    return set(_WRITTEN.findall(unicodedata.normalize("NFC", one.name.lower())))


def record(person: Entry) -> tuple[object, ...] | None:
    """Take down all that an entry says; None for one that says too little to be known again by it.

    A name, an organization, a title and a place can be those of two people. An address, a telephone number
    or a page beside them are not the same twice by chance.
    """
    own = tuple(getattr(person, name, "") for name in _OWN)
    said = tuple(getattr(person, name, "") for name in _SAID)
    return (*said, *own) if person.name and any(own) else None


class Commonness:
    """How common names, organizations and titles are in a list, counted in the list itself."""

    def __init__(self, everyone: Sequence[Known]) -> None:
        self._size = max(len(everyone), LEAST)
        self._firsts: Counter[str] = Counter()
        self.lasts: Counter[str] = Counter()
        self._there: Counter[tuple[str, str]] = Counter()
        for entry in everyone:
            self._there[entry.house, ""] += 1
            if entry.title:
                self._there[entry.house, entry.title] += 1
            if entry.last:
                self._firsts.update(forms(entry.first))
                self.lasts[entry.last] += 1

    def at(self, houses: Iterable[str], title: str = "") -> int:
        """Count the people at an organization, under all its spellings; with a title, those who have it."""
        return sum(self._there[house, title] for house in houses)

    def by_chance(self, first: str, last: str, namesakes: int, among: int) -> float:
        """Say how many more of a name chance brings among so many people, those of it seen set aside.

        Args:
            first: The given name, or what it is short for.
            last: The surname.
            namesakes: How many others of the whole list have just this name.
            among: How many people there are where the two met: at a house, with one title there, in the list.
        """
        put_together = self._share(self._firsts[first]) * self._share(self.lasts[last])
        return max(put_together, max(namesakes, 0) / self._size) * among

    def _share(self, times: int) -> float:
        """How often others have a name; even one nobody else has is not impossible."""
        return (max(times - 2, 0) + 0.5) / self._size
