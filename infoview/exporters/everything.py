"""Everything out again: all files of one export, made in memory before any of them is written."""

from __future__ import annotations

import io
import tempfile
import zipfile
from datetime import date, datetime
from pathlib import Path

from infoview.contacts.listing import by_name
from infoview.content import sentence
from infoview.errors import InputError
from infoview.exporters.excel import workbook
from infoview.exporters.ics import calendar
from infoview.exporters.logbook_json import dump
from infoview.exporters.report import page
from infoview.exporters.sharing import for_others, page_for_others
from infoview.exporters.spreadsheet import tables
from infoview.exporters.vcard import vcards
from infoview.logbook import Logbook


def files(logbook: Logbook, now: datetime) -> dict[str, bytes]:
    """Make every file of an export, by its name."""
    return {
        "logbook.infoview": logbook.copy(),
        "logbook.json": dump(logbook).encode(),
        "logbook.html": page(logbook, now.date()).encode(),
        "people.vcf": vcards(by_name(logbook.contacts.find()), logbook.uid),
        "calendar.ics": calendar(logbook, now),
        "logbook.xlsx": workbook(logbook),
        **tables(logbook),
    }


def files_for_others(logbook: Logbook, today: date, *, names: bool) -> dict[str, bytes]:
    """Make what may be shown around, by its name: a logbook to open, and a page to read."""
    copy = for_others(logbook, names=names)
    try:
        return {
            "shared.infoview": copy.copy(),
            "shared.html": page_for_others(logbook, today, names=names).encode(),
        }
    finally:
        copy.close()


def zipped(content: dict[str, bytes]) -> bytes:
    """Pack files into one ZIP file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return packed.getvalue()


def write_files(folder: Path, content: dict[str, bytes]) -> None:
    """Write files into a folder, all of them or none; a file that is there already is never replaced.

    Raises:
        InputError: One of the files is there already, or the folder cannot be written.
    """
    taken = sorted(name for name in content if (folder / name).exists())
    if taken:
        raise InputError(sentence("errors.exports.holds", folder=folder, file=taken[0]))
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".export-") as desk:
            for name, data in content.items():
                (Path(desk) / name).write_bytes(data)
            for name in content:
                (Path(desk) / name).rename(folder / name)
                made.append(folder / name)
    except OSError as error:
        for path in made:
            path.unlink(missing_ok=True)
        reason = error.strerror or error
        raise InputError(sentence("errors.exports.cannot_be_written", folder=folder, error=reason)) from error
