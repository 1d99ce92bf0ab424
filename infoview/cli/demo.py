"""`infoview demo`: a sample logbook to look around in."""

from __future__ import annotations

from pathlib import Path

import click

from infoview import dates
from infoview.demo import write
from infoview.errors import InputError
from infoview.logbook import open_file


@click.command(epilog="Example:  infoview demo sample.infoview && infoview app sample.infoview")
@click.argument("file", type=click.Path(path_type=Path))
def demo(file: Path) -> None:
    """Write a sample logbook about invented people.

    It is far enough along to show every page. FILE must not exist yet.
    """
    if file.exists():
        raise InputError(f"{file} is there already and was left as it is. Choose a new name for the sample.")
    logbook = open_file(file)
    try:
        write(logbook, dates.today())
    finally:
        logbook.close()
    click.echo(f"The sample logbook is in {file}. Open it with:  infoview app {file}")
