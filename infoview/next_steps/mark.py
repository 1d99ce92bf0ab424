"""Done: steps that are due, marked in one move by someone who did them elsewhere, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from infoview.content import sentence, words
from infoview.debrief.thanks import write_thank_you
from infoview.debrief.updates import sent_update, write_update
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.next_steps.due import Due, DueKind
from infoview.records.contacts import Contact
from infoview.records.crossed_out import CrossedOut
from infoview.records.followups import FollowUpKind
from infoview.records.requests import RequestStatus
from infoview.requests.other_messages import choose_kind, kind_remembered, letter_for, sent_letter
from infoview.workflow.meetings import call_off
from infoview.workflow.requests import move_request

MARKED = ("requests", "meetings", "promises", "follow_ups", "told", "crossed_out", "contacts")
"""The shelves on which a mark can leave something."""
COUNTED = {"id", "revision"}
"""Fields that the logbook itself counts; they never go back."""
Rows = Mapping[tuple[str, int], Any]
"""Rows by their shelf and id."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark left in the logbook, so that it can be taken back: the rows it made or changed."""

    was: Rows
    """How these rows were; one that the mark made is missing."""
    became: Rows
    contact_id: int
    chosen: str
    """Which kind of message was being written to the contact."""


def can_be_done_at_once(step: Due) -> bool:
    """Tell whether a step needs no more than a mark; others are done where one writes."""
    return step.kind in _MARKS


def finish(logbook: Logbook, step: Due, today: date) -> Mark:
    """Mark a step as done today.

    Returns:
        What `take_back` needs to undo it.

    Raises:
        InputError: It cannot be done by a mark, or what it is about is no longer there.
    """
    if not can_be_done_at_once(step):
        raise InputError(sentence("errors.step.write_first"))
    return _marked(logbook, step, lambda: _MARKS[step.kind](logbook, step, today))


def can_fall_through(step: Due) -> bool:
    """Tell whether a step speaks of a meeting of which nobody knows yet whether it took place."""
    return step.kind is DueKind.DEBRIEF


def fall_through(logbook: Logbook, step: Due) -> Mark:
    """Note that the meeting a step speaks of did not take place; `take_back` undoes it."""
    return _marked(logbook, step, lambda: call_off(logbook, logbook.meetings.get(step.about)))


def cross_out(logbook: Logbook, step: Due) -> Mark:
    """Leave a step undone for good: it no longer makes sense; `take_back` undoes it."""
    crossed = CrossedOut(step.kind.value, step.about, step.due_on, step.contact_id)
    return _marked(logbook, step, lambda: logbook.crossed_out.add(crossed))


def take_back(logbook: Logbook, mark: Mark) -> None:
    """Leave the logbook as it was before a mark.

    Raises:
        InputError: What the mark left was changed since, perhaps in another window.
    """
    with logbook.change():
        shelves = logbook.shelves
        if any(shelves[shelf].first(id=number) != row for (shelf, number), row in mark.became.items()):
            raise InputError(words("next_steps")["changed_since"])
        for (shelf, number), row in mark.became.items():
            before = mark.was.get((shelf, number))
            if before is None:
                shelves[shelf].remove(number)
                continue
            values = {name: getattr(before, name) for name in shelves[shelf].fields if name not in COUNTED}
            differing = {name: value for name, value in values.items() if value != getattr(row, name)}
            shelves[shelf].change(number, **differing)
        if mark.chosen:
            choose_kind(logbook, mark.contact_id, mark.chosen)


def _marked(logbook: Logbook, step: Due, mark: Callable[[], object]) -> Mark:
    """Make a mark, and see what it leaves."""
    contact_id = step.contact_id or 0
    with logbook.change():
        before, chosen = _rows(logbook), kind_remembered(logbook, contact_id)
        mark()
        became = {place: row for place, row in _rows(logbook).items() if row != before.get(place)}
    return Mark({place: before[place] for place in became if place in before}, became, contact_id, chosen)


def _rows(logbook: Logbook) -> Rows:
    shelves = logbook.shelves
    return {(shelf, row.id): row for shelf in MARKED for row in shelves[shelf].find()}


def _promise(logbook: Logbook, step: Due, today: date) -> None:
    logbook.promises.change(step.about, done_on=today)


def _close(logbook: Logbook, step: Due, today: date) -> None:
    move_request(logbook, logbook.requests.get(step.about), RequestStatus.NO_REPLY, today)


def _thank_you(logbook: Logbook, step: Due, today: date) -> None:
    if step.about:
        write_thank_you(logbook, step.about, "sent_on", today)
        return
    kind = FollowUpKind.THANK_YOU
    for note in logbook.follow_ups.find(contact_id=step.contact_id, kind=kind, meeting_id=None, sent_on=None):
        logbook.follow_ups.change(note.id, sent_on=today)


def _update(logbook: Logbook, step: Due, today: date) -> None:
    sent_update(logbook, write_update(logbook, _contact(logbook, step)), today)


def _letter(kind: FollowUpKind) -> Callable[[Logbook, Due, date], None]:
    def mark(logbook: Logbook, step: Due, today: date) -> None:
        letter = letter_for(logbook, _contact(logbook, step), kind, None)
        sent_letter(logbook, letter if letter.id else logbook.follow_ups.add(letter), today)

    return mark


def _contact(logbook: Logbook, step: Due) -> Contact:
    return logbook.contacts.get(step.contact_id or 0)


def _wake(logbook: Logbook, step: Due, _today: date) -> None:
    logbook.contacts.change(step.contact_id or 0, rested_on=None, rest_until=None)


_MARKS: Mapping[DueKind, Callable[[Logbook, Due, date], None]] = {
    DueKind.FOLLOW_UP: _letter(FollowUpKind.FOLLOW_UP),
    DueKind.CLOSE: _close,
    DueKind.CONFIRM: _letter(FollowUpKind.CONFIRMATION),
    DueKind.THANK_YOU: _thank_you,
    DueKind.PROMISE: _promise,
    DueKind.WAKE: _wake,
    DueKind.UPDATE: _update,
    DueKind.INTRODUCER: _update,
}
