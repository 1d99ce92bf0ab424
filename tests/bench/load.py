"""How a room bears many visitors who come at once: from this the documentation says how many fit.

Run it with `PYTHONPATH=tests python tests/bench/load.py 1 5 10 20 40`. Visitors have no browser: each asks
for a page, opens the line to its kernel, and asks that kernel who it is. All is on this machine;
at most forty.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
from made.guests import Guest, Line

MOST = 40


def arrive(url: str) -> tuple[float, Line | None]:
    """Come in: how many seconds until the kernel answers, and the line, or None where it failed."""
    began = time.perf_counter()
    try:
        line = Guest(url).open().reach()
        answered = isinstance(line, Line) and line.ask()
    except (AssertionError, OSError):
        answered, line = False, None
    return time.perf_counter() - began, line if answered else None


def held_by(process: int) -> tuple[float, int]:
    """What a server and all below it hold: megabytes that are theirs (shared ones in parts), and handles."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, row.split())) for row in listed.splitlines()]
    family = {process}
    while grown := {child for child, parent in pairs if parent in family} - family:
        family |= grown
    kilobytes = 0
    for pid in family:
        told = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
        kilobytes += int(told[1]) if told else 0
    return kilobytes / 1000, len(list(Path(f"/proc/{process}/fd").iterdir()))


def measure(visitors: int) -> str:
    """Let so many come at once into a new room, and write a row of the table."""
    command = [sys.executable, "-m", "infoview", "app", "--public", "--room", str(visitors)]
    command += ["--no-browser", "--port", "0"]
    pipe = subprocess.PIPE
    with (
        tempfile.TemporaryDirectory(prefix="load") as home,
        subprocess.Popen(command, env=os.environ | {"HOME": home}, stdout=pipe, text=True) as server,
    ):
        try:
            url = re.search(r"http://\S+", server.stdout.readline())[0]
            with ThreadPoolExecutor(visitors) as pool:
                came = list(pool.map(arrive, [url] * visitors))
            megabytes, handles = held_by(server.pid)
        finally:
            server.terminate()
    seconds = sorted(waited for waited, _ in came)
    failed = sum(line is None for _, line in came)
    ends = f"{seconds[0]:5.2f} {statistics.median(seconds):7.2f} {seconds[-1]:6.2f}"
    return f"{visitors:8} {ends} {failed:7} {megabytes:5.0f} {handles:8}"


@click.command
@click.argument("visitors", nargs=-1, required=True, type=click.IntRange(1, MOST))
def main(visitors: tuple[int, ...]) -> None:
    """Measure each number of visitors in turn."""
    click.echo(f"load of this machine before: {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    click.echo("visitors first  median   last  failed    MB  handles")
    for number in visitors:
        click.echo(measure(number))


if __name__ == "__main__":
    main()
