"""Signs: patterns that the content names, and the search for them in sentences.

A sign that tells capitals from small letters says so with `(?-i:...)`; all others are sought in small
letters, which is much quicker than leaving the case aside while searching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from infoview.coach.reading import Span
from infoview.content import words

MINDS_CASE = "(?-i:"
_NEEDS = re.compile(r"\(\?#([^)]+)\)")
_FLAGS = {True: re.IGNORECASE, False: re.NOFLAG}
_WORD_EDGE = r"\b"
_PIECES = re.compile(r"\\.|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern, compiled when first sought, and whether it tells capitals from small letters."""

    text: str
    minds_case: bool
    needs: tuple[str, ...] = ()
    """Pieces of words of which one must be there; it saves searching in vain."""

    def occurs(self, text: str, lowered: str) -> bool:
        """Tell whether a text, which comes with itself in small letters, shows the sign."""
        if self.needs and not any(word in lowered for word in self.needs):
            return False
        return (
            _pattern(self.text, _FLAGS[self.minds_case]).search(text if self.minds_case else lowered)
            is not None
        )

    def occurrences(self, text: str, lowered: str) -> Iterator[re.Match[str]]:
        """Find the sign in a text that comes with itself in small letters."""
        return _pattern(self.text, _FLAGS[self.minds_case]).finditer(text if self.minds_case else lowered)


@cache
def _pattern(text: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(text, flags)


@dataclass(frozen=True, slots=True)
class _Group:
    """Signs that one search rules out together, as most of them are absent from most sentences."""

    screen: Sign | None
    signs: tuple[Sign, ...]


@cache
def _groups(topic: str, name: str) -> tuple[_Group, ...]:
    """Give the patterns of one list of the coach's signs, those that begin at a word together."""
    together: dict[bool, list[Sign]] = {True: [], False: []}
    alone: list[Sign] = []
    for sign in read_signs("coach_signs", words("coach_signs")[topic][name]):
        begins = not sign.needs and all(part.startswith(_WORD_EDGE) for part in _parts(sign.text))
        (together[sign.minds_case] if begins else alone).append(sign)
    screened = tuple(_Group(_screen(found), tuple(found)) for found in together.values() if found)
    return (*screened, *(_Group(None, (sign,)) for sign in alone))


def _screen(signs: list[Sign]) -> Sign:
    """Join signs into one pattern that looks at the edges of words only."""
    rest = (part.removeprefix(_WORD_EDGE) for sign in signs for part in _parts(sign.text))
    return Sign(f"{_WORD_EDGE}(?:{'|'.join(rest)})", signs[0].minds_case)


def _parts(pattern: str) -> list[str]:
    """Split a pattern at the bars that stand in no bracket."""
    parts, depth, listed = [""], 0, False
    for piece in _PIECES.findall(pattern):
        if piece == "|" and not depth and not listed:
            parts.append("")
            continue
        listed = piece == "[" or (listed and piece != "]")
        depth += 0 if listed else (piece == "(") - (piece == ")")
        parts[-1] += piece
    return parts


def read_signs(file: str, texts: Iterable[str]) -> tuple[Sign, ...]:
    """Read signs of a content file, with the blocks of that file."""
    blocks = _blocks(file)
    return tuple(_sign(_filled(text, blocks)) for text in texts)


@cache
def _blocks(file: str) -> dict[str, str]:
    """Give the blocks of a content file by name; a family, words parted by commas, is a block too."""
    blocks: dict[str, str] = dict(words(file)["blocks"])
    for name, family in words(file).get("families", {}).items():
        blocks[name] = _any_of(family.strip("\n").split(","))
    return blocks


def _any_of(phrases: list[str]) -> str:
    return f"(?:{'|'.join(phrase.lstrip() for phrase in phrases)})"


def _sign(text: str) -> Sign:
    """Read one sign; a space stands for any white space, and a curly apostrophe for a straight one."""
    text = text.replace("\u2019", "'")
    needs = _NEEDS.match(text)
    spaced = text.replace(" ?", r"\s*").replace(" ", r"\s+")
    return Sign(spaced, MINDS_CASE in text, tuple(needs[1].split("|")) if needs else ())


def _filled(text: str, blocks: dict[str, str]) -> str:
    """Put the blocks in place of their names; a block may use blocks."""
    names = re.compile("<(" + "|".join(blocks) + ")>")
    while names.search(text):
        text = names.sub(lambda found: blocks[found[1]], text)
    return text


def small(text: str) -> str:
    """Give a text in small letters, each letter in its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def find(topic: str, names: Iterable[str], sentence: Span) -> Iterator[Span]:
    """Find the stretches of a sentence that show one of the signs; places count in the whole text."""
    lowered = small(sentence.text)
    for name in names:
        for sign in _present(topic, name, sentence.text, lowered):
            for found in sign.occurrences(sentence.text, lowered):
                end = found.start() + len(found[0].rstrip())
                text = sentence.text[found.start() : end]
                yield Span(sentence.start + found.start(), sentence.start + end, text, sentence.part)


def _present(topic: str, name: str, text: str, lowered: str) -> Iterator[Sign]:
    for group in _groups(topic, name):
        if group.screen is None or group.screen.occurs(text, lowered):
            yield from (sign for sign in group.signs if sign.occurs(text, lowered))


def shows(topic: str, name: str, text: str) -> bool:
    """Tell whether a text shows a sign of one list."""
    lowered = small(text)
    return any(_present(topic, name, text, lowered))
