"""A browser that reaches nothing but this machine, and the servers it looks at."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as TooLate

from workbook.chapters import chapter
from workbook.pages import LAYOUTS

ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
HERE = {"localhost", "127.0.0.1"}
NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, " + ", ".join(
    f"EXCLUDE {host}" for host in sorted(HERE)
)
SCREEN = {"width": 1280, "height": 900}
TABS = 150  # how often one may have to press Tab before it is no way to get anywhere
PATIENCE = 30_000  # milliseconds for a new kernel on a busy machine

ADDRESSES = {
    "Today": "start",
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
    open_menu(page)
    page.get_by_role("navigation", name="Steps").get_by_role("button", name=step).click()
    expect(page.get_by_role("heading", level=1, name=step)).to_be_visible()
    expect(page).to_have_url(re.compile(rf"[?&]step={ADDRESSES[step]}\b"))
    if part:
        turn_to(page, part)
    else:
        page.keyboard.press("Escape")  # a telephone's menu
        unfold_all(page)


def open_menu(page: Page) -> None:
    """Open the menu with steps and parts, where it stands behind one button, as on a telephone."""
    head = page.locator(".iv-stepper:not([inert])")  # not the one that is painted before the app is there
    head.wait_for()
    where = head.locator(".iv-where:visible")
    if where.count() and where.get_attribute("aria-expanded") == "false":
        where.click()


def turn_to(page: Page, part: str) -> None:
    """Choose a part of the step on screen."""
    open_menu(page)
    button = page.get_by_role("navigation", name="Parts of this step").get_by_role("button", name=part)
    button.click()
    expect(page.locator(".iv-parts [aria-current=true]")).to_have_text(part)
    unfold_all(page)


def unfold_all(page: Page) -> None:
    """Open every section that is folded in the part that the address names; the logbook remembers them."""
    asked = parse_qs(urlsplit(page.url).query)
    step, part = asked["step"][0], asked.get("part", [""])[0]
    layout = LAYOUTS[step]
    for name in layout.sections(part or next(iter(layout.parts))):
        if name in layout.folded:
            title = chapter(step).section(name).title
            button = page.locator(".iv-folder:visible").get_by_role("button", name=title)
            expect(button.or_(page.locator(".iv-nothing-yet:visible")).first).to_be_visible()
            if not button.count():
                continue  # nothing is there to be folded yet
            if button.get_attribute("aria-expanded") == "false":
                button.click()
            expect(button).to_have_attribute("aria-expanded", "true")


def choose_person(page: Page, name: str) -> None:
    """Choose whom the step on screen is about."""
    change = page.get_by_role("button", name="Change", exact=True).locator("visible=true")
    people = page.get_by_role("combobox", name="Who is this about?").locator("visible=true")
    expect(change.or_(people)).to_be_visible()
    if change.count():
        change.click()
    people.select_option(people.get_by_role("option").filter(has_text=name).get_attribute("value"))
    expect(chosen_person(page)).to_contain_text(name)


def chosen_person(page: Page) -> Locator:
    """The row that says whom the step on screen is about."""
    return page.locator(".iv-chosen-person").locator("visible=true")


def press(page: Page, name: str) -> None:
    """Press a button on screen."""
    before = page.url
    page.get_by_role("button", name=name, exact=True).locator("visible=true").click()
    if name.startswith(("Next: ", "Back: ")):
        with suppress(AssertionError):  # a screen of the debrief has no address of its own
            expect(page).not_to_have_url(before, timeout=2000)
        unfold_all(page)


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


def until(condition: Callable[[], bool], seconds: float = PATIENCE / 1000) -> bool:
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
        return len(self.kernel_processes())

    def kernel_processes(self) -> list[int]:
        """The processes of its kernels: each leads a session of its own."""
        listed = subprocess.run(["ps", "-eo", "pid=,sid="], capture_output=True, text=True, check=True).stdout
        leaders = {int(pid) for pid, session in map(str.split, listed.splitlines()) if pid == session}
        return sorted(leaders & processes(self.process.pid))

    def has_kernels(self, number: int, seconds: float = PATIENCE / 1000) -> bool:
        """Whether it comes to have so many kernels."""
        return until(lambda: self.kernels() == number, seconds)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Stop it, and say with which status it ended."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(timeout=20)


def new_machine(folder: Path) -> dict[str, str]:
    """The environment of someone who never used Jupyter, with a home and temporary folder of its own."""
    for name in ("home", "work", "tmp"):
        (folder / name).mkdir()
    private = ("INFOVIEW", "JUPYTER", "IPYTHON", "XDG")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(private)}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    return kept | {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "PATH": path}


class Servers:
    """The servers that were started on a machine."""

    def __init__(self, machine: dict[str, str], folder: Path) -> None:
        self.machine, self.folder = machine, folder
        self.started: list[Server] = []

    def start(self, *command: object, cwd: Path | None = None, **environment: str) -> Server:
        """Start a command that serves."""
        log = self.folder / f"server-{len(self.started)}.log"
        with log.open("w") as errors:
            process = subprocess.Popen(
                [str(part) for part in command],
                cwd=cwd or self.folder / "work",
                env=self.machine | environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        server = Server(process, "", [], self.folder, log)
        self.started.append(server)
        return server

    def infoview(self, *arguments: object, **environment: str) -> Server:
        """Start `infoview app` or `infoview lab`, and wait until it says its address."""
        command = [sys.executable, "-m", "infoview", *arguments, "--no-browser", "--port", "0"]
        return printed_url(self.start(*command, **environment))

    def stop(self) -> None:
        """Stop them all; they must then have left nothing running."""
        for server in self.started:
            family = processes(server.process.pid)
            server.stop()
            server.process.stdout.close()
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
def place(tmp_path_factory):
    """Where someone keeps everything; its name is short, as a socket's path has to be."""
    return tmp_path_factory.mktemp("place")


