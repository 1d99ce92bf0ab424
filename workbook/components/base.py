"""The base of every component: how a browser's message reaches a page, and how the answer returns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from typing import Any

import anywidget
import traitlets

from infoview import content

Guard = Callable[[Callable[..., None]], Callable[..., None]]
Message = dict[str, Any]


@cache
def script(*names: str) -> str:
    """Read a component's ES module from its files, after the small functions that all of them share.

    A string, not a path: anywidget would start a thread for each path to watch it for changes.
    """
    folder = resources.files(__package__)
    parts = (folder / f"{name}.js" for name in ("shared", *names))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


class Component(anywidget.AnyWidget):
    """A piece of a page that talks to its browser half by messages, each through the session's one catch.

    Subclasses set `section`, the part of `content/components.toml` with their words, and one method a
    message, named `_on_<type>`.
    """

    section = ""
    words = traitlets.Dict().tag(sync=True)
    answered: traitlets.List[Any] = traitlets.List().tag(sync=True)
    """The number of the last message that was handled, and whether that worked. It is state, not a message: a
    browser takes messages at once and state in turn, so that one would overtake what it answers."""

    def __init__(self, guard: Guard, **traits: object) -> None:
        super().__init__(words=content.words("components")[self.section], **traits)
        self._guard = guard
        self.on_msg(lambda _widget, message, buffers: self.receive(message, buffers))

    def set_state(self, sync_data: Message) -> None:
        """Take no trait's value from a browser: it sends messages; what it is shown is Python's to say."""

    def receive(self, message: Message, buffers: Sequence[Any] = ()) -> None:
        """Handle one message of the browser; a numbered one is answered, whatever happens."""
        worked = False

        def handle() -> None:
            nonlocal worked
            self._handle(message, buffers)
            worked = True

        try:
            self._guard(handle)()
        finally:
            if "seq" in message:
                self.answered = [message["seq"], worked]

    def _handle(self, message: Message, buffers: Sequence[Any]) -> None:
        """Call the method for a message, with the message's own fields as arguments."""
        fields = {name: value for name, value in message.items() if name not in {"type", "seq"}}
        method = getattr(self, "_on_" + message.get("type", ""), None)
        if method is None:
            raise ValueError(f"{type(self).__name__} knows no message {message!r}.")
        if buffers:
            fields["data"] = b"".join(bytes(part) for part in buffers)
        method(**fields)
