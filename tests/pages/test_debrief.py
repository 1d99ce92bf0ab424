"""Debrief: which conversation, the seven take-aways, names, promises, the thank-you note."""

from __future__ import annotations

from datetime import date

import pytest

from infoview.debrief.screens import add_skill
from infoview.records.contacts import Circle, Contact
from infoview.records.debriefs import Learned, Promise
from infoview.records.directions import Direction, Skill
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus, Note
from infoview.records.takeaways import Takeaway


@pytest.fixture
def talked(with_ada):
    """Someone who talked with Ada yesterday."""
    with_ada.logbook.meetings.add(
        Meeting(with_ada.session.here.contact.id, MeetingStatus.HELD, date(2026, 11, 22))
    )
    with_ada.session.redraw()
    return with_ada


# --- which conversation -------------------------------------------------------------------------------


def test_a_talk_that_just_happened_can_be_written_down_without_a_plan(with_ada, reopened):
    section = with_ada.section("debrief", "conversation")
    assert "no meeting with Ada Park" in section.said.value
    assert with_ada.press(section.actions, "add")
    (meeting,) = reopened().meetings.find()
    assert (meeting.status, meeting.on) == (MeetingStatus.HELD, date(2026, 11, 23))


def test_a_planned_meeting_is_marked_as_held_or_as_fallen_through(meeting_ada, reopened):
    section = meeting_ada.section("debrief", "conversation")
    assert "planned for" in section.said.value
    assert meeting_ada.press(section.actions, "held")
    (meeting,) = reopened().meetings.find()
    assert (meeting.status, meeting.on) == (MeetingStatus.HELD, date(2026, 11, 23))


def test_a_meeting_that_fell_through_is_cancelled_and_said_so(meeting_ada, reopened):
    section = meeting_ada.section("debrief", "conversation")
    assert meeting_ada.press(section.actions, "cancel")
    assert reopened().meetings.find()[0].status is MeetingStatus.CANCELLED
    assert "marked as canceled" in meeting_ada.told[0]


def test_with_a_next_meeting_planned_the_debrief_is_still_about_the_last_one(talked, reopened):
    talked.logbook.meetings.add(Meeting(talked.session.here.contact.id, on=date(2026, 12, 20)))
    talked.session.redraw()
    section = talked.section("debrief", "learned")
    talked.press(section.start, "begin")
    assert section.form.record == "debrief-preparation-1"
    talked.type(section.form, "text", "I like the patience of it.")
    on_disk = reopened()
    assert [one.meeting_id for one in on_disk.learned.find()] == [1]
    assert on_disk.meetings.get(2).status is MeetingStatus.PLANNED


def test_each_conversation_with_someone_can_be_chosen(talked, reopened, tools):
    section = talked.section("debrief", "conversation")
    assert not tools.shown(section.which)
    ada = talked.session.here.contact
    talked.logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD, date(2026, 11, 2)))
    talked.logbook.meetings.add(Meeting(ada.id, on=date(2026, 12, 20)))
    talked.session.redraw()
    (field,) = section.which.fields
    assert tools.shown(section.which)
    assert [value for value, _ in field["options"]] == ["2", "1", "3"]
    assert section.which.values["meeting"] == "1"
    assert talked.type(section.which, "meeting", "2")
    talked.press(talked.section("debrief", "learned").start, "begin")
    assert talked.section("debrief", "learned").form.record == "debrief-preparation-2"
    assert talked.section("debrief", "thanks").form.record == "thanks-mail-2"
    talked.type(section.which, "meeting", "3")
    assert "planned for" in section.said.value


def test_without_a_conversation_each_section_says_what_comes_first(with_ada, tools):
    for name in ("learned", "skills", "directions", "evidence", "names", "promises", "job", "thanks"):
        section = with_ada.section("debrief", name)
        assert tools.shown(section.empty.view)
        assert "No conversation with them yet" in section.empty.said.value


# --- ten small screens --------------------------------------------------------------------------------


