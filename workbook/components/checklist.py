"""A list to tick off, in groups, with a filter; good for a question bank of two hundred."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import traitlets

from workbook.components.base import Component, Guard, script


class Checklist(Component):
    """Check boxes in groups that open and close.

    Args:
        guard: The session's catch.
        legend: What is ticked off, read out by screen readers.
        on_tick: Called with an item's id, and whether it is ticked now; when it raises, the tick goes back.
        filter_label: The label of the filter box; none, no box.
    """

    section = "checklist"
    _esm = script("checklist")
    legend = traitlets.Unicode().tag(sync=True)
    filter_label = traitlets.Unicode().tag(sync=True)
    groups: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    ticked: traitlets.List[str] = traitlets.List().tag(sync=True)

    def __init__(
        self, guard: Guard, legend: str, on_tick: Callable[[str, bool], None], filter_label: str = ""
    ) -> None:
        self._ticked = on_tick
        super().__init__(guard, legend=legend, filter_label=filter_label)

    def show(self, groups: Sequence[Mapping[str, Any]], ticked: Collection[str] = ()) -> None:
        """Show groups with `key`, `title`, `hint` and `items`: `id`, `text`, perhaps `note` and `more` each.

        A group without a title does not fold; the first is `open` to begin with, unless each says for itself.
        """
        with self.hold_sync():
            self.groups = [
                {
                    "key": str(group["key"]),
                    "title": str(group["title"]),
                    "hint": str(group.get("hint") or ""),
                    "open": bool(group.get("open", place == 0)),
                    "items": [
                        {name: str(item.get(name) or "") for name in ("id", "text", "note", "more")}
                        for item in group["items"]
                    ],
                }
                for place, group in enumerate(groups)
            ]
            self.ticked = sorted(map(str, ticked))

    def _on_tick(self, id: str, *, on: bool) -> None:  # noqa: A002 - the message's own name
        self._ticked(id, on)
        self.ticked = sorted({*self.ticked, id} if on else {*self.ticked} - {id})
