"""What reading a file gives: the people in it, and a sentence for everything that was not as it should be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from infoview.content import words
from infoview.errors import ImportFileError


@dataclass(frozen=True, slots=True)
class ImportedContact:
    """One person as their record in a file says; nothing merged, nothing looked up."""

    row: int
    name: str
    first_name: str = ""
    last_name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    organization: str = ""
    department: str = ""
    title: str = ""
    location: str = ""
    url: str = ""
    connected_on: date | None = None
    last_contact_on: date | None = None
    note: str = ""

    @property
    def email(self) -> str:
        """The address to write to first, or ""."""
        return self.emails[0] if self.emails else ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something left out or repaired, said as a sentence; `row` is None when it concerns the whole file."""

    row: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A file, read: its format, its people, its problems, and for a table which column was taken for what."""

    format: str
    encoding: str
    contacts: tuple[ImportedContact, ...]
    problems: tuple[Problem, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def nameless(self) -> bool:
        """Whether it is whole cards that name nobody: they were understood, and there is nobody to keep."""
        card = words("importers")["records"]["card"]
        left_out = {said("no_name", record=card, row=problem.row) for problem in self.problems}
        named = self.contacts or {problem.message for problem in self.problems} != left_out
        return self.format == "vcard" and not named


def said(key: str, **filled: object) -> str:
    """Fill in one of the sentences of `content/importers.toml` about what was left out or repaired."""
    sentence: str = words("importers")["said"][key]
    return sentence.format(**filled)


def refusal(key: str, **filled: object) -> ImportFileError:
    """Make the error that says why a file is not read, in the words of `content/importers.toml`."""
    refused = words("importers")["refused"]
    return ImportFileError(refused[key].format(save_as=refused["save_as"], **filled))
