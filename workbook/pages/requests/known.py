"""Write the request: what is known of the person, to draw on while writing."""

from __future__ import annotations

from infoview.records.contacts import Contact
from infoview.workflow.contacts import introducer_of
from workbook.markup import Html, html
from workbook.pages.fields import page_words
from workbook.session import Session


def known(session: Session, contact: Contact) -> Html:
    """Fold away why them, how they were found and who gave the name; what is missing says where to go."""
    words = page_words("requests.known")
    introducer = introducer_of(session.logbook, contact)
    facts = {
        "organization": ", ".join(part for part in (contact.title, contact.organization) if part),
        "why": contact.why or words["nothing_why"],
        "how_found": contact.how_found,
        "introducer": introducer.name if introducer else "",
    }
    rows = [
        html("<dt>{label}</dt><dd>{value}</dd>", label=words[key], value=value)
        for key, value in facts.items()
        if value
    ]
    return html(
        '<details class="iv-known"><summary>{title}</summary><dl class="iv-facts">{rows}</dl></details>',
        title=words["title"].format(name=contact.name),
        rows=rows,
    )
