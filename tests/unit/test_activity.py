"""What was done in each of the last months."""

from datetime import date

from infoview.logbook import open_memory
from infoview.progress.activity import Month, activity
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request, RequestStatus


def test_each_month_has_its_requests_meetings_and_letters_the_empty_ones_too():
    logbook = open_memory()
    ada = logbook.contacts.add(Contact("Ada")).id
    for day in (date(2026, 9, 16), date(2026, 9, 28), date(2026, 11, 30)):
        logbook.requests.add(Request(ada, RequestStatus.DECLINED, sent_on=day))
    logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=date(2026, 9, 30)))
    logbook.meetings.add(Meeting(ada, on=date(2026, 11, 30)))  # not yet held
    logbook.follow_ups.add(FollowUp(ada, FollowUpKind.THANK_YOU, sent_on=date(2026, 9, 30)))
    logbook.follow_ups.add(FollowUp(ada, FollowUpKind.UPDATE, due_on=date(2026, 11, 2)))  # not yet sent

    assert activity(logbook, date(2026, 11, 30), months=3) == (
        Month(date(2026, 9, 1), asked=2, met=1, written=1),
        Month(date(2026, 10, 1), asked=0, met=0, written=0),
        Month(date(2026, 11, 1), asked=1, met=0, written=0),
    )


def test_the_months_reach_over_the_turn_of_the_year():
    firsts = [month.first for month in activity(open_memory(), date(2027, 1, 31))]
    assert firsts == [date(2026, month, 1) for month in range(8, 13)] + [date(2027, 1, 1)]
