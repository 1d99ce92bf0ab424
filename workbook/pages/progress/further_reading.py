"""Progress: further reading, and what each is good for."""

from __future__ import annotations

import ipywidgets

from infoview.content import words
from workbook.markup import Html, html, prose
from workbook.pages.evidence import finding
from workbook.pages.fields import page_words
from workbook.pages.page import box
from workbook.session import Session


def articles(_session: Session) -> int:
    """Count the articles of the source guide."""
    return len(words("further_reading")["article"])


def studies(_session: Session) -> int:
    """Count what was measured."""
    return len(words("evidence")["finding"])


class Reading:
    """The articles of the source guide: titles to look for, as addresses move and titles stay."""

    def __init__(self, session: Session) -> None:
        del session
        articles = [_article(**entry) for entry in words("further_reading")["article"]]
        self.view: ipywidgets.Widget = box(
            [
                prose(html('<ul class="iv-spots">{articles}</ul>', articles=articles)),
                prose(html("<p>{said}</p>", said=page_words("progress.reading")["no_links"]), "iv-note"),
            ]
        )

    def draw(self) -> None:
        """Nothing changes here."""


class Studies:
    """What was measured about asking and being asked, by step; each with what it does not show."""

    def __init__(self, session: Session) -> None:
        del session
        steps, found = page_words("app.steps"), words("evidence")["finding"]
        chapters = dict.fromkeys(study["chapter"] for study in found)
        self.view: ipywidgets.Widget = prose(
            html(
                "{chapters}",
                chapters=[
                    html(
                        "<h3>{step}</h3>{findings}",
                        step=steps[chapter],
                        findings=[finding(study["id"]) for study in found if study["chapter"] == chapter],
                    )
                    for chapter in chapters
                ],
            )
        )

    def draw(self) -> None:
        """Nothing changes here."""


def _article(title: str, publication: str, good_for: str, author: str = "") -> Html:
    return html(
        '<li><p><strong>{title}</strong></p><p class="iv-where">{where}</p><p>{good_for}</p></li>',
        title=title,
        where=", ".join(part for part in (author, publication) if part),
        good_for=good_for,
    )
