"""Times to offer, by their clock; how long, and something smaller."""

from datetime import date, datetime

import pytest

from infoview.coach import Draft, review
from infoview.dates.offered_times import Stretch, in_words, offered, out_of_hours, unkind
from infoview.errors import InputError

TUESDAY = date(2026, 12, 1)
HERE, LONDON, TOKYO = "America/New_York", "Europe/London", "Asia/Tokyo"


@pytest.mark.parametrize(
    ("stretch", "here", "theirs", "said"),
    [
        (Stretch(TUESDAY, "15:00", "17:00"), "", "", "Tuesday 1 December, 15:00 to 17:00"),
        (Stretch(TUESDAY, "9:00", "11:30"), HERE, "", "Tuesday 1 December, 09:00 to 11:30"),
        (Stretch(TUESDAY, "15:00", "17:00"), LONDON, LONDON, "Tuesday 1 December, 15:00 to 17:00"),
        (Stretch(TUESDAY, "09:00", "11:00"), HERE, LONDON, "Tuesday 1 December, 14:00 to 16:00 your time"),
        (Stretch(TUESDAY, "09:00"), HERE, LONDON, "Tuesday 1 December from 14:00 your time"),
        (Stretch(TUESDAY, "20:00", "21:00"), HERE, TOKYO, "Wednesday 2 December, 10:00 to 11:00 your time"),
        (
            Stretch(TUESDAY, "09:00", "11:00"),
            HERE,
            TOKYO,
            "Tuesday 1 December, 23:00 to Wednesday 2 December, 01:00 your time",
        ),
    ],
)
def test_a_window_is_said_by_their_clock(stretch, here, theirs, said):
    assert in_words(stretch, here, theirs) == said


def test_a_clock_change_between_the_two_is_kept():
    """New York leaves summer time on 1 November 2026, London on 25 October."""
    assert "13:00" in in_words(Stretch(date(2026, 10, 28), "09:00"), HERE, LONDON)
    assert "14:00" in in_words(Stretch(date(2026, 11, 4), "09:00"), HERE, LONDON)


@pytest.mark.parametrize(
    ("stretch", "sentence"),
    [
        (Stretch(TUESDAY, "17:00", "15:00"), "ends before it begins"),
        (Stretch(TUESDAY, "soon"), "isn't a time of day"),
        (Stretch(TUESDAY, ""), "you're free from"),
    ],
)
def test_what_is_no_stretch_of_time_is_refused(stretch, sentence):
    with pytest.raises(InputError, match=sentence):
        in_words(stretch, "", "")


@pytest.mark.parametrize(
    ("stretch", "theirs", "odd"),
    [
        (Stretch(TUESDAY, "09:00"), LONDON, False),
        (Stretch(TUESDAY, "09:00"), TOKYO, True),
        (Stretch(TUESDAY, "14:30"), LONDON, True),
        (Stretch(date(2026, 12, 5), "09:00"), LONDON, True),
        (Stretch(TUESDAY, "07:00"), "", True),
    ],
)
def test_an_hour_at_night_or_a_weekend_of_theirs_is_noticed(stretch, theirs, odd):
    assert unkind(stretch, HERE, theirs) is odd


@pytest.mark.parametrize(
    ("moment", "zone", "shown"),
    [
        ("2026-12-01T15:00+00:00", "Europe/London", None),
        ("2026-12-01T15:00+00:00", "Asia/Tokyo", "Wednesday 00:00"),
        ("2026-12-04T16:00+00:00", "Asia/Tokyo", "Saturday 01:00"),
        ("2026-12-05T11:00+00:00", "Europe/London", "Saturday 11:00"),
        ("2026-12-05T11:00+00:00", "", None),
    ],
)
def test_an_hour_at_which_nobody_there_reads_is_told(moment, zone, shown):
    clock = out_of_hours(datetime.fromisoformat(moment), zone)
    assert (f"{clock:%A %H:%M}" if clock else None) == shown


def test_length_times_and_something_smaller_make_three_short_sentences():
    stretches = [Stretch(TUESDAY, "09:00", "11:00"), Stretch(date(2026, 12, 3), "10:00")]
    assert offered("20", stretches, "mail", HERE, LONDON) == (
        "Twenty minutes would be plenty. I could do Tuesday 1 December, 14:00 to 16:00 your time or "
        "Thursday 3 December from 15:00 your time, and I can fit around you. "
        "If a conversation is too much, three questions by email would help just as much."
    )
    assert offered("", [], "", "", "") == ""


@pytest.mark.parametrize("smaller", ["call", "mail"])
def test_the_coach_finds_nothing_to_say_about_what_is_offered(smaller):
    stretch = Stretch(TUESDAY, "09:00", "11:00")
    ask = f"Could we talk about your work? {offered('20', [stretch], smaller, HERE, LONDON)}"
    rules = {one.rule for one in review(Draft(body=f"Dear Ada,\n\n{ask}\n\nWith thanks,\nMina")).advice}
    assert not rules & {"no-duration", "no-easy-no", "presumes", "no-flexibility", "not-a-question"}
