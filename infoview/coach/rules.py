"""Which rules hold for which kind of draft: one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from infoview.advice import Advice
from infoview.coach.draft import DraftKind
from infoview.coach.job_ask import asks_for_a_job
from infoview.coach.length import length
from infoview.coach.parts import duration, missing_parts
from infoview.coach.placeholders import unfilled
from infoview.coach.reading import Reading
from infoview.coach.resume import attached_resume

Rule = Callable[[Reading], Iterable[Advice]]

ALWAYS: tuple[Rule, ...] = (unfilled,)
RULES: dict[DraftKind, tuple[Rule, ...]] = {
    DraftKind.REQUEST: (asks_for_a_job, missing_parts, attached_resume, length, duration, *ALWAYS),
    DraftKind.LINKEDIN_NOTE: (asks_for_a_job, *ALWAYS),
    DraftKind.INTRODUCTION: (asks_for_a_job, *ALWAYS),
    DraftKind.FOLLOW_UP: (asks_for_a_job, *ALWAYS),
    DraftKind.THANK_YOU: (asks_for_a_job, *ALWAYS),
    DraftKind.UPDATE: (asks_for_a_job, *ALWAYS),
}
