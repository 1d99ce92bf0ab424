"""Cleaning words: taking contact details and names out of what somebody wrote about somebody."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from infoview.content import words
from infoview.records.contacts import Contact

CONTACT_DETAILS = (
    r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+",
    r"(?:https?://|www\.)?(?:\w+\.)?(?:linkedin\.com/(?:in|pub)|facebook\.com|instagram\.com|(?<!\w)x\.com)/\S+",
    r"(?<![\w.,:/-])(?:\+|\(|0)\d?(?:[ ()./-]{0,2}\d){6,14}(?!\w)",
    r"(?<![\w.,:/-])\d{3}[ .-]\d{3}[ .-]\d{4}(?!\w)",
)
"""E-mail addresses, people's own pages, telephone numbers: with a plus, a nought or a bracket, or 3-3-4."""
TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "mx", "miss", "sir", "dame", "phd", "jr", "sr"})
"""What stands beside a name and tells nobody apart."""
SHORTEST = 2
"""Letters of the shortest part of a name that is looked for alone."""
LITTLE_WORDS = frozenset(
    {"am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it"}
    | {"me", "my", "no", "of", "oh", "on", "or", "so", "to", "up", "us", "we"}
)
"""Words that begin sentences: as a part of a name they are left alone."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019](?!s\b)[^\W\d_]+)*")
_BETWEEN = re.compile(r"[ \t\u00a0.\u2010\u2011-]*")


class Cleaner:
    """Takes out of words what would give people away.

    Args:
        contacts: Everyone whose details and names must not stay.
        names: Whether names may stay. Without, people are called "Person 1" and so on: their whole name, and
            each part of it that is written with a capital; a part that several share becomes "someone".
    """

    def __init__(self, contacts: Iterable[Contact], *, names: bool) -> None:
        self._words = words("exports")["shared"]
        people = tuple(contacts)
        details = {text for one in people for text in (one.email, one.phone, one.url) if text.strip()}
        known = [re.escape(text) for text in sorted(details, key=len, reverse=True)]
        self._details = re.compile("|".join([*known, *CONTACT_DETAILS]), re.IGNORECASE)
        self._persons = {} if names else self._persons_of(one.name for one in people)
        self._parts = self._parts_of(self._persons)
        self._whole = {one.name: self.person(one.name) for one in people if _has_no_capitals(one.name)}
        self._longest = max(map(len, self._persons), default=0)

    def clean(self, text: str) -> str:
        """Take contact details, and names where they must not stay, out of a text."""
        text = self._details.sub(self._words["left_out"], text)
        for name, person in self._whole.items():
            text = text.replace(name, person)
        return self._without_names(text)

    def person(self, name: str) -> str:
        """Tell what a contact is called in the copy."""
        return self._persons.get(_parts_in(name), name)

    def _persons_of(self, names: Iterable[str]) -> dict[tuple[str, ...], str]:
        return {
            parts: self._words["person"].format(number=number)
            for number, parts in enumerate(dict.fromkeys(map(_parts_in, names)), start=1)
        }

    def _parts_of(self, persons: dict[tuple[str, ...], str]) -> dict[str, str]:
        sharing = Counter(part for parts in persons for part in set(parts))
        return {
            part: person if sharing[part] == 1 else self._words["someone"]
            for parts, person in persons.items()
            for part in parts
            if len(part) >= SHORTEST and part not in LITTLE_WORDS
        }

    def _without_names(self, text: str) -> str:
        found = list(_WORD.finditer(text)) if self._persons else []
        made, end, place = [], 0, 0
        while place < len(found):
            length, person = self._named_at(text, found[place : place + self._longest])
            if length:
                made += [text[end : found[place].start()], person]
                end = found[place + length - 1].end()
            place += length or 1
        return "".join([*made, text[end:]])

    def _named_at(self, text: str, found: Sequence[re.Match[str]]) -> tuple[int, str]:
        """Tell how many of these words name somebody, and what to call them; 0 where the first does not."""
        keys = [_key(word[0]) for word in found]
        for length in range(len(found), 1, -1):
            person = self._persons.get(tuple(keys[:length]))
            if person and _one_after_another(text, found[:length]):
                return length, person
        person = self._parts.get(keys[0], "")
        if not person or found[0][0][0].islower():
            return 0, ""
        parts = takewhile(lambda key: self._parts.get(key) == person, keys)
        length = len(list(parts))
        while not _one_after_another(text, found[:length]):
            length -= 1
        return length, person


def _has_no_capitals(name: str) -> bool:
    """Whether a name is written in letters that have no capitals, and so often no blanks around it."""
    return name.upper() == name.lower() and name.strip() != ""


def _one_after_another(text: str, found: Sequence[re.Match[str]]) -> bool:
    gaps = pairwise(found)
    return all(_BETWEEN.fullmatch(text, one.end(), other.start()) for one, other in gaps)


def _parts_in(name: str) -> tuple[str, ...]:
    """Cut a name into its parts, without titles, as they are compared."""
    parts = tuple(_key(word[0]) for word in _WORD.finditer(name))
    return tuple(part for part in parts if part not in TITLES) or (name,)


def _key(word: str) -> str:
    """Write a word as it is compared: without accents and capitals, with plain apostrophes."""
    plain = unicodedata.normalize("NFKD", word.replace("\u2019", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
