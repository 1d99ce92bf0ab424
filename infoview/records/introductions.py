"""Introductions: who gave me whose name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Introduction:
    """One contact led to another; `meeting_id` is the conversation in which the name was given, if any."""

    introducer_id: int
    contact_id: int
    given_on: date | None = None
    meeting_id: int | None = None
    may_use_name: bool = False
    """Whether the introducer agreed to be named in the request."""
    id: int = 0
