"""What the coach reads and what it answers: a draft in, a review out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import MIMEPart
from enum import StrEnum
from html.parser import HTMLParser

from infoview.coach.advice import Advice


class DraftKind(StrEnum):
    """What a draft is for; each kind has rules of its own."""

    REQUEST = "request"
    """A first message to somebody, asking for a conversation."""
    INTRODUCTION = "introduction"
    """A message to somebody you know, asking to be introduced to somebody else."""
    LINKEDIN_NOTE = "linkedin-note"
    """The short note that goes with an invitation to connect."""
    LINKEDIN_MESSAGE = "linkedin-message"
    """A message to somebody one is connected with already; it has no subject and is read on a telephone."""
    FOLLOW_UP = "follow-up"
    """One friendly reminder of a request that was not answered."""
    THANK_YOU = "thank-you"
    """Thanks after a meeting."""
    UPDATE = "update"
    """News, weeks later, about what came of their advice."""
    CONFIRMATION = "confirmation"
    """A line the day before a meeting."""
    KIND_CLOSE = "kind-close"
    """An answer to a no."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A message as it stands, with what is known about the people in it.

    `other_names` are people and organizations this message is not for; `other_texts` are messages written
    to other people; `character_limit` is LinkedIn's, where it is not the usual one; `dismissed` are rules
    the person has read and decided to leave aside. `known` is everything on record about the recipient, and
    `moment` is when it would be sent, on their clock; without them, what depends on them is not looked at.
    """

    kind: DraftKind = DraftKind.REQUEST
    subject: str = ""
    body: str = ""
    recipient_name: str = ""
    recipient_organization: str = ""
    sender_name: str = ""
    other_names: tuple[str, ...] = ()
    other_texts: tuple[str, ...] = ()
    character_limit: int | None = None
    dismissed: tuple[str, ...] = ()
    known: str = ""
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a draft does, whatever one thinks of it."""

    has_who: bool
    has_how_found: bool
    has_meeting_request: bool
    asks_for_job: bool
    has_placeholders: bool
    attaches_resume: bool
    names_time_ask: bool


@dataclass(frozen=True, slots=True)
class Review:
    """The coach's answer: facts, advice in order of weight, and whether the draft is ready to send.

    `words` counts the message without its greeting and signature.
    """

    kind: DraftKind
    words: int
    facts: Facts
    advice: tuple[Advice, ...]
    ready: bool


def read_draft(data: bytes | str, kind: DraftKind = DraftKind.REQUEST) -> Draft:
    """Read a draft from an e-mail file, or from text whose first line may be `Subject: ...`."""
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    if _is_mail(raw):
        return _from_mail(raw, kind)
    text = data if isinstance(data, str) else _decoded(data)
    first, _, rest = text.lstrip("\ufeff\r\n ").partition("\n")
    if first.lower().startswith("subject:"):
        return Draft(kind=kind, subject=first[len("subject:") :].strip(), body=rest.strip("\r\n"))
    return Draft(kind=kind, body=text.lstrip("\ufeff"))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _is_mail(raw: bytes) -> bool:
    """Tell an e-mail file from plain text: at least two header fields that only mail has."""
    head = raw.lstrip(b"\xef\xbb\xbf\r\n")[:4000].replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower()
    fields = {line.partition(b":")[0] for line in head.split(b"\n")}
    return len(fields & {b"from", b"to", b"subject", b"date", b"mime-version", b"content-type"}) > 1


def _from_mail(raw: bytes, kind: DraftKind) -> Draft:
    mail = message_from_bytes(raw.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.default)
    part = mail.get_body(("plain", "html"))
    body = _content(part) if part else ""
    if part and part.get_content_subtype() == "html":
        body = _words_of_html(body)
    names = [name for name in (item.get_filename() for item in mail.iter_attachments()) if name]
    body += "".join(f"\n\nAttachment: {name}" for name in names)
    addresses = getattr(mail.get("to"), "addresses", ())
    return Draft(
        kind=kind,
        subject=str(mail.get("subject", "")),
        body=body.replace("\r\n", "\n").strip("\n"),
        recipient_name=addresses[0].display_name if addresses else "",
    )


def _content(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (KeyError, LookupError, UnicodeError):
        payload = part.get_payload(decode=True)
        return _decoded(payload) if isinstance(payload, bytes) else str(part.get_payload())


class _HtmlWords(HTMLParser):
    """Collects the words of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a new line at a block, and stay silent in styles and scripts."""
        del attrs
        self._silent += tag in {"style", "script"}
        if tag in {"p", "div", "li", "tr", "h1", "h2", "h3"}:
            self.pieces.append("\n\n")
        elif tag == "br":
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Listen again after a style or script."""
        self._silent -= tag in {"style", "script"} and self._silent > 0

    def handle_data(self, data: str) -> None:
        """Keep the words that a reader sees."""
        if not self._silent:
            self.pieces.append(" ".join(data.split()) if data.strip() else " ")


def _words_of_html(page: str) -> str:
    parser = _HtmlWords()
    parser.feed(page)
    return "".join(parser.pieces).strip()
