"""Debrief: the names that were given."""

from __future__ import annotations

from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting
from infoview.workflow.contacts import add_name_given, known_as, meant_by
from workbook.pages.debrief.section import AboutTalk
from workbook.pages.fields import listing, number_of, page_words, unfinished
from workbook.pages.page import Wide
from workbook.pages.small_form import SmallForm, Typed
from workbook.session import Session


class Names(AboutTalk, Wide):
    """People they mentioned: contacts now, with who gave the name, and whether I may say so."""

    def __init__(self, session: Session) -> None:
        self._words = page_words("debrief.names")
        self.small = SmallForm(session, "debrief.names", self._add)
        self.table = listing(session, "debrief.names", self._act, self.draw)
        super().__init__(session, [self.small.view, self.table])

    def draw_talk(self, meeting: Meeting) -> None:
        """Show what is typed, and the names from this conversation."""
        self.small.show(unfinished(meeting.contact_id, "given", meeting.id))
        given = self._session.logbook.introductions.find(meeting_id=meeting.id)
        self.table.show_page(given, self._row)

    def _row(self, given: Introduction) -> dict[str, object]:
        contact = self._session.logbook.contacts.get(given.contact_id)
        may, turn = ("may", "may_not") if given.may_use_name else ("may_not", "may")
        return {
            "id": given.id,
            "cells": {"name": contact.name, "organization": contact.organization, "may": self._words[may]},
            "actions": [("write", self._words["write"]), ("turn", self._words[f"turn_{turn}"])],
        }

    def _add(self, logbook: Logbook, record: str, typed: Typed) -> str:
        """Make a contact of a name that was given, or add what was said to who is known already, and say so.

        Raises:
            InputError: No name was typed, or it is the one of whom one talked with.
        """
        meeting = logbook.meetings.get(number_of(record))
        name = " ".join(typed.get("name", "").split())
        if not name:
            raise InputError(self._words["no_name"], "name")
        contact = Contact(
            name,
            typed.get("organization", "").strip(),
            why=typed.get("why", "").strip(),
            direction_id=meeting.direction_id,
        )
        may_use_name = typed.get("may_use_name") == "yes"
        known = meant_by(logbook, contact)
        namesake = None if known else known_as(logbook, name)
        add_name_given(logbook, contact, meeting, may_use_name=may_use_name, today=self._session.today)
        if namesake:
            return str(self._words["namesake"].format(name=name, organization=namesake.organization))
        return str(self._words["known"].format(name=name)) if known else ""

    def _act(self, action: str, number: str) -> None:
        given = self._session.logbook.introductions.get(int(number))
        if action == "turn":
            may = not given.may_use_name
            self._session.change(lambda logbook: logbook.introductions.change(given.id, may_use_name=may))
            return
        self._session.here.choose(given.contact_id)
        self._session.here.go("requests.write")
