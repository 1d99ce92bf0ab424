"""Start: a copy of the logbook, out and back."""

from __future__ import annotations

from infoview.content import words
from infoview.dates import clock
from infoview.exporters.logbook_json import LARGEST_COPY, saved_copy
from workbook.components.takeout import Download, Takeout
from workbook.components.upload import Upload
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box
from workbook.session import Session


class Copy:
    """The logbook as one file: out and in again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("start.copy")
        self.takeout = Takeout(session.guard, self._words["label"])
        self.takeout.show([Download("copy", self._words["save"], self._make_copy)])
        hint = self._words[f"open_hint{session.home}"]
        self.upload = Upload(
            session.guard, self._words["open"], hint, ".infoview,.json", self._open, limit=LARGEST_COPY
        )
        where = self._words[f"where{session.home}"].format(place=session.logbook.place)
        self.view = box([prose(html("<p>{where}</p>", where=where), "iv-note"), self.takeout, self.upload])

    def draw(self) -> None:
        """Nothing here depends on what the logbook holds."""

    def _make_copy(self) -> tuple[str, bytes, str]:
        name = f"infoview-{self._session.today.isoformat()}.infoview"
        self._session.taken_out()
        return name, self._session.logbook.copy(), "application/vnd.sqlite3"

    def _open(self, _name: str, data: bytes) -> None:
        open_copy(self._session, data)


def open_copy(session: Session, data: bytes) -> None:
    """Put a saved copy in the logbook's place, and begin again with it.

    Raises:
        LogbookError: The copy cannot be opened; nothing was changed.
    """
    former = session.logbook.replace_with(saved_copy(data), clock.now())
    said = words("session")["opened" if former else "opened_memory"]
    session.reopen(said.format(former=former.name if former else ""))
