"""Progress: the report, to print or to show."""

from __future__ import annotations

from infoview.exporters.report import page
from infoview.exporters.sharing import for_others, page_for_others
from workbook.components.takeout import Download, Item, Paper, Takeout
from workbook.markup import html, prose
from workbook.pages.fields import fields, form, page_words
from workbook.pages.page import box
from workbook.session import Session

READERS = ("me", "others", "others_named")


class Report:
    """What the logbook adds up to, for its owner or for somebody else."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.report")
        options = {"reader": [(reader, self._words["reader"][reader]) for reader in READERS]}
        self.form = form(session, fields("progress.report", options), self._choose)
        self.said = prose(html(""), "iv-note")
        self.takeout = Takeout(session.guard, self._words["label"])
        self.view = box([self.form, self.said, self.takeout])

    def draw(self) -> None:
        """Offer what the chosen reader may see; nothing is made before it is asked for."""
        self.form.show("report", {"reader": self._reader})
        self.said.value = html("<p>{said}</p>", said=self._words["said"][self._reader])
        offered: list[Item] = [
            Paper("print", self._words["print"], self._page),
            Download("page", self._words["page"], self._save_page),
        ]
        if self._reader != "me":
            offered.append(Download("copy", self._words["copy"], self._save_copy))
        self.takeout.show(offered)

    @property
    def _reader(self) -> str:
        kept = self._session.logbook.recall("report.reader")
        return kept if kept in READERS else READERS[0]

    def _choose(self, _record: str, _key: str, value: object) -> None:
        self._session.change(lambda logbook: logbook.remember("report.reader", str(value)))

    def _page(self) -> str:
        logbook, today = self._session.logbook, self._session.today
        if self._reader == "me":
            return page(logbook, today)
        return page_for_others(logbook, today, names=self._reader == "others_named")

    def _save_page(self) -> tuple[str, bytes, str]:
        return self._name("html"), self._page().encode(), "text/html"

    def _save_copy(self) -> tuple[str, bytes, str]:
        copy = for_others(self._session.logbook, names=self._reader == "others_named")
        try:
            return self._name("infoview"), copy.copy(), "application/vnd.sqlite3"
        finally:
            copy.close()

    def _name(self, ending: str) -> str:
        what = {"me": "report", "others": "shared-without-names"}.get(self._reader, "shared-with-names")
        return f"infoview-{what}-{self._session.today.isoformat()}.{ending}"
