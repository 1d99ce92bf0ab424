"""Debrief: which conversation, the seven take-aways, names, promises, the thank-you note."""

from __future__ import annotations

from datetime import date

import pytest

from infoview.contacts import Circle, Contact
from infoview.meetings import Meeting, MeetingStatus
from infoview.takeaways import Takeaway


@pytest.fixture
def talked(with_ada):
    """Someone who talked with Ada yesterday."""
    with_ada.logbook.meetings.add(
        Meeting(with_ada.session.contact.id, MeetingStatus.HELD, date(2026, 11, 22))
    )
    with_ada.session.redraw()
    return with_ada


# --- which conversation -------------------------------------------------------------------------------


def test_a_talk_that_just_happened_can_be_written_down_without_a_plan(with_ada, reopened):
    section = with_ada.section("debrief", "meeting")
    assert "no meeting with Ada Park" in section.said.value
    assert with_ada.press(section.actions, "add")
    (meeting,) = reopened().meetings.find()
    assert (meeting.status, meeting.on) == (MeetingStatus.HELD, date(2026, 11, 23))


def test_a_planned_meeting_is_marked_as_held_or_as_fallen_through(meeting_ada, reopened):
    section = meeting_ada.section("debrief", "meeting")
    assert "planned for" in section.said.value
    assert meeting_ada.press(section.actions, "held")
    (meeting,) = reopened().meetings.find()
    assert (meeting.status, meeting.on) == (MeetingStatus.HELD, date(2026, 11, 23))


def test_a_meeting_that_fell_through_is_cancelled_and_said_so(meeting_ada, reopened):
    section = meeting_ada.section("debrief", "meeting")
    assert meeting_ada.press(section.actions, "cancel")
    assert reopened().meetings.find()[0].status is MeetingStatus.CANCELLED
    assert "marked as cancelled" in meeting_ada.told[0]


def test_with_a_next_meeting_planned_the_debrief_is_still_about_the_last_one(talked, reopened):
    talked.logbook.meetings.add(Meeting(talked.session.contact.id, on=date(2026, 12, 20)))
    talked.session.redraw()
    form = talked.section("debrief", "learned").form
    assert form.record == "learned-1"
    talked.type(form, "skills_match", "I like the patience of it.")
    on_disk = reopened()
    assert [one.meeting_id for one in on_disk.learned.find()] == [1]
    assert on_disk.meetings.get(2).status is MeetingStatus.PLANNED


def test_each_conversation_with_someone_can_be_chosen(talked, reopened, tools):
    section = talked.section("debrief", "meeting")
    assert not tools.shown(section.which)
    ada = talked.session.contact
    talked.logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD, date(2026, 11, 2)))
    talked.logbook.meetings.add(Meeting(ada.id, on=date(2026, 12, 20)))
    talked.session.redraw()
    (field,) = section.which.fields
    assert tools.shown(section.which)
    assert [value for value, _ in field["options"]] == ["2", "1", "3"]
    assert section.which.values["meeting"] == "1"
    assert talked.type(section.which, "meeting", "2")
    assert talked.section("debrief", "learned").form.record == "learned-2"
    assert talked.section("debrief", "thanks").form.record == "thanks-2"
    talked.type(section.which, "meeting", "3")
    assert "planned for" in section.said.value


def test_without_a_conversation_each_section_says_what_comes_first(with_ada, tools):
    for name in ("learned", "names", "promises", "thanks"):
        section = with_ada.section("debrief", name)
        assert tools.shown(section.empty)
        assert "Choose the conversation above first" in section.empty.value


# --- the seven ----------------------------------------------------------------------------------------


def test_there_is_room_for_each_of_the_seven_and_it_is_kept(talked, reopened):
    section = talked.section("debrief", "learned")
    assert [field["key"] for field in section.form.fields] == [one.value for one in Takeaway]
    for number, takeaway in enumerate(Takeaway, 1):
        talked.type(section.form, takeaway.value, f"Learned {number}")
        assert f"{number} of 7 filled in" in section.count.value
    assert [one.text for one in reopened().learned.find()] == [f"Learned {n}" for n in range(1, 8)]
    talked.type(section.form, "lifestyle", " ")
    assert "6 of 7" in section.count.value


def test_the_first_word_says_that_a_planned_meeting_took_place(meeting_ada, reopened):
    meeting_ada.type(meeting_ada.section("debrief", "learned").form, "lifestyle", "Early mornings.")
    assert reopened().meetings.find()[0].status is MeetingStatus.HELD


# --- names --------------------------------------------------------------------------------------------


def test_a_name_given_is_a_contact_with_who_gave_it(talked, reopened):
    section = talked.section("debrief", "names")
    talked.fill(section.form, name="Cleo  Lund", organization="Harbour School", why="Built the first pool.",
                may_use_name=True)  # fmt: skip
    assert talked.press(section.actions, "add")

    on_disk = reopened()
    cleo = on_disk.contacts.first(name="Cleo Lund")
    (given,) = on_disk.introductions.find()
    assert (cleo.circle, cleo.why) == (Circle.INTRODUCTION, "Built the first pool.")
    assert (given.introducer_id, given.contact_id, given.meeting_id, given.may_use_name) == (
        talked.session.contact.id, cleo.id, 1, True,
    )  # fmt: skip
    assert "Names from this conversation: Cleo Lund" in section.list.value
    assert section.form.values["name"] == ""
    assert section.form.values["may_use_name"] is False
    talked.section("contacts", "people")
    assert "Name given by Ada Park" in talked.sees()