@pytest.fixture
def machine(place):
    """The environment of someone who never used Jupyter."""
    return new_machine(place)


@pytest.fixture
def servers(machine, place):
    """Servers of this test's own."""
    own = Servers(machine, place)
    yield own
    own.stop()


@pytest.fixture
def start(servers):
    """Start a command that serves."""
    return servers.start


@pytest.fixture
def voila(servers):
    """Start `infoview app`."""
    return lambda *arguments, **environment: servers.infoview("app", *arguments, **environment)


@pytest.fixture
def lab(servers):
    """Start `infoview lab`."""
    return lambda *arguments, **environment: servers.infoview("lab", *arguments, **environment)


@pytest.fixture(scope="session")
def standing_app(tmp_path_factory):
    """One app for all tests of what it shows; its logbook is where `logbooks` points to."""
    folder = tmp_path_factory.mktemp("standing")
    standing = Servers(new_machine(folder), folder)
    (folder / "logbooks").symlink_to(folder / "work")
    yield standing.infoview("app", folder / "logbooks" / "mine.infoview")
    standing.stop()


@pytest.fixture
def file(tmp_path):
    """Where the app has its logbook: there is none yet."""
    folder = tmp_path / "logbook"
    folder.mkdir()
    return folder / "mine.infoview"


@pytest.fixture
def app(standing_app, file):
    """The app, with this test's own `mine.infoview` for a logbook, whether that is there yet or not.

    A page opens the logbook when it is loaded, so that one server shows one test's after another's.
    """
    logbooks = standing_app.home / "logbooks"
    logbooks.unlink(missing_ok=True)
    logbooks.symlink_to(file.parent)
    return standing_app


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory):
    """The sample logbook as the command line makes it."""
    place = tmp_path_factory.mktemp("sample") / "sample.infoview"
    command = [sys.executable, "-m", "infoview", "demo", place]
    subprocess.run(command, check=True, capture_output=True)
    return place


@pytest.fixture
def sample(sample_file, file):
    """The sample logbook, with people at every stage, for the app's."""
    return Path(shutil.copy(sample_file, file))


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
        assert until(lambda: answers(f"{server.url}api/status?token={token}"), 60), server.log.read_text()
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
        self.contexts: list[BrowserContext] = []
        self.wrong: list[str] = []

    def new(self, **settings: object) -> Page:
        """Open a browser without a past."""
        context = self.browser.new_context(**({"viewport": SCREEN} | settings))
        self.contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(f"error on the page: {error}"))
        page.on("console", self._hear)
        page.on("request", self._see)
        return page

    def tab(self) -> Page | None:
        """The tab that is still open, if there is one."""
        return next((page for context in self.contexts for page in context.pages), None)

    def leave(self) -> None:
        """Close every browser, and fail if anything went wrong in one."""
        for context in self.contexts:
            context.close()
        assert self.wrong == []

    def _hear(self, message) -> None:
        if "Content Security Policy" in message.text:
            self.wrong.append(f"refused by the content policy: {message.text}")

    def _see(self, request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname not in HERE:
            self.wrong.append(f"asked another host: {request.url}")


@pytest.fixture
def visitors(chromium):
    """Several people; the test fails on an error in a page or a request to another host."""
    group = Visitors(chromium)
    yield group
    group.leave()


@pytest.fixture(scope="session")
def regular(chromium):
    """Someone whose one tab stays open for all tests of the standing app, with the app's code at hand."""
    group = Visitors(chromium)
    yield group
    group.leave()


@pytest.fixture
def page(request):
    """One person's page, at 1280 pixels: of someone new, or on the standing app of someone who forgot all."""
    if "app" not in request.fixturenames:
        yield request.getfixturevalue("visitors").new()
        return
    regular = request.getfixturevalue("regular")
    tab = regular.tab() or regular.new()
    yield tab
    forget(tab)
    wrong, regular.wrong = regular.wrong, []
    assert wrong == []


def forget(tab: Page) -> None:
    """Leave the page, and take away what it has left in the browser; a tab that will not is closed."""
    try:
        for other in tab.context.pages:
            if other is not tab:
                other.close()
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(tab.url))
        tab.goto("about:blank")
        session = tab.context.new_cdp_session(tab)
        kinds = "cookies,indexeddb,local_storage"
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": kinds})
        session.detach()
        tab.context.clear_cookies()
        tab.set_viewport_size(SCREEN)
        tab.emulate_media(media="null", color_scheme="null")
    except PlaywrightError:
        tab.context.close()
