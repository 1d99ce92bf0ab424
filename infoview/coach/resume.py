"""Is a résumé attached or linked? Offering one for later is not the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from infoview.coach.advice import Advice, Severity
from infoview.coach.negation import is_denied
from infoview.coach.patterns import find, shows
from infoview.coach.reading import Reading, Span
from infoview.coach.remark import remark


@lru_cache(maxsize=1)
def attachments(reading: Reading) -> tuple[Span, ...]:
    """Find where the draft hands over a résumé, the signature included."""
    return tuple(
        found
        for sentence in reading.everything
        for found in find("resume", ["attached"], sentence)
        if not _offered(sentence.text[: found.start - sentence.start + 12])
        and not is_denied(sentence, found.start - sentence.start)
    )


def _offered(text: str) -> bool:
    return shows("resume", "offered", text)


def attached_resume(reading: Reading) -> Iterator[Advice]:
    """Advise to leave the résumé out of a first message, however good it is."""
    for found in attachments(reading)[:1]:
        yield remark("attaches-resume", Severity.SHOULD, found)


def offered_resume(reading: Reading) -> Iterator[Advice]:
    """Hint that a résumé offered for later already sounds like an application."""
    if not attachments(reading):
        offers = (found for one in reading.sentences for found in find("resume", ["offers"], one))
        for found in offers:
            yield remark("offers-resume", Severity.HINT, found)
            return
