"""The three parts of a request: who I am, how I found you, may we talk; and for how long."""

from __future__ import annotations

from collections.abc import Iterator

from infoview.advice import Advice, Severity
from infoview.coach.reading import Reading, Span
from infoview.coach.remark import remark
from infoview.coach.scope import is_denied
from infoview.coach.signs import find, signs


def who(reading: Reading) -> Iterator[Span]:
    """Find where the sender says who they are: study, work or background, more than a name."""
    for sentence in reading.everything:
        for found in find("who", ["is"], sentence):
            rest = sentence.text[found.start - sentence.start :]
            if not any(sign.match(rest) for sign in signs("who", "only_an_interest")):
                yield found


def how_found(reading: Reading) -> Iterator[Span]:
    """Find the link to this person: a referral, something seen or heard, something shared."""
    for sentence in reading.purpose:
        yield from find("how_found", ["told", "seen", "shared", "work"], sentence)


def meeting_requests(reading: Reading) -> Iterator[Span]:
    """Find the request to talk; questions to be answered by mail alone are none."""
    for sentence in reading.sentences:
        beside = [(span.start, span.end) for span in find("meeting", ["no_meeting"], sentence)]
        for found in find("meeting", ["asks"], sentence):
            denied = is_denied(sentence, found.start - sentence.start)
            if not denied and not any(start <= found.end and found.start <= end for start, end in beside):
                yield found


def time_asked(reading: Reading) -> Iterator[Span]:
    """Find how much time is asked for: minutes, or words such as `a short call`."""
    for sentence in reading.sentences:
        yield from find("time", ["lengths"], sentence)


def missing_parts(reading: Reading) -> Iterator[Advice]:
    """Name the parts of a request that are not there."""
    if not any(who(reading)):
        yield remark("missing-who", Severity.MUST)
    if not any(how_found(reading)):
        yield remark("missing-how-found", Severity.MUST)
    if not any(meeting_requests(reading)):
        yield remark("missing-meeting-request", Severity.MUST)


def duration(reading: Reading) -> Iterator[Advice]:
    """Advise to name a length of time, so that saying yes is easy."""
    if any(meeting_requests(reading)) and not any(time_asked(reading)):
        yield remark("no-duration", Severity.SHOULD)
