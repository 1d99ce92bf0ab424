"""Progress: what is due."""

from __future__ import annotations

from infoview.dates.day_words import day_seen_from
from infoview.next_steps.due import Due, DueKind, DueState, due
from infoview.next_steps.mark import (
    Mark,
    can_be_done_at_once,
    can_fall_through,
    fall_through,
    finish,
    take_back,
)
from infoview.records.followups import FollowUpKind
from infoview.records.meetings import Meeting, MeetingStatus
from workbook.components.actions import Action, Actions
from workbook.markup import html, prose
from workbook.pages.fields import listing, page_words
from workbook.pages.message import choose_letter
from workbook.pages.page import Wide, box, show_if
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
    """Everything with a date, as small steps, each one click from where it is done.

    What was marked last can be taken back until one marks another, or goes elsewhere.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.due")
        self._steps: tuple[Due, ...] = ()
        self.table = listing(session, "progress.due", self._act, self.draw, {"state": "status"})
        self.table.add_class("iv-sentences")
        self._mark: Mark | None = None
        self.last = prose(html(""), "iv-note")
        self.undo = Actions(
            session.guard, [Action("take_back", self._words["take_back"])], lambda _key: self._take_back()
        )
        self.view = box([self.last, self.undo, self.table])
        self._keep(None)
        session.here.on_go(lambda _step, _section: self._keep(None))
        session.on_reopen(lambda: self._keep(None))

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
        actions = [("open", self._words["go"][step.kind.value])] if self._leads_somewhere(step) else []
        if can_be_done_at_once(step) or can_fall_through(step):
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
            self._done(step)
            return
        meeting = self._meeting(step)
        if meeting:
            self._session.here.choose(meeting.contact_id, meeting.id)
        elif step.contact_id:
            self._session.here.choose(step.contact_id)
            if step.kind in LETTERS:
                choose_letter(self._session, step.contact_id, LETTERS[step.kind])
        self._session.here.go(WHERE[step.kind])

    def _done(self, step: Due) -> None:
        """Mark a step, and offer to take the mark back."""
        today, off = self._session.today, can_fall_through(step)
        mark = self._session.change(
            lambda logbook: fall_through(logbook, step) if off else finish(logbook, step, today)
        )
        said = self._words["last"].format(done=self._words["done"][step.kind.value], sentence=step.sentence)
        self._keep(mark, said)
        self._session.say(self._words["called_off" if off else "marked"])

    def _take_back(self) -> None:
        """Leave everything as it was before the last mark."""
        mark = self._mark
        self._keep(None)
        if mark:
            self._session.change(lambda logbook: take_back(logbook, mark))
            self._session.say(self._words["taken_back"])

    def _keep(self, mark: Mark | None, said: str = "") -> None:
        """Keep the last mark at hand, or no longer."""
        self._mark = mark
        self.last.value = html("<p>{said}</p>", said=said) if mark else html("")
        for part in (self.last, self.undo):
            show_if(part, mark is not None)

    def _leads_somewhere(self, step: Due) -> bool:
        """Tell whether there is a place to open: a promise came up in a talk, or nowhere."""
        return step.kind is not DueKind.PROMISE or self._meeting(step) is not None

    def _meeting(self, step: Due) -> Meeting | None:
        """Find the meeting a step belongs to, so that its debrief opens."""
        logbook, number = self._session.logbook, 0
        if step.kind is DueKind.PROMISE:
            promise = logbook.promises.first(id=step.about)
            number = (promise and promise.meeting_id) or 0
        elif step.kind in {DueKind.DEBRIEF, DueKind.THANK_YOU}:
            number = step.about
        meeting = logbook.meetings.first(id=number) if number else None
        return meeting if meeting and meeting.status is not MeetingStatus.CANCELLED else None


def _id(step: Due) -> str:
    """Name a step's row: what is due of which kind, so that a list that moved on leads nobody astray."""
    return f"{step.kind.value}-{step.about}-{step.contact_id or 0}"
