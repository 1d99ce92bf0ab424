"""The coach: deterministic advice on a draft, each remark with its reason. The person writes, and decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from infoview.coach.advice import Advice, Severity
from infoview.coach.draft import Draft, DraftKind, Facts, Review, read_draft
from infoview.coach.job_ask import heard_asking, job_asks
from infoview.coach.link import how_found
from infoview.coach.meeting import meeting_request, time_asked
from infoview.coach.placeholders import unfilled_fields
from infoview.coach.reading import Reading, read
from infoview.coach.resume import attachments
from infoview.coach.rules import RULES
from infoview.coach.sender import who

__all__ = ["Draft", "DraftKind", "Facts", "Review", "read_draft", "review"]

_WEIGHT = {Severity.MUST: 0, Severity.SHOULD: 1, Severity.HINT: 2}


def review(draft: Draft) -> Review:
    """Read a draft and say what it does, what to change and why, and whether it is ready to send."""
    reading = read(draft)
    remarks = (remark for rule in RULES[draft.kind] for remark in rule(reading))
    kept = [_quoting(draft, remark) for remark in remarks if remark.rule not in draft.dismissed]
    if any(remark.severity is Severity.MUST for remark in kept):
        kept = [remark for remark in kept if remark.rule not in COURTESY]
    advice = tuple(sorted(_once(kept), key=_order))
    ready = all(remark.severity is not Severity.MUST for remark in advice)
    return Review(draft.kind, reading.words, _facts(reading), advice, ready)


COURTESY = frozenset(("no-easy-no", "no-thanks", "no-times"))
"""Hints that can wait while something must change."""


def _once(remarks: list[Advice]) -> Iterator[Advice]:
    """Say nothing twice: of two remarks with the same sentence the first is kept."""
    said: set[str] = set()
    for remark in remarks:
        if remark.sentence not in said:
            said.add(remark.sentence)
            yield remark


def _quoting(draft: Draft, remark: Advice) -> Advice:
    """Let a remark quote the draft as it was written, letter by letter."""
    text = draft.subject if remark.part == "subject" else draft.body
    return replace(remark, excerpt=text[remark.start : remark.end])


def _order(remark: Advice) -> tuple[int, int]:
    return _WEIGHT[remark.severity], remark.start


def _facts(reading: Reading) -> Facts:
    return Facts(
        has_who=bool(who(reading)),
        has_how_found=bool(how_found(reading)),
        has_meeting_request=bool(meeting_request(reading)),
        asks_for_job=bool(job_asks(reading) or heard_asking(reading)),
        has_placeholders=bool(unfilled_fields(reading)),
        attaches_resume=bool(attachments(reading)),
        names_time_ask=bool(time_asked(reading)),
    )
