"""Find contacts: people of files who were there already, named one by one; and the way back for each."""

from __future__ import annotations

from infoview.contacts.pooling import JoinedRecord, joined_records, part_record
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.contacts.import_preview import in_full
from workbook.pages.fields import form, page_words
from workbook.pages.page import box, show_if
from workbook.session import Session


class Joined:
    """Says whom of a file was joined to somebody's entry, and lets each be somebody of their own again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.import_file.joined")
        self._chosen = ""
        self.said = prose(html(""))
        self.form = form(session, [], self._choose, self._words["legend"])
        self.actions = Actions(session.guard, [Action("part", self._words["part"])], self._part)
        self.view = box([self.said, self.form, self.actions])

    def draw(self, *, shown: bool) -> None:
        """Name everybody who was joined, the latest first; nobody while a file waits to be kept."""
        joined = self._joined() if shown else {}
        show_if(self.view, bool(joined))
        title = self._words["title_one" if len(joined) == 1 else "title"].format(number=len(joined))
        self.said.value = (
            in_full(title, [joining.sentence for joining in joined.values()]) if joined else html("")
        )
        if self._chosen not in joined:
            self._chosen = next(iter(joined), "")
        options = [(key, f"{one.name} / {one.other}") for key, one in joined.items()]
        self.form.change_fields([Field("whom", self._words["whom"], kind="choice", options=options)])
        self.form.show("joined", {"whom": self._chosen})

    def _joined(self) -> dict[str, JoinedRecord]:
        pool = self._session.logbook.pool
        return {
            str(joining.filled_id): joining
            for record in reversed(pool.imports.find())
            for joining in joined_records(self._session.logbook, record)
        }

    def _choose(self, _record: str, _key: str, value: object) -> None:
        self._chosen = str(value)

    def _part(self, _key: str) -> None:
        filled_id = int(self._chosen)
        person = self._session.change(lambda logbook: part_record(logbook, filled_id))
        self._session.say(self._words["parted"].format(name=person.name))
