"""A table with headings, read as contacts: LinkedIn, Google, Outlook, Thunderbird and any list of people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from infoview.content import words
from infoview.importers import days, people
from infoview.importers.columns import guess_columns, plain
from infoview.importers.records import ImportedContact, Problem, Reading
from infoview.importers.tables import Table

_LOOKED_AT = 200
_LAST_FIRST = re.compile(r"[^,\d@]+, ?[^,\d@]+")


def contacts(table: Table, *, encoding: str = "", mapping: Mapping[str, str] | None = None) -> Reading:
    """Read every row of a table as a contact, or say why not."""
    sample = [cells for _, cells in table.rows[:_LOOKED_AT]]
    fields = guess_columns(table.header, sample, mapping)
    problems = list(table.problems)
    found = tuple(_people(table, fields, problems))
    columns = dict(zip(table.header, fields, strict=True))
    return Reading(kind(table.header), encoding, found, tuple(problems), columns)


def kind(header: Sequence[str]) -> str:
    """Name the program a table comes from, by the headings only it writes."""
    plain_header = {plain(heading) for heading in header}
    raw = {heading.casefold() for heading in header}
    fields = set(guess_columns(header))
    if "connected_on" in fields or {"current company", "current position"} <= plain_header:
        return "linkedin-connections"
    if {"e-mail 1 - value", "phone 1 - value", "organization 1 - name"} & raw or {
        "given name",
        "family name",
        "group membership",
    } <= raw:
        return "google-csv"
    if {"phonetic first name", "file as"} <= plain_header:
        return "google-csv"
    if {"primary email", "display name"} <= plain_header:
        return "thunderbird-csv"
    if (
        plain_header & {"e mail adresse", "e mail address", "adresse de messagerie"}
        and len(header) > 20
        and "first_name" in fields
    ):  # noqa: PLR2004 - Outlook writes 61 to 92 columns
        return "outlook-csv"
    return "table"


def _people(table: Table, fields: Sequence[str], problems: list[Problem]) -> Iterator[ImportedContact]:
    used = [(place, field) for place, field in enumerate(fields) if field]
    headings = table.header
    flip = _last_name_first(table, fields)
    date_at = next((place for place, field in used if field == "connected_on"), None)
    dates = [cells[date_at] for _, cells in table.rows if date_at is not None and len(cells) > date_at]
    days_first = days.day_first(dates)
    unread = False
    for number, cells in table.rows:
        values: dict[str, list[str]] = {}
        for place, field in used:
            if place < len(cells) and (cell := cells[place]) and not cell.isspace():
                values.setdefault(field, []).append(
                    f"{headings[place]}: {cell}" if field == "detail" else cell
                )
        if _kept_out(values):
            problems.append(Problem(number, f"Row {number} asks not to be contacted, so it was left out."))
            continue
        if flip and "name" in values:
            values["name"] = [_turned(cell) for cell in values["name"]]
        person = people.build(number, values, problems)
        if person is None:
            continue
        written = values.get("connected_on", [""])[0]
        day = days.read_day(written, days_first=days_first) if written else None
        if written and not day and not unread:
            unread = True
            problems.append(
                Problem(
                    number,
                    f"The date in row {number}, “{people.line(written)[:40]}”, can't be read for certain; such dates were left out.",
                )
            )
        yield replace(person, connected_on=day) if day else person


def _kept_out(values: Mapping[str, list[str]]) -> bool:
    yes, no = set(words("columns")["yes"]["words"]), set(words("columns")["no"]["words"])
    if any(_answer(cell) in yes or _is_long_yes(cell, no) for cell in values.get("keep_out", ())):
        return True
    return any(_answer(cell) in no for cell in values.get("may_contact", ()))


def _answer(cell: str) -> str:
    return " ".join(cell.casefold().strip(" .!✓✔☑").split()) or "x"


def _is_long_yes(cell: str, no: set[str]) -> bool:
    """Take anything written into a do-not-contact column for a yes, unless it begins with a no."""
    first = _answer(cell).split()[0].strip(",;-")
    return first not in no and first not in {"-", "–", "n/a", "na", "none"}  # noqa: RUF001 - a dash for nothing


def _last_name_first(table: Table, fields: Sequence[str]) -> bool:
    """Tell a list that writes "Park, Ada" in its name column."""
    if "name" not in fields:
        return False
    place = fields.index("name")
    names = [
        cells[place] for _, cells in table.rows[:_LOOKED_AT] if place < len(cells) and cells[place].strip()
    ]
    turned = sum(bool(_LAST_FIRST.fullmatch(name.strip())) for name in names)
    return bool(names) and 2 * turned > len(names)


def _turned(name: str) -> str:
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else name
