"""`infoview export`: everything out again, in forms that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from infoview import dates
from infoview.cli.logbooks import existing_logbook
from infoview.exporters.everything import files, write_files


@click.command(epilog="Example:  infoview export --to my-export")
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write into.",
)
@click.option(
    "--logbook", "place", type=click.Path(path_type=Path), help="Which logbook; yours, unless you say."
)
def export(folder: Path, place: Path | None) -> None:
    """Write out everything in a logbook.

    A copy of the logbook, JSON, tables (CSV), contacts (vCard), a calendar (.ics) and a page to print.
    """
    with existing_logbook(place) as logbook:
        content = files(logbook, dates.now())
    write_files(folder, content)
    click.echo(f"Wrote {len(content)} files into {folder}: {', '.join(content)}.")
