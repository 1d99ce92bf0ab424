"""Evidence on screen: what a study found, what it looked at, and what it does not show."""

from __future__ import annotations

from infoview.content import words
from workbook.markup import Html, html, link


def finding(name: str, label: str = "") -> Html:
    """Show one finding of `content/evidence.toml` by its id, folded below a label where one is given."""
    found = next(entry for entry in words("evidence")["finding"] if entry["id"] == name)
    more = html(
        "<p>{measured} {caution}</p><p>{source}</p>",
        measured=found["measured"],
        caution=found["caution"],
        source=link(found["url"], found["source"]),
    )
    if label:
        return html(
            '<details class="iv-help"><summary>{label}</summary><p>{claim}</p>{more}</details>',
            label=label,
            claim=found["claim"],
            more=more,
        )
    return html(
        '<p>{claim}</p><details class="iv-help"><summary>{source}</summary>{more}</details>',
        claim=found["claim"],
        source=found["source"],
        more=more,
    )
