"""The chain: who led to whom, as the names given in talks and by friends tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from infoview.records.introductions import Introduction


@dataclass(frozen=True, slots=True)
class Link:
    """One person in the chain, and those whose names they gave."""

    contact_id: int
    led_to: tuple[Link, ...] = ()

    @property
    def people(self) -> int:
        """How many people came from this one, near and far, with this one."""
        return 1 + sum(link.people for link in self.led_to)

    @property
    def depth(self) -> int:
        """How many people stand in the longest line that begins here."""
        return 1 + max((link.depth for link in self.led_to), default=0)


def chain(introductions: Iterable[Introduction]) -> tuple[Link, ...]:
    """Put introductions together; the links at the top are those whom nobody had named, in their order.

    Somebody named twice stands where they were named first. Where people named each other in a ring, the
    one who gave a name first stands at the top.
    """
    led_to: dict[int, list[int]] = {}
    named: set[int] = set()
    for given in introductions:
        led_to.setdefault(given.introducer_id, [])
        if given.contact_id not in named:
            named.add(given.contact_id)
            led_to[given.introducer_id].append(given.contact_id)
    placed: set[int] = set()
    tops = [person for person in led_to if person not in named]
    made = [_link(person, led_to, placed) for person in tops]
    made += [_link(person, led_to, placed) for person in led_to if person not in placed]
    return tuple(made)


def lines(links: Iterable[Link], depth: int = 0) -> Iterator[tuple[int, Link]]:
    """Go through a chain from top to bottom: each link with how many stand above it."""
    for link in links:
        yield depth, link
        yield from lines(link.led_to, depth + 1)


def _link(person: int, led_to: dict[int, list[int]], placed: set[int]) -> Link:
    placed.add(person)
    followed = [_link(other, led_to, placed) for other in led_to.get(person, ()) if other not in placed]
    return Link(person, tuple(followed))
