"""Follow-ups: thank-you notes, gentle reminders and updates, as the person writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FollowUpKind(StrEnum):
    """What a follow-up is for."""

    THANK_YOU = "thank_you"
    """Within a day of the meeting (Penn Career Services; Yale's office for postdocs)."""
    FOLLOW_UP = "follow_up"
    """One gentle reminder of a request without reply, after seven business days (Dalton)."""
    UPDATE = "update"
    """How it went on, at most three times a year (University of Portland)."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One message after a request or a meeting, in two parts whose meaning its kind gives.

    A thank-you names one thing learned, then what the person will do with it.
    """

    contact_id: int
    kind: FollowUpKind
    meeting_id: int | None = None
    subject: str = ""
    greeting: str = ""
    first_part: str = ""
    second_part: str = ""
    closing: str = ""
    due_on: date | None = None
    sent_on: date | None = None
    id: int = 0

    @property
    def body(self) -> str:
        """The whole message below its subject, as it will read."""
        parts = (self.greeting, self.first_part, self.second_part, self.closing)
        return "\n\n".join(part.strip() for part in parts if part.strip())
