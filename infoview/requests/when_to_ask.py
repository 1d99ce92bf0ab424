"""Asking: when a request goes out, when to wait, whom to ask next, and when to ask the same person again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from infoview.contacts.asking_order import Turn, asking_order
from infoview.content import sentence, words
from infoview.dates.day_words import day_seen_from
from infoview.duplicates import house
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.meetings import MeetingStatus
from infoview.records.requests import Channel, Request, RequestStatus
from infoview.requests.waiting import Plan, PlanStep, Sent, plan_of, sent_so_far, steps
from infoview.workflow.requests import begun, move_request, request_for

MOST_A_DAY = 5
"""New requests a day that one can still answer within a day, and that are not yet a mailing."""


class BrakeKind(StrEnum):
    """Why it is better to wait with one more request."""

    TOO_MANY = "too_many"
    """Five have gone out today."""
    SAME_TEAM = "same_team"
    """Somebody at the same place has been asked and has not answered."""


@dataclass(frozen=True, slots=True)
class Brake:
    """A reason to wait; `name` is the person who was asked at the same place, and `count` how many today."""

    kind: BrakeKind
    name: str = ""
    count: int = 0


def brake(logbook: Logbook, contact: Contact, today: date) -> Brake | None:
    """Find a reason to wait before one more request goes to a contact; it holds nobody back by force."""
    others = [
        request for request in logbook.requests.find() if request.contact_id != contact.id and request.sent_on
    ]
    count = sum(other.sent_on == today for other in others)
    if count >= MOST_A_DAY:
        return Brake(BrakeKind.TOO_MANY, count=count)
    place = house(contact.organization)
    for request in others if place else ():
        asked = logbook.contacts.get(request.contact_id)
        waiting = request.status is RequestStatus.SENT and house(asked.organization) == place
        if waiting and not _time_for_another(logbook, request, today):
            return Brake(BrakeKind.SAME_TEAM, name=asked.name)
    return None


def _time_for_another(logbook: Logbook, request: Request, today: date) -> bool:
    """Tell whether the plan is to try somebody else at the same place, and its day has come."""
    sent = on_its_way(logbook, request)
    return sent is not None and any(
        step is PlanStep.SOMEONE_ELSE and day <= today for step, day in steps(plan_of(logbook), sent)
    )


def on_its_way(logbook: Logbook, request: Request) -> Sent | None:
    """Gather when a request was sent and what followed; None for one that was not."""
    if request.sent_on is None:
        return None
    follow_ups = logbook.follow_ups.find(contact_id=request.contact_id)
    return sent_so_far(request, request.sent_on, follow_ups)


def what_follows(logbook: Logbook, request: Request) -> tuple[Plan, Sent, tuple[tuple[PlanStep, date], ...]]:
    """Lay out what the person's plan holds for a request that was sent.

    Raises:
        InputError: It was not sent yet.
    """
    plan, sent = plan_of(logbook), on_its_way(logbook, request)
    if sent is None:
        raise InputError(sentence("errors.request.not_sent"))
    return plan, sent, tuple(steps(plan, sent))


def mark_sent(
    logbook: Logbook, contact_id: int, now: datetime, channel: Channel, sent_on: date | None = None
) -> Request:
    """Note that a request was sent, now or on an earlier day; one made in words alone begins here.

    Raises:
        InputError: The day is still ahead, or the request was marked already.
    """
    day = sent_on or now.date()
    if day > now.date():
        raise InputError(sentence("errors.request.ahead"), "sent_on")
    request = request_for(logbook, contact_id)
    if request is None:
        request = logbook.requests.add(begun(logbook, logbook.contacts.get(contact_id)))
    moved = move_request(logbook, request, RequestStatus.SENT, day)
    at = f"{now:%H:%M}" if day == now.date() else ""
    return logbook.requests.change(moved.id, channel=channel, sent_on=day, sent_at=at)


def next_to_ask(logbook: Logbook, after: Contact, today: date, *, same_place: bool = False) -> Turn | None:
    """Find who comes next in the asking order, perhaps among those at the same place only."""
    place = house(after.organization)
    for turn in asking_order(logbook, today):
        there = house(turn.contact.organization) == place
        if turn.contact.id != after.id and (not same_place or (place and there)):
            return turn
    return None


def why_not_again(logbook: Logbook, request: Request, today: date) -> str:
    """Say why no second request can be begun to the same person yet; "" when it can.

    Nobody who said no is asked twice; who said "later" is asked again when the time they named has come.
    """
    said, name = words("requests")["not_again"], logbook.contacts.get(request.contact_id).name
    planned = logbook.meetings.first(contact_id=request.contact_id, status=MeetingStatus.PLANNED)
    until = request.ask_again_on
    match request.status:
        case RequestStatus.LATER if until and until > today:
            return str(said["later"].format(name=name, day=day_seen_from(today, until)))
        case RequestStatus.ACCEPTED if planned:
            return str(said["planned"].format(name=name))
        case RequestStatus.LATER | RequestStatus.ACCEPTED:
            return ""
        case status:
            return str(said[status.value].format(name=name))


def begin_again(logbook: Logbook, contact_id: int, today: date) -> Request:
    """Begin a second request to a contact; what I said of myself is carried over, the rest is to be written.

    Raises:
        InputError: It is not time for one; the sentence says why.
    """
    last = request_for(logbook, contact_id)
    fresh = begun(logbook, logbook.contacts.get(contact_id))
    if last is None:
        return logbook.requests.add(fresh)
    reason = why_not_again(logbook, last, today)
    if reason:
        raise InputError(reason)
    carried = {key: getattr(last, key) or getattr(fresh, key) for key in ("subject", "greeting", "closing")}
    return logbook.requests.add(replace(fresh, who=last.who, **carried))