@pytest.fixture
def begun(talked):
    """Someone who has begun the debrief of yesterday's talk with Ada."""
    talked.press(talked.section("debrief", "learned").start, "begin")
    return talked


def test_it_begins_with_one_button_and_what_the_note_pad_holds(talked, reopened, tools):
    talked.logbook.notes.add(Note(1, "preparation", "Began in a garden."))
    talked.session.redraw()
    section = talked.section("debrief", "learned")
    assert tools.shown(section.before)
    assert not tools.shown(section.screen)
    assert "has words in one box" in section.intro.value

    assert talked.press(section.start, "begin")
    assert tools.shown(section.screen)
    assert "1 of 10" in section.head.value
    assert section.form.values["text"] == "Began in a garden."
    assert reopened().learned.first(takeaway="preparation").text == "Began in a garden."


def test_beginning_says_that_a_planned_meeting_took_place(meeting_ada, reopened):
    meeting_ada.press(meeting_ada.section("debrief", "learned").start, "begin")
    assert reopened().meetings.find()[0].status is MeetingStatus.HELD


def test_one_screen_after_another_from_the_first_to_the_last(begun):
    section = begun.section("debrief", "learned")
    seen = [section.head.value]
    while "next" in {action["key"] for action in section.ways.actions}:
        begun.press(section.ways, "next")
        seen.append(section.head.value)
    assert [f"{n} of 10" in shown for n, shown in enumerate(seen, 1)] == [True] * 10
    assert "minutes" not in seen[-1]

    begun.press(section.ways, "finish")
    assert "wrote on 0 of 10 screens" in begun.told[0]
    assert begun.window.pages["debrief"].part == "skills"


def test_going_back_and_leaping_lose_nothing(begun, reopened):
    section = begun.section("debrief", "learned")
    begun.fill(section.form, text="Up at six.", opinion="Worth it.", reaction="Not in winter.", unasked=True)
    begun.press(section.ways, "next")
    assert section.form.values["text"] == ""
    begun.press(section.ways, "back")
    assert section.form.values["reaction"] == "Not in winter."
    begun.type(section.jump, "screen", "talk")
    assert "How did the conversation go" in section.head.value
    assert ("preparation", "1. Preparation (written)") in [
        tuple(one) for one in section.jump.fields[0]["options"]
    ]
    (one,) = reopened().learned.find()
    assert (one.text, one.opinion, one.reaction, one.unasked) == (
        "Up at six.", "Worth it.", "Not in winter.", True,
    )  # fmt: skip


def test_whoever_comes_back_is_where_they_were(begun, someone_else):
    begun.press(begun.section("debrief", "learned").ways, "next")
    assert "2 of 10" in someone_else().section("debrief", "learned").head.value


def test_a_debrief_written_before_opens_at_the_first_empty_screen(talked):
    talked.logbook.learned.add(Learned(1, Takeaway.PREPARATION, "Gardening."))
    talked.session.redraw()
    assert "2 of 10" in talked.section("debrief", "learned").head.value


def test_a_note_written_since_is_offered_and_put_below(begun, reopened, tools):
    section = begun.section("debrief", "learned")
    begun.type(section.form, "text", "Gardening.")
    assert not tools.shown(section.take)
    begun.logbook.notes.add(Note(1, "preparation", "Evening classes."))
    begun.session.redraw()
    assert "Evening classes." in section.note.value
    begun.press(section.take, "take")
    assert section.form.values["text"] == "Gardening.\nEvening classes."
    assert not tools.shown(section.note)


def test_what_one_had_meant_to_ask_stands_beside(begun):
    begun.logbook.questions.add(MeetingQuestion(1, "What was the turning point?", "preparation"))
    begun.session.redraw()
    assert "What was the turning point?" in begun.section("debrief", "learned").head.value


def leap(person, screen):
    section = person.section("debrief", "learned")
    person.type(section.jump, "screen", screen)
    return section


def test_what_came_unasked_is_gathered_where_surprises_are_asked_for(begun):
    section = begun.section("debrief", "learned")
    begun.type(section.form, "unasked", True)  # noqa: FBT003 - what a check box sends
    leap(begun, "surprise")
    assert "brought this up unasked: Preparation" in section.after.value


