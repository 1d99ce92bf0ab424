"""Places: where a person's own logbook is kept when they name no other file."""

from __future__ import annotations

import os
from pathlib import Path


def default_logbook() -> Path:
    """Tell which file holds the person's logbook: `INFOVIEW_LOGBOOK`, or `infoview/mine.infoview` at home."""
    chosen = os.environ.get("INFOVIEW_LOGBOOK", "").strip()
    return Path(chosen).expanduser() if chosen else Path.home() / "infoview" / "mine.infoview"
