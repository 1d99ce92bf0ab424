"""The ways out: copy, download, open in the mail program, print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import traitlets

from infoview.content import language
from workbook.components.base import Component, Guard, script
from workbook.markup import Html, html, safe_href


@dataclass(frozen=True, slots=True)
class Copy:
    """A text for the clipboard."""

    key: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file made when it is asked for: its name, its bytes and its media type."""

    key: str
    label: str
    make: Callable[[], tuple[str, bytes, str]]


@dataclass(frozen=True, slots=True)
class Link:
    """An address to open: a web page, or a mail in the person's own mail program."""

    key: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Print:
    """A page for paper."""

    key: str
    label: str
    html: Html


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole page for paper, with its own look, made when it is asked for."""

    key: str
    label: str
    make: Callable[[], str]


Item = Copy | Download | Link | Print | Paper


class Takeout(Component):
    """Buttons that take something out of the workbook, in JupyterLab and Voilà alike.

    Args:
        guard: The session's catch.
        label: What is taken out, read out by screen readers.
        on_take: Called with an item's key when it was taken, so that a page can note it.
    """

    section = "takeout"
    _esm = script("takeout")
    label = traitlets.Unicode().tag(sync=True)
    items: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)

    def __init__(self, guard: Guard, label: str, on_take: Callable[[str], None] = lambda _key: None) -> None:
        self._take = on_take
        self._made: dict[str, Download | Paper] = {}
        super().__init__(guard, label=label)

    def show(self, items: Sequence[Item]) -> None:
        """Offer these items, in order; a link that is not safe to follow is left out."""
        self._made = {item.key: item for item in items if isinstance(item, Download | Paper)}
        self.items = [_plain(item) for item in items if not isinstance(item, Link) or safe_href(item.href)]

    def _on_take(self, key: str) -> None:
        self._take(key)

    def _on_make(self, key: str) -> None:
        match self._made[key]:
            case Paper(make=make):
                self.send({"type": "paper", "key": key, "html": make()})
            case Download(make=make_file):
                name, data, kind = make_file()
                self.send({"type": "file", "key": key, "name": name, "kind": kind}, buffers=[data])
        self._take(key)


def _plain(item: Item) -> dict[str, str]:
    """Turn an item into what can be sent to the browser."""
    plain = {"key": item.key, "label": item.label, "way": type(item).__name__.lower()}
    match item:
        case Copy():
            return {**plain, "text": item.text}
        case Link():
            return {**plain, "href": safe_href(item.href)}
        case Print():
            if not isinstance(item.html, Html):
                raise TypeError("Print takes Html only: make it with markup.html().")
            return {**plain, "html": page_for_paper(item)}
        case _:
            return plain


def page_for_paper(item: Print) -> str:
    """Make a whole page of what is to be printed, with a look made for paper."""
    return html(
        '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        "<style>{style}</style></head><body>{body}</body></html>",
        language=language(),
        title=item.label,
        style=_paper(),
        body=item.html,
    )


@cache
def _paper() -> Html:
    """Read the style sheet for paper."""
    return Html((resources.files("workbook.theme") / "paper.css").read_text(encoding="utf-8"))
