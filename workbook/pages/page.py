"""A page: one step's words and sections, laid out; every page is made by this and its list of sections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import ipywidgets

from workbook.chapters import Chapter, chapter, heading_html, helps_html
from workbook.markup import html, markdown, prose
from workbook.session import Session


class Section(Protocol):
    """One part of a page: a view, and how to bring it up to date with the logbook."""

    view: ipywidgets.Widget

    def draw(self) -> None:
        """Show what the logbook holds now."""


class Wide:
    """A section whose widget needs the whole width, such as a table."""


Rows = Sequence[Sequence[tuple[str, Callable[[Session], Section]]]]
"""The sections of a page by name, from top to bottom; those in one row stand side by side."""


class Page:
    """One step. Its sections are built when they are first shown, and never a second time."""

    def __init__(self, session: Session, step: str, rows: Rows) -> None:
        self.step = step
        self._session = session
        self._rows = rows
        self._makers = {name: make for row in rows for name, make in row}
        self._built: dict[str, Section] = {}
        self._view: ipywidgets.Widget | None = None

    @property
    def chapter(self) -> Chapter:
        """The words of this step."""
        return chapter(self.step)

    @property
    def built(self) -> bool:
        """Whether the whole page was ever shown."""
        return self._view is not None

    @property
    def view(self) -> ipywidgets.Widget:
        """The whole page, words and sections."""
        if self._view is None:
            self._view = self._lay_out()
        return self._view

    def section(self, name: str) -> Section:
        """Build a section, or find the one that was built."""
        if name not in self._built:
            section = self._makers[name](self._session)
            section.draw()
            section.view.add_class("infoview")
            self._built[name] = section
        return self._built[name]

    def draw(self) -> None:
        """Bring every section that was built up to date."""
        for section in self._built.values():
            section.draw()

    def _lay_out(self) -> ipywidgets.Widget:
        head = prose(
            html(
                '<h1 tabindex="-1">{title}</h1>{lead}',
                title=self.chapter.title,
                lead=markdown(self.chapter.lead),
            ),
            "iv-lead",
        )
        rows = [self._row([name for name, _ in row]) for row in self._rows]
        return box([head, *rows], "iv-page")

    def _row(self, names: Sequence[str]) -> ipywidgets.Widget:
        blocks = [self._block(name) for name in names]
        return box(blocks, "iv-columns") if len(blocks) > 1 else blocks[0]

    def _block(self, name: str) -> ipywidgets.Widget:
        """Lay out a section: its words and its widget, with help beside them or, on a small screen, below."""
        words, section = self.chapter.section(name), self.section(name)
        section.view.add_class("iv-work")
        parts = [prose(heading_html(words)), section.view, prose(helps_html(words), "iv-aside")]
        made = box(parts, "iv-section", "iv-card")
        if isinstance(section, Wide):
            made.add_class("iv-wide")
        return made


def box(children: Sequence[ipywidgets.Widget], *classes: str) -> ipywidgets.VBox:
    """Put widgets below each other; the theme lays them out by these classes."""
    made = ipywidgets.VBox(children=list(children))
    for name in ("infoview", *classes):
        made.add_class(name)
    return made


def show_if(widget: ipywidgets.Widget, shown: bool) -> None:  # noqa: FBT001 - reads as a sentence where it is called
    """Show a widget or take it off the screen, without making it anew."""
    widget.layout.display = None if shown else "none"
