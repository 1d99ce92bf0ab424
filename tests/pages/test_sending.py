"""Send the request: out of the workbook, by one way or another, with a brake, and the waiting afterwards."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default

import pytest

from infoview.contacts.history import timeline
from infoview.records.contacts import Contact
from infoview.records.requests import Channel, Request, RequestStatus

# --- out of the workbook ------------------------------------------------------------------------------


def test_a_message_goes_out_by_copy_draft_and_mail_program(writing, tools):
    takeout = writing.section("requests", "send").ways.takeout
    items = {item["key"]: item for item in takeout.items}
    assert list(items) == ["copy", "copy-subject", "eml", "mailto"]
    (request,) = writing.logbook.requests.find()
    assert items["copy"]["text"] == request.body
    assert items["mailto"]["href"].startswith("mailto:ada@example.org?subject=A%20question")
    name, data = writing.download(takeout, "eml")
    draft = message_from_bytes(data, policy=default)
    assert name.endswith(".eml")
    assert (draft["To"], draft["Subject"], draft["X-Unsent"]) == (
        "ada@example.org", "A question about museum work", "1",
    )  # fmt: skip
    assert tools.parts["who"] in " ".join(draft.get_content().split())


def test_without_an_address_there_is_no_mail_link_and_the_page_says_why(writing):
    writing.logbook.contacts.change(writing.session.here.contact.id, email="")
    writing.session.redraw()
    ways = writing.section("requests", "send").ways
    assert "mailto" not in {item["key"] for item in ways.takeout.items}
    assert "has no email address" in ways.text.value


def test_a_message_too_long_for_a_link_says_so(writing):
    ways = writing.section("requests", "send").ways
    assert "too long for a link" not in ways.text.value
    writing.type(writing.section("requests", "write").form, "who", "I study tide pools. " * 200)
    ways = writing.section("requests", "send").ways
    assert "mailto" not in {item["key"] for item in ways.takeout.items}
    assert "too long for a link" in ways.text.value


def test_what_the_coach_insists_on_is_said_again_before_it_goes_and_holds_nobody_back(writing, tools):
    assert not tools.shown(writing.section("requests", "send").musts)
    job = "Could you pass my resume along to your team, [Name]?"
    writing.type(writing.section("requests", "write").form, "ask", job)
    send = writing.section("requests", "send")
    assert "points marked “must” are still open" in send.musts.value
    assert "asks for a job" in send.musts.value
    writing.type(send.ways.form, "channel", "telephone")
    assert not tools.shown(send.musts)
    writing.type(send.ways.form, "channel", "mail")
    assert writing.press(send.actions, "sent")
    assert not tools.shown(send.musts)


def test_nothing_can_be_sent_before_it_is_written(with_ada, tools):
    send = with_ada.section("requests", "send")
    assert not tools.shown(send.ways.takeout)
    assert not tools.shown(send.actions)
    assert "Write your message first" in send.ways.text.value


def test_what_was_sent_is_marked_with_its_day_and_can_be_taken_back(sent, reopened):
    (request,) = reopened().requests.find()
    assert (request.status, request.sent_on) == (RequestStatus.SENT, date(2026, 11, 23))
    assert request.sent_at
    send = sent.section("requests", "send")
    assert "Monday 23 November" in send.plan.said.value
    assert sent.press(send.actions, "back")
    (request,) = reopened().requests.find()
    assert (request.status, request.sent_on) == (RequestStatus.DRAFT, None)


def test_a_day_before_today_can_be_chosen_and_one_to_come_cannot(writing, reopened):
    send = writing.section("requests", "send")
    writing.type(send.day, "sent_on", "2026-11-30")
    assert not writing.press(send.actions, "sent")
    assert "in the future" in send.day.errors["sent_on"]
    writing.type(send.day, "sent_on", "2026-11-20")
    assert writing.press(send.actions, "sent")
    (request,) = reopened().requests.find()
    assert (request.sent_on, request.sent_at) == (date(2026, 11, 20), "")


def test_what_was_sent_stays_as_it_went_out(sent, tools):
    write = sent.section("requests", "write")
    assert not tools.shown(write.composer)
    assert "You sent this on Monday 23 November" in write.note.value
    coached = sent.section("requests", "check").coached
    assert tools.parts["who"] in coached.preview.value
    assert not tools.shown(coached.advice)


@pytest.mark.parametrize(("zone", "said"), [("Asia/Tokyo", True), ("", False)])
def test_a_bad_hour_on_their_clock_is_said_before_one_sends(writing, monkeypatch, zone, said, tools):
    moment = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)  # Saturday morning at five in Tokyo
    monkeypatch.setattr("infoview.dates.clock.now", lambda: moment)
    writing.logbook.contacts.change(writing.session.here.contact.id, time_zone=zone)
    send = writing.section("requests", "send")
    assert tools.shown(send.hour) is said
    assert ("For them it&#x27;s Saturday, 05:00." in send.hour.value) is said


# --- by another way -----------------------------------------------------------------------------------


def choose_way(someone, channel):
    send = someone.section("requests", "send")
    assert someone.type(send.ways.form, "channel", channel)
    return send


def test_a_mail_is_the_way_unless_another_is_chosen(writing):
    assert writing.section("requests", "send").ways.form.values["channel"] == "mail"


def test_a_linkedin_message_is_the_same_draft_without_a_subject_and_counted(writing, reopened):
    send = choose_way(writing, "linkedin_message")
    assert [item["key"] for item in send.ways.takeout.items] == ["copy"]
    assert "characters. LinkedIn messages under 400 got the most answers." in send.ways.text.value
    assert "Which sentence could go" not in send.ways.text.value
    assert writing.press(send.actions, "sent")
    assert reopened().requests.find()[0].channel is Channel.LINKEDIN_MESSAGE


def test_the_coach_reads_the_draft_as_what_it_is_sent_as(writing, tools):
    check = writing.section("requests", "check")
    writing.type(writing.section("requests", "write").around, "subject", "")
    assert "Read as an email." in check.read_as.value
    assert "no-subject" in {item["rule"] for item in check.coached.advice.items}
    choose_way(writing, "linkedin_message")
    check = writing.section("requests", "check")
    assert tools.shown(check.read_as)
    assert "Read as a LinkedIn message" in check.read_as.value
    assert "no-subject" not in {item["rule"] for item in check.coached.advice.items}
    assert "LinkedIn messages of up to 400" in check.coached.advice.count
    assert "<dt>Subject" not in check.coached.preview.value


def test_what_was_set_aside_stays_aside_whichever_way_the_request_goes(writing):
    check = writing.section("requests", "check")
    writing.type(writing.section("requests", "write").form, "ask", "Could we talk?")
    assert writing.set_aside(check.coached.advice, "no-duration", "She said: as long as I like")
    choose_way(writing, "linkedin_message")
    advice = writing.section("requests", "check").coached.advice
    assert "no-duration" not in {item["rule"] for item in advice.items}
    assert [one["rule"] for one in advice.aside] == ["no-duration"]


def test_a_long_linkedin_message_is_said_to_be_long(writing):
    writing.type(writing.section("requests", "write").form, "who", "I study tide pools. " * 30)
    assert "Which sentence could go" in choose_way(writing, "linkedin_message").ways.text.value


def test_on_the_telephone_the_draft_becomes_words_to_say(writing, reopened, tools):
    send = choose_way(writing, "telephone")
    (copy,) = send.ways.takeout.items
    for text in (*tools.parts.values(), "message for Ada Park"):
        assert text in copy["text"] or "Ada" in text
    assert "If nobody answers" in send.ways.text.value or "If they say no" in send.ways.text.value
    assert send.actions.actions[0]["label"] == "I called"
    assert writing.press(send.actions, "sent")
    assert reopened().requests.find()[0].channel is Channel.TELEPHONE


def test_face_to_face_is_said_to_work_better_with_its_source(writing, tools):
    shown = choose_way(writing, "in_person").ways.text.value
    assert "about seven in ten strangers said yes" in shown
    assert "Roghanizad and Bohns" in shown
    assert tools.parts["ask"] in shown


def test_one_can_ask_face_to_face_without_a_draft(with_ada, reopened):
    send = choose_way(with_ada, "in_person")
    assert with_ada.press(send.actions, "sent")
    (request,) = reopened().requests.find()
    assert (request.status, request.channel) == (RequestStatus.SENT, Channel.IN_PERSON)


def test_a_linkedin_note_begins_with_ones_own_words_and_counts_by_the_account(writing, tools):
    send = choose_way(writing, "linkedin_note")
    assert not tools.shown(send.actions)
    note = send.ways.message
    assert writing.press(send.ways.bring, "bring")
    text = note.form.values["first_part"]
    assert text.startswith(tools.parts["how_found"])
    assert text.endswith(tools.parts["ask"])
    assert writing.type(note.form, "first_part", "x" * 220)
    assert note.coached.advice.count.startswith("220 of 200 characters.")
    assert remarks_on(note)["linkedin-too-long"]["weight"] == "must"
    writing.type(send.ways.form, "paid", True)  # noqa: FBT003 - what a check box sends
    assert note.coached.advice.count.startswith("220 of 300 characters.")
    assert "linkedin-too-long" not in remarks_on(note)
    assert [item["key"] for item in note.takeout.items] == ["copy"]


def remarks_on(message):
    return {item["rule"]: item for item in message.coached.advice.items}


def test_a_linkedin_note_that_was_sent_is_the_request(with_ada, reopened, tools):
    send = choose_way(with_ada, "linkedin_note")
    with_ada.type(send.ways.message.form, "first_part", "I heard your talk. Might I ask you one question?")
    assert with_ada.press(send.ways.message.actions, "sent")
    on_disk = reopened()
    (request,), (note,) = on_disk.requests.find(), on_disk.follow_ups.find()
    assert (request.status, request.channel) == (RequestStatus.SENT, Channel.LINKEDIN_NOTE)
    assert note.sent_on == tools.today
    assert tools.shown(send.plan.view)


def test_the_way_chosen_stays_with_its_person(writing):
    choose_way(writing, "telephone")
    ada = writing.session.here.contact
    writing.choose(writing.logbook.contacts.add(Contact("Ben")).id)
    assert writing.section("requests", "send").ways.form.values["channel"] == "mail"
    writing.choose(ada.id)
    assert writing.section("requests", "send").ways.form.values["channel"] == "telephone"


# --- the brake ----------------------------------------------------------------------------------------


def test_after_five_new_requests_in_a_day_the_page_says_to_wait_and_holds_nobody(writing, tools):
    send = writing.section("requests", "send")
    assert not tools.shown(send.brake)
    for number in range(5):
        contact = writing.logbook.contacts.add(Contact(f"Person {number}"))
        writing.logbook.requests.add(Request(contact.id, RequestStatus.SENT, sent_on=tools.today))
    writing.session.redraw()
    assert "sent 5 new requests today" in send.brake.value
    assert writing.press(send.actions, "sent")


def test_two_at_one_place_are_one_too_many(writing):
    ben = writing.logbook.contacts.add(Contact("Ben Ortiz", "Tidal Museum"))
    writing.logbook.requests.add(Request(ben.id, RequestStatus.SENT, sent_on=date(2026, 11, 20)))
    writing.session.redraw()
    send = writing.section("requests", "send")
    assert "asked Ben Ortiz at the same place" in send.brake.value


# --- the waiting --------------------------------------------------------------------------------------


@pytest.fixture
def sent_at_nine(sent):
    """Someone whose request went out on Monday morning."""
    sent.logbook.requests.change(1, sent_at="09:00")
    sent.session.redraw()
    return sent


def test_the_plan_shows_each_day_and_whom_to_ask_next(sent_at_nine):
    sent_at_nine.logbook.contacts.add(Contact("Ben Ortiz"))
    sent_at_nine.session.redraw()
    plan = sent_at_nine.section("requests", "send").plan
    for said in (
        "Monday 23 November, 09:00: you asked.",
        "Wednesday 2 December: one short, friendly reminder",
        "Friday 11 December: let it rest, and ask Ben Ortiz next.",
    ):
        assert said in plan.said.value
    assert "We count from" not in plan.said.value


def test_the_cut_off_at_noon_is_shown(sent_at_nine):
    sent_at_nine.logbook.requests.change(1, sent_at="12:10")
    sent_at_nine.session.redraw()
    plan = sent_at_nine.section("requests", "send").plan
    assert "We count from Tuesday 24 November, because you asked after noon" in plan.said.value
    assert "Thursday 3 December" in plan.said.value


def test_holidays_left_out_are_named(sent_at_nine, reopened):
    plan = sent_at_nine.section("requests", "send").plan
    sent_at_nine.press(plan.opener, "open")
    assert sent_at_nine.type(plan.form, "country", "united states")
    assert "Public holidays left out: Thursday 26 November (Thanksgiving Day)." in plan.said.value
    sent_at_nine.session.redraw()
    assert plan.form.values["country"] == "United States"
    assert reopened().recall("plan.country") == "US"
    assert not sent_at_nine.type(plan.form, "country", "Ruritania")
    assert "Type the English name" in plan.form.errors["country"]


def test_briskly_somebody_else_at_the_place_is_named_first(sent_at_nine):
    sent_at_nine.logbook.contacts.add(Contact("Ben Ortiz", "Tidal Museum", interest=1))
    sent_at_nine.logbook.contacts.add(Contact("Cleo Marsh", interest=3))
    plan = sent_at_nine.section("requests", "send").plan
    sent_at_nine.press(plan.opener, "open")
    sent_at_nine.type(plan.form, "kind", "3b7")
    assert "Thursday 26 November: write to Ben Ortiz as well" in plan.said.value
    assert "ask Cleo Marsh next" in plan.said.value


def test_own_numbers_are_asked_for_only_by_those_who_want_them_and_have_a_cap(sent_at_nine):
    plan = sent_at_nine.section("requests", "send").plan
    sent_at_nine.press(plan.opener, "open")
    assert [field["key"] for field in plan.form.fields] == ["kind", "country"]
    sent_at_nine.type(plan.form, "kind", "own")
    assert sent_at_nine.type(plan.form, "reminders", "2")
    assert plan.said.value.count("friendly reminder") == 2
    assert not sent_at_nine.type(plan.form, "reminders", "3")
    assert "from 0 to 2" in plan.form.errors["reminders"]


def test_a_note_that_was_not_sent_after_all_is_back_in_its_channel_and_has_left_no_trace(with_ada, reopened):
    send = choose_way(with_ada, "linkedin_note")
    with_ada.fill(send.ways.form, paid=True)
    with_ada.fill(send.ways.message.form, first_part="Your talk on tide pools explained a question of mine.")
    before = timeline(with_ada.logbook, with_ada.session.here.contact)
    with_ada.press(send.ways.message.actions, "sent")
    assert timeline(with_ada.logbook, with_ada.session.here.contact) != before
    with_ada.press(send.actions, "back")
    assert send.ways.form.values["channel"] == "linkedin_note"
    assert send.ways.form.values["paid"] is True
    assert send.ways.message.form.values["first_part"].startswith("Your talk on tide pools")
    on_disk = reopened()
    assert timeline(on_disk, with_ada.session.here.contact) == before
    assert not [letter for letter in on_disk.follow_ups.find() if letter.sent_on]


def test_a_phone_script_has_the_number_on_the_page(writing):
    send = choose_way(writing, "telephone")
    assert "None noted yet" in send.ways.text.value
    writing.logbook.contacts.change(writing.session.here.contact.id, phone="+1 555 010 4477")
    writing.session.redraw()
    assert "+1 555 010 4477" in send.ways.text.value
