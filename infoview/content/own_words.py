"""An office's own words for a workshop: one file over the content, key by key, checked before it is used."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

from infoview import content
from infoview.errors import ContentError

LARGEST = 500_000
"""Bytes of such a file."""
LONGEST = 2_000
"""Letters of one text in it: some thirty lines on a phone."""
_FILE = re.compile(r"[a-z_]+(?:/[a-z_]+)?")

Table = dict[str, Any]


def load(place: Path) -> dict[str, Table]:
    """Read a file of an office's own words: for each content file what it says differently.

    Raises:
        ContentError: It can't be read; the sentence says why.
    """
    try:
        with place.open("rb") as file:
            data = file.read(LARGEST + 1)
        page = tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise _refusal("not_there", file=place, reason=error.strerror) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        key = "too_large" if len(data) > LARGEST else "no_toml"
        raise _refusal(key, file=place.name, reason=error) from error
    office = page.pop("office", None)
    named = {"components": {"stepper": {"brand": office}}} if office is not None else {}
    return content.said_over(page, named)


def check(page: dict[str, Table]) -> None:
    """Hold an office's own words against the content.

    Raises:
        ContentError: Something has no place there: another file's name, another key, another kind of thing.
    """
    for problem in _problems_of_tables(page):
        raise problem


def _problems_of_tables(page: Table) -> Iterator[ContentError]:
    for name, table in page.items():
        try:
            known = content.shipped(name) if _FILE.fullmatch(name) else None
        except ContentError:
            known = None
        if known is None:
            yield _refusal("no_file", name=name)
        else:
            yield from _problems(name, known, table)


def _problems(path: str, known: object, own: object) -> Iterator[ContentError]:
    if type(known) is not type(own):
        yield _refusal("kind", where=path)
    elif isinstance(known, dict) and isinstance(own, dict):
        for key, value in own.items():
            if key not in known:
                yield _refusal("no_key", where=path, unknown=key, known=", ".join(sorted(known)[:8]))
            else:
                yield from _problems(f"{path}.{key}", known[key], value)
    elif isinstance(known, list) and isinstance(own, list):
        yield from _problems_of_list(path, known, own)
    elif isinstance(own, str):
        yield from _problems_of_text(path, str(known), own)


def _problems_of_list(path: str, known: list[Any], own: list[Any]) -> Iterator[ContentError]:
    """Hold each entry against the known one of its name, or what it must have against any known one."""
    name = content.named_by(known)
    by_name = {entry[name]: entry for entry in known} if name else {}
    for place, entry in enumerate(own, start=1):
        where = f"{path}[{place}]"
        if name and not (isinstance(entry, dict) and entry.get(name)):
            yield _refusal("unnamed", where=where, name=name)
        elif name and entry[name] not in by_name:
            yield from _problems_of_new(where, known, entry)
        else:
            yield from _problems(where, by_name[entry[name]] if name else known[0] if known else entry, entry)


def _problems_of_new(path: str, known: list[Table], entry: Table) -> Iterator[ContentError]:
    if missing := sorted(set.intersection(*map(set, known)) - entry.keys()):
        yield _refusal("lacks", where=path, missing=", ".join(missing))
    for key, value in entry.items():
        example = next((other[key] for other in known if key in other), None)
        if example is None:
            yield _refusal("no_key", where=path, unknown=key, known=", ".join(sorted(set().union(*known))))
        elif type(example) is not type(value):
            yield _refusal("kind", where=f"{path}.{key}")
        elif isinstance(value, str):
            yield from _problems_of_text(f"{path}.{key}", "", value)


def _problems_of_text(path: str, known: str, own: str) -> Iterator[ContentError]:
    """Find a text that is too long, or that asks for something which isn't filled in where it stands."""
    if len(own) > LONGEST:
        yield _refusal("too_long", where=path, most=LONGEST)
    try:
        strange = sorted(_fields(own) - _fields(known))
    except ValueError:
        strange = ["{"]
    if strange:
        offered = ", ".join(f"{{{field}}}" for field in sorted(_fields(known))) or "-"
        yield _refusal("field", where=path, field=strange[0], offered=offered)


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def _refusal(key: str, /, **facts: object) -> ContentError:
    return ContentError(content.sentence(f"errors.own_words.{key}", **facts))
