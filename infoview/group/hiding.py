"""Hiding: what of a group's numbers may be shown so that nobody is given away, not by subtracting either.

A number may be shown if it comes from at least five people, and if the difference to any other number that is
shown does, too. Where rows add up to a total, those that are hidden add up to what the total says and the
others do not; so that sum must hold the same, and where it does not, one more row is hidden (secondary cell
suppression: Hundepool and others, "Statistical Disclosure Control", 2012, chapter 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

FEWEST = 5
"""From how many people a number must come."""

Vector = tuple[int, ...]
"""What each person of the group adds to one number."""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that are shown or hidden as a whole; `totals` are the numbers that they add up to, by column.

    Without totals the rows stand for themselves.
    """

    name: str
    rows: Mapping[str, Sequence[Vector]]
    totals: Sequence[Vector] = ()


class Hiding:
    """Decides number by number what is shown; of two that may not both be, the earlier one is."""

    def __init__(self, people: int) -> None:
        self._shown: list[Vector] = [(0,) * people]

    def shown(self, part: Part) -> set[str]:
        """Choose the rows of a part that are shown."""
        if not all(total in self._shown for total in part.totals):
            return set()
        shown: set[str] = set()
        for row in sorted(part.rows, key=lambda row: -sum(part.rows[row][0])):
            if self._are_safe(part.rows[row]):
                self._shown += part.rows[row]
                shown.add(row)
        while part.totals and shown and not self._is_closed(part, shown):
            smallest = min(shown, key=lambda row: (sum(part.rows[row][0]), row))
            shown.remove(smallest)
            for vector in part.rows[smallest]:
                self._shown.remove(vector)
        return shown

    def _is_closed(self, part: Part, shown: set[str]) -> bool:
        """Whether what is left of the totals tells nothing of fewer than five people."""
        hidden = [part.rows[row] for row in part.rows if row not in shown]
        return not hidden or self._are_safe([_sum(column) for column in zip(*hidden, strict=True)])

    def _are_safe(self, vectors: Sequence[Vector]) -> bool:
        known = list(self._shown)
        for vector in vectors:
            if not all(differ(vector, other) for other in known):
                return False
            known.append(vector)
        return True


def differ(one: Vector, other: Vector) -> bool:
    """Whether the difference of two numbers comes from at least five people."""
    differing = 0
    for mine, yours in zip(one, other, strict=True):
        differing += mine != yours
        if differing == FEWEST:
            return True
    return False


def _sum(vectors: Iterable[Vector]) -> Vector:
    return tuple(map(sum, zip(*vectors, strict=True)))
