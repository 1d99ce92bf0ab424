"""A thank-you note marked as sent can be taken back, whichever way it went and wherever it was written."""

from __future__ import annotations

from datetime import date

import pytest

from infoview.debrief.thanks import write_thank_you
from infoview.records.meetings import Meeting, MeetingStatus


@pytest.fixture
def talked(with_ada):
    with_ada.logbook.meetings.add(
        Meeting(with_ada.session.here.contact.id, MeetingStatus.HELD, date(2026, 11, 22))
    )
    return with_ada


def labels(actions):
    return [action["label"] for action in actions.actions]


def test_a_note_marked_as_sent_without_a_word_of_it_here_is_taken_back(talked, tools, reopened):
    write_thank_you(talked.logbook, 1, "sent_on", tools.today)
    section = talked.section("debrief", "thanks")
    assert "Sent on" in section.note.value
    assert not tools.shown(section.takeout)
    assert talked.press(section.actions, "take_back")
    assert reopened().follow_ups.find()[0].sent_on is None
    assert "Sent on" not in section.note.value
    assert not tools.shown(section.actions)


@pytest.mark.parametrize(("way", "other", "which"), [("mail", "hand", "email"), ("hand", "mail", "card")])
@pytest.mark.parametrize("written", [False, True])
def test_a_note_sent_one_way_is_taken_back_while_looking_at_the_other(
    talked, tools, reopened, way, other, which, written
):
    write_thank_you(talked.logbook, 1, "sent_on", tools.today, by_hand=way == "hand")
    section = talked.section("debrief", "thanks")
    talked.type(section.way, "way", other)
    if written:
        talked.type(section.form, "first_part", "I still see that pool.")
    assert f"I didn't send the {which} after all" in labels(section.actions)
    assert ("I sent it" in labels(section.actions)) is written
    assert talked.press(section.actions, "take_back_other")
    assert [note.sent_on for note in reopened().follow_ups.find()] == [None] * (1 + written)
    assert "Sent on" not in section.note.value


def test_before_a_word_is_written_there_is_nothing_to_send_or_take_back(talked, tools):
    assert not tools.shown(talked.section("debrief", "thanks").actions)
