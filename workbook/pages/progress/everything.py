"""Progress: everything out again, for other programs."""

from __future__ import annotations

from infoview.contacts.listing import by_name
from infoview.dates import clock
from infoview.exporters.everything import files, zipped
from infoview.exporters.excel import workbook
from infoview.exporters.ics import calendar
from infoview.exporters.logbook_json import dump
from infoview.exporters.spreadsheet import tables
from infoview.exporters.vcard import vcards
from workbook.components.takeout import Download, Takeout
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box
from workbook.session import Session

File = tuple[str, bytes, str]
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Everything:
    """The whole logbook in forms that other programs read."""

    def __init__(self, session: Session) -> None:
        self._session = session
        words = page_words("progress.everything")
        self.takeout = Takeout(session.guard, words["label"])
        makers = {
            "all": self._all,
            "people": self._people,
            "excel": self._excel,
            "tables": self._tables,
            "calendar": self._calendar,
            "json": self._json,
        }
        self.takeout.show([Download(key, words[key], make) for key, make in makers.items()])
        self.view = box([prose(html("<p>{said}</p>", said=words["said"]), "iv-note"), self.takeout])

    def draw(self) -> None:
        """Nothing here depends on what the logbook holds."""

    def _all(self) -> File:
        return self._zip("infoview", files(self._session.logbook, clock.now()))

    def _people(self) -> File:
        logbook = self._session.logbook
        cards = vcards(by_name(logbook.contacts.find()), logbook.uid)
        return "infoview-people.vcf", cards, "text/vcard"

    def _excel(self) -> File:
        name = f"infoview-{self._session.today.isoformat()}.xlsx"
        return name, workbook(self._session.logbook), EXCEL

    def _tables(self) -> File:
        return self._zip("infoview-tables", tables(self._session.logbook))

    def _calendar(self) -> File:
        return "infoview-dates.ics", calendar(self._session.logbook, clock.now()), "text/calendar"

    def _json(self) -> File:
        return "infoview-logbook.json", dump(self._session.logbook).encode(), "application/json"

    def _zip(self, name: str, content: dict[str, bytes]) -> File:
        return f"{name}-{self._session.today.isoformat()}.zip", zipped(content), "application/zip"
