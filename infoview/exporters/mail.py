"""A message on its way out: a draft for a mail program, or a link that opens one. Nothing is sent here."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from textwrap import wrap
from urllib.parse import quote

from infoview.exporters.sound import in_one_line
from infoview.text.addresses import email as one_address

LONGEST_MAILTO = 1600
"""What every mail program that was measured takes: about 1,620 characters in Gmail, 2,008 from Firefox."""
LINE = 76
"""The longest line with an encoded word in it (RFC 2047, 2)."""
ROOM = 45
"""Bytes in one encoded word: with what stands around them they make the 75 characters it may have at most."""
_PLAIN_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_NEW_LINE = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_NOT_IN_A_BODY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def eml(
    subject: str, body: str, to: str, sender: str = "", *, to_name: str = "", sender_name: str = ""
) -> bytes:
    """Write a draft as an .eml file, which mail programs open as a message not yet sent.

    Lines end in CRLF and everything beyond ASCII is encoded, so that any program can read it. An address
    that is none is left out: the person fills it in.
    """
    headers = ["X-Unsent: 1", *_text_header("Subject", subject)]
    for header, address, name in (("To", to, to_name), ("From", sender, sender_name)):
        if usable := _address(address):
            headers += _address_header(header, in_one_line(name), usable)
    message = EmailMessage(policy=SMTP)
    message.set_content(_lines(body, "\n") + "\n", charset="utf-8", cte="quoted-printable")
    return "".join(f"{line}\r\n" for line in headers).encode("ascii") + message.as_bytes()


def mailto(to: str, subject: str, body: str) -> str | None:
    """Write a message as a link that opens a mail program, or None where it would be too long for some."""
    address = quote(one_address(to), safe="@.+-_")
    text = quote(_lines(body, "\r\n"), safe="")
    link = f"mailto:{address}?subject={quote(in_one_line(subject), safe='')}&body={text}"
    return link if len(link) <= LONGEST_MAILTO else None


def _text_header(header: str, text: str) -> list[str]:
    """Write a header of words, folded: as they are where every program reads that, or else encoded."""
    text = in_one_line(text)
    folded = wrap(f"{header}: {text}", LINE, break_long_words=False, break_on_hyphens=False)
    if text.isascii() and "=?" not in text and all(len(line) <= LINE for line in folded):
        return [folded[0], *(f" {line}" for line in folded[1:])]
    return _folded(f"{header}:", _encoded(text))


def _address_header(header: str, name: str, address: str) -> list[str]:
    """Write a header of one address with a name; a name that does not fit a line is encoded as a whole.

    Python's own way loses the quotation marks where it folds, so that a name becomes several addresses
    (python/cpython issues 87720 and 121284).
    """
    quoted = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if not name:
        words = []
    elif not name.isascii() or "=?" in name or len(quoted) > LINE - len(header):
        words = _encoded(name)
    else:
        words = [name if _PLAIN_NAME.fullmatch(name) else quoted]
    return _folded(f"{header}:", [*words, f"<{address}>" if words else address])


def _encoded(text: str) -> list[str]:
    """Write a text as encoded words (RFC 2047), cut between its words where that can be.

    Blanks between encoded words mean nothing, but not every reader knows.
    """
    parts = [""]
    for word in re.findall(r"\S+ ?", text):
        for piece in word if len(word.encode()) > ROOM else [word]:
            if len((parts[-1] + piece).encode()) > ROOM:
                parts.append("")
            parts[-1] += piece
    return [f"=?utf-8?b?{b64encode(part.encode()).decode()}?=" for part in parts]


def _folded(header: str, words: Iterable[str]) -> list[str]:
    """Lay the words of a header out in lines, broken between two of them."""
    lines = [header]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > LINE and lines != [header]:
            lines.append("")
        lines[-1] += f" {word}"
    return lines


def _lines(text: str, end: str) -> str:
    return _NEW_LINE.sub("\n", _NOT_IN_A_BODY.sub("", text)).strip("\n").replace("\n", end)


def _address(text: str) -> str:
    """Read an address for a header; "" for what is no address or only newer mail programs could send."""
    local, _, domain = one_address(text).rpartition("@")
    if not (local and local.isascii()):
        return ""
    try:
        return Address("", local, domain.encode("idna").decode("ascii")).addr_spec
    except (ValueError, UnicodeError):
        return ""
