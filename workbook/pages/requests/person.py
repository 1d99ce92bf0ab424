"""Write the request: whom it is for, and what is known of them."""

from __future__ import annotations

from infoview.changes import (
    introducer_of,
)
from infoview.contacts import Contact
from workbook.markup import Html, html, prose
from workbook.pages.fields import (
    page_words,
)
from workbook.pages.page import box
from workbook.pages.picker import PersonPicker
from workbook.session import Session


class Person:
    """Whom the request is for, with what is known of them to draw on."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.person")
        self.picker = PersonPicker(session)
        self.facts = prose(html(""))
        self.view = box([self.picker.view, self.facts])

    def draw(self) -> None:
        """Show the people to choose from, and what is known of the one chosen."""
        self.picker.draw()
        contact = self._session.contact
        self.facts.value = self._facts(contact) if contact else html("")

    def _facts(self, contact: Contact) -> Html:
        introducer = introducer_of(self._session.logbook, contact)
        known_facts = {
            "organization": ", ".join(part for part in (contact.title, contact.organization) if part),
            "why": contact.why or self._words["nothing_why"],
            "how_found": contact.how_found,
            "introducer": introducer.name if introducer else "",
            "email": contact.email or self._words["no_email"],
        }
        rows = [
            html("<dt>{label}</dt><dd>{value}</dd>", label=self._words[key], value=value)
            for key, value in known_facts.items()
            if value
        ]
        return html('<dl class="iv-facts">{rows}</dl>', rows=rows)
