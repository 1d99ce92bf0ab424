"""`infoview demo`: a sample logbook to look around in."""

from __future__ import annotations

from pathlib import Path

import click

from infoview.dates import clock
from infoview.errors import InputError
from infoview.logbook import open_memory
from infoview.sample import write


@click.command(epilog="Example:  infoview demo sample.infoview && infoview app sample.infoview")
@click.argument("file", type=click.Path(path_type=Path))
def demo(file: Path) -> None:
    """Write a sample logbook about invented people.

    It is far enough along to show every page. FILE must not exist yet.
    """
    logbook = open_memory()
    write(logbook, clock.today())
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("xb") as new:
            new.write(logbook.copy())
    except FileExistsError as error:
        raise InputError(
            f"{file} is there already and was left as it is. Choose a new name for the sample."
        ) from error
    click.echo(f"The sample logbook is in {file}. Open it with:  infoview app {file}")
