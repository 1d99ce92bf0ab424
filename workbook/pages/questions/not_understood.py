"""Prepare questions: what is still not understood, and how it becomes a question."""

from __future__ import annotations

from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.questions.research import ask, asked, findings_for, wonder
from infoview.records.research import Finding
from workbook.components.actions import Action, Actions
from workbook.components.table import Column, Table
from workbook.markup import html, prose
from workbook.pages.fields import (
    fields,
    forget_typed,
    page_words,
    typed_form,
    typed_so_far,
    unfinished,
)
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.page import box, show_if
from workbook.pages.questions.findings import PAGE
from workbook.pages.questions.research import round_of
from workbook.session import Session


def not_understood(session: Session) -> int:
    """Count what is still not understood."""
    contact = session.here.contact
    return sum(finding.puzzling for finding in findings_for(session.logbook, contact)) if contact else 0


class NotUnderstood:
    """What is still not understood; each line becomes a question at the press of a button."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.not_understood")
        self.form = typed_form(session, fields("questions.not_understood"))
        self.add = Actions(session.guard, [Action("add", self._words["add"], primary=True)], self._add)
        columns = [
            Column("text", self._words["column"]),
            Column("state", self._words["state"], kind="status"),
        ]
        self.table = Table(
            session.guard,
            self._words["caption"],
            columns,
            self._act,
            lambda _view: session.redraw(),
            page_size=PAGE,
        )
        self.empty = prose(
            html('<p class="iv-empty">{text}</p>', text=page_words("questions.research")["nobody"])
        )
        self.shown = box([self.form, self.add, self.table])
        self.table.add_class("iv-sentences")
        self.view = box([self.empty, self.shown])

    def draw(self) -> None:
        """Show the puzzles, and which of them are on the list."""
        contact, meeting = self._session.here.contact, current_meeting(self._session)
        show_if(self.empty, contact is None)
        show_if(self.shown, contact is not None)
        if contact is None:
            return
        logbook = self._session.logbook
        record = unfinished(contact.id, "puzzle", 0)
        self.form.show(record, typed_so_far(logbook, record))
        known = [finding for finding in findings_for(logbook, contact) if finding.puzzling]
        put = asked(logbook, meeting) if meeting else frozenset()
        self.table.show_page(known, lambda puzzle: self._row(puzzle, puzzle.id in put))
        show_if(self.table, bool(known))

    def _row(self, one: Finding, listed: bool) -> dict[str, object]:  # noqa: FBT001 - reads as a sentence
        make = [] if listed else [("ask", self._words["ask"])]
        return {
            "id": one.id,
            "cells": {"text": one.text, "state": self._words["listed"] if listed else ""},
            "actions": [*make, ("remove", self._words["remove"])],
        }

    def _add(self, _key: str) -> None:
        contact = self._session.here.contact
        if contact is None:
            return
        record, logbook = unfinished(contact.id, "puzzle", 0), self._session.logbook
        about = round_of(logbook, contact)
        text = typed_so_far(logbook, record).get("text", "")

        def step(logbook: Logbook) -> None:
            wonder(logbook, contact, about, text, self._session.today)
            forget_typed(logbook, record)

        with self.form.refusals():
            self._session.change(step)

    def _act(self, action: str, finding_id: str) -> None:
        if action == "remove":
            self._session.change(lambda logbook: logbook.findings.remove(int(finding_id)))
            return
        contact, meeting = self._session.here.contact, current_meeting(self._session)
        if meeting is None:
            name = contact.name if contact else ""
            raise InputError(self._words["no_meeting"].format(name=name))
        puzzle = self._session.logbook.findings.get(int(finding_id))
        question = self._session.change(lambda logbook: ask(logbook, meeting, puzzle))
        self._session.say(self._words["asked"].format(question=question.text))
