"""Rows of things to do, each about somebody: some in sight, the others folded by group with their count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import traitlets

from workbook.components.base import Component, Guard, script
from workbook.faces import letters_and_hue

OPEN = "open"
"""The action of a row that is pressed itself."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do, in a few words; below them whom and when it concerns.

    `name` is the person whose face stands before it, "" for nobody. `opens` tells whether the row leads
    somewhere; `actions` are (key, label) of the buttons at its end.
    """

    id: str
    text: str
    below: str = ""
    name: str = ""
    opens: bool = False
    actions: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows below one title; where it is `folded`, its title is a button that says how many there are."""

    key: str
    title: str
    rows: Sequence[Row]
    folded: bool = True


class Rows(Component):
    """Groups of rows, from top to bottom.

    Args:
        guard: The session's catch.
        on_action: Called with an action and a row's id: `OPEN` when the row itself is pressed.
    """

    section = "rows"
    _esm = script("rows")
    groups: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)

    def __init__(self, guard: Guard, on_action: Callable[[str, str], None]) -> None:
        self._act = on_action
        super().__init__(guard)

    def show(self, groups: Sequence[Group]) -> None:
        """Show these groups; one without rows is left out."""
        self.groups = [
            asdict(group) | {"rows": [_plain(row) for row in group.rows]} for group in groups if group.rows
        ]

    def _on_action(self, action: str, id: str) -> None:  # noqa: A002 - the message's own name
        self._act(action, id)


def _plain(row: Row) -> dict[str, object]:
    """Turn a row into what can be sent to the browser, its person's face included."""
    return asdict(row) | {
        "actions": [list(action) for action in row.actions],
        "face": letters_and_hue(row.name) if row.name else None,
    }
