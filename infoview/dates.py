"""The one place that asks what day and time it is; everywhere else they are arguments."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def now() -> datetime:
    """Tell the moment, with the computer's own time zone.

    `INFOVIEW_TODAY` (an ISO date) puts the whole program on another day, for workshops and tests.
    """
    moment = datetime.now(UTC).astimezone()
    chosen = os.environ.get("INFOVIEW_TODAY")
    return datetime.combine(date.fromisoformat(chosen), moment.timetz()) if chosen else moment


def today() -> date:
    """Tell the day on the person's own calendar."""
    return now().date()
