"""Write the request: silence as arithmetic."""

from __future__ import annotations

from infoview.progress.forecast import Forecast, asking_streak, forecast, percent
from infoview.records.requests import RequestStatus
from infoview.text.plurals import number_in_words
from infoview.workflow.requests import request_for
from workbook.markup import Html, html, prose
from workbook.pages.evidence import finding
from workbook.pages.fields import page_words
from workbook.pages.page import box
from workbook.session import Session

ASKS = (1, 3, 5, 8)
SILENCES = 5
_WIDTH = 100


class Odds:
    """What chance alone does, with the person's own numbers; an interval, never a promise."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("requests.odds")
        self.said = prose(html(""))
        self.view = box([self.said])

    def draw(self) -> None:
        """Reckon with the answers noted so far; beside a yes there is nothing to reckon."""
        contact = self._session.here.contact
        request = request_for(self._session.logbook, contact.id) if contact else None
        if request and request.status is RequestStatus.ACCEPTED:
            self.said.value = html("<p>{line}</p>", line=self._words["yes"])
            return
        words, told = self._words, forecast(self._session.logbook)
        streak = asking_streak(self._session.logbook, self._session.today)
        lines = [
            words["silences"].format(percent=percent(told.all_silent(SILENCES))),
            number_in_words(words["own"], told.asked, yes=told.yes, no=told.no, silent=told.silent),
            words["share"].format(share=percent(told.share), low=percent(told.low), high=percent(told.high)),
            words["asks"].format(number=told.asks_for(1).likely),
            number_in_words(words["streak"], streak) if streak else "",
        ]
        first, *others = [html("<p>{line}</p>", line=line) for line in lines if line]
        self.said.value = html(
            '<div class="iv-first">{first}</div>{table}{others}{why}',
            first=first,
            table=self._table(told),
            others=others,
            why=finding("the-door-is-the-hurdle", words["evidence"]),
        )

    def _table(self, told: Forecast) -> Html:
        """How likely at least one yes is by how many one asks: the number, and a bar beside it."""
        rows = [
            html(
                '<tr><th scope="row">{asked}</th><td>{bar} {said}</td></tr>',
                asked=number_in_words(self._words["ask"], asks),
                said=self._words["at_least"].format(percent=chance),
                bar=_bar(chance),
            )
            for asks in ASKS
            for chance in [percent(told.at_least_one(asks))]
        ]
        return html(
            '<table class="iv-odds"><caption>{caption}</caption><tbody>{rows}</tbody></table>',
            caption=self._words["caption"],
            rows=rows,
        )


def _bar(chance: int) -> Html:
    return html(
        '<svg class="iv-bar" aria-hidden="true" width="{width}" height="10" viewBox="0 0 {width} 10">'
        '<rect class="all" width="{width}" height="10" rx="5"/>'
        '<rect width="{part}" height="10" rx="5"/></svg>',
        width=_WIDTH,
        part=chance * _WIDTH // 100,
    )
