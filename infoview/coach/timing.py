"""Would it arrive at a good moment, on their clock?"""

from __future__ import annotations

from collections.abc import Iterator

from infoview.coach.advice import Advice, Severity
from infoview.coach.reading import Reading
from infoview.coach.remark import remark

# LinkedIn's own figures: messages sent on a Friday or Saturday are answered least.
QUIET_DAYS = frozenset({4, 5})
WAKING_HOURS = range(7, 21)


def moment(reading: Reading) -> Iterator[Advice]:
    """Hint at a better moment, where it is known when the message would be sent."""
    at = reading.draft.moment
    if at is None:
        return
    if at.weekday() in QUIET_DAYS:
        yield remark("sent-on-a-quiet-day", Severity.HINT, day=f"{at:%A}")
    elif at.hour not in WAKING_HOURS:
        yield remark("sent-at-night", Severity.HINT, time=f"{at:%H:%M}")
