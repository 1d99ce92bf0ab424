"""Find contacts: a file is read, shown as it was understood, and kept when the person says so."""

from __future__ import annotations

from collections.abc import Mapping

from infoview.errors import InputError
from infoview.importers import Reading, read
from infoview.importers.pooling import for_pool
from workbook.components.actions import Action, Actions
from workbook.components.form import Field
from workbook.components.upload import Upload
from workbook.markup import Html, html, prose
from workbook.pages.fields import form, page_words
from workbook.pages.page import box, show_if
from workbook.session import Session

SHOWN_PROBLEMS = 50
ACCEPTED = ".csv,.tsv,.txt,.zip,.vcf,.xlsx,.ldif"


class BringIn:
    """Reads a file, shows what it understood, and keeps it in the pool when the person says so."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("contacts.import")
        self._waiting: tuple[str, Reading] | None = None
        self._data = b""
        self._mapping: dict[str, str] = {}
        self.mapping = form(session, [], self._map, self._words["mapping"]["legend"])
        self.upload = Upload(
            session.guard, self._words["upload"], self._words["upload_hint"], ACCEPTED, self._understand
        )
        self.understood = prose(html(""))
        self.actions = Actions(session.guard, [], self._act)
        self.view = box([self.upload, self.understood, self.mapping, self.actions])

    def draw(self) -> None:
        """Offer to keep what was read, or to take the last file out again."""
        imports = self._session.logbook.pool.imports.find()
        if self._waiting:
            number = len(self._waiting[1].contacts)
            keep = self._words["keep_one" if number == 1 else "keep"].format(number=number)
            self.actions.change_actions(
                [Action("keep", keep, primary=True), Action("discard", self._words["discard"])]
            )
        elif imports:
            self.actions.change_actions([Action("undo", self._words["undo"])])
        else:
            self.actions.change_actions([])
        show_if(self.actions, bool(self._waiting or imports))
        self._draw_mapping()

    def _draw_mapping(self) -> None:
        """Let the person say what the columns of an unknown list hold."""
        columns = self._waiting[1].columns if self._waiting and self._waiting[1].format == "table" else {}
        show_if(self.mapping, bool(columns))
        said = self._words["mapping"]
        options = [("", said["nothing"]), *said["fields"].items()]
        self.mapping.change_fields(
            [
                Field(f"column{place}", heading or "…", kind="choice", options=options, width="third")
                for place, heading in enumerate(columns)
            ]
        )
        self.mapping.show(
            "columns", {f"column{place}": field for place, field in enumerate(columns.values())}
        )

    def _map(self, _record: str, key: str, value: object) -> None:
        if self._waiting is None:
            return
        name, reading = self._waiting
        heading = list(reading.columns)[int(key.removeprefix("column"))]
        mapping = {**reading.columns, **self._mapping, heading: str(value)}
        changed = read(self._data, name, mapping)
        if not changed.contacts:
            reason = " ".join(problem.message for problem in changed.problems[:1])
            raise InputError(self._words["none"].format(file=name, reason=reason), key)
        self._mapping = mapping
        self._waiting = (name, changed)
        self.understood.value = self._preview(name, changed)
        self.draw()

    def _understand(self, name: str, data: bytes) -> None:
        self._waiting = None
        self.understood.value = html("")
        self.draw()
        reading = read(data, name)
        if not reading.contacts:
            reason = " ".join(problem.message for problem in reading.problems[:3])
            raise InputError(self._words["none"].format(file=name, reason=reason))
        self._waiting, self._data, self._mapping = (name, reading), data, {}
        self.understood.value = self._preview(name, reading)
        self._session.say("")
        self.draw()

    def _preview(self, name: str, reading: Reading) -> Html:
        known: Mapping[str, str] = self._words["formats"]
        kind = next((said for key, said in known.items() if reading.format.startswith(key)), known["table"])
        number = len(reading.contacts)
        names = ", ".join(person.name for person in reading.contacts[:5])
        return html(
            '<div class="iv-facts"><p><strong>{people}</strong> {understood} {first}</p>{problems}</div>',
            understood=self._words["understood"].format(file=name, format=kind),
            people=self._words["people_one" if number == 1 else "people"].format(number=number),
            first=self._words["first"].format(names=names),
            problems=self._problems([problem.message for problem in reading.problems]),
        )

    def _problems(self, sentences: list[str]) -> Html:
        if not sentences:
            return html("")
        number = len(sentences)
        more = (
            self._words["and_more"].format(number=number - SHOWN_PROBLEMS) if number > SHOWN_PROBLEMS else ""
        )
        return html(
            '<details class="iv-help" open><summary>{title}</summary><ul>{items}</ul><p>{more}</p></details>',
            title=self._words["left_out_one" if number == 1 else "left_out"].format(number=number),
            items=[html("<li>{said}</li>", said=said) for said in sentences[:SHOWN_PROBLEMS]],
            more=more,
        )

    def _act(self, key: str) -> None:
        if key == "undo":
            self._undo()
            return
        waiting, self._waiting = self._waiting, None
        self.understood.value = html("")
        if key == "keep" and waiting:
            self._keep(*waiting)
        self.draw()

    def _keep(self, name: str, reading: Reading) -> None:
        record, people = for_pool(reading, name, self._session.today, self._session.logbook.pool.find())
        self._session.change(lambda logbook: logbook.pool.fill(record, people))
        said = self._words["kept_one" if len(people) == 1 else "kept"]
        twice = len(reading.contacts) - len(people)
        more = f" {record.problems[-1]}" if twice and record.problems else ""
        self._session.say(said.format(number=len(people), file=name) + more)

    def _undo(self) -> None:
        last = self._session.logbook.pool.imports.find()[-1]
        self._session.change(lambda logbook: logbook.pool.imports.remove(last.id))
        self._session.say(self._words["undone"].format(file=last.file_name))
