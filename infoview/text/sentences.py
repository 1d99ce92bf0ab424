"""Sentences: where the first one ends."""

from __future__ import annotations

import re

from infoview.text.names import fold, listed

_END = re.compile(r"(\S+)[.!?] (?=\S)")


def first_sentence(text: str) -> tuple[str, str]:
    """Part a text into its first sentence and the rest; the point of a title or an initial ends none."""
    for end in _END.finditer(text):
        word = fold(end[1]).strip(".")
        if len(word) > 1 and word not in listed("titles"):
            return text[: end.end() - 1], text[end.end() :]
    return text, ""
