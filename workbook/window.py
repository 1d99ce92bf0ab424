"""A window: one browser page or notebook onto a logbook, with its session, its pages and its status line."""

from __future__ import annotations

import zlib

import ipywidgets

from infoview.content import words
from infoview.dates import clock
from infoview.errors import InfoviewError, LogbookError
from infoview.exporters.logbook_json import LARGEST_COPY
from infoview.logbook import Logbook
from workbook.chapters import chapter
from workbook.components.keeper import Keeper
from workbook.components.status import Status
from workbook.markup import html, prose
from workbook.pages import LAYOUTS
from workbook.pages.fields import page_words
from workbook.pages.page import Page, box
from workbook.session import Home, Session
from workbook.theme import Theme

EVERY_CHANGE = 1_000_000
"""Bytes up to which a visitor's browser is given a copy after every change; more goes every few seconds."""


class Window:
    """What one browser page or notebook shows of a logbook.

    Args:
        logbook: The logbook shown.
        home: Where it is kept; its file, or a visitor's tab where it has none, unless it is said here.
        strict: Raise unexpected exceptions again, as tests want it.
    """

    def __init__(self, logbook: Logbook, *, home: Home | None = None, strict: bool = False) -> None:
        if home is None:
            home = Home.FILE if logbook.place else Home.TAB
        self.session = Session(logbook, home=home, strict=strict, private=home is not Home.FILE)
        self.pages = {step: Page(self.session, step, layout) for step, layout in LAYOUTS.items()}
        self.status = Status(self.session.guard, self._tend)
        self.session.hear(self._tell)
        self._kept = logbook.changes
        self._keeper = (
            Keeper(self.session.guard, self._bring_back, self._say_full) if home is Home.TAB else None
        )
        if self._keeper:
            self.session.listen(self._keep_if_small)

    @property
    def furniture(self) -> list[ipywidgets.Widget]:
        """What draws nothing but must be on the page: the look, and the keeper of a visitor's copy."""
        return [Theme(), *([self._keeper] if self._keeper else [])]

    def _tell(self, sentence: str, tone: str) -> None:
        """Say a sentence; whoever would leave unsaved work behind is asked first."""
        self.status.unsaved = bool(self.session.unsaved)
        self.status.say(sentence, tone)

    def _tend(self, zone: str) -> None:
        """Every few seconds: show what another window wrote, learn the clock, and keep a large copy."""
        self.session.poll()
        if self._keeper is None or self._keeper.heard:
            self.session.learn_clock(zone)
        if self._keeper and self._kept != self.session.logbook.changes:
            self._keep(self.session.logbook.copy())

    def _keep_if_small(self) -> None:
        copy = self.session.logbook.copy()
        if len(copy) <= EVERY_CHANGE:
            self._keep(copy)

    def _keep(self, copy: bytes) -> None:
        if self._keeper and self._keeper.heard:
            self._keeper.keep(zlib.compress(copy, 1))
            self._kept = self.session.logbook.changes

    def _bring_back(self, held: bytes) -> None:
        copy = unpacked(held)
        self.session.logbook.replace_with(copy, clock.now())
        self._kept = self.session.logbook.changes
        self.session.reopen(words("session")["restored"], unsaved=f"{clock.now():%H:%M}")

    def _say_full(self) -> None:
        self.session.say(words("session")["too_large"])


def unpacked(held: bytes) -> bytes:
    """Unpack a copy that a browser kept, as far as one can be that it was given.

    Raises:
        LogbookError: It is spoiled, or larger than any that was packed: 1.5 MB can hold 2.9 GB of nothing.
    """
    packed = zlib.decompressobj()
    try:
        copy = packed.decompress(held, LARGEST_COPY)
    except zlib.error as error:
        raise LogbookError(words("session")["spoiled"]) from error
    if not packed.eof:
        raise LogbookError(words("session")["spoiled"])
    return copy


class Notebook:
    """One step as a notebook shows it: a header with the status line, then section by section."""

    def __init__(self, window: Window, step: str) -> None:
        self._window = window
        self._page = window.pages[step]
        window.session.listen(self._page.draw)
        window.session.here.on_go(self._point)
        note = (
            []
            if window.session.home is not Home.TAB
            else [prose(html("<p>{said}</p>", said=page_words("app")["visitor"]))]
        )
        self._header = box([*window.furniture, window.status, *note])
        self._is_headed = False

    @property
    def header(self) -> ipywidgets.Widget:
        """What stands above the sections."""
        self._is_headed = True
        return self._header

    def section(self, name: str) -> ipywidgets.Widget:
        """Show one section of this step."""
        return self._page.section(name).view

    def shown(self, name: str) -> ipywidgets.Widget:
        """Show one section, below the header where that is not shown yet."""
        return self.section(name) if self._is_headed else box([self.header, self.section(name)])

    def _point(self, step: str, _section: str) -> None:
        """Say which notebook holds another step; notebooks do not open each other."""
        if step != self._page.step:
            said = page_words("app.steps")["elsewhere"].format(title=chapter(step).title)
            self._window.session.say(said)


class ClosedNotebook:
    """One step of a logbook that could not be opened: the header says why, and its sections are empty."""

    def __init__(self, error: InfoviewError) -> None:
        self._header = closed(error)
        self._is_headed = False

    @property
    def header(self) -> ipywidgets.Widget:
        """Why it could not be opened."""
        self._is_headed = True
        return self._header

    def section(self, _name: str) -> ipywidgets.Widget:
        """Show nothing: the header has said why."""
        return box([])

    def shown(self, name: str) -> ipywidgets.Widget:
        """Say why, once."""
        return self.section(name) if self._is_headed else self.header


def closed(error: InfoviewError) -> ipywidgets.Widget:
    """What is shown when the logbook could not be opened: why, and what to do."""
    words = page_words("app")
    card = html(
        '<h1>{title}</h1><p role="alert">{reason}</p>',
        title=words["closed"],
        reason=str(error),
    )
    return box([Theme(), prose(card, "iv-card")], "iv-page")
