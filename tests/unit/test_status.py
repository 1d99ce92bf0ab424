"""How far along with each contact, and how far the month is."""

from datetime import date, timedelta

import pytest

from infoview.contacts.status import ContactStatus, standings, status_name
from infoview.content import words
from infoview.progress.goal import month_progress
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request, RequestStatus

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
def ada(logbook):
    return logbook.contacts.add(Contact(name="Ada Park")).id


@pytest.mark.parametrize(
    ("request_status", "standing"),
    [
        ("draft", "found"),
        ("sent", "asked"),
        ("later", "asked"),
        ("accepted", "scheduled"),
        ("declined", "declined"),
        ("no_reply", "resting"),
    ],
)
def test_a_request_tells_where_things_stand(logbook, ada, request_status, standing):
    logbook.requests.add(Request(ada, RequestStatus(request_status)))

    assert standings(logbook) == {ada: ContactStatus(standing)}


def test_the_newest_request_that_left_the_house_decides(logbook, ada):
    for status in (RequestStatus.DECLINED, RequestStatus.SENT, RequestStatus.DRAFT):
        logbook.requests.add(Request(ada, status))

    assert standings(logbook)[ada] is ContactStatus.ASKED


def test_a_meeting_goes_from_scheduled_over_met_to_thanked_and_in_touch(logbook, ada):
    seen = [standings(logbook)[ada]]
    meeting = logbook.meetings.add(Meeting(ada, on=TODAY))
    seen.append(standings(logbook)[ada])
    logbook.meetings.change(meeting.id, status=MeetingStatus.HELD)
    seen.append(standings(logbook)[ada])
    for kind in (FollowUpKind.THANK_YOU, FollowUpKind.UPDATE):
        note = logbook.follow_ups.add(FollowUp(ada, kind, meeting.id))
        assert standings(logbook)[ada] is seen[-1]
        logbook.follow_ups.change(note.id, sent_on=TODAY)
        seen.append(standings(logbook)[ada])

    assert seen == ["found", "scheduled", "met", "thanked", "in_touch"]


def test_a_meeting_that_fell_through_needs_a_new_date(logbook, ada):
    logbook.requests.add(Request(ada, RequestStatus.ACCEPTED))
    logbook.meetings.add(Meeting(ada, MeetingStatus.CANCELLED, on=TODAY))

    assert standings(logbook)[ada] is ContactStatus.ASKED


def test_a_contact_left_to_rest_rests_whatever_happened_before(logbook, ada):
    logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=TODAY))
    logbook.contacts.change(ada, rested_on=TODAY)

    assert standings(logbook)[ada] is ContactStatus.RESTING


def test_the_month_counts_new_people_and_those_still_to_come(logbook):
    ids = [logbook.contacts.add(Contact(name=name)).id for name in ("Nkiru", "Henrik", "Inga", "Åsa", "Ben")]
    nkiru, henrik, inga, asa, ben = ids
    for person, day in ((nkiru, date(2026, 10, 1)), (henrik, date(2026, 10, 21)), (inga, date(2026, 11, 11))):
        logbook.meetings.add(Meeting(person, MeetingStatus.HELD, on=day))
    logbook.meetings.add(Meeting(nkiru, MeetingStatus.HELD, on=date(2026, 11, 2)))  # not new any more
    logbook.meetings.add(Meeting(asa, on=date(2026, 11, 25)))
    logbook.meetings.add(Meeting(henrik, on=date(2026, 11, 26)))  # met before
    logbook.meetings.add(Meeting(ben, on=date(2026, 12, 1)))  # next month
    logbook.change_goal(per_month=2)

    said = month_progress(logbook, TODAY)
    assert (said.met, said.scheduled, said.goal) == (1, 1, 2)
    assert month_progress(logbook, date(2026, 10, 31)).reached


def test_a_meeting_whose_day_went_by_is_neither_met_nor_to_come(logbook, ada):
    logbook.meetings.add(Meeting(ada, on=TODAY - DAY))

    said = month_progress(logbook, TODAY)
    assert (said.met, said.scheduled, said.goal) == (0, 0, 1)


def test_every_standing_has_a_name():
    assert set(words("next_steps")["status"]) == {status.value for status in ContactStatus}
    assert status_name(ContactStatus.IN_TOUCH) == "in touch"
