"""Keep in touch: who is next, a few lines with a reason, great news one by one, what to give back."""

from __future__ import annotations

from datetime import date

import pytest

from infoview.records.contacts import Cadence, Contact
from infoview.records.debriefs import Promise
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus


@pytest.fixture
def helped(with_ada):
    """Someone who talked with Ada in May, as Ruth had suggested."""
    ada = with_ada.session.here.contact
    with_ada.logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD, date(2026, 5, 18)))
    ruth = with_ada.logbook.contacts.add(Contact("Ruth Moss"))
    with_ada.logbook.introductions.add(Introduction(ruth.id, ada.id, date(2026, 5, 1)))
    with_ada.session.redraw()
    return with_ada


def cells(row):
    return [cell["text"] for cell in row["cells"]]


# --- who is next --------------------------------------------------------------------------------------


def test_whoever_is_next_stands_first_with_what_there_is_to_tell(helped):
    helped.logbook.promises.add(Promise("Read the catalogue", 1, 1, done_on=date(2026, 6, 1)))
    first, second = helped.section("debrief", "keep_in_touch").table.rows
    assert cells(first) == ["Ada Park", "18 May 2026", "Every six months", "Now"]
    assert first["note"] == "You did it: Read the catalogue."
    assert cells(second) == ["Ruth Moss", "1 May 2026", "Only for great news", "Nothing planned"]
    assert second["note"] == "You talked with Ada Park, and they gave you that name."


def test_a_word_is_put_off_with_a_clear_conscience(helped, reopened):
    section = helped.section("debrief", "keep_in_touch")
    helped.act(section.table, "later", 1)
    assert "That's fine" in helped.told[0]
    assert cells(section.table.rows[0])[3] == "23 December 2026"
    assert reopened().follow_ups.find()[0].due_on == date(2026, 12, 23)


def test_from_the_list_one_comes_to_the_letter_with_the_person_chosen(helped):
    helped.act(helped.section("debrief", "keep_in_touch").table, "write", 2)
    assert helped.session.here.contact.name == "Ruth Moss"
    assert helped.window.pages["debrief"].part == "update"


def test_nobody_yet_is_said_kindly(with_ada):
    assert "After your first conversation" in with_ada.section("debrief", "keep_in_touch").table.empty
    assert with_ada.section("debrief", "keep_in_touch").table.rows == []


# --- a few lines --------------------------------------------------------------------------------------


def test_without_a_reason_there_is_no_letter(helped, tools, reopened):
    section = helped.section("debrief", "update")
    assert not tools.shown(section.letter)
    assert helped.press(section.wait, "wait")
    assert "We'll bring" in helped.told[0]
    assert reopened().follow_ups.find()[0].due_on == date(2026, 12, 23)


def test_a_letter_is_written_by_its_reason_coached_sent_and_taken_back(helped, tools, reopened):
    section = helped.section("debrief", "update")
    helped.type(section.reason, "reason", "did")
    assert "how did it go" in section.form.fields[2]["label"]
    assert "Ada" in section.form.values["greeting"]
    assert not tools.shown(section.takeout)
    helped.fill(
        section.form,
        first_part="You told me to handle real objects. I did the course, and you were right.",
        second_part="Thank you again.",
    )
    assert "I did the course" in section.coached.preview.value
    assert section.coached.advice.verdict
    assert helped.press(section.actions, "sent")
    assert reopened().follow_ups.find()[0].sent_on == tools.today
    assert "You wrote to" in section.done.value
    assert not tools.shown(section.letter)
    assert cells(helped.section("debrief", "keep_in_touch").table.rows[0])[3] == "23 May 2027"

    assert helped.press(section.undo, "take_back")
    assert section.form.values["first_part"].startswith("You told me")


def test_lines_sent_some_days_ago_count_from_that_day(helped, tools, reopened):
    section = helped.section("debrief", "update")
    helped.type(section.reason, "reason", "news")
    helped.type(section.form, "first_part", "I begin the course in March.")
    assert section.day.view.values["done_on"] == tools.today.isoformat()
    helped.type(section.day.view, "done_on", "2026-11-12")
    helped.press(section.actions, "sent")
    assert reopened().follow_ups.find()[0].sent_on == date(2026, 11, 12)
    assert "on 12 November 2026" in section.done.value
    assert cells(helped.section("debrief", "keep_in_touch").table.rows[0])[3] == "12 May 2027"
    helped.press(section.undo, "take_back")
    assert reopened().follow_ups.find()[0].sent_on is None


def test_what_is_known_to_have_happened_is_one_press_away(helped, reopened):
    helped.logbook.promises.add(Promise("Read the catalogue", 1, 1, done_on=date(2026, 6, 1)))
    helped.session.redraw()
    section = helped.section("debrief", "update")
    assert section.news.actions[0]["label"] == "You did it: Read the catalogue."
    helped.press(section.news, "0")
    assert section.reason.values["reason"] == "did"
    assert reopened().follow_ups.find()[0].reason == "did"


