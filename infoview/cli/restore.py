"""`infoview restore`: an exported or saved logbook becomes one to work in again."""

from __future__ import annotations

from pathlib import Path

import click

from infoview.errors import InputError
from infoview.exporters.logbook_json import saved_copy
from infoview.logbook import open_memory
from infoview.logbook.place import default_logbook


@click.command(epilog="Example:  infoview restore my-export/logbook.json --to mine-again.infoview")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--to", "place", type=click.Path(path_type=Path), help="The new logbook's file; yours, unless you say."
)
def restore(file: Path, place: Path | None) -> None:
    """Make a logbook of FILE: a logbook.json that was exported, or a saved copy.

    A logbook that is there already is never replaced.
    """
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"There is no file {file}.") from error
    logbook = open_memory(saved_copy(data))
    target = place or default_logbook()
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("xb") as new:
            new.write(logbook.copy())
    except FileExistsError as error:
        raise InputError(
            f"{target} is there already and was left as it is. Name a new file:  --to FILE"
        ) from error
    finally:
        logbook.close()
    click.echo(f"The logbook is in {target}. Open it with:  infoview app {target}")