def test_the_guess_and_what_the_talk_did_to_it(begun, reopened, tools):
    begun.logbook.meetings.change(1, assumption="I would like the quiet.", sure_before=7)
    section = leap(begun, "guess")
    assert "I would like the quiet." in section.note.value
    assert "You were at 7 of 10" in section.note.value
    assert not tools.shown(section.take)
    assert [field["key"] for field in section.form.fields] == ["sure_after"]
    begun.type(section.form, "sure_after", "4")
    assert "at 7 of 10 before, and you&#x27;re at 4 now" in section.after.value
    assert "took you an hour, not a year" in section.after.value
    assert reopened().meetings.get(1).sure_after == 4


def test_a_guess_that_is_written_afterwards_stays_in_its_box_and_can_be_changed(begun, reopened):
    section = leap(begun, "guess")
    for typed in ("A", "Archives", "Archives would suit me"):
        begun.type(section.form, "assumption", typed)
    assert [field["key"] for field in section.form.fields] == ["assumption", "sure_after"]
    begun.type(section.form, "assumption", "")
    assert reopened().meetings.get(1).assumption == ""


def test_a_talk_that_was_marked_too_soon_is_planned_again_while_nothing_is_written(
    meeting_ada, reopened, tools
):
    meeting_ada.press(meeting_ada.section("debrief", "learned").start, "begin")
    actions = meeting_ada.section("debrief", "conversation").actions
    assert meeting_ada.press(actions, "ahead")
    assert "is planned again" in meeting_ada.told[0]
    assert reopened().meetings.get(1).status is MeetingStatus.PLANNED
    assert meeting_ada.press(actions, "held")
    meeting_ada.press(meeting_ada.section("debrief", "learned").start, "begin")
    meeting_ada.type(meeting_ada.section("debrief", "learned").form, "text", "Began in a garden.")
    assert not tools.shown(actions)


def test_without_a_guess_one_can_still_write_what_it_was(begun, reopened):
    section = leap(begun, "guess")
    begun.type(section.form, "assumption", "It is all desks.")
    begun.type(section.form, "sure_after", "0")
    meeting = reopened().meetings.get(1)
    assert (meeting.assumption, meeting.sure_after) == ("It is all desks.", 0)


def test_the_focus_and_what_was_said_in_confidence(begun, reopened):
    section = leap(begun, "talk")
    begun.type(section.form, "focus", "2")
    assert "hand it back with a question" in section.after.value
    begun.fill(section.form, focus="4", quotes="She may leave in spring.")
    assert "Well done" in section.after.value
    meeting = reopened().meetings.get(1)
    assert (meeting.focus, meeting.quotes) == (4, "She may leave in spring.")


def test_a_question_about_none_of_the_seven_comes_back_with_what_surprised(talked):
    meeting = talked.logbook.meetings.find()[0]
    talked.logbook.questions.add(MeetingQuestion(meeting.id, "Why is the lift painted green?"))
    section = talked.section("debrief", "learned")
    talked.press(section.start, "begin")
    assert "lift painted green" not in section.head.value
    talked.type(section.jump, "screen", "surprise")
    assert "You meant to ask: <q>Why is the lift painted green?</q>" in section.head.value


def test_what_one_writes_for_the_next_talk_stands_where_it_is_prepared(talked, reopened):
    talked.section("debrief", "learned")
    meeting = talked.logbook.meetings.find()[0]
    talked.logbook.meetings.change(meeting.id, next_time="Fewer numbers, more examples.")
    ben = talked.logbook.contacts.add(Contact("Ben Ortiz"))
    talked.logbook.meetings.add(Meeting(ben.id, on=date(2026, 12, 1)))
    assert "Fewer numbers" not in talked.section("questions", "during").said.value
    talked.choose(ben.id)
    said = talked.section("questions", "during").said.value
    assert "After you talked with Ada Park, you wrote to yourself:" in said
    assert "Fewer numbers, more examples." in said


