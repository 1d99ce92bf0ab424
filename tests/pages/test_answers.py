"""The answer: what came back, where it leads, silence as arithmetic, and the same person again."""

from __future__ import annotations

from datetime import date

import pytest

from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus
from infoview.records.requests import RequestStatus


def keys(actions):
    return [action["key"] for action in actions.actions]


# --- the answer ---------------------------------------------------------------------------------------


def answer(someone, **typed):
    section = someone.section("requests", "answer")
    someone.fill(section.form, **typed)
    return someone.press(section.actions, "note")


def test_a_yes_with_a_day_makes_the_meeting_and_leads_to_the_questions(sent, reopened):
    assert answer(sent, answer="accepted", meet_on="2026-12-01", at="16:30")
    on_disk = reopened()
    (meeting,) = on_disk.meetings.find()
    assert (meeting.on, meeting.at, meeting.status) == (date(2026, 12, 1), "16:30", MeetingStatus.PLANNED)
    assert on_disk.requests.find()[0].status is RequestStatus.ACCEPTED
    section = sent.section("requests", "answer")
    assert "Ada Park said yes" in section.said.value
    assert sent.press(section.actions, "questions")
    assert sent.app.stepper.current == "questions"


@pytest.mark.parametrize(
    ("typed", "status", "sentence"),
    [
        ({"answer": "declined"}, RequestStatus.DECLINED, "says little about you"),
        ({"answer": "no_reply"}, RequestStatus.NO_REPLY, "rarely about you"),
        ({"answer": "later", "again_on": "2027-01-11"}, RequestStatus.LATER, "11 January"),
        ({"answer": "accepted"}, RequestStatus.ACCEPTED, "said yes"),
    ],
)
def test_each_answer_is_noted_said_kindly_and_can_be_taken_back(
    sent, reopened, tools, typed, status, sentence
):
    assert answer(sent, **typed)
    section = sent.section("requests", "answer")
    assert reopened().requests.find()[0].status is status
    assert sentence in section.said.value
    assert not tools.shown(section.form)
    assert sent.press(section.actions, "change")
    on_disk = reopened()
    assert on_disk.requests.find()[0].status is RequestStatus.SENT
    assert on_disk.meetings.count() == 0
    assert tools.shown(section.form)


def test_a_later_needs_a_day_and_says_so_at_its_field(sent, reopened):
    assert not answer(sent, answer="later")
    form = sent.section("requests", "answer").form
    assert form.errors == {"again_on": "When would you like to ask again? Choose a day."}
    assert form.values["answer"] == "later"
    assert sent.told == (form.errors["again_on"], "error")
    assert reopened().requests.find()[0].status is RequestStatus.SENT


def test_an_answer_must_be_chosen(sent):
    assert not sent.press(sent.section("requests", "answer").actions, "note")
    assert "answer" in sent.section("requests", "answer").form.errors


def test_a_yes_that_names_the_day_is_said_again_with_it(sent):
    answer(sent, answer="accepted", meet_on="2026-12-01", at="16:30", place="Café Lund")
    said = sent.section("requests", "answer").said.value
    assert "Ada Park said yes, and you&#x27;re meeting on Tuesday 1 December, 16:30, Café Lund." in said


@pytest.mark.parametrize(
    ("status", "day", "said"),
    [
        (MeetingStatus.PLANNED, date(2026, 11, 20), "you met on Friday 20 November, 16:30"),
        (MeetingStatus.HELD, date(2026, 11, 20), "you talked on Friday 20 November, 16:30"),
        (MeetingStatus.HELD, None, "ve talked. Next"),
    ],
)
def test_once_the_talk_is_over_the_yes_leads_on_to_the_debrief(sent, tools, status, day, said):
    sent.logbook.requests.change(1, sent_on=date(2026, 11, 12))
    answer(sent, answer="accepted", meet_on="2026-11-20", at="16:30")
    sent.logbook.meetings.change(1, status=status, on=day)
    sent.session.redraw()
    section = sent.section("requests", "answer")
    assert said in section.said.value
    assert "Answer today" not in section.said.value
    assert "questions" not in keys(section.actions)
    assert sent.press(section.actions, "debrief")
    assert sent.app.stepper.current == "debrief"
    assert "You have no meeting" not in sent.sees()


