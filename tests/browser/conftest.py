"""A browser that reaches nothing but this machine, and the servers it looks at."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
from playwright.sync_api import TimeoutError as TooLate

ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
HERE = {"localhost", "127.0.0.1"}
NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, " + ", ".join(
    f"EXCLUDE {host}" for host in sorted(HERE)
)
TABS = 150  # how often one may have to press Tab before it is no way to get anywhere
PATIENCE = 30_000  # milliseconds for a new kernel on a busy machine

ADDRESSES = {
    "Start": "start",
    "Find contacts": "contacts",
    "Write the request": "requests",
    "Prepare questions": "questions",
    "Debrief": "debrief",
    "Progress": "progress",
}
"""What a step is called on the page, and in the page's address."""

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try a browser test once more when it fails: a busy machine may be slow once, a fault fails twice.

    The closing line of a run counts what was tried again.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


def go(page: Page, step: str, part: str = "") -> None:
    """Choose a step in the row of steps, and perhaps a part of it in the row below."""
    page.get_by_role("navigation", name="Steps").get_by_role("button", name=step).click()
    expect(page.get_by_role("heading", level=1, name=step)).to_be_visible()
    expect(page).to_have_url(re.compile(rf"[?&]step={ADDRESSES[step]}\b"))
    if part:
        turn_to(page, part)


def turn_to(page: Page, part: str) -> None:
    """Choose a part of the step on screen."""
    button = page.get_by_role("navigation", name="Parts of this step").get_by_role("button", name=part)
    button.click()
    expect(button).to_have_attribute("aria-current", "true")


def press(page: Page, name: str) -> None:
    """Press a button on screen."""
    page.get_by_role("button", name=name, exact=True).locator("visible=true").click()


def group(page: Page, name: str) -> Locator:
    """A group of fields on screen."""
    return page.get_by_role("group", name=name, exact=True)


def saved(page: Page) -> None:
    """Leave the field, and wait until the page says that all is saved."""
    page.keyboard.press("Tab")
    expect(page.get_by_role("status").filter(has_text=re.compile(r"^Saved \d\d:\d\d"))).to_be_visible()


