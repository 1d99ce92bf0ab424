"""Skills match: what organizations look for, put together over all conversations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from infoview.duplicates import fold, house
from infoview.progress.synthesis import Talk, people
from infoview.records.contacts import Contact
from infoview.records.directions import Skill


@dataclass(frozen=True, slots=True)
class Wanted:
    """One skill: who asked for it, what I have of it, and, where it is not enough, the gap and a next step.

    `places` counts the organizations; someone without one stands for a place of their own.
    """

    name: str
    asked_by: tuple[Contact, ...]
    places: int
    evidence: tuple[str, ...]
    gaps: tuple[str, ...]
    next_steps: tuple[str, ...]

    @property
    def have(self) -> bool:
        """Whether I can show some of it."""
        return bool(self.evidence)


def wanted(skills: Iterable[Skill], conversations: Iterable[Talk]) -> tuple[Wanted, ...]:
    """Put the skills noted in conversations together by their names, those most places ask for first."""
    talk_of = {talk.meeting.id: talk for talk in conversations}
    same: dict[str, list[Skill]] = defaultdict(list)
    for skill in skills:
        if skill.meeting_id in talk_of:
            same[" ".join(fold(skill.name).split())].append(skill)
    found = [_put_together(those, talk_of) for those in same.values()]
    return tuple(sorted(found, key=lambda match: (-match.places, -len(match.asked_by), fold(match.name))))


def _put_together(skills: list[Skill], talk_of: dict[int, Talk]) -> Wanted:
    asked_by = people(talk_of[skill.meeting_id] for skill in skills)
    places = {house(person.organization) or person.id for person in asked_by}
    return Wanted(
        name=skills[0].name.strip(),
        asked_by=asked_by,
        places=len(places),
        evidence=_texts(skill.evidence for skill in skills),
        gaps=_texts(skill.gap for skill in skills),
        next_steps=_texts(skill.next_step for skill in skills),
    )


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    """Keep each text once, and no empty one."""
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))
