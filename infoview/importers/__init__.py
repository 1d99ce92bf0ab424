"""Reading contacts from the files people have: LinkedIn, Google, Outlook, Thunderbird, vCards, any list.

`read` takes a file's bytes and gives a `Reading`: the people, and a sentence for everything left out or
repaired. Nothing is fetched, nothing is written, and a file's name is believed less than its content.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from infoview.errors import ImportFileError
from infoview.importers import archive, encodings, ldif, linkedin, spreadsheet, tables, vcard
from infoview.importers.columns import FIELDS, guess_columns
from infoview.importers.reading import ImportedContact, Problem, Reading

__all__ = ["FIELDS", "ImportedContact", "Problem", "Reading", "guess_columns", "read"]

LARGEST_FILE = 60 * 1024 * 1024

_SAVE_AS = "Open it in the program it comes from and save it as CSV or vCard, then choose that file."
_NOT_CONTACTS = (
    (b"%PDF", f"This is a PDF, which holds no list that can be read for certain. {_SAVE_AS}"),
    (b"\xd0\xcf\x11\xe0", f"This is an old or protected Office file. {_SAVE_AS}"),
    (b"\x89PNG", "This is a picture, not a list of contacts. Choose a CSV, vCard or Excel file."),
    (b"\xff\xd8\xff", "This is a picture, not a list of contacts. Choose a CSV, vCard or Excel file."),
    (b"GIF8", "This is a picture, not a list of contacts. Choose a CSV, vCard or Excel file."),
    (b"\x1f\x8b", "This file is packed. Unpack it first, then choose the file inside."),
    (b"Rar!", "This file is packed. Unpack it first, then choose the file inside."),
    (b"7z\xbc\xaf", "This file is packed. Unpack it first, then choose the file inside."),
    (b"SQLite format 3", "This is a database, not a list of contacts. Choose a CSV, vCard or Excel file."),
    (b"{\\rtf", f"This is a text document, not a list. {_SAVE_AS}"),
)
_OTHER_TEXTS = (
    ("begin:vcalendar", "This is a calendar, not a list of contacts. Choose a CSV, vCard or Excel file."),
    ("<?xml", f"This is an XML file, which is not read here. {_SAVE_AS}"),
)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|script|svg)\b",
    re.IGNORECASE | re.DOTALL,
)
_CARD = re.compile(
    r"(?:^|\r)[ \t\ufeff]*(?:\w+\.)?BEGIN[ \t]*:[ \t]*VCARD[ \t]*(?:\r|$)", re.IGNORECASE | re.MULTILINE
)


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
        raise ImportFileError(
            "This file is larger than 60 MB. Choose the part of it that holds your contacts."
        )
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ImportFileError("This file is empty.")
    for beginning, sentence in _NOT_CONTACTS:
        if data.startswith(beginning):
            raise ImportFileError(sentence)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return archive.read(data, lambda inner, name: read(inner, name, mapping), mapping)
    return _read_text(data, file_name, mapping)


def _read_text(data: bytes, file_name: str, mapping: Mapping[str, str] | None) -> Reading:
    found, encoding = encodings.decode(data)
    letters = encodings.put_right(found)
    if _CARD.search(letters[:200_000]):
        reading = vcard.read(data if letters == found else letters.encode("utf-8"), letters, encoding)
    elif ldif.SIGN.match(letters):
        reading = ldif.read(letters, encoding)
    else:
        _refuse_other_text(letters, file_name)
        reading = spreadsheet.contacts(tables.from_text(letters, mapping), encoding=encoding, mapping=mapping)
    repairs = []
    if letters != found:
        repairs.append("Some letters were garbled, such as “Ã¼” for “ü”; they were put right.")
    if "\ufffd" in letters:
        repairs.append(
            "Some letters can't be read and show as “\ufffd”. Saving the file again as UTF-8 helps."
        )
    if "\x00" in letters:
        repairs.append("Some signs that belong in no text were left out.")
    problems = (*(Problem(None, sentence) for sentence in repairs), *reading.problems)
    return replace(reading, problems=problems)


def _refuse_other_text(letters: str, file_name: str) -> None:
    if _PAGE.match(letters):
        raise ImportFileError(
            "This is a web page, not a list of contacts: perhaps the sign-in page was saved in place of the "
            "file. Download the file again."
        )
    beginning = letters[:1_000].lstrip("\ufeff \t\r\n").casefold()
    for sign, sentence in _OTHER_TEXTS:
        if beginning.startswith(sign):
            raise ImportFileError(sentence)
    if letters.lstrip()[:1] in {"{", "["} and file_name.lower().endswith("json"):
        raise ImportFileError(f"This is a JSON file, which is not read here. {_SAVE_AS}")
    linkedin.refuse_other_lists(letters)
