"""Is a résumé attached or linked? Offering one for later is not the same."""

from __future__ import annotations

from collections.abc import Iterator

from infoview.advice import Advice, Severity
from infoview.coach.reading import Reading, Span
from infoview.coach.remark import remark
from infoview.coach.scope import is_denied
from infoview.coach.signs import find, signs


def attachments(reading: Reading) -> Iterator[Span]:
    """Find where the draft hands over a résumé, the signature included."""
    for sentence in reading.everything:
        for found in find("resume", ["attached"], sentence):
            place = found.start - sentence.start
            offered = any(offer.search(sentence.text[: place + 12]) for offer in signs("resume", "offered"))
            if not offered and not is_denied(sentence, place):
                yield found


def attached_resume(reading: Reading) -> Iterator[Advice]:
    """Advise to leave the résumé out of a first message, however good it is."""
    for found in list(attachments(reading))[:1]:
        yield remark("attaches-resume", Severity.SHOULD, found)
