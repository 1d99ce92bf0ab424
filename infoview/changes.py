"""Changes that touch more than one shelf: picking, sending, answering, meeting, thanking.

Each is called within one transaction and leaves the logbook telling one consistent story.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from infoview.calendar.business_days import business_days_after
from infoview.calendar.day_words import full_date
from infoview.content import words
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.preparing.reading_up import leave_to_colleagues
from infoview.records.contacts import Circle, Contact, PoolPerson
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingKind, MeetingStatus, Note
from infoview.records.requests import Reply, Request, RequestStatus, check_move
from infoview.writing.letters import facts_about, suggestions

AFTER_ABSENCE = 2
"""Business days that somebody who was away needs for what lies on the desk."""


def pick(logbook: Logbook, person: PoolPerson, today: date) -> Contact:
    """Make a contact of someone in the pool."""
    source = logbook.pool.imports.get(person.import_id)
    contact = logbook.contacts.add(
        Contact(
            name=person.name,
            organization=person.organization,
            title=person.title,
            email=person.email,
            phone=person.phone,
            location=person.location,
            url=person.url,
            circle=Circle.LINKEDIN if source.format.startswith("linkedin") else Circle.OTHER,
            note=person.note,
            added_on=today,
            last_contact_on=person.last_contact_on,
        )
    )
    logbook.pool.change(person.id, contact_id=contact.id)
    return contact


def introduce(logbook: Logbook, introduction: Introduction) -> None:
    """Note who gave a contact's name first, in place of whoever was noted so; everyone else who did stays."""
    given = logbook.introductions.find(contact_id=introduction.contact_id)
    known = introduction.introducer_id in {0, *(one.introducer_id for one in given)}
    if given and given[0].introducer_id == introduction.introducer_id:
        return
    if given:
        logbook.introductions.remove(given[0].id)
    if not known:
        logbook.introductions.add(replace(introduction, id=given[0].id if given else 0))


def delete_contact(logbook: Logbook, contact_id: int) -> None:
    """Delete a contact for good, with all that is only about them, their row in the pool included."""
    for person in logbook.pool.find(contact_id=contact_id):
        logbook.pool.remove(person.id)
    leave_to_colleagues(logbook, contact_id)
    logbook.contacts.remove(contact_id)


def request_for(logbook: Logbook, contact_id: int) -> Request | None:
    """Find the request to a contact that is being worked on: the last one."""
    found = logbook.requests.find(contact_id=contact_id)
    return found[-1] if found else None


def introducer_of(logbook: Logbook, contact: Contact) -> Contact | None:
    """Find who gave a contact's name."""
    given = logbook.introductions.first(contact_id=contact.id)
    return logbook.contacts.first(id=given.introducer_id) if given else None


def begun(logbook: Logbook, contact: Contact) -> Request:
    """Make a request before its first word: only greeting and closing are suggested."""
    facts = facts_about(contact, logbook.profile, introducer_of(logbook, contact))
    greeting, closing = (suggestions("request", part, facts)[:1] for part in ("greeting", "closing"))
    return Request(contact.id, greeting="".join(greeting), closing="".join(closing))


def write_request(logbook: Logbook, contact_id: int, key: str, value: object) -> Request:
    """Change one field of the request to a contact, which begins with its first word."""
    request = request_for(logbook, contact_id)
    if request is None:
        request = logbook.requests.add(begun(logbook, logbook.contacts.get(contact_id)))
    return logbook.requests.change(request.id, **{key: value})


