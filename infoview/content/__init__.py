"""Every word a person reads, in TOML and Markdown files beside this one, by language.

Each TOML file explains its fields in comments at its top. Files are read when asked for, never at import,
and checked by whoever asks. English stands in this folder itself; another language is a folder of its own
with the same files, of which it needs to hold only what it says differently: whatever it leaves out is said
in English.
"""

from __future__ import annotations

import os
import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from infoview.errors import ContentError

ENGLISH = "en"
LANGUAGE = "INFOVIEW_LANGUAGE"
"""The variable that names the language: a folder beside this file ("fr"), or any folder by its path."""
OWN_WORDS = "INFOVIEW_WORKSHOP"
"""The variable that names a file of an office's own words."""


@cache
def language() -> str:
    """Tell the language's short name, as web pages state it; it is chosen once, when the program starts."""
    return Path(os.environ.get(LANGUAGE) or ENGLISH).name


@cache
def words(name: str) -> dict[str, Any]:
    """Read a TOML file of the content folder, such as `"coach"` for `coach.toml`, as it is said here.

    That is in the chosen language, and over it the words of the office whose workshop this is, if it has any.

    Raises:
        ContentError: The file is missing, or is not TOML.
    """
    return said_over(shipped(name), _own_words().get(name, {}))


@cache
def shipped(name: str) -> dict[str, Any]:
    """Read a TOML file as it is shipped, in the chosen language and without an office's own words.

    Raises:
        ContentError: The file is missing, or is not TOML.
    """
    read: dict[str, Any] = {}
    for text_read in _readings(f"{name}.toml"):
        try:
            read = said_over(read, tomllib.loads(text_read))
        except tomllib.TOMLDecodeError as error:
            raise ContentError(f"content/{name}.toml cannot be read: {error}.") from error
    return read


def use_own_words(place: Path) -> None:
    """Lay an office's own words over the content from here on, also in the programs that this one starts.

    Raises:
        ContentError: Something in the file has no place in the content; the sentence says what.
    """
    from infoview.content import own_words  # noqa: PLC0415 - it reads the content itself

    own_words.check(own_words.load(place))
    os.environ[OWN_WORDS] = str(place.absolute())
    _own_words.cache_clear()
    words.cache_clear()


@cache
def _own_words() -> dict[str, dict[str, Any]]:
    """Read the words of the office whose workshop this is; they were checked when they were chosen."""
    place = os.environ.get(OWN_WORDS)
    if not place:
        return {}
    from infoview.content import own_words  # noqa: PLC0415 - as above

    return own_words.load(Path(place))


def text(path: str) -> str:
    """Read a text file of the content folder, such as `"guides/start.md"`, in the chosen language.

    Raises:
        ContentError: There is no such file.
    """
    return _readings(path)[-1]


def sentence(path: str, **values: object) -> str:
    """Say one sentence, such as `"logbook.read_only"` for `read_only` in `logbook.toml`, its fields filled.

    Raises:
        ContentError: There is no such sentence.
    """
    name, *keys = path.split(".")
    found: Any = words(name)
    for key in keys:
        if key not in found:
            raise ContentError(f"content/{name}.toml has no {'.'.join(keys)}.")
        found = found[key]
    return str(found).format(**values)


def _readings(path: str) -> list[str]:
    """Read a file in English and, where it is there, in the chosen language."""
    found = [place.read_text(encoding="utf-8") for folder in _folders() if (place := folder / path).is_file()]
    if not found:
        raise ContentError(f"content/{path} is missing.")
    return found


@cache
def _folders() -> tuple[Traversable, ...]:
    """Find the folders to read from, the chosen language last.

    Raises:
        ContentError: There is no folder of the language that was asked for.
    """
    here, chosen = resources.files(__name__), os.environ.get(LANGUAGE) or ENGLISH
    if chosen == ENGLISH:
        return (here,)
    own = Path(chosen) if Path(chosen).is_absolute() else here / chosen
    if not own.is_dir():
        raise ContentError(f"There is no language {chosen} here. Leave {LANGUAGE} out for English.")
    return here, own


def said_over(below: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Lay one language over another, key by key; entries of a list are found by their id or key."""
    laid = dict(below)
    for key, value in over.items():
        known = below.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            laid[key] = said_over(known, value)
        elif isinstance(known, list) and (name := named_by(known)) and name == named_by(value):
            own = {entry[name]: entry for entry in value}
            laid[key] = [said_over(entry, own.pop(entry[name], {})) for entry in known] + [*own.values()]
        else:
            laid[key] = value
    return laid


def named_by(entries: list[Any]) -> str:
    """Tell by what the entries of a list are named, if they are: "id" or "key"."""
    names = ("id", "key") if entries else ()
    return next((name for name in names if all(isinstance(e, dict) and name in e for e in entries)), "")
