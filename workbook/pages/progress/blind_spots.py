"""Progress: what all conversations together leave out."""

from __future__ import annotations

from infoview.content import words
from infoview.progress.blind_spots import BlindSpot, blind_spots
from infoview.progress.synthesis import talks
from infoview.records.takeaways import Takeaway
from infoview.records.themes import ENOUGH
from workbook.components.actions import Action, Actions
from workbook.markup import Html, html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box, show_if
from workbook.pages.progress.looked_at import direction_looked_at, open_directions
from workbook.pages.question_source import ask_about
from workbook.session import Session


class BlindSpots:
    """BlindSpots spots, each with why it matters and who says so, and the questions that would fill them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.blind_spots")
        self.said = prose(html(""))
        self.ask = Actions(session.guard, [], self._ask)
        self.view = box([self.said, self.ask])

    def draw(self) -> None:
        """Look through the conversations about the direction looked at."""
        logbook = self._session.logbook
        chosen = direction_looked_at(logbook)
        conversations = talks(logbook, chosen)
        directions = [direction for direction in open_directions(logbook) if chosen in {0, direction.id}]
        spots = blind_spots(conversations, directions, logbook.evidence.find())
        missing = [takeaway for spot in spots for takeaway in spot.to_ask]
        names = words("takeaways")
        self.ask.change_actions(
            [
                Action(takeaway.value, self._words["ask"].format(takeaway=names[takeaway.value]["short"]))
                for takeaway in missing
            ]
        )
        show_if(self.ask, bool(missing))
        people = len({talk.contact.id for talk in conversations})
        nothing = self._words["nothing" if people >= ENOUGH else "too_few" if people else "no_talks"]
        self.said.value = (
            html('<ul class="iv-spots">{spots}</ul>', spots=[_spot(spot) for spot in spots])
            if spots
            else html("<p>{said}</p>", said=nothing)
        )

    def _ask(self, takeaway: str) -> None:
        ask_about(self._session, Takeaway(takeaway))


def _spot(spot: BlindSpot) -> Html:
    return html(
        '<li><p><strong>{sentence}</strong></p><p>{why}</p><p class="iv-where">{source}</p></li>',
        sentence=spot.sentence,
        why=spot.why,
        source=spot.source,
    )
