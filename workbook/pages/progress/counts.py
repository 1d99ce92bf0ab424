"""Progress: the numbers that one may hand over to a group, shown in full before they are saved."""

from __future__ import annotations

from infoview.group.counts import count, dump
from workbook.components.takeout import Download, Takeout
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box
from workbook.session import Session


class Counts:
    """The whole counts file, to be read through, and a button that saves just that."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.counts")
        self._text = ""
        self.said = prose(html(""))
        self.takeout = Takeout(session.guard, self._words["label"])
        self.takeout.show([Download("counts", self._words["save"], self._save)])
        self.view = box([self.said, self.takeout])

    def draw(self) -> None:
        """Show the file as it would be saved now."""
        self._text = dump(count(self._session.logbook, self._session.today))
        self.said.value = html(
            '<p>{said}</p><pre class="iv-file" tabindex="0" role="region" aria-label="{title}">{text}</pre>',
            said=self._words["said"],
            title=self._words["title"],
            text=self._text,
        )

    def _save(self) -> tuple[str, bytes, str]:
        name = f"infoview-counts-{self._session.today:%Y-%m}.json"
        return name, self._text.encode(), "application/json"
