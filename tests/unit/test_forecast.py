"""Don't take it personally, as arithmetic."""

from datetime import date, timedelta

import pytest

from infoview.logbook import open_memory
from infoview.progress.forecast import LIKELY, asking_streak, forecast, forecast_from, percent
from infoview.records.contacts import Contact
from infoview.records.requests import Request, RequestStatus

TODAY = date(2026, 11, 23)


def test_before_the_first_answer_three_in_ten_say_yes():
    said = forecast(open_memory())
    assert (said.asked, said.settled, said.share) == (0, 0, 0.3)
    assert said.low == pytest.approx(0.129, abs=0.001)
    assert said.high == pytest.approx(0.490, abs=0.001)


def test_own_answers_move_the_share_and_narrow_the_interval():
    few, many = forecast_from(10, 8, 2), forecast_from(100, 80, 20)
    assert few.share == pytest.approx(11 / 20)
    assert 0.7 < many.share < 0.8
    assert many.high - many.low < few.high - few.low
    assert few.low < few.share < few.high


def test_whoever_never_answered_is_not_counted_as_an_answer():
    logbook = open_memory()
    for status in (RequestStatus.SENT, RequestStatus.ACCEPTED, RequestStatus.NO_REPLY, RequestStatus.DRAFT):
        contact = logbook.contacts.add(Contact(f"Someone {status}"))
        logbook.requests.add(Request(contact.id, status, sent_on=TODAY))
    said = forecast(logbook)
    assert (said.asked, said.yes, said.no, said.silent, said.settled) == (3, 1, 0, 1, 2)


def test_five_silences_in_a_row_happen_to_one_in_six_to_begin_with():
    assert forecast_from(0, 0, 0).all_silent(5) == pytest.approx(0.168, abs=0.001)  # 0.7^5


def test_the_comfort_about_silences_never_turns_against_whoever_does_well():
    usual, lucky, unlucky = forecast_from(0, 0, 0), forecast_from(20, 20, 0), forecast_from(20, 1, 4, 15)
    assert lucky.all_silent(5) == usual.all_silent(5) < unlucky.all_silent(5)


def test_no_forecast_is_printed_as_certain():
    assert percent(forecast_from(40, 40, 0).at_least_one(10)) == 99
    assert percent(0.168) == 17


def test_so_many_asks_as_make_a_yes_likely_do_and_one_less_does_not():
    said = forecast_from(9, 4, 2)
    asks = said.asks_for(1).likely
    assert said.at_least_one(asks) >= LIKELY > said.at_least_one(asks - 1)


def test_more_asks_make_a_yes_more_likely_and_never_certain():
    said = forecast_from(0, 0, 0)
    chances = [said.at_least_one(number) for number in (0, 1, 3, 5, 50)]
    assert chances[:2] == [0, pytest.approx(0.3)]
    assert chances == sorted(chances)
    assert chances[-1] < 1


def test_how_many_to_ask_grows_when_few_say_yes():
    assert forecast_from(20, 0, 20).asks_for(1).likely > 7
    assert forecast_from(20, 20, 0).asks_for(1).likely < 4


@pytest.mark.parametrize(
    ("people", "likely"),
    [
        (0, 0),
        (1, 7),  # 0.7^7 = 0.08; with six it is 0.12
        (2, 12),  # 0.7^12 + 12 * 0.3 * 0.7^11 = 0.085; with eleven it is 0.11
    ],
)
def test_how_many_to_ask_grows_with_the_people_wanted(people, likely):
    assert forecast_from(0, 0, 0).asks_for(people).likely == likely


def test_how_many_to_ask_is_told_with_the_interval_of_the_share():
    asks = forecast_from(0, 0, 0).asks_for(1)
    assert (asks.fewest, asks.likely, asks.most) == (4, 7, 17)  # at 49, 30 and 13 in a hundred


def test_counting_ends_where_hardly_anybody_says_yes():
    assert forecast_from(5000, 0, 5000).asks_for(3).most == 999


def test_a_streak_counts_weeks_with_an_ask_and_outlives_this_weeks_monday():
    logbook = open_memory()
    for days in (3, 10, 17, 31):
        contact = logbook.contacts.add(Contact(f"Someone {days}"))
        logbook.requests.add(
            Request(contact.id, RequestStatus.DECLINED, sent_on=TODAY - timedelta(days=days))
        )
    assert asking_streak(logbook, TODAY) == 3
    assert asking_streak(logbook, TODAY + timedelta(days=14)) == 0
