"""When a request goes out, when it is better to wait, who comes next, and who may be asked again."""

from datetime import date, datetime, timedelta

import pytest

from infoview.errors import InputError
from infoview.next_steps.due import due
from infoview.progress.forecast import asking_streak
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Channel, Request, RequestStatus
from infoview.requests.waiting import change_plan
from infoview.requests.when_to_ask import (
    BrakeKind,
    begin_again,
    brake,
    mark_sent,
    next_to_ask,
    what_follows,
    why_not_again,
)
from infoview.workflow.requests import put_off, request_for, take_back, write_request

TODAY = date(2026, 11, 23)  # a Monday
MORNING = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - the person's own clock
DAY = timedelta(days=1)


@pytest.fixture
def ada(logbook):
    return logbook.contacts.add(Contact("Ada Park", "Tidal Museum"))


def asked(logbook, name, organization="", *, on=TODAY, status=RequestStatus.SENT):
    contact = logbook.contacts.add(Contact(name, organization))
    logbook.requests.add(Request(contact.id, status, sent_on=on))
    return contact


# --- sending ------------------------------------------------------------------------------------------


def test_what_is_sent_now_keeps_its_day_its_time_and_its_channel(logbook, ada):
    write_request(logbook, ada.id, "ask", "Could we talk?")
    sent = mark_sent(logbook, ada.id, MORNING, Channel.LINKEDIN_MESSAGE)
    assert (sent.status, sent.sent_on, sent.sent_at) == (RequestStatus.SENT, TODAY, "09:30")
    assert sent.channel is Channel.LINKEDIN_MESSAGE


def test_what_was_sent_on_an_earlier_day_has_no_time_of_day(logbook, ada):
    sent = mark_sent(logbook, ada.id, MORNING, Channel.MAIL, TODAY - 3 * DAY)
    assert (sent.sent_on, sent.sent_at) == (TODAY - 3 * DAY, "")


def test_nothing_can_have_been_sent_tomorrow(logbook, ada):
    with pytest.raises(InputError, match="in the future"):
        mark_sent(logbook, ada.id, MORNING, Channel.MAIL, TODAY + DAY)
    assert request_for(logbook, ada.id) is None


def test_asking_in_person_needs_no_draft(logbook, ada):
    assert mark_sent(logbook, ada.id, MORNING, Channel.IN_PERSON).sent_on == TODAY


def test_a_mark_taken_back_takes_the_time_with_it(logbook, ada):
    sent = mark_sent(logbook, ada.id, MORNING, Channel.MAIL)
    back = take_back(logbook, sent, TODAY)
    assert (back.status, back.sent_on, back.sent_at) == (RequestStatus.DRAFT, None, "")


def test_what_follows_is_told_only_of_what_was_sent(logbook, ada):
    with pytest.raises(InputError, match="been sent yet"):
        what_follows(logbook, write_request(logbook, ada.id, "ask", "Could we talk?"))
    _, _, steps = what_follows(logbook, mark_sent(logbook, ada.id, MORNING, Channel.MAIL))
    assert [day for _, day in steps] == [date(2026, 12, 2), date(2026, 12, 11)]


# --- the brake ----------------------------------------------------------------------------------------


def test_the_sixth_new_request_of_a_day_is_one_too_many(logbook, ada):
    for number in range(4):
        asked(logbook, f"Person {number}")
    assert brake(logbook, ada, TODAY) is None
    asked(logbook, "The fifth")
    held = brake(logbook, ada, TODAY)
    assert (held.kind, held.count) == (BrakeKind.TOO_MANY, 5)
    assert brake(logbook, ada, TODAY + DAY) is None


def test_two_in_one_place_are_one_too_many_while_the_first_has_not_answered(logbook, ada):
    ben = asked(logbook, "Ben Ortiz", "Tidal Museum Ltd.", on=TODAY - DAY)
    held = brake(logbook, ada, TODAY)
    assert (held.kind, held.name) == (BrakeKind.SAME_TEAM, "Ben Ortiz")
    logbook.requests.change(request_for(logbook, ben.id).id, status=RequestStatus.DECLINED)
    assert brake(logbook, ada, TODAY) is None


def test_people_at_other_places_or_at_none_do_not_matter(logbook):
    asked(logbook, "Ben Ortiz", "Cedar Gallery")
    asked(logbook, "Cleo Marsh")
    assert brake(logbook, logbook.contacts.add(Contact("Dov Levi")), TODAY) is None


