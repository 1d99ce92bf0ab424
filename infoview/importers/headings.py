"""What a heading of a table says: which field its column holds, and whose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from infoview.content import words
from infoview.importers import consent

FIELDS = (
    "name", "first_name", "middle_name", "last_name", "prefix", "suffix", "nickname", "email", "phone",
    "organization", "department", "title", "location", "city", "state", "country", "linkedin", "url",
    "connected_on", "note", "detail", "keep_out", "may_contact",
)  # fmt: skip
"""What a person can say that a column holds."""
_READ_AS_WELL = ("phonetic_first", "phonetic_last")
_GO_FIRST = ("email", "phone", "linkedin")
_GO_LAST = ("organization",)
_PAGES = {"linkedin", "url"}
_PLAIN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})  # noqa: RUF001 - the Turkish one


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading means.

    Attributes:
        field: One of `FIELDS`, or "".
        owner: Whose it is: "" for the person of the row, else the first word of a line in `owner`.
        sure: Whether the whole heading is known; where only a part of it is, the cells have to agree.
    """

    field: str = ""
    owner: str = ""
    sure: bool = False


@lru_cache(maxsize=4_096)
def plain(text: str) -> str:
    """Write a heading as the word lists do: small letters, no accents, no signs, no numbers."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text[:200].replace("(s)", "s"))
    bare = unicodedata.normalize("NFKD", spaced.casefold().translate(_PLAIN_LETTERS))
    letters = "".join(c for c in bare if not unicodedata.combining(c)).replace("'s", "s").replace("’s", "s")  # noqa: RUF001 - as typed by Word
    found = (word for word in re.split(r"[\W_]+", letters) if word and not word.isdigit())
    return unicodedata.normalize("NFC", " ".join(found))


@cache
def _exact() -> dict[str, str]:
    fields = (*FIELDS, *_READ_AS_WELL)
    return {plain(word): field for field in fields for word in words("columns")[field].get("exact", ())}


@cache
def _within() -> tuple[tuple[str, str], ...]:
    """List the words that may stand inside a heading, the most telling first.

    "Company phone" is a phone; of other words the longest wins; what is left may be an organization.
    """
    pairs = [(word, field) for field in FIELDS for word in words("columns")[field].get("within", ())]

    def rank(pair: tuple[str, str]) -> tuple[int, int]:
        word, field = pair
        return (0 if field in _GO_FIRST else 2 if field in _GO_LAST else 1, -len(word))

    return tuple(sorted(pairs, key=rank))


@cache
def _own() -> tuple[str, ...]:
    return tuple(sorted(words("columns")["owner"]["own"], key=len, reverse=True))


@cache
def _owners() -> tuple[tuple[str, str], ...]:
    """List the words that say whose else's a column is, each with its owner, the longest first."""
    said = words("columns")["owner"]
    lines = [(word, line[0]) for part in ("others", "perhaps") for line in said[part] for word in line]
    return tuple(sorted(lines, key=lambda pair: (pair[1] not in owners("others"), -len(pair[0]))))


@cache
def owners(part: str) -> tuple[str, ...]:
    """List the owners of one part of `owner`, "perhaps" or "others", whoever is more likely first."""
    return tuple(line[0] for line in words("columns")["owner"][part])


@lru_cache(maxsize=4_096)
def meaning(heading: str) -> Meaning:
    """Tell what one heading means; a meaning without a field where nobody can know."""
    key = plain(heading)
    asked = consent.asked(key)
    if asked in {"keep_out", "may_contact"}:
        return Meaning(asked, sure=True)
    if field := _exact().get(key):
        return Meaning(field, sure=True)
    if asked or _has(key, words("columns")["never"]["within"]):
        return Meaning()
    rest = _without(key, _own())
    if field := _exact().get(_told(rest)):
        return Meaning(field, sure=True)
    return _anothers(key, *_owner(rest))


def _anothers(key: str, owner: str, rest: str) -> Meaning:
    """Tell what a heading means that says whose else's it is, or of which only a part is known."""
    told = _told(rest)
    if not told and key in _somebody():
        return Meaning("name", owner)
    exact = _exact().get(told)
    field = exact or _part(told) or _part(key)
    if not told and field in _GO_LAST:
        return Meaning(field)  # "Current employer": the word for whose it is tells what it is
    return Meaning() if field in _PAGES and owner == "company" else Meaning(field, owner, sure=bool(exact))


def field_of(heading: str) -> str:
    """Tell which field a heading known as a whole stands for, of whomever; "" where nobody can know."""
    found = meaning(heading)
    return found.field if found.sure else ""


def _part(key: str) -> str:
    return next((field for word, field in _within() if f" {word} " in f" {key} "), "")


def _has(key: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in f" {key} " for phrase in phrases)


def _owner(key: str) -> tuple[str, str]:
    """Take the words off that say whose else's it is."""
    found = next((owner for word, owner in _owners() if f" {word} " in f" {key} "), "")
    return found, _without(key, [word for word, owner in _owners() if owner == found]) if found else key


def _without(key: str, phrases: Iterable[str]) -> str:
    rest = f" {key} "
    for phrase in phrases:
        rest = rest.replace(f" {phrase} ", " ")
    return rest.strip()


def _told(rest: str) -> str:
    """Leave the words out that stand around the one that tells."""
    around = words("columns")["around"]["words"]
    return " ".join(word for word in rest.split() if word not in around)


@cache
def _somebody() -> frozenset[str]:
    """List the words that alone are the heading of a column of names: "Student", "Buyer"."""
    said = words("columns")["owner"]
    people = {word for word, _ in _owners()} | set(said["own"])
    return frozenset(people - set(said["things"]))
