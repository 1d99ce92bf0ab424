"""Contacts: people one could talk with, and the pool of imported people they are picked from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Circle(StrEnum):
    """Where a contact was found: the places the source guide lists."""

    FAMILY_FRIENDS = "family_friends"
    ALUMNI = "alumni"
    CONFERENCE = "conference"
    IN_PASSING = "in_passing"
    LINKEDIN = "linkedin"
    INTRODUCTION = "introduction"
    """Someone gave me the name."""
    OTHER = "other"


class Cadence(StrEnum):
    """How often someone hears from me: at most three times a year (University of Portland)."""

    UNSAID = ""
    """Nothing chosen: those I talked with hear from me by their circle, others not by themselves."""
    CLOSE = "close"
    """Every four months."""
    WIDER = "wider"
    """Every six months."""
    YEARLY = "yearly"
    NEVER = "never"
    """Only when there is great news."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person one could talk with; `why` and `how_found` feed the request and the questions."""

    name: str
    organization: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    location: str = ""
    url: str = ""
    circle: Circle = Circle.OTHER
    how_found: str = ""
    why: str = ""
    note: str = ""
    added_on: date | None = None
    rested_on: date | None = None
    """Set when the person lets this contact be; cleared when they take it up again."""
    time_zone: str = ""
    """Where their clock is; "" is not known."""
    city: str = ""
    """The place that was named for their clock; their `location` is what a card or a list says."""
    interest: int = 2
    """How much their work interests me: 1 a little, 2 some, 3 very much."""
    closeness: int = 0
    """How well I know them: 1 hardly, 2 a little, 3 well; 0 is not said."""
    turn: str = ""
    """"practice" for a kind person to begin with, "dream" for the place to keep for last."""
    last_contact_on: date | None = None
    """When we last wrote, as a LinkedIn export says; of the messages nothing else is kept."""
    direction_id: int | None = None
    """The kind of work they stand for."""
    cadence: Cadence = Cadence.UNSAID
    give_back: str = ""
    """What I could do for them."""
    ask_by: date | None = None
    """The day by which I want to have asked them."""
    not_before: date | None = None
    """The first day on which they are to be asked: nobody suggests them earlier."""
    rest_until: date | None = None
    """The day on which a contact who rests is thought of again."""
    apart: bool = False
    """Whether they are kept for something else than a conversation, as a recruiter is: never suggested."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Touch:
    """A call, a message or a chance meeting, outside requests and planned conversations."""

    contact_id: int
    on: date
    channel: str = ""
    text: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Joined:
    """Two entries that were made one; `former` is what they were before, for taking it back."""

    contact_id: int
    name: str
    former: str
    joined_on: date | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class KeptApart:
    """Two contacts who look like one person and are not, as the person said."""

    one_id: int
    other_id: int
    id: int = 0


@dataclass(frozen=True, slots=True)
class PoolPerson:
    """Someone read from an imported file, waiting to be picked; `contact_id` is set once they were."""

    import_id: int
    row: int
    name: str
    organization: str = ""
    title: str = ""
    location: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    connected_on: date | None = None
    note: str = ""
    contact_id: int | None = None
    last_contact_on: date | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Filled:
    """One thing that a file told about someone who was there before; taken out again with the file."""

    import_id: int
    field: str
    value: str
    former: str = ""
    pool_id: int | None = None
    contact_id: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class ContactImport:
    """One file that was read into the pool, with what was left out and why, as sentences."""

    file_name: str
    format: str
    imported_on: date
    people: int
    problems: tuple[str, ...] = ()
    id: int = 0
