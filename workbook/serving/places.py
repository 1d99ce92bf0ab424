"""Where the notebooks are: those that come with the program, and a person's own copies."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from functools import partial
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
APP = "app.ipynb"


def shipped(name: str) -> Path:
    """Find what comes with the program: inside the package when installed, beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.exists() else PACKAGE.parent / name


def notebooks_folder() -> Path:
    """Find the folder of the notebooks as they were shipped."""
    return shipped("notebooks")


def own_notebooks() -> Path:
    """Name the folder where a person's own copies of the notebooks are kept, in plain sight in their home."""
    return Path.home() / "infoview" / "notebooks"


def own_key(logbook: Path) -> str:
    """Tell the secret part of the app's address, without which nobody else on this machine can open it.

    It is kept beside the logbook, readable by the person alone, so that a bookmark of the page stays good.
    Where it cannot be kept, it is good for this time.
    """
    kept = logbook.with_name(f".{logbook.name}.key")
    with suppress(OSError, ValueError):
        known = kept.read_text(encoding="ascii")
        if re.fullmatch("[0-9a-f]{32}", known) and (os.name != "posix" or not kept.stat().st_mode & 0o077):
            return known
    key = secrets.token_hex(16)
    with suppress(OSError):
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept.unlink(missing_ok=True)
        with open(kept, "x", encoding="ascii", opener=partial(os.open, mode=0o600)) as file:
            file.write(key)
    return key
