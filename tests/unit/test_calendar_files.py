"""The calendar file: meetings and due steps as any calendar reads them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview.exporters.ics import calendar, meeting_calendar
from infoview.logbook import open_memory
from infoview.next_steps.due import DueKind, due
from infoview.records.contacts import Cadence, Contact
from infoview.records.debriefs import Promise
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingKind, MeetingStatus
from infoview.records.milestones import Milestone
from infoview.records.requests import Request, RequestStatus
from infoview.requests.waiting import change_plan
from infoview.sample import write

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 10, 42, tzinfo=UTC)
DAY = timedelta(days=1)
LONG_AGO = TODAY - 200 * DAY
NEW_YORK, STOCKHOLM = "America/New_York", "Europe/Stockholm"


@pytest.fixture(scope="module")
def sample():
    book = open_memory()
    write(book, TODAY)
    yield book
    book.close()


@pytest.fixture
def ada(logbook):
    return logbook.contacts.add(Contact("Ada", note="a secret", why="a secret")).id


def events(data):
    """Read a file strictly: as a calendar, every event with what it must have and nothing it may not."""
    book = icalendar.Calendar.from_ical(data)
    assert book.errors == []
    found = book.walk("VEVENT")
    assert book.subcomponents == found
    for event in found:
        assert event.errors == []
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE"} <= event.keys()
        assert not event.subcomponents
    by_uid = {str(event["uid"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def everything_twice(logbook):
    """Record all that makes events for two people, and where that can be, twice for each."""
    change_plan(logbook, "kind", "3b7")
    for text in ("A place", "A prize"):
        logbook.milestones.add(Milestone(text, TODAY))
        logbook.promises.add(Promise(text, due_on=TODAY))
    introducers = [logbook.contacts.add(Contact(f"Introducer {number}")).id for number in (1, 2)]
    for number in (1, 2):
        meet_often(logbook, number, introducers)
        ask_often(logbook, number)
        logbook.contacts.add(Contact(f"Close {number}", cadence=Cadence.CLOSE, last_contact_on=LONG_AGO))


def meet_often(logbook, number, introducers):
    person = logbook.contacts.add(Contact(f"Met {number}")).id
    for introducer in introducers:
        logbook.introductions.add(Introduction(introducer, person))
    planned, held, off = MeetingStatus.PLANNED, MeetingStatus.HELD, MeetingStatus.CANCELLED
    for status, days in [(held, -1), (off, 1), (planned, -1), (planned, 1), (planned, 9)] * 2:
        meeting = logbook.meetings.add(Meeting(person, status, on=TODAY + days * DAY))
        logbook.promises.add(Promise("Send it", meeting.id, due_on=TODAY))
    for mine in (True, False) * 2:
        logbook.promises.add(Promise("Call", contact_id=person, mine=mine, due_on=TODAY))
    for name in ("Uma", "Ugo"):
        logbook.contacts.add(Contact(name, ask_by=TODAY))
        logbook.contacts.add(Contact(name, rested_on=TODAY, rest_until=TODAY))
        person = logbook.contacts.add(Contact(name)).id
        logbook.meetings.add(Meeting(person))
        for sent in (None, TODAY):
            logbook.meetings.add(Meeting(person, kind=MeetingKind.MAIL, questions_sent_on=sent))
    for kind in (FollowUpKind.THANK_YOU, FollowUpKind.UPDATE) * 2:
        logbook.follow_ups.add(FollowUp(person, kind, due_on=TODAY + DAY))


def ask_often(logbook, number):
    for waited in (2, 10, 60):
        person = logbook.contacts.add(Contact(f"Asked {number}", f"Mill {number}, {waited}")).id
        for _ in range(2):
            logbook.requests.add(Request(person, RequestStatus.SENT, sent_on=TODAY - waited * DAY))
    logbook.follow_ups.add(FollowUp(person, FollowUpKind.FOLLOW_UP, sent_on=TODAY - 30 * DAY))
    later = logbook.contacts.add(Contact(f"Later {number}")).id
    logbook.requests.add(Request(later, RequestStatus.LATER, ask_again_on=TODAY))


def the_meeting(data):
    return next(event for uid, event in events(data).items() if "-meeting-" in uid)


# What is in it


def test_meetings_and_due_steps_are_events_of_their_own(sample):
    found = events(calendar(sample, NOW))
    steps = [step for step in due(sample, TODAY, ahead=True) if step.kind is not DueKind.MEETING]
    thanks_to_come = 1

    assert len(found) == 4 + len(steps) + thanks_to_come
    meeting = next(event for event in found.values() if event["summary"] == "Meeting with Wanda Obuya")
    assert meeting.decoded("dtend") - meeting.decoded("dtstart") == timedelta(minutes=20)
    assert meeting["location"] == "Aldermoor Water Works, Gate 2"


def test_one_meeting_brings_its_reminders_as_days_of_their_own(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada, on=TODAY + 9 * DAY, at="16:30"))
    logbook.promises.add(Promise("Something else", contact_id=ada, due_on=TODAY))
    found = events(meeting_calendar(logbook, meeting, NOW)).values()

    assert {(str(event["summary"]), event.decoded("dtstart")) for event in found} == {
        ("Meeting with Ada", datetime(2026, 12, 4, 16, 30)),  # noqa: DTZ001 - the time where the person is
        ("Confirm tomorrow's meeting with Ada", date(2026, 12, 3)),
        ("Thank-you note to Ada", date(2026, 12, 5)),
    }
    assert [event["dtstart"].params.get("VALUE") for event in found] == [None, "DATE", "DATE"]


def test_a_step_is_one_event_and_the_same_in_both_files_whenever_they_are_made(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada, on=TODAY + 9 * DAY, at="16:30"))
    files = [calendar(logbook, NOW), meeting_calendar(logbook, meeting, NOW)]
    files += [calendar(logbook, NOW + days * DAY) for days in (7, 8)]
    days = [{uid: event.decoded("dtstart") for uid, event in events(file).items()} for file in files]

    assert days[0] == days[1]
    assert days[2] == days[3] == days[0] | {f"{logbook.uid}-prepare-{meeting.id}@infoview": TODAY + 8 * DAY}


def test_a_call_has_its_link_where_calendars_look_for_it(logbook, ada):
    place = "My link: https://video.example/j/812?pwd=aB,3"
    logbook.meetings.add(Meeting(ada, on=TODAY, at="9:00", kind=MeetingKind.VIDEO, place=place))
    event = the_meeting(calendar(logbook, NOW))

    assert str(event["location"]) == place
    assert str(event["url"]) == "https://video.example/j/812?pwd=aB,3"


def test_notes_stay_out_of_the_calendar_and_promises_say_what_was_promised(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada, on=TODAY, at="9:30", purpose="a secret", research="a secret"))
    for about in (None, ada):
        logbook.promises.add(Promise("Send the chart", meeting.id if about else None, about, due_on=TODAY))
    logbook.promises.add(Promise("a list of names", contact_id=ada, mine=False, due_on=TODAY))
    data = calendar(logbook, NOW)

    assert b"a secret" not in data
    assert {str(event["summary"]) for event in events(data).values()} == {
        "Meeting with Ada",
        "Choose questions for the meeting with Ada",
        "Thank-you note to Ada",
        "You promised: Send the chart",
        "Ada offered: a list of names",
    }


# When


@pytest.mark.parametrize(
    ("at", "begins"),
    [
        ("16:30", datetime(2026, 11, 25, 16, 30)),  # noqa: DTZ001 - the time where the person is
        ("9:05", datetime(2026, 11, 25, 9, 5)),  # noqa: DTZ001 - likewise
        ("", TODAY),
        ("in the afternoon", TODAY),
        ("25:00", TODAY),
    ],
)
def test_a_meeting_begins_at_its_time_or_takes_the_day(logbook, ada, at, begins):
    meeting = logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=TODAY, at=at))
    found = events(calendar(logbook, NOW))

    assert found[f"{logbook.uid}-meeting-{meeting.id}@infoview"].decoded("dtstart") == begins


@pytest.mark.parametrize(
    ("day", "in_utc", "in_stockholm"),
    [
        (date(2026, 10, 24), 13, 15),  # both in summer time
        (date(2026, 10, 26), 13, 14),  # Europe has left it, New York has not
        (date(2026, 11, 2), 14, 15),  # both have
        (date(2027, 3, 13), 14, 15),
        (date(2027, 3, 15), 13, 14),  # New York has begun it, Europe has not
        (date(2027, 3, 29), 13, 15),
    ],
)
def test_nine_in_new_york_is_the_same_moment_in_stockholm_across_the_clock_changes(
    logbook, ada, day, in_utc, in_stockholm
):
    logbook.change_profile(time_zone=NEW_YORK)
    logbook.meetings.add(Meeting(ada, on=day, at="09:00", minutes=30))
    data = calendar(logbook, NOW)
    begins, ends = (the_meeting(data).decoded(name) for name in ("dtstart", "dtend"))

    assert f"DTSTART:{day:%Y%m%d}T{in_utc:02}0000Z".encode() in data
    assert b"VTIMEZONE" not in data
    assert (begins.astimezone(ZoneInfo(NEW_YORK)).date(), begins.astimezone(ZoneInfo(NEW_YORK)).hour) == (
        day,
        9,
    )
    assert begins.astimezone(ZoneInfo(STOCKHOLM)).hour == in_stockholm
    assert ends - begins == timedelta(minutes=30)


def test_a_talk_over_the_hour_that_comes_twice_keeps_its_length(logbook, ada):
    logbook.change_profile(time_zone=STOCKHOLM)
    logbook.meetings.add(Meeting(ada, on=date(2026, 10, 25), at="02:45", minutes=30))
    event = the_meeting(calendar(logbook, NOW))

    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=30)


def test_a_late_step_stands_on_today_where_it_can_still_be_done(logbook):
    logbook.promises.add(Promise("Write", due_on=TODAY - timedelta(days=30)))
    (event,) = events(calendar(logbook, NOW)).values()

    assert event.decoded("dtstart") == TODAY


# The same event, changed


def test_a_meeting_keeps_its_name_and_grows_in_number_only_when_it_changes(logbook, ada):
    number = logbook.meetings.add(Meeting(ada, on=TODAY, at="09:00")).id

    def read(later, **values):
        meeting = logbook.meetings.change(number, **values)
        event = the_meeting(meeting_calendar(logbook, meeting, NOW + timedelta(minutes=later)))
        return str(event["uid"]), event["sequence"]

    uid, first = read(0)
    assert read(5) == (uid, first)
    assert read(6, purpose="Something new", research="Something new") == (uid, first)
    assert read(7, at="10:00") == (uid, first + 1)
    assert read(8, on=TODAY + DAY, place="Gate 2") == (uid, first + 2)
    assert read(9, minutes=30) == (uid, first + 3)


@pytest.mark.parametrize("of_one_meeting", [False, True])
def test_a_meeting_that_fell_through_takes_its_steps_along_out_of_the_calendar(logbook, ada, of_one_meeting):
    meeting = logbook.meetings.add(Meeting(ada, on=TODAY + DAY, at="09:00", purpose="a secret"))
    before = events(calendar(logbook, NOW)) | events(calendar(logbook, NOW + 2 * DAY))
    meeting = logbook.meetings.change(meeting.id, status=MeetingStatus.CANCELLED)
    at = NOW + 2 * DAY
    data = meeting_calendar(logbook, meeting, at) if of_one_meeting else calendar(logbook, at)
    after = events(data)

    assert {str(event["summary"]) for event in before.values()} == {
        "Meeting with Ada",
        "Confirm tomorrow's meeting with Ada",
        "Choose questions for the meeting with Ada",
        "Write down the conversation with Ada",
        "Thank-you note to Ada",
    }
    assert after.keys() == before.keys()
    assert {(str(event["status"]), str(event["transp"])) for event in after.values()} == {
        ("CANCELLED", "TRANSPARENT")
    }
    assert all(after[uid]["sequence"] > event["sequence"] for uid, event in before.items())
    assert b"a secret" not in data
    told = {uid: str(event["summary"]) for uid, event in before.items()}
    told |= {f"{logbook.uid}-meeting-{meeting.id}@infoview": "Called off: meeting with Ada"}
    assert {uid: str(event["summary"]) for uid, event in after.items()} == told


def test_a_meeting_that_takes_place_after_all_comes_back_with_its_steps(logbook, ada):
    number = logbook.meetings.add(Meeting(ada, on=TODAY + DAY, at="09:00")).id
    files = []
    for status in (MeetingStatus.PLANNED, MeetingStatus.CANCELLED, MeetingStatus.PLANNED):
        logbook.meetings.change(number, status=status)
        files.append(events(calendar(logbook, NOW)))
    first, gone, back = files

    assert first.keys() == back.keys() <= gone.keys()
    assert not any("status" in event for event in back.values())
    assert all(first[uid]["sequence"] < gone[uid]["sequence"] < back[uid]["sequence"] for uid in first)


def test_whoever_led_to_a_talk_is_told_each_in_an_event_of_their_own(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=TODAY - DAY))
    ian, iris = (logbook.contacts.add(Contact(name)).id for name in ("Ian", "Iris"))
    for introducer in (ian, iris):
        logbook.introductions.add(Introduction(introducer, ada))
    found = events(calendar(logbook, NOW))

    for introducer, name in ((ian, "Ian"), (iris, "Iris")):
        event = found[f"{logbook.uid}-introducer-{meeting.id}-{introducer}@infoview"]
        assert str(event["summary"]) == f"Tell {name} how the conversation went"


def test_in_a_logbook_with_everything_twice_no_two_events_have_one_name(logbook):
    everything_twice(logbook)
    steps = due(logbook, TODAY, ahead=True)
    names = events(calendar(logbook, NOW))  # which looks that they differ

    assert {step.kind for step in steps} == set(DueKind)
    assert all(sum(f"-{kind}-" in name for name in names) >= 2 for kind in DueKind)
    assert sum(f"{logbook.uid}-introducer-" in name for name in names) == 4


def test_two_thank_you_notes_without_a_meeting_are_one_event_as_they_are_one_tick(logbook, ada):
    for days in (5, 2):
        logbook.follow_ups.add(FollowUp(ada, FollowUpKind.THANK_YOU, due_on=TODAY + days * DAY))
    found = events(calendar(logbook, NOW))

    assert found[f"{logbook.uid}-thank-you-contact-{ada}@infoview"].decoded("dtstart") == TODAY + 2 * DAY


def test_steps_keep_their_names_and_a_later_file_is_the_newer_one(sample):
    first, second = (events(calendar(sample, NOW + timedelta(minutes=minutes))) for minutes in (0, 5))

    assert first.keys() == second.keys()
    steps = [uid for uid in first if "-meeting-" not in uid]
    assert steps
    assert all(second[uid]["sequence"] > first[uid]["sequence"] for uid in steps)


def test_two_logbooks_share_no_event():
    one, two = open_memory(), open_memory()
    for book in (one, two):
        write(book, TODAY)

    assert not events(calendar(one, NOW)).keys() & events(calendar(two, NOW)).keys()


@given(st.text(min_size=1, max_size=80), st.text(max_size=80), st.text(max_size=8))
def test_nothing_typed_adds_a_line_to_the_calendar(name, place, at):
    book = open_memory()
    person = book.contacts.add(Contact(name.replace("\x00", "") or "Ada")).id
    book.meetings.add(Meeting(person, on=TODAY, place=place, at=at))
    data = calendar(book, NOW)
    book.close()
    lines = [line for line in data.split(b"\r\n") if line and not line.startswith(b" ")]

    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert sum(line == b"BEGIN:VEVENT" for line in lines) == 3
    names = "BEGIN VERSION PRODID X-WR-CALNAME SUMMARY DTSTART DTEND DTSTAMP UID SEQUENCE LOCATION URL TRANSP"
    known = f"{names} END".encode()
    assert {line.split(b":")[0].split(b";")[0] for line in lines} <= set(known.split())


@pytest.mark.parametrize(
    ("at", "begins"), [("9.15", time(9, 15)), ("4.30pm", time(16, 30)), ("16h30", time(16, 30))]
)
def test_a_time_written_in_another_way_keeps_its_minutes(logbook, ada, at, begins):
    logbook.meetings.add(Meeting(ada, on=TODAY, at=at))
    (event,) = (one for uid, one in events(calendar(logbook, NOW)).items() if "-meeting-" in uid)
    assert event["DTSTART"].dt == datetime.combine(TODAY, begins)


def test_what_is_no_time_makes_a_meeting_of_the_whole_day(logbook, ada):
    logbook.meetings.add(Meeting(ada, on=TODAY, at="after lunch"))
    (event,) = (one for uid, one in events(calendar(logbook, NOW)).items() if "-meeting-" in uid)
    assert event["DTSTART"].dt == TODAY


def test_no_control_character_and_no_line_of_its_own_comes_into_a_calendar(logbook):
    odd = "".join(map(chr, [*range(1, 32), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFFFE]))
    ben = logbook.contacts.add(Contact(f"Ben{odd}Moss"))
    logbook.meetings.add(Meeting(ben.id, on=TODAY, place=f"Room 4{odd}Second floor"))
    data = calendar(logbook, NOW).decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe]", data)
    (event,) = (one for uid, one in events(data.encode()).items() if "-meeting-" in uid)
    assert str(event["SUMMARY"]).replace(" ", "").endswith("BenMoss")
    assert str(event["LOCATION"]).split() == ["Room", "4", "Second", "floor"]
