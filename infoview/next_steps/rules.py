"""The rules for next steps: one function each, in one table.

How long to wait for an answer is the person's plan (`infoview.requests.waiting`). A thank-you note belongs to
the day after a meeting (Penn Career Services; Yale's office for postdocs). Confirming the day before is what
Rice's engineering leadership centre asks its students to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from infoview.content import words
from infoview.dates.business_days import ONE_DAY, business_days_after
from infoview.dates.day_words import day_seen_from
from infoview.debrief.keeping_in_touch import TELL_WITHIN, Past, followed, past, rhythms, to_hear, to_tell
from infoview.duplicates import house
from infoview.logbook import Logbook
from infoview.next_steps.kinds import DueKind
from infoview.records.contacts import Contact
from infoview.records.crossed_out import CrossedOut
from infoview.records.debriefs import Promise
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus, link_in
from infoview.records.milestones import Milestone
from infoview.records.requests import Request, RequestStatus
from infoview.requests.waiting import Plan, PlanStep, plan_of, sent_so_far
from infoview.requests.waiting import steps as planned

COMING = timedelta(days=14)
"""How far ahead a step counts as coming; what is further off is later."""
PREPARE = timedelta(days=3)
"""How long before a meeting an empty list of questions is worth a word."""
PATIENCE = 7
"""Business days that answers in writing may take before one kind reminder, as for a request (Dalton)."""
WARM = 3
"""Business days in which to write to somebody whose name was given, while it is fresh."""
CONFIRMED = timedelta(days=7)
"""How long before a meeting a line that confirms it still counts."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step before it is put into words; `what` and `where` fill the sentence's fields of that name."""

    due_on: date
    kind: DueKind
    contact_id: int | None
    about: int
    what: str = ""
    where: str = ""
    said: str = ""
    """Which words say it, where the kind alone does not tell."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """What the rules look at, read once."""

    contacts: dict[int, Contact]
    requests: tuple[Request, ...]
    meetings: tuple[Meeting, ...]
    promises: tuple[Promise, ...]
    follow_ups: tuple[FollowUp, ...]
    milestones: tuple[Milestone, ...]
    plan: Plan
    questions: Counter[int]
    """How many questions each meeting has."""
    ticked: frozenset[tuple[int, str]]
    """Each meeting's ticks on its checklist."""
    crossed_out: tuple[CrossedOut, ...]
    """Steps that need not be done."""
    known: Past
    """Who helped, what came of it, and when they last heard from me."""


def read(logbook: Logbook, today: date) -> Shelves:
    """Read what the rules look at."""
    return Shelves(
        contacts={contact.id: contact for contact in logbook.contacts.find()},
        requests=logbook.requests.find(),
        meetings=logbook.meetings.find(),
        promises=logbook.promises.find(done_on=None),
        follow_ups=logbook.follow_ups.find(),
        milestones=logbook.milestones.find(),
        plan=plan_of(logbook),
        questions=Counter(question.meeting_id for question in logbook.questions.find()),
        ticked=frozenset((tick.meeting_id, tick.item) for tick in logbook.ticks.find()),
        crossed_out=logbook.crossed_out.find(),
        known=past(logbook, today),
    )


def ask_again(shelves: Shelves, _today: date) -> Iterator[Step]:
    """Ask again on the day that a "not now" named, unless they were asked anew since."""
    last = {request.contact_id: request.id for request in shelves.requests if request.status != "draft"}
    for request in shelves.requests:
        put_off = request.status is RequestStatus.LATER and last.get(request.contact_id) == request.id
        if put_off and request.ask_again_on:
            yield Step(request.ask_again_on, DueKind.ASK_AGAIN, request.contact_id, request.id)


def ask_on_a_day(shelves: Shelves, _today: date) -> Iterator[Step]:
    """Ask somebody by the day I set, from the day I set, or while a name that was given is warm."""
    asked = {request.contact_id for request in shelves.requests if request.status is not RequestStatus.DRAFT}
    talked = {meeting.contact_id for meeting in shelves.meetings}
    given: dict[int, Introduction] = {}
    for introduction in shelves.known.introductions:
        given.setdefault(introduction.contact_id, introduction)
    for contact in shelves.contacts.values():
        if contact.id in asked | talked or contact.apart:
            continue
        if contact.ask_by:
            yield Step(contact.ask_by, DueKind.ASK, contact.id, 0, said="ask-by")
        elif contact.not_before:
            yield Step(contact.not_before, DueKind.ASK, contact.id, 0, said="ask-from")
        elif (named := given.get(contact.id)) and named.meeting_id and named.given_on:
            who = shelves.contacts[named.introducer_id].name
            day = business_days_after(named.given_on, WARM)
            yield Step(day, DueKind.ASK, contact.id, 0, what=who, said="ask-warm")


