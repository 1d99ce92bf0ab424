"""People who are in a list twice; what helps to see it is in `content/nicknames.toml`.

Rather too few than too many: in a list of thousands, dozens of people share a name with someone else.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import combinations
from typing import Protocol

from infoview.addresses import page_key
from infoview.content import words

MOST_NAMESAKES = 12
"""More entries with one name at one place are colleagues, or a list of placeholders; not one person."""
RARE = 0.05
"""A name is rare in a list into which chance alone would bring fewer people of that name than this."""
SIMILAR = 0.85


class Confidence(StrEnum):
    """How sure it is that entries are one person; only `CERTAIN` ones are ever merged unasked."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


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
class Duplicate:
    """Entries that are, or may be, one person; `places` count from 0 in what was asked about."""

    places: tuple[int, ...]
    confidence: Confidence
    reason: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What of an entry can be compared with others."""

    place: int
    name: str
    tokens: tuple[str, ...]
    emails: frozenset[str]
    profile: str
    house: str

    @property
    def first(self) -> str:
        return self.tokens[0] if self.tokens else ""

    @property
    def last(self) -> str:
        return self.tokens[-1] if len(self.tokens) > 1 else ""


def find(people: Sequence[Entry]) -> tuple[Duplicate, ...]:
    """Find entries that are one person, the surest first.

    The same address or profile page is certain; the same name at the same place is likely, with nicknames,
    accents, titles and the order of names set aside; a name alone is possible where it is rare in this list.
    """
    known = [_known(place, person) for place, person in enumerate(people)]
    found: dict[tuple[int, ...], Duplicate] = {}
    together: dict[int, int] = {}
    for double in _certain(people, known.__getitem__):
        found[double.places] = double
        if double.confidence is Confidence.CERTAIN:
            together |= dict.fromkeys(double.places, double.places[0])
    for double in (*_same_name_and_house(known), *_similar_name(known), *_rare_name(known)):
        a, b = double.places
        if together.get(a, a) != together.get(b, b):
            found.setdefault(double.places, double)
    order = list(Confidence)
    return tuple(sorted(found.values(), key=lambda double: (order.index(double.confidence), double.places)))


def find_certain(people: Sequence[Entry]) -> tuple[Duplicate, ...]:
    """Find only the entries that are certainly one person."""
    found = _certain(people, lambda place: _known(place, people[place]))
    return tuple(double for double in found if double.confidence is Confidence.CERTAIN)


def fold(text: str) -> str:
    """Write a name so that its spellings meet: no accents, ü and ue as u, ß as ss, small letters."""
    small = text.casefold()
    if not small.isascii():
        parts = unicodedata.normalize("NFKD", small.translate(_LETTERS))
        small = unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))
    return small.replace("ae", "a").replace("oe", "o").replace("ue", "u")


_LETTERS = str.maketrans("øæœåłđð", "oaoaldd")
_INSIDE = re.compile(r"\([^)]*\)|\"[^\"]*\"|“[^”]*”|\[[^\]]*\]")


@cache
def _words_of(part: str) -> frozenset[str]:
    return frozenset(words("nicknames")[part])


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """List for each given name what it may be short for, or long for."""
    table: dict[str, set[str]] = defaultdict(set)
    for group in words("nicknames")["groups"]:
        names = [fold(name) for name in group.split()]
        for name in names:
            table[name].add(names[0])
    return {name: tuple(sorted(heads | {name})) for name, heads in table.items()}


def _given(name: str) -> tuple[str, ...]:
    return _groups().get(name, (name,))


def _emails(person: Entry) -> frozenset[str]:
    return frozenset(map(_address, getattr(person, "emails", ()) or filter(None, [person.email])))


def _known(place: int, person: Entry) -> _Known:
    tokens = () if "@" in person.name else _tokens(person.name)
    return _Known(
        place,
        person.name,
        tokens,
        _emails(person),
        page_key(person.url) if person.url else "",
        house(person.organization),
    )


def _tokens(name: str) -> tuple[str, ...]:
    """Cut a name into its words, given name first, without titles and degrees."""
    plain = _APOSTROPHES.sub("", fold(_INSIDE.sub(" ", name) or name))
    before, comma, after = plain.partition(",")
    if comma:
        rest = _WORD.findall(after)
        plain = before if all(map(_is_credential, rest)) else f"{after} {before}"
    found = [part for word in _WORD.findall(plain) if (part := word.strip("-"))]
    while len(found) > 2 and _is_credential(found[-1]):  # noqa: PLR2004 - a name keeps two words
        found.pop()
    while len(found) > 1 and found[0] in _words_of("titles"):
        found.pop(0)
    if len(found) == 1 and _HAN_OR_HANGUL.fullmatch(found[0]):
        return (found[0][1:], found[0][0])  # the surname is the first sign, and nothing stands between
    return (*found[0].split("-"), *found[1:]) if found else ()


_WORD = re.compile(r"(?:[^\W\d_]|-)+")
_APOSTROPHES = re.compile(r"['’ʼ`]")  # noqa: RUF001 - as keyboards and phones write them
_HAN_OR_HANGUL = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]{2,4}")


def _is_credential(word: str) -> bool:
    return all(part in _words_of("credentials") for part in word.split("-"))


def _address(email: str) -> str:
    """Write an address in the one way its spellings share; Gmail sets dots and what follows a + aside."""
    local, _, domain = email.casefold().rpartition("@")
    if domain in {"gmail.com", "googlemail.com"}:
        return f"{local.partition('+')[0].replace('.', '')}@gmail.com"
    return f"{local}@{domain}"


@lru_cache(maxsize=65_536)
def house(name: str) -> str:
    """Write an organization without its legal form: "Müller GmbH & Co. KG" is "muller"."""
    plain = re.sub(r"\([^)]*\)", " ", fold(name)).replace(".", "")
    found = [word for word in re.split(r"[\W_]+", plain) if word]
    telling = [word for word in found if word not in _words_of("companies")]
    return " ".join(telling or found)


def _same_house(a: str, b: str) -> bool:
    """Tell one organization under two spellings: a longer form, initials, a slip of the pen."""
    if not a or not b:
        return False
    if a == b or f"{b} ".startswith(f"{a} ") or f"{a} ".startswith(f"{b} "):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) > 1 and short == "".join(word[0] for word in long.split()):
        return True
    return len(short) > 5 and _likeness(a, b) > 0.9  # noqa: PLR2004 - below six letters one slip makes another word


def _likeness(a: str, b: str) -> float:
    try:
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - compiled, and not everywhere
    except ImportError:
        from difflib import SequenceMatcher  # noqa: PLC0415 - only where the faster one is missing

        return SequenceMatcher(None, a, b, autojunk=False).ratio()
    return float(ratio(a, b)) / 100


def _is_profile(key: str) -> bool:
    return key.startswith("linkedin.com/")


def _differ(a: _Known, b: _Known) -> bool:
    """Tell two people for certain: by two LinkedIn profiles, or as j.smith and j.smith2 of one house."""
    if _is_profile(a.profile) and _is_profile(b.profile) and a.profile != b.profile:
        return True
    numbered = {_DIGITS.sub("", email) for email in a.emails} & {_DIGITS.sub("", email) for email in b.emails}
    return bool(numbered) and not a.emails & b.emails


_DIGITS = re.compile(r"\d+(?=@)")


def _alike(a: _Known, b: _Known) -> bool:
    """Tell whether two names can belong to one person: a missing name, a shared word, initials."""
    if not a.tokens or not b.tokens or set(a.tokens) & set(b.tokens) - _words_of("titles"):
        return True
    if set(_given(a.first)) & set(_given(b.first)):
        return True
    return fold(a.name).replace(" ", "") == fold(b.name).replace(" ", "")


def _certain(people: Sequence[Entry], known: Callable[[int], _Known]) -> Iterator[Duplicate]:
    """Group by address and by profile page; a house's own mailbox or page joins only whole names."""
    keys: dict[str, list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        for email in _emails(person):
            keys[f"address {email}"].append(place)
        if person.url and "/" in (profile := page_key(person.url)):
            keys[f"profile {profile}"].append(place)
    for key, group in keys.items():
        if len(group) > 1:
            yield from _judged(key, [known(place) for place in group])


def _judged(key: str, group: Sequence[_Known]) -> Iterator[Duplicate]:
    """Say what it means that these entries share an address or a page."""
    kind, _, shared = key.partition(" ")
    if _is_profile(shared):
        yield _double(group, Confidence.CERTAIN, "profile")
        return
    of_a_house = kind == "profile" or shared.partition("@")[0] in _words_of("mailboxes")
    parts = _of_one_name(group, _same_name if of_a_house else _one_name)
    yield from (_double(part, Confidence.CERTAIN, kind) for part in parts if len(part) > 1)
    if len(group) == 2 and not of_a_house and not _alike(*group):  # noqa: PLR2004 - more share a mailbox
        yield _double(group, Confidence.POSSIBLE, "shared_address")


def _of_one_name(
    group: Sequence[_Known], is_one: Callable[[_Known, _Known], bool]
) -> Sequence[Sequence[_Known]]:
    """Part the people behind one address by their names: a couple may share it, or a whole office."""
    parts: list[list[_Known]] = []
    for one in group:
        part = next((part for part in parts if one.tokens and is_one(part[0], one)), None)
        if part is not None:
            part.append(one)
        elif one.tokens:
            parts.append([one])
    nameless = [one for one in group if not one.tokens]
    if len(parts) == 1 and is_one is _one_name:
        return [[*parts[0], *nameless]]
    return [*parts, nameless]


def _same_name(a: _Known, b: _Known) -> bool:
    """Tell one name, whatever its order and its middle names."""
    return {a.first, a.last} == {b.first, b.last}


def _one_name(a: _Known, b: _Known) -> bool:
    """Tell one given name in two forms, an initial for it, or one name in another order."""
    if set(_given(a.first)) & set(_given(b.first)) or _same_name(a, b):
        return True
    return a.first[0] == b.first[0] and 1 in {len(a.first), len(b.first)}


def _double(group: Iterable[_Known], confidence: Confidence, reason: str) -> Duplicate:
    entries = sorted(group, key=lambda one: one.place)
    sentence = words("nicknames")["reasons"][reason].replace("{name}", entries[0].name)
    return Duplicate(tuple(one.place for one in entries), confidence, sentence)


def _same_name_and_house(known: Sequence[_Known]) -> Iterator[Duplicate]:
    groups: dict[tuple[str, str], list[_Known]] = defaultdict(list)
    for one in known:
        if one.house and one.last:
            for given, last in {(one.first, one.last), (one.last, one.first)}:
                for name in _given(given):
                    groups[name, last].append(one)
    for group in groups.values():
        if len(group) > 1:
            yield from _at_one_house(group)


def _at_one_house(group: Sequence[_Known]) -> Iterator[Duplicate]:
    """Pair namesakes whose organizations are one; too many of a name at one place say nothing."""
    houses: dict[str, list[_Known]] = defaultdict(list)
    for one in group:
        houses[one.house].append(one)
    for members in houses.values():
        if len(members) <= MOST_NAMESAKES:
            yield from _pairs(combinations(members, 2), Confidence.LIKELY, "name_and_house")
    if 1 < len(houses) <= MOST_NAMESAKES:
        for a, b in combinations(houses, 2):
            if len(houses[a]) == len(houses[b]) == 1 and _same_house(a, b):
                yield from _pairs([(houses[a][0], houses[b][0])], Confidence.LIKELY, "name_and_house")


def _pairs(
    pairs: Iterable[tuple[_Known, _Known]], confidence: Confidence, reason: str
) -> Iterator[Duplicate]:
    for a, b in pairs:
        if a.place != b.place and not _differ(a, b) and not _other_middle(a, b):
            yield _double((a, b), confidence, reason)


def _other_middle(a: _Known, b: _Known) -> bool:
    """Tell Anna B. Park from Anna C. Park."""
    middles = [{token[0] for token in one.tokens[1:-1]} for one in (a, b)]
    return bool(middles[0]) and bool(middles[1]) and not middles[0] & middles[1]


def _similar_name(known: Sequence[_Known]) -> Iterator[Duplicate]:
    """Pair surnames that differ by a slip, of people with one given name at one place."""
    groups: dict[tuple[str, str], list[_Known]] = defaultdict(list)
    for one in known:
        if one.house and len(one.last) > 4 and len(one.first) > 1:  # noqa: PLR2004 - in a short name a slip is another name
            groups[one.house, one.first].append(one)
    for group in groups.values():
        if 1 < len(group) <= MOST_NAMESAKES:
            close = (
                (a, b)
                for a, b in combinations(group, 2)
                if a.last != b.last and not _differ(a, b) and _near(a.last, b.last)
            )
            yield from _pairs(close, Confidence.POSSIBLE, "similar_name")


def _near(a: str, b: str) -> bool:
    return a in b.split("-") or b in a.split("-") or (a[0] == b[0] and _likeness(a, b) >= SIMILAR)


def _rare_name(known: Sequence[_Known]) -> Iterator[Duplicate]:
    """Pair the two who share a name that chance would hardly bring into this list twice."""
    groups: dict[tuple[str, ...], list[_Known]] = defaultdict(list)
    firsts: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    for one in known:
        if one.last:
            groups[tuple(sorted((one.first, one.last)))].append(one)
            firsts[one.first] += 1
            lasts[one.last] += 1
    for group in groups.values():
        if len(group) == 2:  # noqa: PLR2004 - three of a name are no rare name
            a, b = group
            by_chance = (firsts[a.first] - 1) * (lasts[a.last] - 1) / len(known)
            others = firsts[a.first] > 2 and lasts[a.last] > 2  # noqa: PLR2004 - beyond these two
            if not others or by_chance < RARE:
                yield from _pairs([(a, b)], Confidence.POSSIBLE, "name")
