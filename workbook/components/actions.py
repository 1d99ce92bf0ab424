"""A row of buttons that do something at once, and show that they are at it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import traitlets

from workbook.components.base import Component, Guard, script


@dataclass(frozen=True, slots=True)
class Action:
    """One button; the primary one is what most people want next."""

    key: str
    label: str
    primary: bool = False


class Actions(Component):
    """Buttons side by side; while one works, all wait, and they are always released again.

    Args:
        guard: The session's catch.
        actions: The buttons, in order.
        on_action: Called with the key of the button pressed.
    """

    section = "actions"
    _esm = script("actions")
    actions: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    enabled: traitlets.List[str] = traitlets.List().tag(sync=True)

    def __init__(self, guard: Guard, actions: Sequence[Action], on_action: Callable[[str], None]) -> None:
        self._act = on_action
        super().__init__(
            guard, actions=[asdict(action) for action in actions], enabled=[action.key for action in actions]
        )

    def enable(self, keys: Collection[str]) -> None:
        """Let these buttons be pressed, and no others."""
        self.enabled = [action["key"] for action in self.actions if action["key"] in keys]

    def change_actions(self, actions: Sequence[Action]) -> None:
        """Show other buttons, all of them enabled."""
        with self.hold_sync():
            self.actions = [asdict(action) for action in actions]
            self.enabled = [action.key for action in actions]

    def _on_action(self, key: str) -> None:
        if key in self.enabled:
            self._act(key)
