"""Which column of a table holds what, told by its heading; the words are in `content/columns.toml`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from infoview.content import words
from infoview.text import addresses

FIELDS = (
    "name", "first_name", "middle_name", "last_name", "prefix", "suffix", "nickname", "email", "phone",
    "organization", "department", "title", "location", "city", "state", "country", "linkedin", "url",
    "connected_on", "note", "detail", "keep_out", "may_contact",
)  # fmt: skip
LONGEST_HEADING = 60
_NAMING = {"name", "first_name", "last_name", "email"}
_MANY = {"email", "phone", "linkedin", "note", "detail", "keep_out", "may_contact"}
_BARE_TITLES = {"title", "titel", "titre", "titulo"}
_PLAIN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=4_096)
def plain(text: str) -> str:
    """Write a heading as the word lists do: small letters, no accents, no signs, no numbers."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text[:200].replace("(s)", "s"))
    bare = unicodedata.normalize("NFKD", spaced.casefold().translate(_PLAIN_LETTERS))
    letters = "".join(c for c in bare if not unicodedata.combining(c)).replace("'s", "s").replace("’s", "s")  # noqa: RUF001 - as typed by Word
    found = (word for word in re.split(r"[\W_]+", letters) if word and not word.isdigit())
    return unicodedata.normalize("NFC", " ".join(found))


@cache
def _exact() -> dict[str, str]:
    return {plain(word): field for field in FIELDS for word in words("columns")[field].get("exact", ())}


@cache
def _within() -> tuple[tuple[str, str], ...]:
    """List the words that may stand inside a heading, the longest first: the most telling wins."""
    pairs = [(word, field) for field in FIELDS for word in words("columns")[field].get("within", ())]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=4_096)
def field_of(heading: str) -> str:
    """Tell what one heading stands for; "" where nobody can know."""
    return _exact().get(plain(heading), "")


def _field_by_part(heading: str) -> str:
    key = f" {plain(heading)} "
    telling = next((field for word, field in _within() if f" {word} " in key), "")
    passed_over = any(f" {word} " in key for word in words("columns")["never"]["within"])
    return "" if passed_over and telling not in {"keep_out", "may_contact"} else telling


def guess_columns(
    header: Sequence[str], rows: Sequence[Sequence[str]] = (), mapping: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Say for each heading which of `FIELDS` its column holds, "" for none.

    Args:
        header: The headings, as the file writes them.
        rows: Some rows below; they tell a "Title" of Mr and Dr from one of jobs, "Name" from a surname, and
            where the headings say nothing, addresses and names.
        mapping: What the person said a heading holds; it goes before every guess.
    """
    said = mapping or {}
    fields = [said[heading] if heading in said else field_of(heading) for heading in header]
    taken = set(fields)
    for place, heading in enumerate(header):
        if not fields[place] and heading not in said:
            part = _field_by_part(heading)
            fields[place] = part if part in _MANY or part not in taken else ""
            if fields[place] == "email" and not _holds(rows, place, addresses.email, least=0):
                fields[place] = ""  # such as "E-mail: display name"
    open_to_guess = [
        place for place, heading in enumerate(header) if not fields[place] and heading not in said
    ]
    _settle_by_content(fields, rows, open_to_guess)
    _settle_titles(header, fields, rows, said)
    _settle_names(fields, rows, said, header)
    return tuple(fields)


def _settle_by_content(fields: list[str], rows: Sequence[Sequence[str]], places: Sequence[int]) -> None:
    """Take columns whose headings say nothing for what they hold: addresses, profiles, and then names."""
    for place in places:
        if "email" not in fields and _holds(rows, place, addresses.email):
            fields[place] = "email"
        elif "linkedin" not in fields and _holds(rows, place, _profile):
            fields[place] = "linkedin"
    if {"name", "first_name", "last_name"} & set(fields) or not {"email", "linkedin"} & set(fields):
        return
    left = [place for place in places if not fields[place]]
    whole = next((place for place in left if _holds(rows, place, _WHOLE_NAME.fullmatch)), None)
    if whole is not None:
        fields[whole] = "name"
        return
    words_only = [place for place in left if _holds(rows, place, _ONE_NAME.fullmatch)]
    for place, field in zip(words_only, ("first_name", "last_name"), strict=False):
        fields[place] = field


def _profile(text: str) -> str:
    return addresses.link(text) if "linkedin.com/in/" in text.casefold() else ""


def _holds(
    rows: Sequence[Sequence[str]], place: int, is_one: Callable[[str], object], *, least: int = 1
) -> bool:
    """Tell whether most of what stands in a column is of a kind."""
    cells = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
    return len(cells) >= least and 2 * sum(bool(is_one(cell)) for cell in cells) >= len(cells)


_LETTERS = r"[^\W\d_][\w'’.-]*"  # noqa: RUF001 - an apostrophe inside a name
_ONE_NAME = re.compile(_LETTERS)
_WHOLE_NAME = re.compile(rf"{_LETTERS}(?: {_LETTERS}){{1,3}}")


def _settle_titles(
    header: Sequence[str], fields: list[str], rows: Sequence[Sequence[str]], said: Mapping[str, str]
) -> None:
    """Take a bare "Title" for Mr and Dr where another column holds the job, or where it holds just that."""
    titles = [place for place, field in enumerate(fields) if field == "title"]
    bare = [p for p in titles if plain(header[p]) in _BARE_TITLES and header[p] not in said]
    if not bare:
        return
    if len(titles) > 1 or _all_courtesy(rows, bare[0]):
        fields[bare[0]] = "prefix"


def _all_courtesy(rows: Sequence[Sequence[str]], place: int) -> bool:
    courtesy = set(words("columns")["titles_before_names"]["words"])
    values = {plain(row[place]) for row in rows if len(row) > place and row[place].strip()}
    return bool(values) and values <= courtesy


def _settle_names(
    fields: list[str], rows: Sequence[Sequence[str]], said: Mapping[str, str], header: Sequence[str]
) -> None:
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
    known = [field_of(cell) for cell in cells]
    found = sum(bool(field) for field in known)
    parts = [
        field
        for cell in cells
        if len(cell) < LONGEST_HEADING and (field := field_of(cell) or _field_by_part(cell))
    ]
    named, naming = bool(_NAMING & set(known)), bool(_NAMING & set(parts))
    if len(cells) == 1:
        return named
    return (named and found > 1) or (found > 0 and naming and 2 * len(parts) >= len(cells) and len(parts) > 1)


def may_be_header(row: Sequence[str]) -> bool:
    """Tell a line that names at least a name or an address, beside headings nobody knows."""
    cells = [cell for cell in row if cell.strip()]
    short = all(len(cell) < LONGEST_HEADING for cell in cells)
    return len(cells) > 1 and short and any(field_of(cell) in _NAMING for cell in cells)
