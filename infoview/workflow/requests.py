"""What changes together around a request: written, sent, answered, taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from infoview.content import sentence, words
from infoview.dates.business_days import business_days_after
from infoview.dates.day_words import full_date
from infoview.dates.typed import coming_day_from, day_from, past_day_from
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import USUAL_MINUTES, Meeting, MeetingKind, MeetingStatus
from infoview.records.requests import Channel, Reply, Request, RequestStatus, check_move
from infoview.workflow.contacts import introducer_of, meant_by, note_given, take_in
from infoview.workflow.meetings import is_prepared, meeting_for, read
from infoview.workflow.templates import facts_about, suggestions

AFTER_ABSENCE = 2
"""Business days that somebody who was away needs for what lies on the desk."""
ASKED: Mapping[str, tuple[str, ...]] = {
    RequestStatus.ACCEPTED: ("meet_on", "at", "minutes", "place"),
    RequestStatus.LATER: ("again_on",),
    Reply.OUT_OF_OFFICE: ("back_on",),
    Reply.SOMEONE_ELSE: ("name", "organization"),
}
"""What each kind of answer asks beside itself."""


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


def note_answer(logbook: Logbook, request: Request, typed: Mapping[str, str], today: date) -> None:
    """Note the answer to a request as it was typed: what came back as `answer`, and what that asks.

    It came today, unless `answered_on` is an earlier day.

    Raises:
        InputError: Nothing was chosen, something it needs is missing, or a field does not take what it holds.
    """
    day = past_day_from(typed.get("answered_on"), "answered_on", today)
    if request.sent_on and day < request.sent_on:
        sent, said = full_date(request.sent_on), full_date(day)
        raise InputError(words("requests")["answered_before"].format(sent=sent, day=said), "answered_on")
    match answer := typed.get("answer", ""):
        case RequestStatus.ACCEPTED:
            accept(logbook, request, _meeting_from(request, typed), day)
        case Reply.BY_MAIL:
            answer_by_mail(logbook, request, day)
        case Reply.SOMEONE_ELSE:
            organization = typed.get("organization", "").strip()
            pass_on(logbook, request, Contact(_needed(typed, "name"), organization), day)
        case RequestStatus.LATER:
            put_off(logbook, request, _needed_day(typed, "again_on", today), day)
        case Reply.OUT_OF_OFFICE:
            wait_until_back(logbook, request, _needed_day(typed, "back_on", today))
        case RequestStatus.DECLINED | RequestStatus.NO_REPLY:
            move_request(logbook, request, RequestStatus(answer), day)
        case _:
            raise InputError(words("requests")["need"]["answer"], "answer")


def _meeting_from(request: Request, typed: Mapping[str, str]) -> Meeting:
    return Meeting(
        request.contact_id,
        on=day_from(typed.get("meet_on"), "meet_on"),
        at=read("at", typed.get("at")),
        minutes=read("minutes", typed.get("minutes", "").strip() or USUAL_MINUTES),
        place=read("place", typed.get("place")),
    )


def _needed_day(typed: Mapping[str, str], field: str, today: date) -> date:
    return coming_day_from(_needed(typed, field), field, today) or today


def _needed(typed: Mapping[str, str], field: str) -> str:
    """Look up what an answer cannot do without."""
    text = " ".join(typed.get(field, "").split())
    if not text:
        raise InputError(words("requests")["need"][field], field)
    return text


def agreed_meeting(logbook: Logbook, request: Request) -> Meeting | None:
    """Find the meeting that a yes led to; one held before the request was sent is another."""
    if request.status is not RequestStatus.ACCEPTED:
        return None
    meeting = meeting_for(logbook, request.contact_id)
    if meeting and meeting.status is MeetingStatus.HELD and meeting.on and request.sent_on:
        return meeting if meeting.on >= request.sent_on else None
    return meeting


def named_instead(logbook: Logbook, request: Request) -> Contact | None:
    """Find the person they named instead of themselves."""
    if request.reply is not Reply.SOMEONE_ELSE:
        return None
    given = logbook.introductions.find(introducer_id=request.contact_id)
    return logbook.contacts.first(id=given[-1].contact_id) if given else None


def leads_to_another(request: Request) -> bool:
    """Tell whether the next person on the list comes next: after a no and after silence."""
    no = request.status is RequestStatus.DECLINED and request.reply is not Reply.SOMEONE_ELSE
    return no or request.status is RequestStatus.NO_REPLY


def accept(logbook: Logbook, request: Request, meeting: Meeting, today: date) -> Meeting:
    """Note a yes, with the meeting it led to; a meeting planned already is brought up to date instead.

    Raises:
        InputError: The meeting would have been before the request was sent.
    """
    if meeting.on and request.sent_on and meeting.on < request.sent_on:
        sent, day = full_date(request.sent_on), full_date(meeting.on)
        raise InputError(words("requests")["before_asking"].format(sent=sent, day=day), "meet_on")
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
    known = meant_by(logbook, named)
    if known and known.id == asked.id:
        raise InputError(sentence("errors.request.asked_person", name=asked.name), "name")
    move_request(logbook, request, RequestStatus.DECLINED, today)
    logbook.requests.change(request.id, reply=Reply.SOMEONE_ELSE)
    added = take_in(logbook, named, today)
    note_given(logbook, Introduction(asked.id, added.id, today))
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


def put_off(logbook: Logbook, request: Request, until: date, today: date) -> Request:
    """Note a "not now", with the day to ask again."""
    move_request(logbook, request, RequestStatus.LATER, today)
    return logbook.requests.change(request.id, ask_again_on=until)


def take_back(logbook: Logbook, request: Request, today: date) -> Request:
    """Take the last mark of a request back; a meeting that a yes brought goes too, if it is still empty.

    What was not sent after all is a draft as before, in its channel, and nothing waits for an answer to it.
    """
    if request.status is RequestStatus.ACCEPTED:
        for meeting in logbook.meetings.find(contact_id=request.contact_id, status=MeetingStatus.PLANNED):
            if not is_prepared(logbook, meeting):
                logbook.meetings.remove(meeting.id)
    if request.status is not RequestStatus.SENT:
        return move_request(logbook, request, RequestStatus.SENT, today)
    if request.channel is Channel.LINKEDIN_NOTE:
        kind = FollowUpKind.LINKEDIN_NOTE
        notes = logbook.follow_ups.find(contact_id=request.contact_id, kind=kind, sent_on=request.sent_on)
        for note in notes[-1:]:
            logbook.follow_ups.change(note.id, sent_on=None)
    waiting = FollowUpKind.FOLLOW_UP
    for reminder in logbook.follow_ups.find(contact_id=request.contact_id, kind=waiting, sent_on=None):
        if not reminder.written:
            logbook.follow_ups.remove(reminder.id)
    return move_request(logbook, request, RequestStatus.DRAFT, today)
