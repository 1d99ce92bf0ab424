"""Train the coach's ear for job asks on made-up sentences, and write its weights beside it.

A logistic regression over what `infoview.coach.hearing` hears in a sentence (words, pairs of neighbours,
pairs of an act and an object, whether under a `not`), with an L2 penalty, fitted by AdaGrad in plain Python.
The seed is fixed, weights are rounded and sorted: the same sentences give the same file, letter by letter.
The figures printed are those of sentences left out of training, five parts in turn.

Run it again after a change of `tests/made/job_asks.toml`, of `hearing.py`, or of many words in
`infoview/content/coach_signs.toml`, by whose classes unknown words are understood.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from infoview.coach.hearing import WEIGHTS, heard_in
from infoview.coach.reading import Span, plain

SENTENCES = Path(__file__).parents[1] / "made" / "job_asks.toml"
TARGET = Path(__file__).parents[2] / "infoview" / "coach" / WEIGHTS
SEED, ROUNDS, RATE, PENALTY = 5, 15, 0.3, 0.004
"""Found by trial on sentences left out: more rounds or a smaller penalty learn single ones by heart."""
FILLINGS = 7
"""Times that each frame is filled."""
EARS = 5
"""Times that one learns, from other fillings in another order; the mean of the weights errs least."""
LEAST = 0.2
"""Weights nearer to nought than this are left out of the file."""
PARTS = 5

Example = tuple[tuple[str, ...], int]


def examples(seed: int = SEED, path: Path = SENTENCES) -> list[Example]:
    """Read the sentences, each as what is heard in it (and "" for what holds of all) and whether it asks."""
    page = tomllib.loads(path.read_text(encoding="utf-8"))
    lot = random.Random(seed)
    texts = {
        text: int(name == "asks")
        for name in ("asks", "others")
        for text in (*page[name], *_filled(page["frames"][name], page["slots"], lot))
    }
    return [(_heard(text), asks) for text, asks in texts.items()]


def _filled(frames: list[str], slots: dict[str, list[str]], lot: random.Random) -> Iterator[str]:
    """Fill each frame a few times: `Could you find {post} for {one}?`."""
    for frame in frames:
        for _ in range(FILLINGS):
            text = _SLOT.sub(lambda slot: lot.choice(slots[slot[1]]), frame)
            yield text[0].upper() + text[1:]


_SLOT = re.compile(r"\{(\w+)\}")


def _heard(text: str) -> tuple[str, ...]:
    read = plain(text)
    return ("", *sorted(heard_in(Span(0, len(read), read))))


def train(rows: Sequence[Example], seed: int = SEED) -> dict[str, float]:
    """Fit the weights, one for each thing heard."""
    order = random.Random(seed)
    rows = list(rows)
    weights: dict[str, float] = {}
    spent: dict[str, float] = {}
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for heard, asks in rows:
            error = likely(weights, heard) - asks
            for mark in heard:
                weight = weights.get(mark, 0.0)
                slope = error + (PENALTY * weight if mark else 0.0)
                spent[mark] = spent.get(mark, 0.01) + slope * slope
                weights[mark] = weight - RATE * slope / math.sqrt(spent[mark])
    return weights


def mean(ears: Sequence[dict[str, float]]) -> dict[str, float]:
    """Give the mean of several weightings."""
    marks = sorted({mark for ear in ears for mark in ear})
    return {mark: math.fsum(ear.get(mark, 0.0) for ear in ears) / len(ears) for mark in marks}


def likely(weights: dict[str, float], heard: Sequence[str]) -> float:
    """Give the likelihood by some weights."""
    return 1 / (1 + math.exp(-math.fsum(weights.get(mark, 0.0) for mark in heard)))


def as_file(weights: dict[str, float], learned_from: bytes) -> str:
    """Write the weights that matter, with the fingerprint of what they were learned from."""
    kept = {mark: round(weight, 2) for mark, weight in sorted(weights.items()) if abs(weight) >= LEAST}
    page = {"learned_from": hashlib.sha256(learned_from).hexdigest(), "weights": kept}
    return json.dumps(page, ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> int:
    """Say how well sentences left out are heard, train on all, and write the file."""
    rows = examples()
    mixed = list(rows)
    random.Random(SEED).shuffle(mixed)
    told: list[tuple[float, int]] = []
    for part in range(PARTS):
        weights = train([row for number, row in enumerate(mixed) if number % PARTS != part])
        told += [(likely(weights, heard), asks) for heard, asks in mixed[part::PARTS]]
    for least in (0.5, 0.8, 0.9, 0.95):
        said = [asks for likelihood, asks in told if likelihood >= least]
        asked = sum(asks for _, asks in told)
        click.echo(f"from {least}: precision {sum(said) / len(said):.2f}, recall {sum(said) / asked:.2f}")
    ears = [train(examples(seed), seed) for seed in range(SEED, SEED + EARS)]
    TARGET.write_text(as_file(mean(ears), SENTENCES.read_bytes()), encoding="utf-8")
    click.echo(f"{TARGET.name}: {len(rows)} sentences, {TARGET.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
