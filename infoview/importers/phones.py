"""Telephone numbers as files write them: several in a cell, as an address beginning with tel:, rounded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infoview.importers.cells import line

ROUNDED = re.compile(r"\s*\d(?:[.,]\d+)?E\+?\d+\s*", re.IGNORECASE)
"""A number that a spreadsheet has turned into a power of ten: 4.47701E+11."""
_APART = re.compile(r"\s*:::\s*|\s*\n\s*|\s*;(?!\s*(?:ext|isub|phone-context|x)\b)\s*", re.IGNORECASE)
_PERHAPS_APART = re.compile(r"\s*([,/])\s*")
_TEL = re.compile(r"tel:(?://)?", re.IGNORECASE)
_EXTENSION = re.compile(r";ext=([\d-]+)", re.IGNORECASE)
_SHORTEST = 6  # figures; less is an area code or an extension, and belongs to what stands beside it


def numbers(cell: str) -> Iterator[str]:
    """Read the telephone numbers of one cell, each as a person would write it."""
    for part in _APART.split(cell):
        for number in _split(part):
            yield _written(number)


def _split(text: str) -> Iterator[str]:
    """Split at commas and slashes that have a whole number on both sides."""
    if "," not in text and "/" not in text:
        yield text
        return
    number, *rest = _PERHAPS_APART.split(text)
    for sign, following in zip(rest[::2], rest[1::2], strict=True):
        if _figures(number) >= _SHORTEST and _figures(following) >= _SHORTEST:
            yield number
            number = following
        else:
            number = f"{number}{sign}{' ' if sign == ',' else ''}{following}"
    yield number


def _figures(text: str) -> int:
    return sum(map(str.isdigit, text))


def _written(number: str) -> str:
    if found := _TEL.match(number):
        address = number[found.end() :]
        extension = _EXTENSION.search(address)
        number = address.partition(";")[0] + (f" ext. {extension[1]}" if extension else "")
    return line(number)
