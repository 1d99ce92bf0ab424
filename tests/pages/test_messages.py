"""Other messages around a request: each kind with its parts, its coach and its ways out."""

from __future__ import annotations

from datetime import date

import pytest

from infoview.records.contacts import Contact
from infoview.records.followups import FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting
from infoview.records.requests import Request, RequestStatus


@pytest.fixture
def beside(with_ada):
    """Someone who writes another message about Ada, of the kind they choose."""

    def choose(kind):
        section = with_ada.section("requests", "other_messages")
        assert with_ada.type(section.choice, "kind", kind)
        return section

    return choose


def rules(message):
    return {item["rule"] for item in message.coached.advice.items}


# --- which one is offered -----------------------------------------------------------------------------


def chosen(someone):
    someone.session.redraw()
    return someone.section("requests", "other_messages").choice.values["kind"]


def test_the_kind_that_fits_where_things_stand_is_chosen_beforehand(with_ada):
    assert chosen(with_ada) == "introduction"
    with_ada.logbook.requests.add(Request(1, RequestStatus.SENT, sent_on=date(2026, 11, 10)))
    assert chosen(with_ada) == "follow_up"
    with_ada.logbook.requests.change(1, status=RequestStatus.DECLINED)
    assert chosen(with_ada) == "kind_close"
    with_ada.logbook.meetings.add(Meeting(1, on=date(2026, 12, 1)))
    assert chosen(with_ada) == "confirmation"


def test_a_reminder_that_is_due_opens_where_it_is_written(sent):
    sent.logbook.requests.change(1, sent_on=date(2026, 11, 10))
    sent.do_due("open", sent.due()[0]["text"])
    assert sent.section("requests", "other_messages").choice.values["kind"] == "follow_up"


# --- an introduction ----------------------------------------------------------------------------------


def test_an_introduction_goes_to_the_one_in_the_middle(with_ada, beside, tools, reopened):
    lund = with_ada.logbook.contacts.add(Contact("Prof. Lund", email="lund@example.org"))
    section = beside("introduction")
    message = section.message
    assert "Choose who could introduce you" in section.note.value
    assert not tools.shown(message.view)
    with_ada.type(section.choice, "through", str(lund.id))
    assert [field["label"] for field in message.form.fields][:3] == [
        "Who would you like to meet, and why?",
        "What are you asking for, and how can they say no?",
        "Which lines can they pass on?",
    ]
    with_ada.fill(
        message.form,
        first_part="I saw that you know Ada Park at the Tidal Museum, who built the tide pool.",
        second_part="Would you introduce me? Only if you are comfortable. Here are lines to pass on:",
        third_part="I study biology in Birchwood and wonder about museums. Could I ask you about yours for "
        "twenty minutes? Mina Castellan",
    )
    assert "lund@example.org" in message.coached.preview.value
    assert not rules(message) & {
        "other-name",
        "missing-introduction-ask",
        "introduction-no-easy-no",
        "no-blurb",
    }
    assert message.takeout.items[-1]["href"].startswith("mailto:lund@example.org?")
    assert with_ada.press(message.actions, "sent")
    (letter,) = reopened().follow_ups.find()
    assert (letter.through_id, letter.sent_on) == (lund.id, tools.today)
    assert "Ask someone to introduce me: sent on Monday 23 November." in section.note.value


def test_an_introduction_without_an_ask_or_an_easy_no_is_told_so(with_ada, beside):
    lund = with_ada.logbook.contacts.add(Contact("Prof. Lund"))
    section = beside("introduction")
    with_ada.type(section.choice, "through", str(lund.id))
    with_ada.type(section.message.form, "first_part", "I study biology, and saw that you know Ada Park.")
    assert {"missing-introduction-ask", "introduction-no-easy-no", "no-blurb"} <= rules(section.message)


def test_those_with_a_reason_to_introduce_me_stand_first_and_say_it(with_ada, beside):
    with_ada.logbook.contacts.add(Contact("Aaron Zimmer"))
    lund = with_ada.logbook.contacts.add(Contact("Prof. Lund"))
    with_ada.logbook.introductions.add(Introduction(lund.id, 1))
    section = beside("introduction")
    (through,) = [field for field in section.choice.fields if field["key"] == "through"]
    assert [label for _, label in through["options"]][1:] == [
        "Prof. Lund: They gave you this name.",
        "Aaron Zimmer",
    ]


# --- a reminder ---------------------------------------------------------------------------------------


