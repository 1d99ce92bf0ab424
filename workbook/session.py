"""The session: one logbook on screen, its only writer, and the one catch for errors."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import ParamSpec, TypeVar

from infoview import content
from infoview.dates import clock
from infoview.errors import ContentError, InfoviewError
from infoview.logbook import Logbook
from infoview.records.contacts import Contact

T = TypeVar("T")
P = ParamSpec("P")
log = logging.getLogger("workbook")


class Session:
    """The logbook on screen.

    Pages change it through `change` and redraw when told; every handler they register goes through `guard`,
    so that an exception is said to the person and logged, and never vanishes.

    Args:
        logbook: What is shown and written.
        strict: Raise unexpected exceptions again after they were said, as tests want it.
        private: Keep what a visitor typed out of the log: only the kind and place of an error go there.
    """

    def __init__(self, logbook: Logbook, *, strict: bool = False, private: bool = False) -> None:
        self.logbook = logbook
        self.said = ("", "quiet")
        self._strict = strict
        self._private = private
        self._listeners: list[Callable[[], None]] = []
        self._hearers: list[Callable[[str, str], None]] = []
        self._depth = 0
        self._reopeners: list[Callable[[], None]] = []
        self._movers: list[Callable[[str, str], None]] = []
        self._words = content.words("session")
        self._contact_id = 0
        self.step = ""
        self.part = ""
        self._recall_place()

    @property
    def today(self) -> date:
        """The day on the person's own calendar."""
        return clock.today()

    @property
    def contact(self) -> Contact | None:
        """The contact the person is working on, or None."""
        return self.logbook.contacts.first(id=self._contact_id) if self._contact_id else None

    def choose(self, contact_id: int, meeting_id: int = 0) -> None:
        """Work on this contact from now on, on every page, and perhaps on one of the meetings with them."""
        self._contact_id, self.meeting_id = contact_id, meeting_id
        self.change(lambda logbook: logbook.remember("contact", str(contact_id)))

    def open(self, contact_id: int) -> None:
        """Go to everything that is known of a contact."""
        self.opened_id = contact_id
        self.choose(contact_id)
        self.go("contacts.people")

    def go(self, place: str) -> None:
        """Go to a step, or to the part of it where a section stands: "debrief", "debrief.thanks".

        Step and part are remembered for the next time the workbook is opened. A notice stays behind: it
        belongs to the place where it was said.
        """
        if self.said[1] == "notice":
            self.say("", "quiet")
        self.step, _, section = place.partition(".")
        for move in self._movers:
            move(self.step, section)
        with self.logbook.change():
            self.logbook.remember("step", self.step)
            self.logbook.remember("part", self.part)

    def on_go(self, move: Callable[[str, str], None]) -> None:
        """Call this with a step, and a section of it or "", when the person goes there."""
        self._movers.append(move)

    def reopen(self, sentence: str) -> None:
        """Begin again with what the logbook holds after a copy was opened in its place."""
        self._recall_place()
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
        now = clock.now()
        self.say(self._words["saved"].format(time=f"{now:%H:%M}"), "saved")
        self.redraw()
        return result

    def look(self, **looked_at: str) -> None:
        """Remember what one looks at; nothing of what was written changes, so nothing is said."""
        with self.logbook.change() as logbook:
            for name, value in looked_at.items():
                logbook.remember(name, value)
        self.redraw()

    def say(self, sentence: str, tone: str = "notice") -> None:
        """Say a sentence to the person; the tone is quiet, saved, notice or error."""
        self.said = (sentence, tone)
        for hear in self._hearers:
            hear(sentence, tone)

    def guard(self, handler: Callable[P, T]) -> Callable[P, T | None]:
        """Wrap a handler: the one place where its exceptions are caught, said and logged."""

        @wraps(handler)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> T | None:
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
        if self.logbook.uid == self._uid:
            self.redraw()
        else:
            self.reopen(self._words["opened_memory"])

    def _recall_place(self) -> None:
        recalled = self.logbook.recall("contact")
        self._contact_id = int(recalled) if recalled.isdigit() else 0
        self.meeting_id = self.opened_id = 0
        self.step, self.part = self.logbook.recall("step"), self.logbook.recall("part")
        self._uid = self.logbook.uid

    def _report(self, error: Exception) -> None:
        if self._private:
            last = error.__traceback__
            while last and last.tb_next:
                last = last.tb_next
            place = f"{last.tb_frame.f_code.co_filename}:{last.tb_lineno}" if last else "an unknown place"
            log.error("%s at %s", type(error).__name__, place)
        else:
            log.error("A handler failed.", exc_info=error)
