"""Letters on screen: the whole text as it will read, the coach's advice, and the ways to take it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from infoview.advice import Advice, Severity
from infoview.coach import Review
from infoview.exporters.mail import eml, mailto
from infoview.followups import FollowUpKind
from workbook.components.takeout import Copy, Download, Item, Link
from workbook.markup import Html, html
from workbook.pages.fields import keep_typed, page_words, unfinished
from workbook.session import Session

ORDER = (Severity.MUST, Severity.SHOULD, Severity.HINT)


def choose_letter(session: Session, contact_id: int, kind: FollowUpKind) -> None:
    """Have a kind of message about somebody chosen when the person comes to where messages are written."""
    record = unfinished(contact_id, "beside", 0)
    session.change(lambda logbook: keep_typed(logbook, record, "kind", kind.value))


def preview(recipient: str, subject: str, body: str, advice: Sequence[Advice] = ()) -> Html:
    """The message as it reads when it arrives, with the words marked that the advice is about."""
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
        subject=_marked(subject, [one for one in advice if one.part == "subject"]) or words["no_subject"],
        paragraphs=_paragraphs(body, [one for one in advice if one.part == "body"]),
    )


def card(body: str, advice: Sequence[Advice] = ()) -> Html:
    """A note as it reads on a card written by hand."""
    paragraphs = _paragraphs(body, [one for one in advice if one.part == "body"])
    return html('<div class="iv-mail iv-by-hand">{paragraphs}</div>', paragraphs=paragraphs)


def remarks(review: Review, *, count: str) -> Html:
    """The coach's advice, the weightiest first, each with its reason and examples on demand."""
    words = page_words("requests.check")
    advice = sorted(review.advice, key=lambda one: ORDER.index(one.severity))
    weights = [
        words["weights"][weight.value].format(number=number)
        for weight in ORDER
        if (number := sum(one.severity is weight for one in advice))
    ]
    return html(
        '<p class="iv-count">{count} {weights}</p><ul class="iv-advice">{items}</ul>'
        '<p class="iv-verdict">{verdict}</p>',
        count=count,
        weights=", ".join(weights),
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


def _paragraphs(body: str, advice: Sequence[Advice]) -> list[Html]:
    """Set a body in paragraphs; each mark stays within its own."""
    made, place = [], 0
    for paragraph in body.split("\n\n"):
        if paragraph:
            made.append(html("<p>{lines}</p>", lines=_marked(paragraph, advice, place)))
        place += len(paragraph) + 2
    return made


def _marked(text: str, advice: Sequence[Advice], place: int = 0) -> Html:
    """Mark the words of a text that remarks are about, the weightiest where two overlap."""
    taken: list[tuple[int, int, str]] = []
    for one in sorted(advice, key=lambda one: ORDER.index(one.severity)):
        start, end = max(one.start - place, 0), min(one.end - place, len(text))
        if start < end and all(end <= other[0] or other[1] <= start for other in taken):
            taken.append((start, end, one.severity.value))
    pieces, done = [], 0
    for start, end, weight in sorted(taken):
        mark = html(
            '<mark class="iv-mark-{weight}">{words}</mark>', weight=weight, words=_lines(text[start:end])
        )
        pieces += [_lines(text[done:start]), mark]
        done = end
    return html("{pieces}", pieces=[*pieces, _lines(text[done:])])


def _lines(text: str) -> Html:
    """Keep the line breaks of a text."""
    lines = text.split("\n")
    return html("{first}{rest}", first=lines[0], rest=[html("<br>{line}", line=line) for line in lines[1:]])
