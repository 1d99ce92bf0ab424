"""The other kinds of message: introduction, LinkedIn note, reminder, thank-you, update."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infoview.advice import Advice, Severity
from infoview.coach.job_ask import asks_for_a_job
from infoview.coach.parts import how_found, who
from infoview.coach.reading import Reading, Span, words_of
from infoview.coach.remark import remark
from infoview.coach.resume import attachments
from infoview.coach.signs import find

LINKEDIN_NOTE = 200
"""Letters, counted as LinkedIn counts them (UTF-16): 200 for free accounts, 300 for paid ones."""
LONGEST_REMINDER = 50
LONGEST_BLURB = 75
THANK_YOU = range(50, 121)
"""Words of a thank-you."""

_BLURB = re.compile(
    r"\"([^\"]{60,2000})\""
    r"|(?:^|\n)[ ]*-{3,9}[ ]*\n(.{60,2000}?)(?:\n[ ]*-{3}|\Z)"
    r"|:[ ]*\n[ ]*\n(.{60,2000}?)(?=\n[ ]*\n|\Z)",
    re.DOTALL,
)
"""The lines to pass on: in quotation marks, between rules, or the paragraph after a colon."""


def _shows(reading: Reading, topic: str, name: str) -> Span | None:
    """Find the first sign of one list in the message."""
    return next((found for one in reading.sentences for found in find(topic, [name], one)), None)


def linkedin_length(reading: Reading) -> Iterator[Advice]:
    """Count what LinkedIn will cut off."""
    limit = reading.draft.character_limit or LINKEDIN_NOTE
    count = len(reading.draft.body.strip().encode("utf-16-le")) // 2
    if count > limit:
        yield remark("linkedin-too-long", Severity.MUST, count=count, limit=limit, over=count - limit)


def note_parts(reading: Reading) -> Iterator[Advice]:
    """Miss who and how in a note, kindly: it has room for little."""
    if not who(reading):
        yield remark("no-who-in-note", Severity.SHOULD)
    if not how_found(reading):
        yield remark("no-how-in-note", Severity.SHOULD)


def introduction(reading: Reading) -> Iterator[Advice]:
    """Ask the one in the middle kindly, with lines they can pass on."""
    if not _shows(reading, "introduction", "asks"):
        yield remark("missing-introduction-ask", Severity.MUST)
    if not who(reading):
        yield remark("missing-who", Severity.MUST)
    if not _shows(reading, "introduction", "easy_no"):
        yield remark("introduction-no-easy-no", Severity.SHOULD)
    blurb = _BLURB.search(reading.body)
    count = len(words_of(blurb[0])) if blurb else 0
    if not blurb:
        yield remark("no-blurb", Severity.HINT)
    elif count > LONGEST_BLURB:
        yield remark("long-blurb", Severity.SHOULD, count=count, limit=LONGEST_BLURB)


def reminder(reading: Reading) -> Iterator[Advice]:
    """Keep a reminder short and free of reproach."""
    if reading.words >= LONGEST_REMINDER:
        yield remark("long-reminder", Severity.SHOULD, count=reading.words, limit=LONGEST_REMINDER)
    guilt = _shows(reading, "follow_up", "guilt")
    if guilt:
        yield remark("reproach", Severity.SHOULD, guilt)


def thank_you(reading: Reading) -> Iterator[Advice]:
    """Thank for one thing learned, say one next step, and ask for nothing."""
    if not any(find("wording", ["thanks"], Span(0, len(reading.body), reading.body))):
        yield remark("thank-you-without-thanks", Severity.MUST)
    if not _shows(reading, "thank_you", "learned"):
        yield remark("nothing-learned", Severity.SHOULD)
    if not _shows(reading, "thank_you", "next_step"):
        yield remark("no-next-step", Severity.SHOULD)
    if reading.words not in THANK_YOU:
        yield remark("thank-you-length", Severity.HINT, count=reading.words)
    yield from _nothing_asked(reading)
    for found in attachments(reading)[:1]:
        yield remark("thank-you-attachment", Severity.SHOULD, found)


def update(reading: Reading) -> Iterator[Advice]:
    """Report what came of their advice, and ask for nothing."""
    if not _shows(reading, "update", "their_advice"):
        yield remark("not-about-their-advice", Severity.SHOULD)
    if not any(find("wording", ["thanks"], Span(0, len(reading.body), reading.body))):
        yield remark("no-thanks", Severity.HINT)
    yield from _nothing_asked(reading)


def _nothing_asked(reading: Reading) -> Iterator[Advice]:
    ask = _shows(reading, "thank_you", "new_ask")
    if ask and not any(asks_for_a_job(reading)):
        yield remark("asks-again", Severity.SHOULD, ask)
