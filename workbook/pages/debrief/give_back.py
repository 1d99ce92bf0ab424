"""Keep in touch: what I can give back."""

from __future__ import annotations

from infoview.content import words
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box
from workbook.session import Session


class GiveBack:
    """Ideas for giving back, and what the person noted for whom."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.give_back")
        self.ideas = prose(html(""))
        self.view = box([self.ideas])

    def draw(self) -> None:
        """Show the ideas, and below them one's own."""
        own = [
            contact
            for contact in self._session.logbook.contacts.find(order="name")
            if contact.give_back.strip()
        ]
        self.ideas.value = html(
            "<ul>{ideas}</ul>{own}",
            ideas=[
                html("<li><strong>{title}.</strong> {how}</li>", title=idea["title"], how=idea["how"])
                for idea in words("keeping_in_touch")["give"]
            ],
            own=html(
                "<h3>{title}</h3><ul>{lines}</ul>",
                title=self._words["own"],
                lines=[
                    html(
                        "<li><strong>{name}:</strong> {what}</li>", name=contact.name, what=contact.give_back
                    )
                    for contact in own
                ],
            )
            if own
            else "",
        )
