"""Next steps: across the whole logbook, what is due on a day, as small steps one can do.

How long to wait for an answer is the person's plan (`infoview.requests.waiting`). A thank-you note belongs to
the day after a meeting (Penn Career Services; Yale's office for postdocs). Confirming the day before is what
Rice's engineering leadership centre asks its students to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from infoview.content import words
from infoview.dates.business_days import ONE_DAY
from infoview.dates.day_words import day_seen_from
from infoview.debrief.keeping_in_touch import TELL_WITHIN, followed, past, rhythms, to_hear, to_tell
from infoview.duplicates import house
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.debriefs import Promise
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import Meeting, MeetingKind, MeetingStatus, link_in
from infoview.records.requests import Request, RequestStatus
from infoview.requests.waiting import Plan, PlanStep, plan_of, sent_so_far
from infoview.requests.waiting import steps as planned

COMING = timedelta(days=14)
"""How far ahead a step counts as coming; what is further off is later."""
PREPARE = timedelta(days=3)
"""How long before a meeting an empty list of questions is worth a word."""
CONFIRMED = timedelta(days=7)
"""How long before a meeting a line that confirms it still counts."""


class DueKind(StrEnum):
    """What kind of step is due; the values are the ones `infoview due --json` prints."""

    SOMEONE_ELSE = "someone-else"
    """No reply yet, and the plan is to try somebody else at the same place meanwhile."""
    FOLLOW_UP = "follow-up"
    """One gentle reminder of a request without reply."""
    CLOSE = "close"
    """Still no reply after the reminder: close kindly and ask the next person."""
    ASK_AGAIN = "ask-again"
    """They said "not now", and the day to come back has come."""
    PREPARE = "prepare"
    """A meeting is near and has no questions yet."""
    CONFIRM = "confirm"
    """A meeting is tomorrow: a line with time, place and a number saves both a wasted trip."""
    MEETING = "meeting"
    """A meeting takes place."""
    DEBRIEF = "debrief"
    """A meeting's day is over and nothing was written down."""
    THANK_YOU = "thank-you"
    """A meeting took place and no thank-you note went out."""
    PROMISE = "promise"
    """Something I said I would do, or something they did: then one may ask once, kindly."""
    UPDATE = "update"
    """A few lines to someone who helped: on the day that was chosen, or after some months of silence."""
    INTRODUCER = "introducer"
    """A talk took place, and whoever led to it has not heard how it went."""
    MILESTONE = "milestone"
    """Great news that some of those who helped have not heard yet."""


DAY_BEFORE = frozenset({DueKind.PREPARE, DueKind.CONFIRM})
"""Steps that belong to the day before a meeting."""


class DueState(StrEnum):
    """Where a step's day lies, seen from today."""

    LATE = "late"
    TODAY = "today"
    COMING = "coming"
    """Within fourteen days."""
    ANY_TIME = "any-time"
    """Nobody was promised it and its day is over: a kind thing to do, and never late."""
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Due:
    """One step: its day, what it is, whom it is about, and the sentence that says so.

    `contact` is the person's name, "" for a step that concerns nobody else. `about` is the id of what the
    step is about: a meeting (meeting, prepare, confirm, debrief, introducer, and thank-you unless 0), a
    request (someone-else, follow-up, close, ask-again), a promise, a follow-up or 0 (update), a milestone.
    """

    due_on: date
    kind: DueKind
    contact_id: int | None
    contact: str
    sentence: str
    state: DueState
    about: int = 0


@dataclass(frozen=True, slots=True)
class _Step:
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
class _Shelves:
    """What the rules look at, read once."""

    contacts: dict[int, Contact]
    requests: tuple[Request, ...]
    meetings: tuple[Meeting, ...]
    promises: tuple[Promise, ...]
    follow_ups: tuple[FollowUp, ...]
    plan: Plan
    questions: Counter[int]
    """How many questions each meeting has."""
    ticked: frozenset[tuple[int, str]]
    """Each meeting's ticks on its checklist."""


