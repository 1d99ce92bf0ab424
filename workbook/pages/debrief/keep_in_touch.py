"""Keep in touch: who would like to hear from me, and when."""

from __future__ import annotations

from datetime import timedelta

from infoview.content import words
from infoview.dates.day_words import full_date
from infoview.debrief.keeping_in_touch import Past, Rhythm, past, rhythms
from infoview.debrief.updates import news_for, write_update
from workbook.pages.fields import listing, page_words
from workbook.pages.page import Wide, box
from workbook.session import Session

LATER = timedelta(days=30)


class KeepInTouch(Wide):
    """Everybody who helped, whoever is next first, with what there is to tell them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.keep_in_touch")
        self.table = listing(session, "debrief.keep_in_touch", self._act, self.draw)
        self.view = box([self.table])

    def draw(self) -> None:
        """List the people, and of each what has happened since the last contact."""
        known = past(self._session.logbook, self._session.today)
        people = rhythms(known)
        self.table.show_page(people, lambda person: self._row(person, known))

    def _row(self, rhythm: Rhythm, known: Past) -> dict[str, object]:
        contact = rhythm.contact
        news = news_for(known, contact)
        actions = [("write", self._words["write"])]
        if rhythm.next_on:
            actions.append(("later", self._words["later"]))
        return {
            "id": contact.id,
            "cells": {
                "name": contact.name,
                "last": full_date(rhythm.last_on) if rhythm.last_on else self._words["never"],
                "cadence": words("keeping_in_touch")["cadence"][rhythm.cadence.value],
                "next": self._next(rhythm, known),
            },
            "note": " ".join(line.text for line in news[:2]),
            "actions": actions,
        }

    def _next(self, rhythm: Rhythm, known: Past) -> str:
        if rhythm.next_on is None:
            return str(self._words["ahead" if rhythm.contact.id in known.ahead else "nothing"])
        if rhythm.next_on <= self._session.today:
            return str(self._words["now"])
        return full_date(rhythm.next_on)

    def _act(self, action: str, contact_id: str) -> None:
        contact = self._session.logbook.contacts.get(int(contact_id))
        if action == "later":
            day = self._session.today + LATER
            self._session.change(lambda logbook: write_update(logbook, contact, due_on=day))
            self._session.say(self._words["put_off"].format(name=contact.name, day=full_date(day)))
            return
        self._session.here.choose(contact.id)
        self._session.here.go("debrief.update")