def move_request(logbook: Logbook, request: Request, status: RequestStatus, today: date) -> Request:
    """Mark a request as sent, answered, closed, or take the last mark back.

    Raises:
        InputError: A request in its present status cannot become that.
    """
    check_move(request, status)
    sent_on = request.sent_on
    if status is RequestStatus.SENT and (request.status is RequestStatus.DRAFT or sent_on is None):
        sent_on = today
    if status is RequestStatus.DRAFT:
        sent_on = None
    waiting = status in {RequestStatus.DRAFT, RequestStatus.SENT}
    return logbook.requests.change(
        request.id,
        status=status,
        sent_on=sent_on,
        sent_at=request.sent_at if sent_on else "",
        answered_on=None if waiting else today,
        ask_again_on=None,
        reply=Reply.NONE,
    )


def accept(logbook: Logbook, request: Request, meeting: Meeting, today: date) -> Meeting:
    """Note a yes, with the meeting it led to; a meeting planned already is brought up to date instead.

    Raises:
        InputError: The meeting would have been before the request was sent.
    """
    if meeting.on and request.sent_on and meeting.on < request.sent_on:
        sent, day = full_date(request.sent_on), full_date(meeting.on)
        raise InputError(words("asking")["before_asking"].format(sent=sent, day=day), "meet_on")
    move_request(logbook, request, RequestStatus.ACCEPTED, today)
    planned = logbook.meetings.first(contact_id=request.contact_id, status=MeetingStatus.PLANNED)
    if planned is None:
        return logbook.meetings.add(meeting)
    return logbook.meetings.change(
        planned.id,
        on=meeting.on or planned.on,
        at=meeting.at or planned.at,
        place=meeting.place or planned.place,
    )


def pass_on(logbook: Logbook, request: Request, named: Contact, today: date) -> Contact:
    """Note that they named somebody else, who becomes a contact introduced by them."""
    asked = logbook.contacts.get(request.contact_id)
    known = next(
        (one for one in logbook.contacts.find() if one.name.casefold() == named.name.casefold()), None
    )
    if known and known.id == asked.id:
        raise InputError(f"{asked.name} is the person you asked. Type the name they gave you.", "name")
    move_request(logbook, request, RequestStatus.DECLINED, today)
    logbook.requests.change(request.id, reply=Reply.SOMEONE_ELSE)
    added = known or logbook.contacts.add(replace(named, circle=Circle.INTRODUCTION, added_on=today))
    if not logbook.introductions.find(contact_id=added.id):
        introduce(logbook, Introduction(asked.id, added.id, today))
    return added


def answer_by_mail(logbook: Logbook, request: Request, today: date) -> Meeting:
    """Note that they will answer questions by mail: the questions are prepared as for a talk."""
    meeting = accept(logbook, request, Meeting(request.contact_id, kind=MeetingKind.MAIL), today)
    logbook.requests.change(request.id, reply=Reply.BY_MAIL)
    return logbook.meetings.change(meeting.id, kind=MeetingKind.MAIL)


def wait_until_back(logbook: Logbook, request: Request, back_on: date) -> FollowUp:
    """Note that they are away: the reminder waits until two business days after they are back."""
    logbook.requests.change(request.id, reply=Reply.OUT_OF_OFFICE)
    day = business_days_after(back_on, AFTER_ABSENCE)
    waiting = logbook.follow_ups.first(
        contact_id=request.contact_id, kind=FollowUpKind.FOLLOW_UP, sent_on=None
    )
    if waiting:
        return logbook.follow_ups.change(waiting.id, due_on=day)
    return logbook.follow_ups.add(FollowUp(request.contact_id, FollowUpKind.FOLLOW_UP, due_on=day))


def put_off(logbook: Logbook, request: Request, until: date | None, today: date) -> Request:
    """Note a "not now", with the day to ask again."""
    move_request(logbook, request, RequestStatus.LATER, today)
    return logbook.requests.change(request.id, ask_again_on=until)


def take_back(logbook: Logbook, request: Request, today: date) -> Request:
    """Take the last mark of a request back; a meeting that a yes brought goes too, if it is still empty."""
    if request.status is RequestStatus.ACCEPTED:
        for meeting in logbook.meetings.find(contact_id=request.contact_id, status=MeetingStatus.PLANNED):
            if not is_prepared(logbook, meeting):
                logbook.meetings.remove(meeting.id)
    back = RequestStatus.DRAFT if request.status is RequestStatus.SENT else RequestStatus.SENT
    return move_request(logbook, request, back, today)


