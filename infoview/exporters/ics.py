"""Meetings and due steps as a calendar file.

What calendars do with such files decides its form: Google refuses events without a UID and takes a file read
again for the same events only where the UIDs stay; Google and Outlook drop reminders inside an event, so each
due step is an event of its own. Times have no zone: 16:30 is 16:30 where the person is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from infoview.content import words
from infoview.logbook import Logbook
from infoview.meetings import Meeting, MeetingStatus
from infoview.next_steps import Due, DueKind, due


@dataclass(frozen=True, slots=True)
class Appointment:
    """One event of the calendar; `begins` is a day, or a moment where the clock time is known."""

    uid: str
    summary: str
    begins: date
    minutes: int = 0
    place: str = ""


def calendar(logbook: Logbook, now: datetime) -> bytes:
    """Write the meetings and the due steps of a logbook as an .ics file.

    Nothing that was written about anybody is in it, for calendars are often shared.
    """
    import icalendar  # noqa: PLC0415 - only who exports a calendar needs it

    book = icalendar.Calendar()
    book.add("prodid", "-//infoview//EN")
    book.add("version", "2.0")
    book.add("x-wr-calname", words("exports")["calendar"]["name"])
    stamp = now.astimezone(UTC)
    for appointment in appointments(logbook, now.date()):
        event = icalendar.Event()
        event.add("uid", appointment.uid)
        event.add("dtstamp", stamp)
        event.add("sequence", int(stamp.timestamp()) // 60)  # a later export is the newer one
        event.add("summary", appointment.summary)
        event.add("dtstart", appointment.begins)
        if appointment.minutes:
            event.add("dtend", appointment.begins + timedelta(minutes=appointment.minutes))
        else:
            event.add("transp", "TRANSPARENT")
        if appointment.place:
            event.add("location", appointment.place)
        book.add_component(event)
    return bytes(book.to_ical())


def appointments(logbook: Logbook, today: date) -> Iterator[Appointment]:
    """List what belongs in a calendar: every meeting that has a day, and every step still to do."""
    names = {contact.id: contact.name for contact in logbook.contacts.find()}
    for meeting in logbook.meetings.find(order="on"):
        if meeting.on and meeting.status is not MeetingStatus.CANCELLED:
            yield _meeting(logbook.uid, meeting, names[meeting.contact_id])
    for step in due(logbook, today):
        if step.kind is not DueKind.MEETING:
            yield _step(logbook, step, today)


def _meeting(uid: str, meeting: Meeting, name: str) -> Appointment:
    begins, minutes = _begins(meeting)
    summary = words("exports")["calendar"]["meeting"].format(name=name)
    return Appointment(f"{uid}-meeting-{meeting.id}@infoview", summary, begins, minutes, meeting.place)


def _begins(meeting: Meeting) -> tuple[date, int]:
    """Tell when a meeting begins and how long it takes; a day alone where no clock time can be read."""
    day = meeting.on or date.min
    try:
        clock = time.fromisoformat(meeting.at.strip().zfill(5)).replace(tzinfo=None)
    except ValueError:
        return day, 0
    return datetime.combine(day, clock), max(meeting.minutes, 1)


def _step(logbook: Logbook, step: Due, today: date) -> Appointment:
    """Make a step's event; a late one stands on today, where it can still be done."""
    kind = step.kind.value
    if step.kind is DueKind.PROMISE:
        mine = logbook.promises.get(step.about).mine
        kind = ("promise-to" if step.contact else "promise") if mine else "their-promise"
    content = words("exports")["calendar"]
    name = step.contact or words("next_steps")["nobody"]
    subject = step.about or f"contact-{step.contact_id}"
    return Appointment(
        f"{logbook.uid}-{step.kind}-{subject}@infoview",
        content[kind].format(name=name),
        max(step.due_on, today),
    )
