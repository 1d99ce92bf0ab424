"""The sample logbook: invented people, far enough along that every page has something to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from infoview.business_days import is_business_day
from infoview.contacts import Circle, Contact, ContactImport, PoolPerson
from infoview.content import words
from infoview.debriefs import Learned, Promise
from infoview.followups import FollowUp, FollowUpKind
from infoview.introductions import Introduction
from infoview.logbook import Logbook
from infoview.meetings import Meeting, MeetingKind, MeetingQuestion, MeetingStatus, Tick
from infoview.questions import bank
from infoview.requests import Request, RequestStatus
from infoview.research import Finding, Topic
from infoview.takeaways import Takeaway

Entry = Mapping[str, Any]
_NOT_FIELDS = frozenset(
    {
        "key", "contact", "meeting", "added", "given", "sent", "answered", "ask_again", "due", "done", "on",
        "bank", "star", "own", "ticks", "learned", "found",
    }
)  # fmt: skip


def write(logbook: Logbook, today: date) -> None:
    """Write the sample into an empty logbook, as one change; every day in it is counted from `today`."""
    with logbook.change():
        _Writer(logbook, today).write(words("demo"))


class _Writer:
    """Puts one sample on the shelves; keys of the content file become ids on the way."""

    def __init__(self, logbook: Logbook, today: date) -> None:
        self._logbook = logbook
        self._today = today
        self._contacts: dict[str, int] = {}
        self._meetings: dict[str, int] = {}

    def write(self, sample: Entry) -> None:
        self._logbook.change_profile(**sample["profile"])
        self._logbook.change_goal(**sample["goal"])
        for entry in sample["contact"]:
            self._contact(entry)
        for entry in sample["finding"]:
            self._finding(entry)
        for entry in sample["meeting"]:
            self._meeting(entry)
        for entry in sample["introduction"]:
            self._introduction(entry)
        for entry in sample["request"]:
            self._request(entry)
        for entry in sample["promise"]:
            self._promise(entry)
        for entry in sample["follow_up"]:
            self._follow_up(entry)
        self._pool(sample["pool"], sample["contact"])
        self._logbook.remember("contact", str(self._contacts[sample["opens_with"]["contact"]]))
        self._logbook.remember("step", sample["opens_with"]["step"])

    def _contact(self, entry: Entry) -> None:
        fields = _fields(entry) | {"circle": Circle(entry["circle"])}
        contact = self._logbook.contacts.add(Contact(**fields, added_on=self._day(entry, "added")))
        self._contacts[entry["key"]] = contact.id

    def _meeting(self, entry: Entry) -> None:
        fields = _fields(entry) | {
            "contact_id": self._contacts[entry["contact"]],
            "status": MeetingStatus(entry["status"]),
            "kind": MeetingKind(entry["kind"]),
        }
        number = self._logbook.meetings.add(Meeting(**fields, on=self._day(entry, "on"))).id
        self._meetings[entry["key"]] = number
        puzzles = {one.text: one.id for one in self._logbook.findings.find(puzzling=True)}
        self._logbook.questions.add_all(_questions(number, entry, puzzles))
        self._logbook.ticks.add_all(Tick(number, item) for item in entry["ticks"])
        self._logbook.learned.add_all(
            Learned(number, Takeaway(takeaway), text) for takeaway, text in entry.get("learned", {}).items()
        )

    def _finding(self, entry: Entry) -> None:
        contact = self._logbook.contacts.get(self._contacts[entry["contact"]])
        fields = _fields(entry) | {"contact_id": contact.id, "about": Topic(entry["about"])}
        self._logbook.findings.add(
            Finding(**fields, organization=contact.organization, found_on=self._day(entry, "found"))
        )

    def _introduction(self, entry: Entry) -> None:
        self._logbook.introductions.add(
            Introduction(
                introducer_id=self._contacts[entry["from"]],
                contact_id=self._contacts[entry["to"]],
                given_on=self._day(entry, "given"),
                meeting_id=self._meetings.get(entry.get("meeting", "")),
                may_use_name=entry["may_use_name"],
            )
        )

    def _request(self, entry: Entry) -> None:
        fields = _fields(entry) | {
            "contact_id": self._contacts[entry["contact"]],
            "status": RequestStatus(entry["status"]),
        }
        self._logbook.requests.add(
            Request(
                **fields,
                sent_on=self._day(entry, "sent"),
                answered_on=self._day(entry, "answered"),
                ask_again_on=self._day(entry, "ask_again"),
            )
        )

    def _promise(self, entry: Entry) -> None:
        self._logbook.promises.add(
            Promise(
                **_fields(entry),
                contact_id=self._contacts.get(entry.get("contact", "")),
                meeting_id=self._meetings.get(entry.get("meeting", "")),
                due_on=self._day(entry, "due"),
                done_on=self._day(entry, "done"),
            )
        )

    def _follow_up(self, entry: Entry) -> None:
        fields = _fields(entry) | {
            "contact_id": self._contacts[entry["contact"]],
            "kind": FollowUpKind(entry["kind"]),
            "meeting_id": self._meetings.get(entry.get("meeting", "")),
        }
        self._logbook.follow_ups.add(
            FollowUp(**fields, due_on=self._day(entry, "due"), sent_on=self._day(entry, "sent"))
        )

    def _pool(self, pool: Entry, contacts: list[Entry]) -> None:
        picked = [contact for contact in contacts if contact["key"] in pool["picked"]]
        lines = [[c["name"], c["title"], c["organization"], c["location"], c["added"] - 90] for c in picked]
        lines += pool["people"]
        owners = [self._contacts[contact["key"]] for contact in picked] + [None] * len(pool["people"])
        record = ContactImport(
            file_name=pool["file_name"],
            format=pool["format"],
            imported_on=self._counted(pool["imported"]),
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
                    connected_on=self._counted(day),
                    contact_id=owner,
                )
                for row, ((name, title, organization, location, day), owner) in enumerate(
                    zip(lines, owners, strict=True), start=1
                )
            ),
        )

    def _day(self, entry: Entry, name: str) -> date | None:
        return self._counted(entry[name]) if name in entry else None

    def _counted(self, days: int) -> date:
        """Find the day so many days from today; on a weekend the working day before (past) or after."""
        day = self._today + timedelta(days=days)
        while days and not is_business_day(day):
            day += timedelta(days=1 if days > 0 else -1)
        return day


def _fields(entry: Entry) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name not in _NOT_FIELDS}


def _questions(meeting_id: int, entry: Entry, puzzles: Mapping[str, int]) -> list[MeetingQuestion]:
    """Make a meeting's list: from the bank first, then the person's own."""
    by_id = {question.id: question for question in bank()}
    chosen = [
        MeetingQuestion(
            meeting_id, by_id[name].text, by_id[name].takeaway, bank_id=name, starred=name in entry["star"]
        )
        for name in entry["bank"]
    ]
    own = [
        MeetingQuestion(
            meeting_id,
            question["text"],
            question["takeaway"],
            starred=question["starred"],
            finding_id=puzzles.get(question.get("puzzle", "")),
        )
        for question in entry["own"]
    ]
    return [replace(question, position=position) for position, question in enumerate(chosen + own, start=1)]
