"""The journey: which steps hold something already, and which are worth another look."""

from __future__ import annotations

from infoview.logbook import Logbook
from infoview.records.followups import FollowUpKind
from infoview.records.requests import Request, RequestStatus

DONE = "done"
LOOK_AGAIN = "look-again"


def marks(logbook: Logbook) -> dict[str, str]:
    """Mark the steps: `DONE` where something was recorded, `LOOK_AGAIN` where an earlier change calls for it.

    Nothing is ever locked or wiped; a mark is only a word beside a step.
    """
    requests = logbook.requests.find()
    found = {
        "start": bool(logbook.profile.name),
        "contacts": logbook.contacts.count() > 0,
        "requests": any(request.status is not RequestStatus.DRAFT for request in requests),
        "questions": logbook.questions.count() > 0,
        "debrief": _learned_and_thanked(logbook),
    }
    marked = {step: DONE for step, holds in found.items() if holds}
    if any(_greets_someone_else(logbook, request) for request in requests):
        marked["requests"] = LOOK_AGAIN
    return marked


def _learned_and_thanked(logbook: Logbook) -> bool:
    """Whether what was heard is written down, and somebody was thanked: both belong to the step."""
    thanks = logbook.follow_ups.find(kind=FollowUpKind.THANK_YOU)
    written = any(one.written for one in logbook.learned.find())
    return written and any(note.sent_on for note in thanks)


def _greets_someone_else(logbook: Logbook, request: Request) -> bool:
    """Whether a draft's greeting names no part of its contact's name, as after the name was corrected."""
    if request.status is not RequestStatus.DRAFT or not request.greeting.strip():
        return False
    greeting = request.greeting.casefold()
    return not any(
        part.casefold() in greeting for part in logbook.contacts.get(request.contact_id).name.split()
    )
