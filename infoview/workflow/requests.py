"""What changes together around a request: written, sent, answered, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from infoview.content import sentence, words
from infoview.dates.business_days import business_days_after
from infoview.dates.day_words import full_date
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.contacts import Circle, Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingKind, MeetingStatus
from infoview.records.requests import Reply, Request, RequestStatus, check_move
from infoview.workflow.contacts import introduce, introducer_of
from infoview.workflow.meetings import is_prepared
from infoview.workflow.templates import facts_about, suggestions

AFTER_ABSENCE = 2
"""Business days that somebody who was away needs for what lies on the desk."""


def request_for(logbook: Logbook, contact_id: int) -> Request | None:
    """Find the request to a contact that is being worked on: the last one."""
    found = logbook.requests.find(contact_id=contact_id)
    return found[-1] if found else None


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
        raise InputError(sentence("errors.request.asked_person", name=asked.name), "name")
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
