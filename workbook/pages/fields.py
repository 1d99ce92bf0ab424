"""Forms from words: the fields of `content/pages` as a form over one record of the logbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from infoview import content
from infoview.logbook import Logbook
from workbook.components.form import Elsewhere, Field, Form
from workbook.components.table import Column, Table
from workbook.session import Session

Options = Sequence[tuple[str, str]]


@cache
def page_words(path: str) -> dict[str, Any]:
    """Look up the words of a section, such as "contacts.by_hand", in the file of its step."""
    file, *names = path.split(".")
    found: dict[str, Any] = content.words(f"pages/{file}")
    for name in names:
        found = found[name]
    return found


def fields(
    path: str,
    options: Mapping[str, Options] | None = None,
    offers: Mapping[str, Sequence[str]] | None = None,
) -> list[Field]:
    """Make the fields of a section; by key, `options` are what choices offer, `offers` texts to take."""
    offered, texts = options or {}, offers or {}
    return [
        Field(
            **{
                "options": tuple(offered.get(entry["key"], ())),
                "offers": tuple(texts.get(entry["key"], ())),
                **entry,
            }
        )
        for entry in page_words(path)["fields"]
    ]


def form(
    session: Session,
    asked: Sequence[Field],
    on_change: Callable[[str, str, object], None],
    legend: str = "",
    on_enter: Callable[[], None] = lambda: None,
) -> Form:
    """Make a form whose unsaved text the browser keeps under the name of this logbook."""
    elsewhere = Elsewhere(session.poll, lambda: session.catches_up, session.say)
    made = Form(session.guard, asked, on_change, session.logbook.uid, legend, on_enter, elsewhere)

    def follow() -> None:
        made.store = session.logbook.uid

    session.on_reopen(follow)
    return made


def typed_form(
    session: Session,
    asked: Sequence[Field],
    legend: str = "",
    on_enter: Callable[[], None] = lambda: None,
) -> Form:
    """Make a form whose text is kept as it is typed, until a button makes something of it."""

    def keep(record: str, key: str, value: object) -> None:
        session.change(lambda logbook: keep_typed(logbook, record, key, value))

    return form(session, asked, keep, legend, on_enter)


def listing(
    session: Session,
    path: str,
    act: Callable[[str, str], None],
    draw: Callable[[], None],
    kinds: Mapping[str, str] | None = None,
    page_size: int = 10,
) -> Table:
    """Make the table of a section from its words: `caption`, `columns`, and `empty` for no rows.

    Args:
        session: Whose table it is.
        path: The section, such as "debrief.names".
        act: Called with an action and the id of its row.
        draw: Called when another page of the rows is wanted.
        kinds: What a column is where it is more than text, by its key.
        page_size: How many rows are shown at once.
    """
    said = page_words(path)
    columns = [
        Column(key, label, kind=(kinds or {}).get(key, "text")) for key, label in said["columns"].items()
    ]
    return Table(
        session.guard,
        said["caption"],
        columns,
        act,
        lambda _view: draw(),
        page_size=page_size,
        empty=said.get("empty", ""),
    )


def number_of(record: str) -> int:
    """Read the id in a record's name, such as 12 in "contact-12"; 0 where there is none."""
    tail = record.rpartition("-")[2]
    return int(tail) if tail.isdigit() else 0


def unfinished(contact_id: int, what: str, number: int) -> str:
    """Name the record of a small form about someone, so that what is typed into it stays with that person."""
    return f"about-{contact_id}.{what}-{number}"


def keep_typed(logbook: Logbook, record: str, key: str, value: object) -> None:
    """Keep what was typed into a field of a small form until its button is pressed."""
    logbook.remember(f"{record}.{key}", str(value))


def typed_so_far(logbook: Logbook, record: str) -> dict[str, str]:
    """Look up what was typed into a small form, by field."""
    return logbook.recall_all(f"{record}.")


def forget_typed(logbook: Logbook, record: str) -> None:
    """Forget what was typed into a small form, or with "about-12" into all of them about someone."""
    logbook.forget_all(f"{record}.")
