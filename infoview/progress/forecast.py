"""Forecast: how many of the people asked say yes, from a rough start and one's own results. Never a promise.

It starts from three yeses in ten requests. No study counts yeses to such requests; people who counted their
own had from 15 to 49 in 100 (38 meetings from 77 requests:
christopherseriomba.blogspot.com/2010/07/power-of-referrals.html). The 20 to 40 in 100 that tools after Steve
Dalton's "The 2-Hour Job Search" call normal are replies, not yeses. So the start counts like ten requests
only (a Beta(3, 7) prior), and each request of one's own that is settled then moves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import exp, lgamma, log

from infoview.logbook import Logbook
from infoview.records.goals import monday_of
from infoview.records.requests import RequestStatus

USUAL_YES, USUAL_NO = 3, 7
LIKELY = 0.9
"""What counts as likely when it is said how many to ask."""
WEEK = timedelta(days=7)
MOST_ASKS = 999
"""Where counting ends: whoever would have to ask more needs another way in, not a number."""
SPREAD = 0.8
"""How much of what is possible the interval holds."""

MOST_PERCENT = 99
"""The highest number that is printed: no forecast is certain."""


def percent(chance: float) -> int:
    """Write a chance as a whole number of 100, never all of them."""
    return min(round(100 * chance), MOST_PERCENT)


@dataclass(frozen=True, slots=True)
class Asks:
    """How many to ask: at the share as it is, and the fewest and the most that its interval allows for."""

    likely: int
    fewest: int
    most: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the person's own numbers and the usual ones say together.

    `asked` counts messages that were sent; `yes` and `no` those that were answered so, and `silent` those
    that were closed without an answer; `low` and `high` hold the share of yeses between them four times out
    of five.
    """

    asked: int
    yes: int
    no: int
    silent: int
    share: float
    low: float
    high: float

    def at_least_one(self, asks: int) -> float:
        """How likely at least one yes is among so many asks, at the share as it is."""
        return _at_least(1, asks, self.share)

    def all_silent(self, asks: int) -> float:
        """How likely so many silences in a row are, at the share to begin with or a lower one of one's own.

        It is said for comfort, so a high share of one's own does not make silence look like a fault.
        """
        return 1 - _at_least(1, asks, min(self.share, USUAL_YES / (USUAL_YES + USUAL_NO)))

    @property
    def settled(self) -> int:
        """How many requests are settled: by a yes, a no, or a silence that was closed."""
        return self.yes + self.no + self.silent

    def asks_for(self, people: int) -> Asks:
        """How many to ask so that this many yeses are likely, at the share as it is and at both its ends."""
        return Asks(*(_asks(people, share) for share in (self.share, self.high, self.low)))


def forecast(logbook: Logbook) -> Forecast:
    """Count the requests sent so far and their answers, and forecast from them."""
    sent = [request for request in logbook.requests.find() if request.status is not RequestStatus.DRAFT]
    yes = sum(request.status is RequestStatus.ACCEPTED for request in sent)
    no = sum(request.status is RequestStatus.DECLINED for request in sent)
    silent = sum(request.status is RequestStatus.NO_REPLY for request in sent)
    return forecast_from(len(sent), yes, no, silent)


@lru_cache(maxsize=32)
def forecast_from(asked: int, yes: int, no: int, silent: int = 0) -> Forecast:
    """Forecast from so many requests sent, yeses, noes, and silences that were closed."""
    a, b = USUAL_YES + yes, USUAL_NO + no + silent
    tail = (1 - SPREAD) / 2
    low, high = _quantile(tail, a, b), _quantile(1 - tail, a, b)
    return Forecast(asked, yes, no, silent, a / (a + b), low, high)


def asking_streak(logbook: Logbook, today: date) -> int:
    """Count the weeks in a row, up to this one or the last, in which somebody was asked."""
    weeks = {monday_of(request.sent_on) for request in logbook.requests.find() if request.sent_on}
    week = monday_of(today)
    if week not in weeks:
        week -= WEEK
    count = 0
    while week in weeks:
        count, week = count + 1, week - WEEK
    return count


def _asks(people: int, share: float) -> int:
    """Find the smallest number of asks among which so many yeses are likely."""
    asks = people
    while people and _at_least(people, asks, share) < LIKELY and asks < MOST_ASKS:
        asks += 1
    return asks


def _at_least(yeses: int, asks: int, share: float) -> float:
    """How likely so many yeses are among so many asks."""
    return 1 - sum(_exactly(count, asks, share) for count in range(yeses))


def _quantile(wanted: float, a: int, b: int) -> float:
    """Find the share below which so much of a Beta(a, b) lies, by halving."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle, a, b) < wanted else (low, middle)
    return (low + high) / 2


def _below(share: float, a: int, b: int) -> float:
    """How much of a Beta(a, b) lies below a share; for whole a and b it is a sum of a binomial's terms."""
    n = a + b - 1
    return sum(_exactly(k, n, share) for k in range(a, n + 1))


def _exactly(yeses: int, asks: int, share: float) -> float:
    """How likely just so many yeses are; in logarithms, as thousands of asks are too many for products."""
    ways = lgamma(asks + 1) - lgamma(yeses + 1) - lgamma(asks - yeses + 1)
    return exp(ways + yeses * log(share) + (asks - yeses) * log(1 - share))
