"""`infoview counts` and `infoview group`: numbers to hand over, and what many of them come to."""

from __future__ import annotations

from pathlib import Path

import click

from infoview.cli.logbooks import existing_logbook
from infoview.cli.output import DONE, as_json
from infoview.content import sentence, words
from infoview.dates import clock
from infoview.errors import InputError
from infoview.exporters.everything import write_files


@click.command
@click.option("--logbook", "place", type=click.Path(path_type=Path))
@click.option("--to", "file", type=click.Path(path_type=Path, dir_okay=False))
def counts(place: Path | None, file: Path | None) -> int | None:
    """Show what would be handed over to a group, and write it where that is asked for."""
    from infoview.group.counts import count, dump  # noqa: PLC0415 - other commands start without them

    with existing_logbook(place) as logbook:
        text = dump(count(logbook, clock.today()))
    click.echo(text, nl=False)
    if file is None:
        return None
    write_files(file.parent, {file.name: text.encode()})
    click.echo(words("commands")["counts"]["done"].format(file=file), err=True)
    return DONE


@click.command
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--to", "file", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "in_json", is_flag=True)
def group(folder: Path, file: Path, *, in_json: bool) -> int:
    """Put the counts files of a folder together."""
    from infoview.group import merging, output  # noqa: PLC0415 - as above

    if file.suffix.lower() != ".xlsx":
        raise InputError(sentence("errors.group.ending"))
    every, problems = merging.read(folder)
    try:
        merged = merging.merge(every)
    except InputError as error:
        raise InputError(" ".join([str(error), *problems])) from error
    content = output.files(merged, file.stem)
    write_files(file.parent, content)
    said = words("commands")["group"]
    if in_json:
        click.echo(as_json({**output.plain(merged), "problems": problems}))
        return DONE
    lines = [said["done"].format(files=", ".join(content), folder=file.parent), *output.notes(merged)[:-2]]
    click.echo("\n".join([*lines, *problems]))
    return DONE
