"""The steps of the workbook: where a person is, what is done, and the way to any other step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import traitlets

from workbook.components.base import Component, Guard, script

Named = tuple[str, str]
"""A key and its label."""


class Stepper(Component):
    """A row of steps, and a row of the parts of the step one is at, where it has several.

    Both follow the address (`?step=…&part=…`) and are followed by it, so that Back works.

    Args:
        guard: The session's catch.
        steps: (key, label, parts) of each step, in order.
        on_place: Called with a step and a part of it, or "" for whichever was in sight last, when another
            place is chosen, by its button, by Back, or by the page's address; it says `arrive`.
    """

    section = "stepper"
    _esm = script("stepper")
    steps: traitlets.List[list[Any]] = traitlets.List().tag(sync=True)
    current = traitlets.Unicode().tag(sync=True)
    part = traitlets.Unicode().tag(sync=True)
    marks = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        guard: Guard,
        steps: Sequence[tuple[str, str, Sequence[Named]]],
        on_place: Callable[[str, str], None],
    ) -> None:
        self._go = on_place
        self._parts = {step: [part for part, _ in parts] for step, _, parts in steps}
        shown = [[step, label, [list(part) for part in parts]] for step, label, parts in steps]
        super().__init__(guard, steps=shown, current=steps[0][0])

    def arrive(self, step: str, part: str = "") -> None:
        """Show where one is."""
        with self.hold_sync():
            self.current, self.part = step, part

    def _on_step(self, key: str, part: str = "") -> None:
        """Go to a place; an address that names no step is left alone, and so is a part that is not there."""
        if key not in self._parts:
            return
        wanted = part if part in self._parts[key] else ""
        if key != self.current or wanted not in {"", self.part}:
            self._go(key, wanted)
