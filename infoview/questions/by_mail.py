"""Questions by e-mail: a few of the list as one message, for somebody who would rather answer in writing."""

from __future__ import annotations

from collections.abc import Sequence

from infoview.content import words
from infoview.logbook import Logbook
from infoview.questions.bank import CLOSING
from infoview.questions.running_order import closing, opening
from infoview.records.meetings import Meeting, MeetingQuestion
from infoview.workflow.templates import facts_about, suggestions

MOST = 5
"""So many questions somebody answers in writing; with ten they put it off."""


def to_send(listed: Sequence[MeetingQuestion]) -> tuple[MeetingQuestion, ...]:
    """Choose what goes into the message: the starred questions first, five at most, in the list's order."""
    asked = [question for question in listed if question.takeaway != CLOSING]
    first = sorted(asked, key=lambda question: not question.starred)[:MOST]
    return tuple(question for question in asked if question in first)


def letter(logbook: Logbook, meeting: Meeting) -> tuple[str, str]:
    """Write the message with the questions: its subject and its body; "" as a body while there are none."""
    listed = to_send(logbook.questions.find(meeting_id=meeting.id, order="position"))
    said = words("running_order")["by_mail"]
    if not listed:
        return said["subject"], ""
    facts = facts_about(logbook.contacts.get(meeting.contact_id), logbook.profile)
    greeting, ending = ("".join(suggestions("request", part, facts)[:1]) for part in ("greeting", "closing"))
    numbered = "\n".join(f"{number}. {question.text}" for number, question in enumerate(listed, start=1))
    profile = logbook.profile
    parts = (greeting, opening(meeting, profile), numbered, closing(meeting, profile), ending)
    return said["subject"], "\n\n".join(part for part in parts if part)
