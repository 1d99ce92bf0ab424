"""A message on its way out: a draft for a mail program, or a link that opens one. Nothing is sent here."""

from __future__ import annotations

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from infoview.text.addresses import email as one_address

LONGEST_MAILTO = 1600
"""What every mail program that was measured takes: about 1,620 characters in Gmail, 2,008 from Firefox."""
_NOT_IN_A_HEADER = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NEW_LINE = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_NOT_IN_A_BODY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def eml(
    subject: str, body: str, to: str, sender: str = "", *, to_name: str = "", sender_name: str = ""
) -> bytes:
    """Write a draft as an .eml file, which mail programs open as a message not yet sent.

    Lines end in CRLF and everything beyond ASCII is encoded, so that any program can read it. An address
    that is none is left out: the person fills it in.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _one_line(subject)
    for header, address, name in (("To", to, to_name), ("From", sender, sender_name)):
        if parsed := _address(address, name):
            message[header] = parsed
    message.set_content(_lines(body, "\n") + "\n", charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def mailto(to: str, subject: str, body: str) -> str | None:
    """Write a message as a link that opens a mail program, or None where it would be too long for some."""
    address = quote(one_address(to), safe="@.+-_")
    text = quote(_lines(body, "\r\n"), safe="")
    link = f"mailto:{address}?subject={quote(_one_line(subject), safe='')}&body={text}"
    return link if len(link) <= LONGEST_MAILTO else None


def _one_line(text: str) -> str:
    """Make a header's value: one line, without anything that could begin another header."""
    return " ".join(_NOT_IN_A_HEADER.sub(" ", _sound(text)).split())


def _lines(text: str, end: str) -> str:
    return _NEW_LINE.sub("\n", _NOT_IN_A_BODY.sub("", text)).strip("\n").replace("\n", end)


def _sound(text: str) -> str:
    """Drop halves of characters, which no encoding can hold."""
    return text.encode("utf-8", "ignore").decode("utf-8")


def _address(text: str, name: str) -> Address | None:
    """Read an address for a header; None for what is no address or only newer mail programs could send."""
    found = one_address(text)
    local, _, domain = found.rpartition("@")
    if not local:
        return None
    try:
        return Address(_one_line(name), local, domain.encode("idna").decode("ascii"))
    except (ValueError, UnicodeError):
        return None
