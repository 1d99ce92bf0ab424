"""ZIP files: LinkedIn's data export, Excel workbooks, a folder of cards. Nothing is ever unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from infoview.errors import ImportFileError
from infoview.importers import linkedin, workbooks
from infoview.importers.joining import together
from infoview.importers.reading import ImportedContact, Problem, Reading, refusal, said
from infoview.text.addresses import page_key

LARGEST_MEMBER = 60 * 1024 * 1024
MOST_MEMBERS = 20_000
_READABLE = (".csv", ".tsv", ".txt", ".vcf", ".xlsx", ".ldif")
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError,
)  # fmt: skip
"""What reading a damaged file raises, by where the damage is."""
Reader = Callable[[bytes, str], Reading]


def read(data: bytes, reader: Reader, mapping: Mapping[str, str] | None = None) -> Reading:
    """Read the contacts out of a ZIP file, whichever kind it is.

    Raises:
        ImportFileError: It is damaged, protected, too large, or holds no contacts.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            members = [m for m in opened.infolist()[:MOST_MEMBERS] if not m.is_dir()]
            names = {member.filename for member in members}
            if "[Content_Types].xml" in names:
                return workbooks.read(data, opened, mapping)
            if "mimetype" in names and b"opendocument" in _content(opened, opened.getinfo("mimetype")):
                raise refusal("open_document")
            return _read_members(opened, members, reader)
    except _DAMAGE as error:
        raise refusal("zip_broken") from error
    except RuntimeError as error:  # what zipfile raises for a password
        raise refusal("zip_protected") from error


def _read_members(opened: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo], reader: Reader) -> Reading:
    usable = [m for m in members if not _base(m).startswith(".") and "__MACOSX" not in m.filename]
    connections = next((m for m in usable if _base(m) == "connections.csv"), None)
    if connections:
        reading = reader(_content(opened, connections), "Connections.csv")
        return _with_last_contact(reading, opened, usable)
    readable = [m for m in usable if _base(m).endswith(_READABLE) and not _base(m).endswith(".zip")]
    cards = [m for m in readable if _base(m).endswith(".vcf")]
    if cards:
        return together([reader(_content(opened, card), _base(card)) for card in cards])
    if len(readable) == 1:
        return reader(_content(opened, readable[0]), _base(readable[0]))
    raise refusal("zip_other")


def _base(member: zipfile.ZipInfo) -> str:
    return member.filename.replace("\\", "/").rsplit("/", 1)[-1].lower()


def _content(opened: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Read one member, never more than its limit, whatever its header claims."""
    if member.file_size > LARGEST_MEMBER:
        raise refusal("zip_large")
    with opened.open(member) as stream:
        content = stream.read(LARGEST_MEMBER + 1)
    if len(content) > LARGEST_MEMBER:
        raise refusal("zip_large")
    return content


def _with_last_contact(
    reading: Reading, opened: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]
) -> Reading:
    """Add when a person was last written to or heard from; of messages only dates and profiles are read."""
    dates: dict[str, date] = {}
    problems = list(reading.problems)
    for member in members:
        if _base(member) in {"messages.csv", "invitations.csv"}:
            try:
                linkedin.collect_dates(_content(opened, member), dates)
            except ImportFileError:
                problems.append(Problem(None, said("member_unread", file=_base(member))))
    people = tuple(_dated(person, dates) for person in reading.contacts) if dates else reading.contacts
    return replace(reading, contacts=people, problems=tuple(problems))


def _dated(person: ImportedContact, dates: Mapping[str, date]) -> ImportedContact:
    day = dates.get(page_key(person.url)) if person.url else None
    return replace(person, last_contact_on=day) if day else person
