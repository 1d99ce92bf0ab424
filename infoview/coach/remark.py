"""The coach's own voice: a rule's name becomes a sentence, its source and an example."""

from __future__ import annotations

from infoview.coach.advice import Advice, Severity
from infoview.coach.reading import Span
from infoview.content import words


def remark(rule: str, severity: Severity, about: Span | None = None, **details: object) -> Advice:
    """Make a piece of advice from the words in `content/coach.toml`; `details` fill its sentence."""
    entry = words("coach")["rules"][rule]
    return Advice(
        rule=rule,
        severity=severity,
        sentence=entry["sentence"].format(**details),
        excerpt=about.text if about else "",
        start=about.start if about else 0,
        end=about.end if about else 0,
        part=about.part if about else "body",
        source=entry["source"],
        better=entry.get("better", ""),
        worse=entry.get("worse", ""),
    )
