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
    INTRODUCTION = "introduction"
    """To somebody in the middle, asking to be introduced, with lines they can pass on."""
    LINKEDIN_NOTE = "linkedin_note"
    """The short note that goes with an invitation to connect."""
    CONFIRMATION = "confirmation"
    """A line the day before a meeting."""
    KIND_CLOSE = "kind_close"
    """An answer to a no."""


class Reason(StrEnum):
    """Why an update is worth reading: there is always one, or it waits."""

    DID = "did"
    """I did what you suggested."""
    MET = "met"
    """I talked with the person you named or introduced."""
    NEWS = "news"
    """Something has changed for me."""
    ARTICLE = "article"
    """I came across something you may like."""
    MILESTONE = "milestone"
    """A piece of great news, such as "I found a place", told to everybody who helped."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One message around a request or a meeting, in up to three parts whose meaning its kind gives.

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
    third_part: str = ""
    through_id: int | None = None
    """Who is asked to introduce: the message is written to them, and is about the contact."""
    by_hand: bool = False
    """Whether it is a card written by hand, beside a mail or instead of one."""
    reason: str = ""
    """Why an update is written; one of `Reason`, or not chosen yet."""
    milestone_id: int | None = None
    """The news an update brings."""
    id: int = 0

    @property
    def body(self) -> str:
        """The whole message below its subject, as it will read."""
        parts = (self.greeting, self.first_part, self.second_part, self.third_part, self.closing)
        return "\n\n".join(part.strip() for part in parts if part.strip())

    @property
    def written(self) -> bool:
        """Whether any of the parts has a word."""
        return any(part.strip() for part in (self.first_part, self.second_part, self.third_part))
