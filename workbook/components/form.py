"""A form: named fields about one record, saved while typing, with nothing typed ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

import traitlets

from infoview.errors import InputError
from workbook.components.base import Component, Guard, script


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a form asks for.

    `kind` is text, long, email, url, tel, city, date, time, number, choice, radios or check; an e-mail, url,
    city or number is sent when its field is left, for half of one is no mistake. `examples` open on demand.
    `offers` are whole texts to take with one click, as long as nothing else was typed. `options` are (value,
    label) pairs. `count` shows a running count of "words" or "characters".
    `asked` is the question that stands above the box as a heading: for who listens it begins the box's name.
    """

    key: str
    label: str
    kind: str = "text"
    hint: str = ""
    examples: Sequence[str] = ()
    options: Sequence[tuple[str, str]] = ()
    rows: int = 3
    width: str = "full"
    required: bool = False
    autocomplete: str = ""
    count: str = ""
    offers: Sequence[str] = ()
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How a form learns what another window writes into its boxes, and says so.

    `look` brings what was written there into sight, `shows` tells whether that is going on right now, and
    `say` tells the person.
    """

    look: Callable[[], None]
    shows: Callable[[], bool]
    say: Callable[[str], None]


class Form(Component):
    """Fields about one record at a time; each change is handed over with the record it was typed for.

    Args:
        guard: The session's catch.
        fields: What is asked, in order.
        on_change: Called with record, key and value; when it raises, the typed text stays in the browser.
        store: Names the logbook, so that what the browser remembers of one never appears in another.
        legend: A heading for the group of fields, read out by screen readers.
        on_enter: Called when Enter is pressed in a line, after what was typed has arrived.
        elsewhere: The other windows on the same logbook, if there can be any.
    """

    section = "form"
    _esm = script("fields", "form")
    fields: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    record = traitlets.Unicode().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    errors = traitlets.Dict().tag(sync=True)
    store = traitlets.Unicode().tag(sync=True)
    legend = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        guard: Guard,
        fields: Sequence[Field],
        on_change: Callable[[str, str, object], None],
        store: str = "",
        legend: str = "",
        on_enter: Callable[[], None] = lambda: None,
        elsewhere: Elsewhere | None = None,
    ) -> None:
        self._on_changed = on_change
        self._elsewhere = elsewhere
        self._drawn = 0
        self._mine: set[tuple[str, str]] = set()
        self._theirs: dict[tuple[str, str], str] = {}
        self._on_enter = on_enter
        super().__init__(guard, store=store, legend=legend, fields=_plain_fields(fields))

    def show(self, record: str, values: Mapping[str, object]) -> None:
        """Show a record, such as "contact-12"; text that is typed and not yet saved stays as it is."""
        shown = {field["key"]: _plain(field, values.get(field["key"])) for field in self.fields}
        if self._elsewhere and self._elsewhere.shows() and record == self.record:
            self._notice(self._elsewhere, shown)
        self._drawn += 1
        with self.hold_sync():
            if record != self.record:
                self.errors = {}
            self.record = record
            self.values = shown

    def enter(self) -> None:
        """Bring the form and its heading into view, ready to type: for a form a button has just opened."""
        self.send({"type": "enter"})

    def change_fields(self, fields: Sequence[Field]) -> None:
        """Ask for other things, or offer other options."""
        self.fields = _plain_fields(fields)

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """Show what is refused inside at its field; where nothing is, earlier refusals go."""
        try:
            yield
        except InputError as error:
            self.errors = {error.field: str(error)} if error.field else {}
            raise
        self.errors = {}

    def _on_entered(self) -> None:
        """Do what the button below would do, once what was typed has arrived."""
        self._on_enter()

    def _notice(self, elsewhere: Elsewhere, shown: Mapping[str, object]) -> None:
        """Note what another window wrote into the boxes in sight; say so where mine is gone."""
        for key in shown.keys() & self.values.keys():
            if shown[key] == self.values[key]:
                continue
            box = self.record, key
            self._theirs[box] = str(shown[key])
            if box in self._mine:
                self._mine.discard(box)
                elsewhere.say(self.words["written_over"].format(label=self._label(key)))

    def _label(self, key: str) -> str:
        return next(str(field["label"]) for field in self.fields if field["key"] == key)

    def _on_change(self, record: str, key: str, value: object, was: object = None) -> None:
        """Hand a change over; an `InputError` is shown at its field as well as by the session.

        `was` is what stood in the box when this was typed over it: where another window has written since,
        the later of the two stands, and the person is told what the other one was.
        """
        if key not in {field["key"] for field in self.fields}:
            raise ValueError(f"This form has no field {key!r}.")
        if self._elsewhere:
            store = self.store
            self._elsewhere.look()
            if self.store != store:
                raise InputError(self.words["other_logbook"], key)
        drawn = self._drawn
        self._hand_over(record, key, value)
        if record == self.record and drawn == self._drawn:
            self.values = {**self.values, key: value}
        unseen = self._theirs.pop((record, key), None)
        self._mine.add((record, key))
        if self._elsewhere and unseen and unseen.strip() not in {str(was).strip(), str(value).strip()}:
            self._elsewhere.say(self.words["wrote_over"].format(label=self._label(key), text=unseen))

    def _hand_over(self, record: str, key: str, value: object) -> None:
        try:
            self._on_changed(record, key, value)
        except InputError as error:
            if record == self.record:
                self.errors = {**self.errors, error.field or key: str(error)}
            raise
        if record == self.record:
            self.errors = {name: sentence for name, sentence in self.errors.items() if name != key}


def _plain_fields(fields: Sequence[Field]) -> list[dict[str, object]]:
    """Turn fields into what can be sent to the browser."""
    return [asdict(field) for field in fields]


def _plain(field: Mapping[str, object], value: object) -> object:
    """Turn a value into what an input can show: a text, or yes and no for a check box."""
    if field["kind"] == "check":
        return bool(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return "" if value is None else str(value)
