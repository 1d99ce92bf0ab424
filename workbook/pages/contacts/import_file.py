"""Find contacts: a file is read, shown as it was understood, and kept when the person says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from infoview.contacts.already_known import Likeness, likenesses
from infoview.contacts.pooling import keep, take_out
from infoview.dates.day_words import full_date
from infoview.errors import ImportFileError, InputError
from infoview.importers import Reading, read
from workbook.components.actions import Action, Actions
from workbook.components.fold import Fold
from workbook.components.form import Field
from workbook.components.takeout import Download, Takeout
from workbook.components.upload import Upload
from workbook.markup import html, prose
from workbook.pages.contacts.import_preview import preview, resembling
from workbook.pages.contacts.joined_records import Joined
from workbook.pages.fields import form, page_words
from workbook.pages.page import box, show_if
from workbook.session import Session

MOST_COLUMNS = 24
ACCEPTED = ".csv,.tsv,.txt,.zip,.vcf,.xlsx,.ldif"


class _Read(NamedTuple):
    """A file that was read and waits to be kept."""

    name: str
    data: bytes
    reading: Reading


class ImportFile:
    """Reads files, shows what it understood, and keeps them in the pool when the person says so."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.import_file")
        self._waiting: list[_Read] = []
        self._perhaps: tuple[Likeness, ...] = ()
        self.mapping = form(session, [], self._map, self._words["mapping"]["legend"])
        self.upload = Upload(
            session.guard,
            self._words["upload"],
            self._words["upload_hint"],
            ACCEPTED,
            self._understand,
            on_several=self._begin,
        )
        self.understood = prose(html(""))
        self.perhaps = prose(html(""))
        self.actions = Actions(session.guard, [], self._act)
        self.columns = Fold(
            session.guard, self._words["mapping"]["legend"], lambda is_open: self._turn(is_open=is_open)
        )
        self.saving = Takeout(session.guard, self._words["saving"])
        self.joined = Joined(session)
        self.past = Actions(session.guard, [Action("undo", self._words["undo"])], self._act)
        asked = [self.understood, self.perhaps, self.actions, self.columns, self.mapping]
        self.view = box([self.upload, *asked, self.joined.view, self.saving, self.past])

    def draw(self) -> None:
        """Show what was understood and offer to keep it, or to take the last file out again."""
        imports = self._session.logbook.pool.imports.find()
        files = [preview(file.name, file.reading) for file in self._waiting]
        perhaps = resembling(self._perhaps) if self._waiting else html("")
        self.understood.value = html("{files}", files=files)
        self.perhaps.value = perhaps
        show_if(self.perhaps, bool(perhaps))
        if self._waiting:
            number = sum(len(file.reading.contacts) for file in self._waiting)
            keep = self._words["keep_one" if number == 1 else "keep"].format(number=number)
            self.actions.change_actions(
                [Action("keep", keep, primary=True), Action("discard", self._words["discard"])]
            )
        show_if(self.actions, bool(self._waiting))
        self._draw_mapping()
        self.joined.draw(shown=not self._waiting)
        self._draw_saving()
        show_if(self.past, bool(imports) and not self._waiting)

    def _draw_saving(self) -> None:
        """Offer the whole list of what was left out: of the files read, or of all that were kept."""
        label = self._words["save" if self._waiting else "save_kept"]
        self.saving.show([Download("left_out", label, self._save)])
        show_if(self.saving, bool(self._left_out()))

    def _left_out(self) -> list[tuple[str, Sequence[str]]]:
        """Look up file by file what was left out or repaired, as sentences."""
        if self._waiting:
            files: list[tuple[str, Sequence[str]]] = [
                (file.name, [problem.message for problem in file.reading.problems]) for file in self._waiting
            ]
        else:
            files = [
                (
                    self._words["left_out_kept"].format(
                        file=record.file_name, day=full_date(record.imported_on)
                    ),
                    record.problems,
                )
                for record in self._session.logbook.pool.imports.find()
            ]
        return [(file, said) for file, said in files if said]

    def _save(self) -> tuple[str, bytes, str]:
        name = self._words["left_out_file"].format(day=self._session.today.isoformat())
        parts = ["\n".join([file, *said, ""]) for file, said in self._left_out()]
        return name, "\n".join(parts).encode(), "text/plain"

    def _draw_mapping(self) -> None:
        """Let the person say what the columns of one unknown list hold."""
        columns = self._columns()
        show_if(self.columns, bool(columns))
        show_if(self.mapping, bool(columns) and self.columns.is_open)
        said = self._words["mapping"]
        options = [("", said["nothing"]), *said["fields"].items()]
        self.mapping.change_fields(
            [
                Field(f"column{place}", heading or "…", kind="choice", options=options, width="third")
                for place, (heading, _) in columns.items()
            ]
        )
        self.mapping.show("columns", {f"column{place}": field for place, (_, field) in columns.items()})

    def _turn(self, *, is_open: bool) -> None:
        self.columns.show(0, is_open=is_open)
        self._draw_mapping()

    def _columns(self) -> dict[int, tuple[str, str]]:
        """Number the columns asked about: of a very wide list, only those that were taken for something."""
        only = self._waiting[0].reading if len(self._waiting) == 1 else None
        if only is None or only.format != "table":
            return {}
        columns = dict(enumerate(only.columns.items()))
        wide = len(columns) > MOST_COLUMNS
        return {place: pair for place, pair in columns.items() if not wide or pair[1]}

    def _map(self, _record: str, key: str, value: object) -> None:
        if not self._waiting:
            return
        name, data, reading = self._waiting[0]
        heading = list(reading.columns)[int(key.removeprefix("column"))]
        self._waiting = [_Read(name, data, self._read(name, data, {**reading.columns, heading: str(value)}))]
        self._compare()
        self.draw()

    def _begin(self) -> None:
        """Forget what was read before and not kept: other files were chosen."""
        self._waiting = []
        self.columns.show(0, is_open=False)
        self._session.say("")
        self.draw()

    def _understand(self, name: str, data: bytes) -> None:
        self._waiting.append(_Read(name, data, self._read(name, data)))
        self._compare()
        self.draw()

    def _compare(self) -> None:
        """Find who may be there already; once for what was read, as thousands take a moment."""
        logbook = self._session.logbook
        people = [person for file in self._waiting for person in file.reading.contacts]
        self._perhaps = likenesses(people, logbook.contacts.find(), logbook.pool.find())

    def _read(self, name: str, data: bytes, mapping: Mapping[str, str] | None = None) -> Reading:
        """Read a file in which there is somebody.

        Raises:
            InputError: It cannot be read, or holds nobody; the sentence names the file.
        """
        try:
            reading = read(data, name, mapping)
        except ImportFileError as refused:
            raise ImportFileError(self._words["none"].format(file=name, reason=refused)) from refused
        if not reading.contacts:
            reason = " ".join(problem.message for problem in reading.problems[:3])
            raise InputError(self._words["none"].format(file=name, reason=reason))
        return reading

    def _act(self, key: str) -> None:
        if key == "undo":
            self._undo()
            return
        waiting, self._waiting = self._waiting, []
        if key == "keep" and waiting:
            self._keep(waiting)
        self.draw()

    def _keep(self, waiting: list[_Read]) -> None:
        """Keep every file, each an import that can be taken out by itself; say who was there already."""
        today = self._session.today
        records = self._session.change(
            lambda logbook: [keep(logbook, file.reading, file.name, today) for file in waiting]
        )
        number = sum(record.people for record in records)
        files = ", ".join(file.name for file in waiting)
        there = [
            record.problems[-1]
            for record, one in zip(records, waiting, strict=True)
            if record.people < len(one.reading.contacts) and record.problems
        ]
        said = self._words["kept_one" if number == 1 else "kept"].format(number=number, file=files)
        self._session.say(" ".join([said, *there]))

    def _undo(self) -> None:
        last = self._session.logbook.pool.imports.find()[-1]
        self._session.change(lambda logbook: take_out(logbook, last))
        self._session.say(self._words["undone"].format(file=last.file_name))
