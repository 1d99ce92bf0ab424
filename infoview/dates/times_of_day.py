"""Times of day as people write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

NOON = 12
_TIME = re.compile(
    r"(?P<hour>\d{1,2})\s*"
    r"(?:[:.h]\s*(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?\s*"
    r"(?:(?P<half>[ap])\.?\s*m\.?|(?P<clock>h|uhr|o'clock))?"
)


def time_of_day(text: str) -> time | None:
    """Read 16:30, 16.30, 16h30, 4.30pm, 4 p.m., 16 Uhr; None for what is no time, as a bare 4.

    A seconds' part, which programs write, is left out.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    found = _TIME.fullmatch(plain)
    if not found or not any(found[part] for part in ("minute", "half", "clock")):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if found["half"] == "p" else 0)
    return time(hour, minute) if hour < 2 * NOON else None
