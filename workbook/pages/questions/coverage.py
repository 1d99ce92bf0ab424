"""Prepare questions: what a list touches and how it fits the clock, in words and in a small picture."""

from __future__ import annotations

from collections.abc import Sequence

from infoview.content import words
from infoview.questions.bank import CLOSING
from infoview.questions.running_order import TimePlan, coverage
from infoview.records.meetings import ENOUGH_QUESTIONS, ENOUGH_STARS, MOST_QUESTIONS, MeetingQuestion
from infoview.text.plurals import number_in_words
from workbook.markup import Html, html
from workbook.pages.fields import page_words

MOST_DOTS = 3
"""Dots for one take-away in the picture; more questions than that are said in words alone."""


def coverage_html(listed: Sequence[MeetingQuestion]) -> Html:
    """Say how many questions there are and which of the seven have none, and show all seven as dots."""
    said, names = page_words("questions.coverage"), words("takeaways")
    counts = coverage(listed)
    missing = [names[one]["short"].lower() for one, count in counts.items() if not count]
    touched = said["untouched"].format(takeaways=", ".join(missing)) if missing else said["covered"]
    return html(
        '<p role="status">{said}</p><ul class="iv-coverage">{rows}</ul>',
        said=f"{_count(listed)} {touched}" if listed else said["nothing"],
        rows=[_row(names[one]["short"], count) for one, count in counts.items()],
    )


def time_html(listed: Sequence[MeetingQuestion], plan: TimePlan | None) -> Html:
    """Say how the list fits into the meeting's length."""
    said = page_words("questions.time")
    if plan is None:
        return html("<p>{text}</p>", text=said["mail"])
    goodbye = words("running_order")["minutes"]["goodbye"]
    shares = said["shares"].format(
        whole=plan.whole, hello=words("running_order")["minutes"]["hello"],
        questions=plan.for_questions, goodbye=goodbye,
    )  # fmt: skip
    return html("<p>{shares} {verdict}</p>", shares=shares, verdict=_verdict(listed, plan) if listed else "")


def _count(listed: Sequence[MeetingQuestion]) -> str:
    """Count questions and stars, with advice where there are too few or too many."""
    said = page_words("questions.coverage")
    number = sum(question.takeaway != CLOSING for question in listed)
    starred = sum(question.starred for question in listed)
    parts = [number_in_words(said["count"], number, starred=starred)]
    if number > MOST_QUESTIONS:
        parts.append(said["too_many"])
    elif number < ENOUGH_QUESTIONS:
        parts.append(said["too_few"].format(enough=ENOUGH_QUESTIONS))
    if number >= ENOUGH_STARS and starred != ENOUGH_STARS:
        parts.append(said["stars"])
    return " ".join(parts)


def _row(name: str, count: int) -> Html:
    """One take-away: its dots for the eye, its number for everyone."""
    said = page_words("questions.coverage")
    return html(
        '<li class="{state}"><span class="iv-dots" aria-hidden="true">{dots}</span> {name}'
        '<span class="iv-unseen">: {said}</span></li>',
        state="iv-touched" if count else "iv-untouched",
        dots="●" * min(count, MOST_DOTS) or "○",
        name=name,
        said=number_in_words(said, count),
    )


def _verdict(listed: Sequence[MeetingQuestion], plan: TimePlan) -> str:
    said = page_words("questions.time")
    if plan.over:
        return str(said["over"].format(starred=plan.starred, over=plan.over))
    middle = [question for question in listed if question.takeaway != CLOSING]
    perhaps = sum(question.id not in plan.fitting for question in middle)
    if not perhaps:
        free = plan.for_questions - plan.listed
        return str(said["room" if free > 1 else "fits"].format(listed=plan.listed, free=free))
    return number_in_words(said["tight"], perhaps, listed=plan.listed)
