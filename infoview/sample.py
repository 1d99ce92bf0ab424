"""The sample logbook: invented people, far enough along that every page has something to show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from infoview.content import sentence, words
from infoview.dates.business_days import is_business_day
from infoview.errors import ContentError
from infoview.logbook import Logbook
from infoview.logbook.shelf import Shelf, entity_of
from infoview.questions.bank import bank
from infoview.records.contacts import ContactImport, PoolPerson
from infoview.records.debriefs import Learned
from infoview.records.meetings import MeetingQuestion, Note, Tick
from infoview.records.takeaways import Takeaway

Entry = Mapping[str, Any]
SHORTHAND = frozenset({"key", "bank", "star", "own", "ticks", "notes", "learned"})
"""What an entry of a sample says besides its fields: its name there, and what belongs to a meeting."""


def write(logbook: Logbook, today: date) -> None:
    """Write the sample into an empty logbook, as one change; every day in it is counted from `today`."""
    write_sample(logbook, words("demo"), today)


def write_sample(logbook: Logbook, sample: Entry, today: date) -> None:
    """Write a sample, in the form that `content/demo.toml` explains, into an empty logbook, as one change.

    Raises:
        ContentError: The sample names a field, a shelf or an entry that there is not.
    """
    with logbook.change():
        logbook.refer_later()
        _Writer(logbook, sample, today).write()


class _Writer:
    """Puts one sample on the shelves; what entries are called in it becomes their ids."""

    def __init__(self, logbook: Logbook, sample: Entry, today: date) -> None:
        self._logbook = logbook
        self._sample = sample
        self._today = today
        self._ids = {
            (name, entry["key"]): number
            for name in logbook.shelves
            if name != "pool"
            for number, entry in enumerate(sample.get(name, ()), start=1)
            if "key" in entry
        }

    def write(self) -> None:
        self._logbook.change_profile(**self._sample["profile"])
        self._logbook.change_goal(**self._sample["goal"])
        for name, entries in self._sample.items():
            if isinstance(entries, list):
                for entry in entries:
                    self._put(self._shelf(name), entry)
        for number, entry in enumerate(self._sample.get("meetings", ()), start=1):
            self._fill_meeting(number, entry)
        if "pool" in self._sample:
            self._fill_pool(self._sample["pool"])
        if opens := self._sample.get("opens_with"):
            self._logbook.remember("contact", str(self._ids["contacts", opens["contact"]]))
            self._logbook.remember("step", opens["step"])

    def _shelf(self, name: str) -> Shelf[Any]:
        if name not in self._logbook.shelves:
            raise ContentError(sentence("errors.content.strange_part", part=name))
        return self._logbook.shelves[name]

    def _put(self, shelf: Shelf[Any], entry: Entry) -> None:
        shelf.add(entity_of(shelf.entity, self._row(shelf, entry)))

    def _row(self, shelf: Shelf[Any], entry: Entry) -> dict[str, object]:
        return dict(self._field(shelf, name, value) for name, value in entry.items() if name not in SHORTHAND)

    def _field(self, shelf: Shelf[Any], name: str, value: object) -> tuple[str, object]:
        """Find the field that is meant: a day may be written without _on, another entry without _id."""
        if name in shelf.fields:
            field = name
        else:
            field = next((f"{name}{end}" for end in ("_on", "_id") if f"{name}{end}" in shelf.fields), "")
        if not field:
            raise ContentError(sentence("errors.content.strange_entry", field=name, shelf=shelf.table))
        if field.endswith("_id"):
            return field, self._ids[shelf.refers()[field], value]
        if field == "on" or field.endswith("_on"):
            return field, self._day(value).isoformat()
        return field, value

    def _day(self, value: object) -> date:
        """Read a day: a date, or a number of days from today, on a working day."""
        if isinstance(value, date):
            return value
        days = int(str(value))
        day = self._today + timedelta(days=days)
        while days and not is_business_day(day):
            day += timedelta(days=1 if days > 0 else -1)
        return day

    def _fill_meeting(self, number: int, entry: Entry) -> None:
        """Put what belongs to a meeting on its shelves: its questions, ticks and notes, what was learned."""
        self._logbook.questions.add_all(self._questions(number, entry))
        self._logbook.ticks.add_all(Tick(number, item) for item in entry.get("ticks", ()))
        self._logbook.notes.add_all(
            Note(number, "" if box == "else" else box, text) for box, text in entry.get("notes", {}).items()
        )
        for takeaway, learned in entry.get("learned", {}).items():
            boxes = {"text": learned} if isinstance(learned, str) else learned
            self._logbook.learned.add(Learned(number, Takeaway(takeaway), **boxes))

    def _fill_pool(self, pool: Entry) -> None:
        contacts = self._sample["contacts"]
        picked = [contact for contact in contacts if contact["key"] in pool["picked"]]
        lines = [[c["name"], c["title"], c["organization"], c["location"], c["added"] - 90] for c in picked]
        lines += pool["people"]
        owners = [self._ids["contacts", contact["key"]] for contact in picked] + [None] * len(pool["people"])
        record = ContactImport(
            file_name=pool["file_name"],
            format=pool["format"],
            imported_on=self._day(pool["imported"]),
            people=len(lines),
            problems=tuple(pool["problems"]),
        )
        self._logbook.pool.fill(
            record,
            (
                PoolPerson(
                    import_id=0,
                    row=row,
                    name=name,
                    title=title,
                    organization=organization,
                    location=location,
                    connected_on=self._day(day),
                    contact_id=owner,
                )
                for row, ((name, title, organization, location, day), owner) in enumerate(
                    zip(lines, owners, strict=True), start=1
                )
            ),
        )

    def _questions(self, meeting_id: int, entry: Entry) -> list[MeetingQuestion]:
        """Make a meeting's list: from the bank first, then the person's own."""
        by_id = {question.id: question for question in bank()}
        starred = entry.get("star", ())
        rows = [
            {
                "text": by_id[name].text,
                "takeaway": by_id[name].takeaway,
                "bank_id": name,
                "starred": name in starred,
            }
            for name in entry.get("bank", ())
        ]
        rows += [self._row(self._logbook.questions, own) for own in entry.get("own", ())]
        return [
            entity_of(MeetingQuestion, {**row, "meeting_id": meeting_id, "position": position})
            for position, row in enumerate(rows, start=1)
        ]
