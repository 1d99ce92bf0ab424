"""The first minute: three questions, each of which can be left out, before the first thing to do."""

from __future__ import annotations

from enum import StrEnum

from infoview.logbook import Logbook

KEPT = "first_minute"


class FirstQuestion(StrEnum):
    """The questions, in their order."""

    NAME = "name"
    WONDER = "wonder"
    PERSON = "person"
    DONE = "done"
    """All of them were asked."""


def question_now(logbook: Logbook) -> FirstQuestion:
    """Tell which question comes next; none in a logbook that already holds a name or a contact."""
    kept = logbook.recall(KEPT)
    if kept in set(FirstQuestion):
        return FirstQuestion(kept)
    known = logbook.profile.name or logbook.contacts.count()
    return FirstQuestion.DONE if known else FirstQuestion.NAME


def turn(logbook: Logbook, by: int) -> FirstQuestion:
    """Go on to the next question, or back to the one before."""
    questions = list(FirstQuestion)
    at = questions.index(question_now(logbook)) + by
    question = questions[max(0, min(at, len(questions) - 1))]
    logbook.remember(KEPT, question.value)
    return question
