"""Which rules hold for which kind of draft: one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from infoview.coach import (
    ask,
    claims,
    first_impression,
    form,
    introduction,
    job_ask,
    length,
    other_messages,
    parts,
    placeholders,
    record,
    resume,
    timing,
    wording,
)
from infoview.coach.advice import Advice
from infoview.coach.draft import DraftKind
from infoview.coach.reading import Reading

Rule = Callable[[Reading], Iterable[Advice]]

ALWAYS: tuple[Rule, ...] = (
    job_ask.asks_for_a_job,
    placeholders.unfilled,
    record.greeted_name,
    record.two_names,
    record.gendered_title,
    record.organization_name,
    record.other_names,
    claims.overclaims,
    claims.not_on_record,
    form.slips,
    timing.moment,
    first_impression.first_impression,
)
MAIL: tuple[Rule, ...] = (form.greeting, form.closing, wording.phrases, wording.readable)

REQUEST: tuple[Rule, ...] = (
    parts.missing_parts,
    parts.in_proportion,
    resume.attached_resume,
    resume.offered_resume,
    ask.duration,
    ask.question,
    ask.one_ask,
    ask.times,
    ask.easy_no,
    ask.about_them,
    form.blocks,
    record.reused,
    first_impression.wrong_reader,
    first_impression.stranger_referral,
)

RULES: dict[DraftKind, tuple[Rule, ...]] = {
    DraftKind.REQUEST: (*ALWAYS, *MAIL, *REQUEST, length.length, form.subject),
    DraftKind.INTRODUCTION: (*ALWAYS, *MAIL, introduction.introduction, form.subject, form.blocks),
    DraftKind.LINKEDIN_NOTE: (
        *ALWAYS,
        wording.phrases,
        other_messages.linkedin_length,
        other_messages.note_parts,
        record.reused,
    ),
    DraftKind.LINKEDIN_MESSAGE: (*ALWAYS, *MAIL, *REQUEST, other_messages.message_length),
    DraftKind.FOLLOW_UP: (*ALWAYS, form.greeting, wording.phrases, other_messages.reminder),
    DraftKind.THANK_YOU: (*ALWAYS, form.greeting, wording.phrases, other_messages.thank_you, record.reused),
    DraftKind.UPDATE: (*ALWAYS, form.greeting, wording.phrases, other_messages.update),
    DraftKind.CONFIRMATION: (*ALWAYS, form.greeting, other_messages.confirmation),
    DraftKind.KIND_CLOSE: (*ALWAYS, form.greeting, wording.phrases, other_messages.kind_close),
}
