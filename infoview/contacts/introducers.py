"""Ways in: who can introduce me to someone, best first, each with its reason (`content/contacts.toml`).

A greeting from someone they know gets past the door that a stranger's mail often does not
(Evsyukova, Rusche and Mill, 2025).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from infoview.contacts.status import ContactStatus, standings
from infoview.content import words
from infoview.duplicates import fold, house
from infoview.logbook import Logbook
from infoview.records.contacts import Circle, Contact
from infoview.records.requests import Reply

MOST_FROM_POOL = 5
HARDLY, LITTLE, WELL = 1, 2, 3
_RANKS = ("gave_name", "introduced_there", "works_there", "knows_them", "same_school", "same_giver")


@dataclass(frozen=True, slots=True)
class Way:
    """One person who can open a door; `contact_id` is 0 for someone who is still in the pool."""

    name: str
    reasons: tuple[str, ...]
    contact_id: int = 0
    closeness: int = 0
    last_spoken: date | None = None
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """What is looked up once for everybody: contacts by id, whom each led to, who led to each, my schools."""

    contacts: dict[int, Contact]
    led: dict[int, set[int]]
    givers: dict[int, set[int]]
    schools: list[str]


def ways_in(logbook: Logbook, target: Contact) -> tuple[Way, ...]:
    """Find who can introduce me to someone: closer and lately met people first.

    Never one who declined, rests or has not answered me yet, nor one whose name I have from the target.
    """
    days, known = last_spoken(logbook), _known(logbook)
    left_out = {target.id} | unwilling(logbook) | _silent(logbook) | known.led.get(target.id, set())
    return (*_through(known, target, left_out, days), *_from_pool(logbook, target))


def ways_into(logbook: Logbook, organization: str) -> tuple[Way, ...]:
    """Find who works at a place or can lead there; who was asked there already is the way in, too."""
    known = _known(logbook)
    place = Contact("", organization)
    there = {
        contact.id
        for contact in known.contacts.values()
        if house(contact.organization) == house(organization)
    }
    left_out = unwilling(logbook) | (_silent(logbook) - there)
    return (*_through(known, place, left_out, last_spoken(logbook)), *_from_pool(logbook, place))


def _through(known: _Known, target: Contact, left_out: set[int], days: dict[int, date]) -> Iterator[Way]:
    found = []
    for contact in known.contacts.values():
        if contact.id not in left_out:
            reasons = sorted(_reasons(known, contact, target), key=_RANKS.index)
            if reasons:
                found.append((_RANKS.index(reasons[0]), _way(contact, target, reasons, days.get(contact.id))))
    found.sort(key=lambda way: _order(*way))
    yield from (way for _, way in found)


def _silent(logbook: Logbook) -> set[int]:
    """Tell who has not answered me, or is left to rest: nobody asks them for another favour."""
    quiet = {ContactStatus.ASKED, ContactStatus.RESTING}
    return {number for number, status in standings(logbook).items() if status in quiet}


def can_be_reached(status: ContactStatus) -> bool:
    """Tell whether a way in is still of use: they were not met, did not decline, and owe no answer."""
    return status in {ContactStatus.FOUND, ContactStatus.RESTING}


def unwilling(logbook: Logbook) -> set[int]:
    """Tell who declined, by id; whoever gave me another name instead is willing to help."""
    helped = {request.contact_id for request in logbook.requests.find(reply=Reply.SOMEONE_ELSE)}
    return {
        number
        for number, status in standings(logbook).items()
        if status is ContactStatus.DECLINED and number not in helped
    }


def _known(logbook: Logbook) -> _Known:
    led: dict[int, set[int]] = defaultdict(set)
    givers: dict[int, set[int]] = defaultdict(set)
    for given in logbook.introductions.find():
        led[given.introducer_id].add(given.contact_id)
        givers[given.contact_id].add(given.introducer_id)
    contacts = {contact.id: contact for contact in logbook.contacts.find()}
    return _Known(contacts, led, givers, _schools(logbook))


def closeness_of(contact: Contact) -> int:
    """Tell how well I know someone: as I said, else as the circle suggests."""
    return contact.closeness or (WELL if contact.circle is Circle.FAMILY_FRIENDS else HARDLY)


def last_spoken(logbook: Logbook) -> dict[int, date]:
    """Find, for each contact ever spoken to, the last day: a conversation, a call, a message."""
    days: dict[int, date] = {}
    pairs = [
        *((meeting.contact_id, meeting.on) for meeting in logbook.meetings.find(status="held")),
        *((touch.contact_id, touch.on) for touch in logbook.touches.find()),
        *((contact.id, contact.last_contact_on) for contact in logbook.contacts.find()),
    ]
    for number, day in pairs:
        if day and day > days.get(number, date.min):
            days[number] = day
    return days


def led_to(logbook: Logbook) -> tuple[tuple[Contact, Contact], ...]:
    """List who led to whom, in the order in which it happened."""
    by_id = {contact.id: contact for contact in logbook.contacts.find()}
    given = sorted(logbook.introductions.find(), key=lambda given: (given.given_on or date.min, given.id))
    return tuple(
        (by_id[introduction.introducer_id], by_id[introduction.contact_id]) for introduction in given
    )


def _order(rank: int, way: Way) -> tuple[bool, int, int, int]:
    return (not way.spoken, -way.closeness, -(way.last_spoken or date.min).toordinal(), rank)


def _way(contact: Contact, target: Contact, reasons: list[str], day: date | None) -> Way:
    said = words("contacts")["ways"]
    sentences = tuple(
        said[reason].format(name=contact.name, target=target.name, organization=target.organization)
        for reason in reasons
    )
    close = closeness_of(contact)
    return Way(contact.name, sentences, contact.id, close, day, bool(day) or close > HARDLY)


def _reasons(known: _Known, contact: Contact, target: Contact) -> Iterator[str]:
    led = known.led.get(contact.id, set())
    if target.id in led:
        yield "gave_name"
    there = house(target.organization)
    if there:
        if any(
            house(known.contacts[colleague_id].organization) == there for colleague_id in led - {target.id}
        ):
            yield "introduced_there"
        if house(contact.organization) == there:
            yield "works_there"
    named = ((contact, target.name), (contact, target.organization), (target, contact.name))
    if any(_mentions(_told(one), name) for one, name in named):
        yield "knows_them"
    schools = known.schools
    if any(_went(contact, school, schools) and _went(target, school, schools) for school in schools):
        yield "same_school"
    if known.givers.get(contact.id, set()) & known.givers.get(target.id, set()):
        yield "same_giver"


def _told(contact: Contact) -> str:
    return f"{contact.how_found}\n{contact.why}\n{contact.note}"


def _mentions(text: str, name: str) -> bool:
    """Whether a text names someone or some place, whole words only."""
    if not text.strip():
        return False
    plain, told = _plain(name), _plain(text)
    return len(plain) > LITTLE and f" {plain} " in f" {told} "


@lru_cache(maxsize=65_536)
def _plain(text: str) -> str:
    """The words of a text, folded, with one blank between them; the same texts come again and again."""
    return " ".join(re.findall(r"\w+", fold(text)))


def _schools(logbook: Logbook) -> list[str]:
    return [part.strip() for part in re.split(r"[;,\n]", logbook.profile.studied) if part.strip()]


def _went(contact: Contact, school: str, schools: list[str]) -> bool:
    """Whether someone went to a school: their entry names it, or they are alumni and it is the only one."""
    only = len(schools) == 1 and contact.circle is Circle.ALUMNI
    return only or _mentions(_told(contact), school)


def _from_pool(logbook: Logbook, target: Contact) -> Iterator[Way]:
    there = house(target.organization)
    if there:
        said = words("contacts")["ways"]["pool_works_there"]
        inside = [
            person
            for name in logbook.pool.organizations()
            if house(name) == there
            for person in logbook.pool.find(order="name", organization=name, contact_id=None)
            if person.name != target.name
        ]
        for person in inside[:MOST_FROM_POOL]:
            sentence = said.format(name=person.name, organization=target.organization)
            yield Way(person.name, (sentence,), last_spoken=person.last_contact_on)
