"""Write the request: the person, the three parts, the coach, the ways out, the answer."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest

from infoview.contacts import Contact
from infoview.introductions import Introduction
from infoview.meetings import Meeting, MeetingStatus
from infoview.requests import RequestStatus

PARTS = {
    "who": "I am in my second year of biology and wonder about work in museums.",
    "how_found": "Professor Lund told me about your tide pool exhibition.",
    "ask": "Would you have twenty minutes to talk in the next two weeks?",
}


@pytest.fixture
def writing(with_ada):
    """Someone who has written to Ada."""
    form = with_ada.section("requests", "write").form
    with_ada.fill(form, subject="A question about museum work", **PARTS)
    return with_ada


@pytest.fixture
def sent(writing):
    """Someone who has sent it."""
    writing.press(writing.section("requests", "send").actions, "sent")
    return writing


def keys(actions):
    return [action["key"] for action in actions.actions]


# --- the person ---------------------------------------------------------------------------------------


def test_without_contacts_one_is_invited_to_find_some(someone, tools):
    picker = someone.section("requests", "person").picker
    assert not tools.shown(picker.form)
    assert "You have no contacts yet" in picker.note.value
    assert someone.press(picker.find, "find")
    assert someone.app.stepper.current == "contacts"


def test_whoever_is_chosen_is_described_with_what_is_known(with_ada):
    ada = with_ada.session.contact
    lund = with_ada.logbook.contacts.add(Contact("Prof. Lund"))
    with_ada.logbook.introductions.add(Introduction(lund.id, ada.id, None))
    with_ada.session.redraw()
    facts = with_ada.section("requests", "person").facts.value
    for known in ("Curator, Tidal Museum", "Prof. Lund", "ada@example.org", "You have not noted why"):
        assert known in facts


def test_nobody_may_be_chosen_again(with_ada):
    assert with_ada.choose("")
    assert with_ada.session.contact is None
    assert "Choose a contact above" in with_ada.section("requests", "person").picker.note.value


def test_a_long_list_offers_the_newest_and_whoever_is_chosen(crowded, tools):
    someone = tools.Someone(crowded)
    picker = someone.section("requests", "person").picker
    (field,) = picker.form.fields
    labels = [label for _, label in field["options"]]
    assert len(labels) == 1 + 200 + 1
    assert labels[1].startswith("Contact 499")
    assert labels[-1].startswith("Contact 000")
    assert "201 of your 500 contacts" in picker.note.value


# --- writing ------------------------------------------------------------------------------------------


def test_greeting_and_closing_are_suggested_and_the_three_parts_are_not(with_ada):
    with_ada.logbook.change_profile(name="Mina Castellan")
    with_ada.session.redraw()
    values = with_ada.section("requests", "write").form.values
    assert "Ada" in values["greeting"]
    assert "Mina Castellan" in values["closing"]
    assert (values["who"], values["how_found"], values["ask"]) == ("", "", "")
    assert with_ada.logbook.requests.count() == 0


def test_each_part_has_a_hint_and_two_differing_examples(with_ada):
    fields = {field["key"]: field for field in with_ada.section("requests", "write").form.fields}
    assert list(fields) == ["subject", "greeting", "who", "how_found", "ask", "closing"]
    for part in PARTS:
        assert fields[part]["hint"]
        assert len(set(fields[part]["examples"])) >= 2


def test_what_is_written_is_on_disk_and_reads_as_one_message(writing, reopened):
    (request,) = reopened().requests.find()
    assert (request.who, request.how_found, request.ask) == tuple(PARTS.values())
    check = writing.section("requests", "check")
    places = [check.preview.value.index(text) for text in ("A question about", *PARTS.values())]
    assert places == sorted(places)
    assert "ada@example.org" in check.preview.value


def test_the_words_are_counted_and_the_coach_reads_along(writing):
    check = writing.section("requests", "check")
    said = int(check.advice.value.split(" words")[0].rpartition(">")[2])
    assert said == sum(len(text.split()) for text in PARTS.values())
    assert "Nothing stands in the way" in check.advice.value
    writing.type(
        writing.section("requests", "write").form, "ask", "Do you have any openings on your team for me?"
    )
    assert 'class="must"' in check.advice.value
    assert "<q>" in check.advice.value
    assert "Change the points marked" in check.advice.value


def test_an_empty_message_gets_no_advice(with_ada):
    check = with_ada.section("requests", "check")
    assert check.advice.value == ""
    assert "will appear here" in check.preview.value


# --- out of the workbook ------------------------------------------------------------------------------


def test_a_message_goes_out_by_copy_draft_and_mail_program(writing):
    takeout = writing.section("requests", "send").takeout
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
    assert PARTS["who"] in " ".join(draft.get_content().split())


def test_without_an_address_there_is_no_mail_link_and_the_page_says_why(writing):
    writing.logbook.contacts.change(writing.session.contact.id, email="")
    writing.session.redraw()
    send = writing.section("requests", "send")
    assert "mailto" not in {item["key"] for item in send.takeout.items}
    assert "has no e-mail address" in send.note.value


def test_a_message_too_long_for_a_link_says_so(writing):
    writing.type(writing.section("requests", "write").form, "who", "I study tide pools. " * 200)
    send = writing.section("requests", "send")
    assert "mailto" not in {item["key"] for item in send.takeout.items}
    assert "too long for a mail link" in send.note.value


def test_nothing_can_be_sent_before_it_is_written(with_ada, tools):
    send = with_ada.section("requests", "send")
    assert not tools.shown(send.takeout)
    assert not tools.shown(send.actions)
    assert "Write your message first" in send.note.value


def test_what_was_sent_is_marked_with_its_day_and_can_be_taken_back(sent, reopened):
    (request,) = reopened().requests.find()
    assert (request.status, request.sent_on) == (RequestStatus.SENT, date(2026, 11, 23))
    send = sent.section("requests", "send")
    assert "Sent on" in send.note.value
    assert sent.press(send.actions, "back")
    (request,) = reopened().requests.find()
    assert (request.status, request.sent_on) == (RequestStatus.DRAFT, None)


# --- the answer ---------------------------------------------------------------------------------------


def answer(someone, **typed):
    section = someone.section("requests", "answer")
    someone.fill(section.form, **typed)
    return someone.press(section.actions, "note")


def test_a_yes_with_a_day_makes_the_meeting_and_leads_to_the_questions(sent, reopened):
    assert answer(sent, answer="accepted", on="2026-12-01", at="16:30")
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
        ({"answer": "declined"}, RequestStatus.DECLINED, "says nothing about you"),
        ({"answer": "no_reply"}, RequestStatus.NO_REPLY, "Silence is mostly a full inbox"),
        ({"answer": "later", "on": "2027-01-11"}, RequestStatus.LATER, "11 January"),
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
    assert form.errors == {"on": "When would you like to ask again? Choose a day."}
    assert form.values["answer"] == "later"
    assert sent.told == (form.errors["on"], "error")
    assert reopened().requests.find()[0].status is RequestStatus.SENT


def test_an_answer_must_be_chosen(sent):
    assert not sent.press(sent.section("requests", "answer").actions, "note")
    assert "answer" in sent.section("requests", "answer").form.errors


@pytest.mark.parametrize(("key", "text"), [("on", "soon"), ("at", "after lunch")])
def test_a_day_or_time_that_is_none_is_refused_at_its_field(sent, key, text):
    form = sent.section("requests", "answer").form
    sent.type(form, "answer", "accepted")
    sent.type(form, key, text)
    assert not sent.press(sent.section("requests", "answer").actions, "note")
    assert text in form.errors[key]


def test_an_answer_half_noted_stays_with_its_person(sent, someone_else, tools):
    ada = sent.session.contact
    form = sent.section("requests", "answer").form
    sent.type(form, "answer", "later")
    sent.choose(sent.logbook.contacts.add(Contact("Ben")).id)
    assert not tools.shown(form)
    sent.choose(ada.id)
    assert form.values["answer"] == "later"
    assert someone_else().section("requests", "answer").form.values["answer"] == "later"


def test_a_meeting_prepared_already_is_not_lost_when_a_yes_is_taken_back(sent, reopened):
    answer(sent, answer="accepted", on="2026-12-01")
    sent.type(sent.section("questions", "learn").form, "assumption", "Museum work would suit me.")
    sent.press(sent.section("requests", "answer").actions, "change")
    assert reopened().meetings.count() == 1


def test_a_meeting_planned_before_the_yes_is_the_one(sent, reopened):
    sent.logbook.meetings.add(Meeting(sent.session.contact.id, place="Pier 4"))
    answer(sent, answer="accepted", on="2026-12-01")
    (meeting,) = reopened().meetings.find()
    assert (meeting.place, meeting.on) == ("Pier 4", date(2026, 12, 1))


# --- the composer's help ------------------------------------------------------------------------------


def test_the_examples_follow_the_situation_chosen(with_ada):
    write = with_ada.section("requests", "write")
    usual = {field["key"]: field["examples"] for field in write.form.fields}
    assert with_ada.type(write.situation, "situation", "career_changer")
    changed = {field["key"]: field["examples"] for field in write.form.fields}
    assert all(changed[part] != usual[part] for part in PARTS)
    assert "nurse" in changed["who"][0]


def test_a_subject_is_taken_with_one_click(with_ada):
    write = with_ada.section("requests", "write")
    assert with_ada.press(write.starts, "subject-0")
    assert "Tidal Museum" in write.form.values["subject"]


def test_the_words_a_remark_is_about_are_marked_and_the_remarks_counted(writing):
    check = writing.section("requests", "check")
    form = writing.section("requests", "write").form
    writing.type(form, "ask", "Do you have any openings on your team for me?")
    assert '<mark class="iv-mark-must">' in check.preview.value
    assert "Must: " in check.advice.value


def test_a_remark_is_set_aside_with_a_reason_and_taken_up_again(writing):
    check = writing.section("requests", "check")
    writing.type(writing.section("requests", "write").form, "ask", "Could we talk?")
    assert "how long it would take" in check.advice.value
    assert not writing.press(check.actions, "dismiss")
    writing.type(check.aside, "rule", "no-duration")
    writing.type(check.aside, "reason", "She said any length is fine")
    assert writing.press(check.actions, "dismiss")
    assert "how long it would take" not in check.advice.value
    assert "any length is fine" in check.kept.value
    assert writing.press(check.again, "no-duration")
    assert "how long it would take" in check.advice.value


def test_silence_is_reckoned_as_chance(sent):
    said = sent.section("requests", "odds").said.value
    assert "You have asked one person" in said
    assert "no promise" in said
    assert "13 percent" in said


def test_someone_else_named_is_written_to_next(sent):
    answer = sent.section("requests", "answer")
    sent.type(answer.form, "answer", "someone_else")
    assert not sent.press(answer.actions, "note")
    sent.type(answer.form, "name", "Ravi Menon")
    assert sent.press(answer.actions, "note")
    assert "named someone else" in answer.said.value
    assert sent.press(answer.actions, "named")
    assert sent.session.contact.name == "Ravi Menon"


def test_a_yes_brings_place_and_length_into_the_meeting(sent):
    answer = sent.section("requests", "answer")
    sent.fill(answer.form, answer="accepted", on="2026-12-01", at="15:00", minutes="30", place="Café Anker")
    assert sent.press(answer.actions, "note")
    (meeting,) = sent.logbook.meetings.find()
    assert (meeting.minutes, meeting.place) == (30, "Café Anker")


# --- the messages around it ---------------------------------------------------------------------------


def test_an_introduction_goes_to_the_one_in_the_middle_and_may_name_the_other(with_ada):
    lund = with_ada.logbook.contacts.add(Contact("Prof. Lund", email="lund@example.org"))
    beside = with_ada.section("requests", "beside")
    with_ada.type(beside.choice, "kind", "introduction")
    assert "Choose what" in beside.note.value
    with_ada.type(beside.choice, "through", str(lund.id))
    with_ada.type(beside.form, "first_part", "I saw that you know Ada Park at the Tidal Museum.")
    assert with_ada.type(beside.form, "second_part", "Would you introduce me, only if you are comfortable?")
    assert "lund@example.org" in beside.preview.value
    assert "Was it left in" not in beside.advice.value
    assert with_ada.press(beside.actions, "sent")
    (letter,) = with_ada.logbook.follow_ups.find()
    assert (letter.through_id, letter.sent_on is not None) == (lund.id, True)


def test_a_linkedin_note_counts_its_characters_by_the_account(with_ada):
    beside = with_ada.section("requests", "beside")
    with_ada.type(beside.choice, "kind", "linkedin_note")
    assert with_ada.type(beside.form, "first_part", "x" * 220)
    assert " of 200 characters" in beside.advice.value
    assert "Must: 1" in beside.advice.value
    with_ada.type(beside.choice, "paid", True)  # noqa: FBT003 - what a check box sends
    assert " of 300 characters" in beside.advice.value
    assert "Must: " not in beside.advice.value


def test_a_reminder_sent_moves_what_is_due(sent):
    beside = sent.section("requests", "beside")
    sent.type(beside.choice, "kind", "follow_up")
    sent.type(beside.form, "first_part", "A short reminder of my note, in case it got buried.")
    assert sent.press(beside.actions, "sent")
    (letter,) = sent.logbook.follow_ups.find()
    assert letter.sent_on == sent.session.today
