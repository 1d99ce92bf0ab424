"""`infoview app`: one address, one kernel a page, nothing left behind, nothing told to anyone."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from infoview.logbook import open_file

SECRET = "Zaphod Quillfeather"  # nobody's name: if it turns up anywhere, it was written there


def opened(page: Page) -> Page:
    """Wait until there is something to use."""
    expect(page.get_by_text("Opening your workbook")).to_have_count(0)
    page.get_by_role("button").first.wait_for()
    return page


def status(url: str, **headers: str) -> int:
    """How the server answers."""
    try:
        with urlopen(Request(url, headers=headers), timeout=20) as reply:
            return reply.status
    except HTTPError as refusal:
        return refusal.code


def test_one_address_is_printed_and_it_opens_the_app(voila, page):
    server = voila()
    page.goto(server.url)
    opened(page)
    expect(page).to_have_title(re.compile("infoview"))
    assert page.locator("html").get_attribute("lang") == "en"
    server.stop()
    assert server.process.stdout.read() == ""


def test_a_friendly_sentence_stands_until_the_app_does(app, page):
    page.goto(app.url, wait_until="commit")
    expect(page.get_by_role("status").first).to_contain_text("Opening your workbook")
    opened(page)


def test_twenty_reloads_and_a_close_leave_no_kernel(voila, page):
    server = voila()
    page.goto(server.url)
    for _ in range(20):
        page.goto(server.url, wait_until="commit")
    opened(page)
    assert server.has_kernels(1)
    page.reload()
    opened(page)
    assert server.has_kernels(1)
    page.close()
    assert server.has_kernels(0)


def test_a_kernel_is_forked_from_a_process_that_has_the_app_and_knows_of_no_logbook(app, page):
    page.goto(app.url)
    opened(page)
    (kernel,) = app.kernel_processes()
    listed = ["ps", "-o", "ppid=", "-p", str(kernel)]
    origin = int(subprocess.run(listed, capture_output=True, text=True, check=True).stdout)
    assert "forkserver" in command_of(origin)
    assert any(file.endswith("mine.infoview") for file in open_files(kernel))
    assert not any(file.endswith(".infoview") for file in open_files(origin))


def test_where_there_can_be_no_fork_a_page_opens_all_the_same(voila, page, place):
    far = place / ("a" * 100)
    far.mkdir()
    server = voila(TMPDIR=str(far))
    page.goto(server.url)
    opened(page)
    (kernel,) = server.kernel_processes()
    assert "ipykernel_launcher" in command_of(kernel)


def command_of(process: int) -> str:
    """With which command a process was started."""
    return Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")


def open_files(process: int) -> list[str]:
    """What a process holds open."""
    return [str(held.readlink()) for held in Path(f"/proc/{process}/fd").iterdir()]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopping_it_leaves_no_process(voila, page, how):
    server = voila()
    page.goto(server.url)
    opened(page)
    assert server.kernels() == 1
    assert server.stop(how) == 0  # that nothing is left is checked for every server, when the test ends


def test_stopping_it_while_a_page_loads_leaves_no_process(voila, page):
    server = voila()
    page.goto(server.url, wait_until="commit")
    assert server.stop(signal.SIGINT) == 0


def test_the_theme_is_the_systems_and_not_the_addresss(app, page):
    page.emulate_media(color_scheme="dark")
    page.goto(app.url + '?theme="><script>document.title=%27taken%27</script>&template=../../x')
    opened(page)
    expect(page).to_have_title(re.compile("infoview"))
    assert "document.title" not in page.content()
    background = "parseInt(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])"
    assert page.evaluate(background) < 64
    page.emulate_media(color_scheme="light")
    assert page.evaluate(background) > 192


@pytest.mark.parametrize(
    "name", ["app.ipynb", "01-today.ipynb", "mine.infoview", "a.py", "a.csv", "a.png", ""]
)
def test_no_file_beside_the_notebooks_is_served(app, name):
    assert status(f"{app.url}voila/files/{name}") == 403


@pytest.mark.parametrize(
    "path",
    [
        *("voila/tree", "voila/api/contents/", "api/contents", "api/kernels", "nonesuch", "logout"),
        *("%00", "%0d%0aX-Set:%20this", "voila/templates/", "voila/templates/infoview/static/"),
        *(
            "voila/templates/infoview/static/../../../../../etc/hostname",
            "voila/templates/infoview/static/..",
        ),
    ],
)
def test_nothing_else_is_answered_and_nothing_is_explained_to_strangers(app, path):
    try:
        with urlopen(f"{app.url}{path}", timeout=20) as reply:
            text, code = reply.read().decode(), reply.status
    except HTTPError as refusal:
        text, code = refusal.read().decode(), refusal.code
    assert code in {403, 404}
    assert "Traceback" not in text


def test_another_sites_name_for_this_machine_is_refused(app):
    assert status(app.url, Host="evil.example") == 403


def test_a_token_keeps_others_out(voila, page, visitors):
    server = voila("--token", "open-sesame")
    assert server.url.endswith("/?token=open-sesame")
    page.goto(server.url)
    opened(page)
    stranger = visitors.new()
    stranger.goto(server.url.partition("?")[0])
    expect(stranger.get_by_text("Opening your workbook")).to_have_count(0)
    assert server.kernels() == 1


def test_the_work_is_kept_in_the_persons_home(voila, page):
    server = voila()
    page.goto(server.url)
    opened(page)
    page.get_by_label("Your name").fill(SECRET)
    page.keyboard.press("Tab")
    expect(page.get_by_text(re.compile("^Saved")).first).to_be_visible()
    page.reload()
    opened(page)
    expect(page.get_by_label("Your name")).to_have_value(SECRET)
    folder = server.home / "home" / "infoview"
    assert named_in_a_copy(folder / "mine.infoview") == SECRET  # while the app is open
    server.stop()
    assert sorted(path.name for path in folder.iterdir()) == [".mine.infoview.key", "mine.infoview"]
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert named_in_a_copy(folder / "mine.infoview") == SECRET


def named_in_a_copy(file: Path) -> str:
    """Whose logbook a copy of that one file is."""
    copy = Path(shutil.copy(file, file.parents[1] / "copy.infoview"))
    logbook = open_file(copy)
    try:
        return logbook.profile.name
    finally:
        logbook.close()


FAULT = """
from workbook.session import Session

