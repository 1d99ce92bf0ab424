"""Themes: what several people say, as the person marked it, and how much that is worth.

One voice is a story, two are a hint, three or more a pattern; three people in each area of work is the least
that guides to choosing a job ask for (`ENOUGH`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from infoview.records.takeaways import Takeaway

ENOUGH = 3
"""People to talk with in one area before it says much about the area rather than about them."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One statement that more than one person may agree on, under one of the seven take-aways."""

    takeaway: Takeaway
    text: str
    direction_id: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Voice:
    """What one meeting says to a theme: they agree, or they see it differently."""

    theme_id: int
    meeting_id: int
    agrees: bool
    id: int = 0


class Strength(StrEnum):
    """How much so many voices are worth."""

    NOTHING = "nothing"
    STORY = "story"
    HINT = "hint"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Count:
    """The people behind a theme; someone who was met twice is one person, and the later voice counts."""

    agree: int
    differ: int

    @property
    def strength(self) -> Strength:
        """What the larger side is worth."""
        return strength_of(max(self.agree, self.differ))

    @property
    def divided(self) -> bool:
        """Whether people see it differently: worth asking the next one."""
        return bool(self.agree and self.differ)

    @property
    def missing(self) -> int:
        """How many more people to ask before it is enough."""
        return max(0, ENOUGH - self.agree - self.differ)


def strength_of(people: int) -> Strength:
    """Say what so many people who say the same are worth."""
    if people >= ENOUGH:
        return Strength.PATTERN
    return (Strength.NOTHING, Strength.STORY, Strength.HINT)[people]


def count(voices: Iterable[tuple[int, bool]]) -> Count:
    """Count voices given as a person and whether they agree, in the order of their meetings."""
    last = dict(voices)
    agree = sum(last.values())
    return Count(agree, len(last) - agree)
