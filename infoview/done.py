"""Done: steps that are due, marked as done in one move by someone who did them outside the workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from infoview.changes import move_request
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.next_steps import Due, DueKind
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUpKind
from infoview.records.requests import RequestStatus
from infoview.reflecting.thanks import write_thank_you
from infoview.reflecting.updates import sent_update, write_update
from infoview.writing.correspondence import letter_for, sent_letter


def can_be_done_at_once(step: Due) -> bool:
    """Tell whether a step needs no more than a mark; others are done where one writes."""
    return step.kind in _MARKS


def finish(logbook: Logbook, step: Due, today: date) -> None:
    """Mark a step as done today.

    Raises:
        InputError: It cannot be done by a mark, or what it is about is no longer there.
    """
    if not can_be_done_at_once(step):
        raise InputError("This step is done where you write. Open it first.")
    _MARKS[step.kind](logbook, step, today)


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


_MARKS: Mapping[DueKind, Callable[[Logbook, Due, date], None]] = {
    DueKind.FOLLOW_UP: _letter(FollowUpKind.FOLLOW_UP),
    DueKind.CLOSE: _close,
    DueKind.CONFIRM: _letter(FollowUpKind.CONFIRMATION),
    DueKind.THANK_YOU: _thank_you,
    DueKind.PROMISE: _promise,
    DueKind.UPDATE: _update,
    DueKind.INTRODUCER: _update,
}
