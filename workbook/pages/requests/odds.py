"""Write the request: silence as arithmetic."""

from __future__ import annotations

from infoview.content import words
from infoview.forecast import asking_streak, by_chance, forecast
from workbook.markup import Html, html, link, prose
from workbook.pages.fields import (
    page_words,
)
from workbook.pages.page import box
from workbook.session import Session


class Odds:
    """Silence as arithmetic: what chance alone does, with the person's own numbers."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.odds")
        self.said = prose(html(""))
        self.view = box([self.said])

    def draw(self) -> None:
        """Reckon with the answers noted so far."""
        logbook, words = self._session.logbook, self._words
        told = forecast(logbook)
        asks = told.asks_for_one()
        streak = asking_streak(logbook, self._session.today)
        lines = [
            words["own_none" if not told.asked else "own_one" if told.asked == 1 else "own"].format(
                asked=told.asked, yes=told.yes, answered=told.answered
            ),
            words["streak_one" if streak == 1 else "streak"].format(number=streak) if streak else "",
            words["share"].format(
                share=round(100 * told.share), low=round(100 * told.low), high=round(100 * told.high)
            ),
            words["silences"].format(percent=round(100 * by_chance(told.share, 5))),
            words["asks"].format(number=asks),
        ]
        chances = [
            html(
                "<li>{line}</li>",
                line=words["at_least"].format(number=number, percent=round(100 * told.at_least_one(number))),
            )
            for number in (1, 3, 5, 8)
        ]
        self.said.value = html(
            "{lines}<ul>{chances}</ul>{why}",
            lines=[html("<p>{line}</p>", line=line) for line in lines if line],
            chances=chances,
            why=_door(words["evidence"]),
        )


def _door(label: str) -> Html:
    """What a study found about who gets through the door, and what it does not show."""
    finding = next(one for one in words("evidence")["finding"] if one["id"] == "the-door-is-the-hurdle")
    return html(
        '<details class="iv-help"><summary>{label}</summary><p>{claim} {measured} {caution}</p>'
        "<p>{source}</p></details>",
        label=label,
        claim=finding["claim"],
        measured=finding["measured"],
        caution=finding["caution"],
        source=link(finding["url"], finding["source"]),
    )
