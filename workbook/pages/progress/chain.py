"""Progress: who led to whom."""

from __future__ import annotations

from infoview.contacts.status import standings, status_name
from infoview.logbook import Logbook
from infoview.progress.chain import chain, lines
from infoview.progress.funnel import Stage, funnel
from infoview.text.plurals import number_in_words
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box
from workbook.pictures import figure, tree, twin
from workbook.session import Session

MOST_DRAWN = 40
"""How many people a picture can hold; the table has them all."""


def names_given(session: Session) -> int:
    """Count the names that people gave."""
    return len(session.logbook.introductions.find())


class Chain:
    """The chain of names, as a picture and as a table."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.chain")
        self.said = prose(html(""))
        self.view = box([self.said])

    def draw(self) -> None:
        """Put the names given together."""
        logbook = self._session.logbook
        introductions = logbook.introductions.find()
        if not introductions:
            self.said.value = html("<p>{said}</p>", said=self._words["empty"])
            return
        contacts = {contact.id: contact for contact in logbook.contacts.find()}
        standing = standings(logbook)
        links = list(lines(chain(introductions)))
        names = [contacts[link.contact_id].name for _, link in links]
        rows = [
            (
                contacts[given.introducer_id].name,
                contacts[given.contact_id].name,
                status_name(standing[given.contact_id]),
            )
            for given in introductions
        ]
        shown = slice(MOST_DRAWN)
        self.said.value = html(
            "<p>{said}</p>{figure}",
            said=self._say(logbook),
            figure=figure(
                tree(self._words["picture"].format(number=len(names)), links[shown], names[shown]),
                twin(self._words["table"], self._words["title"], list(self._words["columns"].values()), rows),
            ),
        )

    def _say(self, logbook: Logbook) -> str:
        """Say how many names the talks brought."""
        given = sum(given.meeting_id is not None for given in logbook.introductions.find())
        met = funnel(logbook).people[Stage.MET]
        if not met:
            return str(self._words["no_talks"])
        names, talked = number_in_words(self._words["names"], given), number_in_words(self._words["met"], met)
        return str(self._words["said"].format(names=names, met=talked))
