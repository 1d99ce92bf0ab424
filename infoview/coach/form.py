"""The outward form: subject, greeting, closing, blocks of text, and small slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from infoview.coach.advice import Advice, Severity
from infoview.coach.grammar import Grammar
from infoview.coach.objects import read_clauses
from infoview.coach.reading import Reading, Span, words_of
from infoview.coach.remark import remark
from infoview.coach.vocabulary import members
from infoview.content import words

# Carleton and Boomerang: three or four words are read most; a telephone shows about 60 letters.
LONGEST_SUBJECT_WORDS = 8
LONGEST_SUBJECT_LETTERS = 60
FEWEST_CAPITALS = 4
LONGEST_BLOCK = 60
"""Words; more without a break is a grey wall on a telephone."""
FULL_NAME = 2
_THANKS = Grammar(("thank|thanks|thankful|grateful|gratitude|appreciate|appreciated|appreciation",))

_DEAR_NOBODY = re.compile(
    r"\b(?:sirs?(?: ?/ ?| or )(?:madam|ma'?a?m?)|sirs|madams|whom it may concern|hiring manager|recruiter"
    r"|team|colleagues)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\W*(?:dear|hi|hello|hey|hiya|greetings|good (?:morning|afternoon|evening|day))"
    r"(?:,? (?:there|all|everyone|team|friend|again|sir|ma'?a?m?|madam|mister))?\W*",
    re.IGNORECASE,
)
_BLANK_LINE = re.compile(r"\n[ ]*\n")
_SLIPS = (
    ("double-space", re.compile(r"(?<=\w)[ ]{2,}(?=\w)")),
    ("many-marks", re.compile(r"[!?]{2,}")),
    ("emoji", re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]|(?<!\\S)[:;]-?[)(DP](?!\\w)")),
)


def subject(reading: Reading) -> Iterator[Advice]:
    """Ask for a subject that says what the message is about, in a few words.

    None at all is no MUST here: the same text may go out as a message that has no subject line.
    """
    text = reading.subject.strip()
    whole = Span(0, len(reading.subject), reading.subject, "subject")
    if not text:
        yield remark("no-subject", Severity.SHOULD)
        return
    if text.casefold().strip(" .!?") in words("coach")["lists"]["vague_subjects"]:
        yield remark("vague-subject", Severity.SHOULD, whole)
    capitals = sum(letter.isupper() for letter in text)
    if text.isupper() and capitals >= FEWEST_CAPITALS:
        yield remark("shouting-subject", Severity.SHOULD, whole)
    if len(text.split()) > LONGEST_SUBJECT_WORDS or len(text) > LONGEST_SUBJECT_LETTERS:
        yield remark("long-subject", Severity.HINT, whole)


def greeting(reading: Reading) -> Iterator[Advice]:
    """Ask for a greeting that names the person."""
    hello = reading.greeting
    if not hello.text:
        yield remark("no-greeting", Severity.SHOULD)
    elif _DEAR_NOBODY.search(hello.text):
        yield remark("greets-nobody", Severity.SHOULD, hello)
    elif _NO_NAME.fullmatch(hello.text):
        yield remark("greets-without-name", Severity.SHOULD, hello)


def closing(reading: Reading) -> Iterator[Advice]:
    """Ask for a full name at the end, and for thanks."""
    end = reading.body[-200:]
    lines = [line for line in reading.signature.text.split("\n") if line.strip()]
    names = [word for word in words_of(" ".join(lines[-12:])) if word[0].isupper() or not word[0].isalpha()]
    signed = bool(reading.draft.sender_name) and reading.draft.sender_name.casefold() in end.casefold()
    if not signed and not names:
        yield remark("no-signature", Severity.SHOULD)
    elif not signed and len(lines) == 1 and len(names) < FULL_NAME:
        yield remark("first-name-only", Severity.HINT)
    if not any(_THANKS.first(clause) for part in reading.whole for clause in read_clauses(part)):
        yield remark("no-thanks", Severity.HINT)


def blocks(reading: Reading) -> Iterator[Advice]:
    """Show the first block of text that no one reads on a telephone."""
    start = reading.message.start
    for paragraph in _BLANK_LINE.split(reading.message.text):
        if len(words_of(paragraph)) > LONGEST_BLOCK:
            yield remark("long-block", Severity.HINT, Span(start, start + len(paragraph), paragraph))
            return
        start = reading.body.find(paragraph, start) + len(paragraph)


def slips(reading: Reading) -> Iterator[Advice]:
    """Show small slips: double spaces, rows of marks, emoji, text-speak."""
    for rule, slip in _SLIPS:
        found = slip.search(reading.body)
        if found:
            yield remark(rule, Severity.HINT, Span(found.start(), found.end(), found[0]))
    speak = _text_speak().search(reading.message.text)
    if speak:
        start = reading.message.start + speak.start()
        yield remark("text-speak", Severity.HINT, Span(start, start + len(speak[0]), speak[0]), word=speak[0])


@cache
def _text_speak() -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, members("text_speak")), key=len, reverse=True))
    return re.compile(rf"(?<![\w@/.])(?:{listed})(?![\w@/.])", re.IGNORECASE)