def test_a_talk_on_this_very_day_is_still_ahead(sent):
    answer(sent, answer="accepted", meet_on="2026-11-23")
    section = sent.section("requests", "answer")
    assert "meeting on" in section.said.value
    assert keys(section.actions)[0] == "questions"


def test_a_talk_before_the_request_was_sent_is_not_the_one_it_led_to(sent):
    answer(sent, answer="accepted")
    sent.logbook.meetings.change(1, status=MeetingStatus.CANCELLED)
    sent.logbook.meetings.add(Meeting(1, MeetingStatus.HELD, date(2025, 3, 3)))
    sent.session.redraw()
    assert "talked" not in sent.section("requests", "answer").said.value


def test_answers_that_came_by_mail_lead_on_to_the_debrief(sent, tools):
    answer(sent, answer="by_mail")
    sent.logbook.meetings.change(1, status=MeetingStatus.HELD, on=tools.today)
    sent.session.redraw()
    section = sent.section("requests", "answer")
    assert "answered by email" in section.said.value
    assert keys(section.actions)[0] == "debrief"


def test_beside_a_yes_there_is_nothing_to_reckon(sent):
    assert "silences in a row" in sent.section("requests", "odds").said.value
    answer(sent, answer="accepted")
    assert "This one said yes" in sent.section("requests", "odds").said.value


def test_nobody_can_have_agreed_to_meet_before_they_were_asked(sent, reopened):
    assert not answer(sent, answer="accepted", meet_on="2020-02-02")
    form = sent.section("requests", "answer").form
    assert "but 2 February 2020 is before that" in form.errors["meet_on"]
    assert form.values["meet_on"] == "2020-02-02"
    assert reopened().meetings.count() == 0


@pytest.mark.parametrize(("chosen", "key"), [("later", "again_on"), ("out_of_office", "back_on")])
def test_what_is_still_to_come_cannot_be_over(sent, chosen, key):
    assert not answer(sent, answer=chosen, **{key: "2025-11-30"})
    assert "30 November 2025 has passed" in sent.section("requests", "answer").form.errors[key]


@pytest.mark.parametrize(("key", "text"), [("meet_on", "soon"), ("at", "after lunch")])
def test_a_day_or_time_that_is_none_is_refused_at_its_field(sent, key, text):
    form = sent.section("requests", "answer").form
    sent.type(form, "answer", "accepted")
    sent.type(form, key, text)
    assert not sent.press(sent.section("requests", "answer").actions, "note")
    assert text in form.errors[key]


def test_an_answer_half_noted_stays_with_its_person(sent, someone_else, tools):
    ada = sent.session.here.contact
    form = sent.section("requests", "answer").form
    sent.type(form, "answer", "later")
    sent.choose(sent.logbook.contacts.add(Contact("Ben")).id)
    assert not tools.shown(form)
    sent.choose(ada.id)
    assert form.values["answer"] == "later"
    assert someone_else().section("requests", "answer").form.values["answer"] == "later"


def test_a_meeting_prepared_already_is_not_lost_when_a_yes_is_taken_back(sent, reopened):
    answer(sent, answer="accepted", meet_on="2026-12-01")
    sent.type(sent.section("questions", "purpose").form, "assumption", "Museum work would suit me.")
    sent.press(sent.section("requests", "answer").actions, "change")
    assert reopened().meetings.count() == 1


def test_a_meeting_planned_before_the_yes_is_the_one(sent, reopened):
    sent.logbook.meetings.add(Meeting(sent.session.here.contact.id, place="Pier 4"))
    answer(sent, answer="accepted", meet_on="2026-12-01")
    (meeting,) = reopened().meetings.find()
    assert (meeting.place, meeting.on) == ("Pier 4", date(2026, 12, 1))


def test_silence_is_reckoned_as_chance(sent):
    said = sent.section("requests", "odds").said.value
    assert "ve asked one person" in said
    assert "as a promise" in said
    assert "Five silences in a row happen to 17 in 100 people" in said
    assert "If you ask one person" in said
    assert "Evsyukova" in said


