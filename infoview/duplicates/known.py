"""What of an entry can be compared with others, and how often chance alone brings two of a name together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from infoview.text.addresses import page_key
from infoview.text.names import cut, forms, house, listed

LEAST = 200
"""A list shorter than this tells nothing of how common a name is; it is taken for so long."""
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


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared: the words of a name, `first` and `last` among them, addresses, profile, house."""

    place: int
    name: str
    tokens: tuple[str, ...]
    first: str
    last: str
    generation: str
    emails: frozenset[str]
    profile: str
    house: str


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
        page_key(person.url) if person.url else "",
        house(person.organization),
    )


def emails(person: Entry) -> frozenset[str]:
    """Collect someone's addresses, each written in the one way its spellings share."""
    return frozenset(map(_address, getattr(person, "emails", ()) or filter(None, [person.email])))


def _address(email: str) -> str:
    """Gmail sets dots and what follows a + aside."""
    local, _, domain = email.casefold().rpartition("@")
    if domain in {"gmail.com", "googlemail.com"}:
        return f"{local.partition('+')[0].replace('.', '')}@gmail.com"
    return f"{local}@{domain}"


def is_profile(key: str) -> bool:
    """Tell a page that is one person's own."""
    return key.startswith("linkedin.com/")


def differ(a: Known, b: Known) -> bool:
    """Tell two people for certain: by two profiles, as j.smith and j.smith2 of one house, as Jr. and Sr."""
    if is_profile(a.profile) and is_profile(b.profile) and a.profile != b.profile:
        return True
    if a.generation and b.generation and a.generation != b.generation:
        return True
    numbered = {_DIGITS.sub("", email) for email in a.emails} & {_DIGITS.sub("", email) for email in b.emails}
    return (bool(numbered) and not a.emails & b.emails) or _other_middle(a, b)


def _other_middle(a: Known, b: Known) -> bool:
    """Tell Anna B. Park from Anna C. Park."""
    middles = [{token[0] for token in one.tokens[1:-1]} for one in (a, b)]
    return bool(middles[0]) and bool(middles[1]) and not middles[0] & middles[1]


def is_alike(a: Known, b: Known) -> bool:
    """Tell whether two names can belong to one person: a missing name, a shared word, a short form."""
    if not a.tokens or not b.tokens or set(a.tokens) & set(b.tokens) - listed("titles"):
        return True
    return bool(forms(a.first) & forms(b.first)) or "".join(a.tokens) == "".join(b.tokens)


def is_same_name(a: Known, b: Known) -> bool:
    """Tell one name, whatever its order and its middle names."""
    return {a.first, a.last} == {b.first, b.last}


def is_one_name(a: Known, b: Known) -> bool:
    """Tell one given name in two forms, an initial for it, or one name in another order."""
    if forms(a.first) & forms(b.first) or is_same_name(a, b):
        return True
    return a.first[0] == b.first[0] and 1 in {len(a.first), len(b.first)}


class Commonness:
    """How common names are in a list, counted in the list itself."""

    def __init__(self, everyone: Sequence[Known]) -> None:
        self._size = max(len(everyone), LEAST)
        self._firsts: Counter[str] = Counter()
        self.lasts: Counter[str] = Counter()
        self.houses: Counter[str] = Counter(one.house for one in everyone)
        for one in everyone:
            if one.last:
                self._firsts.update(forms(one.first))
                self.lasts[one.last] += 1

    def by_chance(self, first: str, last: str, namesakes: int, among: int) -> float:
        """Say how many more of a name chance brings among so many people, two of it aside.

        Args:
            first: The given name, or what it is short for.
            last: The surname.
            namesakes: How many of the whole list have just this name.
            among: How many people there are where the two met: a house, or the list.
        """
        put_together = self._share(self._firsts[first]) * self._share(self.lasts[last])
        return max(put_together, (namesakes - 2) / self._size) * among

    def _share(self, times: int) -> float:
        """How often others have a name; even one nobody else has is not impossible."""
        return (max(times - 2, 0) + 0.5) / self._size