def change(session, step):
    raise RuntimeError("no change for " + step(session.logbook).name)

Session.change = change
"""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], r"\A\Z"),
        (["--verbose"], r"A handler failed\.\nTraceback[^\0]+RuntimeError: no change for Zaphod"),
        (["--public", "--verbose"], r"RuntimeError at \S+:\d+\n"),
    ],
)
def test_what_goes_wrong_is_told_to_those_who_asked_without_a_visitors_words(
    voila, page, machine, arguments, said
):
    startup = Path(machine["HOME"]) / ".ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "fault.py").write_text(FAULT)
    server = voila(*arguments)
    page.goto(server.url)
    opened(page)
    page.get_by_label("Your name").fill(SECRET)
    page.keyboard.press("Tab")
    expect(page.get_by_text(re.compile("^Something went wrong")).first).to_be_visible()
    server.stop()
    log = server.log.read_text()
    assert re.search(said, log), log
    assert (SECRET in log) == (arguments == ["--verbose"])


def test_visitors_see_nothing_of_each_other_and_leave_nothing_behind(voila, visitors):
    server = voila("--public", INFOVIEW_LOGBOOK="must-not-be-used.infoview")
    first, second = visitors.new(), visitors.new()
    for person in (first, second):
        person.goto(server.url)
        opened(person)
    name = first.get_by_label("Your name")
    name.fill(SECRET)
    first.keyboard.press("Tab")
    expect(first.get_by_text(re.compile("Save a copy")).first).to_be_visible()
    second.reload()
    opened(second)
    expect(second.get_by_label("Your name")).to_have_value("")
    assert SECRET not in second.content()
    server.stop()
    assert written_anywhere(server.home, SECRET) == []
    (welcoming,) = server.process.stdout.read().splitlines()
    assert welcoming.startswith(f"To welcome people, show {server.url}welcome - ")


def written_anywhere(folder: Path, words: str) -> list[Path]:
    """The files below a folder that hold some words, in any of the ways Python and SQLite write them."""
    forms = [words.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.name.endswith(".log") for path in files)  # the server's own log is among them
    return [path for path in files if any(form in path.read_bytes() for form in forms)]


def command(*arguments: object, **settings: object) -> subprocess.CompletedProcess[str]:
    """Run `infoview app` where it will refuse."""
    line = [sys.executable, "-m", "infoview", "app", "--no-browser", *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, timeout=120, check=False, **settings)


@pytest.mark.parametrize("ip", ["0.0.0.0", "::", "192.0.2.7"])
def test_it_does_not_listen_beyond_this_machine_unasked(machine, ip):
    refusal = command("--ip", ip, env=machine)
    assert refusal.returncode == 2
    assert refusal.stdout == ""
    assert refusal.stderr.startswith(f"At {ip} others could read your logbook.")
    assert len(refusal.stderr.splitlines()) == 1


def test_a_port_that_was_asked_for_and_is_taken_is_a_sentence(machine):
    with socket.create_server(("localhost", 0)) as taken:
        port = taken.getsockname()[1]
        refusal = command("--port", port, env=machine)
    assert refusal.returncode == 2
    assert refusal.stderr.startswith(f"Port {port} at localhost can't be used")


def test_a_file_that_is_no_logbook_is_a_sentence_and_stays_as_it_is(machine, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ada, " * 400)
    refusal = command(letter, env=machine)
    assert refusal.returncode == 2
    assert len(refusal.stderr.splitlines()) == 1
    assert letter.read_text() == "Dear Ada, " * 400


def test_two_at_once_find_a_port_each(start):
    line = [sys.executable, "-m", "infoview", "app", "--no-browser"]
    addresses = [start(*line).process.stdout.readline() for _ in range(2)]
    assert len({re.search(r"http://localhost:(\d+)/", each)[1] for each in addresses}) == 2