def choose_in_lab(page: Page, menu: str, item: str) -> None:
    """Choose something in JupyterLab's menus."""
    page.locator(".lm-MenuBar-itemLabel").get_by_text(menu, exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()


def run_all(page: Page) -> None:
    """Run all cells, as the notebook's first line says; where JupyterLab was not ready to, once more."""
    shown = page.locator(".jp-NotebookPanel:visible .jp-OutputArea .infoview").first
    for _ in range(3):
        choose_in_lab(page, "Run", "Run All Cells")
        with suppress(TooLate):
            shown.wait_for(state="attached", timeout=PATIENCE)
            return
    pytest.fail("The cells were run three times, and nothing came of it.")


def tab_to(page: Page, wanted: Locator, *, backwards: bool = False) -> None:
    """Press Tab until something has the focus."""
    for _ in range(TABS):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
    pytest.fail(f"Tab never came to {wanted}.")


def until(condition: Callable[[], bool], seconds: float = 15) -> bool:
    """Wait for something outside the browser, such as a process that ends."""
    waiting = Event()
    return any(condition() or waiting.wait(0.1) for _ in range(int(seconds * 10)))


def processes(root: int) -> set[int]:
    """Every process that a process started, and those that they started."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found = {root}
    while grown := {child for child, parent in pairs if parent in found} - found:
        found |= grown
    return found - {root}


@dataclass
class Server:
    """A server under test: its process, the address it printed, and where it may write."""

    process: subprocess.Popen[str]
    url: str
    lines: list[str]
    home: Path
    log: Path

    def kernels(self) -> int:
        """How many kernels it has."""
        listed = subprocess.run(
            ["ps", "-eo", "pid=,args="], capture_output=True, text=True, check=True
        ).stdout
        mine = processes(self.process.pid)
        return sum("ipykernel" in line for line in listed.splitlines() if int(line.split()[0]) in mine)

    def has_kernels(self, number: int, seconds: float = 15) -> bool:
        """Whether it comes to have so many kernels."""
        return until(lambda: self.kernels() == number, seconds)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Stop it, and say with which status it ended."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(timeout=20)


@pytest.fixture
def machine(tmp_path):
    """The environment of someone who never used Jupyter, with a home and temporary folder of its own."""
    names = ("home", "work", "tmp")
    for name in names:
        (tmp_path / name).mkdir()
    private = ("INFOVIEW", "JUPYTER", "IPYTHON", "XDG")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(private)}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    return kept | {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "tmp"), "PATH": path}


@pytest.fixture
def start(machine, tmp_path):
    """Start a command that serves; it is stopped afterwards, and must then have left nothing running."""
    started: list[Server] = []

    def run(*command: object, cwd: Path | None = None, **environment: str) -> Server:
        log = tmp_path / f"server-{len(started)}.log"
        with log.open("w") as errors:
            process = subprocess.Popen(
                [str(part) for part in command],
                cwd=cwd or tmp_path / "work",
                env=machine | environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        server = Server(process, "", [], tmp_path, log)
        started.append(server)
        return server

    yield run
    for server in started:
        family = processes(server.process.pid)
        server.stop()
        assert until(lambda family=family: not any(Path(f"/proc/{pid}").exists() for pid in family)), (
            "left running"
        )


def printed_url(server: Server) -> Server:
    """Read what the server says when it is ready: its one line, with its one address."""
    line = server.process.stdout.readline()
    server.lines.append(line)
    found = re.findall(r"https?://\S+", line)
    assert len(found) == 1, (line, server.log.read_text())
    server.url = found[0]
    return server


@pytest.fixture
def voila(start):
    """Start `infoview app`."""

    def run(*arguments: object, **environment: str) -> Server:
        command = [sys.executable, "-m", "infoview", "app", "--no-browser", "--port", "0", *arguments]
        return printed_url(start(*command, **environment))

    return run


@pytest.fixture
def sample(machine, tmp_path):
    """The sample logbook, with people at every stage."""
    file = tmp_path / "sample.infoview"
    command = [sys.executable, "-m", "infoview", "demo", file]
    subprocess.run(command, check=True, env=machine, capture_output=True)
    return file


@pytest.fixture
def lab(start):
    """Start `infoview lab`."""

    def run(*arguments: object, **environment: str) -> Server:
        command = [sys.executable, "-m", "infoview", "lab", "--no-browser", "--port", "0", *arguments]
        return printed_url(start(*command, **environment))

    return run


@pytest.fixture
def binder(start):
    """Start a plain Jupyter server in the repository's root, under a guest's address, as Binder does."""

    def run(base: str = "/user/guest-4711/", token: str = "a-token") -> Server:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = start(
            ROOT / "binder" / "start",
            Path(sys.executable).parent / "jupyter-server",
            f"--ServerApp.base_url={base}",
            f"--IdentityProvider.token={token}",
            f"--ServerApp.port={port}",
            "--ServerApp.port_retries=0",
            "--ServerApp.open_browser=False",
            "--ServerApp.allow_root=True",
            cwd=ROOT,
        )
        server.url = f"http://localhost:{port}{base}"
        assert until(lambda: answers(f"{server.url}api/status?token={token}")), server.log.read_text()
        return server

    return run


def answers(url: str) -> bool:
    """Whether there is a server at an address."""
    try:
        with urlopen(url, timeout=5) as reply:
            return bool(json.load(reply))
    except OSError:
        return False


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for all tests, to which no other host exists."""
    if not Path(CHROMIUM).exists():
        pytest.fail(
            f"There is no Chromium at {CHROMIUM}. Install it, or name one: CHROMIUM=/path/to/chromium"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", NO_OTHER_HOST])
        yield browser
        browser.close()


class Visitors:
    """People with a browser of their own each, and what went wrong in any of them."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.wrong: list[str] = []
        self.asked: list[str] = []

    def new(self, **settings: object) -> Page:
        """Open a browser without a past."""
        context = self.browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | settings))
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(f"error on the page: {error}"))
        page.on("console", self._hear)
        page.on("request", self._see)
        return page

    def _hear(self, message) -> None:
        if "Content Security Policy" in message.text:
            self.wrong.append(f"refused by the content policy: {message.text}")

    def _see(self, request) -> None:
        self.asked.append(request.url)
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname not in HERE:
            self.wrong.append(f"asked another host: {request.url}")


@pytest.fixture
def visitors(chromium):
    """Several people; the test fails on an error in a page or a request to another host."""
    group = Visitors(chromium)
    yield group
    for context in chromium.contexts:
        context.close()
    assert group.wrong == []


@pytest.fixture
def page(visitors):
    """One person's page, at 1280 pixels."""
    return visitors.new()