def agree_on_a_day(shelves: Shelves, today: date) -> Iterator[Step]:
    """Agree on a day, where they said yes and none was named."""
    for meeting in shelves.meetings:
        if meeting.status is MeetingStatus.PLANNED and meeting.on is None and not meeting.is_by_mail:
            day = _said_yes_on(meeting, shelves, today)
            yield Step(day + ONE_DAY, DueKind.SET_DAY, meeting.contact_id, meeting.id)


def ask_by_mail(shelves: Shelves, today: date) -> Iterator[Step]:
    """Send the questions to somebody who answers by e-mail; later, remind them once."""
    for meeting in shelves.meetings:
        if meeting.status is not MeetingStatus.PLANNED or not meeting.is_by_mail:
            continue
        if meeting.questions_sent_on:
            day = business_days_after(meeting.questions_sent_on, PATIENCE)
            yield Step(day, DueKind.ANSWERS, meeting.contact_id, meeting.id)
        else:
            yield Step(
                _said_yes_on(meeting, shelves, today) + ONE_DAY,
                DueKind.SEND_QUESTIONS,
                meeting.contact_id,
                meeting.id,
            )


def _said_yes_on(meeting: Meeting, shelves: Shelves, today: date) -> date:
    said = [
        request.answered_on
        for request in shelves.requests
        if request.contact_id == meeting.contact_id and request.status is RequestStatus.ACCEPTED
    ]
    return max((day for day in said if day), default=today)


def wake(shelves: Shelves, _today: date) -> Iterator[Step]:
    """Think again of somebody who was left to rest until a day."""
    for contact in shelves.contacts.values():
        if contact.rested_on and contact.rest_until:
            yield Step(contact.rest_until, DueKind.WAKE, contact.id, 0)


def wait_for_answer(shelves: Shelves, today: date) -> Iterator[Step]:
    """Take the plan's next step where a request has no answer yet."""
    for request in shelves.requests:
        if request.status is RequestStatus.SENT and request.sent_on and not _answered(request, shelves):
            yield _waiting(request, request.sent_on, shelves, today)


def _answered(request: Request, shelves: Shelves) -> bool:
    """Tell whether a meeting shows that they answered, though the request was never marked so."""
    return any(
        meeting.contact_id == request.contact_id
        and meeting.status is not MeetingStatus.CANCELLED
        and (meeting.on is None or request.sent_on is None or meeting.on >= request.sent_on)
        for meeting in shelves.meetings
    )


_OF_PLAN = {
    PlanStep.SOMEONE_ELSE: DueKind.SOMEONE_ELSE,
    PlanStep.REMIND: DueKind.FOLLOW_UP,
    PlanStep.CLOSE: DueKind.CLOSE,
}


def _waiting(request: Request, sent_on: date, shelves: Shelves, today: date) -> Step:
    """Find the step after a request without reply: the plan's next, or the one after if it is due already."""
    sent = sent_so_far(request, sent_on, shelves.follow_ups)
    coming = [
        (step, day)
        for step, day in planned(shelves.plan, sent)
        if step is not PlanStep.SOMEONE_ELSE or not _tried_elsewhere(request, shelves)
    ]
    (step, day), *after = coming
    if step is PlanStep.SOMEONE_ELSE and after[0][1] <= today:
        step, day = after[0]
    place = shelves.contacts[request.contact_id].organization
    where = f" at {place}" if place and step is PlanStep.SOMEONE_ELSE else ""
    return Step(day, _OF_PLAN[step], request.contact_id, request.id, where=where)


def _tried_elsewhere(request: Request, shelves: Shelves) -> bool:
    """Tell whether somebody else at the same place was asked since, or no place is known and anyone was."""
    place = house(shelves.contacts[request.contact_id].organization)
    return any(
        other.contact_id != request.contact_id
        and other.sent_on
        and request.sent_on
        and other.sent_on >= request.sent_on
        and (not place or house(shelves.contacts[other.contact_id].organization) == place)
        for other in shelves.requests
    )


