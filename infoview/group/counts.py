"""Counts: what a participant may hand over to a group, numbers only.

No text that anybody typed, no names, and no day: months are the finest. Every string in the file is one of a
few that this module knows, so that nothing else can come in by a file either.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from infoview.contacts.status import by_contact
from infoview.content import sentence
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.progress.funnel import Path, Stage, paths
from infoview.questions.bank import bank
from infoview.records.contacts import Circle
from infoview.records.meetings import MeetingStatus
from infoview.records.requests import Channel, RequestStatus
from infoview.records.takeaways import Takeaway

FORMAT = "infoview-counts"
VERSION = 1
"""Grows when a reader of an older version could misunderstand the file."""
UNKNOWN = "unknown"
"""The row of those of whom a month, a way or a number of days is not known."""
WAITS = ((0, "0"), (2, "1-2"), (7, "3-7"), (14, "8-14"), (10**6, "15+"))
"""Days from asking to an answer: up to how many, and what that row is called."""
MEASURES: Mapping[str, tuple[str, ...]] = {
    "stages": ("people",),
    "channel": ("answered", "unanswered"),
    "circle": ("answered", "unanswered"),
    "asked_in": ("answered", "unanswered"),
    "met_in": ("thanked", "unthanked"),
    "waited": ("people",),
    "takeaways": ("people",),
    "questions": ("people",),
}
"""The tables of a file, and what is counted in each; it is always people that were talked with or asked."""
MOST = 100_000
"""The largest number that can be true."""
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", re.ASCII)

Cell = tuple[str, str, str]
"""A table, a row of it and what is counted there."""


@dataclass(frozen=True, slots=True)
class Counts:
    """One participant's numbers; those that are 0 are left out.

    `participant` is a number drawn from the logbook, so that nobody counts twice; it says nothing else.
    `made` is the month, such as "2026-11".
    """

    participant: int
    made: str
    cells: Mapping[Cell, int]


def count(logbook: Logbook, today: date) -> Counts:
    """Count a logbook; whoever was asked or met counts once, by their first request and their first talk."""
    cells: Counter[Cell] = Counter()
    asked = by_contact(
        request for request in logbook.requests.find() if request.status is not RequestStatus.DRAFT
    )
    told, prepared = _told(logbook), _prepared(logbook)
    people = {contact.id: contact for contact in logbook.contacts.find()}
    for contact_id, path in paths(logbook).items():
        cells.update(("stages", stage.value, "people") for stage in path)
        if Stage.ASKED in path:
            requests = asked.get(contact_id, [])
            answer = "answered" if Stage.ANSWERED in path else "unanswered"
            channel = (requests[0].channel.value or "mail") if requests else UNKNOWN
            cells["channel", channel, answer] += 1
            cells["circle", people[contact_id].circle.value, answer] += 1
            cells["asked_in", _month(path[Stage.ASKED]), answer] += 1
        if Stage.ANSWERED in path:
            cells["waited", _wait(path), "people"] += 1
        if Stage.MET in path:
            thanks = "thanked" if Stage.THANKED in path else "unthanked"
            cells["met_in", _month(path[Stage.MET]), thanks] += 1
            cells.update(("takeaways", takeaway, "people") for takeaway in told[contact_id])
            cells.update(("questions", question, "people") for question in prepared[contact_id])
    number = int.from_bytes(sha256(f"{FORMAT}:{logbook.uid}".encode()).digest()[:6])
    return Counts(number, _month(today), cells)


def dump(counts: Counts) -> str:
    """Write the file that is handed over; it is short enough to be read through."""
    tables: dict[str, dict[str, dict[str, int]]] = {table: defaultdict(dict) for table in MEASURES}
    for (table, row, measure), number in sorted(counts.cells.items(), key=_order):
        tables[table][row][measure] = number
    head = {
        "format": FORMAT,
        "version": VERSION,
        "participant": counts.participant,
        "made": counts.made,
    }
    parts = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    for table, rows in tables.items():
        lines = ",\n".join(f"  {json.dumps(row)}: {json.dumps(numbers)}" for row, numbers in rows.items())
        parts.append(f" {json.dumps(table)}: {{\n{lines}\n }}" if rows else f" {json.dumps(table)}: {{}}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def load(data: bytes) -> Counts:
    """Read what `dump` wrote.

    Raises:
        InputError: It is no such file, is of a newer infoview, or is not as it was written.
    """
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise InputError(sentence("errors.group.no_counts"))
    version = content.get("version")
    if type(version) is not int or version > VERSION:
        raise InputError(sentence("errors.group.newer"))
    participant, made = content.get("participant"), content.get("made")
    cells = dict(_cells(content))
    known = {*MEASURES, "format", "version", "participant", "made"}
    if version < 1 or not content.keys() <= known or type(participant) is not int:
        raise _broken()
    if not isinstance(made, str) or not _MONTH.fullmatch(made):
        raise _broken()
    return Counts(participant, made, cells)


def rows_of(table: str) -> tuple[str, ...]:
    """Name the rows that a table may have, in their order; those of months are any months."""
    known: dict[str, tuple[str, ...]] = {
        "stages": tuple(stage.value for stage in Stage),
        "channel": (*(channel.value or "mail" for channel in Channel), UNKNOWN),
        "circle": tuple(circle.value for circle in Circle),
        "asked_in": (UNKNOWN,),
        "met_in": (UNKNOWN,),
        "waited": (*(name for _, name in WAITS), UNKNOWN),
        "takeaways": tuple(takeaway.value for takeaway in Takeaway),
        "questions": tuple(question.id for question in bank()),
    }
    return known[table]


def _cells(content: Mapping[str, Any]) -> Iterator[tuple[Cell, int]]:
    for table, measures in MEASURES.items():
        rows = content.get(table)
        if not isinstance(rows, dict):
            raise _broken()
        for row, numbers in rows.items():
            in_month = table.endswith("_in") and _MONTH.fullmatch(row)
            if not (in_month or row in rows_of(table)) or not isinstance(numbers, dict):
                raise _broken()
            for measure, number in numbers.items():
                if measure not in measures or type(number) is not int or not 0 <= number <= MOST:
                    raise _broken()
                yield (table, row, measure), number


def _broken() -> InputError:
    return InputError(sentence("errors.group.broken"))


def _order(item: tuple[Cell, int]) -> tuple[object, ...]:
    table, row, measure = item[0]
    known = rows_of(table)
    place = known.index(row) if row in known else -1
    return list(MEASURES).index(table), place, row, MEASURES[table].index(measure)


def _month(day: date | None) -> str:
    """Write the month of a day; one that cannot be meant is not known."""
    text = f"{day:%Y-%m}" if day else ""
    return text if _MONTH.fullmatch(text) else UNKNOWN


def _wait(path: Path) -> str:
    start, end = path[Stage.ASKED], path[Stage.ANSWERED]
    if not start or not end or end < start:
        return UNKNOWN
    return next((name for most, name in WAITS if (end - start).days <= most), UNKNOWN)


def _held(logbook: Logbook) -> dict[int, int]:
    """Find, for each talk that took place, with whom it was."""
    return {talk.id: talk.contact_id for talk in logbook.meetings.find(status=MeetingStatus.HELD)}


def _told(logbook: Logbook) -> dict[int, set[str]]:
    """Find, by contact, which take-aways they told about."""
    held, told = _held(logbook), defaultdict[int, set[str]](set)
    for learned in logbook.learned.find():
        if learned.written and learned.meeting_id in held:
            told[held[learned.meeting_id]].add(learned.takeaway.value)
    return told


def _prepared(logbook: Logbook) -> dict[int, set[str]]:
    """Find, by contact, which questions of the bank were on the list for a talk with them."""
    known = {question.id for question in bank()}
    held, prepared = _held(logbook), defaultdict[int, set[str]](set)
    for question in logbook.questions.find():
        if question.meeting_id in held and question.bank_id in known:
            prepared[held[question.meeting_id]].add(question.bank_id)
    return prepared