def is_prepared(logbook: Logbook, meeting: Meeting) -> bool:
    """Whether something was written or chosen for a meeting that would be lost with it."""
    written = (meeting.purpose, meeting.assumption, meeting.research, meeting.opening, meeting.closing)
    return any(written) or bool(logbook.questions.find(meeting_id=meeting.id))


def meeting_for(logbook: Logbook, contact_id: int) -> Meeting | None:
    """Find the meeting with a contact that is being worked on: the planned one, else the last one held."""
    meetings = logbook.meetings.find(contact_id=contact_id)
    planned = [meeting for meeting in meetings if meeting.status is MeetingStatus.PLANNED]
    held = [meeting for meeting in meetings if meeting.status is MeetingStatus.HELD]
    return (planned or held)[-1] if planned or held else None


def next_meeting(logbook: Logbook, today: date) -> Meeting | None:
    """Find the next meeting with anybody, one without a day after those with one."""
    planned = logbook.meetings.find(status=MeetingStatus.PLANNED)
    coming = [meeting for meeting in planned if meeting.on is None or meeting.on >= today]
    return min(coming, key=lambda meeting: (meeting.on is None, meeting.on or today), default=None)


def add_name_given(
    logbook: Logbook, contact: Contact, meeting: Meeting, *, may_use_name: bool, today: date
) -> Contact:
    """Add someone whose name was given in a meeting; someone known already only gets the introduction."""
    known = next(
        (one for one in logbook.contacts.find() if one.name.casefold() == contact.name.casefold()), None
    )
    if known and known.id == meeting.contact_id:
        raise InputError(f"{known.name} is the person you talked with. Type the name they gave you.", "name")
    added = known or logbook.contacts.add(replace(contact, circle=Circle.INTRODUCTION, added_on=today))
    given = Introduction(meeting.contact_id, added.id, meeting.on or today, meeting.id, may_use_name)
    if not logbook.introductions.find(introducer_id=given.introducer_id, contact_id=added.id):
        logbook.introductions.add(given)
    return added


def write_note(logbook: Logbook, meeting_id: int, takeaway: str, text: str) -> None:
    """Write in one box of a meeting's note pad; the box for everything else has no take-away."""
    known = logbook.notes.first(meeting_id=meeting_id, takeaway=takeaway)
    if known:
        logbook.notes.change(known.id, text=text)
    else:
        logbook.notes.add(Note(meeting_id, takeaway, text))


def call_off(logbook: Logbook, meeting: Meeting) -> Meeting:
    """Note that a meeting was called off, or did not take place; what was prepared for it stays."""
    return logbook.meetings.change(meeting.id, status=MeetingStatus.CANCELLED)


def plan_again(logbook: Logbook, meeting: Meeting) -> Meeting:
    """Take back that a meeting was called off."""
    return logbook.meetings.change(meeting.id, status=MeetingStatus.PLANNED)


def called_off(logbook: Logbook, contact_id: int) -> Meeting | None:
    """Find the meeting with a contact that was called off last, where none is planned in its stead."""
    meetings = logbook.meetings.find(contact_id=contact_id)
    planned = any(meeting.status is MeetingStatus.PLANNED for meeting in meetings)
    last = meetings[-1] if meetings else None
    return last if last and not planned and last.status is MeetingStatus.CANCELLED else None


def hold(logbook: Logbook, meeting: Meeting, today: date) -> Meeting:
    """Mark a meeting as held, on its day or, where none was noted or it is still ahead, today."""
    day = min(meeting.on or today, today)
    return logbook.meetings.change(meeting.id, status=MeetingStatus.HELD, on=day)
