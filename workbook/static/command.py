"""The command `infoview static`: a folder in, the workbook for any web host out."""

from __future__ import annotations

from pathlib import Path

import click

from infoview.content import sentence

MEGABYTE = 1_000_000


@click.command
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def static(folder: Path) -> None:
    """Make the folder of the static edition."""
    from workbook.static.build import build  # noqa: PLC0415 - help and refusals come at once

    built = build(folder.expanduser().absolute())
    click.echo(
        sentence(
            "static.build.done",
            folder=built.folder,
            files=built.files,
            size=f"{built.size / MEGABYTE:.1f}",
        )
    )
