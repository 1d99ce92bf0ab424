"""A list whose order a person chooses, by buttons, by keys or by dragging."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import traitlets

from workbook.components.base import Component, Guard, script


class OrderedList(Component):
    """Items to move, star, change and remove; `position` counts from 0.

    Args:
        guard: The session's catch.
        label: What the list holds, read out by screen readers.
        on_move: Called with an item's id and its new position.
        on_star: Called with an item's id, and whether it is starred now; none, no stars.
        on_remove: Called with an item's id; none, nothing can be removed.
        on_edit: Called with an item's id and its new text; none, texts stay.
        on_minutes: Called with an item's id and its minutes as typed; none, nothing is said of minutes.
        empty: What stands in place of no items.
    """

    section = "ordered_list"
    _esm = script("ordered_list")
    label = traitlets.Unicode().tag(sync=True)
    empty = traitlets.Unicode().tag(sync=True)
    items: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    can = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        guard: Guard,
        label: str,
        on_move: Callable[[str, int], None],
        on_star: Callable[[str, bool], None] | None = None,
        on_remove: Callable[[str], None] | None = None,
        *,
        on_edit: Callable[[str, str], None] | None = None,
        on_minutes: Callable[[str, str], None] | None = None,
        empty: str = "",
    ) -> None:
        self._handlers: dict[str, Callable[..., None] | None] = {
            "move": on_move, "star": on_star, "remove": on_remove, "edit": on_edit, "minutes": on_minutes,
        }  # fmt: skip
        can = {name: handler is not None for name, handler in self._handlers.items()}
        super().__init__(guard, label=label, empty=empty, can=can)

    def show(self, items: Sequence[Mapping[str, object]]) -> None:
        """Show items in order: each with `id` and `text`, perhaps `note`, `hint`, `minutes` and `starred`."""
        self.items = [
            {
                "id": str(item["id"]),
                "text": str(item["text"]),
                "note": str(item.get("note") or ""),
                "hint": str(item.get("hint") or ""),
                "minutes": str(item.get("minutes") or ""),
                "starred": bool(item.get("starred")),
            }
            for item in items
        ]

    def _on_move(self, id: str, position: int) -> None:  # noqa: A002 - the message's own name
        self._hand_over("move", id, max(0, min(int(position), len(self.items) - 1)))

    def _on_star(self, id: str, *, on: bool) -> None:  # noqa: A002 - the message's own name
        self._hand_over("star", id, on)

    def _on_remove(self, id: str) -> None:  # noqa: A002 - the message's own name
        self._hand_over("remove", id)

    def _on_edit(self, id: str, text: str) -> None:  # noqa: A002 - the message's own name
        self._hand_over("edit", id, text)

    def _on_minutes(self, id: str, minutes: str) -> None:  # noqa: A002 - the message's own name
        self._hand_over("minutes", id, minutes)

    def _hand_over(self, what: str, *said: object) -> None:
        """Call who wants to hear of it; what this list cannot do, no button asks for."""
        handler = self._handlers[what]
        if handler is None:
            raise ValueError(f"This list lets nobody {what} anything.")
        handler(*said)
