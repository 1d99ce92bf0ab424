"""Debrief: what was promised, and by when."""

from __future__ import annotations

from infoview.dates.day_words import day_seen_from
from infoview.dates.typed import day_from
from infoview.debrief.screens import PROMISED_WITHIN
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.debriefs import Promise
from infoview.records.meetings import Meeting
from workbook.pages.day_done import DayDone
from workbook.pages.debrief.section import AboutTalk
from workbook.pages.fields import listing, number_of, page_words, unfinished
from workbook.pages.meeting_chosen import conversation
from workbook.pages.page import Wide, show_if
from workbook.pages.small_form import SmallForm, Typed
from workbook.session import Session


def promises(session: Session) -> int:
    """Count what was promised in the conversation at hand."""
    meeting = conversation(session)
    return len(session.logbook.promises.find(meeting_id=meeting.id)) if meeting else 0


class Promises(AboutTalk, Wide):
    """Who promised what, and by when."""

    def __init__(self, session: Session) -> None:
        self._words = page_words("debrief.promises")
        offered = list(self._words["options"].items())
        self.small = SmallForm(session, "debrief.promises", self._add, {"mine": offered})
        self.table = listing(session, "debrief.promises", self._act, self.draw)
        self.day = DayDone(session, "debrief.promises")
        super().__init__(session, [self.small.view, self.table, self.day.view])

    def draw_talk(self, meeting: Meeting) -> None:
        """Show the promises of this conversation."""
        self.small.show(unfinished(meeting.contact_id, "promise", meeting.id), {"mine": "mine"})
        promises = self._session.logbook.promises.find(meeting_id=meeting.id, order="due_on")
        self.table.show_page(promises, self._row)
        self.day.show(unfinished(meeting.contact_id, "kept", meeting.id))
        show_if(self.day.view, any(promise.done_on is None for promise in promises))

    def _row(self, promise: Promise) -> dict[str, object]:
        today = self._session.today
        if promise.done_on:
            when = self._words["done_on"].format(day=day_seen_from(today, promise.done_on))
        elif promise.due_on:
            when = self._words["due"].format(day=day_seen_from(today, promise.due_on))
        else:
            when = self._words["no_day"]
        state = "undo" if promise.done_on else "done"
        return {
            "id": promise.id,
            "cells": {
                "text": promise.text,
                "who": self._words["options"]["mine" if promise.mine else "theirs"],
                "when": when,
            },
            "actions": [(state, self._words[state]), ("remove", self._words["remove"])],
        }

    def _add(self, logbook: Logbook, record: str, typed: Typed) -> None:
        """Make a promise of what was typed.

        Raises:
            InputError: There are no words, or the day is none.
        """
        meeting = logbook.meetings.get(number_of(record))
        text = typed.get("text", "").strip()
        if not text:
            raise InputError(self._words["empty_text"], "text")
        mine = typed.get("mine", "mine") == "mine"
        due_on = day_from(typed.get("due_on"), "due_on") or self._session.today + PROMISED_WITHIN
        logbook.promises.add(Promise(text, meeting.id, meeting.contact_id, mine=mine, due_on=due_on))

    def _act(self, action: str, promise_id: str) -> None:
        number = int(promise_id)
        if action == "remove":
            self._session.change(lambda logbook: logbook.promises.remove(number))
        elif action == "done":
            self.day.mark(lambda logbook, day: logbook.promises.change(number, done_on=day))
        else:
            self._session.change(lambda logbook: logbook.promises.change(number, done_on=None))
