"""`infoview workshop`: what a facilitator prints and projects."""

from __future__ import annotations

from pathlib import Path

import click

from infoview.cli.output import DONE
from infoview.content import words


@click.command
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def workshop(folder: Path) -> int:
    """Write the run sheets, the exercises and the handout."""
    from infoview.exporters.workshop import write  # noqa: PLC0415 - other commands start without it

    files = ", ".join(file.name for file in write(folder))
    click.echo(words("commands")["workshop"]["done"].format(folder=folder, files=files))
    return DONE
