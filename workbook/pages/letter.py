"""Letters on screen: the whole text as it will read, the coach's advice, and the ways to take it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from infoview.advice import Advice, Severity
from infoview.coach import Review
from infoview.exporters.mail import eml, mailto
from workbook.components.takeout import Copy, Download, Item, Link
from workbook.markup import Html, html
from workbook.pages.fields import page_words

ORDER = (Severity.MUST, Severity.SHOULD, Severity.HINT)


def preview(recipient: str, subject: str, body: str) -> Html:
    """The message as it reads when it arrives."""
    words = page_words("requests.check")
    if not body:
        return html('<p class="iv-empty">{text}</p>', text=words["empty"])
    return html(
        '<div class="iv-mail"><dl><dt>{to_label}</dt><dd>{to}</dd>'
        "<dt>{subject_label}</dt><dd>{subject}</dd></dl>"
        '<div class="iv-mail-body">{paragraphs}</div></div>',
        to_label=words["to"],
        to=recipient,
        subject_label=words["subject"],
        subject=subject or words["no_subject"],
        paragraphs=[
            html("<p>{lines}</p>", lines=_with_breaks(paragraph))
            for paragraph in body.split("\n\n")
            if paragraph
        ],
    )


def remarks(review: Review, *, count: str) -> Html:
    """The coach's advice, the weightiest first, each with its reason and examples on demand."""
    words = page_words("requests.check")
    advice = sorted(review.advice, key=lambda one: ORDER.index(one.severity))
    return html(
        '<p class="iv-count">{count}</p><ul class="iv-advice">{items}</ul>'
        '<p class="iv-verdict">{verdict}</p>',
        count=count,
        items=[_remark(said, words) for said in _once(advice)],
        verdict=words["ready" if review.ready else "not_ready"],
    )


def ways_out(subject: str, body: str, *, to: str, sender: str) -> list[Item]:
    """Copy, draft and mail link for a finished text; no link where it would be too long to work."""
    words = page_words("requests.send")
    items: list[Item] = [Copy("copy", words["copy"], body)]
    if subject:
        items.append(Copy("copy-subject", words["copy_subject"], subject))
    items.append(
        Download(
            "eml", words["eml"], lambda: ("message.eml", eml(subject, body, to, sender), "message/rfc822")
        )
    )
    href = mailto(to, subject, body) if to else None
    if href:
        items.append(Link("mailto", words["mailto"], href))
    return items


def _once(advice: Sequence[Advice]) -> list[list[Advice]]:
    """Put remarks that say the same about several places together, so that nobody is told twice."""
    said: dict[str, list[Advice]] = {}
    for one in advice:
        said.setdefault(one.sentence, []).append(one)
    return list(said.values())


def _remark(same: Sequence[Advice], words: dict[str, Any]) -> Html:
    first = same[0]
    return html(
        '<li class="{severity}"><strong>{weight}</strong> {sentence}{excerpts}{more}</li>',
        severity=first.severity.value,
        weight=words[first.severity.value],
        sentence=first.sentence,
        excerpts=[html(" <q>{words}</q>", words=one.excerpt) for one in same if one.excerpt],
        more=_reasons(first, words),
    )


def _reasons(advice: Advice, words: dict[str, Any]) -> Html:
    lines = [
        html("<p>{source}</p>", source=advice.source) if advice.source else "",
        html("<p>{label}: <q>{text}</q></p>", label=words["worse"], text=advice.worse)
        if advice.worse
        else "",
        html("<p>{label}: <q>{text}</q></p>", label=words["better"], text=advice.better)
        if advice.better
        else "",
    ]
    if not any(lines):
        return html("")
    return html(
        '<details class="iv-help"><summary>{why}</summary>{lines}</details>', why=words["why"], lines=lines
    )


def _with_breaks(paragraph: str) -> list[Html]:
    lines = paragraph.splitlines()
    return [
        html("{line}<br>" if number < len(lines) else "{line}", line=line)
        for number, line in enumerate(lines, 1)
    ]
