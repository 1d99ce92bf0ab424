"""How far things got, and with how many people, what became of the others, and how long each step took."""

from datetime import date

import pytest

from infoview.progress.funnel import Outcome, Span, Stage, funnel
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request, RequestStatus


def day(text):
    return date.fromisoformat(f"2026-{text}") if text else None


@pytest.fixture
def someone(logbook):
    def someone(name, status=None, sent="", answered="", held="", thanked=""):
        contact = logbook.contacts.add(Contact(name, added_on=day("09-01")))
        if status:
            logbook.requests.add(
                Request(contact.id, RequestStatus(status), sent_on=day(sent), answered_on=day(answered))
            )
        if held:
            logbook.meetings.add(Meeting(contact.id, MeetingStatus.HELD, on=day(held)))
        if thanked:
            logbook.follow_ups.add(FollowUp(contact.id, FollowUpKind.THANK_YOU, sent_on=day(thanked)))
        return contact

    return someone


def test_each_person_is_counted_at_every_stage_they_came_to(logbook, someone):
    nomsa = someone("Nomsa", "accepted", "09-16", "09-20", held="10-01", thanked="10-01")
    someone("Harald", "accepted", "09-28", "10-02", held="10-21", thanked="10-22")
    irma = someone("Irma", "accepted", "10-29", "11-02", held="11-11")
    asta = someone("Asta", "accepted", "11-04", "11-06")
    logbook.meetings.add(Meeting(asta.id, on=day("11-25")))
    someone("Tomas", "sent", "10-26")
    someone("Margit", "declined", "10-05", "10-20")
    someone("Ros", "draft")
    logbook.introductions.add(Introduction(nomsa.id, irma.id, day("10-01")))

    told = funnel(logbook)
    assert told.people == {
        Stage.LISTED: 7,
        Stage.ASKED: 6,
        Stage.ANSWERED: 5,
        Stage.AGREED: 4,
        Stage.MET: 3,
        Stage.THANKED: 2,
        Stage.NAMED: 1,
    }
    assert told.others == {Outcome.WAITING: 1, Outcome.DECLINED: 1}


def test_the_time_between_is_told_from_the_middle_with_both_ends(someone, logbook):
    someone("Nomsa", "accepted", "09-16", "09-20", held="10-01", thanked="10-01")
    someone("Harald", "accepted", "09-28", "10-02", held="10-21", thanked="10-22")
    someone("Margit", "declined", "10-05", "10-20")

    assert funnel(logbook).spans == {
        (Stage.LISTED, Stage.ASKED): Span(3, 27, 15, 34),
        (Stage.ASKED, Stage.ANSWERED): Span(3, 4, 4, 15),
        (Stage.AGREED, Stage.MET): Span(2, 15, 11, 19),
        (Stage.ASKED, Stage.MET): Span(2, 19, 15, 23),
        (Stage.MET, Stage.THANKED): Span(2, 0.5, 0, 1),
    }


def test_someone_met_without_a_request_was_asked_and_answered_on_days_nobody_knows(someone, logbook):
    someone("Ines", held="10-03")

    told = funnel(logbook)
    assert [told.people[stage] for stage in (Stage.ASKED, Stage.ANSWERED, Stage.AGREED, Stage.MET)] == [1] * 4
    assert told.spans == {}
    assert told.unasked == 1


def test_a_day_that_cannot_be_is_left_out_of_the_times(someone, logbook):
    someone("Nomsa", "accepted", "09-16", "09-10", held="09-30")

    spans = funnel(logbook).spans
    assert (Stage.ASKED, Stage.ANSWERED) not in spans
    assert spans[Stage.ASKED, Stage.MET] == Span(1, 14, 14, 14)


def test_a_yes_without_a_meeting_has_fallen_through_until_a_new_date_is_made(someone, logbook):
    contact = someone("Nomsa", "accepted", "09-16", "09-20")
    meeting = logbook.meetings.add(Meeting(contact.id, MeetingStatus.CANCELLED, on=day("10-01")))
    assert funnel(logbook).others == {Outcome.FELL_THROUGH: 1}

    logbook.meetings.change(meeting.id, status=MeetingStatus.PLANNED)
    assert funnel(logbook).others == {}


def test_no_stage_ever_holds_more_people_than_the_one_before(someone, logbook):
    aunt = someone("An aunt who gave a name and was never met")
    ben = someone("Ben", "accepted", "09-16", "09-20", held="10-01")
    logbook.introductions.add(Introduction(aunt.id, ben.id))

    people = [funnel(logbook).people[stage] for stage in Stage if stage is not Stage.NAMED]
    assert people == sorted(people, reverse=True)
    assert funnel(logbook).people[Stage.NAMED] == 0


def test_an_empty_logbook_has_nobody_anywhere(logbook):
    told = funnel(logbook)
    assert set(told.people.values()) == {0}
    assert (told.others, told.spans) == ({}, {})
