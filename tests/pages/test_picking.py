"""Prepare questions: picking good ones, the whole bank, one's own, and the list they make."""

from __future__ import annotations

import pytest

from infoview.questions.bank import Kind, bank, closing_pair
from infoview.questions.research import wonder
from infoview.questions.running_order import by_id
from infoview.records.contacts import Contact
from infoview.records.meetings import ENOUGH_QUESTIONS, Meeting, MeetingKind, MeetingStatus
from infoview.records.research import Topic
from infoview.records.takeaways import Takeaway

ONE_EACH = [next(one.id for one in bank() if one.takeaway == takeaway) for takeaway in Takeaway]


def listed(someone):
    return someone.section("questions", "order").list.items


def items(checklist):
    return [item for group in checklist.groups for item in group["items"]]


def choose_source(someone, name):
    section = someone.section("questions", "pick")
    assert someone.type(section.source, "source", name)
    return getattr(section, name)


# Good ones to begin with


def test_eight_good_ones_are_offered_first_each_with_a_reason_and_what_to_ask_then(meeting_ada, tools):
    section = meeting_ada.section("questions", "pick")
    assert [tools.shown(part.view) for part in (section.ideas, section.bank, section.own)] == [
        True,
        False,
        False,
    ]
    offered = items(section.ideas.list)
    assert len(offered) == ENOUGH_QUESTIONS
    assert all(item["note"] for item in offered)
    assert any(item["more"].startswith("Then ask: ") for item in offered)


def test_a_ticked_idea_is_on_the_list_and_keeps_its_place(meeting_ada, reopened):
    ideas = meeting_ada.section("questions", "pick").ideas
    before = items(ideas.list)
    chosen = before[2]["id"]
    assert meeting_ada.tick(ideas.list, chosen)
    assert items(ideas.list) == before
    assert ideas.list.ticked == [chosen]
    assert [one.bank_id for one in reopened().questions.find()] == [chosen]
    meeting_ada.tick(ideas.list, chosen, on=False)
    assert reopened().questions.count() == 0


def test_other_ideas_are_shown_and_the_first_come_round_again(meeting_ada):
    ideas = meeting_ada.section("questions", "pick").ideas
    first = items(ideas.list)
    seen = set()
    for _ in range(60):
        meeting_ada.press(ideas.more, "more")
        seen |= {item["id"] for item in items(ideas.list)}
    assert {item["id"] for item in first} <= seen
    assert len(seen) > 80


def test_a_puzzle_is_among_the_good_ones_and_stays_ticked_when_it_is_reworded(meeting_ada):
    ada = meeting_ada.session.here.contact
    wonder(meeting_ada.logbook, ada, Topic.FIELD, "what a riffle is", meeting_ada.session.today)
    ideas = meeting_ada.section("questions", "pick").ideas
    first = items(ideas.list)[0]
    assert first["text"] == "Please help me understand what a riffle is."
    meeting_ada.tick(ideas.list, first["id"])
    order = meeting_ada.section("questions", "order").list
    meeting_ada.arrange(order, "edit", id=order.items[0]["id"], text="How would you explain a riffle?")
    assert first["id"] in meeting_ada.section("questions", "pick").ideas.list.ticked


# The whole bank


def test_the_bank_is_closed_until_one_looks_inside(meeting_ada):
    groups = choose_source(meeting_ada, "bank").list.groups
    assert [group["key"] for group in groups] == [*(one.value for one in Takeaway), "closing"]
    assert not any(group["open"] for group in groups)
    assert len(items(meeting_ada.section("questions", "pick").bank.list)) == len(bank()) - len(closing_pair())


def test_the_bank_is_narrowed_by_take_away_and_by_field(meeting_ada):
    part = choose_source(meeting_ada, "bank")
    meeting_ada.type(part.filters, "takeaway", "lifestyle")
    open_group = next(group for group in part.list.groups if group["open"])
    assert open_group["key"] == "lifestyle"
    assert {by_id()[item["id"]].takeaway for item in items(part.list)} == {"lifestyle"}
    meeting_ada.type(part.filters, "field", "law")
    assert {by_id()[item["id"]].field for item in items(part.list)} == {"", "law"}


def test_the_bank_can_leave_out_what_this_contact_was_asked(meeting_ada):
    held = meeting_ada.logbook.meetings.add(Meeting(1, MeetingStatus.HELD))
    part = choose_source(meeting_ada, "bank")
    meeting_ada.logbook.meetings.change(1, status=MeetingStatus.HELD)
    meeting_ada.tick(part.list, ONE_EACH[0])
    meeting_ada.logbook.meetings.change(1, status=MeetingStatus.PLANNED)
    assert meeting_ada.logbook.questions.first().meeting_id == held.id
    meeting_ada.type(part.filters, "fresh", "yes")
    assert ONE_EACH[0] not in {item["id"] for item in items(part.list)}


