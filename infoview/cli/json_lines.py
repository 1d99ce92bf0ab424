"""Reading one JSON object a line, for the subcommands that scripts talk to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from infoview.content import words
from infoview.errors import InputError


def read_json_lines(data: bytes, *required: str) -> Iterator[dict[str, Any]]:
    """Read one JSON object a line; the first bad line is named in a sentence.

    Raises:
        InputError: A line is not a JSON object, or lacks one of the required keys.
    """
    said = words("commands")["lines"]
    for number, line in enumerate(data.decode("utf-8-sig", "replace").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(said["not_json"].format(number=number)) from error
        if not isinstance(row, dict):
            raise InputError(said["no_object"].format(number=number))
        lacking = next((key for key in required if not isinstance(row.get(key), str)), None)
        if lacking:
            raise InputError(said["lacking"].format(number=number, key=lacking))
        yield row