# --- skills and directions ----------------------------------------------------------------------------


def test_a_skill_is_added_changed_and_removed(talked, reopened):
    section = talked.section("debrief", "skills")
    assert not talked.press(section.small.actions, "add")
    assert "Name the skill first" in section.small.form.errors["name"]
    talked.fill(
        section.small.form, name="Short texts", gap="Sixty words", next_step="One label", by="2025-12-01"
    )
    assert not talked.press(section.small.actions, "add")
    assert "1 December 2025 has passed" in section.small.form.errors["by"]
    talked.type(section.small.form, "by", "2026-12-01")
    assert talked.press(section.small.actions, "add")
    assert reopened().promises.find()[0].due_on == date(2026, 12, 1)
    (row,) = section.table.rows
    assert "Nothing yet" in str(row)

    talked.act(section.table, "edit", row["id"])
    assert section.small.form.values["gap"] == "Sixty words"
    talked.type(section.small.form, "evidence", "The school paper")
    talked.press(section.small.actions, "add")
    (skill,) = reopened().skills.find()
    assert (skill.id, skill.evidence, skill.gap) == (int(row["id"]), "The school paper", "Sixty words")
    assert section.small.form.values["name"] == ""
    talked.act(section.table, "remove", skill.id)
    assert reopened().skills.count() == 0


def test_a_skill_named_in_another_talk_is_offered_by_its_name(talked, tools):
    section = talked.section("debrief", "skills")
    assert not tools.shown(section.again)
    ben = talked.logbook.contacts.add(Contact("Ben"))
    other = talked.logbook.meetings.add(Meeting(ben.id, MeetingStatus.HELD, date(2026, 11, 2)))
    talked.logbook.skills.add(Skill(other.id, "Reading plans"))
    talked.session.redraw()
    talked.type(section.small.form, "gap", "All of it")
    talked.press(section.again, "Reading plans")
    assert (section.small.form.values["name"], section.small.form.values["gap"]) == (
        "Reading plans",
        "All of it",
    )


def test_a_role_heard_of_becomes_a_direction_with_one_press(talked, reopened, tools):
    section = talked.section("debrief", "directions")
    assert not tools.shown(section.roles)
    talked.logbook.learned.add(Learned(1, Takeaway.OTHER_POSITIONS, "Two gardeners, a drone pilot"))
    talked.session.redraw()
    assert talked.press(section.roles, "drone pilot")
    assert [one.name for one in reopened().directions.find()] == ["drone pilot"]
    assert [action["key"] for action in section.roles.actions] == ["gardeners"]
    assert "Your directions: drone pilot" in section.list.value


def test_a_direction_by_its_own_name_and_what_the_talk_was_about(talked, reopened):
    section = talked.section("debrief", "directions")
    assert not talked.press(section.small.actions, "add")
    talked.type(section.small.form, "name", "City water")
    assert talked.press(section.small.actions, "add")
    talked.type(section.about, "direction", "1")
    assert reopened().meetings.get(1).direction_id == 1
    talked.type(section.about, "direction", "")
    assert reopened().meetings.get(1).direction_id is None


def test_a_line_for_and_a_line_against(talked, reopened, tools):
    section = talked.section("debrief", "evidence")
    assert tools.shown(section.first)
    assert not tools.shown(section.weighing)
    talked.logbook.directions.add(Direction("City water"))
    talked.session.redraw()
    assert not talked.press(section.small.actions, "add")
    talked.type(section.small.form, "text", "Half of it is talking with neighbours.")
    assert talked.press(section.small.actions, "add")
    talked.fill(section.small.form, side="against", text="Two evenings a month.")
    assert talked.press(section.small.actions, "add")
    assert [(one.speaks_for, one.meeting_id) for one in reopened().evidence.find()] == [(True, 1), (False, 1)]
    assert "Against it" in str(section.table.rows)
    talked.act(section.table, "remove", 1)
    assert reopened().evidence.count() == 1


# --- names --------------------------------------------------------------------------------------------


