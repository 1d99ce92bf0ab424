"""Debrief: what each of its small screens asks, and where the answers go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from infoview.content import words
from infoview.debrief.screens import REFLECTIONS, write_learned
from infoview.logbook import Logbook
from infoview.records.meetings import Meeting
from infoview.records.takeaways import Takeaway
from workbook.components.form import Field
from workbook.pages.fields import fields, page_words

SCALES = {"sure_after": "sure", "focus": "focused"}
"""Fields of a meeting that are numbers, and where the words of their steps stand."""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands at the head of a screen."""

    short: str
    title: str
    hint: str


def head(screen: str) -> Words:
    """Look up the words at the head of a screen."""
    if screen in REFLECTIONS:
        said = page_words("debrief.learned.screens")[screen]
        return Words(said["short"], said["title"], said["hint"])
    said = words("takeaways")[screen]
    return Words(said["short"], said["debrief_prompt"], said["debrief_hint"])


def asked(screen: str, meeting: Meeting) -> list[Field]:
    """Make the fields of a screen; its question is part of the first one's name."""
    first, *others = _fields(screen, meeting)
    return [replace(first, asked=head(screen).title), *others]


def _fields(screen: str, meeting: Meeting) -> list[Field]:
    if screen not in REFLECTIONS:
        return fields("debrief.learned")
    scales = {key: list(page_words("debrief.learned")[name].items()) for key, name in SCALES.items()}
    wanted = REFLECTIONS[screen]
    if screen == "guess" and not was_weighed(meeting):
        wanted = ("assumption", *wanted)
    known = {field.key: field for field in fields("debrief.learned.screens", scales)}
    return [known[key] for key in wanted]


def was_weighed(meeting: Meeting) -> bool:
    """Whether one went with a guess, and said how sure one was: then it stands, and is not written anew."""
    return meeting.sure_before is not None and bool(meeting.assumption)


def answers(logbook: Logbook, meeting: Meeting, screen: str) -> Mapping[str, object]:
    """Look up what was answered on a screen so far."""
    if screen in REFLECTIONS:
        return {key: getattr(meeting, key) for key in ("assumption", *REFLECTIONS[screen])}
    learned = logbook.learned.first(meeting_id=meeting.id, takeaway=screen)
    return (
        {key: getattr(learned, key) for key in ("text", "opinion", "reaction", "unasked")} if learned else {}
    )


def answer(logbook: Logbook, meeting_id: int, screen: str, key: str, value: object, today: date) -> None:
    """Write an answer down."""
    if screen in REFLECTIONS:
        one: dict[str, Any] = {key: _number(value) if key in SCALES else value}
        logbook.meetings.change(meeting_id, **one)
    else:
        write_learned(logbook, meeting_id, Takeaway(screen), key, value, today)


def _number(value: object) -> int | None:
    """Read a step of a scale; nothing chosen is None."""
    return int(str(value)) if str(value).isdigit() else None
