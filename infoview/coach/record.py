"""Does the draft agree with what is known: the right name, rightly spelled, and nobody else's?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from infoview.coach.advice import Advice, Severity
from infoview.coach.link import shows_link
from infoview.coach.reading import Reading, Span, plain
from infoview.coach.remark import remark

ALMOST = 0.72
"""Likeness of two names from which one is the other misspelt: `Okafor` and `Okafar` are 0.83 alike."""
ALMOST_ORGANIZATION = 0.86
SAME_TEXT = 0.8
"""Share of words in the same order from which two messages are one message sent twice."""
SHORTEST_NAME = 3
LONGEST_COMPARED = 400
"""Words; more is no letter."""

_NO_NAMES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "madam", "herr", "frau", "mme", "m"}
    | {"dear", "hi", "hello", "hey", "hiya", "good", "morning", "afternoon", "evening", "day", "greetings"}
    | {"there", "all", "again", "and", "team"}
)
_GENDERED = re.compile(r"\b(?:mr|mrs|ms|miss|sir|madam)\b", re.IGNORECASE)
_TITLES = "mr|mrs|ms|miss|mx|dr|prof|professor|herr|frau|sir|madam|rev|captain|pastor"
_TITLED = re.compile(rf"(?i:^(?:dear|hi|hello|hey)?,?)\s*(?i:({_TITLES})\.? )?([A-Z][\w'-]+)\W*$")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def greeted_name(reading: Reading) -> Iterator[Advice]:
    """Compare the name in the greeting with the one on record."""
    known = [word.casefold() for word in _WORD.findall(plain(reading.draft.recipient_name))]
    known = [word for word in known if word not in _NO_NAMES]
    greeted = [at for at in _WORD.finditer(reading.greeting.text) if at[0].casefold() not in _NO_NAMES]
    if not known or not greeted or "[" in reading.greeting.text or "{" in reading.greeting.text:
        return
    strange = [at for at in greeted if at[0].casefold() not in known and not _initial(at[0], known)]
    if len(strange) == len(greeted) or any(_likeness(at[0].casefold(), known) >= ALMOST for at in strange):
        at = strange[0]
        span = Span(reading.greeting.start + at.start(), reading.greeting.start + at.end(), at[0])
        misspelt = _likeness(at[0].casefold(), known) >= ALMOST
        rule = "name-misspelt" if misspelt else "wrong-name"
        yield remark(rule, Severity.MUST, span, name=reading.draft.recipient_name)


_VOCATIVE = re.compile(
    r"(?i:\b(?:thank you|thanks)(?: (?:again|so much|very much|once more))?|\bdear|\bhello|\bhi),? "
    rf"(?i:({_TITLES})\.? )?([A-Z][\w'-]+)(?=[,.!]|$)"
)


_ADDRESSED = re.compile(
    rf",\s(?i:({_TITLES})\.? )?([A-Z][a-z'-]+),\s(?:just|please|do|you|would|could|can|thank)\b"
)
"""A name between commas, spoken to."""


def two_names(reading: Reading) -> Iterator[Advice]:
    """Find two names for one reader: `Dear Ms Brandt` and, further on, `Thank you, Ms Osmond`."""
    greeted = _TITLED.search(reading.greeting.text)
    if not greeted:
        return
    for sentence in (*reading.purpose[:1], *reading.sentences):
        called = _VOCATIVE.search(sentence.text) or _ADDRESSED.search(sentence.text)
        if called and bool(called[1]) == bool(greeted[1]) and called[2].casefold() != greeted[2].casefold():
            start, end = sentence.start + called.start(2), sentence.start + called.end(2)
            if called[2].casefold() not in reading.greeting.text.casefold():
                name = Span(start, end, called[2], sentence.part)
                yield remark("two-names", Severity.MUST, name, first=greeted[2], second=called[2])
                return


def _initial(word: str, known: list[str]) -> bool:
    return len(word) == 1 and any(name.startswith(word.casefold()) for name in known)


def _likeness(word: str, known: list[str]) -> float:
    return max(SequenceMatcher(None, word, name, autojunk=False).ratio() for name in known)


def gendered_title(reading: Reading) -> Iterator[Advice]:
    """Warn of a Mr or Ms that the record does not hold, before a full name that needs none."""
    title = _GENDERED.search(reading.greeting.text)
    name = reading.draft.recipient_name
    names = (word.casefold() for word in _WORD.findall(plain(name)))
    first = next((word for word in names if word not in _NO_NAMES), "")
    with_first_name = bool(first) and first in reading.greeting.text.casefold()
    if title and name and not _GENDERED.search(name) and with_first_name:
        start = reading.greeting.start + title.start()
        yield remark("guessed-title", Severity.HINT, Span(start, start + len(title[0]), title[0]))


def organization_name(reading: Reading) -> Iterator[Advice]:
    """Find the organization's name almost as on record, but not quite."""
    known = plain(reading.draft.recipient_organization).strip()
    size = len(known.split())
    if len(known) < SHORTEST_NAME + 1 or known.casefold() in reading.body.casefold():
        return
    words = list(re.finditer(r"[^\s,;:!?()\"]+", reading.message.text))[:LONGEST_COMPARED]
    for first, last in zip(words, words[size - 1 :], strict=False):
        text = re.sub(r"(?:'s|')?\.?$", "", reading.message.text[first.start() : last.end()])
        if text[:1].isupper() and abs(len(text) - len(known)) <= size + 1:
            alike = SequenceMatcher(None, text.casefold(), known.casefold(), autojunk=False)
            if alike.quick_ratio() >= ALMOST_ORGANIZATION and alike.ratio() >= ALMOST_ORGANIZATION:
                start = reading.message.start + first.start()
                yield remark(
                    "organization-misspelt", Severity.MUST, Span(start, start + len(text), text), name=known
                )
                return


def other_names(reading: Reading) -> Iterator[Advice]:
    """Find a name left in from a message to somebody else.

    Whoever told the writer of this person may be named; so may everybody in the sentence that says so.
    """
    draft = reading.draft
    own = f"{draft.recipient_name}\n{draft.recipient_organization}\n{draft.sender_name}".casefold()
    told = " ".join(sentence.text.casefold() for sentence in reading.purpose if shows_link(sentence))
    for name in draft.other_names:
        plainly = plain(name).strip()
        if len(plainly) < SHORTEST_NAME or plainly.casefold() in own or plainly.casefold() in told:
            continue
        found = re.search(rf"(?<!\w){re.escape(plainly)}(?!\w)", reading.body, re.IGNORECASE)
        if found:
            span = Span(found.start(), found.end(), found[0])
            severity = Severity.MUST if _reused(reading) else Severity.SHOULD
            yield remark("other-name", severity, span, name=name)
            return


def reused(reading: Reading) -> Iterator[Advice]:
    """Tell that the same words went to somebody else."""
    if _reused(reading):
        yield remark("reused", Severity.SHOULD)


def _reused(reading: Reading) -> bool:
    own = _words(reading.message.text)
    others = (_words(text) for text in reading.draft.other_texts)
    return any(own and other and _same(own, other) for other in others)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(plain(text))][:LONGEST_COMPARED]


def _same(own: list[str], other: list[str]) -> bool:
    """Tell whether most words of the shorter stand in the same order in the other; the cheap test first."""
    shorter, longer = sorted((own, other), key=len)
    if len(set(shorter) & set(longer)) < SAME_TEXT * len(set(shorter)) * 0.8:
        return False
    alike = SequenceMatcher(None, longer, shorter, autojunk=False)
    return sum(block.size for block in alike.get_matching_blocks()) > SAME_TEXT * len(shorter)
