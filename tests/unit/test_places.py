"""Places: towns, countries and clocks as people type them, and as they are said back."""

from __future__ import annotations

from datetime import timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from infoview.dates.clock import now
from infoview.dates.places import clock_name, in_words, place_from
from infoview.dates.zones import zone_names
from infoview.logbook import open_memory
from infoview.records.contacts import Contact
from infoview.workflow.clocks import move_my_clock, move_their_clock, said_of

KNOWN = [
    "Boston",
    "Washington",
    "Philadelphia",
    "Seattle",
    "Houston",
    "Dallas",
    "Atlanta",
    "Miami",
    "Austin",
    "Baltimore",
    "Pittsburgh",
    "Portland",
    "Mumbai",
    "Delhi",
    "Bangalore",
    "Chennai",
    "Hyderabad",
    "Pune",
    "Munich",
    "Hamburg",
    "Frankfurt",
    "Cologne",
    "Stuttgart",
    "Barcelona",
    "Valencia",
    "Milan",
    "Naples",
    "Turin",
    "Florence",
    "Lyon",
    "Marseille",
    "Toulouse",
    "Geneva",
    "Basel",
    "Gothenburg",
    "Aarhus",
    "Bergen",
    "Rotterdam",
    "Antwerp",
    "Birmingham",
    "Manchester",
    "Leeds",
    "Glasgow",
    "Edinburgh",
    "Cardiff",
    "Liverpool",
    "Oxford",
    "Cambridge",
    "Cork",
    "Durban",
    "Ibadan",
    "Abuja",
    "Kano",
    "Alexandria",
    "Shenzhen",
    "Guangzhou",
    "Osaka",
    "Kyoto",
    "Nagoya",
    "Busan",
    "Hanoi",
    "Montreal",
    "Ottawa",
    "Calgary",
    "Canberra",
    "Wellington",
]


@pytest.mark.parametrize(
    "city", [*KNOWN, "San Francisco", "Cape Town", "Los Angeles", "Tel Aviv", "St. Louis"]
)
def test_a_well_known_city_has_its_clock(city):
    assert place_from(city).zone in zone_names()


@pytest.mark.parametrize(
    ("typed", "name", "zone"),
    [
        ("Boston", "Boston", "America/New_York"),
        ("  são   paulo ", "São Paulo", "America/Sao_Paulo"),
        ("München", "München", "Europe/Berlin"),
        ("Bombay", "Bombay", "Asia/Kolkata"),
        ("Cambridge, UK", "Cambridge, UK", "Europe/London"),
        ("Cambridge MA", "Cambridge, MA", "America/New_York"),
        ("Portland, Maine", "Portland, Maine", "America/New_York"),
        ("Atlanta, Georgia", "Atlanta, Georgia", "America/New_York"),
        ("London, Ontario", "London, Ontario", "America/Toronto"),
        ("Berlin, DE", "Berlin, DE", "Europe/Berlin"),
        ("Toronto, CA", "Toronto, CA", "America/Toronto"),
        ("Washington, D.C.", "Washington, D.C.", "America/New_York"),
        ("New York", "New York", "America/New_York"),
        ("America/New_York", "New York", "America/New_York"),
        ("", "", ""),
    ],
)
def test_a_town_is_found_as_people_write_it(typed, name, zone):
    place = place_from(typed)
    assert (place.name, place.zone) == (name, zone)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Larkfield, Ohio", "America/New_York"),
        ("Nowhere-on-Sea, UK", "Europe/London"),
        ("Kleinkleckersdorf, Germany", "Europe/Berlin"),
        ("Germany", "Europe/Berlin"),
        ("Texas", "America/Chicago"),
    ],
)
def test_a_town_that_no_list_has_takes_the_clock_of_its_country_or_state(typed, zone):
    assert place_from(typed).zone == zone


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("UTC+1", 1), ("GMT-5", -5), ("utc + 5:30", 5.5), ("UTC", 0), ("Larkfield (UTC-5)", -5)],
)
def test_a_distance_from_utc_is_understood(typed, hours):
    zone = place_from(typed).zone
    assert now().astimezone(ZoneInfo(zone)).utcoffset() == timezone(timedelta(hours=hours)).utcoffset(None)


def test_an_unknown_town_is_kept_and_refused_by_nobody():
    place = place_from("Birchwood-under-Nothing")
    assert (place.name, place.zone) == ("Birchwood-under-Nothing", "")
    assert in_words(place.name, place.zone) == "Birchwood-under-Nothing · clock not known"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Boston", "Boston · Eastern time"),
        ("UTC+1", "UTC+1"),
        ("Mumbai", "Mumbai · India time"),
        ("Munich", "Munich · Central European time"),
        ("Hanoi", "Hanoi · Indochina time"),
    ],
)
def test_what_was_taken_is_said_in_plain_words_and_can_be_read_again(typed, said):
    place = place_from(typed)
    assert in_words(place.name, place.zone) == said
    assert place_from(said).zone == place.zone


def test_every_clock_has_a_name_without_an_underscore():
    assert all(clock_name(zone) and "_" not in clock_name(zone) for zone in zone_names())


def test_an_unknown_town_of_mine_leaves_my_clock_as_it_is_and_says_so():
    book = open_memory()
    move_my_clock(book, "Boston")
    said = move_my_clock(book, "Birchwood-under-Nothing")
    assert said.startswith("We don't know the clock in Birchwood-under-Nothing, so yours stays")
    assert said_of(book.profile) == "Birchwood-under-Nothing · Eastern time"
    assert move_my_clock(book, "") == ""
    assert said_of(book.profile) == ""


def test_an_unknown_town_of_theirs_has_no_clock_until_its_country_is_added():
    book = open_memory()
    ada = book.contacts.add(Contact("Ada Park"))
    assert "Add the country" in move_their_clock(book, ada.id, "Birchwood-under-Nothing")
    assert move_their_clock(book, ada.id, "Birchwood-under-Nothing, UK") == ""
    assert said_of(book.contacts.get(ada.id)) == "Birchwood-under-Nothing, UK · UK time"
