"""A section folded behind its heading: a button that says what is there, and how much of it."""

from __future__ import annotations

from collections.abc import Callable

import traitlets

from workbook.components.base import Component, Guard, script


class Fold(Component):
    """A heading that is a button; what it opens stands below it and is none of its business.

    Args:
        guard: The session's catch.
        title: The heading.
        on_turn: Called with whether the person wants it open.
    """

    section = "fold"
    _esm = script("fold")
    title = traitlets.Unicode().tag(sync=True)
    count = traitlets.Int().tag(sync=True)
    is_open = traitlets.Bool().tag(sync=True)

    def __init__(self, guard: Guard, title: str, on_turn: Callable[[bool], None]) -> None:
        self._turn = on_turn
        super().__init__(guard, title=title)

    def show(self, count: int, *, is_open: bool) -> None:
        """Show how many things are in it (0 says nothing), and whether it is open."""
        with self.hold_sync():
            self.count, self.is_open = count, is_open

    def _on_turn(self, *, open: bool) -> None:  # noqa: A002 - the message's own name
        self._turn(open)
