"""Numbers that were typed."""

from __future__ import annotations

from infoview.content import words
from infoview.errors import InputError


def number_from(value: object, least: int, most: int, refusal: str, field: str) -> int:
    """Read a whole number within limits.

    Args:
        value: What was typed.
        least: The smallest number that is taken.
        most: The largest.
        refusal: The sentence of `content/typed.toml` that says why another is not taken.
        field: Where it was typed.

    Raises:
        InputError: It is no such number.
    """
    text = str(value).strip()
    if not text.isdecimal() or not least <= int(text) <= most:
        raise InputError(words("typed")[refusal].format(least=least, most=most), field)
    return int(text)
