"""Is a field left unfilled? `[Name]`, `{{first_name}}`, `<COMPANY>`, `(your school)`, `____`, `XYZ`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from infoview.coach.advice import Advice, Severity
from infoview.coach.patterns import find
from infoview.coach.reading import LONGEST_LETTER, LONGEST_SUBJECT, Reading, Span, straight
from infoview.coach.remark import remark


@lru_cache(maxsize=1)
def unfilled_fields(reading: Reading) -> tuple[Span, ...]:
    """Find the fields left unfilled, in the subject and everywhere in the text, in order."""
    draft = reading.draft
    texts = (
        ("subject", straight(draft.subject[:LONGEST_SUBJECT])),
        ("body", straight(draft.body[:LONGEST_LETTER])),
    )
    found = [
        field
        for part, text in texts
        for field in find("placeholders", ["fields"], Span(0, len(text), text, part))
    ]
    return tuple(sorted(found, key=lambda span: (span.part != "subject", span.start)))


def unfilled(reading: Reading) -> Iterator[Advice]:
    """Show what is still to be filled in."""
    for field in unfilled_fields(reading)[:1]:
        yield remark("placeholder", Severity.MUST, field, field=field.text)