def due(logbook: Logbook, today: date, *, ahead: bool = False) -> tuple[Due, ...]:
    """List every open step: late, today's, coming, for any time, later; the earliest of each first.

    Contacts who are left to rest and requests that were declined raise nothing.

    Args:
        logbook: Everything recorded so far.
        today: The day to look from.
        ahead: Whether steps of the day before a meeting are named earlier, as a calendar needs; in a list the
            meeting itself stands for them until then.
    """
    shelves = _Shelves(
        contacts={contact.id: contact for contact in logbook.contacts.find()},
        requests=logbook.requests.find(),
        meetings=logbook.meetings.find(),
        promises=logbook.promises.find(done_on=None),
        follow_ups=logbook.follow_ups.find(),
        plan=plan_of(logbook),
        questions=Counter(question.meeting_id for question in logbook.questions.find()),
        ticked=frozenset((tick.meeting_id, tick.item) for tick in logbook.ticks.find()),
    )
    steps = [
        *_after_requests(shelves, today),
        *_around_meetings(shelves, today),
        *_thank_yous(shelves),
        *_promises(shelves),
        *_keeping_in_touch(logbook, today),
    ]
    wanted = [step for step in steps if ahead or step.kind not in DAY_BEFORE or step.due_on <= today]
    open_steps = (_in_words(step, shelves, today) for step in wanted if _is_open(step, shelves))
    return tuple(sorted(open_steps, key=_place))


def _place(step: Due) -> tuple[int, date, int, str]:
    return list(DueState).index(step.state), step.due_on, list(DueKind).index(step.kind), step.contact


def _is_open(step: _Step, shelves: _Shelves) -> bool:
    return step.contact_id is None or shelves.contacts[step.contact_id].rested_on is None


def _after_requests(shelves: _Shelves, today: date) -> Iterator[_Step]:
    last = {request.contact_id: request.id for request in shelves.requests if request.status != "draft"}
    for request in shelves.requests:
        superseded = last.get(request.contact_id) != request.id
        if request.status is RequestStatus.LATER and request.ask_again_on and not superseded:
            yield _Step(request.ask_again_on, DueKind.ASK_AGAIN, request.contact_id, request.id)
        elif request.status is RequestStatus.SENT and request.sent_on and not _answered(request, shelves):
            yield _waiting(request, shelves, today)


def _answered(request: Request, shelves: _Shelves) -> bool:
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


def _waiting(request: Request, shelves: _Shelves, today: date) -> _Step:
    """Find the step after a request without reply: the plan's next, or the one after if it is due already."""
    assert request.sent_on is not None  # noqa: S101 - the caller looked
    sent = sent_so_far(request, request.sent_on, shelves.follow_ups)
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
    return _Step(day, _OF_PLAN[step], request.contact_id, request.id, where=where)


def _tried_elsewhere(request: Request, shelves: _Shelves) -> bool:
    """Tell whether somebody else at the same place was asked since, or no place is known and anyone was."""
    place = house(shelves.contacts[request.contact_id].organization)
    return any(
        one.contact_id != request.contact_id
        and one.sent_on
        and request.sent_on
        and one.sent_on >= request.sent_on
        and (not place or house(shelves.contacts[one.contact_id].organization) == place)
        for one in shelves.requests
    )


def _around_meetings(shelves: _Shelves, today: date) -> Iterator[_Step]:
    for meeting in shelves.meetings:
        if meeting.status is not MeetingStatus.PLANNED or meeting.on is None:
            continue
        if meeting.on < today:
            yield _Step(meeting.on, DueKind.DEBRIEF, meeting.contact_id, meeting.id)
            continue
        where = "".join(part for part in (meeting.at and f" at {meeting.at}", _placed(meeting)) if part)
        unprepared = meeting.on - today <= PREPARE and not shelves.questions[meeting.id]
        said = "meeting-unprepared" if unprepared else ""
        yield _Step(meeting.on, DueKind.MEETING, meeting.contact_id, meeting.id, where=where, said=said)
        day = max(today, meeting.on - ONE_DAY)
        if unprepared:
            what = "today" if meeting.on == today else f"on {day_seen_from(today, meeting.on)}"
            yield _Step(day, DueKind.PREPARE, meeting.contact_id, meeting.id, what=what)
        if today < meeting.on <= today + PREPARE and not _confirmed(meeting, meeting.on, shelves):
            yield _Step(day, DueKind.CONFIRM, meeting.contact_id, meeting.id)


