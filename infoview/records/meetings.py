"""Meetings: the conversations themselves, with their questions and their checklist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from infoview.content import sentence
from infoview.errors import InputError
from infoview.text.addresses import link
from infoview.text.numbers import number_from

USUAL_MINUTES = 20
"""Between 15 and 30; 20 is what Berkeley's etiquette page and Marci Alboher (New York Times, 2008) name."""
SHORTEST, LONGEST = 5, 240
"""Minutes that a conversation may have."""
ENOUGH_QUESTIONS = 8
"""Eight to ten prepared, four of them starred: some guides say ten, others that three to five are asked."""
MOST_QUESTIONS = 10
ENOUGH_STARS = 4
SURE = range(11)
"""How sure one can be of a guess: 0 is not at all, 10 is quite certain."""


class MeetingKind(StrEnum):
    """How one meets."""

    NOT_SAID = ""
    COFFEE = "coffee"
    LUNCH = "lunch"
    OFFICE = "office"
    WALK = "walk"
    VIDEO = "video"
    TELEPHONE = "telephone"
    MAIL = "mail"
    """They answer questions in writing."""


USUAL_KIND = MeetingKind.COFFEE
"""What one prepares for until it is agreed how one meets."""
COSTS = frozenset({MeetingKind.COFFEE, MeetingKind.LUNCH})
"""Kinds for which somebody pays."""
DISTANT = frozenset({MeetingKind.VIDEO, MeetingKind.TELEPHONE})
"""Kinds for which the two may have different clocks."""


class Payer(StrEnum):
    """Who pays for the coffee or the lunch."""

    NOT_SAID = ""
    ME = "me"
    """As the guide has it: offer to pay, for they are helping you."""
    EACH = "each"
    THEM = "them"
    """They insisted."""


class MeetingStatus(StrEnum):
    """Whether a meeting is to come, took place or fell through."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Meeting:
    """An informational interview with one contact; `at` is a clock time such as "16:30", or empty."""

    contact_id: int
    status: MeetingStatus = MeetingStatus.PLANNED
    on: date | None = None
    at: str = ""
    minutes: int = USUAL_MINUTES
    kind: MeetingKind = MeetingKind.NOT_SAID
    place: str = ""
    purpose: str = ""
    """What I most want to learn from this person."""
    research: str = ""
    """Notes made beforehand in one piece, as earlier editions kept them; what is noted now is a `Finding`."""
    assumption: str = ""
    """A guess that this meeting is to test, such as "museum education would suit me, because …"."""
    sure_before: int | None = None
    """How sure I am of the guess before the meeting, 0 to 10; None is not said."""
    opening: str = ""
    """What I say first; "" is the words that are suggested."""
    closing: str = ""
    """What I say when time is nearly up; "" is the words that are suggested."""
    who_pays: Payer = Payer.NOT_SAID
    revision: int = 0
    """How often what a calendar shows of it was changed; the logbook itself counts."""
    direction_id: int | None = None
    """The kind of work this conversation is about."""
    sure_after: int | None = None
    """How sure I am of the assumption after the conversation, 0 to 10; None is not said."""
    focus: int | None = None
    """How well I kept the focus on them, 1 (I did the talking) to 5 (they did); None is not said."""
    surprised: str = ""
    volunteered: str = ""
    """A job they mentioned unasked: noted, and not chased."""
    quotes: str = ""
    """What was said in confidence, not to be shared: it stays out of every copy made for others."""
    questions_sent_on: date | None = None
    """The day the questions went out, where they are answered by e-mail."""
    next_time: str = ""
    """What to keep and what to do differently in the next talk, with whomever it is."""
    id: int = 0

    @property
    def is_by_mail(self) -> bool:
        """Whether they answer by e-mail: nobody meets, and it counts as no meeting."""
        return self.kind is MeetingKind.MAIL


@dataclass(frozen=True, slots=True)
class MeetingQuestion:
    """A question on the list for one meeting; `bank_id` is empty for one the person wrote."""

    meeting_id: int
    text: str
    takeaway: str = ""
    """One of the seven, "closing", or empty."""
    bank_id: str = ""
    position: int = 0
    starred: bool = False
    minutes: int | None = None
    """How long it will take, as the person thinks; None is what its kind usually takes."""
    finding_id: int | None = None
    """The puzzle of the research that it came from."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """What was written in one box of the note pad during a meeting."""

    meeting_id: int
    takeaway: str = ""
    """One of the seven; the box for everything else is empty here."""
    text: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """An item of the checklist that was ticked for one meeting."""

    meeting_id: int
    item: str
    id: int = 0


def minutes_from(value: object) -> int:
    """Read how long a conversation is to be, in minutes.

    Raises:
        InputError: It is no whole number of minutes that a conversation may have.
    """
    return number_from(value, SHORTEST, LONGEST, "minutes", "minutes")


def question_minutes_from(value: object) -> int | None:
    """Read how long one question will take, at most a whole conversation; nothing typed is None.

    Raises:
        InputError: It is no such number of minutes.
    """
    return number_from(value, 1, LONGEST, "minutes", "minutes") if str(value or "").strip() else None


def place_from(text: str) -> str:
    """Read where a meeting is: a place in words, a number, or a link to a call; a bare address gets https.

    Raises:
        InputError: It has something like a link that cannot be opened safely.
    """
    place = " ".join(text.split())
    if "/" in place and " " not in place and "://" not in place:
        return link(place) or place
    broken = next((part for part in place.split() if "://" in part and not link(part.strip(_AROUND))), "")
    if broken:
        raise InputError(sentence("errors.meeting.no_link", value=broken), "place")
    return place


def link_in(place: str) -> str:
    """Find the link in where a meeting is, such as the one to a video call; "" where there is none."""
    links = (link(part.strip(_AROUND)) for part in place.split() if "://" in part)
    return next((found for found in links if found), "")


_AROUND = "<>()[]{}\"',;"
"""What may stand around a link in a sentence or a copied invitation."""
