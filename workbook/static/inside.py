"""Inside the browser: Python on one side of a line of messages, the page on the other.

The page calls `begin` once and `hear` for each message of a widget; `send` takes messages to the page. What
the page keeps of the logbook are the bytes of its file, given to it after each change.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from types import ModuleType
from typing import Any

Buffer = bytes | memoryview
Buffers = Sequence[Buffer]
Send = Callable[[str, list[bytes]], None]

AT_ONCE = 0.1
"""Seconds after which what waits to be sent is sent while Python is still at work."""


class Line:
    """The line to the page: messages go in bundles, one a turn of work, as each crossing takes time."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._waiting: list[dict[str, Any]] = []
        self._buffers: list[bytes] = []
        self._sent_at = time.monotonic()

    def put(self, message: dict[str, Any], buffers: Buffers = ()) -> None:
        """Put a message on the line; it is gone at the end of this turn, or sooner where the turn is long."""
        self._waiting.append({**message, "buffers": len(buffers)})
        self._buffers += [bytes(part) for part in buffers]
        if time.monotonic() - self._sent_at > AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Send what waits."""
        waiting, buffers = self._waiting, self._buffers
        self._waiting, self._buffers = [], []
        if waiting:
            self._send(json.dumps(waiting), buffers)
        self._sent_at = time.monotonic()


class Inside:
    """One page's program: the app on a logbook in memory, and the page told of each change.

    Args:
        send: Takes a text of JSON and the bytes that go with it to the page.
        held: The logbook's file as the browser held it; None where there is none yet.
        query: What stands in the page's address after "?".
        is_kept: Whether the browser holds it already; a copy that takes the place of what is held is not.

    Raises:
        LogbookError: What the browser held is no logbook, or one of a newer program.
    """

    def __init__(self, send: Send, held: bytes | None, query: str, *, is_kept: bool = True) -> None:
        stand_in_for_ipython()
        os.environ["JUPYTER_WIDGETS_ECHO"] = "0"  # one page, which needs not be told what it said
        os.environ["QUERY_STRING"] = query
        self.line = Line(send)
        self._comms = take_the_widgets_line(self.line)
        from infoview.logbook import open_memory  # noqa: PLC0415 - after the line is laid
        from workbook.app import App  # noqa: PLC0415 - likewise
        from workbook.entrance import place_asked  # noqa: PLC0415 - likewise
        from workbook.session import Home  # noqa: PLC0415 - likewise
        from workbook.window import Window  # noqa: PLC0415 - likewise

        self.logbook = open_memory(held)
        self._kept = self.logbook.changes if held and is_kept else -1
        window = Window(self.logbook, home=Home.BROWSER)
        self.session = window.session
        view = App(window, place_asked()).view
        self.line.put({"kind": "view", "id": view.model_id})
        self._settle()

    def hear(self, text: str, buffers: Buffers) -> None:
        """Hand one message of the page to its widget, and send what comes of it."""
        message = json.loads(text)
        comm = self._comms.get_comm(message["id"])
        if comm:
            comm.handle_msg({"content": {"data": message["data"]}, "buffers": buffers})
        self._settle()

    def open(self, copy: Buffer) -> None:
        """Put a saved copy in the logbook's place; where it cannot be opened, the status line says why."""
        from workbook.pages.start.copy import open_copy  # noqa: PLC0415 - after the line is laid

        self.session.guard(open_copy)(self.session, bytes(copy))
        self._settle()

    def _settle(self) -> None:
        """Send what waits, and after a change the logbook's bytes with it."""
        if self._kept != self.logbook.changes:
            self._kept = self.logbook.changes
            self.line.put({"kind": "keep"}, [self.logbook.copy()])
        self.line.flush()


def begin(send: Send, held: Buffer | None, query: str, is_kept: bool = True) -> Inside | str:  # noqa: FBT001, FBT002 - JavaScript gives places
    """Open the workbook for the page; where the logbook cannot be opened, say why."""
    from infoview.errors import InfoviewError  # noqa: PLC0415 - all of it is loaded here

    try:
        return Inside(send, bytes(held) if held else None, query, is_kept=is_kept)
    except InfoviewError as error:
        return str(error)


def take_the_widgets_line(line: Line) -> Any:  # noqa: ANN401 - comm's manager has no useful type
    """Let the widgets speak over this line, as a kernel would let them over its own."""
    import comm  # noqa: PLC0415 - needs the stand-in
    from comm.base_comm import BaseComm  # noqa: PLC0415 - likewise

    class Widget(BaseComm):
        """One widget's end of the line."""

        def publish_msg(
            self,
            msg_type: str,
            data: Any = None,  # noqa: ANN401 - as the base has it
            metadata: Any = None,  # noqa: ANN401, ARG002 - likewise
            buffers: Any = None,  # noqa: ANN401 - likewise
            **keys: Any,  # noqa: ANN401, ARG002 - likewise
        ) -> None:
            line.put({"kind": msg_type, "id": self.comm_id, "data": data or {}}, buffers or ())

    comm.create_comm = Widget
    return comm.get_comm_manager()


def stand_in_for_ipython() -> None:
    """Spare the page IPython, of which ipywidgets and comm need only to hear that no shell is running.

    It and what it needs would be a third of all that is loaded. Where it is there, it is left alone.
    """
    if "IPython" in sys.modules or find_spec("IPython"):
        return
    names = ("IPython", "IPython.display", "IPython.core", "IPython.core.interactiveshell")
    package, display, core, shell = (sys.modules.setdefault(name, ModuleType(name)) for name in names)
    for module, name, value in (
        (package, "get_ipython", lambda: None),
        (package, "display", display),
        (display, "display", print),
        (display, "clear_output", lambda wait=False: None),  # noqa: ARG005 - as IPython has it
        (core, "interactiveshell", shell),
        (shell, "InteractiveShell", type("InteractiveShell", (), {})),
    ):
        setattr(module, name, value)
