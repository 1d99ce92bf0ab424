"""`infoview demo`: a sample logbook to look around in."""

from __future__ import annotations

from pathlib import Path

import click

from infoview.cli.output import DONE
from infoview.content import words
from infoview.dates import clock
from infoview.errors import InputError
from infoview.logbook import open_memory
from infoview.sample import write


@click.command
@click.argument("file", type=click.Path(path_type=Path))
def demo(file: Path) -> int:
    """Write a sample logbook about invented people."""
    said = words("commands")["demo"]
    logbook = open_memory()
    write(logbook, clock.today())
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("xb") as new:
            new.write(logbook.copy())
    except FileExistsError as error:
        raise InputError(said["there_already"].format(file=file)) from error
    click.echo(said["done"].format(file=file))
    return DONE
