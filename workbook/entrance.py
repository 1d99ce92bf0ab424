"""The entrance: which logbook this window opens, chosen once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import parse_qs

from infoview.logbook import Logbook, open_file, open_memory
from infoview.logbook.place import default_logbook


def is_public(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether this machine is shared by visitors, whose words must never reach its disk."""
    return environ.get("INFOVIEW_PUBLIC", "") not in {"", "0"}


def place_asked(environ: Mapping[str, str] = os.environ) -> tuple[str, str]:
    """Read the step and the part in the page's address, which Voilà hands on; "" where it names none."""
    asked = parse_qs(environ.get("QUERY_STRING", ""))
    return asked.get("step", [""])[0], asked.get("part", [""])[0]


def open_logbook() -> Logbook:
    """Open a visitor's logbook in memory, or the person's own file.

    Raises:
        LogbookError: The file cannot be opened; the sentence says why.
    """
    return open_memory() if is_public() else open_file(default_logbook())
