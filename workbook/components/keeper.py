"""A copy in the visitor's own browser, for logbooks that live in memory only."""

from __future__ import annotations

from collections.abc import Callable

import traitlets

from workbook.components.base import Component, Guard, script


class Keeper(Component):
    """Keeps the newest copy of a logbook in this browser tab, and brings it back after a reload.

    Nothing is drawn. Several notebooks in one tab hear of each other's newer copy. `heard` turns true once
    the browser has said what it holds: a copy kept earlier could take the place of better work.

    Args:
        guard: The session's catch.
        on_held: Called with the copy that the browser held at the start, or that another notebook kept.
        on_full: Called when the browser has no room for the copy.
        store: Names what is kept.
    """

    section = "keeper"
    _esm = script("keeper")
    store = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        guard: Guard,
        on_held: Callable[[bytes], None],
        on_full: Callable[[], None] = lambda: None,
        store: str = "logbook",
    ) -> None:
        self._take = on_held
        self._full = on_full
        self._newest: bytes | None = None
        self.heard = False
        super().__init__(guard, store=store)

    def keep(self, data: bytes) -> None:
        """Keep a copy; it replaces the one before."""
        self._newest = data
        self.send({"type": "keep"}, buffers=[data])

    def forget(self) -> None:
        """Remove the copy from the browser."""
        self._newest = None
        self.send({"type": "forget"})

    def _on_held(self, *, newer: bool, data: bytes = b"") -> None:
        """Take what the browser held, if anything, unless this kernel has kept something since."""
        self.heard = True
        if not data or data == self._newest or (self._newest is not None and not newer):
            return
        self._newest = data
        self._take(data)

    def _on_full(self) -> None:
        self._full()
