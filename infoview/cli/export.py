"""`infoview export`: everything out again, in forms that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from infoview.cli.logbooks import existing_logbook
from infoview.cli.output import DONE
from infoview.content import words
from infoview.dates import clock
from infoview.errors import InputError
from infoview.exporters.everything import files, files_for_others, write_files


@click.command
@click.option("--to", "folder", required=True, type=click.Path(path_type=Path, file_okay=False))
@click.option("--logbook", "place", type=click.Path(path_type=Path))
@click.option("--share", is_flag=True)
@click.option("--keep-names", is_flag=True)
def export(folder: Path, place: Path | None, *, share: bool, keep_names: bool) -> int:
    """Write out everything in a logbook."""
    said = words("commands")["export"]
    if keep_names and not share:
        raise InputError(said["only_shared"])
    with existing_logbook(place) as logbook:
        now = clock.now()
        content = files_for_others(logbook, now.date(), names=keep_names) if share else files(logbook, now)
    write_files(folder, content)
    click.echo(said["done"].format(number=len(content), folder=folder, files=", ".join(content)))
    return DONE