def test_a_name_given_is_a_contact_with_who_gave_it(talked, reopened):
    section = talked.section("debrief", "names")
    talked.logbook.directions.add(Direction("Teaching"))
    talked.logbook.meetings.change(1, direction_id=1)
    form = section.small.form
    talked.fill(form, name="Cleo  Lund", organization="Harbour School", why="Built the first pool.",
                may_use_name=True)  # fmt: skip
    assert talked.press(section.small.actions, "add")

    on_disk = reopened()
    cleo = on_disk.contacts.first(name="Cleo Lund")
    (given,) = on_disk.introductions.find()
    assert (cleo.circle, cleo.why, cleo.direction_id) == (Circle.INTRODUCTION, "Built the first pool.", 1)
    assert (given.introducer_id, given.contact_id, given.meeting_id, given.may_use_name) == (
        talked.session.here.contact.id, cleo.id, 1, True,
    )  # fmt: skip
    assert "You may" in str(section.table.rows)
    assert (form.values["name"], form.values["may_use_name"]) == ("", False)
    talked.act(section.table, "turn", 1)
    assert not reopened().introductions.get(1).may_use_name
    assert "Ask first" in str(section.table.rows)
    talked.section("contacts", "people")
    assert "Name given by Ada Park" in talked.sees()


def test_from_a_name_given_one_goes_on_to_write_to_them(talked):
    section = talked.section("debrief", "names")
    talked.type(section.small.form, "name", "Cleo Lund")
    talked.press(section.small.actions, "add")
    talked.act(section.table, "write", 1)
    assert talked.session.here.contact.name == "Cleo Lund"
    assert talked.app.stepper.current == "requests"


def test_a_name_is_needed_and_not_the_one_of_whom_one_talked_with(talked, reopened):
    section = talked.section("debrief", "names")
    assert not talked.press(section.small.actions, "add")
    assert "Type the name first" in section.small.form.errors["name"]
    talked.type(section.small.form, "name", "ada park")
    assert not talked.press(section.small.actions, "add")
    assert "the person you talked with" in section.small.form.errors["name"]
    assert section.small.form.values["name"] == "ada park"
    assert reopened().contacts.count() == 1


def test_someone_known_already_is_not_added_twice_and_keeps_what_was_known(talked, reopened):
    talked.logbook.contacts.add(Contact("Ben Moss", why="my own reason"))
    section = talked.section("debrief", "names")
    talked.fill(section.small.form, name="ben moss", why="Ada says so")
    talked.press(section.small.actions, "add")
    on_disk = reopened()
    assert on_disk.contacts.count() == 2
    assert on_disk.contacts.first(name="Ben Moss").why == "my own reason\nAda says so"
    assert on_disk.introductions.count() == 1


def test_a_name_begun_in_one_conversation_is_not_given_by_someone_else(talked, reopened):
    section = talked.section("debrief", "names")
    ben = talked.logbook.contacts.add(Contact("Ben"))
    talked.logbook.meetings.add(Meeting(ben.id, MeetingStatus.HELD, date(2026, 11, 20)))
    talked.type(section.small.form, "name", "Cleo")
    talked.choose(ben.id)
    talked.go("debrief")
    assert section.small.form.values["name"] == ""
    assert not talked.press(section.small.actions, "add")
    assert reopened().introductions.count() == 0


def test_a_next_step_that_changes_takes_its_promise_along(talked, reopened):
    section = talked.section("debrief", "skills")
    talked.fill(section.small.form, name="Labels", next_step="Take the course", by="2026-12-01")
    talked.press(section.small.actions, "add")
    talked.act(section.table, "edit", section.table.rows[0]["id"])
    assert section.small.form.values["by"] == "2026-12-01"
    talked.fill(section.small.form, next_step="Take the two-day course", by="2026-12-05")
    talked.press(section.small.actions, "add")
    (promise,) = reopened().promises.find()
    assert (promise.text, promise.due_on) == ("Take the two-day course", date(2026, 12, 5))


