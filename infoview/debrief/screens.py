"""Debriefing: what is written down after a conversation, one small screen after another, the same day.

Fact, their opinion and my reaction stand in boxes of their own, so that later one can tell what several
people report from what one person feels.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from infoview.content import words
from infoview.logbook import Logbook
from infoview.records.debriefs import Learned, Promise
from infoview.records.directions import Direction, Skill
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.takeaways import Takeaway
from infoview.workflow.meetings import hold

REFLECTIONS = {"surprise": ("surprised",), "guess": ("sure_after",), "talk": ("next_time", "quotes", "focus")}
"""The screens after the seven take-aways, each with the fields of the meeting that it fills."""
SCREENS = (*(takeaway.value for takeaway in Takeaway), *REFLECTIONS)
PROMISED_WITHIN = timedelta(days=7)
"""In which something is done for which no day was named: without a day it would be forgotten."""
LONGEST_ROLE = 3
"""Words up to which a piece of a list can be the name of a role."""
_SENTENCES = re.compile(r"[\n.;!?]+")
_LISTED = re.compile(r",|\b(?:and|or)\b")
_ASIDE = re.compile(r"[(\[](?:[^()\[\]]|[(\[][^()\[\]]*[)\]])*[)\]]|[(\[][^\n]*")
_BULLET = re.compile(r"^(?:[-*•]|\d+[.)])\s*")


def begin(logbook: Logbook, meeting: Meeting, today: date) -> Meeting:
    """Begin a debrief: the meeting took place, and what the note pad holds is where its boxes begin."""
    written = {
        answer.takeaway.value for answer in logbook.learned.find(meeting_id=meeting.id) if answer.text.strip()
    }
    for note in logbook.notes.find(meeting_id=meeting.id):
        if note.text.strip() and note.takeaway in {*Takeaway} - written:
            write_learned(logbook, meeting.id, Takeaway(note.takeaway), "text", note.text, today)
    return hold(logbook, meeting, today) if meeting.status is MeetingStatus.PLANNED else meeting


def note_left(logbook: Logbook, meeting_id: int, screen: str) -> str:
    """Find what the note pad holds for a screen that its first box does not hold yet.

    The note pad's free box belongs to what was surprising.
    """
    if screen not in {*Takeaway, "surprise"}:
        return ""
    note = logbook.notes.first(meeting_id=meeting_id, takeaway="" if screen == "surprise" else screen)
    text = note.text.strip() if note else ""
    return "" if text in _first_box(logbook, meeting_id, screen) else text


def take_note_over(logbook: Logbook, meeting_id: int, screen: str, today: date) -> None:
    """Put what the note pad holds for a screen below what its first box holds."""
    texts = (_first_box(logbook, meeting_id, screen).strip(), note_left(logbook, meeting_id, screen))
    together = "\n".join(filter(None, texts))
    if screen == "surprise":
        logbook.meetings.change(meeting_id, surprised=together)
    else:
        write_learned(logbook, meeting_id, Takeaway(screen), "text", together, today)


def _first_box(logbook: Logbook, meeting_id: int, screen: str) -> str:
    if screen == "surprise":
        return logbook.meetings.get(meeting_id).surprised
    written = logbook.learned.first(meeting_id=meeting_id, takeaway=screen)
    return written.text if written else ""


def write_learned(
    logbook: Logbook, meeting_id: int, takeaway: Takeaway, key: str, value: object, today: date
) -> Learned:
    """Write into one box of a take-away; the first word marks a planned meeting as held."""
    meeting = logbook.meetings.get(meeting_id)
    if meeting.status is MeetingStatus.PLANNED and str(value).strip():
        hold(logbook, meeting, today)
    known = logbook.learned.first(meeting_id=meeting_id, takeaway=takeaway)
    if known:
        return logbook.learned.change(known.id, **{key: value})
    one: dict[str, Any] = {key: value}
    return logbook.learned.add(replace(Learned(meeting_id, takeaway), **one))


def filled(logbook: Logbook, meeting: Meeting) -> set[str]:
    """Name the screens of a debrief that hold something."""
    learned = {
        answer.takeaway.value for answer in logbook.learned.find(meeting_id=meeting.id) if answer.written
    }
    return learned | {
        screen
        for screen, fields in REFLECTIONS.items()
        if any(getattr(meeting, field) not in {"", None} for field in fields)
    }


def roles_heard(text: str) -> tuple[str, ...]:
    """Find what may be names of roles in what was written about other positions: short pieces of a list.

    What stands in brackets says more about a role, and its commas part nothing.
    """
    heard = (
        _role(piece) for sentence in _SENTENCES.split(_ASIDE.sub(" ", text)) for piece in _pieces(sentence)
    )
    return tuple({role.casefold(): role for role in heard if role}.values())


def _pieces(sentence: str) -> list[str]:
    """Take a sentence that lists several things apart."""
    return _LISTED.split(sentence) if "," in sentence else [sentence]


def _role(piece: str) -> str:
    """Read one piece as the name of a role, or "": without its article, and without what comes after."""
    said = words("debrief")["roles"]
    named: list[str] = []
    for word in _BULLET.sub("", piece.strip()).split():
        if word.casefold() in said["after"]:
            break
        if named or not (word.isdigit() or word.casefold() in said["before"]):
            named.append(word)
    role = " ".join(named)
    vague = {word.casefold() for word in named} & set(said["vague"])
    return role if any(map(str.isalpha, role)) and not vague and len(named) <= LONGEST_ROLE else ""


def explore(logbook: Logbook, name: str, meeting: Meeting | None, today: date) -> Direction:
    """Make a kind of work a direction to explore; one that is there already, or was let go, is taken up."""
    wanted = " ".join(name.split())
    for known in logbook.directions.find():
        if known.name.casefold() == wanted.casefold():
            return logbook.directions.change(known.id, closed_on=None) if known.closed_on else known
    return logbook.directions.add(
        Direction(wanted, added_on=today, meeting_id=meeting.id if meeting else None)
    )


def add_skill(logbook: Logbook, skill: Skill, by: date | None) -> Skill:
    """Note what they look for; a next step with a day becomes a promise of mine, so that it is remembered."""
    if skill.next_step and by:
        contact_id = logbook.meetings.get(skill.meeting_id).contact_id
        logbook.promises.add(Promise(skill.next_step, skill.meeting_id, contact_id, due_on=by))
    return logbook.skills.add(skill)


def promise_of(logbook: Logbook, skill: Skill) -> Promise | None:
    """Find the promise that a skill's next step with a day became, while it is not kept."""
    meeting, text = skill.meeting_id, skill.next_step
    return logbook.promises.first(meeting_id=meeting, text=text, mine=True, done_on=None) if text else None


def remove_skill(logbook: Logbook, skill: Skill) -> None:
    """Take a skill away, and what was promised because of it."""
    promise = promise_of(logbook, skill)
    if promise:
        logbook.promises.remove(promise.id)
    logbook.skills.remove(skill.id)
