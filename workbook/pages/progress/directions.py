"""Progress: the directions the person is thinking of, in one view."""

from __future__ import annotations

from infoview.content import words
from infoview.debrief.screens import explore
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.progress.weighing import Weighed, weigh
from infoview.records.directions import Direction
from infoview.text.plurals import number_in_words
from workbook.pages.fields import listing, page_words
from workbook.pages.page import OPEN, Wide, box, fold_name
from workbook.pages.progress.looked_at import direction_weighed, remember_weighed, weigh_direction
from workbook.pages.progress.weighing import PANEL
from workbook.pages.small_form import SmallForm, Typed
from workbook.session import Session

NEW = "direction"
"""The record of a direction that is being typed."""


class Directions(Wide):
    """Each direction in a row: whom one talked with, what speaks for and against, how sure one is."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.directions")
        self.table = listing(session, "progress.directions", self._act, self.draw)
        self.table.panel = PANEL
        self.small = SmallForm(session, "progress.directions", self._add)
        self.view = box([self.table, self.small.view])

    def draw(self) -> None:
        """List the directions that are open, then those that were let go."""
        logbook, today = self._session.logbook, self._session.today
        chosen = direction_weighed(logbook)
        gone = [direction for direction in logbook.directions.find() if direction.closed_on]
        rows = [self._row(direction, chosen) for direction in weigh(logbook, today)] + [
            self._gone(direction) for direction in gone
        ]
        self.table.show_page(rows, lambda row: row)
        self.small.show(NEW)

    def _row(self, one: Weighed, chosen: Direction | None) -> dict[str, object]:
        sure = [point.after for point in one.sureness if point.after is not None]
        known = chosen and chosen.id == one.direction.id
        return {
            "id": one.direction.id,
            "cells": {
                "name": one.direction.name,
                "met": number_in_words(words("progress")["met"], len(one.met)),
                "for": len(one.speak_for) or "",
                "against": len(one.speak_against) or "",
                "sure": self._words["sure"].format(number=sure[-1]) if sure else "",
            },
            "note": self._words["shown"] if known else "",
            "actions": [
                ("weigh", self._words["weigh"]),
                ("close", self._words["close"]),
            ],
        }

    def _gone(self, direction: Direction) -> dict[str, object]:
        return {
            "id": direction.id,
            "cells": {"name": direction.name, "met": self._words["gone"]},
            "actions": [("open", self._words["open"])],
        }

    def _add(self, logbook: Logbook, _record: str, typed: Typed) -> str:
        """Add the direction that was typed, or take it up again, and weigh it at once.

        Raises:
            InputError: It has no name.
        """
        name = " ".join(typed.get("name", "").split())
        if not name:
            raise InputError(self._words["no_name"], "name")
        before = {direction.id: direction for direction in logbook.directions.find()}
        direction = explore(logbook, name, None, self._session.today)
        remember_weighed(logbook, direction.id)
        logbook.remember(fold_name("progress.weighing"), OPEN)
        known = before.get(direction.id)
        return self._words["again" if known.closed_on else "known"].format(name=known.name) if known else ""

    def _act(self, action: str, direction_id: str) -> None:
        number = int(direction_id)
        if action == "weigh":
            weigh_direction(self._session, number)
            self._session.here.go("progress.weighing")
            self.table.enter()
            return
        day = self._session.today if action == "close" else None
        self._session.change(lambda logbook: logbook.directions.change(number, closed_on=day))
