"""Steps that were crossed out: they no longer make sense, and nobody need do them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CrossedOut:
    """A step of Today that is not to be done; `kind` and `about` are those of `infoview.next_steps.due.Due`.

    A step about nothing in particular is known again by its day, so that the next one of its kind comes.
    """

    kind: str
    about: int
    due_on: date
    contact_id: int | None = None
    id: int = 0
