"""LDIF address books, as Thunderbird and directories export them (RFC 2849)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from infoview.importers import record
from infoview.importers.reading import ImportedContact, Problem, Reading, said

SIGN = re.compile(r"\s*(?:version:\s*\d+\s+)?(?:#[^\n]*\n\s*)*dn::?\s", re.IGNORECASE)
"""What such a file begins with."""
_FIELDS = {
    "cn": "name", "displayname": "name", "givenname": "first_name", "sn": "last_name", "mail": "email",
    "mozillasecondemail": "email", "o": "organization", "company": "organization", "ou": "department",
    "department": "department", "title": "title", "telephonenumber": "phone", "mobile": "phone",
    "homephone": "phone", "cellphone": "phone", "l": "city", "locality": "city", "st": "state",
    "c": "country", "countryname": "country", "description": "note", "labeleduri": "url",
    "mozillaworkurl": "url", "workurl": "url", "mozillahomeurl": "url", "homeurl": "url",
    "mozillanickname": "nickname",
}  # fmt: skip
_GROUPS = {"groupofnames", "groupofuniquenames"}


def read(letters: str, encoding: str) -> Reading:
    """Read every entry of a file; lists of people are no people."""
    problems: list[Problem] = []
    found: list[ImportedContact] = []
    for number, entry in enumerate(_entries(letters), start=1):
        if any(kind.casefold() in _GROUPS for kind in entry.get("objectclass", ())):
            problems.append(Problem(number, said("list", row=number)))
            continue
        values: dict[str, list[str]] = {}
        for name, texts in entry.items():
            if name in _FIELDS:
                values.setdefault(_FIELDS[name], []).extend(texts)
        contact = record.build(number, values, problems, what="entry")
        if contact:
            found.append(contact)
    return Reading("ldif", encoding, tuple(found), tuple(problems))


def _entries(letters: str) -> Iterator[dict[str, list[str]]]:
    """Cut a file into entries: attributes in small letters, each with its values."""
    unfolded = re.sub(r"\r?\n ", "", letters)
    for block in re.split(r"(?:\r?\n){2,}", unfolded):
        entry: dict[str, list[str]] = {}
        for line in block.splitlines():
            name, colon, value = line.partition(":")
            if colon and not line.startswith("#"):
                entry.setdefault(name.partition(";")[0].strip().casefold(), []).append(_text(value))
        if "dn" in entry:
            yield entry


def _text(value: str) -> str:
    """Read a value; one after a second colon is written in base64."""
    if not value.startswith(":"):
        return value.strip()
    try:
        return base64.b64decode(value[1:].strip()).decode("utf-8", errors="replace")
    except (binascii.Error, ValueError):
        return ""
