"""Thank-you notes: within a day of a meeting, and welcome at any time; by mail, by hand, or both.

Within 24 hours: Penn Career Services, Yale's office for postdocs. A mail and a card should differ (Penn).
Writers expect thank-you letters to be less welcome than they are (Kumar and Epley, 2018), so a late one is
never scolded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from infoview.coach import Draft, DraftKind
from infoview.content import words
from infoview.dates.day_words import day_seen_from
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import Meeting
from infoview.requests.drafts import letter_draft
from infoview.workflow.templates import facts_about, suggestions

WITHIN = timedelta(days=1)
VERY_LATE = timedelta(days=7)
"""After a week nobody counts the days any more."""
_FIRST = re.compile(r".+?(?:[.!?](?=\s)|$)", re.DOTALL)
"""The first sentence of a text."""


def thank_you_for(logbook: Logbook, meeting: Meeting, *, by_hand: bool = False) -> FollowUp:
    """Find the thank-you note that belongs to a meeting, or begin one that is not yet on its shelf."""
    known = logbook.follow_ups.first(meeting_id=meeting.id, kind=FollowUpKind.THANK_YOU, by_hand=by_hand)
    if known:
        return known
    facts = facts_about(logbook.contacts.get(meeting.contact_id), logbook.profile)
    around: dict[str, Any] = {
        part: "".join(suggestions("thank-you", part, facts)[:1])
        for part in ("subject", "greeting", "closing")
    }
    if by_hand:
        around["subject"] = ""
    return FollowUp(meeting.contact_id, FollowUpKind.THANK_YOU, meeting.id, by_hand=by_hand, **around)


def write_thank_you(
    logbook: Logbook, meeting_id: int, key: str, value: object, *, by_hand: bool = False
) -> FollowUp:
    """Change one field of a meeting's thank-you note, which begins with its first word."""
    note = thank_you_for(logbook, logbook.meetings.get(meeting_id), by_hand=by_hand)
    if not note.id:
        note = logbook.follow_ups.add(note)
    return logbook.follow_ups.change(note.id, **{key: value})


def thank_you_draft(logbook: Logbook, contact: Contact, note: FollowUp) -> Draft:
    """Make the coach's draft of a thank-you note."""
    return letter_draft(logbook, contact, DraftKind.THANK_YOU, note.subject, note.body)


def thanks_due(meeting: Meeting, notes: Sequence[FollowUp]) -> date | None:
    """Tell by when thanks are due: the day after the meeting, or the day chosen; None without a day."""
    chosen = [note.due_on for note in notes if note.due_on]
    return chosen[0] if chosen else meeting.on and meeting.on + WITHIN


def thanks_in_words(meeting: Meeting, name: str, notes: Sequence[FollowUp], today: date) -> str:
    """Say how things stand with the thanks for a meeting, in a sentence that makes nobody feel guilty."""
    due_on = thanks_due(meeting, notes) or today
    sent_on = max((note.sent_on for note in notes if note.sent_on), default=None)
    sentence: str = words("debrief")["thanks"][_state(due_on, sent_on, today)]
    return sentence.format(day=day_seen_from(today, sent_on or due_on), name=name)


def to_thank_for(logbook: Logbook, meeting: Meeting) -> tuple[str, ...]:
    """Gather what the debrief holds that a thank-you note could name: the first sentence of each."""
    learned = [answer.text for answer in logbook.learned.find(meeting_id=meeting.id)]
    firsts = (_FIRST.match(text.strip()) for text in (meeting.surprised, *learned) if text.strip())
    return tuple(first[0] for first in firsts if first)


def to_do_next(logbook: Logbook, meeting: Meeting) -> tuple[str, ...]:
    """Gather what the person said they would do because of the meeting."""
    promised = [promise.text for promise in logbook.promises.find(meeting_id=meeting.id, mine=True)]
    steps = [skill.next_step for skill in logbook.skills.find(meeting_id=meeting.id)]
    said = " ".join((*promised, *steps)).casefold()
    given = logbook.introductions.find(meeting_id=meeting.id)
    names = [logbook.contacts.get(introduction.contact_id).name for introduction in given]
    write: str = words("debrief")["next"]["write_to"]
    found = (*promised, *steps, *(write.format(name=name) for name in names if name.casefold() not in said))
    return tuple(dict.fromkeys(text.strip() for text in found if text.strip()))


def _state(due_on: date, sent_on: date | None, today: date) -> str:
    if sent_on:
        return "sent" if sent_on <= due_on else "sent_late"
    if due_on < today:
        return "late" if today - due_on <= VERY_LATE else "very_late"
    return {0: "today", 1: "tomorrow"}.get((due_on - today).days, "later")
