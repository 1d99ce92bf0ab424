"""Reading contacts from the files people have: LinkedIn, Google, Outlook, Thunderbird, vCards, any list.

`read` takes a file's bytes and gives a `Reading`: the people, and a sentence for everything left out or
repaired. Nothing is fetched, nothing is written, and a file's name is believed less than its content.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from infoview.importers import (
    address_lines,
    archive,
    encodings,
    joining,
    ldif,
    linkedin,
    spreadsheet,
    tables,
    vcard,
)
from infoview.importers.columns import FIELDS, guess_columns
from infoview.importers.crowds import uncollected
from infoview.importers.reading import ImportedContact, Problem, Reading, refusal, said

__all__ = ["FIELDS", "ImportedContact", "Problem", "Reading", "guess_columns", "read"]

LARGEST_FILE = 60 * 1024 * 1024

_NOT_CONTACTS = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\x1f\x8b", "packed"),
    (b"Rar!", "packed"),
    (b"7z\xbc\xaf", "packed"),
    (b"SQLite format 3", "database"),
    (b"{\\rtf", "document"),
)
"""How files begin that hold no contacts, with the sentence that says what they are."""
_OTHER_TEXTS = (("begin:vcalendar", "calendar"), ("<?xml", "xml"))
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|script|svg)\b",
    re.IGNORECASE | re.DOTALL,
)
_UNREADABLE = "\ufffd"


@uncollected()
def read(data: bytes, file_name: str, mapping: Mapping[str, str] | None = None) -> Reading:
    """Read the contacts out of a file.

    Args:
        data: The file's bytes.
        file_name: What the file is called; only a last resort for telling its format.
        mapping: For a table, what the person said its headings hold: `{"Wer": "name"}`; see `FIELDS`.

    Raises:
        ImportFileError: The file cannot be read as contacts; the sentence says why and what to do.
    """
    if len(data) > LARGEST_FILE:
        raise refusal("too_large")
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise refusal("empty")
    for beginning, key in _NOT_CONTACTS:
        if data.startswith(beginning):
            raise refusal(key)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return archive.read(data, lambda inner, name: read(inner, name, mapping), mapping)
    return _read_text(data, file_name, mapping)


def _read_text(data: bytes, file_name: str, mapping: Mapping[str, str] | None) -> Reading:
    found, encoding = encodings.decode(data)
    letters = encodings.put_right(found)
    if vcard.is_cards(letters):
        reading = vcard.read(data if letters == found else letters.encode("utf-8"), letters, encoding)
    elif ldif.SIGN.match(letters):
        reading = ldif.read(letters, encoding)
    else:
        _refuse_other_text(letters, file_name)
        reading = address_lines.read(letters, encoding) or _read_tables(letters, encoding, mapping)
    repairs = []
    if letters != found:
        repairs.append("garbled")
    if _UNREADABLE in letters or (reading.format == "vcard" and any(map(_is_unreadable, reading.contacts))):
        repairs.append("unreadable")
    if "\x00" in letters:
        repairs.append("signs")
    if not encodings.is_certain(letters, encoding):
        repairs.append("guessed_letters")
    problems = (*(Problem(None, said(key, encoding=encoding)) for key in repairs), *reading.problems)
    return replace(reading, problems=problems)


def _read_tables(letters: str, encoding: str, mapping: Mapping[str, str] | None) -> Reading:
    found = tables.from_text(letters, mapping)
    return joining.together(
        [spreadsheet.contacts(table, encoding=encoding, mapping=mapping) for table in found], "tables"
    )


def _is_unreadable(person: ImportedContact) -> bool:
    texts = (person.name, person.organization, person.title, person.location, person.note)
    return any(_UNREADABLE in text for text in texts)


def _refuse_other_text(letters: str, file_name: str) -> None:
    if _PAGE.match(letters):
        raise refusal("page")
    beginning = letters[:1_000].lstrip("\ufeff \t\r\n").casefold()
    for sign, key in _OTHER_TEXTS:
        if beginning.startswith(sign):
            raise refusal(key)
    if letters.lstrip()[:1] in {"{", "["} and file_name.lower().endswith("json"):
        raise refusal("json")
    linkedin.refuse_other_lists(letters)
