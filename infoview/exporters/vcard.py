"""Contacts as vCards 3.0, the version that every address book reads (RFC 2426)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from infoview.duplicates import titled
from infoview.records.contacts import Contact
from infoview.text import addresses

LONGEST_LINE = 75
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def vcards(contacts: Iterable[Contact], uid: str) -> bytes:
    """Write contacts as one .vcf file; notes about them stay in the logbook, for address books are shared.

    Args:
        contacts: Whom to write.
        uid: The logbook's own name; it makes each card's UID unlike any other in the world.
    """
    lines = [line for contact in contacts for line in _card(contact, uid)]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _card(contact: Contact, uid: str) -> list[str]:
    title, name = titled(contact.name)
    given, _, family = name.rpartition(" ")
    card = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{uid}-{contact.id}",
        f"FN:{_text(contact.name)}",
        f"N:{_text(family)};{_text(given)};;{_text(title)};",
    ]
    rest = {
        "ORG": _text(contact.organization),
        "TITLE": _text(contact.title),
        "EMAIL;TYPE=INTERNET": _text(contact.email),
        "TEL": _text(contact.phone),
        "ADR": contact.location and f";;;{_text(contact.location)};;;",
        "URL": addresses.link(contact.url),
    }
    return [*card, *(f"{name}:{value}" for name, value in rest.items() if value), "END:VCARD"]


def _text(value: str) -> str:
    """Escape a value: backslash, comma, semicolon and line break mean something in a card."""
    clean = _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return re.sub(r"([\\,;])", r"\\\1", clean).replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line after 75 bytes at most, never inside a character; what follows begins with a blank."""
    parts, room = [""], LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append("")
            room = LONGEST_LINE - 1
        parts[-1] += character
        room -= size
    return "\r\n ".join(parts)
