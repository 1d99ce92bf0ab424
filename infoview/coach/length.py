"""Is the draft short enough to be read on a telephone, and long enough to say something?

What is said under a draft of its length, and the numbers in it, are those by which the rules judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from infoview.coach.advice import Advice, Severity
from infoview.coach.draft import Draft, DraftKind
from infoview.coach.introduction import LONGEST_BLURB
from infoview.coach.other_messages import (
    LINKEDIN_NOTE,
    LONGEST_CONFIRMATION,
    LONGEST_REMINDER,
    SHORT_MESSAGE,
    THANK_YOU,
    characters,
)
from infoview.coach.reading import Reading
from infoview.coach.remark import remark
from infoview.content import words

# Words of the message without greeting and signature: Dalton's 100, Boomerang's 125; beyond 150
# nobody recommends. Only what is three times that must be cut.
LADDER = (
    (500, "far-too-long", Severity.MUST),
    (125, "much-too-long", Severity.SHOULD),
    (100, "too-long", Severity.HINT),
)
TOO_FEW = 35
GOOD = range(50, 101)
"""Words of a good request: to none of these lengths is anything objected, beyond a hint."""


def length(reading: Reading) -> Iterator[Advice]:
    """Place the draft on the ladder of lengths."""
    for limit, rule, severity in LADDER:
        if reading.words > limit:
            yield replace(remark(rule, severity, count=reading.words, limit=limit), rule="too-long")
            return
    if reading.words < TOO_FEW:
        yield remark("too-short", Severity.SHOULD, count=reading.words, limit=TOO_FEW)


LIMITS: dict[DraftKind, tuple[int, int]] = {
    DraftKind.REQUEST: (GOOD[0], GOOD[-1]),
    DraftKind.INTRODUCTION: (0, LONGEST_BLURB),
    DraftKind.LINKEDIN_NOTE: (0, LINKEDIN_NOTE),
    DraftKind.LINKEDIN_MESSAGE: (0, SHORT_MESSAGE),
    DraftKind.FOLLOW_UP: (0, LONGEST_REMINDER),
    DraftKind.THANK_YOU: (THANK_YOU[0], THANK_YOU[-1]),
    DraftKind.CONFIRMATION: (0, LONGEST_CONFIRMATION),
}
"""The least and the most of each kind, in words, or in characters by LinkedIn; the others have no rule."""
IN_CHARACTERS = frozenset({DraftKind.LINKEDIN_NOTE, DraftKind.LINKEDIN_MESSAGE})


def length_in_words(draft: Draft, count: int) -> str:
    """Say how long a draft is and what is a good length for its kind.

    Args:
        draft: The draft.
        count: Its words without greeting and signature, as its review counts them.
    """
    said = words("coach")["lengths"]
    least, most = LIMITS.get(draft.kind, (0, 0))
    in_characters = draft.kind in IN_CHARACTERS
    number = characters(draft.body) if in_characters else count
    many = "characters" if in_characters else "words"
    counted = said["counted"][f"{many}_one" if number == 1 else many].format(number=number)
    good: str = said["good"][draft.kind.value]
    return good.format(counted=counted, number=number, least=least, most=draft.character_limit or most)
