"""What a stranger may try against `infoview app --public`, tried: nobody else notices any of it."""

from __future__ import annotations

import gzip
import os
import re
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from made.frames import frame
from made.guests import Guest
from websocket import WebSocketException

from tests.browser.conftest import Servers, new_machine, until


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A room that all of these attacks are made on, one after the other."""
    folder = tmp_path_factory.mktemp("room")
    room = Servers(new_machine(folder), folder)
    yield room.infoview("app", "--public", "--verbose")
    room.stop()


@pytest.fixture(scope="module")
def guest(server):
    """Someone who may be anybody, with a page of their own."""
    someone = Guest(server.url).open()
    assert someone.reach().ask()
    return someone


@pytest.fixture(scope="module")
def working(server):
    """Someone at work in the same room, and their line."""
    someone = Guest(server.url).open()
    line = someone.reach()
    assert line.ask()
    return someone, line


@pytest.fixture
def neighbour(working):
    """Someone at work in the same room, whose line must not break, whatever happens in between."""
    someone, line = working
    yield someone
    assert line.ask()


def megabytes(server):
    """How much memory the server itself holds."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@pytest.mark.parametrize(
    "attack",
    [
        (2**62).to_bytes(8, "little") + b"\0" * 64,
        b"",
        b"\0" * 8,
        "a text",
        frame("comm_msg", header=b"[" * 100_000),
        frame("execute_request", {"code": "open('taken', 'w')"}),
        frame("shutdown_request", channel="control"),
        frame("comm_open", {"comm_id": "c", "target_name": "jupyter.widget", "data": {}}),
    ],
    ids=lambda attack: repr(attack[:8]),
)
def test_a_frame_that_no_page_sends_costs_its_sender_the_line_and_nobody_else_anything(
    server, guest, neighbour, attack
):
    assert until(guest.has_no_line)
    line = guest.reach()
    assert line.ask()
    before = megabytes(server)
    line.send(attack)
    assert line.is_closed()
    assert megabytes(server) < before + 20
    assert until(guest.has_no_line)
    assert guest.reach().ask(), "a page whose line was lost comes back"


@pytest.mark.parametrize("protocols", [(), ("older.example",)])
def test_nobody_is_sent_frames_of_the_older_make(guest, neighbour, protocols):
    assert guest.reach(protocols=protocols) == 400


def test_anothers_kernel_can_be_neither_read_nor_written_nor_ended(guest, neighbour):
    theirs = neighbour.kernel
    assert guest.model()["id"] == guest.kernel
    assert guest.model(theirs) == 404
    assert guest.reach(theirs) == 404
    assert guest.leave(theirs) == 404
    ending = guest.ask(f"api/kernels/{theirs}", method="DELETE", X_XSRFToken=guest.secret)
    assert ending.status == 404
    assert Guest(guest.url, secret="").model(theirs) == 404
    assert Guest(guest.url, secret="ä" * 16).model(theirs) == 404


def test_two_tabs_opened_in_one_instant_work(server):
    tabs = [Guest(server.url, secret="one-browsers-secret") for _ in range(2)]
    with ThreadPoolExecutor() as pool:
        list(pool.map(Guest.open, tabs))
    assert all(tab.reach().ask() for tab in tabs)
    assert [tab.leave() for tab in tabs] == [204, 204]


@pytest.mark.parametrize(
    "told",
    [
        *({"Sec_Fetch_Dest": kind, "Accept": "text/html"} for kind in ("image", "iframe", "empty", "script")),
        *({name: "prefetch", "Accept": "text/html"} for name in ("Purpose", "Sec_Purpose", "X_Moz")),
        {"Accept": "image/avif,image/webp,*/*"},
        {},
    ],
    ids=str,
)
def test_a_picture_a_preview_or_a_script_gets_no_page_and_no_kernel(server, guest, neighbour, told):
    before = server.kernels()
    answer = guest.ask(**told)
    assert answer.status == 403
    assert "not for everyone to open" in answer.text
    assert server.kernels() == before


@pytest.mark.parametrize("path", ["logout", "voila/templates/", "voila/templates/lab/static/"])
def test_what_no_page_asks_for_is_not_there(guest, path):
    assert guest.ask(path).status == 404


def test_the_cookie_lasts_as_long_as_the_browser_is_open(server):
    page = Guest(server.url).ask(Accept="text/html", Sec_Fetch_Dest="document")
    cookies = page.headers.get_all("Set-Cookie")
    assert cookies
    assert not any("expires" in cookie.lower() or "max-age" in cookie.lower() for cookie in cookies)


def test_no_kernels_name_is_in_the_log(server, guest, neighbour):
    assert guest.ask(f"api/kernels/{neighbour.kernel}").status == 404
    log = server.log.read_text()
    assert "Kernel does not exist" in log or "404" in log
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", log)


