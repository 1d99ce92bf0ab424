"""A quiet clock: how much time is left, said in words; it runs in the browser alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import traitlets

from workbook.components.base import Component, Guard, script


@dataclass(frozen=True, slots=True)
class Turn:
    """A moment at which the clock changes its look and says something, in seconds from its start."""

    at: int
    say: str


class Clock(Component):
    """Counts down from a length, without a sound; a reload does not stop it.

    Args:
        guard: The session's catch.
        label: What is timed, read out by screen readers.
        on_change: Called with the moment it was started, in milliseconds as the browser counts them, or with
            0 when it was stopped; whoever keeps it can show it again later.
    """

    section = "clock"
    _esm = script("clock")
    label = traitlets.Unicode().tag(sync=True)
    seconds = traitlets.Int(60).tag(sync=True)
    turns: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    began = traitlets.Int(0).tag(sync=True)

    def __init__(
        self, guard: Guard, label: str, on_change: Callable[[int], None] = lambda _began: None
    ) -> None:
        self._changed = on_change
        super().__init__(guard, label=label)

    def show(self, seconds: int, turns: Sequence[Turn], began: int = 0) -> None:
        """Show a clock of this length, running since `began`, or waiting to be started."""
        with self.hold_sync():
            self.seconds = seconds
            self.turns = [asdict(turn) for turn in turns]
            self.began = began

    def _on_began(self, at: int) -> None:
        self.began = at
        self._changed(at)
