"""Debrief: what the conversation says for or against a direction."""

from __future__ import annotations

from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.directions import Evidence as Piece
from infoview.records.meetings import Meeting
from workbook.markup import html, prose
from workbook.pages.debrief.section import AboutTalk
from workbook.pages.fields import fields, listing, number_of, page_words, unfinished
from workbook.pages.page import Wide, box, show_if
from workbook.pages.small_form import SmallForm, Typed
from workbook.session import Session


class Evidence(AboutTalk, Wide):
    """For and against, one line each, so that a direction is weighed by what people told."""

    def __init__(self, session: Session) -> None:
        self._words = page_words("debrief.evidence")
        self.first = prose(html("<p>{said}</p>", said=self._words["first"]), "iv-note")
        self.small = SmallForm(session, "debrief.evidence", self._add)
        self.table = listing(session, "debrief.evidence", self._act, self.draw)
        self.weighing = box([self.small.view, self.table])
        super().__init__(session, [self.first, self.weighing])

    def draw_talk(self, meeting: Meeting) -> None:
        """Show what was noted from this conversation, and the form for one more."""
        logbook = self._session.logbook
        names = {
            direction.id: direction.name
            for direction in logbook.directions.find(order="name")
            if direction.closed_on is None
        }
        show_if(self.first, not names)
        show_if(self.weighing, bool(names))
        offered = [(str(number), name) for number, name in names.items()]
        sides = list(self._words["sides"].items())
        self.small.form.change_fields(fields("debrief.evidence", {"direction": offered, "side": sides}))
        usual = {"direction": str(meeting.direction_id or next(iter(names), "")), "side": "for"}
        self.small.show(unfinished(meeting.contact_id, "evidence", meeting.id), usual)
        pieces = [
            piece for piece in logbook.evidence.find(meeting_id=meeting.id) if piece.direction_id in names
        ]
        self.table.show_page(pieces, lambda piece: self._row(piece, names))

    def _row(self, piece: Piece, names: dict[int, str]) -> dict[str, object]:
        return {
            "id": piece.id,
            "cells": {
                "text": piece.text,
                "side": self._words["sides"]["for" if piece.speaks_for else "against"],
                "direction": names[piece.direction_id],
            },
            "actions": [("remove", self._words["remove"])],
        }

    def _add(self, logbook: Logbook, record: str, typed: Typed) -> None:
        """Note one thing for or against.

        Raises:
            InputError: It has no words.
        """
        text = typed.get("text", "").strip()
        if not text:
            raise InputError(self._words["no_text"], "text")
        chosen = str(typed.get("direction") or self.small.form.values["direction"])
        direction = logbook.directions.get(int(chosen))
        speaks_for = typed.get("side", "for") == "for"
        logbook.evidence.add(Piece(direction.id, text, speaks_for, number_of(record)))

    def _act(self, _action: str, number: str) -> None:
        self._session.change(lambda logbook: logbook.evidence.remove(int(number)))
