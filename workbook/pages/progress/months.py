"""Progress: what was done in each of the last months."""

from __future__ import annotations

from infoview.progress.activity import activity
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box
from workbook.pictures import columns, figure, twin
from workbook.session import Session


class Months:
    """Requests, talks and letters over the last months."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.months")
        self.said = prose(html(""))
        self.view = box([self.said])

    def draw(self) -> None:
        """Draw the last months."""
        months = activity(self._session.logbook, self._session.today)
        if not any(month.asked or month.met or month.written for month in months):
            self.said.value = html("<p>{said}</p>", said=self._words["empty"])
            return
        names = list(self._words["names"].values())
        groups = [(f"{month.first:%b}", (month.asked, month.met, month.written)) for month in months]
        rows = [(f"{month.first:%B %Y}", month.asked, month.met, month.written) for month in months]
        heads = [self._words["month"], *names]
        self.said.value = figure(
            columns(self._words["picture"], names, groups),
            twin(self._words["table"], self._words["title"], heads, rows),
        )
