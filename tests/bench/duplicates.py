"""How well people who are in a list twice are found among thirty thousand, kind by kind, and how surely.

Run it with `python tests/bench/duplicates.py [SIZE] [SEED]` and `PYTHONPATH=tests`. Pairs are planted in a
made list; the rest are different people, dozens of whom look alike (`tests/made/people.py`). Recall is given
for each kind of planted pair: how many were found as surely as they should be, and how many at all. Precision
is given for each reason and each confidence: how many of the pairs that were offered are one person.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import click
from made.people import Crowd, crowd

from infoview.duplicates import Confidence, Duplicate, find

Pair = tuple[int, int]
ORDER = list(Confidence)


@dataclass(frozen=True, slots=True)
class Table:
    """What was found in a crowd: the surest word on each pair."""

    made: Crowd
    found: Mapping[Pair, Duplicate]

    def recall(self, kind: str) -> tuple[float, float]:
        """What share of a planted kind was found as surely as its name says, and at all."""
        pairs, wanted = self.made.planted[kind], ORDER.index(Confidence(kind.partition(":")[0]))
        met = [ORDER.index(self.found[pair].confidence) for pair in pairs if pair in self.found]
        return sum(sure <= wanted for sure in met) / len(pairs), len(met) / len(pairs)

    def precision(self) -> dict[str, tuple[int, float]]:
        """For each confidence and each reason: how many pairs were offered, and what share is one person."""
        true = {pair for pairs in self.made.planted.values() for pair in pairs}
        counted: dict[str, list[bool]] = defaultdict(list)
        for pair, double in self.found.items():
            counted[double.confidence].append(pair in true)
            reason = double.reason.partition(": ")[2] or double.reason
            counted[f"{double.confidence}, {reason}"].append(pair in true)
        return {name: (len(right), sum(right) / len(right)) for name, right in sorted(counted.items())}

    def alike(self, kind: str) -> Counter[str]:
        """How two people who only look alike were taken."""
        taken = (self.found.get(pair) for pair in self.made.alike[kind])
        return Counter(double.confidence.value if double else "not offered" for double in taken)


def table(made: Crowd) -> Table:
    """Find who is in a crowd twice."""
    found: dict[Pair, Duplicate] = {}
    for double in find(made.rows):
        for pair in combinations(double.places, 2):
            found.setdefault(pair, double)
    return Table(made, found)


def main() -> None:
    """Print the table."""
    made = crowd(**dict(zip(("size", "seed"), map(int, sys.argv[1:]), strict=False)))
    began = time.process_time()
    told = table(made)
    click.echo(f"{len(made.rows):,} rows, {time.process_time() - began:.2f} s")
    for kind in made.planted:
        sure, at_all = told.recall(kind)
        click.echo(f"  recall {sure:.2f}, found at all {at_all:.2f}  {kind}")
    for name, (number, right) in told.precision().items():
        click.echo(f"  precision {right:.3f} of {number}  {name}")
    for kind in made.alike:
        counts = ", ".join(f"{number} {sure}" for sure, number in told.alike(kind).most_common())
        click.echo(f"  two people, {kind}: {counts}")


if __name__ == "__main__":
    main()
