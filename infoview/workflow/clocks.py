"""Clocks: where I am and where they are, as it was typed, and as it is said back."""

from __future__ import annotations

from infoview.content import words
from infoview.dates.places import clock_name, in_words, place_from
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.profile import Profile
from infoview.workflow.contacts import change_contact


def said_of(whose: Profile | Contact) -> str:
    """Say where somebody is and which clock it has there, such as "Boston · Eastern time"; "" is not said."""
    return in_words(whose.city, whose.time_zone)


def move_my_clock(logbook: Logbook, text: str) -> str:
    """Note where I am; an unknown place leaves my clock as it is, and what is given back says so."""
    place = place_from(text)
    zone = place.zone or (logbook.profile.time_zone if place.name else "")
    logbook.change_profile(city=place.name, time_zone=zone)
    if place.zone or not place.name:
        return ""
    said = words("zones")["my_clock" if zone else "their_clock"]
    return str(said.format(place=place.name, clock=clock_name(zone)))


def move_their_clock(logbook: Logbook, contact_id: int, text: str) -> str:
    """Note where somebody is; what is given back says that nobody knows the clock there."""
    contact = change_contact(logbook, contact_id, "time_zone", text)
    if contact.time_zone or not contact.city:
        return ""
    return str(words("zones")["their_clock"].format(place=contact.city))
