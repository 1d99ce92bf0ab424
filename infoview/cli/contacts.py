"""`infoview import`: reads contacts from a file, shows what was understood, keeps them in a logbook."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from infoview.contacts.already_known import Likeness
    from infoview.duplicates import Duplicate
    from infoview.importers import ImportedContact, Reading

_SHOWN = 10


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--logbook", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
def import_contacts(file: Path, logbook: Path | None, *, dry_run: bool, as_json: bool) -> None:
    """Read contacts from a file."""
    from infoview import duplicates, importers  # noqa: PLC0415 - other commands start without them
    from infoview.contacts.already_known import likenesses  # noqa: PLC0415 - as above

    reading = importers.read(_bytes(file), file.name)
    doubles = duplicates.find(reading.contacts)
    if dry_run:
        kept, perhaps = None, likenesses(reading.contacts)
    else:
        kept, perhaps = _keep(reading, file.name, logbook)
    if as_json:
        more = {"perhaps": [asdict(one) for one in perhaps], "kept": kept}
        click.echo(json.dumps(_as_json(reading, doubles) | more, ensure_ascii=False))
    else:
        click.echo(_as_text(reading, doubles, perhaps, kept))


def _bytes(file: Path) -> bytes:
    from infoview.errors import InputError  # noqa: PLC0415 - as above
    from infoview.importers import LARGEST_FILE  # noqa: PLC0415 - as above

    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)  # one more than is read, so that it is refused as too large
    except FileNotFoundError as error:
        raise InputError(f"There is no file {file}.") from error


def _keep(reading: Reading, name: str, logbook: Path | None) -> tuple[int, tuple[Likeness, ...]]:
    """Put the people into the logbook's pool, all or none; count them, and find who may be there already."""
    from infoview.contacts.already_known import likenesses  # noqa: PLC0415 - as above
    from infoview.contacts.pooling import keep  # noqa: PLC0415 - as above
    from infoview.dates import clock  # noqa: PLC0415 - as above
    from infoview.logbook import open_file  # noqa: PLC0415 - as above
    from infoview.logbook.place import default_logbook  # noqa: PLC0415 - as above

    book = open_file(logbook or default_logbook())
    try:
        perhaps = likenesses(reading.contacts, book.contacts.find(), book.pool.find())
        with book.change():
            record = keep(book, reading, name, clock.today())
    finally:
        book.close()
    return record.people, perhaps


def _as_json(reading: Reading, doubles: tuple[Duplicate, ...]) -> dict[str, Any]:
    return {
        "format": reading.format,
        "encoding": reading.encoding,
        "contacts": [_contact(person) for person in reading.contacts],
        "problems": [asdict(problem) for problem in reading.problems],
        "duplicates": [
            {
                "rows": [reading.contacts[place].row for place in double.places],
                "confidence": double.confidence,
                "reason": double.reason,
            }
            for double in doubles
        ],
        "columns": dict(reading.columns),
    }


def _contact(person: ImportedContact) -> dict[str, Any]:
    days = (person.connected_on, person.last_contact_on)
    connected, last = (day.isoformat() if day else None for day in days)
    return asdict(person) | {"email": person.email, "connected_on": connected, "last_contact_on": last}


def _as_text(
    reading: Reading, doubles: tuple[Duplicate, ...], perhaps: tuple[Likeness, ...], kept: int | None
) -> str:
    people = reading.contacts
    certain = [double.reason for double in doubles if double.confidence == "certain"]
    lines = [f"{len(people):,} {'contact' if len(people) == 1 else 'contacts'} read ({reading.format})."]
    lines += ["  " + ", ".join(filter(None, (p.name, p.title, p.organization))) for p in people[:_SHOWN]]
    lines += _more(len(people))
    lines += [problem.message for problem in reading.problems]
    lines += ["In this file twice, and kept once:", *(f"  {reason}" for reason in certain)] if certain else []
    lines += ["Perhaps there already, and kept all the same:"] if perhaps else []
    lines += [f"  {one.sentence}" for one in perhaps[:_SHOWN]] + _more(len(perhaps))
    lines += [] if kept is None else [f"{kept:,} new in your logbook, to pick from."]
    return "\n".join(lines)


def _more(number: int) -> list[str]:
    return [f"  … and {number - _SHOWN:,} more."] if number > _SHOWN else []
