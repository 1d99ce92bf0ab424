"""Progress: what is due, who is where, and this month's goal."""

from __future__ import annotations

from infoview.content import words
from infoview.day_words import day_in_words
from infoview.goals import MonthlyProgress
from infoview.logbook import first_meetings
from infoview.next_steps import Due, DueKind, DueState, due
from infoview.requests import RequestStatus
from infoview.standing import month_progress, standings, status_name
from workbook.components.table import Column, Table
from workbook.markup import Html, html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import Wide, box
from workbook.session import Session

WHERE = {
    DueKind.SOMEONE_ELSE: "contacts",
    DueKind.FOLLOW_UP: "requests",
    DueKind.CLOSE: "requests",
    DueKind.ASK_AGAIN: "requests",
    DueKind.PREPARE: "questions",
    DueKind.MEETING: "questions",
    DueKind.DEBRIEF: "debrief",
    DueKind.THANK_YOU: "debrief",
    DueKind.PROMISE: "debrief",
    DueKind.UPDATE: "contacts",
}
"""The step at which each kind of thing is done."""


class WhatIsDue(Wide):
    """Everything with a date, as small steps, each one click from where it is done."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.due")
        self._steps: tuple[Due, ...] = ()
        columns = [
            Column(key, label, kind="status" if key == "state" else "text")
            for key, label in self._words["columns"].items()
        ]
        self.table = Table(
            session.guard,
            self._words["caption"],
            columns,
            self._act,
            lambda _view: self.draw(),
            empty=self._words["empty"],
        )
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
        if step.kind is DueKind.PROMISE:
            actions.append(("done", self._words["done"]))
        return {
            "id": _id(step),
            "cells": {
                "sentence": step.sentence,
                "when": day_in_words(step.due_on),
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
            self._session.change(lambda logbook: logbook.promises.change(step.about, done_on=today))
            return
        if step.contact_id:
            self._session.choose(step.contact_id, self._meeting(step))
        self._session.go(WHERE[step.kind])

    def _meeting(self, step: Due) -> int:
        """Find the meeting a step belongs to, so that its debrief opens; 0 where there is none."""
        if step.kind is DueKind.PROMISE:
            return self._session.logbook.promises.get(step.about).meeting_id or 0
        return step.about if step.kind in {DueKind.DEBRIEF, DueKind.THANK_YOU} else 0


def _id(step: Due) -> str:
    """Name a step's row: what is due of which kind, so that a list that moved on leads nobody astray."""
    return f"{step.kind.value}-{step.about}-{step.contact_id or 0}"


class People(Wide):
    """Who is where: every contact with a status in words."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.people")
        columns = [Column(key, label) for key, label in self._words["columns"].items()]
        self.table = Table(
            session.guard,
            self._words["caption"],
            columns,
            self._act,
            lambda _view: self.draw(),
            empty=self._words["empty"],
        )
        self.view = box([self.table])

    def draw(self) -> None:
        """List the contacts, those furthest along first."""
        logbook = self._session.logbook
        standing = standings(logbook)
        order = list(words("next_steps")["status"])
        contacts = sorted(
            logbook.contacts.find(),
            key=lambda one: (-order.index(standing[one.id].value), one.name.casefold()),
        )
        names = {contact.id: contact.name for contact in contacts}
        by = {one.contact_id: names[one.introducer_id] for one in logbook.introductions.find()}
        start, size = self.table.first_row(len(contacts)), self.table.page_size
        self.table.show(
            [
                {
                    "id": contact.id,
                    "cells": {
                        "name": contact.name,
                        "organization": contact.organization,
                        "status": status_name(standing[contact.id]),
                        "introducer": by.get(contact.id, ""),
                    },
                    "actions": [("open", self._words["open"])],
                }
                for contact in contacts[start : start + size]
            ],
            len(contacts),
        )

    def _act(self, _action: str, contact_id: str) -> None:
        self._session.choose(int(contact_id))
        self._session.go("requests")


class Goal:
    """This month's goal, in words and as a picture with a text twin."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.goal")
        self.said = prose(html(""))
        self.view = box([self.said])

    def draw(self) -> None:
        """Say how far this month is, and all the time before."""
        logbook = self._session.logbook
        month = month_progress(logbook, self._session.today)
        asked = sum(request.status is not RequestStatus.DRAFT for request in logbook.requests.find())
        self.said.value = html(
            "{picture}<p><strong>{said}</strong> {scheduled}</p><p>{ever}</p>",
            picture=_picture(month, self._words["picture"]),
            said=self._say(month),
            scheduled=self._words["scheduled"].format(scheduled=month.scheduled) if month.scheduled else "",
            ever=self._words["all_time"].format(met=len(first_meetings(logbook)), asked=asked),
        )

    def _say(self, month: MonthlyProgress) -> str:
        if not month.reached:
            return self._words["so_far"].format(met=month.met, goal=month.goal)
        key = "reached_one" if month.met == month.goal == 1 else "reached"
        return self._words[key].format(met=month.met, goal=month.goal)


def _picture(month: MonthlyProgress, described: str) -> Html:
    """One circle a person: full for met, ringed for a date to come, empty for those still to find."""
    circle = 28
    shown = max(month.goal, month.met + month.scheduled)
    kinds = ["met"] * month.met + ["scheduled"] * month.scheduled
    kinds += ["open"] * (shown - len(kinds))
    return html(
        '<svg class="iv-goal" role="img" width="{width}" height="{size}" viewBox="0 0 {width} {size}">'
        "<title>{title}</title>{circles}</svg>",
        width=circle * shown,
        size=circle,
        title=described.format(met=month.met, goal=month.goal, scheduled=month.scheduled),
        circles=[
            html('<circle class="{kind}" cx="{x}" cy="14" r="10"/>', kind=kind, x=circle * place + 14)
            for place, kind in enumerate(kinds)
        ],
    )


ROWS = ((("goal", Goal),), (("due", WhatIsDue),), (("people", People),))
