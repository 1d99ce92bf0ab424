"""Is the draft short enough to be read on a telephone, and long enough to say something?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from infoview.coach.advice import Advice, Severity
from infoview.coach.reading import Reading
from infoview.coach.remark import remark

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
    for limit, words, severity in LADDER:
        if reading.words > limit:
            yield replace(remark(words, severity, count=reading.words, limit=limit), rule="too-long")
            return
    if reading.words < TOO_FEW:
        yield remark("too-short", Severity.SHOULD, count=reading.words, limit=TOO_FEW)
