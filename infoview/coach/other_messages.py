"""The other kinds of message: LinkedIn, reminder, confirmation, thank-you, update."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from infoview.coach.advice import Advice, Severity
from infoview.coach.grammar import Grammar
from infoview.coach.job_ask import job_asks
from infoview.coach.link import how_found
from infoview.coach.objects import read_clauses
from infoview.coach.patterns import Sign, read_signs, small
from infoview.coach.reading import Reading, Span
from infoview.coach.remark import remark
from infoview.coach.resume import attachments
from infoview.coach.sender import who
from infoview.coach.signs import find
from infoview.coach.vocabulary import FILE
from infoview.content import words

LINKEDIN_NOTE, LINKEDIN_NOTE_PAID = 200, 300
"""Letters of a note, counted as LinkedIn counts them (UTF-16), on free accounts and for those who pay."""
SHORT_MESSAGE = 400
"""LinkedIn: messages under 400 letters are answered a fifth more often than the average."""
LONG_MESSAGE = 800
"""LinkedIn: beyond 800 letters they are answered less than the average."""
LONGEST_REMINDER = 50
LONGEST_CONFIRMATION = 60
THANK_YOU = range(50, 121)
"""Words of a thank-you."""


def _shows(reading: Reading, topic: str, name: str) -> Span | None:
    """Find the first sign of one list in the message."""
    return next((found for sentence in reading.sentences for found in find(topic, name, sentence)), None)


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


@cache
def _confirming(sign: str) -> tuple[Sign, ...]:
    return read_signs(FILE, words(FILE)["confirmation"][sign])


def confirmation(reading: Reading) -> Iterator[Advice]:
    """Confirm when and where in a line or two, with a way to be reached on the day."""
    for rule, severity, sign in (
        ("confirms-no-time", Severity.MUST, "when"),
        ("confirms-no-place", Severity.SHOULD, "where"),
        ("confirms-no-way-out", Severity.HINT, "reach"),
    ):
        if not any(
            pattern.occurs(line.text, small(line.text))
            for line in reading.everything
            for pattern in _confirming(sign)
        ):
            yield remark(rule, severity)
    if reading.words > LONGEST_CONFIRMATION:
        yield remark("long-confirmation", Severity.HINT, count=reading.words, limit=LONGEST_CONFIRMATION)
    yield from _nothing_asked(reading)


_THANKS = Grammar(("<thanks>",))
_LEARNED = Grammar(("<learned>",))
_NEXT_STEP = Grammar(("<next_step>",))
_NEW_ASK = Grammar(
    (
        "could|can|would|will|may|might you|i|we ..5-return|repay <favour>",
        "another|second|more meeting|call|conversation|favour|favor|question|thing|chat|coffee",
        "i would ..1 like|love|appreciate ..3 another|introduction",
        "i would ..1 like|love ..1 to meet|talk|ask !your+family|you+again",
        "<inquiry> ..3 you ..3 mind|introduce|send|review|read|meet|share",
    )
)


def thank_you(reading: Reading) -> Iterator[Advice]:
    """Thank for one thing learned, say one next step, and ask for nothing."""
    if not _says(reading.whole, _THANKS):
        yield remark("thank-you-without-thanks", Severity.MUST)
    if not _says(reading.sentences, _LEARNED):
        yield remark("nothing-learned", Severity.SHOULD)
    if not _says(reading.sentences, _NEXT_STEP):
        yield remark("no-next-step", Severity.SHOULD)
    if reading.words not in THANK_YOU:
        yield remark("thank-you-length", Severity.HINT, count=reading.words)
    yield from _nothing_asked(reading)
    for found in attachments(reading)[:1]:
        yield remark("thank-you-attachment", Severity.SHOULD, found)


def _says(sentences: tuple[Span, ...], grammar: Grammar) -> Span | None:
    """Find where some sentences first say what a grammar knows."""
    for sentence in sentences:
        for clause in read_clauses(sentence):
            found = grammar.first(clause)
            if found:
                return clause.span(sentence, *found)
    return None


def update(reading: Reading) -> Iterator[Advice]:
    """Report what came of their advice, and ask for nothing."""
    if not _shows(reading, "update", "their_advice"):
        yield remark("not-about-their-advice", Severity.SHOULD)
    if not _says(reading.whole, _THANKS):
        yield remark("no-thanks", Severity.HINT)
    yield from _nothing_asked(reading)


def kind_close(reading: Reading) -> Iterator[Advice]:
    """Thank for the answer, and let a no be a no."""
    if not _says(reading.whole, _THANKS):
        yield remark("no-thanks", Severity.HINT)
    guilt = _shows(reading, "follow_up", "guilt")
    if guilt:
        yield remark("reproach", Severity.SHOULD, guilt)
    yield from _nothing_asked(reading)


def _nothing_asked(reading: Reading) -> Iterator[Advice]:
    ask = _says(reading.sentences, _NEW_ASK)
    if ask and not job_asks(reading):
        yield remark("asks-again", Severity.SHOULD, ask)