def test_a_reminder_is_one_answer_in_the_same_thread_and_moves_what_is_due(sent, tools, reopened):
    section = sent.section("requests", "other_messages")
    assert section.choice.values["kind"] == "follow_up"
    message = section.message
    assert message.form.values["subject"] == "Re: A question about museum work"
    sent.type(message.form, "first_part", "A short reminder of my note, in case it got buried.")
    assert sent.press(message.actions, "sent")
    (letter,) = reopened().follow_ups.find()
    assert letter.sent_on == tools.today
    assert "let it rest" in sent.section("requests", "send").plan.said.value
    assert "friendly reminder" not in sent.section("requests", "send").plan.said.value


def test_a_reminder_names_the_day_of_the_first_message_where_one_takes_the_text_offered(sent):
    sent.logbook.change_profile(exploring="museum work")
    sent.session.redraw()
    first = sent.section("requests", "other_messages").message.form.fields[0]
    assert "my note of Monday 23 November" in first["offers"][0]


def test_a_reminder_that_reproaches_or_is_long_is_told_so(sent):
    message = sent.section("requests", "other_messages").message
    sent.type(
        message.form, "first_part", "I have not heard back from you. " + "I would be glad of a talk. " * 9
    )
    assert {"long-reminder", "reproach"} <= rules(message)


# --- a line the day before ----------------------------------------------------------------------------


def test_the_line_before_a_meeting_offers_its_day_place_and_time_by_their_clock(meeting_ada):
    logbook = meeting_ada.logbook
    logbook.change_profile(time_zone="America/New_York", name="Mina Castellan")
    logbook.contacts.change(1, time_zone="Europe/London")
    logbook.meetings.change(1, place="the café by your entrance")
    meeting_ada.session.redraw()
    section = meeting_ada.section("requests", "other_messages")
    assert section.choice.values["kind"] == "confirmation"
    message = section.message
    (offer,) = message.form.fields[0]["offers"]
    assert "on Tuesday 24 November at 21:30, the café by your entrance" in offer
    assert message.form.values["subject"] == "Our meeting on Tuesday 24 November"
    meeting_ada.type(message.form, "first_part", offer)
    assert message.takeout.items
    assert not [one for one in message.coached.advice.items if one["weight"] == "must"]


# --- thanks for an answer -----------------------------------------------------------------------------


def test_a_no_is_thanked_for_in_the_same_thread(sent, beside):
    message = beside("kind_close").message
    assert message.form.values["subject"] == "Re: A question about museum work"
    sent.type(message.form, "first_part", "Thank you for telling me so quickly. I wish you a good season.")
    assert sent.press(message.actions, "sent")
    assert sent.logbook.follow_ups.find()[0].kind is FollowUpKind.KIND_CLOSE


# --- whatever it is -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["follow_up", "confirmation", "kind_close"])
def test_every_message_has_hints_examples_a_greeting_and_goes_out_by_draft(with_ada, beside, kind):
    message = beside(kind).message
    first, *_ = message.form.fields
    assert first["hint"]
    assert len(first["examples"]) == 2
    assert "Ada" in message.form.values["greeting"]
    with_ada.type(message.form, "first_part", "Thank you for your time and your words.")
    assert [item["key"] for item in message.takeout.items if item["key"] != "copy-subject"] == [
        "copy",
        "eml",
        "mailto",
    ]


@pytest.mark.parametrize("kind", ["follow_up", "kind_close"])
def test_a_job_ask_is_a_must_in_every_kind(with_ada, beside, kind):
    message = beside(kind).message
    with_ada.type(message.form, "first_part", "Are there any openings on your team I could apply for?")
    assert "asks-for-a-job" in rules(message)


def test_what_is_written_stays_with_its_kind_and_its_person(with_ada, beside):
    message = beside("confirmation").message
    with_ada.type(message.form, "first_part", "Until Tuesday at ten.")
    beside("kind_close")
    assert message.form.values["first_part"] == ""
    beside("confirmation")
    assert message.form.values["first_part"] == "Until Tuesday at ten."


def test_a_message_marked_by_mistake_can_be_taken_back(sent, reopened):
    section = sent.section("requests", "other_messages")
    sent.type(section.message.form, "first_part", "A short reminder.")
    sent.press(section.message.actions, "sent")
    assert sent.press(section.back, "back")
    assert reopened().follow_ups.find()[0].sent_on is None
    assert section.message.form.values["first_part"] == "A short reminder."


def test_a_remark_on_another_message_is_set_aside_for_that_kind_only(with_ada, beside):
    message = beside("kind_close").message
    with_ada.type(message.form, "first_part", "I hope this email finds you well. Thank you.")
    (rule, *_) = sorted(rules(message))
    assert with_ada.set_aside(message.coached.advice, rule, "She writes like that herself")
    assert rule not in rules(message)
    with_ada.type(with_ada.section("requests", "write").form, "who", "I hope this email finds you well.")
    request = with_ada.section("requests", "check").coached.advice.items
    assert rule in {item["rule"] for item in request}
