"""The three parts of a request: who I am, how I found you, may we talk; and for how long.

What is found is remembered for the draft read last, because facts and rules ask for the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from infoview.coach.advice import Advice, Severity
from infoview.coach.negation import is_denied
from infoview.coach.patterns import find, shows
from infoview.coach.reading import Reading, Span, pattern
from infoview.coach.remark import remark

_SPEAKS_OF_THEM = pattern(r"\b(?:you|your|yours|you're|you've|you'd)\b").search


@lru_cache(maxsize=1)
def who(reading: Reading) -> Span | None:
    """Find where the sender first says who they are: study, work or background, more than a name."""
    found = (found for sentence in reading.everything for found in _who(sentence))
    return next(found, None)


def _who(sentence: Span) -> Iterator[Span]:
    for found in find("who", ["is"], sentence):
        if not shows("who", "only_an_interest", sentence.text[found.start - sentence.start :]):
            yield found


@lru_cache(maxsize=1)
def how_found(reading: Reading) -> Span | None:
    """Find the first link to this person: a referral, something seen or heard, something shared."""
    kinds = ("told", "seen", "shared", "work")
    return next((found for sentence in reading.purpose for found in find("how_found", kinds, sentence)), None)


@lru_cache(maxsize=1)
def meeting_request(reading: Reading) -> Span | None:
    """Find the first request to talk; questions to be answered by mail alone are none."""
    return next((found for sentence in reading.sentences for found in _meeting_requests(sentence)), None)


def _meeting_requests(sentence: Span) -> Iterator[Span]:
    beside = [(span.start, span.end) for span in find("meeting", ["no_meeting"], sentence)]
    for found in find("meeting", ["asks"], sentence):
        denied = is_denied(sentence, found.start - sentence.start)
        if not denied and not any(start <= found.end and found.start <= end for start, end in beside):
            yield found


@lru_cache(maxsize=1)
def time_asked(reading: Reading) -> Span | None:
    """Find how much time is asked for: minutes, or words such as `a short call`."""
    return next(
        (found for sentence in reading.sentences for found in find("time", ["lengths"], sentence)), None
    )


def missing_parts(reading: Reading) -> Iterator[Advice]:
    """Name the parts of a request that are not there."""
    if not who(reading):
        yield remark("missing-who", Severity.MUST)
    if not how_found(reading):
        yield remark("missing-how-found", Severity.MUST)
    if not meeting_request(reading):
        yield remark("missing-meeting-request", Severity.MUST)


MOST_ABOUT_WHO = 2
"""Sentences that say who one is: the guide asks for one or two."""
LATEST_LINK = 3
"""The link to them stands in one of these first sentences: who, who again, how I found you."""


def in_proportion(reading: Reading) -> Iterator[Advice]:
    """Hint at a life story, and at a link to them that comes late."""
    telling = [
        sentence
        for sentence in reading.sentences
        if any(_who(sentence)) and not _SPEAKS_OF_THEM(sentence.text)
    ]
    if len(telling) > MOST_ABOUT_WHO:
        yield remark("long-who", Severity.HINT, telling[MOST_ABOUT_WHO], count=len(telling))
    link = how_found(reading)
    first = reading.sentences[:LATEST_LINK]
    if link and link.part == "body" and first and link.start >= first[-1].end:
        yield remark("late-how-found", Severity.HINT, link)
