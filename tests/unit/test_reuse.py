"""Beginning from an earlier message: what is about me comes along, what is about them stays with them."""

from __future__ import annotations

import pytest

from infoview.logbook import open_memory
from infoview.records.contacts import Contact
from infoview.records.profile import Profile
from infoview.requests.drafts import begin_from_last
from infoview.requests.reuse import about_me, theirs, to_anybody
from infoview.workflow.requests import request_for, write_request

MINA = Profile(name="Mina Castellan", doing="I study biology in Birchwood", exploring="museum work")
ADA = Contact(
    "Ada Park",
    "Tidal Museum",
    title="Curator of exhibitions",
    location="Rotterdam, Netherlands",
    why="She built the tide pool exhibition.",
    how_found="Her lecture at the Delft festival",
)
VOGT = Contact(
    "Dr. Henrik Vogt", "University of Leeds", location="Leeds", note="Ballast stones; was in Uppsala."
)
INES = Contact(
    "Ines Moreau", "Menus for Cities", title="Food safety inspector", why="Both laboratory and inspections"
)


WHO = [
    (
        ADA,
        "+I study biology in Birchwood and wonder about work in museums.",
        "-Your tide pool is why I write.",
    ),
    (
        ADA,
        "+I study biology.",
        "-The exhibition made me stay until they closed.",
        "+I wonder about museum work.",
    ),
    (ADA, "+I study biology.", "-Tide pools are where it began.", "+I write a lot."),
    (ADA, "-I grew up near Rotterdam.", "+I am a biologist."),
    (ADA, "+I am a biologist.", "-I would love to work at the Tidal Museum one day."),
    (ADA, "+I am a biologist.", "-Ada's work drew me in.", "-I went to Delft for it."),
    (VOGT, "+I write my thesis at the University of Utrecht.", "-Ballast stones changed a chapter of it."),
    (Contact("Do Li"), "+I teach.", "-It was Li who told me of it.", "+Do I like it? I do."),
    (VOGT, "+I am a historian.", "-I was in Uppsala as well.", "+I like archives."),
    (VOGT, "-I am a historian, as you are.", "+I teach."),
    (INES, "+I have a degree in chemistry and wonder about food safety.", "-You have done both sides."),
    (
        INES,
        "+I have run a school kitchen.",
        "-Now I look at how menus for whole cities are planned, as yours.",
    ),
]
ASK = [
    (ADA, "+Would you have twenty minutes to talk in the next two weeks?", "+If not, I quite understand."),
    (
        ADA,
        "-Could I ask you about the exhibition for 20 minutes?",
        "+If it is a bad month, a line is as good.",
    ),
    (ADA, "+Would you have 20 minutes?", "-I am in Rotterdam on Tuesdays.", "-I could come to your museum."),
    (VOGT, "-Might we talk, Dr. Vogt?", "+A short call would do."),
    (VOGT, "+Would you have twenty minutes for a coffee near your office?", "+Any morning suits me."),
]


def both(marked):
    """The whole text, and what of it shall come along: the sentences marked with a plus."""
    return " ".join(one[1:] for one in marked), " ".join(one[1:] for one in marked if one[0] == "+")


@pytest.mark.parametrize(("contact", "marked"), [(one[0], one[1:]) for one in WHO])
def test_of_who_i_am_only_what_is_about_me_comes_along(contact, marked):
    written, carried = both(marked)
    assert about_me(written, theirs(contact, MINA)) == carried


@pytest.mark.parametrize(("contact", "marked"), [(one[0], one[1:]) for one in ASK])
def test_of_what_i_ask_only_what_could_be_put_to_anybody_comes_along(contact, marked):
    written, carried = both(marked)
    assert to_anybody(written, theirs(contact, MINA)) == carried


def test_paragraphs_stay_paragraphs():
    said = "I study biology.\n\nYour museum is near.\n\nI write a lot."
    assert about_me(said, theirs(ADA, MINA)) == "I study biology.\n\nI write a lot."


def test_what_i_say_of_myself_is_mine_even_where_they_share_it():
    neighbour = Contact("Ravi Menon", "Birchwood Museum", location="Birchwood")
    said = "I study biology in Birchwood and wonder about museums."
    assert about_me(said, theirs(neighbour, MINA)) == said
    assert about_me("I like the Birchwood Museum.", theirs(neighbour, MINA)) == ""


def test_quotes_and_unfilled_gaps_come_along_as_they_were_typed():
    said = "I\u2019m a \u201cbiologist\u201d from [my town]."
    assert about_me(f"{said} Your museum is fine.", theirs(ADA, MINA)) == said


def test_a_message_that_is_all_about_them_leaves_the_parts_empty():
    logbook = open_memory()
    logbook.contacts.add(ADA)
    logbook.contacts.add(Contact("Ravi Menon", "Cedar Gallery"))
    write_request(logbook, 1, "who", "Your exhibition at the Tidal Museum is why I write.")
    write_request(logbook, 1, "ask", "Could we talk at the Tidal Museum?")
    assert begin_from_last(logbook, 2)
    begun = request_for(logbook, 2)
    assert (begun.who, begun.ask) == ("", "")
    assert "Ravi" in begun.greeting
