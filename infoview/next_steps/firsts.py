"""Firsts: what takes some courage once, and deserves a kind word when it is done."""

from __future__ import annotations

from enum import StrEnum

from infoview.logbook import Logbook
from infoview.records.followups import FollowUpKind
from infoview.records.meetings import MeetingStatus
from infoview.records.requests import RequestStatus


class First(StrEnum):
    """What is done for the first time only once; `content/next_steps.toml` says the word to it."""

    REQUEST = "request"
    """A request went out."""
    YES = "yes"
    """Somebody agreed to talk."""
    CONVERSATION = "conversation"
    """A conversation was held."""
    THANKS = "thanks"
    """A thank-you went out."""


def happened(logbook: Logbook, first: First) -> bool:
    """Tell whether something has been done at least once."""
    match first:
        case First.REQUEST:
            return any(request.sent_on for request in logbook.requests.find())
        case First.YES:
            return logbook.requests.first(status=RequestStatus.ACCEPTED) is not None
        case First.CONVERSATION:
            return logbook.meetings.first(status=MeetingStatus.HELD) is not None
        case First.THANKS:
            thanks = logbook.follow_ups.find(kind=FollowUpKind.THANK_YOU)
            return any(letter.sent_on for letter in thanks)
