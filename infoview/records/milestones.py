"""Milestones: news worth telling everybody who helped, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Milestone:
    """A piece of news such as "I found a place", with the day it came about."""

    text: str
    on: date | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """One contact who has heard of a milestone, or whom the person chose not to tell (`told_on` is None)."""

    milestone_id: int
    contact_id: int
    told_on: date | None = None
    id: int = 0
