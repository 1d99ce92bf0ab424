"""Cleaning words: taking contact details and names out of what somebody wrote about somebody."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile
from urllib.parse import unquote

from infoview.content import words
from infoview.records.contacts import Contact

CONTACT_DETAILS = (
    r"(?<![\w.-])[\w.+'-]+(?:@| ?[\[({] ?(?:at|@) ?[\])}] ?)[\w-]+(?:(?:\.| ?[\[({] ?dot ?[\])}] ?)[\w-]+)+",
    r"(?:https?://|www\.)?(?:\w+\.)?(?:linkedin\.com/(?:in|pub)|facebook\.com|instagram\.com|(?<!\w)x\.com)/\S+",
    r"(?<![\w.,:/-])(?:\+|\(|0)\d?(?:[ ()./-]{0,2}\d){6,14}(?!\w)",
    r"(?<![\w.,:/-])\d{3}[ .-]\d{3}[ .-]\d{4}(?!\w)",
)
"""E-mail addresses, also with [at] and (dot); people's own pages; telephone numbers: with a plus, a nought or
a bracket, or 3-3-4."""
FEWEST_WORDS = 3
"""Words that a line said in confidence has at least, to be known again in another text."""
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
_ADDRESS = re.compile(
    r"((?:https?://|www\.)[\w.:@%~-]*\w|(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,}(?=/))"
    r"([/?#](?:\S*[^\s.,;:!?()\[\]{}'\"\u2019\u201d])?)?",
    re.IGNORECASE,
)
"""A web address: its host, and what stands behind that."""
_PIECE = re.compile(r"[a-z]+|\d+|[^\W\da-z_]")
_DETAILS = re.compile("|".join(CONTACT_DETAILS), re.IGNORECASE)
_BETWEEN = re.compile(r"[ \t\u00a0.\u2010\u2011-]*")


class Cleaner:
    """Takes out of words what would give people away.

    Args:
        contacts: Everyone whose details and names must not stay.
        names: Whether names may stay. Without, people are called "Person 1" and so on: their whole name, and
            each part of it; a part that several share becomes "someone". A part that is an everyday word or
            has two letters, as "Will" or "Li", is one only with a capital. Of a web address with a name in it
            only the host is kept. Two people of one name are two persons; where only the name stands, it
            is "someone".
        secrets: What was said in confidence: where it stands in another text word for word, it is left out.
    """

    def __init__(self, contacts: Iterable[Contact], *, names: bool, secrets: Iterable[str] = ()) -> None:
        self._words = words("exports")["shared"]
        people = tuple(contacts)
        self._known = _by_rarest_piece(detail for person in people for detail in _details_of(person))
        self._secrets = _lines_of(secrets)
        self._called = {} if names else self._numbers_of(people)
        self._persons = {} if names else self._persons_of(people)
        self._parts = self._parts_of(self._persons)
        self._handles = {handle for parts in self._persons for handle in _handles_of(parts)}
        self._whole = {
            person.name: self.person(person.name) for person in people if _has_no_capitals(person.name)
        }
        self._longest = max(map(len, self._persons), default=0)

    def clean(self, text: str) -> str:
        """Take contact details, and names where they must not stay, out of a text."""
        for secret in self._secrets:
            text = secret.sub(self._words["left_out"], text)
        text = self._details_in(text).sub(self._words["left_out"], text)
        if self._persons:
            text = _ADDRESS.sub(self._address, text)
        for name, person in self._whole.items():
            text = text.replace(name, person)
        return self._without_names(text)

    def person(self, name: str) -> str:
        """Tell what somebody of a name is called in the copy."""
        return self._persons.get(_parts_in(name), name)

    def contact(self, contact: Contact) -> str:
        """Tell what a contact is called in the copy, each by a name of their own."""
        return self._called.get(contact) or self.person(contact.name)

    def _numbers_of(self, people: Sequence[Contact]) -> dict[Contact, str]:
        """Number the contacts, each with as many digits as the last, so that they stand in their order."""
        digits = len(str(len(people)))
        return {
            one: self._words["person"].format(number=f"{number:0{digits}}")
            for number, one in enumerate(people, start=1)
        }

    def _persons_of(self, people: Sequence[Contact]) -> dict[tuple[str, ...], str]:
        called: dict[tuple[str, ...], str] = {}
        for person in people:
            parts = _parts_in(person.name)
            called[parts] = self._words["someone"] if parts in called else self._called[person]
        return called

    def _parts_of(self, persons: dict[tuple[str, ...], str]) -> dict[str, str]:
        sharing = Counter(part for parts in persons for part in set(parts))
        return {
            part: person if sharing[part] == 1 else self._words["someone"]
            for parts, person in persons.items()
            for part in parts
            if len(part) >= SHORTEST and part not in LITTLE_WORDS
        }

    def _details_in(self, text: str) -> re.Pattern[str]:
        """Look for contact details of any kind, and for those known ones that stand in this text."""
        small = text.lower()
        pieces = set(_PIECE.findall(small)) if self._known else ()
        found = {known for piece in pieces for known in self._known.get(piece, ()) if known in small}
        if not found:
            return _DETAILS
        known = map(re.escape, sorted(found, key=len, reverse=True))
        return re.compile("|".join([*known, *CONTACT_DETAILS]), re.IGNORECASE)

    def _address(self, found: re.Match[str]) -> str:
        """Cut a web address down to what names nobody; everyday words count only behind the host."""
        host, path = (set(_keys(unquote(part or ""))) & self._handles for part in found.groups())
        if any(map(_is_telling, host)):
            return str(self._words["left_out"])
        return found[1] if path else found[0]

    def _without_names(self, text: str) -> str:
        found = [word for word in _WORD.finditer(text) if _key(word[0])] if self._persons else []
        keys = [_key(word[0]) for word in found]
        made, end, place = [], 0, 0
        while place < len(found):
            ahead = slice(place, place + self._longest)
            length, person = self._named_at(text, found[ahead], keys[ahead])
            if length:
                made += [text[end : found[place].start()], person]
                end = found[place + length - 1].end()
            place += length or 1
        return "".join([*made, text[end:]])

    def _named_at(self, text: str, found: Sequence[re.Match[str]], keys: Sequence[str]) -> tuple[int, str]:
        """Tell how many of these words name somebody, and what to call them; 0 where the first does not."""
        for length in range(len(found), 1, -1):
            person = self._persons.get(tuple(keys[:length]))
            if person and _one_after_another(text, found[:length]):
                return length, person
        person = self._parts.get(keys[0], "")
        if not person:
            return 0, ""
        length = len(list(takewhile(lambda key: self._parts.get(key) == person, keys)))
        while not _one_after_another(text, found[:length]):
            length -= 1
        is_name = not found[0][0][0].islower() or any(map(_is_telling, keys[:length]))
        return (length, person) if is_name else (0, "")


def _details_of(contact: Contact) -> Iterator[str]:
    """Tell how to reach somebody; a place with a number in it, as a street has, is one of the ways."""
    yield from (contact.email, contact.phone, contact.url)
    for place in re.split(r"[,;\n]", contact.location):
        if any(map(str.isdigit, place)) and any(map(str.isalpha, place)):
            yield place


def _lines_of(secrets: Iterable[str]) -> list[re.Pattern[str]]:
    """Look for each line that was said in confidence, however it is broken and capitalised elsewhere."""
    lines = (line.strip(" .!?\"'“”") for secret in secrets for line in secret.splitlines())
    return [
        re.compile(r"\s+".join(map(re.escape, line.split())), re.IGNORECASE)
        for line in lines
        if len(line.split()) >= FEWEST_WORDS
    ]


def _by_rarest_piece(details: Iterable[str]) -> dict[str, list[str]]:
    """Sort details, in small letters, by a piece few of them have: so those in a text are found at once."""
    pieces = {small: _PIECE.findall(small) for small in (detail.strip().lower() for detail in details)}
    often = Counter(piece for those in pieces.values() for piece in those)
    known: dict[str, list[str]] = {}
    for small, those in pieces.items():
        if those:
            known.setdefault(min(those, key=often.__getitem__), []).append(small)
    return known


def _handles_of(parts: tuple[str, ...]) -> Iterator[str]:
    """Write a name as addresses do: each part of it, and first and last together."""
    plain = [letters for part in parts if (letters := part.replace("'", ""))]
    yield from (part for part in (*parts, *plain) if len(part) >= SHORTEST and part not in LITTLE_WORDS)
    if len(plain) > 1:
        first, last = plain[0], plain[-1]
        yield from ("".join(plain), first + last, last + first, first[0] + last)


@cache
def _everyday() -> frozenset[str]:
    """Short words written in small letters every day: as a part of a name they count only with a capital."""
    return frozenset(words("exports")["shared"]["everyday"].split())


def _is_telling(part: str) -> bool:
    """Whether a part of a name is one in small letters too."""
    return len(part) > SHORTEST and part not in _everyday()


def _has_no_capitals(name: str) -> bool:
    """Whether a name is written in letters that have no capitals, and so often no blanks around it."""
    return name.upper() == name.lower() and name.strip() != ""


def _one_after_another(text: str, found: Sequence[re.Match[str]]) -> bool:
    gaps = pairwise(found)
    return all(_BETWEEN.fullmatch(text, one.end(), other.start()) for one, other in gaps)


def _parts_in(name: str) -> tuple[str, ...]:
    """Cut a name into its parts, without titles, as they are compared."""
    parts = _keys(name)
    return tuple(part for part in parts if part not in TITLES) or (name,)


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key for word in _WORD.finditer(text) if (key := _key(word[0])))


def _key(word: str) -> str:
    """Write a word as it is compared: without accents and capitals, with plain apostrophes."""
    plain = unicodedata.normalize("NFKD", word.replace("\u2019", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
