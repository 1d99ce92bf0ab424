"""Progress: what is due."""

from __future__ import annotations

from infoview.calendar.day_words import day_seen_from
from infoview.done import can_be_done_at_once, finish
from infoview.next_steps import Due, DueKind, DueState, due
from infoview.records.followups import FollowUpKind
from workbook.pages.fields import listing, page_words
from workbook.pages.letter import choose_letter
from workbook.pages.page import Wide, box
from workbook.session import Session

WHERE = {
    DueKind.SOMEONE_ELSE: "contacts.order",
    DueKind.FOLLOW_UP: "requests.beside",
    DueKind.CLOSE: "requests.answer",
    DueKind.ASK_AGAIN: "requests.write",
    DueKind.PREPARE: "questions.pick",
    DueKind.CONFIRM: "requests.beside",
    DueKind.MEETING: "questions.sheet",
    DueKind.DEBRIEF: "debrief.learned",
    DueKind.THANK_YOU: "debrief.thanks",
    DueKind.PROMISE: "debrief.promises",
    DueKind.UPDATE: "debrief.update",
    DueKind.INTRODUCER: "debrief.update",
    DueKind.MILESTONE: "debrief.news",
}
"""The section in which each kind of thing is done."""
LETTERS = {
    DueKind.FOLLOW_UP: FollowUpKind.FOLLOW_UP,
    DueKind.CONFIRM: FollowUpKind.CONFIRMATION,
}
"""The kind of message that each of these is done by."""


class WhatIsDue(Wide):
    """Everything with a date, as small steps, each one click from where it is done."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.due")
        self._steps: tuple[Due, ...] = ()
        self.table = listing(session, "progress.due", self._act, self.draw, {"state": "status"})
        self.table.add_class("iv-sentences")
        self.view = box([self.table])

    def draw(self) -> None:
        """List the open steps, the oldest first."""
        self._steps = due(self._session.logbook, self._session.today)
        late = sum(step.state is DueState.LATE for step in self._steps)
        soon = sum(step.state in {DueState.TODAY, DueState.COMING} for step in self._steps)
        start, size = self.table.first_row(len(self._steps)), self.table.page_size
        rows = [self._row(step) for step in self._steps]
        summary = self._words["summary"].format(late=late, soon=soon) if self._steps else ""
        self.table.show(rows[start : start + size], len(rows), summary)

    def _row(self, step: Due) -> dict[str, object]:
        actions = [("open", self._words["go"][step.kind.value])]
        if can_be_done_at_once(step):
            actions.append(("done", self._words["done"][step.kind.value]))
        return {
            "id": _id(step),
            "cells": {
                "sentence": step.sentence,
                "when": ""
                if step.state is DueState.ANY_TIME
                else day_seen_from(self._session.today, step.due_on),
                "state": self._words[step.state.value],
            },
            "actions": actions,
        }

    def _act(self, action: str, chosen: str) -> None:
        step = next((step for step in self._steps if _id(step) == chosen), None)
        if step is None:
            self._session.say(self._words["gone"])
            return
        if action == "done":
            today = self._session.today
            self._session.change(lambda logbook: finish(logbook, step, today))
            self._session.say(self._words["marked"].format(go=self._words["go"][step.kind.value]))
            return
        if step.contact_id:
            self._session.choose(step.contact_id, self._meeting(step))
            if step.kind in LETTERS:
                choose_letter(self._session, step.contact_id, LETTERS[step.kind])
        self._session.go(WHERE[step.kind])

    def _meeting(self, step: Due) -> int:
        """Find the meeting a step belongs to, so that its debrief opens; 0 where there is none."""
        if step.kind is DueKind.PROMISE:
            return self._session.logbook.promises.get(step.about).meeting_id or 0
        return step.about if step.kind in {DueKind.DEBRIEF, DueKind.THANK_YOU} else 0


def _id(step: Due) -> str:
    """Name a step's row: what is due of which kind, so that a list that moved on leads nobody astray."""
    return f"{step.kind.value}-{step.about}-{step.contact_id or 0}"