def test_a_skill_that_is_removed_takes_its_promise_along(talked, reopened):
    section = talked.section("debrief", "skills")
    talked.fill(section.small.form, name="Labels", next_step="Take the course", by="2026-12-01")
    talked.press(section.small.actions, "add")
    talked.act(section.table, "remove", section.table.rows[0]["id"])
    assert (reopened().skills.count(), reopened().promises.count()) == (0, 0)


def test_a_half_typed_skill_is_not_lost_to_a_change_of_another(talked):
    section = talked.section("debrief", "skills")
    talked.fill(section.small.form, name="Labels")
    talked.press(section.small.actions, "add")
    talked.fill(section.small.form, name="Palaeography", evidence="Four years")
    talked.act(section.table, "edit", section.table.rows[0]["id"])
    assert talked.told == (
        "There's a skill in the boxes that you haven't saved. Add it first, or clear the boxes.",
        "error",
    )
    assert section.small.form.values["evidence"] == "Four years"
    talked.fill(section.small.form, name="", evidence="")
    for _ in range(2):  # and a change that nothing was typed into may be left
        talked.act(section.table, "edit", section.table.rows[0]["id"])
        assert section.small.form.values["name"] == "Labels"


def test_a_next_step_whose_day_is_over_keeps_it_when_its_skill_is_changed(talked, reopened):
    meeting = talked.logbook.meetings.find()[0]
    add_skill(talked.logbook, Skill(meeting.id, "Labels", next_step="Take the course"), date(2026, 11, 1))
    section = talked.section("debrief", "skills")
    talked.act(section.table, "edit", section.table.rows[0]["id"])
    talked.type(section.small.form, "evidence", "The school paper")
    assert talked.press(section.small.actions, "add")
    (promise,) = reopened().promises.find()
    assert (promise.text, promise.due_on) == ("Take the course", date(2026, 11, 1))


# --- promises -----------------------------------------------------------------------------------------


def test_a_promise_is_kept_done_undone_and_removed(talked, reopened):
    section = talked.section("debrief", "promises")
    assert section.small.form.values["mine"] == "mine"
    talked.fill(section.small.form, text="Send her the article", due_on="2026-11-30")
    assert talked.press(section.small.actions, "add")
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
    talked.fill(section.small.form, text="Ask her director", mine="theirs")
    talked.press(section.small.actions, "add")
    (promise,) = reopened().promises.find()
    assert not promise.mine
    assert promise.due_on == date(2026, 11, 30)  # a week on, where no day was named
    assert "Them" in str(section.table.rows)


def test_a_promise_without_words_or_with_no_day_is_refused_at_its_field(talked, reopened):
    section = talked.section("debrief", "promises")
    assert not talked.press(section.small.actions, "add")
    assert list(section.small.form.errors) == ["text"]
    talked.fill(section.small.form, text="Call", due_on="soon")
    assert not talked.press(section.small.actions, "add")
    assert list(section.small.form.errors) == ["due_on"]
    assert section.small.form.values["text"] == "Call"
    assert reopened().promises.count() == 0


def test_a_job_they_mentioned_is_noted(talked, reopened):
    section = talked.section("debrief", "job")
    talked.type(section.form, "volunteered", "A stand-in post from May.")
    assert reopened().meetings.get(1).volunteered == "A stand-in post from May."


# --- thanks -------------------------------------------------------------------------------------------


def test_a_thank_you_note_is_begun_coached_taken_out_and_marked_sent(talked, reopened, tools):
    section = talked.section("debrief", "thanks")
    assert "Send it today" in section.note.value
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