def test_someone_else_named_is_written_to_next(sent):
    answer = sent.section("requests", "answer")
    sent.type(answer.form, "answer", "someone_else")
    assert not sent.press(answer.actions, "note")
    sent.type(answer.form, "name", "Ravi Menon")
    assert sent.press(answer.actions, "note")
    assert "named someone else" in answer.said.value
    assert sent.press(answer.actions, "named")
    assert sent.session.here.contact.name == "Ravi Menon"
    assert sent.window.pages["requests"].part == "write"


def test_a_yes_brings_place_and_length_into_the_meeting(sent):
    answer = sent.section("requests", "answer")
    sent.fill(
        answer.form, answer="accepted", meet_on="2026-12-01", at="15:00", minutes="30", place="Café Anker"
    )
    assert sent.press(answer.actions, "note")
    (meeting,) = sent.logbook.meetings.find()
    assert (meeting.minutes, meeting.place) == (30, "Café Anker")


# --- each answer asks for what it needs, and leads on -------------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "asked"),
    [
        ("accepted", ["answered_on", "meet_on", "at", "minutes", "place"]),
        ("later", ["answered_on", "again_on"]),
        ("out_of_office", ["back_on"]),
        ("someone_else", ["answered_on", "name", "organization"]),
        ("by_mail", ["answered_on"]),
        ("declined", ["answered_on"]),
        ("no_reply", []),
    ],
)
def test_only_what_belongs_to_the_answer_is_asked(sent, chosen, asked):
    form = sent.section("requests", "answer").form
    assert [field["key"] for field in form.fields] == ["answer"]
    sent.type(form, "answer", chosen)
    assert [field["key"] for field in form.fields] == ["answer", *asked]


def test_while_one_waits_the_page_says_what_is_due_and_when(sent):
    section = sent.section("requests", "answer")
    assert "t answered by" in section.said.value
    assert keys(section.actions) == ["note"]


def test_a_reminder_that_is_due_is_one_click_away(sent):
    sent.logbook.requests.change(1, sent_on=date(2026, 11, 10))
    section = sent.section("requests", "answer")
    assert sent.press(section.actions, "remind")
    assert sent.window.pages["requests"].part == "other_messages"
    assert sent.section("requests", "other_messages").choice.values["kind"] == "follow_up"


def test_after_the_reminder_a_request_is_let_to_rest_with_one_click(sent, reopened):
    sent.logbook.requests.change(1, sent_on=date(2026, 11, 2))
    sent.logbook.follow_ups.add(FollowUp(1, FollowUpKind.FOLLOW_UP, sent_on=date(2026, 11, 11)))
    section = sent.section("requests", "answer")
    assert "let this request rest" in section.said.value.lower()
    assert sent.press(section.actions, "rest")
    assert reopened().requests.find()[0].status is RequestStatus.NO_REPLY
    assert "rarely about you" in section.said.value


@pytest.mark.parametrize("chosen", ["declined", "no_reply"])
def test_after_a_no_or_silence_the_next_person_is_suggested_with_the_reason(sent, chosen):
    sent.logbook.contacts.add(Contact("Ben Ortiz", interest=3))
    answer(sent, answer=chosen)
    section = sent.section("requests", "answer")
    assert "Next on your list: Ben Ortiz. Their work interests you very much." in section.said.value
    assert sent.press(section.actions, "next")
    assert sent.session.here.contact.name == "Ben Ortiz"
    assert sent.window.pages["requests"].part == "write"


@pytest.mark.parametrize("typed", [{"answer": "declined"}, {"answer": "later", "again_on": "2027-01-11"}])
def test_whoever_said_no_or_later_is_thanked_in_a_line(sent, typed):
    answer(sent, **typed)
    assert sent.press(sent.section("requests", "answer").actions, "thank")
    assert sent.section("requests", "other_messages").choice.values["kind"] == "kind_close"


def test_answers_by_mail_lead_to_the_questions(sent):
    answer(sent, answer="by_mail")
    section = sent.section("requests", "answer")
    assert "three questions" in section.said.value
    assert sent.press(section.actions, "questions")
    assert sent.app.stepper.current == "questions"


