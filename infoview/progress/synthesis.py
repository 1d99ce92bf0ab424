"""Synthesis: all conversations side by side, under the seven take-aways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.debriefs import Learned
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.takeaways import Takeaway

EVERY = 0
"""In place of a direction's id: whatever the conversation was about."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation that took place: with whom, what was asked, and what was learned of each take-away."""

    meeting: Meeting
    contact: Contact
    asked: frozenset[str]
    """The take-aways that questions on the list for it were about."""
    learned: Mapping[Takeaway, Learned]
    """What was written down; a take-away without a word is not there."""

    @property
    def direction_id(self) -> int | None:
        """The kind of work it was about: the conversation's own, else the person's."""
        return self.meeting.direction_id or self.contact.direction_id


def talks(logbook: Logbook, direction_id: int = EVERY) -> tuple[Talk, ...]:
    """List the conversations that took place, the latest first; each shelf is read once.

    Args:
        logbook: Everything recorded so far.
        direction_id: Only those about this kind of work, or `EVERY`.
    """
    contacts = {contact.id: contact for contact in logbook.contacts.find()}
    asked: dict[int, set[str]] = defaultdict(set)
    for question in logbook.questions.find():
        asked[question.meeting_id].add(question.takeaway)
    learned: dict[int, dict[Takeaway, Learned]] = defaultdict(dict)
    for answer in logbook.learned.find():
        if answer.written:
            learned[answer.meeting_id][answer.takeaway] = answer
    every = (
        Talk(meeting, contacts[meeting.contact_id], frozenset(asked[meeting.id]), learned[meeting.id])
        for meeting in logbook.meetings.find(status=MeetingStatus.HELD)
    )
    found = [talk for talk in every if direction_id in {EVERY, talk.direction_id}]
    return tuple(sorted(found, key=lambda talk: talk.meeting.on or date.min, reverse=True))


def people(conversations: Iterable[Talk]) -> tuple[Contact, ...]:
    """List whom one talked with, each person once."""
    return tuple({talk.contact.id: talk.contact for talk in conversations}.values())


def filled(conversations: Iterable[Talk]) -> frozenset[Takeaway]:
    """Name the take-aways that at least one conversation says something about."""
    return frozenset(takeaway for talk in conversations for takeaway in talk.learned)
