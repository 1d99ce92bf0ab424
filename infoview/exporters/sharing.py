"""A copy for others: what a person may show around without giving anybody away.

Whatever a logbook holds is decided on here, text by text. A text that nobody has decided on is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date
from functools import cache
from typing import Any, get_type_hints

from infoview.content import words
from infoview.exporters.cleaning import Cleaner
from infoview.exporters.report import page
from infoview.logbook import Logbook, open_memory
from infoview.logbook.shelf import E
from infoview.records.contacts import Contact
from infoview.records.debriefs import Learned, Promise
from infoview.records.directions import Direction, Evidence, Skill
from infoview.records.followups import FollowUp
from infoview.records.goals import Goal, MonthGoal, Pause
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingQuestion, Tick
from infoview.records.milestones import Milestone, Told
from infoview.records.profile import Profile
from infoview.records.requests import Request
from infoview.records.research import Finding, Topic
from infoview.records.themes import Theme, Voice

LEFT_OUT = frozenset(
    {
        "pool",
        "imports",
        "filled",
        "joined",
        "kept_apart",
        "touches",
        "dismissals",
        "notes",
        "crossed_out",
        "asked_of_me",
    }
)
"""Shelves of which nothing is shared: people from a file, who asked for nothing, and jottings."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of the texts of one kind of entry: the names of its fields, with blanks between them."""

    kept: str = ""
    """Words of the program's own, and what says nothing about others."""
    cleaned: str = ""
    """Kept without contact details, and without names where those must not stay."""
    named: str = ""
    """Somebody's name."""
    hidden: str = ""
    """Left out, as are its choices and numbers named here."""


RULES: Mapping[type, Rule] = {
    Profile: Rule(
        kept="name",
        cleaned="doing exploring studied skills introduction",
        hidden="email time_zone city only_when",
    ),
    Goal: Rule(),
    Contact: Rule(
        cleaned="organization title",
        named="name",
        hidden="email phone location url time_zone city how_found why note give_back "
        "turn interest closeness cadence ask_by not_before rest_until",
    ),
    Introduction: Rule(),
    Request: Rule(kept="sent_at", hidden="subject greeting who how_found ask closing whole"),
    FollowUp: Rule(hidden="reason subject greeting first_part second_part third_part closing"),
    Meeting: Rule(
        cleaned="purpose research assumption surprised",
        hidden="at place opening closing quotes volunteered next_time",
    ),
    MeetingQuestion: Rule(kept="takeaway bank_id", cleaned="text"),
    Finding: Rule(cleaned="organization text source"),
    Tick: Rule(kept="item"),
    Learned: Rule(cleaned="text opinion reaction"),
    Promise: Rule(cleaned="text"),
    Direction: Rule(cleaned="name note"),
    Evidence: Rule(cleaned="text"),
    Skill: Rule(cleaned="name evidence gap next_step"),
    Milestone: Rule(cleaned="text"),
    Told: Rule(),
    Theme: Rule(kept="takeaway", cleaned="text"),
    Voice: Rule(),
    MonthGoal: Rule(),
    Pause: Rule(),
}


def for_others(logbook: Logbook, *, names: bool) -> Logbook:
    """Make a copy of a logbook, in memory, that may be shown around; the logbook stays as it is.

    Args:
        logbook: The whole logbook.
        names: Whether people keep their names; without, each is "Person 1" and so on.
    """
    cleaner = cleaner_for(logbook, names=names)
    copy = open_memory()
    with copy.change():
        copy.refer_later()
        copy.change_profile(**_values(_cleaned(logbook.profile, cleaner)))
        copy.change_goal(**_values(_cleaned(logbook.goal, cleaner)))
        for name, shelf in logbook.shelves.items():
            if name not in LEFT_OUT:
                for entry in shelf.find():
                    if names or not _gives_away(entry):
                        copy.shelves[name].add(_cleaned(entry, cleaner))
    return copy


def cleaner_for(logbook: Logbook, *, names: bool) -> Cleaner:
    """Make the cleaner of whatever is shown to others: the same rules for every page and copy."""
    secrets = (meeting.quotes for meeting in logbook.meetings.find())
    return Cleaner(logbook.contacts.find(), names=names, secrets=secrets)


def page_for_others(logbook: Logbook, today: date, *, names: bool) -> str:
    """Write the report of what may be shown around."""
    note = words("exports")["shared"]["note_named" if names else "note"]
    copy = for_others(logbook, names=names)
    try:
        return page(copy, today, note)
    finally:
        copy.close()


def _gives_away(entry: object) -> bool:
    """Whether an entry says who somebody is even without the name, as what was read about one person does."""
    return isinstance(entry, Finding) and entry.about is Topic.PERSON


@cache
def texts(kind: type) -> tuple[str, ...]:
    """Name the fields of a kind of entry that hold words."""
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if hints[field.name] is str)


def _cleaned(entry: E, cleaner: Cleaner) -> E:
    """Make an entry for others, with each of its texts as the rule of its kind says."""
    rule = RULES.get(type(entry), Rule())
    changed: dict[str, Any] = {
        name: _text(rule, name, getattr(entry, name), cleaner) for name in texts(type(entry))
    }
    if isinstance(entry, Contact):
        changed["name"] = cleaner.contact(entry)
    usual = {field.name: field.default for field in fields(entry) if field.name in rule.hidden.split()}
    return replace(entry, **changed | {name: value for name, value in usual.items() if value is not MISSING})


def _text(rule: Rule, field: str, text: str, cleaner: Cleaner) -> str:
    if field in rule.kept.split():
        return text
    if field in rule.cleaned.split():
        return cleaner.clean(text)
    return cleaner.person(text) if field in rule.named.split() else ""


def _values(entry: E) -> dict[str, object]:
    return {field.name: getattr(entry, field.name) for field in fields(entry)}
