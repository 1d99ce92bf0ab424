"""Days as people say them: the year only where it is not plain."""

from datetime import date

import pytest

from infoview.dates.day_words import day_seen_from

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 25), "Wednesday 25 November"),
        (date(2027, 2, 2), "Tuesday 2 February"),
        (date(2026, 6, 1), "Monday 1 June"),
        (date(2020, 2, 2), "Sunday 2 February 2020"),
        (date(2027, 11, 24), "Wednesday 24 November 2027"),
    ],
)
def test_a_day_far_from_today_is_said_with_its_year(day, said):
    assert day_seen_from(TODAY, day) == said
