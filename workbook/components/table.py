"""A table that shows one page of rows, however many there are, with search and sorting in the logbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

import traitlets

from workbook.components.base import Component, Guard, script
from workbook.faces import letters_and_hue
from workbook.markup import safe_href

T = TypeVar("T")
FEW_ENOUGH = 100
"""Rows that may all be shown at once, where somebody asks for it; more are turned page by page."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `kind` is text, link, person, way, status or open.

    A link is an address, or an address and a label. A person is a name, and who that is in a line. A way is
    where things stand in words, how many of its steps lie behind, and how many there are. A cell of kind
    "open" is a button with a few lines of a longer text, which is read in full elsewhere.
    """

    key: str
    label: str
    sortable: bool = False
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class View:
    """The part of the rows that a person asked to see; `sort` is a column's key, `whole` asks for all."""

    search: str = ""
    offset: int = 0
    sort: str = ""
    descending: bool = False
    whole: bool = False


class Table(Component):
    """Rows with buttons; the first column names each row.

    Args:
        guard: The session's catch.
        caption: What the table holds, read out by screen readers.
        columns: Its columns, the naming one first.
        on_action: Called with an action and a row's id.
        on_view: Called when other rows are asked for; it answers with `show`.
        search_label: The label of the search box; none, no box.
        page_size: How many rows one page holds.
        empty: What stands in place of no rows.
        on_open: Called with a column's key and a row's id when a cell of kind "open" is pressed.
        panel: The id of the element in which an opened cell or a row is read; it is given the focus.
    """

    section = "table"
    _esm = script("table")
    caption = traitlets.Unicode().tag(sync=True)
    columns: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    rows: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    total = traitlets.Int().tag(sync=True)
    summary = traitlets.Unicode().tag(sync=True)
    empty = traitlets.Unicode().tag(sync=True)
    search_label = traitlets.Unicode().tag(sync=True)
    page_size = traitlets.Int(25).tag(sync=True)
    few_enough = traitlets.Bool().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    panel = traitlets.Unicode().tag(sync=True)
    opened = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        guard: Guard,
        caption: str,
        columns: Sequence[Column],
        on_action: Callable[[str, str], None],
        on_view: Callable[[View], None],
        *,
        search_label: str = "",
        page_size: int = 25,
        empty: str = "",
        on_open: Callable[[str, str], None] | None = None,
        panel: str = "",
    ) -> None:
        self._act = on_action
        self._look = on_view
        self._open = on_open
        super().__init__(
            guard,
            caption=caption,
            columns=[asdict(column) for column in columns],
            search_label=search_label,
            page_size=page_size,
            empty=empty,
            panel=panel,
            state=asdict(View()),
        )

    @property
    def view(self) -> View:
        """The part of the rows that is asked for now."""
        return View(**self.state)

    def first_row(self, total: int) -> int:
        """Tell which row the page begins with: the last page's first, where there are fewer rows by now."""
        offset = min(self.view.offset, max(0, total - 1) // self.page_size * self.page_size)
        self.state = {**self.state, "offset": offset}
        return offset

    def show(self, rows: Sequence[Mapping[str, Any]], total: int, summary: str = "") -> None:
        """Show one page of rows: each with `id`, `cells` by column, perhaps `actions`, `opens` and `note`.

        `actions` are (key, label) of the buttons at its end, `opens` of what pressing its person does.
        """
        with self.hold_sync():
            self.rows = [self._plain(row) for row in rows]
            self.total = total
            self.summary = summary

    def show_page(
        self, things: Sequence[T], row: Callable[[T], Mapping[str, Any]], summary: str = ""
    ) -> None:
        """Show the page of all these things that is asked for, or all of them, each as a row."""
        with self.hold_sync():
            self.few_enough = len(things) <= FEW_ENOUGH
            is_whole = self.few_enough and self.view.whole
            start = 0 if is_whole else self.first_row(len(things))
            end = None if is_whole else start + self.page_size
            self.show([row(thing) for thing in things[start:end]], len(things), summary)

    def enter(self) -> None:
        """Go to the panel: for a row's button that has just filled it, perhaps far below."""
        self.send({"type": "enter"})

    def mark_open(self, column: str = "", id: str = "") -> None:  # noqa: A002 - as rows call it
        """Mark the cell that is read at present, or none."""
        self.opened = f"{id} {column}" if column else ""

    def _plain(self, row: Mapping[str, Any]) -> dict[str, object]:
        """Turn a row into what can be sent to the browser, its links checked."""
        cells = row["cells"]
        return {
            "id": str(row["id"]),
            "cells": [_cell(column["kind"], cells.get(column["key"], "")) for column in self.columns],
            "actions": [list(action) for action in row.get("actions", ())],
            "note": str(row.get("note", "")),
            "opens": list(row.get("opens", ())),
        }

    def _on_action(self, action: str, id: str) -> None:  # noqa: A002 - the message's own name
        self._act(action, id)

    def _on_open(self, column: str, id: str) -> None:  # noqa: A002 - the message's own name
        if self._open and column in {shown["key"] for shown in self.columns if shown["kind"] == "open"}:
            self._open(column, id)

    def _on_view(self, search: str, offset: int, sort: str, *, descending: bool, whole: bool = False) -> None:
        view = View(search, max(0, int(offset)), sort, descending, whole)
        self.state = asdict(view)
        self._look(view)


def _cell(kind: str, value: object) -> dict[str, object]:
    """Turn a cell into text and what its kind needs besides: a safe address, a face, steps of a way."""
    if kind == "link":
        href, label = value if isinstance(value, tuple) else (value or "", "")
        return {"text": str(label or href), "href": safe_href(str(href))}
    if kind == "person" and isinstance(value, tuple):
        name, about = value
        return {"text": name, "below": about, "face": letters_and_hue(name)}
    if kind == "way" and isinstance(value, tuple):
        said, behind, steps = value
        return {"text": said, "behind": behind, "steps": steps}
    return {"text": "" if value is None else str(value)}
