"""Times of day are read as people write them, and what is none is never taken for one."""

from datetime import time

import pytest

from infoview.dates.times_of_day import time_of_day


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("16:30", 16, 30),
        ("16.30", 16, 30),
        ("16h30", 16, 30),
        ("16h", 16, 0),
        ("16 h 30", 16, 30),
        ("4.30pm", 16, 30),
        ("4:30 P.M.", 16, 30),
        ("4 pm", 16, 0),
        ("4pm", 16, 0),
        ("12 am", 0, 0),
        ("12:15 pm", 12, 15),
        ("8:05", 8, 5),
        ("08:05:00", 8, 5),
        ("16 Uhr", 16, 0),
        ("16.30 Uhr", 16, 30),
        ("9 o'clock", 9, 0),
        ("16\uff1a30", 16, 30),
        ("00:00", 0, 0),
        (" 23:59 ", 23, 59),
    ],
)
def test_a_time_is_read_as_it_was_meant(text, hour, minute):
    assert time_of_day(text) == time(hour, minute)


@pytest.mark.parametrize(
    "text",
    ["", "4", "16", "24:00", "16:60", "16:3", "13 pm", "0 am", "16.305", "16:30 pm", "noonish", "2026-12-01"],
)
def test_what_is_no_time_of_day_is_not_guessed_at(text):
    assert time_of_day(text) is None
