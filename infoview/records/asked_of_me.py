"""Being asked: somebody asks me for a conversation about my work or studies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AskedOfMe:
    """One person who asks me; none of it counts as a conversation of mine."""

    name: str
    about: str = ""
    """Who they are and what they want to know."""
    questions: str = ""
    answers: str = ""
    """What I told them, or want to."""
    on: date | None = None
    """When we talk, or by when I answer."""
    answered_on: date | None = None
    thanked_on: date | None = None
    """When their thanks came."""
    id: int = 0
