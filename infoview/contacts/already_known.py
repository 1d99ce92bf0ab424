"""Who is perhaps somebody known already: people of a file before they are kept, and people of the pool.

These are guesses: they are said, and nobody is ever made one with somebody else because of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from infoview import duplicates
from infoview.contacts.pooling import pooled, repeated
from infoview.content import words
from infoview.duplicates import Confidence, Duplicate, Entry
from infoview.importers.reading import ImportedContact
from infoview.records.contacts import Contact, PoolPerson


class Among(StrEnum):
    """Where the one stands whom somebody resembles."""

    CONTACTS = "contacts"
    POOL = "pool"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Likeness:
    """Somebody in a file who may be somebody else, `other`; the reason is in words."""

    name: str
    other: str
    among: Among
    confidence: Confidence
    reason: str

    @property
    def sentence(self) -> str:
        """Who may be who, and why."""
        said = words("nicknames")["resembling"]["same" if self.name == self.other else "other"]
        named = said[self.among.value].format(name=self.name, other=self.other)
        return f"{named}: {self.reason}"


def likenesses(
    people: Sequence[ImportedContact], contacts: Sequence[Contact] = (), pool: Sequence[PoolPerson] = ()
) -> tuple[Likeness, ...]:
    """Find who in a file may be a contact, somebody in the pool, or there twice; the surest first.

    Each is told of once. Whoever is certainly somebody else is left out: they are kept as one.
    """
    waiting = [person for person in pool if person.contact_id is None]
    known: list[Contact | PoolPerson] = [*contacts, *waiting]
    everyone: list[Entry] = [*known, *people]
    found = duplicates.find(everyone)
    told = {len(known) + place for place in repeated(pool, [pooled(person) for person in people])}
    told |= {place for double in found if _is_certain(double) for place in double.places[1:]}
    likenesses = []
    for double in found:
        first, place = double.places[0], double.places[-1]
        if place >= len(known) and place not in told:
            told.add(place)
            among = _among(first, len(contacts), len(known))
            likenesses.append(_likeness(everyone[place], everyone[first], among, double))
    return tuple(likenesses)


def resembled(contacts: Sequence[Contact], pool: Sequence[PoolPerson]) -> dict[int, Contact]:
    """Find for those who wait in the pool the contact whom they may be, by their ids."""
    waiting = [person for person in pool if person.contact_id is None]
    found: dict[int, Contact] = {}
    for double in duplicates.find([*contacts, *waiting]):
        first = double.places[0]
        for place in double.places[1:] if first < len(contacts) else ():
            if place >= len(contacts):
                found.setdefault(waiting[place - len(contacts)].id, contacts[first])
    return found


def whose(
    address: str, contacts: Iterable[Contact], pool: Iterable[PoolPerson]
) -> Contact | PoolPerson | None:
    """Find who has an e-mail address already: a contact, or else somebody in the pool."""
    wanted = duplicates.one_spelling(address)
    waiting = (person for person in pool if person.contact_id is None)
    everyone: Iterable[Contact | PoolPerson] = (*contacts, *waiting)
    have_one = (entry for entry in everyone if entry.email)
    return next((person for person in have_one if duplicates.one_spelling(person.email) == wanted), None)


def _is_certain(double: Duplicate) -> bool:
    return double.confidence is Confidence.CERTAIN


def _among(place: int, contacts: int, known: int) -> Among:
    if place < contacts:
        return Among.CONTACTS
    return Among.POOL if place < known else Among.FILE


def _likeness(one: Entry, other: Entry, among: Among, double: Duplicate) -> Likeness:
    reason = double.reason.removeprefix(f"{other.name}: ")
    return Likeness(one.name, other.name, among, double.confidence, reason)
