"""A page: one step's words and sections, laid out; every page is made by this and its layout."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import ipywidgets

from infoview.next_steps.step_marks import marks
from workbook.chapters import Chapter, Words, chapter, heading_html, helps_html
from workbook.components.fold import Fold
from workbook.markup import Html, html, markdown, prose
from workbook.session import Session


class Section(Protocol):
    """One thing to do on a page: a view, and how to bring it up to date with the logbook."""

    view: ipywidgets.Widget

    def draw(self) -> None:
        """Show what the logbook holds now."""


class Wide:
    """A section whose widget needs the whole width, such as a table."""


class Bare:
    """A section that brings what stands above it along; its heading is only read out."""


Count = Callable[[Session], int]
"""How many things a folded section holds; 0 where there is nothing to count."""


def uncounted(_session: Session) -> int:
    """Count nothing: for a fold whose heading says it all."""
    return 0


OPEN = "yes"
"""What the logbook remembers of a folded section that is open."""

Rows = Sequence[Sequence[tuple[str, Callable[[Session], Section]]]]
"""Sections by name, from top to bottom; those in one row stand side by side."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the sections of a step stand: always at the top, or in a part, of which one is in sight.

    The titles of the parts are in `content/pages/<step>.toml`; a step with one part shows no titles. The way
    on and back passes by the parts that stand aside; those `without_top` are about more than is chosen there,
    and those that are `guided` lead on by buttons of their own, which come first. In the app, sections that
    are `folded` stand behind their heading until somebody opens them.
    """

    parts: Mapping[str, Rows]
    top: Rows = ()
    aside: Collection[str] = ()
    without_top: Collection[str] = ()
    guided: Collection[str] = ()
    folded: Mapping[str, Count] = field(default_factory=dict)

    def rows(self) -> Iterator[Sequence[tuple[str, Callable[[Session], Section]]]]:
        """Go through all rows, from top to bottom."""
        yield from self.top
        for rows in self.parts.values():
            yield from rows

    def sections(self, part: str) -> list[str]:
        """Name the sections of one part, in their order."""
        return [name for row in self.parts[part] for name, _ in row]


class Page:
    """One step. Its sections are built when they are first shown, and never a second time."""

    def __init__(self, session: Session, step: str, layout: Layout) -> None:
        self.step = step
        self.layout = layout
        self.part = next(iter(layout.parts))
        self._session = session
        self._makers = {name: make for row in layout.rows() for name, make in row}
        self._built: dict[str, Section] = {}
        self._boxes: dict[str, ipywidgets.Widget] = {}
        self._folds: dict[str, tuple[Fold, ipywidgets.VBox]] = {}
        self._view: ipywidgets.VBox | None = None
        self._lead: ipywidgets.Widget | None = None
        self._top: list[ipywidgets.Widget] = []

    @property
    def chapter(self) -> Chapter:
        """The words of this step."""
        return chapter(self.step)

    @property
    def built(self) -> bool:
        """Whether the page was ever shown as a whole."""
        return self._view is not None

    @property
    def view(self) -> ipywidgets.Widget:
        """The whole page: its words, what always stands at the top, and the part in sight."""
        if self._view is None:
            title = html('<h1 class="iv-unseen" tabindex="-1">{title}</h1>', title=self.chapter.title)
            self._lead = prose(markdown(self.chapter.lead), "iv-lead")
            self._top = [self._row([name for name, _ in row], "iv-top") for row in self.layout.top]
            self._view = box([prose(title, "iv-page-title"), self._lead, *self._top], "iv-page")
            self.show(self.part)
        return self._view

    def part_of(self, section: str) -> str:
        """Name the part in which a section stands; one at the top is in any of them."""
        return next((part for part in self.layout.parts if section in self.layout.sections(part)), self.part)

    def unfold(self, section: str) -> None:
        """Open a section, if it is one of those that are folded; the logbook remembers it."""
        if section in self.layout.folded:
            self._turn(section, is_open=True)

    def show(self, part: str) -> None:
        """Bring a part into sight; it is built now if it never was."""
        self.part = part
        view = self.view
        if part not in self._boxes:
            self._boxes[part] = box([self._row([name for name, _ in row]) for row in self.layout.parts[part]])
            view.children = (*view.children, self._boxes[part])
        for name, other in self._boxes.items():
            show_if(other, name == part)
        is_first = part == next(iter(self.layout.parts))
        begins_itself = isinstance(self.section(self.layout.sections(part)[0]), Bare)
        show_if(self._lead, is_first and not begins_itself and self.step not in marks(self._session.logbook))
        for top in self._top:
            show_if(top, part not in self.layout.without_top)
        self.draw()

    def section(self, name: str) -> Section:
        """Build a section, or find the one that was built."""
        if name not in self._built:
            section = self._makers[name](self._session)
            section.draw()
            section.view.add_class("infoview")
            self._built[name] = section
        return self._built[name]

    def draw(self) -> None:
        """Bring what is in sight up to date; in a notebook that is every section that was built."""
        hidden = {
            name for part in self.layout.parts if part != self.part for name in self.layout.sections(part)
        }
        for name, section in self._built.items():
            if self._view is None or not (name in hidden or self._is_shut(name)):
                section.draw()
        for name in self._folds.keys() - hidden:
            self._draw_fold(name)

    def _is_shut(self, name: str) -> bool:
        return name in self._folds and not self._session.logbook.recall(self._fold_name(name))

    def _fold_name(self, name: str) -> str:
        return fold_name(f"{self.step}.{name}")

    def _turn(self, name: str, *, is_open: bool) -> None:
        self._session.look(**{self._fold_name(name): OPEN if is_open else ""})

    def _draw_fold(self, name: str) -> None:
        """Show a section below its heading if it is open; it is built when that is so for the first time."""
        fold, made = self._folds[name]
        is_open = not self._is_shut(name)
        if is_open and len(made.children) == 1:
            words = self.chapter.section(name)
            made.children = (fold, self._card(name, markdown(words.text), words))
        for below in made.children[1:]:
            show_if(below, is_open)
        fold.show(self.layout.folded[name](self._session), is_open=is_open)

    def _row(self, names: Sequence[str], *classes: str) -> ipywidgets.Widget:
        blocks = [self._block(name, *classes) for name in names]
        return box(blocks, "iv-columns") if len(blocks) > 1 else blocks[0]

    def _block(self, name: str, *classes: str) -> ipywidgets.Widget:
        """Lay out a section: its words and its widget, with the answers to what one may ask below them."""
        words = self.chapter.section(name)
        if name in self.layout.folded:
            fold = Fold(self._session.guard, words.title, lambda is_open: self._turn(name, is_open=is_open))
            made = box([fold], "iv-section", "iv-fold", *classes)
            self._folds[name] = fold, made
            return made
        section = self.section(name)
        if isinstance(section, Bare):
            section.view.add_class("iv-work")
            heading = html('<h2 class="iv-unseen">{title}</h2>', title=words.title)
            return box([prose(heading, "iv-heard"), section.view], "iv-section", "iv-bare", *classes)
        made = self._card(name, heading_html(words), words)
        for class_name in ("iv-section", *classes):
            made.add_class(class_name)
        return made

    def _card(self, name: str, heading: Html, words: Words) -> ipywidgets.Widget:
        section = self.section(name)
        section.view.add_class("iv-work")
        made = box([prose(heading), section.view, prose(helps_html(words), "iv-aside")], "iv-card")
        if isinstance(section, Wide):
            made.add_class("iv-wide")
        return made


def fold_name(address: str) -> str:
    """Name what the logbook remembers of a folded section, such as "progress.weighing": `OPEN` or nothing."""
    return f"open.{address}"


def box(children: Sequence[ipywidgets.Widget], *classes: str) -> ipywidgets.VBox:
    """Put widgets below each other; the theme lays them out by these classes."""
    made = ipywidgets.VBox(children=list(children))
    for name in ("infoview", *classes):
        made.add_class(name)
    return made


def show_if(widget: ipywidgets.Widget, shown: bool) -> None:  # noqa: FBT001 - reads as a sentence where it is called
    """Show a widget or take it off the screen, without making it anew."""
    widget.layout.display = None if shown else "none"
