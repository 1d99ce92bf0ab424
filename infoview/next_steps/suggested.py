"""The suggested step: what moves things on where nothing has a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from infoview.contacts.asking_order import asking_order
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.requests import RequestStatus


class SuggestedKind(StrEnum):
    """What is suggested."""

    FIND = "find"
    """There is nobody left to ask."""
    WRITE = "write"
    """Somebody on the list was not asked yet."""
    FINISH = "finish"
    """A request was begun and not sent."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to do next, and whom it is about."""

    kind: SuggestedKind
    contact: Contact | None = None


def suggested(logbook: Logbook, today: date) -> Suggestion:
    """Find what to do next: finish what was begun, else ask whoever comes first, else find somebody."""
    resting = {contact.id for contact in logbook.contacts.find() if contact.rested_on}
    begun = [
        request.contact_id
        for request in logbook.requests.find(status=RequestStatus.DRAFT)
        if request.written and request.contact_id not in resting
    ]
    if begun:
        return Suggestion(SuggestedKind.FINISH, logbook.contacts.get(begun[-1]))
    turns = asking_order(logbook, today)
    return Suggestion(SuggestedKind.WRITE, turns[0].contact) if turns else Suggestion(SuggestedKind.FIND)
