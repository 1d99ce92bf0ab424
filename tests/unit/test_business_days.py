"""Business days: weekends are skipped, holidays where they are given."""

from datetime import date

import pytest

from infoview.dates.business_days import business_days_after, is_business_day

MONDAY = date(2026, 10, 26)


@pytest.mark.parametrize(
    ("sent_on", "seven_later"),
    [
        (date(2026, 10, 26), date(2026, 11, 4)),  # Monday to Wednesday of the next week
        (date(2026, 10, 30), date(2026, 11, 10)),  # a Friday
        (date(2026, 10, 31), date(2026, 11, 10)),  # a Saturday counts from Monday
        (date(2026, 11, 1), date(2026, 11, 10)),  # a Sunday likewise
        (date(2026, 12, 24), date(2027, 1, 4)),  # over the year's end
    ],
)
def test_seven_business_days_skip_the_weekends(sent_on, seven_later):
    assert business_days_after(sent_on, 7) == seven_later


def test_a_holiday_is_skipped_too():
    assert business_days_after(MONDAY, 1, {date(2026, 10, 27)}) == date(2026, 10, 28)


def test_a_day_may_be_a_holiday_for_one_person_and_none_for_another():
    assert is_business_day(MONDAY)
    assert not is_business_day(MONDAY, {MONDAY})


def test_no_days_later_is_the_same_day():
    assert business_days_after(date(2026, 10, 31), 0) == date(2026, 10, 31)
