"""The session: one logbook on screen, its only writer, and the one catch for errors."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import wraps
from typing import ParamSpec, TypeVar

from infoview import content
from infoview.dates import clock
from infoview.dates.zones import zone_names
from infoview.errors import ContentError, InfoviewError
from infoview.logbook import Logbook
from infoview.next_steps.firsts import First, happened
from workbook.navigation import Navigation

T = TypeVar("T")
P = ParamSpec("P")
log = logging.getLogger("workbook")


class Home(StrEnum):
    """Where a logbook is kept; what stands here ends the names of the words that say so."""

    FILE = ""
    TAB = "_memory"
    BROWSER = "_browser"


class Session:
    """The logbook on screen.

    Pages change it through `change` and redraw when told; every handler they register goes through `guard`,
    so that an exception is said to the person and logged, and never vanishes.

    Args:
        logbook: What is shown and written.
        home: Where it is kept.
        strict: Raise unexpected exceptions again after they were said, as tests want it.
        private: Keep what a visitor typed out of the log: only the kind and place of an error go there.
    """

    def __init__(
        self, logbook: Logbook, *, home: Home = Home.FILE, strict: bool = False, private: bool = False
    ) -> None:
        self._logbook = logbook
        self.home = home
        self._uid = logbook.uid
        self._said = ("", "quiet")
        self._unsaved = ""
        self._done = self._firsts()
        self._glad = ""
        self._strict = strict
        self._private = private
        self._listeners: list[Callable[[], None]] = []
        self._hearers: list[Callable[[str, str], None]] = []
        self._depth = 0
        self._catches_up = False
        self._reopeners: list[Callable[[], None]] = []
        self._words = content.words("session")
        self._here = Navigation(logbook, self.change)
        self._here.on_go(self._leave_notice)

    @property
    def logbook(self) -> Logbook:
        """What is shown and written."""
        return self._logbook

    @property
    def here(self) -> Navigation:
        """Where the person is, and whom it is about."""
        return self._here

    @property
    def said(self) -> tuple[str, str]:
        """The last sentence said to the person, and its tone."""
        return self._said

    @property
    def unsaved(self) -> str:
        """Since what time a visitor's work is in no file of theirs; "" where it is, or is kept elsewhere."""
        return self._unsaved

    @property
    def catches_up(self) -> bool:
        """Whether the pages are being told of what another window wrote."""
        return self._catches_up

    @property
    def today(self) -> date:
        """The day on the person's own calendar."""
        return clock.today()

    def reopen(self, sentence: str, *, unsaved: str = "") -> None:
        """Begin again with what the logbook holds after a copy was opened in its place.

        Args:
            sentence: What is said about it.
            unsaved: Since what time that copy is in no file of the person's; "" where it came from one.
        """
        self._unsaved = unsaved
        self._uid = self.logbook.uid
        self._done = self._firsts()
        self.here.recall()
        for follow in self._reopeners:
            follow()
        self.redraw()
        self.say(sentence)

    def on_reopen(self, follow: Callable[[], None]) -> None:
        """Call this when another logbook has taken this one's place."""
        self._reopeners.append(follow)

    def change(self, step: Callable[[Logbook], T]) -> T:
        """Make one change: all of it is on disk afterwards or none; then every page shows it.

        Raises:
            InfoviewError: The change was refused; the guard around the handler says why.
        """
        with self.logbook.change():
            result = step(self.logbook)
        self.say(self._kept(f"{clock.now():%H:%M}"), "saved")
        self.redraw()
        self._be_glad()
        return result

    def taken_out(self) -> None:
        """Remember that all there is was saved to a file of the person's own."""
        if self.home is Home.TAB:
            self._unsaved = ""
            self.say(self._words["taken_out"].format(time=f"{clock.now():%H:%M}"), "saved")

    def _kept(self, time: str) -> str:
        """Say that a change is saved, and where it is not."""
        if self.home is not Home.TAB:
            return str(self._words["saved"]).format(time=time)
        self._unsaved = self._unsaved or time
        return str(self._words["saved_memory"]).format(time=time, since=self._unsaved)

    def change_and_tell(self, step: Callable[[Logbook], str | None]) -> None:
        """Make one change, and say what it gives back, if it is anything.

        Raises:
            InfoviewError: As for `change`.
        """
        said = self.change(step)
        if said:
            self.say(said)

    def look(self, **looked_at: str) -> None:
        """Remember what one looks at; nothing of what was written changes, so nothing is said."""
        with self.logbook.change() as logbook:
            for name, value in looked_at.items():
                logbook.remember(name, value)
        self.redraw()

    def learn_clock(self, zone: str) -> None:
        """Take the browser's clock for the person's own until they say where they are."""
        profile = self.logbook.profile
        if profile.time_zone or profile.city or zone not in zone_names():
            return
        with self.logbook.change() as logbook:
            logbook.change_profile(time_zone=zone)
        self.redraw()

    def say(self, sentence: str, tone: str = "notice") -> None:
        """Say a sentence to the person; the tone is quiet, saved, notice or error.

        A kind word said by the same handler stays in front of a notice, and instead of that all is saved.
        """
        if self._glad and tone == "saved":
            return
        if self._glad and tone == "notice":
            sentence, self._glad = f"{self._glad} {sentence}", ""
        self._said = (sentence, tone)
        for hear in self._hearers:
            hear(sentence, tone)

    def guard(self, handler: Callable[P, T]) -> Callable[P, T | None]:
        """Wrap a handler: the one place where its exceptions are caught, said and logged."""

        @wraps(handler)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> T | None:
            self._glad = ""
            try:
                return handler(*args, **kwargs)
            except Exception as error:
                if isinstance(error, InfoviewError) and not isinstance(error, ContentError):
                    self.say(str(error), "error")
                    return None
                self._report(error)
                self.say(self._words["unexpected"], "error")
                if self._strict:
                    raise
            return None

        return guarded

    def listen(self, redraw: Callable[[], None]) -> None:
        """Call this whenever the logbook has changed."""
        self._listeners.append(redraw)

    def hear(self, hear: Callable[[str, str], None]) -> None:
        """Call this with each sentence said and its tone."""
        self._hearers.append(hear)
        if self.said[0]:
            hear(*self.said)

    def redraw(self) -> None:
        """Tell every listener that the logbook has changed; one redraw never starts another."""
        if self._depth:
            return
        self._depth += 1
        try:
            for redraw in self._listeners:
                redraw()
        finally:
            self._depth -= 1

    def poll(self) -> None:
        """Notice what another window has written, and show it; a copy opened there is begun with anew."""
        if not self.logbook.changed_elsewhere():
            return
        if self.logbook.uid != self._uid:
            self.reopen(self._words["opened_memory"])
            return
        self._catches_up = True
        try:
            self.redraw()
        finally:
            self._catches_up = False

    def _firsts(self) -> set[First]:
        """Look up what has been done for the first time."""
        return {first for first in First if happened(self.logbook, first)}

    def _be_glad(self) -> None:
        """Say a kind word to what was done for the first time just now; each is said once."""
        new = [first for first in First if first not in self._done and happened(self.logbook, first)]
        self._done.update(new)
        if new:
            said = content.words("next_steps")["first"][new[-1].value]
            self.say(said)
            self._glad = said

    def _leave_notice(self, _step: str, _section: str) -> None:
        """Leave a notice behind: it belongs to the place where it was said."""
        if self._said[1] == "notice":
            self.say("", "quiet")

    def _report(self, error: Exception) -> None:
        if self._private:
            last = error.__traceback__
            while last and last.tb_next:
                last = last.tb_next
            place = f"{last.tb_frame.f_code.co_filename}:{last.tb_lineno}" if last else "an unknown place"
            log.error("%s at %s", type(error).__name__, place)
        else:
            log.error("A handler failed.", exc_info=error)
