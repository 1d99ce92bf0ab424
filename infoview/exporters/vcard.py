"""Contacts as vCards 3.0, the version that every address book reads (RFC 2426)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from infoview.content import words
from infoview.duplicates import fold, titled
from infoview.exporters.sound import in_one_line, sound
from infoview.records.contacts import Contact
from infoview.text import addresses
from infoview.text.names import without_suffix

LONGEST_LINE = 75
_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
"""Kana, Chinese characters and Hangul."""


def vcards(contacts: Iterable[Contact], uid: str) -> bytes:
    """Write contacts as one .vcf file; notes about them stay in the logbook, for address books are shared.

    Args:
        contacts: Whom to write.
        uid: The logbook's own name; it makes each card's UID unlike any other in the world.
    """
    lines = [line for contact in contacts for line in _card(contact, uid)]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _card(contact: Contact, uid: str) -> list[str]:
    title, whole = titled(in_one_line(contact.name))
    name, behind = without_suffix(whole)
    family, given = parted(name)
    card = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{uid}-{contact.id}",
        f"FN:{_text(contact.name)}",
        f"N:{_text(family)};{_text(given)};;{_text(title)};{_text(behind)}",
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


def parted(name: str) -> tuple[str, str]:
    """Part a name, spoken in its order, into family name and given names; one word is a family name.

    The family name is what comes last, with the little words before it ("de la Cruz"). It comes first in
    names written in Chinese characters, Japanese or Korean, and where a Vietnamese family name stands first.
    """
    found, said = name.split(), words("exports")["names"]
    if len(found) <= 1:
        return name, ""
    if _FAMILY_FIRST.match(name) or _is_vietnamese(found):
        return found[0], " ".join(found[1:])
    little = said["little"].split()
    first = next((place for place in range(1, len(found)) if found[place].casefold() in little), -1)
    return " ".join(found[first:]), " ".join(found[:first])


def _is_vietnamese(found: Sequence[str]) -> bool:
    """Tell a Vietnamese name of three words, the family's first; Le and Do need an accent for that."""
    first = fold(found[0])
    known = first in words("exports")["names"]["vietnamese"].split()
    return len(found) > 2 and known and (len(first) > 3 or not "".join(found).isascii())  # noqa: PLR2004 - as said


def _text(value: str) -> str:
    """Escape a value: backslash, comma, semicolon and line break mean something in a card."""
    return re.sub(r"([\\,;])", r"\\\1", sound(value).strip()).replace("\n", "\\n")


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
