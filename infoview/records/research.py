"""Research: what was found out about an organization and a person beforehand, each thing with its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Topic(StrEnum):
    """What a finding is about; all but the person is shared by everyone met at an organization."""

    ORGANIZATION = "organization"
    DEPARTMENT = "department"
    """Their part of the organization."""
    PERSON = "person"
    """Their work, as they show it themselves; nothing private."""
    FIELD = "field"
    """The words and questions that everyone in the field knows."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found out for a contact, or, where `puzzling`, one thing not understood yet.

    `organization` is where the contact worked when it was noted, as their record had it; two spellings of one
    name meet when they are folded. `source` is an address or a few words such as "annual report, page 12".
    """

    contact_id: int
    about: Topic
    text: str
    organization: str = ""
    source: str = ""
    found_on: date | None = None
    puzzling: bool = False
    id: int = 0
