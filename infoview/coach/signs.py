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


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern, and whether it tells capitals from small letters."""

    pattern: re.Pattern[str]
    minds_case: bool

    def occurrences(self, text: str, lowered: str) -> Iterator[re.Match[str]]:
        """Find the sign in a text that comes with itself in small letters."""
        return self.pattern.finditer(text if self.minds_case else lowered)


@cache
def signs(topic: str, name: str) -> tuple[Sign, ...]:
    """Give the patterns of one list of the coach's signs."""
    return compiled("coach_signs", words("coach_signs")[topic][name])


def compiled(file: str, texts: Iterable[str]) -> tuple[Sign, ...]:
    """Compile signs of a content file, with the blocks of that file."""
    blocks = _blocks(file)
    return tuple(_compiled(_filled(text, blocks)) for text in texts)


@cache
def _blocks(file: str) -> dict[str, str]:
    """Give the blocks of a content file by name; a family, words parted by commas, is a block too."""
    blocks: dict[str, str] = dict(words(file)["blocks"])
    for name, family in words(file).get("families", {}).items():
        blocks[name] = _any_of(family.strip("\n").split(","))
    return blocks


def _any_of(phrases: list[str]) -> str:
    return f"(?:{'|'.join(phrase.lstrip() for phrase in phrases)})"


def _compiled(text: str) -> Sign:
    """Compile one sign; a space stands for any white space, and a curly apostrophe for a straight one."""
    spaced = text.replace("\u2019", "'").replace(" ?", r"\s*").replace(" ", r"\s+")
    minds_case = MINDS_CASE in text
    return Sign(re.compile(spaced, re.IGNORECASE if minds_case else re.NOFLAG), minds_case)


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
        for sign in signs(topic, name):
            for found in sign.occurrences(sentence.text, lowered):
                end = found.start() + len(found[0].rstrip())
                text = sentence.text[found.start() : end]
                yield Span(sentence.start + found.start(), sentence.start + end, text, sentence.part)


def shows(topic: str, name: str, text: str) -> bool:
    """Tell whether a text shows a sign of one list."""
    lowered = small(text)
    return any(next(sign.occurrences(text, lowered), None) for sign in signs(topic, name))
