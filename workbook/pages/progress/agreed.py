"""Progress: where people agree and where not, as the person marks it."""

from __future__ import annotations

from uuid import uuid4

from infoview.content import words
from infoview.logbook import Logbook
from infoview.progress.agreement import Counted, add_theme, counted, in_words, mark
from infoview.progress.synthesis import EVERY, Talk, talks
from infoview.records.takeaways import Takeaway
from infoview.records.themes import Theme
from workbook.components.table import Column, Table
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import Wide, box, show_if
from workbook.pages.progress.looked_at import direction_looked_at, takeaway_looked_at
from workbook.pages.small_form import SmallForm, Typed
from workbook.session import Session

NEW = "theme"
"""The record of a statement that is being typed."""


class Agreed(Wide):
    """Statements that several people may share, each with its count in words; opened, with who says so."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.agreed")
        self._open = 0
        self._panel_id = f"iv-{uuid4().hex[:8]}"
        names = words("takeaways")
        offered = {"takeaway": [(takeaway.value, names[takeaway.value]["name"]) for takeaway in Takeaway]}
        self.small = SmallForm(session, "progress.agreed", self._add, offered)
        self.table = Table(
            session.guard,
            self._words["caption"],
            [
                Column(key, label, kind="open" if key == "text" else "text")
                for key, label in self._words["columns"].items()
            ],
            self._act,
            lambda _view: self.draw(),
            empty=self._words["empty"],
            on_open=self._look,
            panel=self._panel_id,
        )
        self.heading = prose(html(""))
        self.voices = Table(
            session.guard,
            self._words["voices_caption"],
            [Column(key, label) for key, label in self._words["voice_columns"].items()],
            self._mark,
            lambda _view: self.draw(),
        )
        self.opened = box([self.heading, self.voices])
        self.view = box([self.small.view, self.table, self.opened])

    def draw(self) -> None:
        """Show the statements, and who says what to the one that is open."""
        logbook = self._session.logbook
        self.small.show(NEW, {"takeaway": _usual(logbook).value})
        themes = counted(logbook, direction_looked_at(logbook))
        opened = next((counted.theme for counted in themes if counted.theme.id == self._open), None)
        self.table.mark_open(*(("text", str(opened.id)) if opened else ()))
        self.table.show_page(themes, self._row)
        show_if(self.opened, opened is not None)
        if opened:
            self._draw_voices(opened)

    def _row(self, one: Counted) -> dict[str, object]:
        return {
            "id": one.theme.id,
            "cells": {
                "text": one.theme.text,
                "takeaway": words("takeaways")[one.theme.takeaway.value]["short"],
                "said": in_words(one.count),
            },
            "actions": [("remove", self._words["remove"])],
        }

    def _draw_voices(self, theme: Theme) -> None:
        """Show every conversation with what was noted of the take-away; those with a note first."""
        logbook = self._session.logbook
        self.heading.value = html(
            '<h3 id="{panel}" tabindex="-1">{title}</h3>',
            panel=self._panel_id,
            title=self._words["who"].format(text=theme.text),
        )
        marks = {voice.meeting_id: voice.agrees for voice in logbook.voices.find(theme_id=theme.id)}
        conversations = sorted(
            talks(logbook, theme.direction_id or EVERY), key=lambda talk: theme.takeaway not in talk.learned
        )
        self.voices.show_page(conversations, lambda talk: self._voice(talk, theme, marks))

    def _voice(self, talk: Talk, theme: Theme, marks: dict[int, bool]) -> dict[str, object]:
        learned, said = talk.learned.get(theme.takeaway), self._words["marks"]
        told = " ".join(filter(None, (learned.text.strip(), learned.opinion.strip()))) if learned else ""
        marked = {True: "agrees", False: "differs", None: "unmarked"}[marks.get(talk.meeting.id)]
        others = [key for key in ("agrees", "differs", "unmarked") if key != marked]
        return {
            "id": talk.meeting.id,
            "cells": {
                "name": talk.contact.name,
                "told": told or self._words["nothing_noted"],
                "mark": said[marked],
            },
            "actions": [(key, self._words["do"][key]) for key in others],
        }

    def _add(self, logbook: Logbook, _record: str, typed: Typed) -> None:
        """Note the statement that was typed, for the direction looked at, and ask at once who says so."""
        takeaway = Takeaway(typed.get("takeaway") or _usual(logbook))
        added = add_theme(logbook, typed.get("text", ""), takeaway, direction_looked_at(logbook))
        self._open = added.id

    def _look(self, _column: str, theme_id: str) -> None:
        self._open = int(theme_id)
        self.draw()

    def _act(self, _action: str, theme_id: str) -> None:
        self._session.change(lambda logbook: logbook.themes.remove(int(theme_id)))

    def _mark(self, action: str, meeting_id: str) -> None:
        agrees = {"agrees": True, "differs": False}.get(action)
        theme_id = self._open
        self._session.change(lambda logbook: mark(logbook, theme_id, int(meeting_id), agrees=agrees))


def _usual(logbook: Logbook) -> Takeaway:
    """The take-away a new statement is about, unless another is chosen: the one read side by side."""
    return takeaway_looked_at(logbook) or Takeaway.PREPARATION
