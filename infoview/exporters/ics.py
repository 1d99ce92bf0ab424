"""Meetings and due steps as a calendar file.

What calendars do with such files decides its form. Google refuses events without a UID, and takes a file read
again for the same events only where the UIDs stay and `SEQUENCE` has grown. Google and Outlook drop reminders
inside an event, so each due step is an event of its own. Time zones that a file brings along break in Google,
so a meeting is in UTC, and a step takes a day. Where the person has not said where they are, a meeting's time
has no zone: 16:30 is then 16:30 wherever the calendar is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from infoview.content import words
from infoview.dates.business_days import ONE_DAY
from infoview.dates.times_of_day import time_of_day
from infoview.dates.zones import moment
from infoview.exporters.sound import in_one_line, sound
from infoview.logbook import Logbook
from infoview.next_steps.due import PREPARE, Due, DueKind, due
from infoview.records.meetings import Meeting, MeetingStatus, link_in

AROUND = {
    DueKind.CONFIRM: -ONE_DAY,
    DueKind.PREPARE: -ONE_DAY,
    DueKind.DEBRIEF: timedelta(),
    DueKind.THANK_YOU: ONE_DAY,
}
"""The kinds of steps that are about one meeting, beside the meeting itself, and how far from its day."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One event of the calendar; `begins` is a day, or a moment where the clock time is known."""

    uid: str
    summary: str
    begins: date
    minutes: int = 0
    place: str = ""
    sequence: int = 0
    """How often the meeting was changed that it is, or is a step of."""
    anew: bool = False
    """Whether it is reckoned anew for every file, as steps are."""
    cancelled: bool = False


def calendar(logbook: Logbook, now: datetime) -> bytes:
    """Write the meetings and the due steps of a logbook as an .ics file.

    Nothing that was written about anybody is in it, for calendars are often shared.
    """
    return _file(appointments(logbook, now.date()), now)


def meeting_calendar(logbook: Logbook, meeting: Meeting, now: datetime) -> bytes:
    """Write one meeting and the steps around it as an .ics file."""
    return _file(_around(logbook, meeting, due(logbook, now.date(), ahead=True), now.date()), now)


def appointments(logbook: Logbook, today: date) -> Iterator[Appointment]:
    """List what belongs in a calendar: every meeting that has a day, and every step still to do."""
    steps = due(logbook, today, ahead=True)
    for meeting in logbook.meetings.find(order="on"):
        yield from _around(logbook, meeting, steps, today)
    for step in steps:
        if step.kind is not DueKind.MEETING and not (step.kind in AROUND and step.about):
            yield _step(logbook, step, today)


def _file(events: Iterable[Appointment], now: datetime) -> bytes:
    import icalendar  # noqa: PLC0415 - only who exports a calendar needs it

    book = icalendar.Calendar()
    book.add("prodid", "-//infoview//EN")
    book.add("version", "2.0")
    book.add("x-wr-calname", words("exports")["calendar"]["name"])
    stamp = now.astimezone(UTC)
    for appointment in events:
        event = icalendar.Event()
        event.add("uid", appointment.uid)
        event.add("dtstamp", stamp)
        event.add("sequence", _newness(appointment, stamp))
        event.add("summary", in_one_line(appointment.summary))
        event.add("dtstart", appointment.begins)
        if appointment.minutes:
            event.add("dtend", appointment.begins + timedelta(minutes=appointment.minutes))
        if not appointment.minutes or appointment.cancelled:
            event.add("transp", "TRANSPARENT")
        if appointment.cancelled:
            event.add("status", "CANCELLED")
        if place := sound(appointment.place):
            event.add("location", place)
            if link := link_in(place):
                event.add("url", link)
        book.add_component(event)
    return bytes(book.to_ical())


def _newness(appointment: Appointment, stamp: datetime) -> int:
    """Count the changes of a meeting; of a step, which nobody counts, the later file is the newer."""
    return appointment.sequence + (int(stamp.timestamp()) // 60 if appointment.anew else 0)


def _around(logbook: Logbook, meeting: Meeting, steps: Iterable[Due], today: date) -> Iterator[Appointment]:
    """List a meeting and its steps; of one that fell through, all that an earlier file may have had."""
    if meeting.on is None:
        return
    name = logbook.contacts.get(meeting.contact_id).name
    yield _meeting(logbook, meeting, name)
    if meeting.status is MeetingStatus.CANCELLED:
        around = (
            _event(logbook, kind, meeting.id, name, meeting.on + apart) for kind, apart in AROUND.items()
        )
        yield from (replace(entry, sequence=meeting.revision, cancelled=True) for entry in around)
        return
    for appointment in _steps_of(logbook, meeting, meeting.on, name, steps, today):
        yield replace(appointment, sequence=meeting.revision)


def _steps_of(
    logbook: Logbook, meeting: Meeting, on: date, name: str, steps: Iterable[Due], today: date
) -> Iterator[Appointment]:
    """List the steps of a meeting; of one that is still to come, those that are not due yet as well."""
    for step in steps:
        if step.kind in AROUND and step.about == meeting.id:
            yield _step(logbook, step, today)
    if meeting.status is not MeetingStatus.PLANNED or on < today:
        return
    if on > today + PREPARE and not meeting.is_by_mail:
        yield _event(logbook, DueKind.CONFIRM, meeting.id, name, on - ONE_DAY)
    yield _event(logbook, DueKind.THANK_YOU, meeting.id, name, on + ONE_DAY)


def _meeting(logbook: Logbook, meeting: Meeting, name: str) -> Appointment:
    begins, minutes = _begins(meeting, logbook.profile.time_zone)
    cancelled = meeting.status is MeetingStatus.CANCELLED
    summary = words("exports")["calendar"]["cancelled" if cancelled else "meeting"].format(name=name)
    uid = f"{logbook.uid}-meeting-{meeting.id}@infoview"
    return Appointment(uid, summary, begins, minutes, meeting.place, meeting.revision, cancelled=cancelled)


def _begins(meeting: Meeting, zone: str) -> tuple[date, int]:
    """Tell when a meeting begins and how long it takes; a day alone where no clock time can be read."""
    day = meeting.on or date.min
    clock = time_of_day(meeting.at)
    if clock is None:
        return day, 0
    known = moment(day, meeting.at, zone)
    return known.astimezone(UTC) if known else datetime.combine(day, clock), max(meeting.minutes, 1)


def _step(logbook: Logbook, step: Due, today: date) -> Appointment:
    """Make a step's event; a late one stands on today, where it can still be done."""
    kind, what = step.kind.value, ""
    if step.kind is DueKind.PROMISE:
        promise = logbook.promises.get(step.about)
        kind, what = "promise" if promise.mine else "their-promise", " ".join(promise.text.split())
    subject = str(step.about or f"contact-{step.contact_id}")
    if step.kind is DueKind.INTRODUCER:  # several people may have led to one talk
        subject += f"-{step.contact_id}"
    return _event(logbook, step.kind, subject, step.contact, max(step.due_on, today), kind, what)


def _event(
    logbook: Logbook, kind: DueKind, about: int | str, name: str, on: date, wording: str = "", what: str = ""
) -> Appointment:
    content = words("exports")["calendar"]
    summary = content[wording or kind.value].format(name=name or words("next_steps")["nobody"], what=what)
    return Appointment(f"{logbook.uid}-{kind}-{about}@infoview", summary, on, anew=True)
