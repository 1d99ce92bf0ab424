"""The funnel: how many people came how far, what became of the others, and how long each step took.

It counts people, not messages, and leaves nobody out: silence and a no are part of the arithmetic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

from infoview.contacts.status import by_contact
from infoview.logbook import Logbook
from infoview.records.followups import FollowUpKind
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import ANSWERED, Request, RequestStatus


class Stage(StrEnum):
    """How far things came with someone; whoever is at one has been at those before it, up to `MET`."""

    LISTED = "listed"
    ASKED = "asked"
    ANSWERED = "answered"
    AGREED = "agreed"
    MET = "met"
    THANKED = "thanked"
    NAMED = "named"
    """After we met, or because we did, they led me to somebody else."""


class Outcome(StrEnum):
    """What became of those who were asked and whom no meeting came of, so far."""

    WAITING = "waiting"
    LATER = "later"
    DECLINED = "declined"
    NO_REPLY = "no_reply"
    FELL_THROUGH = "fell_through"
    """They said yes, and no meeting is planned."""


OUTCOMES = {
    RequestStatus.SENT: Outcome.WAITING,
    RequestStatus.LATER: Outcome.LATER,
    RequestStatus.DECLINED: Outcome.DECLINED,
    RequestStatus.NO_REPLY: Outcome.NO_REPLY,
    RequestStatus.ACCEPTED: Outcome.FELL_THROUGH,
}
SPANS = (
    (Stage.LISTED, Stage.ASKED),
    (Stage.ASKED, Stage.ANSWERED),
    (Stage.AGREED, Stage.MET),
    (Stage.ASKED, Stage.MET),
    (Stage.MET, Stage.THANKED),
)
"""The times worth knowing: how long I put off asking, what an answer takes, from a yes and from asking until
one meets, and how soon thanks went out."""

Path = Mapping[Stage, date | None]
"""The stages someone came to, each with its day where it is known."""


@dataclass(frozen=True, slots=True)
class Span:
    """How many days a step took: in the middle, at least and at most, and for how many people it is known."""

    people: int
    middle: float
    shortest: int
    longest: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """People at each stage, what became of those asked and not met, and the time between stages.

    `unasked` are those among the people met to whom no request went out.
    """

    people: Mapping[Stage, int]
    others: Mapping[Outcome, int]
    spans: Mapping[tuple[Stage, Stage], Span]
    unasked: int


def funnel(logbook: Logbook) -> Funnel:
    """Count everyone in a logbook."""
    last = {
        request.contact_id: request.status
        for request in logbook.requests.find()
        if request.status is not RequestStatus.DRAFT
    }
    meeting = {talk.contact_id for talk in logbook.meetings.find() if _not_off(talk)}
    others = [OUTCOMES[status] for contact_id, status in last.items() if contact_id not in meeting]
    return count(paths(logbook).values(), others)


def paths(logbook: Logbook) -> dict[int, Path]:
    """Follow every contact, by id."""
    requests = by_contact(
        request for request in logbook.requests.find() if request.status is not RequestStatus.DRAFT
    )
    meetings = by_contact(talk for talk in logbook.meetings.find() if _not_off(talk))
    notes = logbook.follow_ups.find(kind=FollowUpKind.THANK_YOU, order="sent_on")
    thanked = {note.contact_id: note.sent_on for note in reversed(notes) if note.sent_on}
    named = {given.introducer_id: given.given_on for given in logbook.introductions.find()}
    return {
        contact.id: path(
            contact.added_on, requests.get(contact.id, []), meetings.get(contact.id, []), thanked, named
        )
        for contact in logbook.contacts.find()
    }


def _not_off(meeting: Meeting) -> bool:
    return meeting.status is not MeetingStatus.CANCELLED


def path(
    listed_on: date | None,
    asked: Iterable[Request],
    meetings: Iterable[Meeting],
    thanked: Mapping[int, date | None],
    named: Mapping[int, date | None],
) -> Path:
    """Follow one contact: their requests that went out and their meetings that did not fall through.

    `thanked` and `named` hold, by contact, the day of a thank-you note and of a name they gave.
    """
    asked, meetings = tuple(asked), tuple(meetings)
    answered = [request for request in asked if request.status in ANSWERED]
    agreed = [request for request in asked if request.status is RequestStatus.ACCEPTED]
    held = [
        meeting for meeting in meetings if meeting.status is MeetingStatus.HELD and not meeting.is_by_mail
    ]
    met = held[0].contact_id if held else 0
    stages: dict[Stage, tuple[object, Iterable[date | None]]] = {
        Stage.LISTED: (True, [listed_on]),
        Stage.ASKED: (asked or meetings, [request.sent_on for request in asked]),
        Stage.ANSWERED: (answered or meetings, [request.answered_on for request in answered]),
        Stage.AGREED: (agreed or meetings, [request.answered_on for request in agreed]),
        Stage.MET: (held, [meeting.on for meeting in held]),
        Stage.THANKED: (met in thanked, [thanked.get(met)]),
        Stage.NAMED: (met in named, [named.get(met)]),
    }
    return {stage: _first(days) for stage, (came, days) in stages.items() if came}


def count(paths: Iterable[Path], others: Iterable[Outcome] = ()) -> Funnel:
    """Count paths, and the outcomes of those who were asked and not met."""
    paths = tuple(paths)
    spans = {(start, end): _span(paths, start, end) for start, end in SPANS}
    return Funnel(
        people={stage: sum(stage in path for path in paths) for stage in Stage},
        others=Counter(others),
        unasked=sum(Stage.MET in path and path[Stage.ASKED] is None for path in paths),
        spans={between: span for between, span in spans.items() if span},
    )


def _span(paths: Iterable[Path], start: Stage, end: Stage) -> Span | None:
    """Measure a step; a day before the step began is a slip of the pen and is left out."""
    known = ((path.get(start), path.get(end)) for path in paths)
    days = [(last - first).days for first, last in known if first and last and last >= first]
    return Span(len(days), median(days), min(days), max(days)) if days else None


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day), default=None)
