"""Meetings: the note pad, and what a calendar shows of them."""

from __future__ import annotations

import pytest

from infoview.changes import write_note
from infoview.contacts import Contact
from infoview.logbook import open_memory
from infoview.meetings import Meeting
from infoview.takeaways import Takeaway


@pytest.fixture
def logbook():
    book = open_memory()
    yield book
    book.close()


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
