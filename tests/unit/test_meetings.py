"""Meetings: the note pad, and what a calendar shows of them."""

from __future__ import annotations

import pytest

from infoview.errors import InputError
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting, link_in, place_from
from infoview.records.takeaways import Takeaway
from infoview.workflow.meetings import write_note


def test_a_note_pad_has_one_text_for_each_box(logbook):
    meeting = logbook.meetings.add(Meeting(logbook.contacts.add(Contact("Ada")).id))
    for box, text in (("", "tea"), (Takeaway.LIFESTYLE, "Mondays"), (Takeaway.LIFESTYLE, "Mondays are hers")):
        write_note(logbook, meeting.id, box, text)

    assert {note.takeaway: note.text for note in logbook.notes.find(meeting_id=meeting.id)} == {
        "": "tea",
        "lifestyle": "Mondays are hers",
    }
    logbook.meetings.remove(meeting.id)
    assert logbook.notes.find() == ()


def test_the_logbook_counts_every_change_of_what_a_calendar_shows(logbook):
    ada = logbook.contacts.add(Contact("Ada"))
    number = logbook.meetings.add(Meeting(ada.id, at="09:00")).id

    def revision(change):
        change()
        return logbook.meetings.get(number).revision

    assert revision(lambda: logbook.meetings.change(number, place="Café Lantern")) == 1
    assert revision(lambda: logbook.meetings.change(number, place="Café Lantern", purpose="Why?")) == 1
    assert revision(lambda: logbook.meetings.change(number, at="10:00", minutes=30)) == 2
    assert revision(lambda: logbook.contacts.change(ada.id, note="kind", name="Ada Park")) == 3
    assert revision(lambda: logbook.change_profile(time_zone="Europe/Stockholm", name="Mina")) == 4
    assert revision(lambda: logbook.change_profile(time_zone="Europe/Stockholm", name="Mina C.")) == 4


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Café Lantern, opposite the town hall", "Café Lantern, opposite the town hall"),
        ("  Gate 2 \n third floor ", "Gate 2 third floor"),
        ("+1 202 555 0142", "+1 202 555 0142"),
        ("St.James", "St.James"),
        ("video.example/j/12", "https://video.example/j/12"),
        ("https://video.example/j/12?pwd=a", "https://video.example/j/12?pwd=a"),
        ("My room: <https://video.example/j/12>, code 4", "My room: <https://video.example/j/12>, code 4"),
        ("5/7 Mill Street", "5/7 Mill Street"),
        ("", ""),
    ],
)
def test_where_one_meets_is_a_place_a_number_or_a_link(typed, kept):
    assert place_from(typed) == kept


@pytest.mark.parametrize(
    "typed", ["htps://video.example", "Ada's room: zoommtg://video.example/j/12", "https://"]
)
def test_a_link_that_cannot_be_opened_is_refused_in_a_sentence(typed):
    with pytest.raises(InputError, match="begins with https://") as caught:
        place_from(typed)
    assert caught.value.field == "place"


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("My room: <https://video.example/j/12>, code 4", "https://video.example/j/12"),
        ("Café Lantern", ""),
        ("video.example", ""),
        ("javascript:alert(1)", ""),
        ("javascript://%0aalert(1) https://a.example/", "https://a.example/"),
    ],
)
def test_the_link_in_a_place_is_found(place, found):
    assert link_in(place) == found