def test_words_typed_for_one_reason_stay_for_another(helped):
    section = helped.section("debrief", "update")
    helped.type(section.reason, "reason", "did")
    helped.type(section.form, "first_part", "I read it.")
    helped.type(section.reason, "reason", "news")
    assert section.form.values["first_part"] == "I read it."


def test_a_rhythm_and_what_one_could_do_for_them_are_kept(helped, reopened):
    section = helped.section("debrief", "update")
    helped.fill(section.settings, cadence="close", give_back="Portuguese, if she needs it")
    ada = reopened().contacts.get(1)
    assert (ada.cadence, ada.give_back) == (Cadence.CLOSE, "Portuguese, if she needs it")
    assert "Portuguese, if she needs it" in helped.section("debrief", "give_back").ideas.value


def test_after_three_a_year_it_is_enough(helped):
    for month in (6, 8, 10):
        note = FollowUp(1, FollowUpKind.UPDATE, first_part="News", sent_on=date(2026, month, 1))
        helped.logbook.follow_ups.add(note)
    helped.session.redraw()
    assert "three times in the past year" in helped.section("debrief", "update").said.value


# --- great news ---------------------------------------------------------------------------------------


@pytest.fixture
def place(helped):
    """Someone who has just noted that they found a place."""
    section = helped.section("debrief", "news")
    assert not helped.press(section.small.actions, "add")
    assert "Write the news first" in section.small.form.errors["text"]
    helped.type(section.small.form, "text", "I found a place")
    assert helped.press(section.small.actions, "add")
    return helped


def test_great_news_lists_everybody_who_helped_and_what_they_did(place, reopened):
    section = place.section("debrief", "news")
    assert reopened().milestones.find()[0].on == date(2026, 11, 23)
    assert [cells(row) for row in section.table.rows] == [
        ["Ada Park", "You talked on 18 May 2026."],
        ["Ruth Moss", "Gave you a name: Ada Park."],
    ]


def test_each_is_told_one_by_one_until_everybody_knows(place, reopened):
    section = place.section("debrief", "news")
    place.act(section.table, "heard", 2)
    assert "ve heard: Ruth Moss." in section.told.value
    place.act(section.table, "need_not", 1)
    assert section.table.rows == []
    assert "Now celebrate" in section.table.empty
    assert [one.told_on for one in reopened().told.find()] == [date(2026, 11, 23), None]


def test_the_letter_that_brings_the_news_tells_it(place, reopened):
    section = place.section("debrief", "news")
    place.act(section.table, "write", 1)
    update = place.section("debrief", "update")
    assert update.reason.values["reason"] == "milestone"
    place.type(update.form, "first_part", "I begin in June. You were the first who told me one can learn it.")
    place.press(update.actions, "sent")
    assert [one.contact_id for one in reopened().told.find()] == [1]


def test_news_can_be_removed_and_one_of_several_chosen(place, reopened, tools):
    section = place.section("debrief", "news")
    place.type(section.small.form, "text", "I moved to the coast")
    place.press(section.small.actions, "add")
    assert section.which.values["milestone"] == "2"
    place.type(section.which, "milestone", "1")
    place.press(section.remove, "remove")
    assert [one.text for one in reopened().milestones.find()] == ["I moved to the coast"]
    place.press(section.remove, "remove")
    assert not tools.shown(section.telling)


# --- where what is due leads --------------------------------------------------------------------------


def test_what_is_due_leads_to_the_letter_with_the_person_chosen(helped):
    row = next(row for row in helped.due() if "hasn't heard" in row["text"])
    helped.do_due("open", row["text"])
    assert helped.session.here.contact.name == "Ada Park"
    assert helped.window.pages["debrief"].part == "update"


def test_great_news_that_is_due_leads_to_its_list(place):
    (row,) = (row for row in place.due() if "news" in row["text"])
    place.do_due("open", row["text"])
    assert place.window.pages["debrief"].part == "news"


def test_the_choice_of_a_conversation_is_not_in_the_way_there(helped, tools):
    page = helped.go("debrief")
    page.show("keep_in_touch")
    assert "Which conversation?" not in helped.sees()
    page.show("thanks")
    assert "Which conversation?" in helped.sees()


def test_being_asked_has_a_small_place_and_counts_as_nothing(someone, reopened):
    asked = someone.section("debrief", "asked")
    assert not someone.press(asked.small.actions, "add")
    someone.fill(asked.small.form, name="Tess Okoro", questions="Is a degree needed?", on="2026-11-30")
    assert someone.press(asked.small.actions, "add")
    assert "Monday 30 November" in str(asked.table.rows)
    assert someone.act(asked.table, "answered", 1)
    assert someone.act(asked.table, "change", 1)
    someone.fill(asked.small.form, answers="No, but it helps.")
    assert someone.press(asked.small.actions, "add")
    assert someone.act(asked.table, "thanked", 1)
    on_disk = reopened()
    (kept,) = on_disk.asked_of_me.find()
    assert (kept.answers, kept.answered_on, kept.thanked_on) == (
        "No, but it helps.", someone.session.today, someone.session.today,
    )  # fmt: skip
    assert (on_disk.contacts.count(), on_disk.meetings.count()) == (0, 0)
