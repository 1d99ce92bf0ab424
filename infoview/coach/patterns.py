"""Signs: patterns that the content names, and the search for them in sentences.

A sign that tells capitals from small letters says so with `(?-i:...)`; all others are sought in small
letters, which is much quicker than leaving the case aside while searching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from infoview.content import words

MINDS_CASE = "(?-i:"
_NEEDS = re.compile(r"\(\?#([^)]+)\)")
_FLAGS = {True: re.IGNORECASE, False: re.NOFLAG}


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
