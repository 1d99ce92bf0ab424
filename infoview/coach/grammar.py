"""Patterns over the words of a clause: a small language in which the grammar of the coach is written.

A pattern is a row of steps, parted by spaces:

* `word`, `<class>` or `@mark`, or several of them with bars between: `could|would|<wish>`
* `..` up to three words in between, `..6` up to six; `..6-how|my` none of which is `how` or `my`
* a `?` behind a step: it may be missing
* `!word|<class>|some+words`: what comes next is none of these
* `^` and `$`: the clause begins, or ends, here

A class is a list of words in `content/coach_signs.toml`; a mark is what `clauses` and `objects` say of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from infoview.coach.clauses import Clause

GAP = 3
"""Words that `..` may leave out."""
_GAP = re.compile(r"\.\.(\d*)(?:-(\S+))?$")
_COMMON = frozenset(
    (
        *(
            "i",
            "you",
            "we",
            "me",
            "my",
            "your",
            "a",
            "an",
            "the",
            "to",
            "of",
            "in",
            "for",
            "on",
            "at",
            "if",
            "be",
        ),
        *(
            "is",
            "are",
            "it",
            "and",
            "or",
            "with",
            "any",
            "there",
            "have",
            "do",
            "would",
            "could",
            "can",
            "@name",
        ),
        *(
            "<inquiry>",
            "<have>",
            "<wish>",
            "<will>",
            "<at>",
            "<need>",
            "<accept>",
            "<transfer>",
            "<me>",
            "<talk>",
        ),
    )
)
"""Words in almost every clause, by which it would be idle to look a pattern up."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a pattern, and those behind it; `match` gives the place after the last word, or -1."""

    items: frozenset[str]
    then: Step | None

    def match(self, clause: Clause, place: int) -> int:
        """Match a word, a class or a mark at a place."""
        if place < len(clause.words):
            marks = clause.at[place]
            for item in self.items:
                length = marks.get(item)
                if length:
                    end = self._go_on(clause, place + length)
                    if end >= 0:
                        return end
        return -1

    def _go_on(self, clause: Clause, place: int) -> int:
        return place if self.then is None else self.then.match(clause, place)


@dataclass(frozen=True, slots=True)
class _Optional(Step):
    """A step that may be missing."""

    def match(self, clause: Clause, place: int) -> int:
        end = Step.match(self, clause, place)
        return end if end >= 0 else self._go_on(clause, place)


@dataclass(frozen=True, slots=True)
class _Gap(Step):
    """Some words in between, none of them one of the items."""

    most: int = GAP

    def match(self, clause: Clause, place: int) -> int:
        for ahead in range(place, min(place + self.most, len(clause.words)) + 1):
            if ahead > place and not self.items.isdisjoint(clause.at[ahead - 1]):
                return -1
            end = self._go_on(clause, ahead)
            if end >= 0:
                return end
        return -1


@dataclass(frozen=True, slots=True)
class _Not(Step):
    """What comes next is none of the items, and none of the rows of words."""

    rows: tuple[list[str], ...] = ()

    def match(self, clause: Clause, place: int) -> int:
        here = clause.at[place] if place < len(clause.words) else {}
        spoiled = not self.items.isdisjoint(here) or any(
            clause.words[place : place + len(row)] == row for row in self.rows
        )
        return -1 if spoiled else self._go_on(clause, place)


@dataclass(frozen=True, slots=True)
class _Edge(Step):
    """The clause begins, or ends, here."""

    begins: bool = True

    def match(self, clause: Clause, place: int) -> int:
        holds = place == (0 if self.begins else len(clause.words))
        return self._go_on(clause, place) if holds else -1


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A pattern: its first step, the items it cannot do without, and those by which it is looked up."""

    first: Step
    needs: tuple[frozenset[str], ...]
    key: frozenset[str]

    def find_all(self, clause: Clause) -> Iterator[tuple[int, int]]:
        """Find every place that fits, as the first word and the word after the last."""
        for need in self.needs:
            if need.isdisjoint(clause.present):
                return
        begins = self.first.items if type(self.first) is Step else None
        for start, marks in enumerate(clause.at):
            if begins is None or not begins.isdisjoint(marks):
                end = self.first.match(clause, start)
                if end > start:
                    yield start, end


@cache
def compile_pattern(text: str) -> Pattern:
    """Read a pattern."""
    step: Step | None = None
    needs: list[frozenset[str]] = []
    for piece in reversed(text.split()):
        step = _step(piece, step)
        if type(step) is Step:
            needs.append(step.items)
    if step is None or not needs:
        raise ValueError(text)
    key = min(needs, key=lambda items: (not items.isdisjoint(_COMMON), len(items)))
    return Pattern(step, tuple(needs), key)


def _step(piece: str, then: Step | None) -> Step:
    gap = _GAP.match(piece)
    if gap:
        return _Gap(_items(gap[2] or ""), then, int(gap[1] or GAP))
    if piece in "^$":
        return _Edge(frozenset(), then, begins=piece == "^")
    if piece.startswith("!"):
        return _Not(
            _items(piece[1:]), then, tuple(row.split("+") for row in piece[1:].split("|") if "+" in row)
        )
    if piece.endswith("?"):
        return _Optional(_items(piece[:-1]), then)
    return Step(_items(piece), then)


def _items(text: str) -> frozenset[str]:
    return frozenset(item for item in text.split("|") if item)


class Grammar:
    """A set of patterns that are sought together; only those whose rarest step occurs are tried."""

    def __init__(self, patterns: Iterable[str]) -> None:
        """Take patterns; they are read when first used."""
        self.texts = tuple(patterns)
        self._by_item: dict[str, list[Pattern]] = {}

    def _tried(self, clause: Clause) -> set[Pattern]:
        """Give the patterns that may fit."""
        if not self._by_item:
            for text in self.texts:
                pattern = compile_pattern(text)
                for item in pattern.key:
                    self._by_item.setdefault(item, []).append(pattern)
        return {pattern for item in self._by_item.keys() & clause.present for pattern in self._by_item[item]}

    def find(self, clause: Clause) -> Iterator[tuple[int, int]]:
        """Find where the patterns fit, each at its first place."""
        for pattern in self._tried(clause):
            yield from islice(pattern.find_all(clause), 1)

    def find_all(self, clause: Clause) -> Iterator[tuple[int, int]]:
        """Find every fit of every pattern, not only the first of each."""
        for pattern in self._tried(clause):
            yield from pattern.find_all(clause)

    def first(self, clause: Clause) -> tuple[int, int] | None:
        """Find the first fit in the order of the text."""
        return min(self.find(clause), default=None)
