"""Directions: kinds of work the person might go for, and what each conversation says for or against them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Direction:
    """A kind of work to explore; `meeting_id` is the conversation in which the person heard of it, if any."""

    name: str
    note: str = ""
    added_on: date | None = None
    closed_on: date | None = None
    """When the person let it go; what was learned about it stays."""
    meeting_id: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a conversation, or the person's own reading, says for or against a direction."""

    direction_id: int
    text: str
    speaks_for: bool = True
    meeting_id: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing they look for, as a conversation showed it: what I have of it, the gap, and a next step."""

    meeting_id: int
    name: str
    evidence: str = ""
    """What I have, with where I showed it; "" is nothing yet."""
    gap: str = ""
    next_step: str = ""
    id: int = 0

    @property
    def have(self) -> bool:
        """Whether I can show some of it."""
        return bool(self.evidence.strip())
