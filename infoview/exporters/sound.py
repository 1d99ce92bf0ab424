"""Words as files can hold them: without what no format allows in a text, and nothing else of them lost."""

from __future__ import annotations

import re

_BREAKS = re.compile(r"\r\n?|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Whatever some reader takes for the end of a line."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters of RFC 5545, 3.1 and RFC 6350, 3.3; halves of characters; what XML 1.0 leaves out."""


def sound(text: str) -> str:
    """Write a text without control characters; every end of a line is a line feed."""
    return _CONTROLS.sub("", _BREAKS.sub("\n", text))


def in_one_line(text: str) -> str:
    """Write a text as one line, with one blank between its words."""
    return " ".join(sound(text).split())
