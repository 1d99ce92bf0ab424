"""A table with headings, read as contacts: LinkedIn, Google, Outlook, Thunderbird and any list of people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from infoview.content import words
from infoview.importers import days, record
from infoview.importers.columns import guess_columns, plain
from infoview.importers.reading import ImportedContact, Problem, Reading
from infoview.importers.tables import Table

_LOOKED_AT = 200
_LAST_FIRST = re.compile(r"[^,\d@]+, ?[^,\d@]+")
_UNREAD = "The date in row {row}, “{text}”, can't be read for certain; such dates were left out."


def contacts(table: Table, *, encoding: str = "", mapping: Mapping[str, str] | None = None) -> Reading:
    """Read every row of a table as a contact, or say why not."""
    sample = [cells for _, cells in table.rows[:_LOOKED_AT]]
    fields = guess_columns(table.header, sample, mapping)
    problems = list(table.problems)
    found = tuple(_people(table, fields, problems))
    columns = dict(zip(table.header, fields, strict=True))
    return Reading(kind(table.header), encoding, found, tuple(problems), columns)


_SIGNS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (program, frozenset(headings.split(", ")))
    for program, headings in (
        ("linkedin-connections", "current company, current position"),
        ("google-csv", "given name, group membership"),
        ("google-csv", "phonetic first name, file as"),
        ("google-csv", "e mail value"),
        ("thunderbird-csv", "display name, primary email"),
        ("outlook-csv", "first name, e mail address, business phone"),
        ("outlook-csv", "first name, e mail address, job title"),
        ("outlook-csv", "vorname, e mail adresse, telefon geschaftlich"),
        ("outlook-csv", "prenom, adresse de messagerie"),
    )
)


def kind(header: Sequence[str]) -> str:
    """Name the program a table comes from, by headings that only it writes; "table" for any other."""
    if "connected_on" in guess_columns(header):
        return "linkedin-connections"
    headings = {plain(heading) for heading in header}
    return next((program for program, signs in _SIGNS if signs <= headings), "table")


def _people(table: Table, fields: Sequence[str], problems: list[Problem]) -> Iterator[ImportedContact]:
    used = [(place, field) for place, field in enumerate(fields) if field]
    details = {place: table.header[place] for place, field in used if field == "detail"}
    flip = _last_name_first(table, fields)
    date_at = next((place for place, field in used if field == "connected_on"), None)
    dates = [cells[date_at] for _, cells in table.rows if date_at is not None and len(cells) > date_at]
    days_first = days.day_first(dates)
    guarded = "keep_out" in fields or "may_contact" in fields
    unread = False
    for number, cells in table.rows:
        values: dict[str, list[str]] = {}
        for place, field in used:
            if place < len(cells) and (cell := cells[place]) and not cell.isspace():
                said = f"{details[place]}: {cell}" if place in details else cell
                if field in values:
                    values[field].append(said)
                else:
                    values[field] = [said]
        if guarded and _kept_out(values):
            problems.append(Problem(number, f"Row {number} asks not to be contacted, so it was left out."))
            continue
        if flip and "name" in values:
            _turn(values)
        written = values["connected_on"][0] if "connected_on" in values else ""
        day = days.read_day(written, days_first=days_first) if written else None
        if written and not day and not unread:
            unread = True
            problems.append(Problem(number, _UNREAD.format(row=number, text=record.line(written)[:40])))
        person = record.build(number, values, problems, connected_on=day)
        if person:
            yield person


def _kept_out(values: Mapping[str, list[str]]) -> bool:
    """Tell who asked not to be contacted: anything but a no in that column says so."""
    no = set(words("columns")["no"]["words"])
    asks_not = any(_answer(cell) not in no | {""} for cell in values.get("keep_out", ()))
    return asks_not or any(_answer(cell) in no for cell in values.get("may_contact", ()))


def _answer(cell: str) -> str:
    """Take the first word of an answer, "" for a dash; a tick is a word too."""
    first = next(iter(cell.casefold().split()), "").strip(",;.:!-–—")  # noqa: RUF001 - dashes of all lengths
    return "" if first in {"n/a", "na", "none"} else first


def _last_name_first(table: Table, fields: Sequence[str]) -> bool:
    """Tell a list that writes "Park, Ada" in its name column."""
    if "name" not in fields:
        return False
    place = fields.index("name")
    names = [
        cells[place] for _, cells in table.rows[:_LOOKED_AT] if place < len(cells) and cells[place].strip()
    ]
    turned = sum(bool(_LAST_FIRST.fullmatch(name.strip())) and not _ends_in_degree(name) for name in names)
    return bool(names) and 2 * turned > len(names)


def _ends_in_degree(name: str) -> bool:
    """Tell "Ada Park, PhD" from "Park, Ada"."""
    after = re.findall(r"[a-z]+", name.partition(",")[2].casefold().replace(".", ""))
    return bool(after) and set(after) <= set(words("nicknames")["credentials"])


def _turn(values: dict[str, list[str]]) -> None:
    """Write "Park, Ada" as Ada Park; the comma tells which is the surname."""
    last, _, first = (part.strip() for part in values["name"][0].partition(","))
    if first and not _ends_in_degree(values["name"][0]):
        values["name"] = [f"{first} {last}"]
        values.setdefault("first_name", [first])
        values.setdefault("last_name", [last])
