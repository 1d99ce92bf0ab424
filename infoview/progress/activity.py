"""Activity: what was done in each of the last months."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from infoview.logbook import Logbook
from infoview.records.goals import first_of, last_months
from infoview.records.meetings import MeetingStatus

MONTHS = 6
"""How many months are shown, this one included."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month: requests sent, meetings held, and thank-yous and updates sent; `first` is its first day."""

    first: date
    asked: int
    met: int
    written: int


def activity(logbook: Logbook, today: date, months: int = MONTHS) -> tuple[Month, ...]:
    """Count the last months, the earliest first."""
    asked = Counter(first_of(request.sent_on) for request in logbook.requests.find() if request.sent_on)
    held = logbook.meetings.find(status=MeetingStatus.HELD)
    met = Counter(first_of(meeting.on) for meeting in held if meeting.on)
    written = Counter(first_of(letter.sent_on) for letter in logbook.follow_ups.find() if letter.sent_on)
    firsts = last_months(today, months)
    return tuple(Month(first, asked[first], met[first], written[first]) for first in firsts)
