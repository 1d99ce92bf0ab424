"""Frames as a browser sends them to a kernel, and as someone would who means harm."""

import json
from itertools import accumulate
from uuid import uuid4


def frame(kind, content=None, *, channel="shell", buffers=(), header=None, raw=None):
    """Write a message as one frame; `header` and `raw` take the place of a whole header and content."""
    made = {"msg_id": uuid4().hex, "msg_type": kind, "session": "s", "username": "", "version": "5.3"}
    head = json.dumps(made).encode() if header is None else header
    body = json.dumps(content or {}).encode() if raw is None else raw
    parts = [channel.encode(), head, b"{}", b"{}", body, *buffers]
    start = 8 * (len(parts) + 2)
    offsets = accumulate((len(part) for part in parts), initial=start)
    numbers = [len(parts) + 1, *offsets]
    return b"".join([*(number.to_bytes(8, "little") for number in numbers), *parts])
