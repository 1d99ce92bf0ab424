"""Two clocks in words: the same moment here and there, also across a clock change."""

from __future__ import annotations

from datetime import date

import pytest

from infoview.dates.two_clocks import both_clocks, changed_clocks

NEW_YORK, STOCKHOLM, TOKYO = "America/New_York", "Europe/Stockholm", "Asia/Tokyo"


@pytest.mark.parametrize(
    ("day", "theirs"),
    [(date(2026, 10, 20), "15:00"), (date(2026, 10, 28), "14:00"), (date(2027, 3, 20), "14:00")],
)
def test_the_time_is_said_on_both_clocks(day, theirs):
    said = both_clocks(day, "09:00", NEW_YORK, STOCKHOLM, "Åsa Ek")

    assert said == f"09:00 for you (New York) is {theirs} for Åsa Ek (Stockholm)."


def test_another_day_over_there_is_named():
    said = both_clocks(date(2026, 11, 25), "22:00", NEW_YORK, TOKYO, "Kei")

    assert said == "22:00 for you (New York) is 12:00 on Thursday 26 November for Kei (Tokyo)."


def test_one_time_in_two_cities_is_said_to_be_one():
    assert both_clocks(date(2026, 11, 25), "9:00", STOCKHOLM, "Europe/Madrid", "Ana") == (
        "Ana (Madrid) has the same time as you."
    )


@pytest.mark.parametrize(
    ("at", "here", "theirs"),
    [("", NEW_YORK, TOKYO), ("noon", NEW_YORK, TOKYO), ("09:00", "", TOKYO), ("09:00", TOKYO, ""),
     ("09:00", TOKYO, TOKYO)],
)  # fmt: skip
def test_nothing_is_said_where_one_clock_is_not_known_or_both_are_one(at, here, theirs):
    assert both_clocks(date(2026, 11, 25), at, here, theirs, "Kei") == ""


@pytest.mark.parametrize(
    ("today", "on", "then"),
    [
        (date(2026, 10, 20), date(2026, 10, 28), "5 hours apart, not 6 hours"),
        (date(2026, 10, 28), date(2026, 11, 3), "6 hours apart, not 5 hours"),
        (date(2027, 3, 10), date(2027, 3, 20), "5 hours apart, not 6 hours"),
    ],
)
def test_a_clock_change_before_the_meeting_is_a_warning(today, on, then):
    assert then in changed_clocks(on, "09:00", NEW_YORK, STOCKHOLM, today)


def test_when_both_clocks_have_changed_there_is_nothing_to_warn_of():
    assert changed_clocks(date(2026, 11, 3), "09:00", NEW_YORK, STOCKHOLM, date(2026, 10, 20)) == ""


def test_half_hours_apart_are_said_as_such():
    said = changed_clocks(date(2026, 11, 3), "09:00", NEW_YORK, "Asia/Kolkata", date(2026, 10, 20))

    assert "10.5 hours apart, not 9.5 hours" in said
