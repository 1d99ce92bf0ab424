"""Weighing directions: what speaks for and against each, what is open, and whom to talk with next.

The words are in `content/progress.toml`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from infoview.contacts.status import ContactStatus, standings
from infoview.content import words
from infoview.dates.day_words import day_in_words
from infoview.duplicates import fold, house
from infoview.logbook import Logbook
from infoview.progress.synthesis import Talk, filled, people, talks
from infoview.records.contacts import Contact
from infoview.records.directions import Direction, Evidence
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.research import Finding
from infoview.records.takeaways import Takeaway
from infoview.records.themes import ENOUGH

NEXT = 2
"""How many conversations are proposed."""
VERY = 3
"""The interest of a contact whose work interests me very much."""
_LONG_ENOUGH = 4
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Remark:
    """One piece of evidence, and who said so; nobody where the person read or thought it themselves."""

    evidence: Evidence
    name: str


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the person was of a guess around one conversation, 0 to 10; None is not said."""

    on: date | None
    name: str
    guess: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Someone to talk with next, why it would settle something, and where things stand with them."""

    contact: Contact
    reasons: tuple[str, ...]
    points: int
    status: ContactStatus


@dataclass(frozen=True, slots=True)
class Weighed:
    """All that is known about one direction.

    `met` are the people talked with about it, and those who said something for or against it in another
    conversation; `missing` how many more are needed before it is enough (three a job area), `untold` the
    take-aways nobody has said anything about, `puzzles` what the person read about those people and their
    places and has not understood yet.
    """

    direction: Direction
    met: tuple[Contact, ...]
    missing: int
    speak_for: tuple[Remark, ...]
    speak_against: tuple[Remark, ...]
    sureness: tuple[Sureness, ...]
    untold: tuple[Takeaway, ...]
    puzzles: tuple[str, ...]
    proposals: tuple[Proposal, ...]


def weigh(logbook: Logbook, today: date) -> tuple[Weighed, ...]:
    """Weigh every direction that is open, in the order in which they came up; each shelf is read once."""
    conversations = talks(logbook)
    names = {talk.meeting.id: talk.contact.name for talk in conversations}
    remarks = [Remark(piece, names.get(piece.meeting_id or 0, "")) for piece in logbook.evidence.find()]
    field = _Field.of(logbook, today)
    return tuple(
        _weighed(direction, conversations, remarks, field)
        for direction in logbook.directions.find(closed_on=None)
    )


def _weighed(
    direction: Direction, conversations: Sequence[Talk], remarks: Iterable[Remark], field: _Field
) -> Weighed:
    mine = [remark for remark in remarks if remark.evidence.direction_id == direction.id]
    said_by = {remark.evidence.meeting_id for remark in mine}
    about = [talk for talk in conversations if talk.direction_id == direction.id]
    met = people(
        talk for talk in conversations if talk.direction_id == direction.id or talk.meeting.id in said_by
    )
    told = filled(about)
    return Weighed(
        direction,
        met,
        missing=max(0, ENOUGH - len(met)),
        speak_for=tuple(remark for remark in mine if remark.evidence.speaks_for),
        speak_against=tuple(remark for remark in mine if not remark.evidence.speaks_for),
        sureness=tuple(sureness(about)),
        untold=tuple(takeaway for takeaway in Takeaway if takeaway not in told),
        puzzles=tuple(
            dict.fromkeys(puzzle.text for puzzle in field.puzzles if _concerns(puzzle, direction, field))
        ),
        proposals=propose(direction, met, field),
    )


def sureness(conversations: Iterable[Talk]) -> list[Sureness]:
    """Tell how sure the person was around each conversation, the earliest first."""
    said = [
        Sureness(meeting.on, talk.contact.name, meeting.assumption, meeting.sure_before, meeting.sure_after)
        for talk in conversations
        for meeting in [talk.meeting]
        if meeting.sure_before is not None or meeting.sure_after is not None
    ]
    return sorted(said, key=lambda saying: saying.on or date.min)


@dataclass(frozen=True, slots=True)
class _Field:
    """Who could still be talked with, and what opens the door to them."""

    contacts: Sequence[Contact]
    status: Mapping[int, ContactStatus]
    planned: Mapping[int, Meeting]
    introducers: Mapping[int, str]
    """By contact, who gave their name and may be named."""
    puzzles: Sequence[Finding]
    """What was found out beforehand and not understood yet."""
    directions: Mapping[int, set[int]]
    """By contact, the directions they or the conversations with them are about."""

    @classmethod
    def of(cls, logbook: Logbook, today: date) -> _Field:
        """Look at a logbook: everyone not met yet who did not say no and is not left to rest."""
        closed = {ContactStatus.DECLINED, ContactStatus.RESTING}
        met = {meeting.contact_id for meeting in logbook.meetings.find(status=MeetingStatus.HELD)}
        status = standings(logbook)
        everyone = {contact.id: contact for contact in logbook.contacts.find()}
        return cls(
            status=status,
            contacts=[
                contact
                for contact in everyone.values()
                if contact.id not in met and status[contact.id] not in closed
            ],
            planned={
                meeting.contact_id: meeting
                for meeting in logbook.meetings.find(status=MeetingStatus.PLANNED)
                if meeting.on is None or meeting.on >= today
            },
            introducers={
                given.contact_id: everyone[given.introducer_id].name
                for given in logbook.introductions.find()
                if given.may_use_name
            },
            puzzles=logbook.findings.find(puzzling=True),
            directions=_directions(logbook),
        )


def _directions(logbook: Logbook) -> Mapping[int, set[int]]:
    """Put together, by contact, the directions they stand for and those of the conversations with them."""
    about: dict[int, set[int]] = defaultdict(set)
    pairs = [(contact.id, contact.direction_id) for contact in logbook.contacts.find()]
    pairs += [(meeting.contact_id, meeting.direction_id) for meeting in logbook.meetings.find()]
    for contact_id, direction_id in pairs:
        if direction_id:
            about[contact_id].add(direction_id)
    return about


def _concerns(finding: Finding, direction: Direction, field: _Field) -> bool:
    return direction.id in field.directions.get(finding.contact_id, ())


def propose(direction: Direction, met: Sequence[Contact], field: _Field) -> tuple[Proposal, ...]:
    """Propose whom to talk with next about a direction: those whose answer would add most, two at most.

    Whoever stands for this kind of work, or whose title or place names it, can say something about it. A
    place nobody has told about yet adds most; a date that is made, a name that may be used and the person's
    own interest make it likely to come about.
    """
    houses = {house(person.organization) for person in met if person.organization}
    found = [_proposal(direction, contact, houses, field) for contact in field.contacts]
    fitting = [proposal for proposal in found if proposal]
    return tuple(sorted(fitting, key=lambda proposal: (-proposal.points, fold(proposal.contact.name)))[:NEXT])


def _proposal(direction: Direction, contact: Contact, houses: set[str], field: _Field) -> Proposal | None:
    said = words("progress")["proposals"]
    if contact.direction_id not in {None, direction.id} or not fits(direction, contact):
        return None
    planned, place = field.planned.get(contact.id), contact.organization.strip()
    counted: list[tuple[int, str]] = []
    if contact.direction_id == direction.id:
        counted.append((2, said["chosen"]))
    if planned:
        day = day_in_words(planned.on) if planned.on else ""
        counted.append((3, said["agreed"].format(day=day) if day else said["agreed_no_day"]))
    if place and house(place) not in houses:
        counted.append((3, said["new_place"].format(place=place)))
    if contact.id in field.introducers:
        counted.append((2, said["introduced"].format(name=field.introducers[contact.id])))
    if contact.interest == VERY:
        counted.append((1, said["curious"]))
    reasons = tuple(reason for _, reason in counted) or (said["fits"],)
    return Proposal(contact, reasons, sum(points for points, _ in counted), field.status[contact.id])


def fits(direction: Direction, contact: Contact) -> bool:
    """Tell whether someone can say something about a direction: chosen for it, or named in its words."""
    if contact.direction_id == direction.id:
        return True
    return bool(_telling(direction.name) & _telling(f"{contact.title} {contact.organization}"))


@lru_cache(maxsize=4096)
def _telling(text: str) -> frozenset[str]:
    """The words of a text that tell something: not the short ones, nor those that fit any work."""
    every = {word for word in _WORD.findall(fold(text)) if len(word) >= _LONG_ENOUGH}
    return frozenset(every - set(words("progress")["telling_nothing"]))
