"""The steps of the workbook: where a person is, what is done, and the way to any other step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import traitlets

from workbook.components.base import Component, Guard, script


class Stepper(Component):
    """A row of steps that follows the address (`?step=`) and is followed by it, so that Back works.

    Args:
        guard: The session's catch.
        steps: (key, label) of each step, in order.
        on_step: Called when another step is chosen, by its button, by Back, or by the page's address.
    """

    section = "stepper"
    _esm = script("stepper")
    steps = traitlets.List().tag(sync=True)
    current = traitlets.Unicode().tag(sync=True)
    marks = traitlets.Dict().tag(sync=True)

    def __init__(
        self, guard: Guard, steps: Sequence[tuple[str, str]], on_step: Callable[[str], None]
    ) -> None:
        self._go = on_step
        super().__init__(guard, steps=[list(step) for step in steps], current=steps[0][0])

    def _on_step(self, key: str) -> None:
        """Go to a step; an address that names no step is left alone."""
        if key in {step for step, _ in self.steps} and key != self.current:
            self.current = key
            self._go(key)
