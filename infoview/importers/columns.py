"""Which column of a table holds what: told by its heading, by the other columns, and by its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, partial

from infoview.content import words
from infoview.importers import consent
from infoview.importers.cells import is_nothing
from infoview.importers.headings import FIELDS, Meaning, field_of, meaning, owners, plain
from infoview.text import addresses

__all__ = [
    "FIELDS",
    "field_of",
    "guess_columns",
    "looks_like_header",
    "may_be_header",
    "plain",
    "unclear_consent",
]

LONGEST_HEADING = 60
LONGEST_CELL = 5_000
"""Letters of a cell that are looked at to see what its column holds."""
_NAMING = {"name", "first_name", "last_name", "email"}
_MANY = {"email", "phone", "linkedin", "note", "detail", "keep_out", "may_contact"}
_BARE_TITLES = {"title", "titel", "titre", "titulo"}
_KINDS = {
    **dict.fromkeys(
        ("name", "first_name", "middle_name", "last_name", "prefix", "suffix", "nickname"), "name"
    ),
    **dict.fromkeys(("phonetic_first", "phonetic_last"), "name"),
    **dict.fromkeys(("organization", "department"), "organization"),
    **dict.fromkeys(("location", "city", "state", "country"), "place"),
    **dict.fromkeys(("linkedin", "url"), "page"),
}
"""Fields of which a person has one kind: who has a city of their own is not at the buyer's country."""
Rows = Sequence[Sequence[str]]


