"""The whole logbook as JSON that any program can read, and the way back to an equal logbook."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from infoview.content import sentence
from infoview.errors import InputError, LogbookError
from infoview.logbook import Logbook, open_memory
from infoview.logbook.shelf import Entity, entity_of

FORMAT = "infoview-logbook"
VERSION = 1
"""Grows when a reader of an older version could misunderstand the file."""


def dump(logbook: Logbook) -> str:
    """Write everything in a logbook as JSON: dates in ISO 8601, one list for each kind of entity."""
    content: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "profile": asdict(logbook.profile),
        "goal": asdict(logbook.goal),
        "settings": logbook.recall_all(""),
    }
    for name, shelf in logbook.shelves.items():
        content[name] = [asdict(entity) for entity in shelf.find()]
    return json.dumps(content, ensure_ascii=False, indent=1, default=date.isoformat) + "\n"


def load(text: str) -> Logbook:
    """Read a logbook in memory from what `dump` wrote; unknown fields are left out.

    Raises:
        LogbookError: The text is no such file, is of a newer infoview, or does not hold together.
    """
    content = _content(text)
    logbook = open_memory()
    try:
        with _sound(), logbook.change():
            logbook.refer_later()
            logbook.change_profile(**_fields(logbook.profile, _object(content.get("profile", {}))))
            logbook.change_goal(**_fields(logbook.goal, _object(content.get("goal", {}))))
            for name, value in _object(content.get("settings", {})).items():
                logbook.remember(name, value)
            for name, shelf in logbook.shelves.items():
                for row in content.get(name, []):
                    shelf.add(entity_of(shelf.entity, _object(row)))
    except BaseException:
        logbook.close()
        raise
    return logbook


LARGEST_COPY = 60_000_000
"""Bytes of the largest copy that is taken back; one of 30,000 people has a quarter of it."""


def saved_copy(data: bytes) -> bytes:
    """Turn a logbook that was saved in either form, as a file of its own or as JSON, into the former.

    Raises:
        LogbookError: It is too large, or it begins as JSON does and is no exported logbook.
    """
    if len(data) > LARGEST_COPY:
        raise LogbookError(sentence("errors.exports.large_copy", limit=LARGEST_COPY // 1_000_000))
    text = data.removeprefix(codecs.BOM_UTF8).lstrip()
    if not text.startswith(b"{"):
        return data
    try:
        logbook = load(text.decode())
    except UnicodeDecodeError as error:
        raise LogbookError(sentence("errors.exports.no_export")) from error
    try:
        return logbook.copy()
    finally:
        logbook.close()


def _content(text: str) -> Mapping[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise LogbookError(sentence("errors.exports.no_export"))
    version = content.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise LogbookError(sentence("errors.exports.newer"))
    return content


@contextmanager
def _sound() -> Iterator[None]:
    """Say in one sentence whatever does not fit in a file that somebody or something has changed."""
    try:
        yield
    except (
        ArithmeticError,
        AttributeError,
        InputError,
        LogbookError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        raise LogbookError(sentence("errors.exports.broken")) from error


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(f"{value!r} is no JSON object.")
    return value


def _fields(entity: Entity, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        field.name: row[field.name] for field in fields(entity) if field.name in row and field.name != "id"
    }
