"""The report: a whole logbook as one page to read or print, which needs nothing from anywhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from infoview.contacts.status import standings, status_name
from infoview.content import words
from infoview.exporters.paper import fill
from infoview.logbook import Logbook, first_meetings
from infoview.progress.blind_spots import blind_spots
from infoview.progress.skills_match import wanted
from infoview.progress.synthesis import Talk, filled, people, talks
from infoview.progress.weighing import sureness
from infoview.records.contacts import Contact
from infoview.records.debriefs import Learned, Promise
from infoview.records.directions import Direction, Skill
from infoview.records.followups import FollowUp
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus
from infoview.records.requests import Request
from infoview.records.research import Finding
from infoview.records.takeaways import Takeaway
from infoview.records.themes import Count, Theme, count

People = Mapping[int, Contact]


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation with what was asked, learned and heard in it."""

    meeting: Meeting
    contact: Contact
    findings: tuple[Finding, ...]
    questions: tuple[MeetingQuestion, ...]
    learned: tuple[Learned, ...]
    skills: tuple[Skill, ...]
    names: tuple[Contact, ...]
    """Whose names they gave."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one conversation says for or against a direction; `contact` is None where I found it myself."""

    text: str
    contact: Contact | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A direction with what speaks for and against it."""

    direction: Direction
    speaks_for: tuple[Voice, ...]
    speaks_against: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """A statement, what the voices on it are worth, and who said so and who did not."""

    theme: Theme
    count: Count
    agree: tuple[Contact, ...]
    differ: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Someone I talked with, and the take-aways they told me something about."""

    contact: Contact
    takeaways: frozenset[Takeaway]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the logbook, where things stand with them, and who gave me their name."""

    contact: Contact
    standing: str
    introduced_by: tuple[Contact, ...]


def page(logbook: Logbook, today: date, note: str = "") -> str:
    """Write everything a person recorded, but the imported pool, as one HTML page.

    Args:
        logbook: The whole logbook, or a copy of it that was made for others.
        today: The day of the page.
        note: A sentence that stands at its top.
    """
    contacts = {contact.id: contact for contact in logbook.contacts.find(order="name")}
    held = tuple(reversed(talks(logbook)))
    return fill(
        "report",
        note=note,
        today=today,
        profile=logbook.profile,
        goal=_goal_in_words(logbook),
        directions=tuple(_directions(logbook, contacts)),
        themes=tuple(_themes(logbook, contacts)),
        takeaways={takeaway: words("takeaways")[takeaway.value]["short"] for takeaway in Takeaway},
        matrix=tuple(_matrix(held)),
        blind_spots=blind_spots(held, logbook.directions.find(closed_on=None), logbook.evidence.find()),
        wanted=wanted(logbook.skills.find(), held),
        sureness=sureness(held),
        conversations=tuple(conversations(logbook)),
        promises=tuple(_promises(logbook, contacts)),
        people=tuple(_people(logbook, contacts)),
        letters=tuple(_letters(logbook, contacts)),
    )


def conversations(logbook: Logbook) -> Iterator[Conversation]:
    """Find every conversation that did not fall through, the first one first."""
    for meeting in logbook.meetings.find(order="on"):
        if meeting.status is not MeetingStatus.CANCELLED:
            yield _conversation(logbook, meeting)


def _conversation(logbook: Logbook, meeting: Meeting) -> Conversation:
    learned = {note.takeaway: note for note in logbook.learned.find(meeting_id=meeting.id) if note.written}
    led = logbook.introductions.find(meeting_id=meeting.id)
    return Conversation(
        meeting,
        logbook.contacts.get(meeting.contact_id),
        logbook.findings.find(contact_id=meeting.contact_id, puzzling=False),
        logbook.questions.find(order="position", meeting_id=meeting.id),
        tuple(learned[takeaway] for takeaway in Takeaway if takeaway in learned),
        logbook.skills.find(meeting_id=meeting.id),
        tuple(logbook.contacts.get(introduction.contact_id) for introduction in led),
    )


def _goal_in_words(logbook: Logbook) -> str:
    content, goal = words("exports")["report"], logbook.goal
    met = len(first_meetings(logbook))
    said = content["goal_one" if goal.per_month == 1 else "goal"].format(number=goal.per_month)
    return f"{said} {content['met_one' if met == 1 else 'met'].format(number=met)}"


def _directions(logbook: Logbook, people: People) -> Iterator[Weighed]:
    met = {meeting.id: meeting.contact_id for meeting in logbook.meetings.find()}

    def voices(direction: Direction, *, speaks_for: bool) -> tuple[Voice, ...]:
        found = logbook.evidence.find(direction_id=direction.id, speaks_for=speaks_for)
        return tuple(Voice(told.text, people.get(met.get(told.meeting_id or 0, 0))) for told in found)

    for way in logbook.directions.find():
        yield Weighed(way, voices(way, speaks_for=True), voices(way, speaks_for=False))


def _themes(logbook: Logbook, people: People) -> Iterator[Agreed]:
    met = {meeting.id: meeting.contact_id for meeting in logbook.meetings.find(order="on")}
    for theme in logbook.themes.find():
        said = {voice.meeting_id: voice.agrees for voice in logbook.voices.find(theme_id=theme.id)}
        voices = [(met[meeting], said[meeting]) for meeting in met if meeting in said]
        last = dict(voices)
        agree = tuple(people[one] for one, agrees in last.items() if agrees)
        differ = tuple(people[one] for one, agrees in last.items() if not agrees)
        yield Agreed(theme, count(voices), agree, differ)


def _matrix(held: Sequence[Talk]) -> Iterator[Told]:
    """Put together what each person told, in one conversation or several, in the order they were met."""
    told: dict[int, list[Talk]] = defaultdict(list)
    for talk in held:
        told[talk.contact.id].append(talk)
    for contact in people(held):
        yield Told(contact, filled(told[contact.id]))


def _people(logbook: Logbook, people: People) -> Iterator[Person]:
    standing = standings(logbook)
    led: dict[int, list[Contact]] = {}
    for introduction in logbook.introductions.find():
        led.setdefault(introduction.contact_id, []).append(people[introduction.introducer_id])
    for contact in people.values():
        yield Person(contact, status_name(standing[contact.id]), tuple(led.get(contact.id, ())))


def _letters(logbook: Logbook, people: People) -> Iterator[tuple[Request | FollowUp, Contact]]:
    """Find every message that has words, in the order they were sent; those not sent yet come last."""
    letters: list[Request | FollowUp] = [*logbook.requests.find(), *logbook.follow_ups.find()]
    for letter in sorted(letters, key=lambda written: written.sent_on or date.max):
        if letter.written:
            yield letter, people[letter.contact_id]


def _promises(logbook: Logbook, people: People) -> Iterator[tuple[Promise, Contact | None]]:
    """Find every promise with whom it is about: the contact it names, or whom the conversation was with."""
    met = {meeting.id: meeting.contact_id for meeting in logbook.meetings.find()}
    for promise in logbook.promises.find(order="due_on"):
        yield promise, people.get(promise.contact_id or met.get(promise.meeting_id or 0, 0))