def test_who_plans_to_try_another_there_may_do_so_after_three_business_days(logbook, ada):
    change_plan(logbook, "kind", "3b7")
    asked(logbook, "Ben Ortiz", "Tidal Museum", on=date(2026, 11, 19))
    assert brake(logbook, ada, date(2026, 11, 23)).kind is BrakeKind.SAME_TEAM
    assert brake(logbook, ada, date(2026, 11, 24)) is None


# --- the next person ----------------------------------------------------------------------------------


def test_the_next_person_comes_from_the_asking_order_with_the_reasons(logbook, ada):
    logbook.contacts.add(Contact("Ben Ortiz", interest=1))
    logbook.contacts.add(Contact("Cleo Marsh", interest=3))
    turn = next_to_ask(logbook, ada, TODAY)
    assert turn.contact.name == "Cleo Marsh"
    assert turn.reasons


def test_somebody_else_at_the_same_place_can_be_found(logbook, ada):
    logbook.contacts.add(Contact("Cleo Marsh", interest=3))
    assert next_to_ask(logbook, ada, TODAY, same_place=True) is None
    logbook.contacts.add(Contact("Ben Ortiz", "the tidal museum"))
    assert next_to_ask(logbook, ada, TODAY, same_place=True).contact.name == "Ben Ortiz"


def test_nobody_is_suggested_before_the_day_that_was_said(logbook, ada):
    logbook.contacts.add(Contact("Ben Ortiz", not_before=TODAY + DAY))
    assert next_to_ask(logbook, ada, TODAY) is None
    assert next_to_ask(logbook, ada, TODAY + DAY).contact.name == "Ben Ortiz"


def test_where_nobody_is_left_nobody_is_suggested(logbook, ada):
    asked(logbook, "Ben Ortiz")
    assert next_to_ask(logbook, ada, TODAY) is None


# --- the same person again ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (RequestStatus.DRAFT, "is still being written"),
        (RequestStatus.SENT, "is still open"),
        (RequestStatus.DECLINED, "don't ask again"),
        (RequestStatus.NO_REPLY, "Ask someone else now"),
    ],
)
def test_nobody_is_asked_twice_who_did_not_invite_it(logbook, ada, status, reason):
    request = logbook.requests.add(Request(ada.id, status))
    assert reason in why_not_again(logbook, request, TODAY)
    with pytest.raises(InputError, match=reason):
        begin_again(logbook, ada.id, TODAY)
    assert logbook.requests.count() == 1


def test_who_said_later_is_asked_again_from_the_day_they_named(logbook, ada):
    for key, text in {"who": "I study tides.", "ask": "Could we talk?", "subject": "Tide pools"}.items():
        write_request(logbook, ada.id, key, text)
    put_off(logbook, mark_sent(logbook, ada.id, MORNING, Channel.MAIL), TODAY + 50 * DAY, TODAY)
    with pytest.raises(InputError, match="write again on Tuesday 12 January"):
        begin_again(logbook, ada.id, TODAY + 49 * DAY)
    again = begin_again(logbook, ada.id, TODAY + 50 * DAY)
    assert (again.status, again.who, again.subject, again.ask) == (
        "draft",
        "I study tides.",
        "Tide pools",
        "",
    )
    assert request_for(logbook, ada.id) == again
    assert logbook.requests.find()[0].ask == "Could we talk?"


def test_once_asked_again_the_earlier_later_is_no_longer_due(logbook, ada):
    put_off(logbook, mark_sent(logbook, ada.id, MORNING, Channel.MAIL), TODAY, TODAY)
    begin_again(logbook, ada.id, TODAY)
    assert [step.kind.value for step in due(logbook, TODAY)] == ["ask-again"]
    mark_sent(logbook, ada.id, MORNING, Channel.MAIL)
    assert [step.kind.value for step in due(logbook, TODAY)] == ["follow-up"]


def test_after_a_talk_one_may_ask_for_another(logbook, ada):
    logbook.requests.add(Request(ada.id, RequestStatus.ACCEPTED))
    meeting = logbook.meetings.add(Meeting(ada.id, on=TODAY))
    with pytest.raises(InputError, match="You're going to meet Ada Park"):
        begin_again(logbook, ada.id, TODAY)
    logbook.meetings.change(meeting.id, status=MeetingStatus.HELD)
    assert begin_again(logbook, ada.id, TODAY).status is RequestStatus.DRAFT


def test_the_weeks_of_asking_are_counted_whatever_came_back(logbook, ada):
    asked(logbook, "Ben", on=TODAY - 7 * DAY, status=RequestStatus.DECLINED)
    mark_sent(logbook, ada.id, MORNING, Channel.TELEPHONE)
    assert asking_streak(logbook, TODAY) == 2
