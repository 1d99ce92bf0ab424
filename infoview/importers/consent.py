"""Who may be contacted, as a column of a list says it; words in `content/columns.toml`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache

from infoview.content import words
from infoview.importers.cells import is_nothing


class Answer(StrEnum):
    """What a cell answers."""

    YES = "yes"
    NO = "no"
    BLANK = "blank"
    UNCLEAR = "unclear"


@cache
def _list(part: str) -> frozenset[str]:
    return frozenset(words("columns")["consent"][part])


@lru_cache(maxsize=4_096)
def asked(key: str) -> str:
    """Tell what a heading, written plainly, asks about contacting people.

    Returns:
        "may_contact" where a no says that somebody should be left out, "keep_out" where a yes does,
        "perhaps" where one cannot tell, "" where it asks something else.
    """
    if _has(key, "other_matters"):
        return ""
    agrees = _has(key, "sure") or (_has(key, "allow") and _has(key, "contact"))
    refuses = _has(key, "negative") and (agrees or _has(key, "contact"))
    if not (agrees or refuses):
        return ""
    if _has(key, "doubtful"):
        return "perhaps"
    return "keep_out" if refuses else "may_contact"


def _has(key: str, part: str) -> bool:
    """Look for a phrase of a list among the words of a heading; where words are not parted, anywhere."""
    return any(
        f" {phrase} " in f" {key} " or (not phrase.isascii() and phrase in key) for phrase in _list(part)
    )


@cache
def _said(part: str) -> frozenset[str]:
    return frozenset(map(_plain, words("columns")["answers"][part]))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))  # noqa: RUF001 - as typed by Word
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).strip(" \t,;.:!?-–—")  # noqa: RUF001


@lru_cache(maxsize=1_024)
def answer(cell: str) -> Answer:
    """Understand one answer by its first word, or by a no further on."""
    text = _plain(cell[:200])
    if not text or is_nothing(cell, "title"):
        return Answer.BLANK
    found = [word for word in re.split(r"[^\w']+", text) if word] or [text]
    openings = {text, found[0], " ".join(found[:2])}
    if openings & _said("no"):
        return Answer.NO
    if openings & _said("yes"):
        return Answer.YES
    if not _said("no").isdisjoint(found[:6]):
        return Answer.NO
    return Answer.UNCLEAR if _said("yes").isdisjoint(word for word in found if len(word) > 1) else Answer.YES


def all_answers(cells: Iterable[str]) -> bool:
    """Tell a column of nothing but yes and no, in which there is a no."""
    found = set(map(_plain, cells))
    return not found.isdisjoint(_said("no")) and found <= _said("no") | _said("yes")
