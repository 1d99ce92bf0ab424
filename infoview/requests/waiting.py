"""Plans: how long to wait for an answer to a request, and what to do when none comes.

Three of them. "gentle" is one reminder after seven business days (Dalton, as Duke's career centre tells it)
and no second one (Simon Fraser University). "3b7" is Dalton's own: after three business days without a reply
write to somebody else at the same place, after seven remind the first. "own" are the person's numbers, with a
cap of two reminders: in a study of sales mail, complaints tripled by the fourth.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from infoview.dates.business_days import business_days_after, is_business_day
from infoview.dates.days_off import days_off
from infoview.logbook import Logbook
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.requests import Request
from infoview.text.numbers import number_from

NOON = "12:00"
"""What is sent from this time on is read on the next business day, so the days count from there."""
_FAR = timedelta(days=120)
"""How far ahead the longest plan reaches: two reminders and a close of thirty business days each."""


class PlanStep(StrEnum):
    """What a plan does when no answer has come."""

    SOMEONE_ELSE = "someone_else"
    """Write to somebody else at the same place, or to the next person on the list."""
    REMIND = "remind"
    CLOSE = "close"
    """Close kindly, and ask the next person."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many business days to wait before each step; `country` is whose holidays are left out."""

    kind: str = "gentle"
    remind_after: int = 7
    reminders: int = 1
    """The cap: after so many the request is closed, and never chased again."""
    close_after: int = 7
    someone_else_after: int = 0
    """0 is never."""
    country: str = ""


PLANS = {
    "gentle": Plan(),
    "3b7": Plan("3b7", someone_else_after=3),
    "own": Plan("own"),
}
LIMITS = {"remind_after": (5, 30), "reminders": (0, 2), "close_after": (3, 30), "someone_else_after": (0, 30)}
"""What a person's own numbers may be. A reminder sooner than five business days presses."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A request on its way: when it was sent, and the reminders that followed."""

    on: date
    at: str = ""
    """The clock time, such as "14:05"; "" is not known and counts as before noon."""
    reminded: tuple[date, ...] = ()
    remind_on: date | None = None
    """The day chosen for the next reminder in place of the plan's, because they are away."""


def plan_of(logbook: Logbook) -> Plan:
    """Look up the plan the person chose; the gentle one unless they did."""
    kept = logbook.recall_all("plan.")
    plan = PLANS.get(kept.get("kind", ""), PLANS["gentle"])
    own: dict[str, Any] = {
        name: int(kept[name]) for name in LIMITS if plan.kind == "own" and kept.get(name, "").isdigit()
    }
    return replace(plan, country=kept.get("country", ""), **own)


def change_plan(logbook: Logbook, name: str, value: str) -> None:
    """Choose the plan's kind, one of its own numbers, or the country.

    Raises:
        InputError: A number is none, or is out of its limits.
    """
    if name in LIMITS:
        low, high = LIMITS[name]
        value = str(number_from(value, low, high, "number", name))
    logbook.remember(f"plan.{name}", value)


def counted_from(sent: Sent, off: Collection[date] = ()) -> date:
    """Find the day the waiting counts from: the next business day, if sent after noon or on a day off."""
    if is_business_day(sent.on, off) and sent.at < NOON:
        return sent.on
    return business_days_after(sent.on, 1, off)


def days_ahead(plan: Plan, sent: Sent) -> dict[date, str]:
    """List the holidays that matter to a plan, by day."""
    return {
        day: name
        for year in range(sent.on.year, (sent.on + _FAR).year + 1)
        for day, name in days_off(plan.country, year).items()
    }


def steps(plan: Plan, sent: Sent) -> Iterator[tuple[PlanStep, date]]:
    """Lay out the steps still to come while no answer does, in their order, each with its day."""
    off = days_ahead(plan, sent)
    day = counted_from(sent, off)
    if plan.someone_else_after and not sent.reminded:
        yield PlanStep.SOMEONE_ELSE, business_days_after(day, plan.someone_else_after, off)
    if sent.reminded:
        day = max(sent.reminded)
    for number in range(len(sent.reminded), plan.reminders):
        chosen = sent.remind_on if number == len(sent.reminded) else None
        day = chosen or business_days_after(day, plan.remind_after, off)
        yield PlanStep.REMIND, day
    wait = plan.close_after if plan.reminders or sent.reminded else plan.remind_after
    yield PlanStep.CLOSE, business_days_after(day, wait, off)


def left_out(plan: Plan, sent: Sent) -> dict[date, str]:
    """List the holidays among the weekdays that a plan's steps span, by day."""
    off = days_ahead(plan, sent)
    last = max(day for _, day in steps(plan, sent))
    return {day: off[day] for day in sorted(off) if sent.on <= day <= last and is_business_day(day)}


def sent_so_far(request: Request, sent_on: date, follow_ups: Iterable[FollowUp]) -> Sent:
    """Gather what was sent of a request, and the reminders after it."""
    reminders = [
        follow_up
        for follow_up in follow_ups
        if follow_up.contact_id == request.contact_id and follow_up.kind is FollowUpKind.FOLLOW_UP
    ]
    reminded = tuple(
        reminder.sent_on for reminder in reminders if reminder.sent_on and reminder.sent_on >= sent_on
    )
    chosen = [reminder.due_on for reminder in reminders if reminder.due_on and not reminder.sent_on]
    return Sent(sent_on, request.sent_at, reminded, chosen[0] if chosen else None)
