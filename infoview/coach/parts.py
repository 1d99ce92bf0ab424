"""The three parts of a request: who I am, how I found you, may we talk; and for how long.

What is found is remembered for the draft read last, because facts and rules ask for the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from infoview.advice import Advice, Severity
from infoview.coach.reading import Reading, Span
from infoview.coach.remark import remark
from infoview.coach.scope import is_denied
from infoview.coach.signs import find, shows


@lru_cache(maxsize=1)
def who(reading: Reading) -> tuple[Span, ...]:
    """Find where the sender says who they are: study, work or background, more than a name."""
    return tuple(
        found
        for sentence in reading.everything
        for found in find("who", ["is"], sentence)
        if not _only_an_interest(sentence.text[found.start - sentence.start :])
    )


def _only_an_interest(text: str) -> bool:
    return shows("who", "only_an_interest", text)


@lru_cache(maxsize=1)
def how_found(reading: Reading) -> tuple[Span, ...]:
    """Find the link to this person: a referral, something seen or heard, something shared."""
    kinds = ("told", "seen", "shared", "work")
    return tuple(found for sentence in reading.purpose for found in find("how_found", kinds, sentence))


@lru_cache(maxsize=1)
def meeting_requests(reading: Reading) -> tuple[Span, ...]:
    """Find the request to talk; questions to be answered by mail alone are none."""
    return tuple(found for sentence in reading.sentences for found in _meeting_requests(sentence))


def _meeting_requests(sentence: Span) -> Iterator[Span]:
    beside = [(span.start, span.end) for span in find("meeting", ["no_meeting"], sentence)]
    for found in find("meeting", ["asks"], sentence):
        denied = is_denied(sentence, found.start - sentence.start)
        if not denied and not any(start <= found.end and found.start <= end for start, end in beside):
            yield found


@lru_cache(maxsize=1)
def times_asked(reading: Reading) -> tuple[Span, ...]:
    """Find how much time is asked for: minutes, or words such as `a short call`."""
    return tuple(found for sentence in reading.sentences for found in find("time", ["lengths"], sentence))


def missing_parts(reading: Reading) -> Iterator[Advice]:
    """Name the parts of a request that are not there."""
    if not who(reading):
        yield remark("missing-who", Severity.MUST)
    if not how_found(reading):
        yield remark("missing-how-found", Severity.MUST)
    if not meeting_requests(reading):
        yield remark("missing-meeting-request", Severity.MUST)
