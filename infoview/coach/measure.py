"""How long a draft is, in a sentence that says what is a good length for its kind.

The numbers in it are those by which the coach's rules on length judge, and the words are in
`content/coach.toml`, so that the two never say different things.
"""

from __future__ import annotations

from infoview.coach.draft import Draft, DraftKind
from infoview.coach.introduction import LONGEST_BLURB
from infoview.coach.length import GOOD
from infoview.coach.other_messages import (
    LINKEDIN_NOTE,
    LONGEST_CONFIRMATION,
    LONGEST_REMINDER,
    SHORT_MESSAGE,
    THANK_YOU,
    characters,
)
from infoview.content import words

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
