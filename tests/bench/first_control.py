"""How long until there is something to use: the app, beside a bare Voilà page with one button.

Run it with `make bench`. Both are opened in turn, so that a busy machine is as slow for one as for the
other; the browser's cache is warm, as on anyone's second visit. Last, the app's page is reloaded twenty
times and the kernels that are left are counted.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click
import nbformat
from playwright.sync_api import Page, sync_playwright

ROUNDS = 5
RELOADS = 20
PATIENCE = 60_000
CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
BARE = "import ipywidgets\nipywidgets.Button(description='Press me')"


@contextmanager
def serving(command: list[str], home: Path, words: str):
    """Start a server that says its address after some words, and stop it in the end."""
    environment = os.environ | {"HOME": str(home)}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=home, env=environment, stdout=pipe, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            for line in server.stdout:
                found = re.search(words + r"\s*(http://\S+)", line) or re.search(r"^(http://\S+)", line)
                if found:
                    break
            yield server, found[1]
        finally:
            server.terminate()


def bare_notebook(folder: Path) -> Path:
    """Write the notebook of the bare page: one button."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(BARE)])
    nbformat.write(notebook, folder / "bare.ipynb")
    return folder / "bare.ipynb"


def seconds_to(page: Page, url: str, name: str) -> float:
    """Open an address and wait until its first control can be used."""
    began = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.get_by_role("button", name=name).first.click(timeout=PATIENCE)
    return time.perf_counter() - began


def kernels_of(server: subprocess.Popen) -> int:
    """Count the kernels a server has: below it, what leads a session of its own."""
    listed = subprocess.run(
        ["ps", "-eo", "pid=,ppid=,sid="], capture_output=True, text=True, check=True
    ).stdout
    rows = [tuple(map(int, line.split())) for line in listed.splitlines()]
    below = {server.pid}
    while grown := {pid for pid, parent, _ in rows if parent in below} - below:
        below |= grown
    return sum(pid == session for pid, _, session in rows if pid in below - {server.pid})


def main() -> None:
    """Measure, and print what was found."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench")))
        ours = [sys.executable, "-m", "infoview", "app", "--no-browser", "--port", "0"]
        bare = [sys.executable, "-m", "voila", "--no-browser", "--port=8790", str(bare_notebook(home))]
        app, app_url = stack.enter_context(serving(ours, home, "open at"))
        _, bare_url = stack.enter_context(serving(bare, home, "running at:"))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        times: dict[str, list[float]] = {"app": [], "bare": []}
        for _ in range(ROUNDS + 1):
            times["bare"].append(seconds_to(page, bare_url, "Press me"))
            times["app"].append(seconds_to(page, app_url, "Find contacts"))
        ours, theirs = (
            statistics.median(times[name][1:]) for name in ("app", "bare")
        )  # the first fills caches
        click.echo(f"first control, seconds, medians of {ROUNDS}: app {ours:.2f}, bare {theirs:.2f}")
        click.echo(f"app / bare: {ours / theirs:.2f} (goal: at most 1.25)")
        for _ in range(RELOADS):
            seconds_to(page, app_url, "Find contacts")
        left = kernels_of(app)
        page.close()
        browser.new_page().wait_for_timeout(3000)
        click.echo(f"kernels after {RELOADS} reloads: {left}; after the page was closed: {kernels_of(app)}")


if __name__ == "__main__":
    main()
