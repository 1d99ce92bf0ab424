"""From the cells of one record to a contact: cleaned, shortened, and only with links that are links."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from infoview.importers.reading import ImportedContact, Problem
from infoview.text import addresses

LONGEST_VALUE = 300
LONGEST_NOTE = 5_000
MOST_VALUES = 20

# Characters no name needs: controls, marks that turn the reading direction around, invisible spaces.
_UNWANTED = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160), 8203, 65279))
_UNWANTED |= dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_LEARNED = re.compile(r"\b(?:Dr|Prof)", re.IGNORECASE)  # kept before a name, unlike Mr, Herr and Mme
_BETWEEN = " ::: "  # how Google writes several values into one cell
_SEVERAL = re.compile(r"\s*:::\s*|\s*[;\n]\s*")
_LINKS_APART = re.compile(r"\s*:::\s*|\s+")
_PHONES_APART = re.compile(r"\s*:::\s*|\s*\n\s*")


def line(text: str) -> str:
    """Make one clean line of a cell."""
    text = text[: 4 * LONGEST_VALUE]
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", text).translate(_UNWANTED)
    return " ".join(text.split())


def paragraph(text: str) -> str:
    """Clean a note, keeping its lines."""
    short = text[: 2 * LONGEST_NOTE]
    return "\n".join(line(part) for part in short.splitlines()).strip()[:LONGEST_NOTE]


def build(
    row: int,
    values: dict[str, list[str]],
    problems: list[Problem],
    *,
    what: str = "Row",
    connected_on: date | None = None,
) -> ImportedContact | None:
    """Make a contact of what one record holds, or None with the reason among the problems.

    Args:
        row: The record's place in its file.
        values: For each field of `columns.FIELDS` the non-empty cells, in order.
        problems: Gets a sentence for whatever is left out or repaired.
        what: What a record of this format is called: "Row", "Card".
        connected_on: The day of the connection, already read.
    """
    if max(map(len, chain.from_iterable(values.values())), default=0) > LONGEST_VALUE:
        _shorten(row, values, problems, what)
    left: list[str] = []
    emails = _emails(values["email"], left) if "email" in values else ()
    url = _url(values, left)
    for text in left:
        said = f"{what} {row} has “{text[:60]}” for an address; it went to the note."
        problems.append(Problem(row, said))
    first, last = _first(values, "first_name"), _first(values, "last_name")
    name = _name(values, first, last)
    if not (name[:1].isalnum() or any(map(str.isalnum, name))):
        if not emails:
            problems.append(Problem(row, f"{what} {row} has no name, so it was left out."))
            return None
        name = emails[0]
        problems.append(Problem(row, f"{what} {row} has no name; its e-mail address stands in for it."))
    return ImportedContact(
        row=row,
        name=name,
        first_name=first,
        last_name=last,
        emails=emails,
        phones=_phones(values["phone"]) if "phone" in values else (),
        organization=_first(values, "organization"),
        department=_first(values, "department"),
        title=_first(values, "title"),
        location=_location(values),
        url=url,
        connected_on=connected_on,
        note=_note(values, left),
    )


def _shorten(row: int, values: dict[str, list[str]], problems: list[Problem], what: str) -> None:
    for field, cells in values.items():
        limit = LONGEST_NOTE if field in {"note", "detail"} else LONGEST_VALUE
        for place, cell in enumerate(cells):
            if len(cell) > limit and field not in {"email", "phone"}:
                cells[place] = cell[:limit]
                problems.append(
                    Problem(row, f"{what} {row} has a very long text; only its beginning was kept.")
                )


def _first(values: dict[str, list[str]], field: str) -> str:
    for cell in values.get(field, ()):
        if found := line(cell):
            return found.partition(_BETWEEN)[0] if _BETWEEN in found else found
    return ""


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))[:MOST_VALUES]


def _phones(cells: Iterable[str]) -> tuple[str, ...]:
    return _distinct(line(phone) for cell in cells for phone in _PHONES_APART.split(cell))


def _name(values: dict[str, list[str]], first: str, last: str) -> str:
    """Take the name as the file writes it, else put it together from its parts."""
    if whole := _first(values, "name"):
        return whole
    if not (first or last):
        return _first(values, "nickname")
    learned = next((line(prefix) for prefix in values.get("prefix", ()) if _LEARNED.search(prefix)), "")
    parts = (learned, first, _first(values, "middle_name"), last, _first(values, "suffix"))
    return " ".join(filter(None, parts))


def _emails(cells: Iterable[str], left: list[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for cell in cells:
        for text in filter(None, _SEVERAL.split(cell[:LONGEST_NOTE].strip())):
            whole = addresses.email(text)
            good = (
                [whole]
                if whole
                else [part for part in map(addresses.email, re.split(r"[,\s]+", text)) if part]
            )
            for address in good:
                found.setdefault(address.casefold(), address)
            if not good:
                left.append(line(text)[:LONGEST_VALUE])
    return tuple(found.values())[:MOST_VALUES]


def _url(values: dict[str, list[str]], left: list[str]) -> str:
    """Take the LinkedIn profile where there is one, else the first link."""
    links: list[str] = []
    for cell in values.get("linkedin", []) + values.get("url", []):
        whole = addresses.link(cell)
        links += [whole] if whole else _links_in(cell, left)
    if len(links) > 1:
        return next((found for found in links if "linkedin.com/" in found.lower()), links[0])
    return links[0] if links else ""


def _links_in(cell: str, left: list[str]) -> Iterator[str]:
    """Find links among words; the words are left over."""
    for text in _LINKS_APART.split(cell.strip()):
        if good := addresses.link(text):
            yield good
        elif text:
            left.append(line(text)[:LONGEST_VALUE])


def _location(values: dict[str, list[str]]) -> str:
    if place := _first(values, "location"):
        return place
    parts = [part for part in ("city", "state", "country") if part in values]
    return ", ".join(_distinct(_first(values, part) for part in parts)) if parts else ""


def _note(values: dict[str, list[str]], left: list[str]) -> str:
    cells = values.get("note", []) + values.get("detail", [])
    if not cells and not left:
        return ""
    parts = [paragraph(cell) for cell in cells]
    return "\n".join(part for part in (*parts, *left) if part)[:LONGEST_NOTE]
