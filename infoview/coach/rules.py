"""Which rules hold for which kind of draft: one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from infoview.advice import Advice
from infoview.coach import ask, form, job_ask, length, parts, placeholders, record, resume, siblings, wording
from infoview.coach.draft import DraftKind
from infoview.coach.reading import Reading

Rule = Callable[[Reading], Iterable[Advice]]

ALWAYS: tuple[Rule, ...] = (
    job_ask.asks_for_a_job,
    placeholders.unfilled,
    record.greeted_name,
    record.gendered_title,
    record.organization_name,
    record.other_names,
    form.slips,
)
MAIL: tuple[Rule, ...] = (form.greeting, form.closing, wording.phrases, wording.readable)

RULES: dict[DraftKind, tuple[Rule, ...]] = {
    DraftKind.REQUEST: (
        *ALWAYS,
        *MAIL,
        parts.missing_parts,
        resume.attached_resume,
        length.length,
        ask.duration,
        ask.question,
        ask.easy_no,
        ask.about_them,
        form.subject,
        form.blocks,
        record.reused,
    ),
    DraftKind.INTRODUCTION: (*ALWAYS, *MAIL, siblings.introduction, form.subject, form.blocks),
    DraftKind.LINKEDIN_NOTE: (
        *ALWAYS,
        wording.phrases,
        siblings.linkedin_length,
        siblings.note_parts,
        record.reused,
    ),
    DraftKind.FOLLOW_UP: (*ALWAYS, form.greeting, siblings.reminder),
    DraftKind.THANK_YOU: (*ALWAYS, form.greeting, wording.phrases, siblings.thank_you, record.reused),
    DraftKind.UPDATE: (*ALWAYS, form.greeting, wording.phrases, siblings.update),
    DraftKind.CONFIRMATION: (*ALWAYS, form.greeting),
    DraftKind.KIND_CLOSE: (*ALWAYS, form.greeting, wording.phrases),
}
