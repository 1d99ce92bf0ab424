"""Every word a career office may want to change: TOML and Markdown files beside this one.

Each TOML file explains its fields in comments at its top. Files are read when asked for, never at import,
and checked by whoever asks.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from infoview.errors import ContentError


@cache
def words(name: str) -> dict[str, Any]:
    """Read a TOML file of the content folder, such as `"coach"` for `coach.toml`.

    Raises:
        ContentError: The file is missing, or is not TOML.
    """
    try:
        return tomllib.loads(text(f"{name}.toml"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"content/{name}.toml cannot be read: {error}.") from error


def text(path: str) -> str:
    """Read a text file of the content folder, such as `"guides/start.md"`.

    Raises:
        ContentError: There is no such file.
    """
    try:
        return resources.files(__name__).joinpath(path).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ContentError(f"content/{path} is missing.") from error
