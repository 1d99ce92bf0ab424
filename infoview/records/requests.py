"""Requests: the message that asks someone for a conversation, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from infoview.content import sentence
from infoview.errors import InputError


class RequestStatus(StrEnum):
    """Where a request stands."""

    DRAFT = "draft"
    """Being written; nothing has left the house."""
    SENT = "sent"
    """The person said they sent it; an answer is awaited."""
    ACCEPTED = "accepted"
    """They said yes; a meeting belongs to it."""
    DECLINED = "declined"
    """They said no; nobody is asked twice."""
    LATER = "later"
    """They said "not now"; `ask_again_on` holds the day to come back."""
    NO_REPLY = "no_reply"
    """The person stopped waiting: kindly closed, and no fault of theirs."""


MOVES: dict[RequestStatus, frozenset[RequestStatus]] = {
    RequestStatus.DRAFT: frozenset({RequestStatus.SENT}),
    RequestStatus.SENT: frozenset(
        {
            RequestStatus.DRAFT,
            RequestStatus.ACCEPTED,
            RequestStatus.DECLINED,
            RequestStatus.LATER,
            RequestStatus.NO_REPLY,
        }
    ),
    RequestStatus.NO_REPLY: frozenset(
        {RequestStatus.SENT, RequestStatus.ACCEPTED, RequestStatus.DECLINED, RequestStatus.LATER}
    ),
    RequestStatus.LATER: frozenset(
        {RequestStatus.SENT, RequestStatus.ACCEPTED, RequestStatus.DECLINED, RequestStatus.NO_REPLY}
    ),
    RequestStatus.DECLINED: frozenset({RequestStatus.SENT}),
    RequestStatus.ACCEPTED: frozenset({RequestStatus.SENT}),
}
"""The moves a request may make; back to SENT (or DRAFT) takes a wrong click back."""

ANSWERED = frozenset({RequestStatus.ACCEPTED, RequestStatus.DECLINED, RequestStatus.LATER})


class Reply(StrEnum):
    """What came back; each has a next step of its own."""

    NONE = ""
    YES = "yes"
    LATER = "later"
    NO = "no"
    SOMEONE_ELSE = "someone_else"
    """They named somebody who is nearer to the question."""
    BY_MAIL = "by_mail"
    """They would rather answer questions by mail."""
    OUT_OF_OFFICE = "out_of_office"
    """Nobody has read it yet; the waiting begins when they are back."""


class Channel(StrEnum):
    """By which way a request goes out; all are made from one draft."""

    MAIL = ""
    LINKEDIN_MESSAGE = "linkedin_message"
    """To somebody already connected, or as an InMail."""
    LINKEDIN_NOTE = "linkedin_note"
    """The short note that goes with an invitation to connect."""
    TELEPHONE = "telephone"
    IN_PERSON = "in_person"
    """Asked at an event, face to face, where far more people say yes (Roghanizad and Bohns, 2017)."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Advice on the message to a contact that the person has read and set aside, with their reason."""

    contact_id: int
    kind: str
    """The kind of message, such as "request"."""
    rule: str
    reason: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """A message that asks a contact for a conversation, in the three parts of the source guide."""

    contact_id: int
    status: RequestStatus = RequestStatus.DRAFT
    subject: str = ""
    greeting: str = ""
    who: str = ""
    """Who I am and why I write to you."""
    how_found: str = ""
    """How I found you."""
    ask: str = ""
    """The request to meet."""
    closing: str = ""
    sent_on: date | None = None
    answered_on: date | None = None
    ask_again_on: date | None = None
    reply: Reply = Reply.NONE
    channel: Channel = Channel.MAIL
    sent_at: str = ""
    """The clock time it was sent, such as "14:05", where it was noted on the day itself."""
    in_one: bool = False
    """Whether the message is `whole`, written elsewhere, and not the parts."""
    whole: str = ""
    id: int = 0

    @property
    def body(self) -> str:
        """The whole mail below its subject, as it will read."""
        if self.in_one:
            return self.whole.strip()
        parts = (self.greeting, self.who, self.how_found, self.ask, self.closing)
        return "\n\n".join(part.strip() for part in parts if part.strip())

    @property
    def written(self) -> bool:
        """Whether any of the three parts, or the message in one piece, has a word."""
        parts = (self.whole,) if self.in_one else (self.who, self.how_found, self.ask)
        return any(part.strip() for part in parts)


def check_move(request: Request, status: RequestStatus) -> None:
    """Refuse a move the table does not know.

    Raises:
        InputError: A request in this status cannot become that.
    """
    if status not in MOVES[request.status]:
        was, wanted = (name.replace("_", " ") for name in (request.status, status))
        raise InputError(sentence("errors.request.no_move", was=was, wanted=wanted))
