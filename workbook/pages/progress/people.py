"""Progress: the people known by now."""

from __future__ import annotations

from datetime import date

from infoview.contacts.stages import stages
from infoview.contacts.status import ContactStatus, standings, status_name
from infoview.dates.day_words import full_date
from infoview.debrief.keeping_in_touch import past, rhythms
from infoview.records.contacts import Contact
from workbook.pages.empty import Empty
from workbook.pages.fields import listing, page_words
from workbook.pages.page import Wide, box, show_if
from workbook.session import Session

FURTHEST_FIRST = (
    *(
        ContactStatus.IN_TOUCH,
        ContactStatus.THANKED,
        ContactStatus.MET,
        ContactStatus.SCHEDULED,
        ContactStatus.BY_MAIL,
    ),
    *(ContactStatus.ASKED, ContactStatus.FOUND, ContactStatus.RESTING, ContactStatus.DECLINED),
)
"""Those furthest along first, and those who are left alone at the end."""


class People(Wide):
    """Who is where: every contact with a status in words."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.people")
        kinds = {"name": "person", "status": "way"}
        self.table = listing(session, "progress.people", self._act, self.draw, kinds)
        self.nobody = Empty(session, "nobody")
        self.view = box([self.table, self.nobody.view])

    def draw(self) -> None:
        """List the contacts, those furthest along first."""
        logbook = self._session.logbook
        standing = standings(logbook)
        contacts = sorted(
            logbook.contacts.find(),
            key=lambda contact: (FURTHEST_FIRST.index(standing[contact.id]), contact.name.casefold()),
        )
        names = {contact.id: contact.name for contact in contacts}
        by = {given.contact_id: names[given.introducer_id] for given in logbook.introductions.find()}
        next_word = {
            rhythm.contact.id: rhythm.next_on for rhythm in rhythms(past(logbook, self._session.today))
        }

        def row(contact: Contact) -> dict[str, object]:
            reached = stages(logbook, contact)
            behind = sum(stage.done for stage in reached)
            return {
                "id": contact.id,
                "cells": {
                    "name": (contact.name, contact.organization),
                    "status": (status_name(standing[contact.id]), behind, len(reached)),
                    "introducer": by.get(contact.id, ""),
                    "next": self._day(next_word.get(contact.id)),
                },
                "opens": ("open", self._words["open"]),
            }

        self.table.show_page(contacts, row)
        show_if(self.table, bool(contacts))
        show_if(self.nobody.view, not contacts)

    def _day(self, day: date | None) -> str:
        """Say when somebody would like to hear from me."""
        if day is None:
            return ""
        return full_date(day) if day > self._session.today else str(self._words["now"])

    def _act(self, _action: str, contact_id: str) -> None:
        self._session.here.look_up(int(contact_id))
