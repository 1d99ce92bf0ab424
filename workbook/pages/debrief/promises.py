"""Debrief: what was promised, and by when."""

from __future__ import annotations

from collections.abc import Mapping

from infoview.day_words import day_in_words
from infoview.debriefs import Promise
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.meetings import Meeting
from workbook.components.actions import Action, Actions
from workbook.components.table import Column, Table
from workbook.pages.debrief.conversation import conversation, needs_talk
from workbook.pages.fields import (
    day_of,
    fields,
    forget_typed,
    form,
    keep_typed,
    page_words,
    typed_so_far,
    unfinished,
)
from workbook.pages.page import Wide, box, show_if
from workbook.session import Session


class Promises(Wide):
    """Who promised what, and by when."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.promises")
        offered = list(self._words["options"].items())
        self.form = form(
            session, fields("debrief.promises", {"mine": offered}), self._type, self._words["legend"]
        )
        self.actions = Actions(session.guard, [Action("add", self._words["add"], primary=True)], self._add)
        columns = [Column(key, label) for key, label in self._words["columns"].items()]
        self.table = Table(
            session.guard,
            self._words["caption"],
            columns,
            self._act,
            lambda _view: self.draw(),
            empty=self._words["empty"],
        )
        self.empty = needs_talk()
        self.shown = box([self.form, self.actions, self.table])
        self.view = box([self.empty, self.shown])

    def draw(self) -> None:
        """Show the promises of this conversation."""
        meeting = conversation(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.empty, meeting is None)
        if meeting is None:
            return
        record = unfinished(meeting.contact_id, "promise", meeting.id)
        self.form.show(record, {"mine": "mine", **typed_so_far(self._session.logbook, record)})
        promises = self._session.logbook.promises.find(meeting_id=meeting.id, order="due_on")
        start, size = self.table.first_row(len(promises)), self.table.page_size
        self.table.show([self._row(promise) for promise in promises[start : start + size]], len(promises))

    def _row(self, promise: Promise) -> dict[str, object]:
        if promise.done_on:
            when = self._words["done_on"].format(day=day_in_words(promise.done_on))
        elif promise.due_on:
            when = self._words["due"].format(day=day_in_words(promise.due_on))
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

    def _type(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: keep_typed(logbook, record, key, value))

    def _add(self, _key: str) -> None:
        meeting = conversation(self._session)
        if meeting is None:
            return
        record = unfinished(meeting.contact_id, "promise", meeting.id)
        with self.form.refusals():
            promise = self._promised(meeting, typed_so_far(self._session.logbook, record))

        def step(logbook: Logbook) -> None:
            logbook.promises.add(promise)
            forget_typed(logbook, record)

        self._session.change(step)

    def _promised(self, meeting: Meeting, typed: Mapping[str, str]) -> Promise:
        """Make a promise of what was typed.

        Raises:
            InputError: There are no words, or the day is none.
        """
        text = typed.get("text", "").strip()
        if not text:
            raise InputError(self._words["empty_text"], "text")
        return Promise(
            text,
            meeting_id=meeting.id,
            contact_id=meeting.contact_id,
            mine=typed.get("mine", "mine") == "mine",
            due_on=day_of(typed.get("due_on"), "due_on"),
        )

    def _act(self, action: str, promise_id: str) -> None:
        number = int(promise_id)
        if action == "remove":
            self._session.change(lambda logbook: logbook.promises.remove(number))
        else:
            day = self._session.today if action == "done" else None
            self._session.change(lambda logbook: logbook.promises.change(number, done_on=day))
