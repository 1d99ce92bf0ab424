"""Progress: how many people to ask so that it is likely to come about."""

from __future__ import annotations

from infoview.progress.forecast import LIKELY, Forecast, forecast, percent
from infoview.progress.goal import month_progress
from infoview.text.plurals import number_in_words
from workbook.markup import Html, html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box
from workbook.pictures import Bar, bars, figure, twin
from workbook.session import Session

SHOWN = (1, 3, 5, 7, 10)
"""For how many asks it is told how likely a yes is."""


class Asks:
    """The forecast: how many asks the next people take, with its interval, and what each ask adds."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.asks")
        self.said = prose(html(""))
        self.view = box([self.said])

    def draw(self) -> None:
        """Reckon from the answers so far and the people still to find this month."""
        logbook = self._session.logbook
        told, month = forecast(logbook), month_progress(logbook, self._session.today)
        people = month.missing or 1
        asks = told.asks_for(people)
        said = self._words["for_month" if month.missing else "for_one"]
        self.said.value = html(
            "<p><strong>{said}</strong> {interval}</p><p>{own}</p>{figure}",
            said=said.format(people=number_in_words(self._words["people"], people), asks=asks.likely),
            interval=self._words["interval"].format(fewest=asks.fewest, most=asks.most),
            own=self._own(told),
            figure=self._figure(told),
        )

    def _own(self, told: Forecast) -> str:
        share = {
            "share": percent(told.share),
            "low": percent(told.low),
            "high": percent(told.high),
            "yes": told.yes,
            "no": told.no,
            "silent": told.silent,
        }
        return str(self._words["own" if told.settled else "own_none"].format(**share))

    def _figure(self, told: Forecast) -> Html:
        chances = [(asks, told.at_least_one(asks)) for asks in SHOWN]
        shown = [
            Bar(
                number_in_words(self._words["asked"], asks),
                chance,
                self._words["percent"].format(number=percent(chance)),
                quiet=chance < LIKELY,
            )
            for asks, chance in chances
        ]
        rows = [(bar.label, bar.said) for bar in shown]
        heads = list(self._words["columns"].values())
        return figure(
            bars(self._words["picture"], shown),
            twin(self._words["table"], self._words["title"], heads, rows),
            self._words["title"],
        )
