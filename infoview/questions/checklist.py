"""The checklist around a meeting, by its setting: what to do, and words to borrow for awkward moments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from infoview.content import sentence, words
from infoview.errors import ContentError
from infoview.logbook import Logbook
from infoview.records.meetings import USUAL_KIND, Meeting, MeetingKind, MeetingStatus, Tick


class When(StrEnum):
    """When something on the list is to be done."""

    BEFORE = "before"
    MORNING = "morning"
    """Just before, on the day itself."""
    TALK = "talk"
    """In the conversation: to have in mind, not to tick."""
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Say:
    """Words to borrow, for a moment that can come."""

    moment: str
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do around a meeting; `id` is what a logbook remembers when it is ticked."""

    id: str
    when: When
    text: str
    why: str
    say: tuple[Say, ...] = ()
    kinds: frozenset[MeetingKind] = frozenset(MeetingKind)


def checklist(kind: MeetingKind) -> tuple[Item, ...]:
    """List what a meeting of a kind asks for, in order; where none is agreed yet, of the usual kind."""
    return tuple(item for item in _items() if (kind or USUAL_KIND) in item.kinds)


def awkward_moments(kind: MeetingKind, minutes: int) -> tuple[Say, ...]:
    """List the awkward moments of such a meeting with the words for them, in the order they may come."""
    items = sorted(checklist(kind), key=lambda item: item.when is not When.TALK)
    said = [say for item in items for say in item.say]
    return tuple(Say(say.moment, say.words.format(minutes=minutes)) for say in said)


def read_checklist(entries: Iterable[Mapping[str, Any]]) -> tuple[Item, ...]:
    """Read the entries of `content/checklist.toml`.

    Raises:
        ContentError: An entry has an unknown field or value, or an id comes twice for one kind of meeting.
    """
    items = tuple(_item(entry) for entry in entries)
    taken: set[tuple[str, MeetingKind]] = set()
    for item in items:
        for place in ((item.id, kind) for kind in item.kinds):
            if place in taken:
                raise ContentError(sentence("errors.content.checklist_twice", id=item.id, kind=place[1]))
            taken.add(place)
    return items


@cache
def _items() -> tuple[Item, ...]:
    return read_checklist(words("checklist")["item"])


def _item(entry: Mapping[str, Any]) -> Item:
    try:
        fields = dict(entry)
        kinds = frozenset(MeetingKind(kind) for kind in fields.pop("kinds", MeetingKind))
        say = tuple(Say(**line) for line in fields.pop("say", ()))
        return Item(**fields | {"when": When(fields["when"]), "say": say, "kinds": kinds})
    except (KeyError, TypeError, ValueError) as error:
        name = entry.get("id", entry.get("text", "an item"))
        raise ContentError(sentence("errors.content.checklist_misfit", id=name, said=error)) from error


def from_last_talk(logbook: Logbook, meeting: Meeting) -> Meeting | None:
    """Find the last other talk after which something was written down for the next one."""
    told = [
        held
        for held in logbook.meetings.find(status=MeetingStatus.HELD)
        if held.id != meeting.id and held.next_time.strip()
    ]
    return max(told, key=lambda meeting: (meeting.on or date.min, meeting.id), default=None)


def tick_off(logbook: Logbook, meeting: Meeting | None, item: str) -> None:
    """Tick something that was seen to be done; whoever does not agree takes the tick away again."""
    if meeting and not logbook.ticks.first(meeting_id=meeting.id, item=item):
        logbook.ticks.add(Tick(meeting.id, item))
