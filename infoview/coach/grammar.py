"""Patterns over the words of a clause: a small language in which the grammar of the coach is written.

A pattern is a row of steps, parted by spaces:

* `word`, `<class>` or `@mark`, or several of them with bars between: `could|would|<wish>`
* `..` up to three words in between, `..6` up to six
* a `?` behind a step: it may be missing
* `!word|<class>|some+words`: what comes next is none of these
* `^` and `$`: the clause begins, or ends, here
"""

# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from infoview.coach.clauses import Clause

GAP = 3
_STEP = re.compile(r"\.\.(\d*)(?:-(\S+))?$")
_COMMON = frozenset(
    [
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
        "<house>",
        "<inquiry>",
        "<be>",
        "<modal>",
        "<have>",
        "<wish>",
        "<may>",
        "@name",
    ]
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a pattern: `kind` is "is", "gap", "not", "begin" or "end"."""

    kind: str
    items: frozenset[str] = frozenset()
    optional: bool = False
    most: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, and the items of the step by which it is looked up."""

    text: str
    steps: tuple[Step, ...]
    needs: tuple[frozenset[str], ...]
    key: frozenset[str]

    def find(self, clause: Clause) -> tuple[int, int] | None:
        """Find the first place in a clause that fits, as the first word and the word after the last."""
        present = clause.present
        for need in self.needs:
            if need.isdisjoint(present):
                return None
        for start in range(len(clause.words)):
            end = _match(self.steps, 0, clause, start)
            if end > start:
                return start, end
        return None

    def find_all(self, clause: Clause) -> Iterator[tuple[int, int]]:
        """Find every place in a clause that fits."""
        if not any(need.isdisjoint(clause.present) for need in self.needs):
            for start in range(len(clause.words)):
                end = _match(self.steps, 0, clause, start)
                if end > start:
                    yield start, end


def _match(steps: tuple[Step, ...], number: int, clause: Clause, place: int) -> int:
    """Match the steps from one on at a place; gives the place after the last word, or -1."""
    if number == len(steps):
        return place
    step = steps[number]
    count = len(clause.words)
    if step.kind == "is":
        if place < count:
            marks = clause.at[place]
            for item in step.items:
                length = marks.get(item)
                if length:
                    end = _match(steps, number + 1, clause, place + length)
                    if end >= 0:
                        return end
        return _match(steps, number + 1, clause, place) if step.optional else -1
    if step.kind == "gap":
        for ahead in range(step.most + 1):
            if ahead and (place + ahead > count or not step.items.isdisjoint(clause.at[place + ahead - 1])):
                return -1
            end = _match(steps, number + 1, clause, place + ahead)
            if end >= 0:
                return end
        return -1
    if step.kind == "not":
        here = clause.at[place] if place < count else {}
        rows = (row for row in step.rows if tuple(clause.words[place : place + len(row)]) == row)
        if not step.items.isdisjoint(here) or any(rows):
            return -1
        return _match(steps, number + 1, clause, place)
    holds = place == 0 if step.kind == "begin" else place == count
    return _match(steps, number + 1, clause, place) if holds else -1


@cache
def compile_pattern(text: str) -> Pattern:
    """Read a pattern."""
    steps = tuple(_step(piece) for piece in text.split())
    needed = [step.items for step in steps if step.kind == "is" and not step.optional]
    key = min(needed, key=lambda items: (not items.isdisjoint(_COMMON), len(items)))
    return Pattern(text, steps, tuple(needed), key)


def _step(piece: str) -> Step:
    gap = _STEP.match(piece)
    if gap:
        return Step("gap", _items(gap[2] or ""), most=int(gap[1] or GAP))
    if piece in "^$":
        return Step("begin" if piece == "^" else "end")
    if piece.startswith("!"):
        rows = tuple(tuple(row.split("+")) for row in piece[1:].split("|") if "+" in row)
        return Step("not", _items(piece[1:]), rows=rows)
    return Step("is", _items(piece.removesuffix("?")), optional=piece.endswith("?") and piece != "?")


def _items(text: str) -> frozenset[str]:
    return frozenset(item for item in text.split("|") if item)


class Grammar:
    """A set of patterns that are sought together; only those whose rarest step occurs are tried."""

    def __init__(self, patterns: Iterable[str]) -> None:
        """Take patterns; they are read when first used."""
        self._texts = tuple(patterns)
        self._by_item: dict[str, list[Pattern]] = {}

    def _index(self) -> dict[str, list[Pattern]]:
        if not self._by_item:
            for text in self._texts:
                pattern = compile_pattern(text)
                for item in pattern.key:
                    self._by_item.setdefault(item, []).append(pattern)
        return self._by_item

    def find(self, clause: Clause) -> Iterator[tuple[int, int]]:
        """Find where the patterns fit, each at its first place."""
        index = self._index()
        tried: set[str] = set()
        for item in clause.present:
            for pattern in index.get(item, ()):
                if pattern.text not in tried:
                    tried.add(pattern.text)
                    found = pattern.find(clause)
                    if found:
                        yield found

    def find_all(self, clause: Clause) -> Iterator[tuple[int, int]]:
        """Find every fit of every pattern, not only the first of each."""
        index = self._index()
        patterns = {pattern.text: pattern for item in clause.present for pattern in index.get(item, ())}
        for pattern in patterns.values():
            yield from pattern.find_all(clause)

    def first(self, clause: Clause) -> tuple[int, int] | None:
        """Find the first fit in the order of the text."""
        return min(self.find(clause), default=None)
