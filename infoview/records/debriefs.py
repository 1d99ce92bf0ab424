"""Debriefs: what the person took away from one meeting, in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from infoview.records.takeaways import Takeaway


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned in one meeting under one of the seven take-aways; `text` is what is so: the facts."""

    meeting_id: int
    takeaway: Takeaway
    text: str = ""
    opinion: str = ""
    """What they think of it."""
    reaction: str = ""
    """What I think and feel about it."""
    unasked: bool = False
    """Whether they spoke of it without being asked."""
    id: int = 0

    @property
    def written(self) -> bool:
        """Whether any of its boxes has a word."""
        return any(box.strip() for box in (self.text, self.opinion, self.reaction))


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
