"""Debrief: somebody asks me for a conversation; none of it counts as one of mine."""

from __future__ import annotations

from infoview.dates.day_words import day_seen_from
from infoview.dates.typed import day_from
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.asked_of_me import AskedOfMe
from workbook.pages.fields import listing, page_words
from workbook.pages.page import Wide, box
from workbook.pages.small_form import SmallForm, Typed
from workbook.session import Session

RECORD = "asked_of_me"
TEXTS = ("about", "questions", "answers")


def asked_of_me(session: Session) -> int:
    """Count who asks me."""
    return session.logbook.asked_of_me.count()


class AskedOfMeSection(Wide):
    """Who asks me, what they want to know, when we talk, and whether their thanks came."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.asked")
        self.small = SmallForm(session, "debrief.asked", self._add)
        self.table = listing(session, "debrief.asked", self._act, self.draw)
        self.view = box([self.small.view, self.table])

    def draw(self) -> None:
        """Show who asks, the latest first."""
        self.small.show(RECORD)
        asked = self._session.logbook.asked_of_me.find()
        self.table.show_page(tuple(reversed(asked)), self._row)

    def _row(self, asked: AskedOfMe) -> dict[str, object]:
        said = self._words["state"]
        day, key = asked.on, "open"
        if asked.thanked_on:
            day, key = asked.thanked_on, "thanked"
        elif asked.answered_on:
            day, key = asked.answered_on, "answered"
        when = day_seen_from(self._session.today, day) if day else ""
        state = said[key if day else "no_day"].format(day=when)
        following = "thanked" if asked.answered_on else "answered"
        marks = [] if asked.thanked_on else [(following, self._words[following])]
        return {
            "id": asked.id,
            "cells": {"name": asked.name, "questions": asked.questions or asked.about, "state": state},
            "actions": [*marks, ("change", self._words["change"]), ("remove", self._words["remove"])],
        }

    def _add(self, logbook: Logbook, _record: str, typed: Typed) -> None:
        """Keep who asks, or what was changed about it.

        Raises:
            InputError: There is no name, or the day is none.
        """
        name = " ".join(typed.get("name", "").split())
        if not name:
            raise InputError(self._words["no_name"], "name")
        day = day_from(typed.get("on"), "on")
        about, questions, answers = (typed.get(key, "").strip() for key in TEXTS)
        told = {"name": name, "about": about, "questions": questions, "answers": answers, "on": day}
        known = logbook.asked_of_me.first(id=int(typed.get("id") or 0))
        if known:
            logbook.asked_of_me.change(known.id, **told)
        else:
            logbook.asked_of_me.add(AskedOfMe(name, about, questions, answers, day))

    def _act(self, action: str, chosen: str) -> None:
        asked, today = self._session.logbook.asked_of_me.get(int(chosen)), self._session.today
        if action == "change":
            texts = {key: getattr(asked, key) for key in ("name", *TEXTS)}
            self.small.fill(RECORD, {**texts, "on": asked.on or "", "id": asked.id})
        elif action == "remove":
            self._session.change(lambda logbook: logbook.asked_of_me.remove(asked.id))
        else:
            day = {f"{action}_on": today}
            self._session.change(lambda logbook: logbook.asked_of_me.change(asked.id, **day))
