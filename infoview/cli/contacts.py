"""`infoview import`: reads contacts from a file, shows what was understood, keeps them in a logbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infoview.cli.output import DONE
from infoview.cli.output import as_json as in_json
from infoview.content import words
from infoview.text.plurals import number_in_words

if TYPE_CHECKING:
    from infoview.contacts.already_known import Likeness
    from infoview.duplicates import Duplicate
    from infoview.importers import ImportedContact, Reading
    from infoview.logbook import Logbook
    from infoview.records.contacts import ContactImport

_SHOWN = 10
_LONG_FILE = 2_000_000
"""Bytes from which on a file takes so long that each stage of the work is told."""


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--logbook", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
def import_contacts(file: Path, logbook: Path | None, *, dry_run: bool, as_json: bool) -> int | None:
    """Read contacts from a file; `DONE` once a logbook keeps them."""
    from infoview import duplicates, importers  # noqa: PLC0415 - other commands start without them
    from infoview.contacts.already_known import likenesses  # noqa: PLC0415 - as above

    data = _bytes(file)
    tell = _tells(is_long=len(data) > _LONG_FILE)
    tell("reading", file=file.name)
    reading = importers.read(data, file.name)
    if not (reading.contacts or (dry_run and reading.nameless)):
        raise _nobody(reading, file.name)
    tell("comparing", number=len(reading.contacts))
    doubles = duplicates.find(reading.contacts)
    kept = None
    if dry_run:
        perhaps = likenesses(reading.contacts)
    else:
        with _opened(logbook) as book:
            perhaps = likenesses(reading.contacts, book.contacts.find(), book.pool.find())
            tell("keeping")
            kept = _keep(book, reading, file.name)
    done = None if kept is None else DONE
    if as_json:
        click.echo(_as_json(reading, doubles, perhaps, kept.people if kept else None))
        return done
    click.echo(_as_text(reading, doubles, perhaps))
    if kept:
        click.echo(_kept_as_text(reading, kept))
    return done


def _tells(*, is_long: bool) -> Callable[..., None]:
    """Give a way to say on standard error how far a long import is; a short one says nothing."""
    stages = words("importers")["stages"]

    def tell(stage: str, **filled: object) -> None:
        if is_long:
            click.echo(stages[stage].format(**filled), err=True)

    return tell


def _bytes(file: Path) -> bytes:
    from infoview.errors import InputError  # noqa: PLC0415 - as above
    from infoview.importers import LARGEST_FILE  # noqa: PLC0415 - as above

    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)  # one more than is read, so that it is refused as too large
    except FileNotFoundError as error:
        raise InputError(words("commands")["files"]["missing"].format(file=file)) from error


def _nobody(reading: Reading, name: str) -> Exception:
    """Say that there is nobody in a file, and why."""
    from infoview.importers.reading import refusal  # noqa: PLC0415 - as above

    return refusal("nobody", file=name, reason=" ".join(problem.message for problem in reading.problems[:3]))


@contextmanager
def _opened(logbook: Path | None) -> Iterator[Logbook]:
    from infoview.logbook import open_file  # noqa: PLC0415 - as above
    from infoview.logbook.place import default_logbook  # noqa: PLC0415 - as above

    book = open_file(logbook or default_logbook())
    try:
        yield book
    finally:
        book.close()


def _keep(book: Logbook, reading: Reading, name: str) -> ContactImport:
    """Put the people into the logbook's pool, all or none."""
    from infoview.contacts.pooling import keep  # noqa: PLC0415 - as above
    from infoview.dates import clock  # noqa: PLC0415 - as above

    with book.change():
        return keep(book, reading, name, clock.today())


def _as_json(
    reading: Reading, doubles: Sequence[Duplicate], perhaps: Sequence[Likeness], kept: int | None
) -> str:
    """Write what was read as one JSON object, in letters that any console can print."""
    answer = {
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
        "perhaps": [asdict(likeness) for likeness in perhaps],
        "kept": kept,
    }
    return in_json(answer)


def _contact(person: ImportedContact) -> dict[str, Any]:
    days = (person.connected_on, person.last_contact_on)
    connected, last = (day.isoformat() if day else None for day in days)
    return asdict(person) | {"email": person.email, "connected_on": connected, "last_contact_on": last}


def _as_text(reading: Reading, doubles: Sequence[Duplicate], perhaps: Sequence[Likeness]) -> str:
    people, shown = reading.contacts, words("importers")["shown"]
    certain = [double.reason for double in doubles if double.confidence == "certain"]
    forms = {key: form.replace("{format}", reading.format) for key, form in shown["read"].items()}
    lines = [number_in_words(forms, len(people))]
    lines += ["  " + ", ".join(filter(None, (p.name, p.title, p.organization))) for p in people[:_SHOWN]]
    lines += _more(len(people))
    lines += [problem.message for problem in reading.problems]
    lines += [shown["twice"], *(f"  {reason}" for reason in certain)] if certain else []
    lines += [shown["perhaps"]] if perhaps else []
    lines += [f"  {likeness.sentence}" for likeness in perhaps[:_SHOWN]] + _more(len(perhaps))
    return "\n".join(lines)


def _kept_as_text(reading: Reading, kept: ContactImport) -> str:
    """Name those who were added to somebody's entry, and count those who are new."""
    printed = {problem.message for problem in reading.problems}
    joined = [said for said in kept.problems if said not in printed]
    return "\n".join([*joined, number_in_words(words("importers")["shown"]["kept"], kept.people)])


def _more(number: int) -> list[str]:
    more = words("importers")["shown"]["more"]
    return ["  " + more.format(number=number - _SHOWN)] if number > _SHOWN else []