def test_the_same_thanks_to_two_people_are_remarked(talked):
    ravi = talked.logbook.contacts.add(Contact("Ravi Menon", "Cedar Gallery"))
    talked.logbook.meetings.add(Meeting(ravi.id, MeetingStatus.HELD, date(2026, 11, 22)))
    thanks = {
        "first_part": "Thank you for your time yesterday. I learned how much of the work is done on paper.",
        "second_part": "I will visit two more places this month, and tell you what I find.",
    }
    section = talked.section("debrief", "thanks")
    talked.fill(section.form, **thanks)
    assert "reused" not in {item["rule"] for item in section.coached.advice.items}
    talked.choose(ravi.id)
    section = talked.section("debrief", "thanks")
    talked.fill(section.form, **thanks)
    assert "reused" in {item["rule"] for item in section.coached.advice.items}
    talked.type(section.form, "first_part", "Thank you. The frames you hang by eye stayed with me.")
    talked.type(section.form, "second_part", "On Friday I will hang one myself.")
    assert "reused" not in {item["rule"] for item in section.coached.advice.items}


def test_a_late_note_is_still_welcome(talked):
    talked.logbook.meetings.change(1, on=date(2026, 10, 1))
    talked.session.redraw()
    assert "still worth sending" in talked.section("debrief", "thanks").note.value


def test_what_the_debrief_holds_is_there_to_be_named(talked):
    talked.logbook.learned.add(Learned(1, Takeaway.LIFESTYLE, "Up at six."))
    talked.logbook.promises.add(Promise("Try one label", 1))
    talked.session.redraw()
    material = talked.section("debrief", "thanks").material.value
    assert "Up at six." in material
    assert "Try one label" in material


def test_a_card_by_hand_has_a_text_of_its_own(talked, reopened):
    section = talked.section("debrief", "thanks")
    talked.fill(section.form, first_part="The tide pools stayed with me.")
    talked.type(section.way, "way", "hand")
    assert "subject" not in section.form.values
    talked.type(section.form, "first_part", "The tide pools stayed with me.")
    assert "something different" in section.same.value
    assert [item["key"] for item in section.takeout.items] == ["copy"]
    talked.type(section.form, "first_part", "I still see that pool.")
    assert "something different" not in section.same.value
    talked.press(section.actions, "sent")
    assert "Sent on" in section.note.value
    assert [(one.by_hand, bool(one.sent_on)) for one in reopened().follow_ups.find()] == [
        (False, False),
        (True, True),
    ]


def test_whoever_led_here_is_not_forgotten(talked, tools):
    section = talked.section("debrief", "thanks")
    assert not tools.shown(section.tell)
    ruth = talked.logbook.contacts.add(Contact("Ruth"))
    talked.logbook.introductions.add(Introduction(ruth.id, talked.session.here.contact.id))
    talked.session.redraw()
    assert "Ruth led you to Ada Park" in section.introducer.value
    talked.press(section.tell, "tell")
    assert talked.session.here.contact == ruth


def test_a_name_given_that_is_known_joins_the_contact_and_counts(talked):
    talked.logbook.contacts.add(Contact("Ben Lund"))
    names = talked.section("debrief", "names")
    talked.fill(names.small.form, name="Ben Lund", organization="Alder Gallery", may_use_name=True)
    assert talked.press(names.small.actions, "add")
    assert talked.told[0] == "Ben Lund is on your list already. What you typed was added there."
    (row,) = names.table.rows
    assert [cell["text"] for cell in row["cells"]] == ["Ben Lund", "Alder Gallery", "You may"]


def test_a_promise_kept_and_thanks_sent_on_an_earlier_day_are_told_with_their_days(talked, reopened):
    promises = talked.section("debrief", "promises")
    talked.fill(promises.small.form, text="Send the chart")
    assert talked.press(promises.small.actions, "add")
    talked.fill(promises.day.view, done_on="2026-11-21")
    assert talked.act(promises.table, "done", 1)
    thanks = talked.section("debrief", "thanks")
    talked.fill(thanks.form, first_part="Your story of the fog-horn stays with me.")
    talked.fill(thanks.day.view, done_on="2027-01-01")
    assert not talked.press(thanks.actions, "sent")
    talked.fill(thanks.day.view, done_on="2026-11-21")
    assert talked.press(thanks.actions, "sent")
    on_disk = reopened()
    assert on_disk.promises.get(1).done_on == date(2026, 11, 21)
    assert [note.sent_on for note in on_disk.follow_ups.find()] == [date(2026, 11, 21)]
