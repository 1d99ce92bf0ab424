"""The status line: what just happened, and whether the program is still there."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import traitlets

from workbook.components.base import Component, Guard, script


class Tone(StrEnum):
    """How a sentence of the status line is meant."""

    QUIET = "quiet"
    SAVED = "saved"
    NOTICE = "notice"
    ERROR = "error"


class Status(Component):
    """One sentence in view, read out by screen readers, and a banner when the connection is lost.

    The browser asks every few seconds whether the program is there; `on_ping` is called each time, with the
    time zone of the browser's clock, so that a session can look for changes made in another window.
    """

    section = "status"
    _esm = script("status")
    text = traitlets.Unicode().tag(sync=True)
    tone = traitlets.Unicode(Tone.QUIET.value).tag(sync=True)
    said = traitlets.Int().tag(sync=True)
    unsaved = traitlets.Bool(default_value=False).tag(sync=True)
    """Whether the browser asks before the page is left."""

    def __init__(self, guard: Guard, on_ping: Callable[[str], None] = lambda _zone: None) -> None:
        self._look = on_ping
        super().__init__(guard)

    def say(self, text: str, tone: str = Tone.NOTICE) -> None:
        """Show a sentence; saying the same one again is heard again."""
        with self.hold_sync():
            self.text = text
            self.tone = Tone(tone).value
            self.said += 1

    def _on_ping(self, zone: str = "") -> None:
        """Answer at once, so that a page's fault is never taken for a lost connection."""
        self.send({"type": "pong"})
        self._look(zone)
