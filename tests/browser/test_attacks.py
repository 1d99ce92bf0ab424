"""What a stranger may try against `infoview app --public`, tried: nobody else notices any of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from made.frames import frame
from made.guests import Guest

from tests.browser.conftest import Servers, new_machine


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
    line = guest.reach()
    assert line.ask()
    before = megabytes(server)
    line.send(attack)
    assert line.is_closed()
    assert megabytes(server) < before + 20
    assert guest.reach().ask(), "a page whose line was lost comes back"


@pytest.mark.parametrize("protocols", [(), ("older.example",)])
def test_nobody_is_sent_frames_of_the_older_make(guest, neighbour, protocols):
    assert guest.reach(protocols=protocols) == 400