def guess_columns(
    header: Sequence[str], rows: Rows = (), mapping: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Say for each heading which of `FIELDS` its column holds, "" for none.

    Args:
        header: The headings, as the file writes them.
        rows: Some rows below; they tell a "Title" of Mr and Dr from one of jobs, "Name" from a surname, and
            where the headings say nothing, addresses and names.
        mapping: What the person said a heading holds; it goes before every guess.
    """
    said = mapping or {}
    fields = _by_headings(header, rows, said)
    fields = [said.get(heading, field) for heading, field in zip(header, fields, strict=True)]
    open_to_guess = [
        place for place, heading in enumerate(header) if not fields[place] and heading not in said
    ]
    _settle_by_content(fields, rows, open_to_guess, [plain(heading) for heading in header])
    _settle_titles(header, fields, rows, said)
    _settle_names(fields, rows, said, header)
    return tuple(fields)


def _by_headings(header: Sequence[str], rows: Rows, said: Collection[str]) -> list[str]:
    """Take each column for what its heading means, if it is the person's and its cells are of that kind."""
    found = [Meaning() if heading in said else meaning(heading) for heading in header]
    found = [
        column if _agrees(column, header[place], rows, place) else Meaning()
        for place, column in enumerate(found)
    ]
    found = _of_the_person(found)
    known = {column.field for column in found if column.sure}
    fields = []
    for column in found:
        fields.append(
            column.field if column.sure or column.field in _MANY or column.field not in known else ""
        )
        known.add(column.field)
    return fields


def _of_the_person(found: Sequence[Meaning]) -> list[Meaning]:
    """Pass over what is somebody else's: the buyer's address, the manager's name, the emergency's number.

    What may be the person's under another word ("Registration email") is taken where they have none of the
    kind, and nobody else goes by that word.
    """
    person = _whose(found)
    kinds: dict[str, set[str]] = {}
    for column in found:
        kinds.setdefault("" if column.owner == person else column.owner, set()).add(_kind(column.field))
    own = kinds.get("", set())

    def is_theirs(column: Meaning) -> bool:
        if column.owner in {"", person}:
            return True
        is_apart = bool({"name", "email"} & own & kinds[column.owner])
        return column.owner in owners("perhaps") and _kind(column.field) not in own and not is_apart

    return [column if is_theirs(column) else Meaning() for column in found]


def _whose(found: Sequence[Meaning]) -> str:
    """Find whom a list is of: "" for the one whose columns bear nobody's word, else whoever is named."""
    named = {column.owner for column in found if _kind(column.field) == "name"}
    if "" in named or not named:
        return ""
    has_address = any(column.field == "email" and not column.owner for column in found)
    ranked = owners("perhaps") if has_address else owners("perhaps") + owners("others")
    return next((owner for owner in ranked if owner in named), "")


def _kind(field: str) -> str:
    return _KINDS.get(field, field)


def _agrees(found: Meaning, heading: str, rows: Rows, place: int) -> bool:
    """Tell whether what stands in a column is of the kind that its heading says, or part of it."""
    field = found.field
    if field in {"name", "organization", "title"} and _holds(rows, place, _is_id):
        return False
    if field == "name" and "name" not in plain(heading) and consent.all_answers(_cells(rows, place)):
        return False
    roles = _roles("words" if "rol" in plain(heading) else "always")
    if field == "title" and _all_within(rows, place, roles):
        return False
    if found.sure or field not in _AS_CELLS:
        return True
    return _holds(rows, place, _AS_CELLS[field], least=0)


def unclear_consent(header: Sequence[str], fields: Sequence[str], rows: Rows) -> tuple[str, ...]:
    """List the headings that may ask who wants to be contacted, and cannot be understood."""
    return tuple(
        heading
        for place, (heading, field) in enumerate(zip(header, fields, strict=True))
        if not field and any(map(str.strip, _cells(rows, place))) and _may_ask(heading, rows, place)
    )


def _may_ask(heading: str, rows: Rows, place: int) -> bool:
    key = plain(heading)
    if consent.asked(key) == "perhaps":
        return True
    starts = key.split(" ")[0] in {"contact", "contacting", "share", "sharing", "reachable", "kontakt"}
    return starts and consent.all_answers(_cells(rows, place))


def _settle_by_content(fields: list[str], rows: Rows, places: Sequence[int], keys: Sequence[str]) -> None:
    """Take columns whose headings say nothing for what they hold: addresses, numbers, work, then names."""
    for place in places:
        if "email" not in fields and _holds(rows, place, addresses.email) and _is_free(keys[place]):
            fields[place] = "email"
        elif "linkedin" not in fields and _holds(rows, place, _profile) and _is_free(keys[place]):
            fields[place] = "linkedin"
        elif keys[place] in words("columns")["phone"]["maybe"] and _holds(rows, place, _is_phone):
            fields[place] = "phone"
    if not {"email", "linkedin"} & set(fields):
        return
    unknown = [place for place in places if not fields[place] and _is_free(keys[place])]
    if not {"name", "first_name", "last_name"} & set(fields):
        _settle_work(fields, rows, unknown)
        _settle_unnamed(fields, rows, [place for place in unknown if not fields[place]])


def _is_free(key: str) -> bool:
    """Tell a heading that says nothing from one that says whose else's or what other thing it is of."""
    found = meaning(key)
    passed_over = words("columns")["never"]["within"]
    return not found.owner and not any(f" {word} " in f" {key} " for word in passed_over)


def _settle_work(fields: list[str], rows: Rows, places: Sequence[int]) -> None:
    """Know titles and organizations by their words, in a list that has no headings for them."""
    for field, part in (("title", "jobs"), ("organization", "houses")):
        telling = frozenset(words("columns")[part]["words"])
        shares = {
            place: _share(rows, place, partial(_has_word, telling)) for place in places if not fields[place]
        }
        best = max(shares, key=lambda place: shares[place], default=None)
        if field not in fields and best is not None and 2 * shares[best] >= 1:
            fields[best] = field


def _has_word(telling: Collection[str], cell: str) -> bool:
    return any(word in telling for word in plain(cell).split())


def _settle_unnamed(fields: list[str], rows: Rows, left: Sequence[int]) -> None:
    whole = next((place for place in left if _holds(rows, place, _WHOLE_NAME.fullmatch)), None)
    if whole is not None:
        fields[whole] = "name"
        return
    words_only = [place for place in left if _holds(rows, place, _ONE_NAME.fullmatch)]
    for place, field in zip(words_only, ("first_name", "last_name"), strict=False):
        fields[place] = field


def _profile(text: str) -> str:
    return addresses.link(text) if "linkedin.com/in/" in text.casefold() else ""


def _cells(rows: Rows, place: int) -> list[str]:
    return [cell for row in rows if place < len(row) and not is_nothing(cell := row[place].strip(), "name")]


def _share(rows: Rows, place: int, is_one: Callable[[str], object]) -> float:
    cells = _cells(rows, place)
    return sum(bool(is_one(cell)) for cell in cells) / len(cells) if cells else 0


def _holds(rows: Rows, place: int, is_one: Callable[[str], object], *, least: int = 1) -> bool:
    """Tell whether most of what stands in a column is of a kind."""
    cells = _cells(rows, place)
    return len(cells) >= least and 2 * sum(bool(is_one(cell)) for cell in cells) >= len(cells)


_LETTERS = r"[^\W\d_][\w'’.-]*"  # noqa: RUF001 - an apostrophe inside a name
_ONE_NAME = re.compile(_LETTERS)
_WHOLE_NAME = re.compile(rf"{_LETTERS}(?: {_LETTERS}){{1,3}}")
_ID = re.compile(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.,;\s-]+")
_SHORTEST_PHONE = 4  # figures


def _is_id(cell: str) -> bool:
    return bool(_ID.fullmatch(cell))


def _is_phone(cell: str) -> bool:
    return sum(map(str.isdigit, cell)) >= _SHORTEST_PHONE and "@" not in cell


def _is_words(cell: str) -> bool:
    return not (
        _NUMBER.fullmatch(cell) or _ID.fullmatch(cell) or cell.casefold().startswith(("http", "www."))
    )


def _is_page(cell: str) -> bool:
    return bool(addresses.link(cell)) or "linkedin" in cell.casefold()


def _has_address(cell: str) -> bool:
    return bool(addresses.email(cell) or addresses.mailboxes(cell[:LONGEST_CELL])[0])


_AS_CELLS: Mapping[str, Callable[[str], bool]] = {
    "email": _has_address,
    "phone": _is_phone,
    "linkedin": _is_page,
    "name": _is_words,
    "organization": _is_words,
    "title": _is_words,
}
"""What the cells have to be where only a part of the heading is known."""


def _settle_titles(header: Sequence[str], fields: list[str], rows: Rows, said: Mapping[str, str]) -> None:
    """Take a bare "Title" for Mr and Dr where another column holds the job, or where it holds just that."""
    titles = [place for place, field in enumerate(fields) if field == "title"]
    bare = [p for p in titles if plain(header[p]) in _BARE_TITLES and header[p] not in said]
    if not bare:
        return
    if len(titles) > 1 or _all_within(rows, bare[0], _courtesy()):
        fields[bare[0]] = "prefix"


@cache
def _courtesy() -> frozenset[str]:
    return frozenset(words("columns")["titles_before_names"]["words"])


@cache
def _roles(part: str) -> frozenset[str]:
    return frozenset(words("columns")["roles"][part])


def _all_within(rows: Rows, place: int, known: Collection[str]) -> bool:
    values = {plain(cell) for cell in _cells(rows, place)}
    return bool(values) and values <= set(known)


def _settle_names(fields: list[str], rows: Rows, said: Mapping[str, str], header: Sequence[str]) -> None:
    """Take "Name" beside a first name for the surname, as German and French lists mean it."""
    if "first_name" in fields and "last_name" not in fields and "name" in fields:
        first, name = fields.index("first_name"), fields.index("name")
        pairs = [
            (row[first], row[name]) for row in rows if len(row) > max(first, name) and row[first].strip()
        ]
        repeated = sum(a.casefold() in b.casefold() for a, b in pairs)
        bare = header[name] not in said and plain(header[name]) in {"name", "naam"}
        if bare and 2 * repeated <= len(pairs):
            fields[name] = "last_name"
    if "last_name" in fields and "first_name" not in fields and "name" not in fields:
        fields[fields.index("last_name")] = "name"


def looks_like_header(row: Sequence[str], mapping: Mapping[str, str] | None = None) -> bool:
    """Tell a line of headings from a note above it and from a record below it."""
    cells = [cell for cell in row if cell.strip()]
    if mapping and set(mapping) <= {" ".join(cell.split()) for cell in row}:
        return True
    parts = [found for cell in cells if len(cell) < LONGEST_HEADING and (found := meaning(cell)).field]
    known = [found for found in parts if found.sure]
    named = any(map(_names_somebody, known))
    if len(cells) == 1:
        return named
    naming = any(map(_names_somebody, parts)) and len(parts) > 1 and 2 * len(parts) >= len(cells)
    return bool(known) and (naming or (named and len(known) > 1))


def _names_somebody(found: Meaning) -> bool:
    """Tell a heading by which people are named; the address of whoever made the list names nobody in it."""
    return found.field in _NAMING and (found.field != "email" or found.owner not in owners("others"))


def may_be_header(row: Sequence[str]) -> bool:
    """Tell a line that names at least a name or an address, beside headings nobody knows."""
    cells = [cell for cell in row if cell.strip()]
    short = all(len(cell) < LONGEST_HEADING for cell in cells)
    found = [meaning(cell) for cell in cells] if short and len(cells) > 1 else []
    return any(column.sure and _names_somebody(column) for column in found)
