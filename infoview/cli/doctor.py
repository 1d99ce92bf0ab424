"""`infoview doctor`: what this machine lacks, if anything, in sentences that say what to do about it."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import webbrowser
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

import click

from infoview import __version__
from infoview.cli.output import as_json as in_json
from infoview.content import words
from infoview.errors import InfoviewError
from infoview.logbook.place import default_logbook

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is well, and a sentence about it."""

    name: str
    ok: bool
    sentence: str


@click.command
@click.option("--json", "as_json", is_flag=True)
def doctor(*, as_json: bool) -> None:
    """Say what this machine lacks, if anything."""
    findings = list(examine(default_logbook()))
    lacking = [finding.sentence for finding in findings if not finding.ok]
    if as_json:
        found = {"ok": not lacking, "version": __version__, "findings": [asdict(each) for each in findings]}
        click.echo(in_json(found, indent=2))
    else:
        for finding in findings:
            click.echo(f"{_said('ok' if finding.ok else 'lacks')} {finding.sentence}")
    if lacking:
        raise InfoviewError(" ".join(lacking))


def examine(logbook: Path) -> Iterator[Finding]:
    """Look at everything the workbook needs, one finding each."""
    yield python(sys.version_info[:3])
    yield packages(metadata.requires("infoview") or [])
    yield search()
    yield writable(logbook)
    yield browser()


def python(version: tuple[int, ...]) -> Finding:
    """Look at the version of Python."""
    number, oldest = (".".join(map(str, each)) for each in (version, OLDEST_PYTHON))
    if version >= OLDEST_PYTHON:
        return Finding("python", ok=True, sentence=_said("python", version=number))
    return Finding("python", ok=False, sentence=_said("old_python", version=number, oldest=oldest))


def packages(requirements: list[str]) -> Finding:
    """Look whether everything the package asks for is installed; what only its tests need is left out."""
    names = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in requirements if "extra ==" not in line]
    missing = [name for name in names if not is_installed(name)]
    if not missing:
        return Finding("packages", ok=True, sentence=_said("packages", number=len(names)))
    sentence = _said("missing_packages", names=", ".join(missing), python=sys.executable)
    return Finding("packages", ok=False, sentence=sentence)


def is_installed(name: str) -> bool:
    """Say whether a package of this name is installed."""
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def search() -> Finding:
    """Look whether this Python's SQLite can search, as the pool of imported people needs (FTS5)."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE pool USING fts5(name)")
    except sqlite3.Error:
        return Finding("search", ok=False, sentence=_said("no_search"))
    finally:
        connection.close()
    return Finding("search", ok=True, sentence=_said("search", version=sqlite3.sqlite_version))


def writable(logbook: Path) -> Finding:
    """Look whether a logbook can be kept at its place; nothing is made there."""
    standing = next(place for place in (logbook, *logbook.parents) if place.exists())
    fits = standing.is_file() if standing == logbook else standing.is_dir()
    if fits and os.access(standing, os.W_OK):
        return Finding("logbook", ok=True, sentence=_said("logbook", place=logbook))
    return Finding("logbook", ok=False, sentence=_said("no_logbook", place=logbook))


def browser() -> Finding:
    """Look for a browser that can be opened from here; without one the address can still be copied."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        return Finding("browser", ok=True, sentence=_said("no_browser"))
    return Finding("browser", ok=True, sentence=_said("browser"))


def _said(name: str, **facts: object) -> str:
    return str(words("commands")["doctor"][name].format(**facts))
