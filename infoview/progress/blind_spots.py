"""Blind spots: what all conversations together leave out, each with why it matters and who says so.

The words, the reasons and their sources are in `content/progress.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from infoview.content import words
from infoview.duplicates import house
from infoview.progress.synthesis import Talk, filled, people
from infoview.records.contacts import Circle, Contact
from infoview.records.directions import Direction, Evidence
from infoview.records.takeaways import Takeaway

ENOUGH_ALIKE = 3
"""From how many people on it is worth a word that they are all alike."""
ENOUGH_SAID = 2
"""From how many remarks on it is worth a word that all of them point the same way."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class BlindSpot:
    """Something that is missing, why it matters in one sentence, and the source of that reason.

    `to_ask` are the take-aways that questions would fill it with.
    """

    kind: str
    sentence: str
    why: str
    source: str
    to_ask: tuple[Takeaway, ...] = ()


def blind_spots(
    conversations: Sequence[Talk],
    directions: Iterable[Direction] = (),
    evidence: Collection[Evidence] = (),
) -> tuple[BlindSpot, ...]:
    """Find what a set of conversations leaves out; without a conversation there is nothing to say."""
    if not conversations:
        return ()
    return (
        *_never_asked(conversations),
        *_unasked(conversations),
        *_all_alike(people(conversations)),
        *_one_sided(directions, evidence),
    )


def _never_asked(conversations: Sequence[Talk]) -> Iterator[BlindSpot]:
    asked = {takeaway for talk in conversations for takeaway in talk.asked}
    missing = [
        takeaway for takeaway in Takeaway if takeaway not in asked and takeaway not in filled(conversations)
    ]
    if missing:
        spot = _spot("never_asked", what=listed(_named(takeaway) for takeaway in missing))
        yield replace(spot, to_ask=tuple(missing))


def _unasked(conversations: Sequence[Talk]) -> Iterator[BlindSpot]:
    for takeaway in Takeaway:
        told = [talk for talk in conversations if takeaway in talk.learned and talk.learned[takeaway].unasked]
        if told:
            names = listed(contact.name for contact in people(told))
            yield _spot("unasked", what=_named(takeaway), names=names)


def _all_alike(met: Sequence[Contact]) -> Iterator[BlindSpot]:
    """Say where everybody is of one kind; who is of no known kind is one who differs."""
    if len(met) < ENOUGH_ALIKE:
        return
    first = met[0]
    if first.organization and len({house(person.organization) for person in met}) == 1:
        yield _spot("one_employer", number=len(met), what=first.organization)
    circles = {person.circle for person in met}
    if circles == {Circle.ALUMNI}:
        yield _spot("one_school", number=len(met))
    elif len(circles) == 1 and circles != {Circle.OTHER}:
        yield _spot("one_circle", number=len(met), what=words("progress")["circles"][first.circle.value])
    levels = {level_of(person.title) for person in met}
    if len(levels) == 1 and levels != {""}:
        yield _spot(f"one_level_{levels.pop()}", number=len(met))


def _one_sided(directions: Iterable[Direction], evidence: Collection[Evidence]) -> Iterator[BlindSpot]:
    for direction in directions:
        sides = [piece.speaks_for for piece in evidence if piece.direction_id == direction.id]
        if len(sides) >= ENOUGH_SAID and len(set(sides)) == 1:
            yield _spot("only_for" if sides[0] else "only_against", what=direction.name)


def level_of(title: str) -> str:
    """Tell by the words of a job title whether someone is "senior" or "early" in working life, or ""."""
    said = {word.casefold() for word in _WORD.findall(title)}
    levels: Mapping[str, Sequence[str]] = words("progress")["levels"]
    return next((level for level, signs in levels.items() if said & set(signs)), "")


def listed(names: Iterable[str]) -> str:
    """Put names into a sentence: "Ada, Ben and Cy"."""
    *most, last = names
    said = words("progress")["and"]
    return str(said).format(most=", ".join(most), last=last) if most else last


def _named(takeaway: Takeaway) -> str:
    return str(words("progress")["topics"][takeaway.value])


def _spot(kind: str, **what: object) -> BlindSpot:
    said = words("progress")["blind"][kind]
    return BlindSpot(kind, said["sentence"].format(**what), said["why"], said["source"])
