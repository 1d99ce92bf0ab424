"""A sample group: invented participants with counts of their own, the same ones for the same seed."""

from __future__ import annotations

import random
from collections import Counter

from infoview.group.counts import Counts, rows_of

ANSWER, AGREE, THANK, NAME = 0.45, 0.8, 0.6, 0.4
"""How likely each step is, once the one before was made."""
MONTHS = ("2026-08", "2026-09", "2026-10", "2026-11")


def participant(number: int, seed: int = 0, busy: int = 9) -> Counts:
    """Somebody who asked up to so many people, and met some of them."""
    dice = random.Random(f"{seed}-{number}")  # noqa: S311 - nothing here is secret
    cells: Counter[tuple[str, str, str]] = Counter()
    asked = dice.randrange(busy + 1)
    cells["stages", "listed", "people"] = asked + dice.randrange(6)
    cells["stages", "asked", "people"] = asked
    for _ in range(asked):
        answered = dice.random() < ANSWER
        answer = "answered" if answered else "unanswered"
        cells["channel", dice.choice(["mail"] * 6 + ["linkedin_note"] * 3 + ["telephone"]), answer] += 1
        cells[
            "circle", dice.choice(["alumni"] * 3 + ["family_friends", "linkedin", "introduction"]), answer
        ] += 1
        cells["asked_in", dice.choice(MONTHS), answer] += 1
        if answered:
            cells["stages", "answered", "people"] += 1
            cells["waited", dice.choice(rows_of("waited")[:4]), "people"] += 1
            if dice.random() < AGREE:
                cells["stages", "agreed", "people"] += 1
                _talk(cells, dice)
    return Counts(1000 * seed + number + 1, "2026-11", +cells)


def _talk(cells: Counter[tuple[str, str, str]], dice: random.Random) -> None:
    cells["stages", "met", "people"] += 1
    thanked = dice.random() < THANK
    cells["stages", "thanked", "people"] += thanked
    cells["met_in", dice.choice(MONTHS[1:]), "thanked" if thanked else "unthanked"] += 1
    for takeaway in dice.sample(rows_of("takeaways"), 4):
        cells["takeaways", takeaway, "people"] += 1
    for question in dice.sample(rows_of("questions")[:25], 6):
        cells["questions", question, "people"] += 1
    cells["stages", "named", "people"] += dice.random() < NAME


def sample_group(people: int = 30) -> list[Counts]:
    """Make the counts of so many invented participants."""
    return [participant(number, seed=1, busy=12) for number in range(people)]