def test_somebody_who_is_away_is_waited_for(sent, reopened):
    assert not answer(sent, answer="out_of_office")
    assert "back_on" in sent.section("requests", "answer").form.errors
    assert answer(sent, answer="out_of_office", back_on="2026-12-04")
    assert "is away" in sent.section("requests", "answer").said.value
    assert reopened().requests.find()[0].status is RequestStatus.SENT
    assert "Tuesday 8 December: one short" in sent.section("requests", "send").plan.said.value


# --- the same person again ----------------------------------------------------------------------------


def test_before_the_day_they_named_nobody_can_be_asked_again(sent, tools):
    answer(sent, answer="later", again_on="2026-11-24")
    write = sent.section("requests", "write")
    assert "write again on Tuesday 24 November" in write.note.value
    assert not tools.shown(write.again)
    assert "again" not in keys(sent.section("requests", "answer").actions)


def test_from_the_day_they_named_a_second_request_can_be_begun(sent, monkeypatch, reopened, tools):
    answer(sent, answer="later", again_on="2026-11-24")
    monkeypatch.setenv("INFOVIEW_TODAY", "2026-11-24")
    sent.session.redraw()
    assert "again" in keys(sent.section("requests", "answer").actions)
    write = sent.section("requests", "write")
    assert sent.press(write.again, "again")
    assert tools.shown(write.composer)
    assert write.form.values == {"who": tools.parts["who"], "how_found": "", "ask": ""}
    sent.type(write.form, "ask", "You kindly told me to come back in November. Might it suit you now?")
    first, second = reopened().requests.find()
    assert (first.ask, first.status) == (tools.parts["ask"], RequestStatus.LATER)
    assert (second.status, second.ask[:10]) == (RequestStatus.DRAFT, "You kindly")


def test_after_a_no_there_is_no_second_request(sent, tools):
    answer(sent, answer="declined")
    write = sent.section("requests", "write")
    assert "t ask again" in write.note.value
    assert not tools.shown(write.again)
    assert not tools.shown(write.composer)


# --- the past -----------------------------------------------------------------------------------------


def test_an_answer_of_an_earlier_day_is_told_with_its_day(sent, reopened):
    sent.logbook.requests.change(1, sent_on=date(2026, 11, 2))
    answer = sent.section("requests", "answer")
    sent.type(answer.form, "answer", "declined")
    assert answer.form.values["answered_on"] == "2026-11-23"
    sent.type(answer.form, "answered_on", "2026-11-01")
    assert not sent.press(answer.actions, "note")
    assert "before that" in answer.form.errors["answered_on"]
    sent.type(answer.form, "answered_on", "2026-11-05")
    assert sent.press(answer.actions, "note")
    assert reopened().requests.get(1).answered_on == date(2026, 11, 5)


def test_an_answer_cannot_come_tomorrow(sent):
    answer = sent.section("requests", "answer")
    sent.type(answer.form, "answer", "declined")
    sent.type(answer.form, "answered_on", "2026-11-24")
    assert not sent.press(answer.actions, "note")
    assert "still to come" in answer.form.errors["answered_on"]


def test_answers_by_mail_have_a_way_of_their_own_to_the_end(sent, reopened, tools):
    answer = sent.section("requests", "answer")
    sent.type(answer.form, "answer", "by_mail")
    assert sent.press(answer.actions, "note")
    order = sent.section("questions", "order")
    assert "will stand" not in order.by_mail.text.value
    meeting = sent.logbook.meetings.find()[0]
    for number in range(7):
        sent.logbook.questions.add(
            MeetingQuestion(meeting.id, f"What is question {number}?", position=number, starred=number == 6)
        )
    sent.session.redraw()
    shown = order.by_mail.text.value
    assert "1. What is question 0?" in shown
    assert "5. What is question 6?" in shown
    assert "question 5?" not in shown
    assert "minutes" not in shown
    assert {item["key"] for item in order.by_mail.takeout.items} >= {"copy", "eml", "mailto"}
    sent.fill(order.by_mail.day.view, done_on="2026-11-20")
    assert sent.press(order.by_mail.actions, "i_sent")
    assert reopened().meetings.get(meeting.id).questions_sent_on == date(2026, 11, 20)
    assert sent.press(order.by_mail.actions, "answered")
    held = reopened().meetings.get(meeting.id)
    assert (held.status, held.on) == (MeetingStatus.HELD, tools.today)
    assert sent.app.stepper.current == "debrief"
