"""What came back, and where each answer leads."""

from datetime import date

import pytest

from infoview.errors import InputError
from infoview.next_steps.due import DueKind, due
from infoview.records.contacts import Circle, Contact
from infoview.records.meetings import MeetingKind
from infoview.records.requests import Reply, Request, RequestStatus
from infoview.workflow.contacts import introducer_of
from infoview.workflow.requests import answer_by_mail, pass_on, take_back, wait_until_back

TODAY = date(2026, 11, 23)


@pytest.fixture
def logbook(logbook):
    ada = logbook.contacts.add(Contact("Ada Park"))
    logbook.requests.add(Request(ada.id, RequestStatus.SENT, sent_on=date(2026, 11, 16)))
    return logbook


def request(logbook):
    return logbook.requests.get(1)


def test_someone_else_named_becomes_a_contact_with_the_introducer(logbook):
    named = pass_on(logbook, request(logbook), Contact("Ravi Menon"), TODAY)
    assert (named.circle, introducer_of(logbook, named).name) == (Circle.INTRODUCTION, "Ada Park")
    assert (request(logbook).status, request(logbook).reply) == (RequestStatus.DECLINED, Reply.SOMEONE_ELSE)
    assert due(logbook, TODAY) == ()


def test_someone_else_cannot_be_the_person_asked(logbook):
    with pytest.raises(InputError, match="is the person you asked"):
        pass_on(logbook, request(logbook), Contact("ada park"), TODAY)
    assert request(logbook).status is RequestStatus.SENT


def test_someone_named_who_is_known_is_not_doubled(logbook):
    logbook.contacts.add(Contact("Ravi Menon"))
    pass_on(logbook, request(logbook), Contact("Ravi Menon"), TODAY)
    assert logbook.contacts.count() == 2


def test_answers_by_mail_are_prepared_like_a_talk(logbook):
    meeting = answer_by_mail(logbook, request(logbook), TODAY)
    assert (meeting.kind, meeting.on) == (MeetingKind.MAIL, None)
    assert (request(logbook).status, request(logbook).reply) == (RequestStatus.ACCEPTED, Reply.BY_MAIL)


def test_whoever_is_away_is_reminded_two_working_days_after_they_are_back(logbook):
    wait_until_back(logbook, request(logbook), date(2026, 12, 4))
    wait_until_back(logbook, request(logbook), date(2026, 12, 11))
    (step,) = due(logbook, TODAY)
    assert (step.kind, step.due_on) == (DueKind.FOLLOW_UP, date(2026, 12, 15))
    assert request(logbook).status is RequestStatus.SENT


def test_an_answer_taken_back_leaves_no_reply(logbook):
    answer_by_mail(logbook, request(logbook), TODAY)
    take_back(logbook, request(logbook), TODAY)
    assert (request(logbook).status, request(logbook).reply) == (RequestStatus.SENT, Reply.NONE)
    assert logbook.meetings.count() == 0
