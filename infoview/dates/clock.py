"""The one place that asks what day and time it is; everywhere else they are arguments."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from infoview.content import sentence
from infoview.errors import InputError


def now() -> datetime:
    """Tell the moment, with the computer's own time zone.

    `INFOVIEW_TODAY` (an ISO date) puts the whole program on another day, for workshops and tests.

    Raises:
        InputError: `INFOVIEW_TODAY` is no day.
    """
    moment = datetime.now(UTC).astimezone()
    chosen = os.environ.get("INFOVIEW_TODAY")
    if not chosen:
        return moment
    try:
        return datetime.combine(date.fromisoformat(chosen), moment.timetz())
    except ValueError:
        raise InputError(sentence("errors.dates.no_today", value=chosen)) from None


def today() -> date:
    """Tell the day on the person's own calendar."""
    return now().date()