def test_a_kernel_is_told_nothing_of_the_operators_own(voila):
    server = voila(
        "--public", "--token", "open-sesame", DATABASE_PASSWORD="swordfish", INFOVIEW_TODAY="2026-11-23"
    )
    Guest(server.url).open()
    (kernel,) = server.kernel_processes()
    told = Path(f"/proc/{kernel}/environ").read_text()
    assert "INFOVIEW_TODAY=2026-11-23" in told
    assert "PASSWORD" not in told
    assert "INFOVIEW_TOKEN" not in told


def test_a_kernel_can_take_only_so_much_and_ends_before_the_server(server, guest):
    for kernel in server.kernel_processes():
        limits = Path(f"/proc/{kernel}/limits").read_text()
        assert re.search(r"Max core file size +0 +0", limits)
        assert re.search(r"Max address space +2000000000 +2000000000", limits)
        assert re.search(r"Max file size +20000000 +20000000", limits)
        assert int(Path(f"/proc/{kernel}/oom_score_adj").read_text()) == 800
    assert int(Path(f"/proc/{server.process.pid}/oom_score_adj").read_text()) < 800


def test_a_full_room_says_so_and_has_a_place_again_when_someone_left(voila):
    server = voila("--public", "--room", "2")
    assert "up to 2 visitors" in server.lines[0]
    first, second, third = (Guest(server.url) for _ in range(3))
    with ThreadPoolExecutor() as pool:
        list(pool.map(Guest.open, (first, second)))
    lines = [first.reach(), second.reach()]
    assert all(line.ask() for line in lines)
    refused = third.ask(Accept="text/html")
    assert refused.status == 503
    assert "The room is full" in refused.text
    assert "try again in a few minutes" in refused.text
    assert server.kernels() == 2

    assert first.leave() == 204
    lines.append(third.open().reach())
    assert all(line.ask() for line in lines[1:])

    lines[1].socket.close()  # whoever lost the line makes room for who comes, and finds that out
    fourth = Guest(server.url)
    assert until(lambda: fourth.ask(Accept="text/html", Sec_Fetch_Dest="document").status == 200)
    assert second.model() == 404
    assert server.has_kernels(2)


def test_a_kernel_that_was_killed_is_not_started_anew_and_leaves_its_place(voila):
    server = voila("--public", "--room", "1")
    guest = Guest(server.url).open()
    assert guest.reach().ask()
    (kernel,) = server.kernel_processes()
    os.kill(kernel, signal.SIGKILL)
    assert until(lambda: guest.model() == 404)
    assert server.kernels() == 0
    assert Guest(server.url).open().reach().ask()


def test_at_home_nobody_opens_the_app_who_was_not_told_its_address(voila):
    server = voila()
    home, key, _ = server.url.rsplit("/", 2)
    stranger = Guest(f"{home}/")
    for path in ("", "voila/static/voila.js", "api/kernels", f"{key[:-1]}/", "login", "%2e%2e/", "nowhere"):
        answer = stranger.ask(path, Accept="text/html", Sec_Fetch_Dest="document")
        assert answer.status == 404
        assert key not in answer.text + str(answer.headers)
    assert server.kernels() == 0
    assert Guest(server.url).open().reach().ask()
    assert stranger.model(Guest(server.url).open().kernel) == 404


def test_a_bookmark_of_the_app_at_home_stays_good(voila):
    addresses = []
    for _ in range(2):
        server = voila()
        addresses.append(re.sub(r":\d+", "", server.url))
        server.stop()
    assert addresses[0] == addresses[1]


@pytest.mark.parametrize(
    "path", ["voila/static/voila.js", "voila/static/nowhere.js", "nowhere", "favicon.ico"]
)
def test_whatever_is_sent_says_what_a_page_may_load_and_what_it_is(guest, path):
    headers = guest.ask(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]


def test_a_roomful_is_sent_a_third_of_the_bytes(guest):
    plain = guest.ask("voila/static/voila.js")
    packed = guest.ask("voila/static/voila.js", Accept_Encoding="gzip")
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 3


def test_nobody_sends_more_than_a_page_does(server, guest, neighbour):
    before = megabytes(server)
    with suppress(OSError):  # the line may break before the answer comes
        answer = guest.ask("voila/api/shutdown/nobody", method="POST", data=b"x" * 30_000_000)
        assert answer.status == 400
    assert until(guest.has_no_line)
    line = guest.reach()
    with suppress(OSError):
        line.send(frame("comm_msg", buffers=[b"x" * 6_000_000]))
    assert line.is_closed()
    assert until(guest.has_no_line)
    line = guest.reach()
    with suppress(OSError, WebSocketException):
        for _ in range(2000):
            line.send(frame("comm_info_request"))
    assert line.is_closed()
    assert megabytes(server) < before + 40
