"""Debriefs: what the person took away from one meeting, in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from infoview.takeaways import Takeaway


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned in one meeting under one of the seven take-aways."""

    meeting_id: int
    takeaway: Takeaway
    text: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Promise:
    """Something somebody said they would do after a meeting, with the day it is due."""

    text: str
    meeting_id: int | None = None
    contact_id: int | None = None
    mine: bool = True
    """Whether I promised it; otherwise they did."""
    due_on: date | None = None
    done_on: date | None = None
    id: int = 0