def _confirmed(meeting: Meeting, on: date, shelves: _Shelves) -> bool:
    """Tell whether a meeting was confirmed, or needs no such line, as where they answer by mail."""
    return (
        meeting.kind is MeetingKind.MAIL
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


def _thank_yous(shelves: _Shelves) -> Iterator[_Step]:
    notes = [note for note in shelves.follow_ups if note.kind is FollowUpKind.THANK_YOU]
    for meeting in shelves.meetings:
        if meeting.status is not MeetingStatus.HELD or meeting.on is None:
            continue
        mine = [note for note in notes if _belongs(note, meeting, meeting.on)]
        if not any(note.sent_on for note in mine):
            chosen = [note.due_on for note in mine if note.due_on]
            day = chosen[0] if chosen else meeting.on + ONE_DAY
            yield _Step(day, DueKind.THANK_YOU, meeting.contact_id, meeting.id)
    waiting: dict[int, date] = {}  # one step a person: whoever marks it marks all of them
    for note in notes:
        if note.meeting_id is None and note.due_on and not note.sent_on:
            waiting[note.contact_id] = min(note.due_on, waiting.get(note.contact_id, note.due_on))
    for contact_id, day in waiting.items():
        yield _Step(day, DueKind.THANK_YOU, contact_id, 0)


def _belongs(note: FollowUp, meeting: Meeting, held_on: date) -> bool:
    if note.meeting_id is not None:
        return note.meeting_id == meeting.id
    return note.contact_id == meeting.contact_id and note.sent_on is not None and note.sent_on >= held_on


def _promises(shelves: _Shelves) -> Iterator[_Step]:
    met: dict[int | None, int] = {meeting.id: meeting.contact_id for meeting in shelves.meetings}
    for promise in shelves.promises:
        if promise.due_on is None:
            continue
        talked_with = met.get(promise.meeting_id)
        contact_id = talked_with if promise.contact_id is None else promise.contact_id
        yield _Step(
            promise.due_on,
            DueKind.PROMISE,
            contact_id,
            promise.id,
            what=promise.text,
            where=_whom(promise.text, contact_id, talked_with, shelves) if promise.mine else "",
            said="" if promise.mine else "their-promise",
        )


def _whom(text: str, contact_id: int | None, talked_with: int | None, shelves: _Shelves) -> str:
    """Say whom a promise of mine concerns and from which talk it is, as far as its words do not say so."""
    content = words("next_steps")["whom"]
    concerns = shelves.contacts[contact_id].name if contact_id is not None else ""
    parts = [concerns] if concerns and concerns.casefold() not in text.casefold() else []
    if talked_with is not None and talked_with != contact_id:
        parts.append(content["talk"].format(name=shelves.contacts[talked_with].name))
    return str(content["around"]).format(whom=content["between"].join(parts)) if parts else ""


def _keeping_in_touch(logbook: Logbook, today: date) -> Iterator[_Step]:
    """Find who would like to hear from me: silence counts within `COMING`, a day that was chosen always."""
    known = past(logbook, today)
    waiting = to_hear(known, today)
    for one in waiting:
        yield _Step(one.due_on, DueKind.INTRODUCER, one.introducer_id, one.meeting.id, what=one.about.name)
    waits = {one.introducer_id for one in waiting}
    for kept in followed(known, today):
        if kept.contact.id not in waits:
            waits.add(kept.contact.id)
            yield _Step(
                kept.due_on, DueKind.UPDATE, kept.contact.id, 0, what=kept.promise.text, said="did-it"
            )
    for rhythm in rhythms(known):
        if rhythm.next_on and rhythm.letter_id:
            yield _Step(rhythm.next_on, DueKind.UPDATE, rhythm.contact.id, rhythm.letter_id)
        elif rhythm.next_on and rhythm.next_on - today <= COMING and rhythm.contact.id not in waits:
            yield _Step(rhythm.next_on, DueKind.UPDATE, rhythm.contact.id, 0, said="keep-in-touch")
    for milestone in logbook.milestones.find():
        people = to_tell(known, milestone)
        if people and milestone.on:
            day, what = milestone.on + TELL_WITHIN, milestone.text
            yield _Step(day, DueKind.MILESTONE, people[0].id, milestone.id, what=what, where=str(len(people)))


def _in_words(step: _Step, shelves: _Shelves, today: date) -> Due:
    content = words("next_steps")
    wording = content["due"][step.said or step.kind.value]
    state = _state(step.due_on, today)
    if state is DueState.LATE and "any-time" in wording:
        state = DueState.ANY_TIME
    name = shelves.contacts[step.contact_id].name if step.contact_id is not None else ""
    sentence = wording.get(state.value, wording.get("coming", "")).format(
        name=name or content["nobody"],
        day=day_seen_from(today, step.due_on),
        what=step.what.strip().rstrip("."),
        where=step.where,
    )
    return Due(step.due_on, step.kind, step.contact_id, name, sentence, state, step.about)


def _state(due_on: date, today: date) -> DueState:
    if due_on < today:
        return DueState.LATE
    if due_on == today:
        return DueState.TODAY
    return DueState.COMING if due_on - today <= COMING else DueState.LATER
