"""What stands in one cell: the signs that programs put around a text, and what they write for nothing."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from infoview.content import words

LONGEST_VALUE = 300
LONGEST_NOTE = 5_000

NAMES = frozenset(("name", "first_name", "middle_name", "last_name", "nickname", "prefix", "suffix"))
"""The fields in which Null, Nan and None are people."""

# Characters no name needs: controls, invisible blanks and fillers, marks of the reading direction.
_UNWANTED = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)))
_UNWANTED |= dict.fromkeys(
    (0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200E, 0x200F)
)
_UNWANTED |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164, 0xFEFF, 0xFFA0))
_UNWANTED |= dict.fromkeys(range(0xFFF9, 0xFFFD))
_JOINER = re.compile(r"(?<![\u0590-\U0001ffff])[\u200c\u200d]+|[\u200c\u200d]+(?![\u0590-\U0001ffff])")
"""Invisible joiners; between Persian or Indian letters and within emoji they belong to the word."""
_ERROR = re.compile(r"#+|#[¡¿]*[^\W\da-zß-öø-ÿ_][^\sa-z]*[!?]")
_GUARDED = re.compile(r"'[\s\u00a0\ufeff]*[=+\-@\t\r＝＋－＠]")  # noqa: RUF001 - wide signs count, too
_TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')
_LINK_BEHIND = re.compile(r"\s*\(https?://[^\s()]*\)")
_LINKED = re.compile(r"\[([^\]]+)\]\(https?://[^\s()]*\)")


@cache
def _empty_words(part: str) -> frozenset[str]:
    """List what is written for nothing, in the capitals that programs and people write it with."""
    found = words("columns")["nothing"][part]
    return frozenset(form for word in found for form in (word, word.upper(), word.lower(), word.capitalize()))


@cache
def empty_words(field: str) -> frozenset[str]:
    """List what stands for nothing in a column: fewer words where people are named."""
    return _empty_words("signs") if field in NAMES else _empty_words("signs") | _empty_words("words")


def is_error(cell: str) -> bool:
    """Tell what a spreadsheet shows in place of a value, in any of its languages: #N/A, #BEZUG!, ####."""
    return cell[:1] == "#" and (bool(_ERROR.fullmatch(cell)) or cell in _empty_words("errors"))


def is_nothing(cell: str, field: str) -> bool:
    """Tell what is written where nothing is."""
    bare = cell.strip()
    return not bare or bare in empty_words(field) or is_error(bare)


def unguarded(cell: str) -> str:
    """Take off what keeps a spreadsheet from reckoning: the apostrophe before a sign, ="…" around a text."""
    if _GUARDED.match(cell):
        return cell[1:]
    if found := _TEXT_FORMULA.fullmatch(cell):
        return found[1].replace('""', '"')
    return cell


def line(text: str) -> str:
    """Make one clean line of a cell."""
    text = text[: 4 * LONGEST_VALUE]
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", _JOINER.sub("", text.translate(_UNWANTED)))
    return " ".join(text.split())


def words_alone(text: str) -> str:
    """Take off the address of a page behind a word, as Notion and Markdown write it."""
    return _LINK_BEHIND.sub("", _LINKED.sub(r"\1", text))


def paragraph(text: str) -> str:
    """Clean a note, keeping its lines."""
    short = text[: 2 * LONGEST_NOTE]
    return "\n".join(line(part) for part in short.splitlines()).strip()[:LONGEST_NOTE]
