"""Frames: what a page may send to its kernel, and what it may not."""

from __future__ import annotations

import json
import tracemalloc

import pytest
from made.frames import frame

from workbook.serving.socket_frames import Allowance, FrameError, check


@pytest.mark.parametrize("kind", ["comm_msg", "comm_close", "comm_info_request", "kernel_info_request"])
@pytest.mark.parametrize("channel", ["shell", "control"])
def test_what_widgets_send_is_let_through(kind, channel):
    check(frame(kind, channel=channel))
    check(frame(kind, channel=channel, buffers=[b"piece of a file"] * 58))


def test_a_page_opens_the_one_line_by_which_it_asks_for_its_widgets():
    check(frame("comm_open", {"comm_id": "c", "target_name": "jupyter.widget.control", "data": {}}))
    with pytest.raises(FrameError):
        check(frame("comm_open", {"comm_id": "c", "target_name": "jupyter.widget", "data": {}}))
    with pytest.raises(FrameError):
        check(frame("comm_open", {"comm_id": "c", "data": {}}))


@pytest.mark.parametrize(
    "kind",
    [
        *("execute_request", "inspect_request", "complete_request", "shutdown_request", "input_reply"),
        *("history_request", "is_complete_request", "debug_request", "interrupt_request", "", None, 7),
    ],
)
def test_no_other_message_is(kind):
    with pytest.raises(FrameError):
        check(frame(kind))


@pytest.mark.parametrize("channel", ["iopub", "stdin", "", "shell\0"])
def test_no_other_channel_is(channel):
    with pytest.raises(FrameError):
        check(frame("comm_msg", channel=channel))


WHOLE = frame("comm_msg")
START = 8 * 7


def numbered(number):
    """The whole frame, with another number of offsets at its head."""
    return number.to_bytes(8, "little") + WHOLE[8:]


@pytest.mark.parametrize(
    "spoiled",
    [
        *("text", "", b"", b"\0", WHOLE[:7], WHOLE[:40], WHOLE[:-1], WHOLE + b"\0"),
        *(numbered(number) for number in (0, 1, 5, 7, 65, 2**31, 2**62, 2**64 - 1)),
        frame("comm_msg", buffers=[b""] * 59),
        WHOLE[:16] + WHOLE[24:32] + WHOLE[16:24] + WHOLE[32:],  # an offset before the one it follows
        WHOLE[:8] + (0).to_bytes(8, "little") + WHOLE[16:],  # a channel that begins in the offsets
        frame("comm_msg", header=b"no JSON"),
        frame("comm_msg", header=b"[]"),
        frame("comm_msg", header=b"[" * 100_000),
        frame("comm_msg", header=b"\xff"),
        frame("comm_open", raw=b"[" * 100_000),
    ],
)
def test_a_spoiled_frame_is_refused_in_no_memory_worth_mentioning(spoiled):
    tracemalloc.start()
    with pytest.raises(FrameError):
        check(spoiled)
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_the_frame_of_the_tests_is_jupyters_own():
    from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1

    channel, (header, *_, content) = deserialize_msg_from_ws_v1(frame("comm_msg", {"comm_id": "c"}))
    assert channel == "shell"
    assert json.loads(header)["msg_type"] == "comm_msg"
    assert json.loads(content) == {"comm_id": "c"}


def test_an_allowance_comes_back_with_the_seconds_and_never_more_than_it_was(monkeypatch):
    now = 100.0
    monkeypatch.setattr("workbook.serving.socket_frames.monotonic", lambda: now)
    allowance = Allowance(most=10, per_second=2)
    assert [allowance.take(5) for _ in range(3)] == [True, True, False]
    now += 5
    assert [allowance.take(5), allowance.take(1)] == [True, False]
    now += 1000
    assert [allowance.take(10), allowance.take(1)] == [True, False]
