"""What a page may send to its kernel: frames of one make, and the few messages that widgets need."""

from __future__ import annotations

import json
from itertools import pairwise
from time import monotonic
from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.web import HTTPError

PROTOCOL = "v1.kernel.websocket.jupyter.org"
"""The only way of writing frames that is understood here; the older one is Jupyter's to keep."""
MESSAGES = {"comm_open", "comm_msg", "comm_close", "comm_info_request", "kernel_info_request"}
OPENED = "jupyter.widget.control"
"""The one line that a page opens itself; all others are opened by the program."""
CHANNELS = {b"shell", b"control"}
NUMBER = 8  # bytes of each number at the head of a frame
OFFSETS = range(6, 65)
"""How many offsets a frame may have: of its channel, a message's four parts, up to 58 buffers, its end."""


LARGEST = 5_000_000
"""Bytes of the largest frame: a logbook that a browser kept comes in one, a file in pieces of a fifth."""
BYTES, COUNT = (80_000_000, 4_000_000), (1000, 50)
"""What a page may send at once, and how much more of it every second: bytes, and messages."""


class Allowance:
    """So much at once, and so much more with every second that passes.

    Args:
        most: What may be taken at once.
        per_second: What comes back each second.
    """

    def __init__(self, most: float, per_second: float) -> None:
        self._most, self._per_second = most, per_second
        self._left, self._at = most, monotonic()

    def take(self, amount: float) -> bool:
        """Take some of it, and say whether there was so much."""
        now = monotonic()
        self._left = min(self._most, self._left + (now - self._at) * self._per_second)
        self._at = now
        self._left -= amount
        return self._left >= 0


class FrameError(ValueError):
    """A frame that no page of ours sends."""


class PageConnection(ZMQChannelsWebsocketConnection):
    """The line between one page and its kernel: whoever sends what a page would not loses the line, alone."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(**settings)
        self._bytes, self._messages = Allowance(*BYTES), Allowance(*COUNT)

    async def prepare(self) -> None:
        """Let nobody in who would be sent frames of the older make, which Voilà cannot tell from newer ones.

        Raises:
            HTTPError: The browser's side does not speak the protocol.
        """
        offered = self.websocket_handler.request.headers.get("Sec-WebSocket-Protocol", "")
        if PROTOCOL not in [name.strip() for name in offered.split(",")]:
            raise HTTPError(400)
        await super().prepare()

    def handle_incoming_message(self, incoming_msg: str | bytes) -> None:
        """Hand a frame on to the kernel, if it is one that a page sends."""
        try:
            if not (self._messages.take(1) and self._bytes.take(len(incoming_msg))):
                raise FrameError("too much")  # noqa: TRY301 - it ends as every other does
            check(incoming_msg)
        except FrameError:
            self.websocket_handler.close(1008)
            return
        super().handle_incoming_message(incoming_msg)  # type: ignore[arg-type] # Jupyter says it is a text


def check(frame: str | bytes) -> None:
    """Check that a frame is whole, and that a page may send the message in it.

    A frame begins with the number of its offsets and the offsets, each of eight bytes, little end first; from
    one offset to the next stand its channel, the message's header, parent, metadata, content, and buffers.

    Raises:
        FrameError: It is not.
    """
    channel, header, _parent, _metadata, content, *_buffers = parts(frame)
    kind = entries(header).get("msg_type")
    if channel not in CHANNELS or kind not in MESSAGES:
        raise FrameError(kind)
    if kind == "comm_open" and entries(content).get("target_name") != OPENED:
        raise FrameError(kind)


def parts(frame: str | bytes) -> list[bytes]:
    """Cut a frame at its offsets.

    Raises:
        FrameError: The offsets do not lead through the frame from the first byte after them to its last.
    """
    if isinstance(frame, str):
        raise FrameError("text")
    number = int.from_bytes(frame[:NUMBER], "little")
    start = NUMBER * (number + 1)
    if number not in OFFSETS or len(frame) < start:
        raise FrameError("number")
    offsets = [int.from_bytes(frame[at : at + NUMBER], "little") for at in range(NUMBER, start, NUMBER)]
    if offsets[0] != start or offsets[-1] != len(frame) or offsets != sorted(offsets):
        raise FrameError("offsets")
    return [frame[begin:end] for begin, end in pairwise(offsets)]


def entries(part: bytes) -> dict[str, Any]:
    """Read a part of a message: JSON with a name for each entry.

    Raises:
        FrameError: It is something else.
    """
    try:
        read = json.loads(part)
    except (ValueError, RecursionError) as error:
        raise FrameError("JSON") from error
    if not isinstance(read, dict):
        raise FrameError("JSON")
    return read