def test_a_name_is_needed_and_not_the_one_of_whom_one_talked_with(talked, reopened):
    section = talked.section("debrief", "names")
    assert not talked.press(section.actions, "add")
    assert "Type the name first" in section.form.errors["name"]
    talked.type(section.form, "name", "ada park")
    assert not talked.press(section.actions, "add")
    assert "the person you talked with" in section.form.errors["name"]
    assert section.form.values["name"] == "ada park"
    assert reopened().contacts.count() == 1


def test_someone_known_already_only_gets_the_link(talked, reopened):
    talked.logbook.contacts.add(Contact("Ben Moss", why="my own reason"))
    section = talked.section("debrief", "names")
    talked.fill(section.form, name="ben moss", why="Ada says so")
    talked.press(section.actions, "add")
    on_disk = reopened()
    assert on_disk.contacts.count() == 2
    assert on_disk.contacts.first(name="Ben Moss").why == "my own reason"
    assert on_disk.introductions.count() == 1


def test_a_name_begun_in_one_conversation_is_not_given_by_someone_else(talked, reopened):
    section = talked.section("debrief", "names")
    ben = talked.logbook.contacts.add(Contact("Ben"))
    talked.logbook.meetings.add(Meeting(ben.id, MeetingStatus.HELD, date(2026, 11, 20)))
    talked.type(section.form, "name", "Cleo")
    talked.choose(ben.id)
    talked.go("debrief")
    assert section.form.values["name"] == ""
    assert not talked.press(section.actions, "add")
    assert reopened().introductions.count() == 0


# --- promises -----------------------------------------------------------------------------------------


def test_a_promise_is_kept_done_undone_and_removed(talked, reopened):
    section = talked.section("debrief", "promises")
    assert section.form.values["mine"] == "mine"
    talked.fill(section.form, text="Send her the article", due_on="2026-11-30")
    assert talked.press(section.actions, "add")
    (promise,) = reopened().promises.find()
    assert (promise.text, promise.mine, promise.due_on, promise.meeting_id) == (
        "Send her the article", True, date(2026, 11, 30), 1,
    )  # fmt: skip
    assert "by Monday 30 November" in str(section.table.rows)
    talked.act(section.table, "done", promise.id)
    assert reopened().promises.find()[0].done_on == date(2026, 11, 23)
    talked.act(section.table, "undo", promise.id)
    assert reopened().promises.find()[0].done_on is None
    talked.act(section.table, "remove", promise.id)
    assert reopened().promises.count() == 0


def test_they_may_have_promised_something_too(talked, reopened):
    section = talked.section("debrief", "promises")
    talked.fill(section.form, text="Ask her director", mine="theirs")
    talked.press(section.actions, "add")
    assert not reopened().promises.find()[0].mine
    assert "They did" in str(section.table.rows)


def test_a_promise_without_words_or_with_no_day_is_refused_at_its_field(talked, reopened):
    section = talked.section("debrief", "promises")
    assert not talked.press(section.actions, "add")
    assert list(section.form.errors) == ["text"]
    talked.fill(section.form, text="Call", due_on="soon")
    assert not talked.press(section.actions, "add")
    assert list(section.form.errors) == ["due_on"]
    assert section.form.values["text"] == "Call"
    assert reopened().promises.count() == 0


# --- thanks -------------------------------------------------------------------------------------------


def test_a_thank_you_note_is_begun_coached_taken_out_and_marked_sent(talked, reopened, tools):
    section = talked.section("debrief", "thanks")
    assert "Best sent by" in section.note.value
    assert not tools.shown(section.takeout)
    assert "Ada" in section.form.values["greeting"]
    talked.fill(section.form, first_part="What you said about tide pools stayed with me.",
                second_part="I will visit one this week.")  # fmt: skip
    assert section.coached.advice.verdict
    assert "tide pools stayed" in section.coached.preview.value
    assert {item["key"] for item in section.takeout.items} >= {"copy", "eml", "mailto"}
    _, data = talked.download(section.takeout, "eml")
    assert b"ada@example.org" in data
    assert section.actions.actions[0]["label"] == "I sent it"
    assert talked.press(section.actions, "sent")
    (note,) = reopened().follow_ups.find()
    assert (note.sent_on, note.meeting_id) == (date(2026, 11, 23), 1)
    assert "Sent on" in section.note.value
    assert talked.press(section.actions, "take_back")
    assert reopened().follow_ups.find()[0].sent_on is None


def test_a_late_note_is_still_welcome(talked):
    talked.logbook.meetings.change(1, on=date(2026, 10, 1))
    talked.session.redraw()
    assert "still very welcome" in talked.section("debrief", "thanks").note.value
