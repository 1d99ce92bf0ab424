"""Time zones: the same moment on two clocks."""

from __future__ import annotations

from datetime import date

import pytest

from infoview.dates.zones import moment, there


@pytest.mark.parametrize(
    ("day", "theirs"),
    [
        (date(2026, 10, 20), "15:00"),
        (date(2026, 10, 28), "14:00"),
        (date(2026, 11, 25), "15:00"),
    ],
)
def test_nine_in_new_york_follows_both_clock_changes(day, theirs):
    """Europe leaves summer time on 25 October 2026, New York on 1 November."""
    said = there(day, "09:00", "America/New_York", "Europe/Stockholm")

    assert said is not None
    assert f"{said:%H:%M}" == theirs


def test_a_late_talk_may_be_tomorrow_over_there():
    said = there(date(2026, 11, 25), "22:00", "America/New_York", "Asia/Tokyo")

    assert said is not None
    assert said.date() == date(2026, 11, 26)


@pytest.mark.parametrize(("at", "zone"), [("soon", "Europe/Berlin"), ("", "Europe/Berlin"), ("09:00", "")])
def test_nothing_is_said_where_time_or_zone_is_not_known(at, zone):
    assert moment(date(2026, 11, 25), at, zone) is None
