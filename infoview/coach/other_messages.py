"""The other kinds of message: LinkedIn, introduction, reminder, confirmation, thank-you, update."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infoview.coach.advice import Advice, Severity
from infoview.coach.draft import Draft
from infoview.coach.job_ask import asks_for_a_job
from infoview.coach.parts import how_found, who
from infoview.coach.patterns import find
from infoview.coach.reading import Reading, Span, read, words_of
from infoview.coach.remark import remark
from infoview.coach.resume import attachments

LINKEDIN_NOTE = 200
"""Letters, counted as LinkedIn counts them (UTF-16): 200 for free accounts, 300 for paid ones."""
SHORT_MESSAGE = 400
"""LinkedIn: messages under 400 letters are answered a fifth more often than the average."""
LONG_MESSAGE = 800
"""LinkedIn: beyond 800 letters they are answered less than the average."""
LONGEST_REMINDER = 50
LONGEST_CONFIRMATION = 60
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


_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|I'd|my|me)\b", re.IGNORECASE)


def _shows(reading: Reading, topic: str, name: str) -> Span | None:
    """Find the first sign of one list in the message."""
    return next((found for one in reading.sentences for found in find(topic, [name], one)), None)


def characters(text: str) -> int:
    """Count the characters of a message as LinkedIn does: some signs, such as emoji, count as two."""
    return len(text.strip().encode("utf-16-le")) // 2


def linkedin_length(reading: Reading) -> Iterator[Advice]:
    """Count what LinkedIn will cut off."""
    limit = reading.draft.character_limit or LINKEDIN_NOTE
    count = characters(reading.draft.body)
    if count > limit:
        yield remark("linkedin-too-long", Severity.MUST, count=count, limit=limit, over=count - limit)


def note_parts(reading: Reading) -> Iterator[Advice]:
    """Miss who and how in a note, kindly: it has room for little."""
    if not who(reading):
        yield remark("no-who-in-note", Severity.SHOULD)
    if not how_found(reading):
        yield remark("no-how-in-note", Severity.SHOULD)


def message_length(reading: Reading) -> Iterator[Advice]:
    """Hint at LinkedIn's own count: short messages are answered more, long ones less."""
    count = characters(reading.draft.body)
    if count > SHORT_MESSAGE:
        severity = Severity.SHOULD if count > LONG_MESSAGE else Severity.HINT
        yield remark("long-message", severity, count=count, limit=SHORT_MESSAGE)


def introduction(reading: Reading) -> Iterator[Advice]:
    """Ask the one in the middle kindly, with lines they can pass on."""
    if not _shows(reading, "introduction", "asks"):
        yield remark("missing-introduction-ask", Severity.MUST)
    if not who(reading):
        yield remark("missing-who", Severity.MUST)
    if not _shows(reading, "introduction", "easy_no"):
        yield remark("introduction-no-easy-no", Severity.SHOULD)
    if not _shows(reading, "introduction", "asks_first"):
        yield remark("no-asking-first", Severity.HINT)
    yield from _blurb(reading)


def _blurb(reading: Reading) -> Iterator[Advice]:
    """Look at the lines to pass on: short, by the sender, with a who, a why and a small wish."""
    found = _BLURB.search(reading.body)
    if not found:
        yield remark("no-blurb", Severity.HINT)
        return
    text = next(group for group in found.groups() if group)
    start = found.start() + found[0].index(text)
    lines = Span(start, start + len(text), text)
    count = len(words_of(text))
    if count > LONGEST_BLURB:
        yield remark("long-blurb", Severity.SHOULD, count=count, limit=LONGEST_BLURB)
    alone = read(Draft(body=text))
    for rule, missing in (
        ("blurb-without-who", not who(alone) and not _FIRST_PERSON.search(text)),
        ("blurb-without-wish", not _shows(alone, "introduction", "wish")),
        ("blurb-not-from-you", not _FIRST_PERSON.search(text)),
    ):
        if missing:
            yield remark(rule, Severity.HINT, lines)


def reminder(reading: Reading) -> Iterator[Advice]:
    """Keep a reminder short and free of reproach."""
    if reading.words >= LONGEST_REMINDER:
        yield remark("long-reminder", Severity.SHOULD, count=reading.words, limit=LONGEST_REMINDER)
    guilt = _shows(reading, "follow_up", "guilt")
    if guilt:
        yield remark("reproach", Severity.SHOULD, guilt)
    if not _shows(reading, "follow_up", "recalls"):
        yield remark("reminder-of-nothing", Severity.HINT)
    for found in attachments(reading)[:1]:
        yield remark("attaches-resume", Severity.SHOULD, found)


def confirmation(reading: Reading) -> Iterator[Advice]:
    """Confirm when and where in a line or two, with a way to be reached on the day."""
    for rule, severity, sign in (
        ("confirms-no-time", Severity.MUST, "when"),
        ("confirms-no-place", Severity.SHOULD, "where"),
        ("confirms-no-way-out", Severity.HINT, "reach"),
    ):
        if not any(found for one in reading.everything for found in find("confirmation", [sign], one)):
            yield remark(rule, severity)
    if reading.words > LONGEST_CONFIRMATION:
        yield remark("long-confirmation", Severity.HINT, count=reading.words, limit=LONGEST_CONFIRMATION)
    yield from _nothing_asked(reading)


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


def kind_close(reading: Reading) -> Iterator[Advice]:
    """Thank for the answer, and let a no be a no."""
    if not any(find("wording", ["thanks"], Span(0, len(reading.body), reading.body))):
        yield remark("no-thanks", Severity.HINT)
    guilt = _shows(reading, "follow_up", "guilt")
    if guilt:
        yield remark("reproach", Severity.SHOULD, guilt)
    yield from _nothing_asked(reading)


def _nothing_asked(reading: Reading) -> Iterator[Advice]:
    ask = _shows(reading, "thank_you", "new_ask")
    if ask and not any(asks_for_a_job(reading)):
        yield remark("asks-again", Severity.SHOULD, ask)
