"""Write the request: whom it is for."""

from __future__ import annotations

from workbook.pages.page import Bare, box
from workbook.pages.picker import PersonPicker
from workbook.session import Session


class Person(Bare):
    """Whom the request is for; what is known of them stands where one writes."""

    def __init__(self, session: Session) -> None:
        self.picker = PersonPicker(session)
        self.view = box([self.picker.view])

    def draw(self) -> None:
        """Show the people to choose from."""
        self.picker.draw()
