"""Find contacts: what was understood of a file, as it is shown before anything is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from infoview.contacts.already_known import Likeness
from infoview.importers import ImportedContact, Reading
from workbook.markup import Html, html
from workbook.pages.fields import page_words

SHOWN_PROBLEMS = 50
OPEN_PROBLEMS = 3
"""Up to so many are told unasked; more would push what one does next out of sight."""
SHOWN_PEOPLE = 5


def preview(name: str, reading: Reading) -> Html:
    """Say what a file looks like, with its first people and what was left out."""
    words = page_words("contacts.import_file")
    known: Mapping[str, str] = words["formats"]
    kind = next((said for key, said in known.items() if reading.format.startswith(key)), known["table"])
    number = len(reading.contacts)
    return html(
        '<div class="iv-understood"><p><strong>{people}</strong> {understood}</p>{first}{problems}</div>',
        understood=words["understood"].format(file=name, format=kind),
        people=words["people_one" if number == 1 else "people"].format(number=number),
        first=_first(reading.contacts[:SHOWN_PEOPLE]),
        problems=_left_out([problem.message for problem in reading.problems]),
    )


def resembling(perhaps: Sequence[Likeness]) -> Html:
    """Say who may be there already, each by name and with the reason."""
    words, number = page_words("contacts.import_file"), len(perhaps)
    if not perhaps:
        return html("")
    title = words["perhaps_one" if number == 1 else "perhaps"].format(number=number)
    return html(
        '<div class="iv-understood">{said}<p>{then}</p></div>',
        said=in_full(title, [pair.sentence for pair in perhaps]),
        then=words["perhaps_then"],
    )


def in_full(title: str, sentences: Sequence[str]) -> Html:
    """Say the first few of many sentences, and all the others where one opens them."""
    few, rest = sentences[:SHOWN_PEOPLE], sentences[SHOWN_PEOPLE:]
    others = page_words("contacts.import_file")["the_others_one" if len(rest) == 1 else "the_others"]
    return html(
        "<p>{title}</p><ul>{few}</ul>{rest}",
        title=title,
        few=_listed(few),
        rest=html(
            '<details class="iv-help"><summary>{title}</summary><ul>{rest}</ul></details>',
            title=others.format(number=len(rest)),
            rest=_listed(rest),
        )
        if rest
        else "",
    )


def _listed(sentences: Sequence[str]) -> list[Html]:
    return [html("<li>{said}</li>", said=said) for said in sentences]


def _first(people: Sequence[ImportedContact]) -> Html:
    """Show the first people in the columns that were understood, so that a wrong one is seen."""
    words = page_words("contacts.import_file")
    return html(
        '<table class="iv-matrix iv-first"><caption>{caption}</caption>'
        "<thead><tr>{headings}</tr></thead><tbody>{rows}</tbody></table>",
        caption=words["first"],
        headings=[html('<th scope="col">{label}</th>', label=label) for label in words["columns"].values()],
        rows=[_row(person, words["columns"]) for person in people],
    )


def _row(person: ImportedContact, columns: Mapping[str, str]) -> Html:
    (name, _), *others = columns.items()
    return html(
        '<tr><th scope="row">{name}</th>{others}</tr>',
        name=getattr(person, name),
        others=[_cell(label, getattr(person, key)) for key, label in others],
    )


def _cell(label: str, value: str) -> Html:
    """Make a cell that has its own label where the columns stand below each other."""
    return html(
        '<td class="{blank}"><span class="iv-cell-label" aria-hidden="true">{label}</span>{value}</td>',
        blank="" if value else "iv-blank",
        label=label,
        value=value,
    )


def _left_out(sentences: Sequence[str]) -> Html:
    words, number = page_words("contacts.import_file"), len(sentences)
    if not sentences:
        return html("")
    return html(
        '<details class="iv-help"{open}><summary>{title}</summary><ul>{items}</ul><p>{more}</p></details>',
        title=words["left_out_one" if number == 1 else "left_out"].format(number=number),
        open=html(" open") if number <= OPEN_PROBLEMS else "",
        items=_listed(sentences[:SHOWN_PROBLEMS]),
        more=_more(number - SHOWN_PROBLEMS),
    )


def _more(number: int) -> str:
    return str(page_words("contacts.import_file")["and_more"].format(number=number)) if number > 0 else ""
