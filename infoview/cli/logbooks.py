"""Which logbook a command works on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infoview.content import words
from infoview.errors import InputError
from infoview.logbook import Logbook, open_file
from infoview.logbook.place import default_logbook


@contextmanager
def existing_logbook(place: Path | None) -> Iterator[Logbook]:
    """Open the logbook that was named, or the person's own; none is begun by looking for it.

    Raises:
        InputError: There is no such file.
        LogbookError: It is no logbook, or cannot be opened.
    """
    file = place or default_logbook()
    if not file.exists():
        raise InputError(words("commands")["files"]["no_logbook"].format(file=file))
    logbook = open_file(file)
    try:
        yield logbook
    finally:
        logbook.close()
