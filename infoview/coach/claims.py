"""Does the draft claim what is not on record, or what nobody can check?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from infoview.coach.advice import Advice, Severity
from infoview.coach.negation import is_quoted, stands_under_not
from infoview.coach.reading import Reading, Span, plain
from infoview.coach.remark import remark
from infoview.coach.signs import find

ALMOST = 0.86
"""Likeness from which two names are one; a misspelling is another rule's business."""

SHORTEST_WORD = 4
"""Letters from which a single word of a name is enough to recognise it."""

_NAME = re.compile(r"\s*(?:the )?([A-Z][\w&'-]*(?:\s(?:(?:of|and|for|the|de|&)\s)?[A-Z][\w&'-]*)*)")


def overclaims(reading: Reading) -> Iterator[Advice]:
    """Warn of what one question would expose: all your books, your biggest fan."""
    claims = (
        found
        for sentence in reading.sentences
        for found in find("wording", "overclaims", sentence)
        if not stands_under_not(sentence, found.start - sentence.start)
    )
    for found in claims:
        yield remark("overclaims", Severity.SHOULD, found, phrase=found.text)
        return


def not_on_record(reading: Reading) -> Iterator[Advice]:
    """Compare where the draft says they work and studied with what is on record."""
    draft = reading.draft
    employer = draft.recipient_organization.strip()
    if employer:
        for name in _named_after(reading, "works_at"):
            if not _on_record(name.text, reading):
                yield remark("wrong-organization", Severity.MUST, name, name=employer)
                return
    if draft.known.strip():
        for name in (*_named_after(reading, "said_to"), *_named_after(reading, "shared")):
            if not _on_record(name.text, reading):
                yield remark("not-on-record", Severity.SHOULD, name, name=name.text)
                return


def _named_after(reading: Reading, claim: str) -> Iterator[Span]:
    """Find the names that stand right behind a claim about the recipient."""
    for sentence in reading.sentences:
        for found in find("claims", claim, sentence):
            at = (found.start + found.text.index(" ") if claim == "shared" else found.end) - sentence.start
            name = _NAME.match(sentence.text, at)
            if name and not stands_under_not(sentence, at) and not is_quoted(sentence, at):
                start = sentence.start + name.start(1)
                yield Span(start, start + len(name[1]), name[1], sentence.part)


def _on_record(name: str, reading: Reading) -> bool:
    """Tell whether a name, its initials, or nearly the name stands on record."""
    draft = reading.draft
    known = plain(f"{draft.recipient_organization}\n{draft.known}").casefold()
    spelled = name.casefold().removesuffix("'s")
    initials = "".join(word[0] for word in draft.recipient_organization.split() if word[0].isupper())
    employer = plain(draft.recipient_organization).casefold()
    alike = SequenceMatcher(None, spelled, employer, autojunk=False).ratio() >= ALMOST
    words = [word for word in spelled.split() if len(word) >= SHORTEST_WORD]
    return alike or spelled in known or name == initials or any(word in known for word in words)