def test_questions_ticked_in_the_bank_are_on_the_list_and_off_it_again(meeting_ada, reopened):
    bank_list = choose_source(meeting_ada, "bank").list
    for item in ONE_EACH:
        assert meeting_ada.tick(bank_list, item)
    assert set(bank_list.ticked) == set(ONE_EACH)
    assert "7 questions" in meeting_ada.section("questions", "order").said.value
    assert [one.bank_id for one in reopened().questions.find(order="position")] == ONE_EACH
    meeting_ada.tick(bank_list, ONE_EACH[0], on=False)
    assert ONE_EACH[0] not in bank_list.ticked
    assert len(listed(meeting_ada)) == 6


# One's own


def test_a_question_of_ones_own_joins_the_list(meeting_ada, reopened):
    own = choose_source(meeting_ada, "own")
    meeting_ada.fill(own.form, text="  How do you choose   a species?", takeaway="present_job")
    assert meeting_ada.press(own.add, "add")
    (kept,) = reopened().questions.find()
    assert (kept.text, kept.takeaway, kept.bank_id) == ("How do you choose a species?", "present_job", "")
    assert own.form.values["text"] == ""


def test_the_coach_reads_along_and_guesses_what_it_is_about(meeting_ada, reopened):
    own = choose_source(meeting_ada, "own")
    meeting_ada.type(own.form, "text", "Are there any openings on your team?")
    remark, *_ = own.advice.items
    assert "asks for a job" in remark["sentence"]
    assert remark["better"] == "How is hiring done here?"
    assert "CUNY Graduate Center's guide" in remark["source"]
    meeting_ada.type(own.form, "text", "How is hiring done here?")
    assert own.advice.items == []
    assert "Good question" in own.advice.verdict
    assert own.form.values["takeaway"] == "job_hunting"
    meeting_ada.press(own.add, "add")
    assert reopened().questions.first().takeaway == "job_hunting"


def test_a_word_or_two_are_neither_praised_nor_blamed(meeting_ada):
    own = choose_source(meeting_ada, "own")
    meeting_ada.type(own.form, "text", "asdf")
    assert own.advice.verdict == "Go on. Try starting with how, what or which."


def test_what_the_person_says_it_is_about_counts_more_than_the_guess(meeting_ada, reopened):
    own = choose_source(meeting_ada, "own")
    meeting_ada.type(own.form, "takeaway", "organization")
    meeting_ada.type(own.form, "text", "How is hiring done here?")
    assert own.form.values["takeaway"] == "organization"
    meeting_ada.press(own.add, "add")
    assert reopened().questions.first().takeaway == "organization"


def test_a_guess_can_be_set_aside_for_something_else(meeting_ada, reopened):
    own = choose_source(meeting_ada, "own")
    meeting_ada.fill(own.form, text="How is hiring done here?", takeaway="other")
    assert own.form.values["takeaway"] == "other"
    meeting_ada.press(own.add, "add")
    assert reopened().questions.first().takeaway == ""
    assert "Your own" in listed(meeting_ada)[0]["note"]


def test_an_empty_question_is_refused_at_its_field(meeting_ada):
    own = choose_source(meeting_ada, "own")
    meeting_ada.type(own.form, "takeaway", "present_job")
    assert not meeting_ada.press(own.add, "add")
    assert own.form.errors["text"] == meeting_ada.told[0]
    assert own.form.values["takeaway"] == "present_job"


def test_a_question_begun_for_one_person_is_not_asked_of_another(meeting_ada, reopened):
    own = choose_source(meeting_ada, "own")
    ada, ben = meeting_ada.session.here.contact, meeting_ada.logbook.contacts.add(Contact("Ben"))
    meeting_ada.logbook.meetings.add(Meeting(ben.id))
    meeting_ada.type(own.form, "text", "How was the flood for you, Ada?")
    meeting_ada.choose(ben.id)
    meeting_ada.go("questions")
    assert own.form.values["text"] == ""
    assert not meeting_ada.press(own.add, "add")
    assert reopened().questions.count() == 0
    meeting_ada.choose(ada.id)
    meeting_ada.go("questions")
    assert own.form.values["text"] == "How was the flood for you, Ada?"


# The list


@pytest.fixture
def prepared(meeting_ada):
    """Someone with three questions for Ada."""
    bank_list = choose_source(meeting_ada, "bank").list
    for item in ONE_EACH[:3]:
        meeting_ada.tick(bank_list, item)
    return meeting_ada


def test_the_list_is_put_in_order_starred_reworded_and_shortened(prepared, reopened):
    order = prepared.section("questions", "order").list
    first, second, third = (item["id"] for item in order.items)
    assert prepared.arrange(order, "move", id=third, position=0)
    assert [item["id"] for item in order.items] == [third, first, second]
    assert prepared.arrange(order, "star", id=first, on=True)
    assert prepared.arrange(order, "edit", id=first, text=" What is a day like? ")
    assert prepared.arrange(order, "remove", id=second)
    assert [(one.id, one.text, one.starred) for one in reopened().questions.find(order="position")][1] == (
        int(first), "What is a day like?", True,
    )  # fmt: skip
    assert len(order.items) == 2
    assert "2 questions, 1 starred" in prepared.section("questions", "order").said.value
    assert not prepared.arrange(order, "edit", id=first, text="  ")


