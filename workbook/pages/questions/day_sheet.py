"""The day sheet as HTML, for the screen and for paper."""

from __future__ import annotations

from infoview.content import words
from infoview.questions.day_sheet import DaySheet
from infoview.records.meetings import link_in
from workbook.markup import Html, html, link


def sheet_html(sheet: DaySheet) -> Html:
    """Lay out what one needs in the room: who, when and where, the questions, the words for the end.

    The size of the print is for paper; a screen goes by its own (`theme/pages.css`).
    """
    said = words("day")["sheet"]
    return html(
        '<article class="sheet" style="--print-size: {size}pt"><h2 class="title">{title}</h2>'
        '<p class="who">{who}</p><dl>{facts}</dl>'
        "<h2>{questions_title}</h2><ol>{questions}</ol>"
        "<h2>{closing_title}</h2><ul>{closing}</ul><footer>{remember}</footer></article>",
        size=f"{sheet.size:g}",
        title=sheet.title,
        who=sheet.who,
        facts=[
            html("<dt>{label}</dt><dd>{text}</dd>", label=label, text=_linked(text))
            for label, text in sheet.facts
        ],
        questions_title=said["questions"],
        questions=[_question(text, starred=starred) for text, starred in sheet.questions],
        closing_title=said["closing"],
        closing=[html("<li>{text}</li>", text=text) for text in sheet.closing],
        remember=[html("<p>{text}</p>", text=text) for text in sheet.remember],
    )


def _linked(text: str) -> Html:
    """Let a link in a text be followed."""
    href = link_in(text)
    before, _, after = text.partition(href) if href else (text, "", "")
    return html("{before}{link}{after}", before=before, link=link(href) if href else "", after=after)


def _question(text: str, *, starred: bool) -> Html:
    if starred:
        return html('<li class="starred"><strong>★ {text}</strong></li>', text=text)
    return html("<li>{text}</li>", text=text)
