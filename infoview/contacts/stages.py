"""Stages: the way from a request to staying in touch, and how far one has come on it with a contact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUpKind
from infoview.records.meetings import MeetingStatus
from infoview.records.requests import RequestStatus


class Stage(StrEnum):
    """What happens with one contact after the other, when all goes well."""

    ASKED = "asked"
    AGREED = "agreed"
    MET = "met"
    THANKED = "thanked"
    IN_TOUCH = "in_touch"


@dataclass(frozen=True, slots=True)
class Reached:
    """A stage, whether it lies behind, and the first day it was reached, where one is noted."""

    stage: Stage
    done: bool
    on: date | None = None


def stages(logbook: Logbook, contact: Contact) -> tuple[Reached, ...]:
    """Tell how far one has come with a contact; what was skipped on the way there counts as done."""
    found = _days(logbook, contact)
    last = max((place for place, stage in enumerate(Stage) if stage in found), default=-1)
    return tuple(Reached(stage, place <= last, found.get(stage)) for place, stage in enumerate(Stage))


def _days(logbook: Logbook, contact: Contact) -> dict[Stage, date | None]:
    """Find the stages that left a trace, each with its first day."""
    requests = [request for request in logbook.requests.find(contact_id=contact.id) if request.sent_on]
    meetings = [
        meeting
        for meeting in logbook.meetings.find(contact_id=contact.id)
        if meeting.status is not MeetingStatus.CANCELLED
    ]
    letters = [letter for letter in logbook.follow_ups.find(contact_id=contact.id) if letter.sent_on]
    held = [meeting.on for meeting in meetings if meeting.status is MeetingStatus.HELD]
    traces: dict[Stage, list[date | None]] = {
        Stage.ASKED: [request.sent_on for request in requests],
        Stage.AGREED: [
            request.answered_on for request in requests if request.status is RequestStatus.ACCEPTED
        ],
        Stage.MET: held,
        Stage.THANKED: [letter.sent_on for letter in letters if letter.kind is FollowUpKind.THANK_YOU],
        Stage.IN_TOUCH: [letter.sent_on for letter in letters if letter.kind is FollowUpKind.UPDATE and held],
    }
    if meetings and not traces[Stage.AGREED]:
        traces[Stage.AGREED] = [None]
    return {stage: _first(days) for stage, days in traces.items() if days}


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day), default=None)