def test_coverage_is_told_in_words_and_in_a_picture(prepared):
    order = prepared.section("questions", "order")
    for takeaway in ("other positions", "job hunting", "organization", "skills match"):
        assert takeaway in order.said.value.partition("</p>")[0]
    assert order.said.value.count("●") == 3
    assert order.said.value.count("○") == 4
    for item in ONE_EACH[3:]:
        prepared.tick(prepared.section("questions", "pick").bank.list, item)
    assert "on all seven" in order.said.value
    assert "○" not in order.said.value


def test_the_minutes_of_a_question_are_counted_against_the_meeting(prepared, reopened):
    order = prepared.section("questions", "order")
    story = next(one for one in bank() if one.kind is Kind.STORY and one.id == ONE_EACH[0])
    item = order.list.items[0]
    assert item["minutes"] == "3"
    assert "3 min" in item["note"]
    assert story.text == item["text"]
    assert "20 minutes: 2 to say hello, 15 for questions, 3 to close." in order.said.value
    assert prepared.arrange(order.list, "minutes", id=item["id"], minutes="14")
    assert reopened().questions.get(int(item["id"])).minutes == 14
    assert "if there's time" in order.list.items[2]["note"]
    prepared.arrange(order.list, "star", id=item["id"], on=True)
    prepared.arrange(order.list, "minutes", id=item["id"], minutes="16")
    assert "1 too long" in order.said.value
    assert prepared.arrange(order.list, "minutes", id=item["id"], minutes="")
    assert reopened().questions.get(int(item["id"])).minutes is None


@pytest.mark.parametrize("typed", ["long", "0", "-1", "1000"])
def test_what_is_no_length_is_refused(prepared, reopened, typed):
    order = prepared.section("questions", "order").list
    assert not prepared.arrange(order, "minutes", id=order.items[0]["id"], minutes=typed)
    assert "How many minutes?" in prepared.told[0]
    assert reopened().questions.first().minutes is None


def test_by_mail_there_is_no_clock(prepared):
    prepared.logbook.meetings.change(1, kind=MeetingKind.MAIL)
    prepared.session.redraw()
    order = prepared.section("questions", "order")
    assert "three to five" in order.said.value
    assert "min" not in order.list.items[0]["note"]


def test_the_first_words_and_the_closing_pair_are_always_there(prepared, reopened, tools):
    order = prepared.section("questions", "order")
    assert "Thanks for making time" in order.lines.first.value
    for question in closing_pair():
        assert question.text.split("'")[0] in order.lines.last.value
    assert not tools.shown(order.lines.form)
    prepared.press(order.lines.button, "toggle")
    assert tools.shown(order.lines.form)
    prepared.fill(order.lines.form, opening="Good morning!", closing="Two last things?")
    (meeting,) = reopened().meetings.find()
    assert (meeting.opening, meeting.closing) == ("Good morning!", "Two last things?")
    assert "Good morning!" in order.lines.first.value
    prepared.fill(order.lines.form, opening="")
    assert "Thanks for making time" in order.lines.first.value


def test_a_question_that_could_be_put_better_says_so_on_the_list(prepared):
    order = prepared.section("questions", "order").list
    assert not any(item["hint"] for item in order.items)
    prepared.arrange(order, "edit", id=order.items[0]["id"], text="Do you like your work?")
    assert order.items[0]["hint"]


def test_too_many_questions_and_missing_stars_are_said(prepared):
    bank_list = prepared.section("questions", "pick").bank.list
    for item in [one.id for one in bank() if not one.always][:11]:
        prepared.tick(bank_list, item)
    said = prepared.section("questions", "order").said.value
    assert "Eight is plenty" in said
    assert "Star the four that matter most" in said


def test_the_questions_of_an_earlier_talk_are_taken_over(prepared, reopened, tools):
    assert not tools.shown(prepared.section("questions", "order").copy.view)
    ben = prepared.logbook.contacts.add(Contact("Ben Ode"))
    prepared.logbook.meetings.add(Meeting(ben.id))
    prepared.choose(ben.id)
    copy = prepared.section("questions", "order").copy
    assert tools.shown(copy.view)
    assert copy.take.enabled == []
    assert "Ada Park, Tuesday 24 November (3 questions)" in dict(copy.form.fields[0]["options"]).values()
    prepared.type(copy.form, "from", "1")
    assert prepared.press(copy.take, "take")
    assert prepared.told[0] == "3 questions are new on your list."
    assert len(listed(prepared)) == 3
    assert reopened().questions.count() == 6
    prepared.press(copy.take, "take")
    assert "already" in prepared.told[0]
