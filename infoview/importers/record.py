"""From the cells of one record to a contact: cleaned, shortened, and only with links that are links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from infoview.content import words
from infoview.importers import phones
from infoview.importers.cells import (
    LONGEST_NOTE,
    LONGEST_VALUE,
    NAMES,
    empty_words,
    is_nothing,
    line,
    paragraph,
    words_alone,
)
from infoview.importers.reading import ImportedContact, Problem, said
from infoview.text import addresses
from infoview.text.names import fold, joined, spoken, turned, unquoted

MOST_VALUES = 20
MOST_KEPT = 32_768
"""How many cells are kept as they were cleaned."""
Values = dict[str, list[str]]
"""For each field of `columns.FIELDS` what one record says of it, in the order of the file."""

_LEARNED = re.compile(r"\b(?:Dr|Prof)", re.IGNORECASE)  # kept before a name, unlike Mr, Herr and Mme
_NOBODY = (["null"], ["undefined"], ["None"], ["nan"], ["NULL"])  # both names: a telephone's, nobody's
_PLACES = frozenset(("location", "city", "state", "country"))
_PERHAPS_NOTHING = frozenset("# \t\r\n\u00a0")
_BETWEEN = " ::: "  # how Google writes several values into one cell
_LINKS_APART = re.compile(r"\s*:::\s*|\s+")
_NOT_A_PERSONS = re.compile(r"linkedin\.com/(?:company|school|showcase|groups)/", re.IGNORECASE)


def build(
    row: int,
    values: Values,
    problems: list[Problem],
    *,
    what: str = "row",
    connected_on: date | None = None,
    surname_first: bool = False,
) -> ImportedContact | None:
    """Make a contact of what one record holds, or None with the reason among the problems.

    Args:
        row: The record's place in its file.
        values: What the record says, not empty; what is written for nothing is taken out of it.
        problems: Gets a sentence for whatever is left out or repaired.
        what: What a record of this format is called in `content/importers.toml`: "row", "card", "entry".
        connected_on: The day of the connection, already read.
        surname_first: Whether the file writes "Park, Ada" for Ada Park.
    """
    told = _Told(row, what, problems)
    if _is_odd(values):
        _drop_nothing(values)
        _shorten(values, told)
    if values.get("first_name") == values.get("last_name") in _NOBODY:
        values = {field: cells for field, cells in values.items() if field not in NAMES}
    left: list[str] = []
    names, emails = _emails(values["email"], left) if "email" in values else ((), ())
    url = _url(values, left) if "linkedin" in values or "url" in values else ""
    for text in left:
        told("no_address", text=text[:60])
    if "name" in values and "," in values["name"][0]:
        _part_name(values, surname_first=surname_first)
    first, last = _first(values, "first_name"), _first(values, "last_name")
    name = _name(values, first, last, reached=bool(emails or "phone" in values or "title" in values))
    if not (name[:1].isalnum() or any(map(str.isalnum, name))):
        name = next((spoken(found, surname_first=True) for found in names if found), "")
    if "<" in name:
        name, emails = _without_address(name, emails)
    if not name:
        if not emails:
            told("no_name")
            return None
        name = emails[0]
        told("named_by_address")
    return ImportedContact(
        row=row,
        name=name,
        first_name=first,
        last_name=last,
        emails=emails,
        phones=_phones(values["phone"], told) if "phone" in values else (),
        organization=_first(values, "organization"),
        department=_first(values, "department") if "department" in values else "",
        title=_first(values, "title"),
        location="" if _PLACES.isdisjoint(values) else _location(values),
        url=url,
        connected_on=connected_on,
        note=_note(values, left),
    )


class _Told:
    """Takes down what is said about one record."""

    __slots__ = ("_problems", "_row", "_what")

    def __init__(self, row: int, what: str, problems: list[Problem]) -> None:
        self._row, self._what, self._problems = row, what, problems

    def __call__(self, key: str, **filled: object) -> None:
        record = words("importers")["records"][self._what]
        self._problems.append(Problem(self._row, said(key, record=record, row=self._row, **filled)))


def _is_odd(values: Values) -> bool:
    """Tell a record with a cell that is very long, or perhaps nothing; most have none."""
    for field, cells in values.items():
        empty = empty_words(field)
        for cell in cells:
            if cell in empty or len(cell) > LONGEST_VALUE or cell[0] in _PERHAPS_NOTHING:
                return True
    return False


def _drop_nothing(values: Values) -> None:
    """Take out what is written for nothing: #N/A, NULL, (blank), a dash."""
    for field, cells in list(values.items()):
        values[field] = [cell for cell in cells if not is_nothing(cell, field)]
        if not values[field]:
            del values[field]


def _shorten(values: Values, told: _Told) -> None:
    for field, cells in values.items():
        limit = LONGEST_NOTE if field in {"note", "detail"} else LONGEST_VALUE
        for place, cell in enumerate(cells):
            if len(cell) > limit and field not in {"email", "phone"}:
                cells[place] = cell[:limit]
                told("long_text")


def _first(values: Values, field: str) -> str:
    for cell in values.get(field, ()):
        if found := _value(cell):
            return found
    return ""


