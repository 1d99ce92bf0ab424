"""Next steps: across the whole logbook, what is due on a day, as small steps one can do.

What makes a step due are the rules of `infoview.next_steps.rules`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from infoview.content import words
from infoview.dates.day_words import day_seen_from
from infoview.logbook import Logbook
from infoview.next_steps.kinds import DueKind
from infoview.next_steps.rules import COMING, PREPARE, RULES, Shelves, Step, read
from infoview.records.crossed_out import CrossedOut

__all__ = ["COMING", "DAY_BEFORE", "PREPARE", "Due", "DueKind", "DueState", "due"]

DAY_BEFORE = frozenset({DueKind.PREPARE, DueKind.CONFIRM})
"""Steps that belong to the day before a meeting."""


class DueState(StrEnum):
    """Where a step's day lies, seen from today."""

    LATE = "late"
    TODAY = "today"
    COMING = "coming"
    """Within fourteen days."""
    ANY_TIME = "any-time"
    """Nobody was promised it and its day is over: a kind thing to do, and never late."""
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Due:
    """One step: its day, what it is, whom it is about, and the sentence that says so.

    `short` says it in a few words, without its day. `contact` is the person's name, "" for a step that
    concerns nobody else. `about` is the id of what the step is about: a meeting (meeting, prepare, confirm,
    debrief, introducer, and thank-you unless 0), a request (someone-else, follow-up, close, ask-again), a
    meeting without a day (set-day), a promise, a follow-up or 0 (update), a milestone.
    """

    due_on: date
    kind: DueKind
    contact_id: int | None
    contact: str
    sentence: str
    state: DueState
    about: int = 0
    short: str = ""


def due(logbook: Logbook, today: date, *, ahead: bool = False) -> tuple[Due, ...]:
    """List every open step: late, today's, coming, for any time, later; the earliest of each first.

    Contacts who are left to rest and requests that were declined raise nothing.

    Args:
        logbook: Everything recorded so far.
        today: The day to look from.
        ahead: Whether steps of the day before a meeting are named earlier, as a calendar needs; in a list the
            meeting itself stands for them until then.
    """
    shelves = read(logbook, today)
    steps = [step for rule in RULES for step in rule(shelves, today)]
    wanted = [step for step in steps if ahead or step.kind not in DAY_BEFORE or step.due_on <= today]
    open_steps = (_in_words(step, shelves, today) for step in wanted if _is_open(step, shelves))
    return tuple(sorted(open_steps, key=_place))


def _place(step: Due) -> tuple[int, date, int, str]:
    return list(DueState).index(step.state), step.due_on, list(DueKind).index(step.kind), step.contact


def _is_open(step: Step, shelves: Shelves) -> bool:
    if any(_is_same(step, crossed) for crossed in shelves.crossed_out):
        return False
    resting = step.contact_id is not None and shelves.contacts[step.contact_id].rested_on is not None
    return not resting or step.kind is DueKind.WAKE


def _is_same(step: Step, crossed: CrossedOut) -> bool:
    """Whether a step was crossed out; one about nothing in particular comes again on another day."""
    same = (step.kind.value, step.about, step.contact_id) == (crossed.kind, crossed.about, crossed.contact_id)
    return same and (bool(step.about) or step.due_on == crossed.due_on)


def _in_words(step: Step, shelves: Shelves, today: date) -> Due:
    content = words("next_steps")
    said = step.said or step.kind.value
    wording = content["due"][said]
    state = _state(step.due_on, today)
    if state is DueState.LATE and "any-time" in wording:
        state = DueState.ANY_TIME
    name = shelves.contacts[step.contact_id].name if step.contact_id is not None else ""
    whom, what = name or content["nobody"], step.what.strip().rstrip(".")
    sentence = wording.get(state.value, wording.get("coming", "")).format(
        name=whom, day=day_seen_from(today, step.due_on), what=what, where=step.where
    )
    short = content["short"][said].format(name=whom, what=what)
    return Due(step.due_on, step.kind, step.contact_id, name, sentence, state, step.about, short)


def _state(due_on: date, today: date) -> DueState:
    if due_on < today:
        return DueState.LATE
    if due_on == today:
        return DueState.TODAY
    return DueState.COMING if due_on - today <= COMING else DueState.LATER
