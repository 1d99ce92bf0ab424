"""Progress: what organizations look for, and what I have of it."""

from __future__ import annotations

from collections.abc import Sequence

from infoview.progress.skills_match import Wanted, wanted
from infoview.progress.synthesis import talks
from infoview.records.contacts import Contact
from infoview.text.plurals import number_in_words
from workbook.pages.fields import listing, page_words
from workbook.pages.page import Wide, box
from workbook.session import Session


class Skills(Wide):
    """Each skill that came up in a debrief: who asked for it, what I have, and what is missing."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.skills")
        self.table = listing(session, "progress.skills", lambda _action, _row: None, self.draw)
        self.view = box([self.table])

    def draw(self) -> None:
        """List the skills, those most places ask for first."""
        logbook = self._session.logbook
        found = wanted(logbook.skills.find(), talks(logbook))
        have = sum(match.have for match in found)
        numbered = list(enumerate(found))
        self.table.show_page(numbered, lambda match: self._row(*match), self._say(len(found), have))

    def _say(self, number: int, have: int) -> str:
        if not number:
            return ""
        came_up = number_in_words(self._words["summary"], number)
        return f"{came_up} {number_in_words(self._words['have'], have)}"

    def _row(self, place: int, one: Wanted) -> dict[str, object]:
        missing = [*one.gaps, *(self._words["next"].format(step=step) for step in one.next_steps)]
        return {
            "id": place,
            "cells": {
                "name": one.name,
                "asked_by": _asked_by(one.asked_by),
                "have": "; ".join(one.evidence) or self._words["nothing"],
                "gap": "; ".join(missing),
            },
        }


def _asked_by(people: Sequence[Contact]) -> str:
    """Name who asked, each with their place."""
    return "; ".join(
        f"{person.name} ({person.organization})" if person.organization else person.name for person in people
    )
