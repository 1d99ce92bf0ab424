"""The tables of conversations: what was asked, heard, promised and looked for in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from infoview.content import words
from infoview.logbook import Logbook
from infoview.progress.agreement import counted
from infoview.questions.bank import CLOSING
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUpKind
from infoview.records.meetings import Meeting, MeetingKind, MeetingStatus
from infoview.records.takeaways import Takeaway
from infoview.tables.columns import Row, Table, choice, columns, named_by

_OWN = attrgetter(
    *("place", "purpose", "research", "assumption", "sure_before", "sure_after"),
    *("focus", "surprised", "next_time", "volunteered", "quotes"),
)


def _takeaway(value: str) -> str:
    return str(words("exports")["closing"] if value == CLOSING else words("takeaways")[value]["name"])


def _met(logbook: Logbook) -> dict[int, tuple[Meeting, Contact]]:
    """Find each meeting, and with whom it was."""
    contacts = {contact.id: contact for contact in logbook.contacts.find()}
    return {meeting.id: (meeting, contacts[meeting.contact_id]) for meeting in logbook.meetings.find()}


def _meetings(logbook: Logbook) -> Iterator[Row]:
    questions: dict[int, list[str]] = defaultdict(list)
    for question in logbook.questions.find(order="position"):
        questions[question.meeting_id].append(question.text)
    thanked = {
        note.meeting_id: note.sent_on
        for note in logbook.follow_ups.find(kind=FollowUpKind.THANK_YOU)
        if note.sent_on
    }
    met = sorted(_met(logbook).values(), key=lambda pair: pair[0].on or date.min)
    for meeting, contact in met:
        when = (meeting.status.value, meeting.on, meeting.at, meeting.minutes, meeting.kind.value)
        asked = "\n".join(questions[meeting.id]) if meeting.id in questions else ""
        yield (
            *(meeting.id, meeting.contact_id, contact.name, contact.organization, *when),
            *(*_OWN(meeting), asked, thanked.get(meeting.id)),
        )


def _questions(logbook: Logbook) -> Iterator[Row]:
    met = _met(logbook)
    for question in logbook.questions.find(order="position"):
        meeting, contact = met[question.meeting_id]
        said = (question.text, question.takeaway if question.takeaway in QUESTION_TOPICS else "")
        whose = (meeting.id, contact.id, contact.name, meeting.on)
        yield (question.id, *whose, *said, bool(question.bank_id), question.starred)


def _takeaways(logbook: Logbook) -> Iterator[Row]:
    met = _met(logbook)
    for learned in logbook.learned.find():
        if learned.written:
            meeting, contact = met[learned.meeting_id]
            whose = (meeting.id, contact.id, contact.name, contact.organization, meeting.on)
            said = (learned.text, learned.opinion, learned.reaction, learned.unasked)
            yield (learned.id, *whose, learned.takeaway, *said)


def _promises(logbook: Logbook) -> Iterator[Row]:
    names = {contact.id: contact.name for contact in logbook.contacts.find()}
    met = {meeting.id: meeting.contact_id for meeting in logbook.meetings.find()}
    for promise in logbook.promises.find(order="due_on"):
        about = promise.contact_id or met.get(promise.meeting_id or 0)
        by = "me" if promise.mine else "them"
        said = (promise.text, by, names.get(about or 0, ""), promise.due_on, promise.done_on)
        yield (promise.id, about, promise.meeting_id, *said)


def _skills(logbook: Logbook) -> Iterator[Row]:
    met = _met(logbook)
    for skill in logbook.skills.find():
        meeting, contact = met[skill.meeting_id]
        said = (skill.name, contact.name, skill.evidence, skill.gap, skill.next_step)
        yield (skill.id, meeting.id, contact.id, *said)


def _directions(logbook: Logbook) -> Iterator[Row]:
    sides: dict[int, list[bool]] = defaultdict(list)
    for piece in logbook.evidence.find():
        sides[piece.direction_id].append(piece.speaks_for)
    for direction in logbook.directions.find():
        for_it = sum(sides[direction.id])
        days = (direction.added_on, direction.closed_on)
        yield direction.id, direction.name, direction.note, for_it, len(sides[direction.id]) - for_it, *days


def _evidence(logbook: Logbook) -> Iterator[Row]:
    met, names = _met(logbook), {direction.id: direction.name for direction in logbook.directions.find()}
    for piece in logbook.evidence.find():
        said_by = met[piece.meeting_id][1].name if piece.meeting_id in met else ""
        speaks = "for" if piece.speaks_for else "against"
        whose = (piece.direction_id, piece.meeting_id, names[piece.direction_id])
        yield (piece.id, *whose, speaks, piece.text, said_by)


def _themes(logbook: Logbook) -> Iterator[Row]:
    names = {direction.id: direction.name for direction in logbook.directions.find()}
    for said in counted(logbook):
        theme = said.theme
        about = (names.get(theme.direction_id or 0, ""), theme.takeaway.value, theme.text)
        yield (theme.id, theme.direction_id, *about, said.count.agree, said.count.differ)


def _reading(logbook: Logbook) -> Iterator[Row]:
    names = {contact.id: contact.name for contact in logbook.contacts.find()}
    for found in logbook.findings.find():
        said = (found.organization, found.text, found.source, found.found_on, found.puzzling)
        yield (found.id, found.contact_id, names[found.contact_id], *said)


QUESTION_TOPICS = (*(takeaway.value for takeaway in Takeaway), CLOSING)
MEETINGS = Table(
    "meetings",
    columns(
        "id contact_id:id name organization status on:day at minutes:number kind place purpose research "
        "assumption sure_before:number sure_after:number focus:number surprised next_time volunteered "
        "quotes questions thanked_on:day",
        status=choice("status", MeetingStatus, named_by("meeting_status")),
        kind=choice("kind", MeetingKind, named_by("meeting_kind")),
    ),
    _meetings,
)
QUESTIONS = Table(
    "questions",
    columns(
        "id meeting_id:id contact_id:id name on:day text takeaway from_bank:yes starred:yes",
        takeaway=choice("takeaway", QUESTION_TOPICS, _takeaway),
    ),
    _questions,
)
TAKEAWAYS = Table(
    "takeaways",
    columns(
        "id meeting_id:id contact_id:id name organization on:day takeaway text opinion reaction unasked:yes",
        takeaway=choice("takeaway", Takeaway, _takeaway),
    ),
    _takeaways,
)
PROMISES = Table(
    "promises",
    columns(
        "id contact_id:id meeting_id:id text by name due_on:day done_on:day",
        by=choice("by", ("me", "them"), lambda value: str(words("exports")[value])),
    ),
    _promises,
)
SKILLS = Table(
    "skills", columns("id meeting_id:id contact_id:id name asked_by evidence gap next_step"), _skills
)
DIRECTIONS = Table(
    "directions",
    columns("id name note speaks_for:number speaks_against:number added_on:day closed_on:day"),
    _directions,
)
EVIDENCE = Table(
    "evidence",
    columns(
        "id direction_id:id meeting_id:id direction speaks text said_by",
        speaks=choice("speaks", ("for", "against"), lambda value: str(words("exports")[value])),
    ),
    _evidence,
)
THEMES = Table(
    "themes",
    columns(
        "id direction_id:id direction takeaway text agree:number differ:number",
        takeaway=choice("takeaway", Takeaway, _takeaway),
    ),
    _themes,
)
READING = Table(
    "reading",
    columns("id contact_id:id name organization text source found_on:day puzzling:yes"),
    _reading,
)
