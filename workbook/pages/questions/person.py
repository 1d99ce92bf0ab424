"""Prepare questions: whom the meeting is with."""

from __future__ import annotations

from workbook.pages.page import Bare
from workbook.pages.picker import PersonPicker
from workbook.session import Session


class Person(Bare):
    """Whose meeting is being prepared."""

    def __init__(self, session: Session) -> None:
        self.picker = PersonPicker(session)
        self.view = self.picker.view

    def draw(self) -> None:
        """Offer the people to choose from."""
        self.picker.draw()
