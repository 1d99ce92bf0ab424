"""Addresses as one copies them out of a mail program: `Ada Park <ada@example.org>; Bo <bo@example.org>`."""

from __future__ import annotations

import re

from infoview.importers import record
from infoview.importers.reading import ImportedContact, Problem, Reading
from infoview.text import addresses

_BEFORE = re.compile(r"\s*(?:to|cc|bcc|from|an|von|à|de|para|do)\s*:\s*", re.IGNORECASE)
_MOST_LINES = 100_000
_LONGEST_LINE = 100_000


def read(letters: str, encoding: str) -> Reading | None:
    """Read everybody who is named with an address; None where a line holds anything else.

    A line of words without an address may stand on top.
    """
    if "@" not in letters or not any(sign in letters for sign in "<("):
        return None
    lines = [line for line in letters.splitlines()[:_MOST_LINES] if line.strip()]
    if len(lines) > 1 and "@" not in lines[0] and not any(sign in lines[0] for sign in ",;\t|"):
        lines = lines[1:]
    if max(map(len, lines), default=0) > _LONGEST_LINE:
        return None
    boxes: list[tuple[str, str]] = []
    for line in lines:
        found, left = addresses.mailboxes(_BEFORE.sub("", line, count=1))
        if left or not found or any(name.count(",") > 1 or "\t" in name for name, _ in found):
            return None
        boxes += found
    if not any(name for name, _ in boxes):
        return None
    problems: list[Problem] = []
    people = [
        _person(number, name, address, problems) for number, (name, address) in enumerate(boxes, start=1)
    ]
    return Reading("addresses", encoding, tuple(filter(None, people)), tuple(problems))


def _person(number: int, name: str, address: str, problems: list[Problem]) -> ImportedContact | None:
    written = f'"{name}" <{address}>' if name else address
    return record.build(number, {"email": [written]}, problems, what="entry")
