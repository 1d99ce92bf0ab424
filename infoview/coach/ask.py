"""The request itself: is it a question, small and easy to refuse, and about them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from infoview.coach.advice import Advice, Severity
from infoview.coach.introduction import leaves_a_way_out
from infoview.coach.link import names_a_detail
from infoview.coach.meeting import meeting_request, time_asked
from infoview.coach.negation import is_quoted, stands_under_not
from infoview.coach.reading import Reading, Span, pattern
from infoview.coach.remark import remark
from infoview.coach.signs import find

MOST_ABOUT_ME = 0.6
"""Dalton: the message is about them; more than this share of sentences only about oneself is too much."""
FEWEST_SENTENCES = 4

_WONDER = pattern(
    r"\?|\b(?:i wonder|i was wondering|i am wondering|i'm wondering|may i ask|might i ask"
    r"|(?:would|should|will|'d) be (?:\w+ ){0,3}"
    r"(?:grateful|glad|thankful|obliged|pleasure|honou?r|delighted|kind)|kindly let me know|begging you"
    r"|if you(?: could|'d|'ll| can| would| have| ever have| might| are able))\b"
)
_ME = re.compile(r"\b(?:I|my|me|mine|I'm|I've|I'd|I'll)\b", re.IGNORECASE)
_YOU = pattern(r"\b(?:you|your|yours|you're|you've|you'd)\b|[\[{<]\S+")
_NAMED = re.compile(
    r"(?<=[a-z,;:] )(?!I\b|I'|LinkedIn|Zoom|Skype|Google Meet)[A-Z][\w&'-]{2,}|\d{4}|\"[^\"]{3,}\"|[\[{<]\w+"
)


def duration(reading: Reading) -> Iterator[Advice]:
    """Advise to name a length of time, so that saying yes is easy."""
    if meeting_request(reading) and not time_asked(reading):
        yield remark("no-duration", Severity.SHOULD)


def question(reading: Reading) -> Iterator[Advice]:
    """Advise to put the request as a question."""
    request = meeting_request(reading)
    if request and not any(_WONDER.search(sentence.text) for sentence in reading.sentences):
        yield remark("not-a-question", Severity.SHOULD, request)


def one_ask(reading: Reading) -> Iterator[Advice]:
    """Advise to ask for one thing only: a talk, and nothing on top of it."""
    if meeting_request(reading):
        asks = (
            ask
            for sentence in reading.sentences
            for ask in find("asks", "beside_talk", sentence)
            if _wished(sentence, ask)
        )
        for ask in islice(asks, 1):
            yield remark("more-than-one-ask", Severity.SHOULD, ask)


def _wished(sentence: Span, ask: Span) -> bool:
    at = ask.start - sentence.start
    return not stands_under_not(sentence, at) and not is_quoted(sentence, at)


def times(reading: Reading) -> Iterator[Advice]:
    """Hint to offer times, or to leave them to the other; a bare request makes the other do the planning."""
    request = meeting_request(reading)
    if request:
        onwards = (sentence for sentence in reading.sentences if sentence.end > request.start)
        if not any(found for sentence in onwards for found in find("asks", "times", sentence)):
            yield remark("no-times", Severity.HINT, request)


def easy_no(reading: Reading) -> Iterator[Advice]:
    """Advise to leave an easy way to say no."""
    known = any(True for sentence in reading.sentences for _ in find("wording", "easy_no", sentence))
    if not known and not leaves_a_way_out(reading):
        yield remark("no-easy-no", Severity.HINT)


def about_them(reading: Reading) -> Iterator[Advice]:
    """Advise to speak more of them than of oneself, and of one thing only they have done."""
    sentences = [
        sentence for sentence in reading.sentences if _ME.search(sentence.text) or _YOU.search(sentence.text)
    ]
    only_me = [sentence for sentence in sentences if not _YOU.search(sentence.text)]
    if len(sentences) >= FEWEST_SENTENCES and len(only_me) / len(sentences) > MOST_ABOUT_ME:
        yield remark("more-about-me", Severity.SHOULD, mine=len(only_me), all=len(sentences))
    told = any(_detailed(sentence) for sentence in reading.sentences if _YOU.search(sentence.text))
    if not told and not any(names_a_detail(sentence) for sentence in reading.purpose):
        praise = [found for sentence in sentences for found in find("wording", "generic_praise", sentence)]
        yield remark("no-detail-about-them", Severity.SHOULD, praise[0] if praise else None)


def _detailed(sentence: Span) -> bool:
    """Tell whether a sentence about them names something that could be looked up."""
    return bool(_NAMED.search(sentence.text)) or any(find("wording", "detail", sentence))