def write_down(shelves: Shelves, today: date) -> Iterator[Step]:
    """Write down what was said, once the day of a meeting is over."""
    for meeting, day in _planned(shelves):
        if day < today:
            yield Step(day, DueKind.DEBRIEF, meeting.contact_id, meeting.id)


def meet(shelves: Shelves, today: date) -> Iterator[Step]:
    """Meet on the day of a meeting."""
    for meeting, day in _planned(shelves):
        if day >= today:
            where = "".join(part for part in (meeting.at and f" at {meeting.at}", _placed(meeting)) if part)
            said = "meeting-unprepared" if _is_unprepared(meeting, day, shelves, today) else ""
            yield Step(day, DueKind.MEETING, meeting.contact_id, meeting.id, where=where, said=said)


def prepare(shelves: Shelves, today: date) -> Iterator[Step]:
    """Choose questions, where a meeting is near and has none."""
    for meeting, day in _planned(shelves):
        if day >= today and _is_unprepared(meeting, day, shelves, today):
            what = "today" if day == today else f"on {day_seen_from(today, day)}"
            yield Step(max(today, day - ONE_DAY), DueKind.PREPARE, meeting.contact_id, meeting.id, what=what)


def confirm(shelves: Shelves, today: date) -> Iterator[Step]:
    """Confirm a meeting the day before."""
    for meeting, day in _planned(shelves):
        if today < day <= today + PREPARE and not _confirmed(meeting, day, shelves):
            yield Step(max(today, day - ONE_DAY), DueKind.CONFIRM, meeting.contact_id, meeting.id)


def _planned(shelves: Shelves) -> Iterator[tuple[Meeting, date]]:
    """Go through the meetings that are planned for a day, each with its day."""
    for meeting in shelves.meetings:
        if meeting.status is MeetingStatus.PLANNED and meeting.on:
            yield meeting, meeting.on


def _is_unprepared(meeting: Meeting, day: date, shelves: Shelves, today: date) -> bool:
    return day - today <= PREPARE and not shelves.questions[meeting.id]


def _confirmed(meeting: Meeting, on: date, shelves: Shelves) -> bool:
    """Tell whether a meeting was confirmed, or needs no such line, as where they answer by mail."""
    return (
        meeting.is_by_mail
        or (meeting.id, "confirm") in shelves.ticked
        or any(
            letter.contact_id == meeting.contact_id
            and letter.kind is FollowUpKind.CONFIRMATION
            and letter.sent_on is not None
            and on - CONFIRMED <= letter.sent_on <= on
            for letter in shelves.follow_ups
        )
    )


def _placed(meeting: Meeting) -> str:
    place = words("exports")["meeting_kind"][meeting.kind] if link_in(meeting.place) else meeting.place
    return f" ({place})" if place else ""


def thank_after_meeting(shelves: Shelves, _today: date) -> Iterator[Step]:
    """Thank for a meeting the day after, or on the day that was chosen."""
    notes = _thank_you_notes(shelves)
    for meeting in shelves.meetings:
        if meeting.status is not MeetingStatus.HELD or meeting.on is None:
            continue
        mine = [note for note in notes if _belongs(note, meeting, meeting.on)]
        if not any(note.sent_on for note in mine):
            chosen = [note.due_on for note in mine if note.due_on]
            day = chosen[0] if chosen else meeting.on + ONE_DAY
            yield Step(day, DueKind.THANK_YOU, meeting.contact_id, meeting.id)


def thank_without_meeting(shelves: Shelves, _today: date) -> Iterator[Step]:
    """Send a thank-you that belongs to no meeting: one step a person, for who marks it marks all of them."""
    waiting: dict[int, date] = {}
    for note in _thank_you_notes(shelves):
        if note.meeting_id is None and note.due_on and not note.sent_on:
            waiting[note.contact_id] = min(note.due_on, waiting.get(note.contact_id, note.due_on))
    for contact_id, day in waiting.items():
        yield Step(day, DueKind.THANK_YOU, contact_id, 0)


def _thank_you_notes(shelves: Shelves) -> list[FollowUp]:
    return [note for note in shelves.follow_ups if note.kind is FollowUpKind.THANK_YOU]