@lru_cache(maxsize=MOST_KEPT)
def _value(cell: str) -> str:
    """Clean one cell; a list of thousands has a few hundred first names, organizations and titles."""
    found = line(words_alone(cell) if "://" in cell else cell)
    return found.partition(_BETWEEN)[0] if _BETWEEN in found else found


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))[:MOST_VALUES]


def _phones(cells: Iterable[str], told: _Told) -> tuple[str, ...]:
    good = []
    for cell in cells:
        if phones.ROUNDED.fullmatch(cell):
            told("rounded_phone", text=line(cell))
        else:
            good.append(cell)
    return _distinct(number for cell in good for number in phones.numbers(cell))


def _name(values: Values, given: str, family: str, *, reached: bool) -> str:
    """Take the name as the file writes it, unless that is no name and its parts are; in the spoken order."""
    whole = unquoted(_first(values, "name")) if "name" in values else ""
    if not (given or family):
        return spoken(whole) if whole else _first(values, "nickname")
    if not whole or _is_another_thing(whole, values, reached=reached):
        return _from_parts(given, family, values)
    return spoken(whole, surname_first=fold(whole.partition(",")[0]) == fold(family))


def _part_name(values: Values, *, surname_first: bool) -> None:
    """Learn from "Park, Ada" which is the surname, where no other cell tells it."""
    given, family, behind = turned(unquoted(_first(values, "name")), surname_first=surname_first)
    if given and not {"first_name", "last_name"} & values.keys():
        values["first_name"], values["last_name"] = [given], [family]
        values["name"] = [", ".join([f"{given} {family}", *behind])]


def _is_another_thing(whole: str, values: Values, *, reached: bool) -> bool:
    """Tell a display name that is the organization's, or an address, from the person's own.

    A card that holds nothing but an organization's name and a person's stays the organization's.
    """
    if addresses.email(whole):
        return True
    return reached and fold(whole) == fold(_first(values, "organization"))


def _from_parts(given: str, family: str, values: Values) -> str:
    name = joined(given, _first(values, "middle_name") if "middle_name" in values else "", family)
    if "prefix" in values and (learned := next(filter(_LEARNED.search, values["prefix"]), "")):
        name = f"{line(learned)} {name}"
    if "suffix" in values and (suffix := _first(values, "suffix")):
        name = f"{name} {suffix}"
    return name


def _without_address(name: str, emails: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Part a name from the address that stands in its cell: `Ada Park <ada@example.org>`."""
    found, _ = addresses.mailboxes(name)
    if not found:
        return name, emails
    return spoken(found[0][0], surname_first=True), _distinct((*emails, *(address for _, address in found)))


def _emails(cells: Iterable[str], left: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read the addresses of a record, and the names that stand beside them."""
    names: list[str] = []
    found: dict[str, str] = {}
    for cell in cells:
        if whole := addresses.email(cell) if "<" not in cell else "":
            found.setdefault(whole.casefold(), whole)
            continue
        boxes, words_only = addresses.mailboxes(cell[:LONGEST_NOTE])
        for name, address in boxes:
            names.append(line(name))
            found.setdefault(address.casefold(), address)
        left += [line(text)[:LONGEST_VALUE] for text in words_only]
    return tuple(names), tuple(found.values())[:MOST_VALUES]


def _url(values: Values, left: list[str]) -> str:
    """Take the LinkedIn profile where there is one, else the first link; an organization's page is a note."""
    links: list[str] = []
    for cell in values.get("linkedin", []) + values.get("url", []):
        whole = addresses.link(cell)
        links += [whole] if whole else _links_in(cell, left)
    if len(links) == 1 and not _NOT_A_PERSONS.search(links[0]):
        return links[0]
    own = [found for found in links if not _NOT_A_PERSONS.search(found)]
    if len(own) < len(links):
        values.setdefault("note", []).extend(found for found in links if found not in own)
    if len(own) > 1:
        return next((found for found in own if "linkedin.com/" in found.lower()), own[0])
    return own[0] if own else ""


def _links_in(cell: str, left: list[str]) -> Iterator[str]:
    """Find links among words; the words are left over."""
    for text in _LINKS_APART.split(cell.strip()):
        if good := addresses.link(text):
            yield good
        elif text:
            left.append(line(text)[:LONGEST_VALUE])


def _location(values: Values) -> str:
    if "location" in values and (place := _first(values, "location")):
        return place
    parts = [part for part in ("city", "state", "country") if part in values]
    return ", ".join(_distinct(_first(values, part) for part in parts)) if parts else ""


def _note(values: Values, left: list[str]) -> str:
    cells = values.get("note", []) + values.get("detail", [])
    parts = [paragraph(cell) for cell in cells] if cells else []
    if "phonetic_first" in values or "phonetic_last" in values:
        parts.append(words("importers")["detail"]["phonetic"].format(name=_phonetic(values)))
    return "\n".join(part for part in (*parts, *left) if part)[:LONGEST_NOTE] if parts or left else ""


def _phonetic(values: Values) -> str:
    """Put a phonetic name in the order of the name it tells how to say."""
    parts = [_first(values, "phonetic_first"), _first(values, "phonetic_last")]
    given, family = _first(values, "first_name"), _first(values, "last_name")
    whole = _name(values, given, family, reached=True)
    if family and whole.startswith(family) and whole != family:
        parts.reverse()
    return " ".join(filter(None, parts))
