"""`infoview restore`: an exported or saved logbook becomes one to work in again."""

from __future__ import annotations

from pathlib import Path

import click

from infoview.cli.output import DONE
from infoview.content import words
from infoview.errors import InputError
from infoview.exporters.logbook_json import saved_copy
from infoview.logbook import open_memory
from infoview.logbook.place import default_logbook


@click.command
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--to", "place", type=click.Path(path_type=Path))
def restore(file: Path, place: Path | None) -> int:
    """Make a logbook of an exported or saved one; one that is there already is never replaced."""
    said = words("commands")
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise InputError(said["files"]["missing"].format(file=file)) from error
    logbook = open_memory(saved_copy(data))
    target = place or default_logbook()
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("xb") as new:
            new.write(logbook.copy())
    except FileExistsError as error:
        raise InputError(said["restore"]["there_already"].format(file=target)) from error
    finally:
        logbook.close()
    click.echo(said["restore"]["done"].format(file=target))
    return DONE
