"""Does the draft ask for a job? The word is not the offence; the wish is.

Each sign in `content/coach_signs.toml` joins a way of wishing with its object. What only describes work
(`your job`, `how hiring works here`, `I am not asking about openings`) stays free.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from infoview.coach.advice import Advice, Severity
from infoview.coach.negation import is_denied, is_quoted
from infoview.coach.parts import meeting_request
from infoview.coach.patterns import find
from infoview.coach.reading import Reading, Span
from infoview.coach.remark import remark
from infoview.coach.resume import attachments

ASKS = ("openings", "applying", "joining", "favours", "seeking_theirs")


@lru_cache(maxsize=1)
def job_asks(reading: Reading) -> tuple[Span, ...]:
    """Find where the draft asks for a job, a referral, or a favour that leads to one.

    A job search that is only mentioned is no ask while the draft asks for a conversation. Where it does
    not, or hands over a résumé, the search is what it is about; and a résumé handed over without a request
    to talk is an application.
    """
    handed_over = attachments(reading)
    asks = _wishes(reading, (*ASKS, "reading_it") if handed_over else ASKS)
    if not asks and (handed_over or not meeting_request(reading)):
        asks = _wishes(reading, ("mentions",), topic="job_search")
    if not asks and handed_over and not meeting_request(reading):
        asks = handed_over[:1]
    return asks


def asks_for_a_job(reading: Reading) -> Iterator[Advice]:
    """Object to a job ask: the one thing an informational interview is not for."""
    asks = job_asks(reading)
    for ask in asks[:3]:
        yield remark("asks-for-a-job", Severity.MUST, ask)
    if not asks:
        for mention in _wishes(reading, ("mentions",), topic="job_search")[:1]:
            yield remark("mentions-a-job-search", Severity.SHOULD, mention)


def _wishes(reading: Reading, names: tuple[str, ...], topic: str = "job_ask") -> tuple[Span, ...]:
    """Find the signs that are the sender's own wish, in order; of two that overlap, the first counts."""
    found = [
        span
        for sentence in reading.purpose
        for span in find(topic, names, _without_the_innocent(sentence))
        if not is_denied(sentence, span.start - sentence.start)
        and not is_quoted(sentence, span.start - sentence.start)
    ]
    apart: list[Span] = []
    for span in sorted(found, key=lambda span: (span.part, span.start, -span.end)):
        if not apart or span.part != apart[-1].part or span.start >= apart[-1].end:
            apart.append(span)
    return tuple(apart)


def _without_the_innocent(sentence: Span) -> Span:
    """Blank out what describes work and wishes for nothing; the places of the rest stay."""
    text = sentence.text
    for innocent in find("job_ask", ["innocent"], sentence):
        start, end = innocent.start - sentence.start, innocent.end - sentence.start
        text = text[:start] + ";" * (end - start) + text[end:]
    return replace(sentence, text=text)
