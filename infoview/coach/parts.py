"""The three parts of a request, and their proportions: who I am, how I found you, may we talk."""

from __future__ import annotations

from collections.abc import Iterator

from infoview.coach.advice import Advice, Severity
from infoview.coach.clauses import FIELD, NAME
from infoview.coach.link import how_found
from infoview.coach.meeting import meeting_request
from infoview.coach.objects import read_clauses
from infoview.coach.reading import Reading, pattern
from infoview.coach.remark import remark
from infoview.coach.sender import told_in, who

_SPEAKS_OF_THEM = pattern(r"\b(?:you|your|yours|you're|you've|you'd)\b").search


def missing_parts(reading: Reading) -> Iterator[Advice]:
    """Name the parts of a request that are not there; where one may only be put oddly, it is no must."""
    if not who(reading):
        yield remark("missing-who", Severity.MUST)
    if not how_found(reading):
        yield remark("missing-how-found", Severity.SHOULD if _names_something(reading) else Severity.MUST)
    if not meeting_request(reading):
        yield remark(
            "missing-meeting-request", Severity.SHOULD if _speaks_of_talks(reading) else Severity.MUST
        )


def _names_something(reading: Reading) -> bool:
    """Tell whether a sentence names a person, a house or a thing, other than where one says who one is."""
    return any(
        NAME in marks and FIELD not in marks
        for sentence in reading.sentences
        if not any(told_in(sentence))
        for clause in read_clauses(sentence)
        for marks in clause.at
    )


def _speaks_of_talks(reading: Reading) -> bool:
    """Tell whether a sentence has a word for a conversation, or for minutes."""
    clauses = (clause for sentence in reading.sentences for clause in read_clauses(sentence))
    return any(not _TALKS.isdisjoint(clause.present) for clause in clauses)


_TALKS = frozenset(("<talk>", "<talk_noun>", "<minute>"))


MOST_ABOUT_WHO = 2
"""Sentences that say who one is: the guide asks for one or two."""
LATEST_LINK = 3
"""The link to them stands in one of these first sentences: who, who again, how I found you."""


def in_proportion(reading: Reading) -> Iterator[Advice]:
    """Hint at a life story, and at a link to them that comes late."""
    telling = [
        sentence
        for sentence in reading.sentences
        if any(told_in(sentence)) and not _SPEAKS_OF_THEM(sentence.text)
    ]
    if len(telling) > MOST_ABOUT_WHO:
        yield remark("long-who", Severity.HINT, telling[MOST_ABOUT_WHO], count=len(telling))
    link = how_found(reading)
    first = reading.sentences[:LATEST_LINK]
    if link and link.part == "body" and first and link.start >= first[-1].end:
        yield remark("late-how-found", Severity.HINT, link)
