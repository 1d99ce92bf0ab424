"""How long a file that was made to break a reader keeps the import, in seconds of the processor.

Run it with `make bench`. Each is imported by a process of its own, as the command line does; a list of one
person is imported the same way, and says what the process alone takes.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click
from made.hostile import MADE, made
from made.running import run

MOST = 20.0
"""Seconds after which nobody waits for a sentence any more."""
SLOWEST = 5


def seconds(data: bytes) -> float:
    """Import one file into a new logbook."""
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        path = Path(folder) / "people"
        path.write_bytes(data)
        return run("import", str(path), "--logbook", str(path.with_name("mine.infoview"))).seconds


def main() -> int:
    """Print the slowest; fail when one takes longer than it may."""
    bare = min(seconds(b"Name\nAda Park\n") for _ in range(3))
    took = {name: seconds(made(name)) for name in MADE}
    click.echo(f"a list of one person: {bare:.2f} s; {len(took)} hostile files, the slowest:")
    slowest = sorted(took, key=took.__getitem__, reverse=True)[:SLOWEST]
    for name in slowest:
        click.echo(f"  {name}: {took[name]:.2f} s, {took[name] / bare:.0f} times that")
    click.echo(f"goal: at most {MOST:.0f} s each")
    return int(took[slowest[0]] > MOST)


if __name__ == "__main__":
    sys.exit(main())
