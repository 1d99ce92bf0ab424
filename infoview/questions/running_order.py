"""The list for one meeting: its questions in order, the minutes they take, and the take-aways they touch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from infoview.content import words
from infoview.logbook import Logbook
from infoview.questions.bank import CLOSING, BankQuestion, bank, closing_pair
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus
from infoview.records.profile import Profile
from infoview.records.takeaways import Takeaway
from infoview.workflow.templates import filled

MOST_LISTS = 20
"""Earlier lists to choose from: older ones are seldom wanted."""


@dataclass(frozen=True, slots=True)
class TimePlan:
    """How a list fits into a meeting, in minutes; `fitting` are the questions there is time for, by id.

    `for_questions` is what hello and goodbye leave. The starred ones come first, then the others in order.
    """

    whole: int
    for_questions: int
    starred: int
    listed: int
    fitting: frozenset[int]

    @property
    def over(self) -> int:
        """By how many minutes the starred questions alone are too long, or 0."""
        return max(0, self.starred - self.for_questions)


def add_question(logbook: Logbook, question: MeetingQuestion) -> MeetingQuestion:
    """Put a question at the end of a meeting's list; one that is on it already stays where it is."""
    listed = logbook.questions.find(meeting_id=question.meeting_id, order="position")
    for known in listed:
        if known.text == question.text:
            return known
    last = listed[-1].position if listed else 0
    return logbook.questions.add(replace(question, position=last + 1))


def add_from_bank(logbook: Logbook, meeting_id: int, bank_id: str) -> MeetingQuestion:
    """Put a question of the bank at the end of a meeting's list."""
    chosen = by_id()[bank_id]
    return add_question(logbook, MeetingQuestion(meeting_id, chosen.text, chosen.takeaway, chosen.id))


def move_question(logbook: Logbook, question_id: int, position: int) -> None:
    """Move a question to a place on its meeting's list, counted from 0."""
    moved = logbook.questions.get(question_id)
    others = [
        question
        for question in logbook.questions.find(meeting_id=moved.meeting_id, order="position")
        if question.id != moved.id
    ]
    others.insert(max(0, min(position, len(others))), moved)
    for place, question in enumerate(others, start=1):
        if question.position != place:
            logbook.questions.change(question.id, position=place)


def earlier_lists(logbook: Logbook, meeting_id: int) -> tuple[tuple[Meeting, int], ...]:
    """Find the latest other meetings that have questions, and how many, the last one first."""
    counts = Counter(question.meeting_id for question in logbook.questions.find())
    others = [
        meeting for meeting in logbook.meetings.find() if counts[meeting.id] and meeting.id != meeting_id
    ]
    others.sort(key=lambda other: (other.on.isoformat() if other.on else "", other.id), reverse=True)
    return tuple((other, counts[other.id]) for other in others[:MOST_LISTS])


def copy_list(logbook: Logbook, from_id: int, to_id: int) -> int:
    """Add another meeting's questions to a list, stars and minutes too; tell how many were new to it."""
    before = len(logbook.questions.find(meeting_id=to_id))
    for question in logbook.questions.find(meeting_id=from_id, order="position"):
        add_question(logbook, replace(question, id=0, meeting_id=to_id, finding_id=None))
    return len(logbook.questions.find(meeting_id=to_id)) - before


def asked_before(logbook: Logbook, meeting: Meeting) -> frozenset[str]:
    """What this contact was asked in earlier meetings: the questions' texts, and their ids in the bank."""
    held = logbook.meetings.find(contact_id=meeting.contact_id, status=MeetingStatus.HELD)
    asked = [
        question
        for earlier in held
        if earlier.id != meeting.id
        for question in logbook.questions.find(meeting_id=earlier.id)
    ]
    return frozenset(
        {question.text for question in asked} | {question.bank_id for question in asked if question.bank_id}
    )


def coverage(listed: Sequence[MeetingQuestion]) -> dict[Takeaway, int]:
    """Count the questions for each of the seven take-aways."""
    counts = Counter(question.takeaway for question in listed)
    return {takeaway: counts[takeaway] for takeaway in Takeaway}


def minutes_of(question: MeetingQuestion) -> int:
    """How long a question takes: what the person thinks, else what its kind usually takes."""
    if question.minutes is not None:
        return question.minutes
    known = by_id().get(question.bank_id)
    return int(words("running_order")["minutes"][known.kind if known else "own"])


def time_plan(meeting: Meeting, listed: Sequence[MeetingQuestion]) -> TimePlan | None:
    """Hold a list against the meeting's length; closing questions have their own minutes at the end.

    Returns:
        None where there is no clock: they answer by mail.
    """
    if meeting.is_by_mail:
        return None
    said = words("running_order")["minutes"]
    middle = [question for question in listed if question.takeaway != CLOSING]
    left = for_questions = max(0, meeting.minutes - said["hello"] - said["goodbye"])
    fitting = {question.id for question in listed if question.takeaway == CLOSING}
    for question in sorted(middle, key=lambda question: not question.starred):
        left -= minutes_of(question)
        if left >= 0:
            fitting.add(question.id)
    starred = sum(minutes_of(question) for question in middle if question.starred)
    return TimePlan(meeting.minutes, for_questions, starred, sum(map(minutes_of, middle)), frozenset(fitting))


def opening(meeting: Meeting, profile: Profile) -> str:
    """What to say first: the person's own words, or a suggestion."""
    return meeting.opening or _suggested("opening", meeting, profile)


def closing(meeting: Meeting, profile: Profile) -> str:
    """What to say when time is nearly up: the person's own words, or a suggestion."""
    return meeting.closing or _suggested("closing", meeting, profile)


def last_questions(listed: Sequence[MeetingQuestion]) -> tuple[BankQuestion, ...]:
    """Give the pair that ends every meeting, but for what stands on its list already."""
    known = {question.text for question in listed} | {question.bank_id for question in listed}
    return tuple(question for question in closing_pair() if not {question.text, question.id} & known)


@cache
def by_id() -> dict[str, BankQuestion]:
    """Give the questions of the bank by their ids."""
    return {question.id: question for question in bank()}


def _suggested(part: str, meeting: Meeting, profile: Profile) -> str:
    known = {"minutes": str(meeting.minutes), "my_name": profile.name, "my_line": profile.doing.rstrip(". ")}
    facts = {name: value for name, value in known.items() if value.strip()}
    said = words("running_order")
    offered = (said["by_mail"] if meeting.is_by_mail else said)[part]["words"]
    return "".join(filled(offered, facts)[:1])
