"""The journey: which steps hold something already, and which are worth another look."""

from __future__ import annotations

from collections import Counter

from infoview.logbook import Logbook
from infoview.records.followups import FollowUpKind
from infoview.records.meetings import ENOUGH_STARS
from infoview.records.requests import Request, RequestStatus

DONE = "done"
BEGUN = "begun"
LOOK_AGAIN = "look-again"


def marks(logbook: Logbook) -> dict[str, str]:
    """Mark the steps: `BEGUN`, `DONE`, or `LOOK_AGAIN` where an earlier change calls for it.

    Nothing is ever locked or wiped; a mark is only a word beside a step. Today has none: it's never done.
    """
    requests = logbook.requests.find()
    lists = Counter(question.meeting_id for question in logbook.questions.find())
    written = any(answer.written for answer in logbook.learned.find())
    thanks = logbook.follow_ups.find(kind=FollowUpKind.THANK_YOU)
    begun = {
        "requests": any(request.written for request in requests),
        "questions": bool(lists),
        "debrief": written,
    }
    done = {
        "contacts": logbook.contacts.count() > 0,
        "requests": any(request.status is not RequestStatus.DRAFT for request in requests),
        "questions": max(lists.values(), default=0) >= ENOUGH_STARS,
        "debrief": written and any(note.sent_on for note in thanks),
    }
    marked = {step: BEGUN for step, holds in begun.items() if holds}
    marked |= {step: DONE for step, holds in done.items() if holds}
    if any(_greets_someone_else(logbook, request) for request in requests):
        marked["requests"] = LOOK_AGAIN
    return marked


def _greets_someone_else(logbook: Logbook, request: Request) -> bool:
    """Whether a draft's greeting names no part of its contact's name, as after the name was corrected."""
    if request.status is not RequestStatus.DRAFT or not request.greeting.strip():
        return False
    greeting = request.greeting.casefold()
    return not any(
        part.casefold() in greeting for part in logbook.contacts.get(request.contact_id).name.split()
    )
