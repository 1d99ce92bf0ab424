"""Signs: the rows of words that `content/coach_signs.toml` lists by topic, and the search for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from infoview.coach.grammar import Grammar
from infoview.coach.objects import read_clauses
from infoview.coach.reading import Span
from infoview.coach.vocabulary import FILE, entries
from infoview.content import words


@cache
def _rows(topic: str, name: str) -> Grammar:
    return Grammar(entries(words(FILE)[topic][name]))


def find(topic: str, name: str, sentence: Span) -> Iterator[Span]:
    """Find the stretches of a sentence that show one of the signs; places count in the whole text."""
    for clause in read_clauses(sentence):
        for first, end in sorted(_rows(topic, name).find(clause)):
            yield clause.span(sentence, first, end)
