"""Signs: patterns that `content/coach_signs.toml` names, and the search for them in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from infoview.coach.reading import Span, pattern
from infoview.content import words


@cache
def signs(topic: str, name: str) -> tuple[re.Pattern[str], ...]:
    """Give the patterns of one list, with their blocks filled in."""
    return compiled("coach_signs", words("coach_signs")[topic][name])


def compiled(file: str, signs: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Compile signs of a content file, with the blocks of that file."""
    blocks = words(file)["blocks"]
    return tuple(pattern(_filled(text, blocks).replace("’", "'")) for text in signs)


def find(topic: str, names: Iterable[str], sentence: Span) -> Iterator[Span]:
    """Find the stretches of a sentence that show one of the signs; places count in the whole text."""
    for name in names:
        for sign in signs(topic, name):
            for found in sign.finditer(sentence.text):
                start = sentence.start + found.start()
                yield Span(start, start + len(found[0].rstrip()), found[0].rstrip(), sentence.part)


def _filled(text: str, blocks: dict[str, str]) -> str:
    """Put the blocks in place of their names; a block may use blocks."""
    names = re.compile("<(" + "|".join(blocks) + ")>")
    while names.search(text):
        text = names.sub(lambda found: blocks[found[1]], text)
    return text
