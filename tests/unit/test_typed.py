"""What people type into boxes: one field has one rule, on whichever page it stands."""

from datetime import date

import pytest

from infoview.dates.typed import coming_day_from, day_from, time_from
from infoview.errors import InputError
from infoview.logbook import open_memory
from infoview.progress.goal import change_goal, change_month, rest_in
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting, minutes_from, question_minutes_from
from infoview.records.requests import Request, RequestStatus
from infoview.text.addresses import email_from, link_from
from infoview.workflow.contacts import change_contact
from infoview.workflow.meetings import change_meeting, conversation_with
from infoview.workflow.requests import note_answer

TODAY = date(2026, 11, 24)


@pytest.fixture
def logbook():
    logbook = open_memory()
    with logbook.change():
        yield logbook


@pytest.fixture
def ada(logbook):
    return logbook.contacts.add(Contact("Ada Brook"))


@pytest.mark.parametrize(
    ("field", "refused", "sentence"),
    [("minutes", "4", "from 5 to 240"), ("minutes", "241", "from 5 to 240"), ("minutes", "ten", "whole"),
     ("at", "half four", "isn't a time of day"), ("place", "javascript://x", "can't be opened as a link")],
)  # fmt: skip
def test_a_meeting_takes_the_same_whether_it_is_planned_or_agreed_on(logbook, ada, field, refused, sentence):
    meeting = logbook.meetings.add(Meeting(ada.id))
    with pytest.raises(InputError, match=sentence):
        change_meeting(logbook, meeting.id, field, refused)

    request = logbook.requests.add(Request(ada.id, RequestStatus.SENT, sent_on=TODAY))
    with pytest.raises(InputError, match=sentence):
        note_answer(logbook, request, {"answer": "accepted", field: refused}, TODAY)


def test_a_yes_without_a_length_is_a_talk_of_the_usual_length(logbook, ada):
    request = logbook.requests.add(Request(ada.id, RequestStatus.SENT, sent_on=TODAY))
    note_answer(logbook, request, {"answer": "accepted", "minutes": " ", "at": "9:30"}, TODAY)
    [meeting] = logbook.meetings.find()
    assert (meeting.minutes, meeting.at) == (20, "09:30")


@pytest.mark.parametrize(
    ("typed", "field"),
    [({}, "answer"), ({"answer": "later"}, "again_on"), ({"answer": "someone_else", "name": " "}, "name"),
     ({"answer": "out_of_office", "back_on": "2026-11-23"}, "back_on")],
)  # fmt: skip
def test_an_answer_says_what_it_still_needs(logbook, ada, typed, field):
    request = logbook.requests.add(Request(ada.id, RequestStatus.SENT, sent_on=TODAY))
    with pytest.raises(InputError) as refused:
        note_answer(logbook, request, typed, TODAY)
    assert refused.value.field == field


def test_one_question_takes_no_longer_than_a_whole_conversation():
    assert [question_minutes_from(typed) for typed in ("", " 3 ", "240")] == [None, 3, 240]
    for typed in ("0", "241"):
        with pytest.raises(InputError, match="from 1 to 240"):
            question_minutes_from(typed)
    assert minutes_from("45") == 45


def test_days_and_times_of_day_are_read_as_people_type_them():
    assert (day_from("2026-11-25"), day_from(""), day_from(None)) == (date(2026, 11, 25), None, None)
    assert (time_from(" 9:05 "), time_from(None)) == ("09:05", "")
    assert coming_day_from("2026-11-24", "by", TODAY) == TODAY
    with pytest.raises(InputError, match="has passed"):
        coming_day_from("2026-11-23", "by", TODAY)


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [("name", "  Ada   Brook ", "Ada Brook"), ("email", " ada@lund.example ", "ada@lund.example"),
     ("url", "www.lund.example/ada", "https://www.lund.example/ada"), ("interest", "", 0),
     ("time_zone", "stockholm", "Europe/Stockholm"), ("note", " as it is ", " as it is ")],
)  # fmt: skip
def test_a_contact_keeps_what_was_meant(logbook, ada, field, typed, kept):
    assert getattr(change_contact(logbook, ada.id, field, typed), field) == kept


@pytest.mark.parametrize(
    ("field", "sentence"),
    [("name", "needs a name"), ("email", "email address"), ("url", "web address")],
)
def test_a_contact_refuses_what_is_none_at_its_own_field(logbook, ada, field, sentence):
    with pytest.raises(InputError, match=sentence) as refused:
        change_contact(logbook, ada.id, field, " " if field == "name" else "no such thing: really")
    assert refused.value.field == field
    assert (email_from(""), link_from(" ")) == ("", "")


def test_a_goal_is_a_number_of_people_and_a_month_may_differ(logbook):
    change_goal(logbook, "2")
    change_month(logbook, date(2026, 12, 1), "0")
    rest_in(logbook, date(2026, 12, 21), rests=True)
    assert logbook.goal.per_month == 2
    assert [month.people for month in logbook.month_goals.find()] == [0]
    change_month(logbook, date(2026, 12, 1), "")
    rest_in(logbook, date(2026, 12, 21), rests=False)
    assert (logbook.month_goals.find(), logbook.pauses.find()) == ((), ())
    for typed in ("0", "31", "many"):
        with pytest.raises(InputError, match="from 1 to 30"):
            change_goal(logbook, typed)


def test_the_talk_to_write_about_is_the_one_chosen_else_the_last_so_far_else_the_next(logbook, ada):
    assert conversation_with(logbook, ada.id, 0, TODAY) is None
    ahead = logbook.meetings.add(Meeting(ada.id, on=date(2026, 12, 1)))
    assert conversation_with(logbook, ada.id, 0, TODAY) == ahead
    past = logbook.meetings.add(Meeting(ada.id, on=date(2026, 11, 20)))
    assert conversation_with(logbook, ada.id, 0, TODAY) == past
    assert conversation_with(logbook, ada.id, ahead.id, TODAY) == ahead


@pytest.mark.parametrize("value", ["half-typed", "0026-11-03", "0202-11-03"])
def test_a_day_of_which_a_part_is_missing_is_refused_and_never_taken_for_another(value):
    with pytest.raises(InputError, match="Part of this day is missing"):
        day_from(value, "on")


def test_a_time_of_which_a_part_is_missing_is_refused():
    with pytest.raises(InputError, match="Part of this time is missing"):
        time_from("half-typed", "at")
