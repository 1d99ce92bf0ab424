"""`infoview import`: reads contacts from a file, shows what was understood, keeps them in a logbook."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from infoview.duplicates import Duplicate
    from infoview.importers import ImportedContact, Reading

_SHOWN = 10


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--logbook", type=click.Path(dir_okay=False, path_type=Path), help="Where to keep them.")
@click.option("--dry-run", is_flag=True, help="Only show what would be read; keep nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_contacts(file: Path, logbook: Path | None, *, dry_run: bool, as_json: bool) -> None:
    """Read contacts from FILE: LinkedIn's Connections.csv or ZIP, vCards, CSV, Excel.

    Example:  infoview import Connections.csv --dry-run
    """
    from infoview import duplicates, importers  # noqa: PLC0415 - other commands start without them

    reading = importers.read(_bytes(file), file.name)
    if not dry_run:
        _keep(reading, file.name, logbook)
    doubles = duplicates.find(reading.contacts)
    click.echo(
        json.dumps(_as_json(reading, doubles), ensure_ascii=False) if as_json else _as_text(reading, doubles)
    )


def _bytes(file: Path) -> bytes:
    from infoview.errors import InputError  # noqa: PLC0415 - as above
    from infoview.importers import LARGEST_FILE  # noqa: PLC0415 - as above

    try:
        if file.stat().st_size > LARGEST_FILE:
            return b"\x00" * 0
        return file.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"There is no file {file}.") from error


def _keep(reading: Reading, name: str, logbook: Path | None) -> None:
    del reading, name, logbook
    from infoview.errors import LogbookError  # noqa: PLC0415 - as above

    raise LogbookError("There is no logbook yet. Use --dry-run to see what would be read.")


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


def _as_text(reading: Reading, doubles: tuple[Duplicate, ...]) -> str:
    people = reading.contacts
    lines = [f"{len(people):,} {'contact' if len(people) == 1 else 'contacts'} read ({reading.format})."]
    lines += ["  " + ", ".join(filter(None, (p.name, p.title, p.organization))) for p in people[:_SHOWN]]
    lines += [f"  … and {len(people) - _SHOWN:,} more."] if len(people) > _SHOWN else []
    lines += [problem.message for problem in reading.problems]
    lines += [f"{people[d.places[0]].name} may be in this file twice: {d.reason}" for d in doubles]
    return "\n".join(lines)