def _belongs(note: FollowUp, meeting: Meeting, held_on: date) -> bool:
    if note.meeting_id is not None:
        return note.meeting_id == meeting.id
    return note.contact_id == meeting.contact_id and note.sent_on is not None and note.sent_on >= held_on


def keep_promises(shelves: Shelves, _today: date) -> Iterator[Step]:
    """Keep a promise of mine, or ask once about one of theirs."""
    met: dict[int | None, int] = {meeting.id: meeting.contact_id for meeting in shelves.meetings}
    for promise in shelves.promises:
        if promise.due_on is None:
            continue
        talked_with = met.get(promise.meeting_id)
        contact_id = talked_with if promise.contact_id is None else promise.contact_id
        yield Step(
            promise.due_on,
            DueKind.PROMISE,
            contact_id,
            promise.id,
            what=promise.text,
            where=_whom(promise.text, contact_id, talked_with, shelves) if promise.mine else "",
            said="" if promise.mine else "their-promise",
        )


def _whom(text: str, contact_id: int | None, talked_with: int | None, shelves: Shelves) -> str:
    """Say whom a promise of mine concerns and from which talk it is, as far as its words do not say so."""
    content = words("next_steps")["whom"]
    concerns = shelves.contacts[contact_id].name if contact_id is not None else ""
    parts = [concerns] if concerns and concerns.casefold() not in text.casefold() else []
    if talked_with is not None and talked_with != contact_id:
        parts.append(content["talk"].format(name=shelves.contacts[talked_with].name))
    return str(content["around"]).format(whom=content["between"].join(parts)) if parts else ""


def tell_introducers(shelves: Shelves, today: date) -> Iterator[Step]:
    """Tell whoever led to a talk how it went."""
    for news in to_hear(shelves.known, today):
        yield Step(news.due_on, DueKind.INTRODUCER, news.introducer_id, news.meeting.id, what=news.about.name)


def tell_what_was_done(shelves: Shelves, today: date) -> Iterator[Step]:
    """Tell whoever helped that it was done, unless they hear from me anyway; one step a person."""
    waits = _hear_of_talks(shelves, today)
    for kept in followed(shelves.known, today):
        if kept.contact.id not in waits:
            waits.add(kept.contact.id)
            yield Step(kept.due_on, DueKind.UPDATE, kept.contact.id, 0, what=kept.promise.text, said="did-it")


def keep_in_touch(shelves: Shelves, today: date) -> Iterator[Step]:
    """Write a few lines: on the day that was chosen, or after some months of silence, within `COMING`."""
    waits = _hear_of_talks(shelves, today) | {kept.contact.id for kept in followed(shelves.known, today)}
    for rhythm in rhythms(shelves.known):
        if rhythm.next_on and rhythm.letter_id:
            yield Step(rhythm.next_on, DueKind.UPDATE, rhythm.contact.id, rhythm.letter_id)
        elif rhythm.next_on and rhythm.next_on - today <= COMING and rhythm.contact.id not in waits:
            yield Step(rhythm.next_on, DueKind.UPDATE, rhythm.contact.id, 0, said="keep-in-touch")


def _hear_of_talks(shelves: Shelves, today: date) -> set[int]:
    """Name those who are to hear how a talk went that they led to."""
    return {news.introducer_id for news in to_hear(shelves.known, today)}


def tell_great_news(shelves: Shelves, _today: date) -> Iterator[Step]:
    """Tell great news to those who helped and have not heard it yet."""
    for milestone in shelves.milestones:
        people = to_tell(shelves.known, milestone)
        if people and milestone.on:
            day, what = milestone.on + TELL_WITHIN, milestone.text
            yield Step(day, DueKind.MILESTONE, people[0].id, milestone.id, what=what, where=str(len(people)))


Rule = Callable[[Shelves, date], Iterable[Step]]
RULES: tuple[Rule, ...] = (
    ask_again,
    ask_on_a_day,
    agree_on_a_day,
    ask_by_mail,
    wake,
    wait_for_answer,
    write_down,
    meet,
    prepare,
    confirm,
    thank_after_meeting,
    thank_without_meeting,
    keep_promises,
    tell_introducers,
    tell_what_was_done,
    keep_in_touch,
    tell_great_news,
)
