"""Timeline: everything that happened with one contact, in order; its words are in `content/contacts.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from infoview.content import words
from infoview.logbook import Logbook
from infoview.records.contacts import Contact

EVENTS = (
    *("found", "last_contact", "rested", "given", "gave", "asked"),
    *(f"answered_{status}" for status in ("accepted", "declined", "later", "no_reply")),
    *(f"meeting_{status}" for status in ("planned", "held", "cancelled")),
    *("promise", "promise_done"),
    *("thank_you", "follow_up", "update", "introduction", "linkedin_note", "confirmation", "kind_close"),
    *("told", "touch"),
)
"""What can have happened, by the names that the words for it have."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened with a contact, or is to come; `kind` is one of `EVENTS`."""

    on: date | None
    text: str
    kind: str = ""
    contact_id: int = 0


def timeline(logbook: Logbook, contact: Contact) -> tuple[Event, ...]:
    """Tell what happened with a contact, the latest first; what has no day stands at the end."""
    events = _events(logbook, [contact], contact_id=contact.id)
    return tuple(sorted(events, key=lambda event: event.on or date.min, reverse=True))


def every_event(logbook: Logbook) -> Iterator[Event]:
    """Tell what happened with all contacts; each shelf is read once."""
    return _events(logbook, logbook.contacts.find())


def _events(logbook: Logbook, contacts: Iterable[Contact], **whose: Any) -> Iterator[Event]:  # noqa: ANN401 - as shelves are asked
    """Tell what happened with these contacts; where it is one, `whose` narrows the shelves to them."""
    said = words("contacts")["timeline"]
    for contact in contacts:
        yield Event(contact.added_on, said["found"], "found", contact.id)
        if contact.last_contact_on:
            yield Event(contact.last_contact_on, said["last_contact"], "last_contact", contact.id)
        if contact.rested_on:
            yield Event(contact.rested_on, said["rested"], "rested", contact.id)
    yield from _names_given(logbook, **whose)
    yield from _messages(logbook, **whose)
    yield from _conversations(logbook, **whose)
    for touch in logbook.touches.find(**whose):
        way = words("contacts")["channels"].get(touch.channel, touch.channel)
        text = f"{way}: {touch.text}" if touch.text else way
        if text:
            yield Event(touch.on, text, "touch", touch.contact_id)


def _names_given(logbook: Logbook, **whose: Any) -> Iterator[Event]:  # noqa: ANN401 - as above
    said = words("contacts")["timeline"]
    names = {contact.id: contact.name for contact in logbook.contacts.find()}
    for given in logbook.introductions.find(**whose):
        text = said["given"].format(name=names[given.introducer_id])
        yield Event(given.given_on, text, "given", given.contact_id)
    named = {"introducer_id": whose["contact_id"]} if whose else {}
    for given in logbook.introductions.find(**named):
        text = said["gave"].format(name=names[given.contact_id])
        yield Event(given.given_on, text, "gave", given.introducer_id)


def _messages(logbook: Logbook, **whose: Any) -> Iterator[Event]:  # noqa: ANN401 - as above
    said = words("contacts")["timeline"]
    for request in logbook.requests.find(**whose):
        if request.sent_on:
            yield Event(request.sent_on, said["asked"], "asked", request.contact_id)
        answer = f"answered_{request.status.value}"
        if request.answered_on and answer in EVENTS:
            yield Event(request.answered_on, said[answer], answer, request.contact_id)
    for note in logbook.follow_ups.find(**whose):
        if note.sent_on:
            yield Event(note.sent_on, said[note.kind.value], note.kind.value, note.contact_id)
    news = {milestone.id: milestone.text for milestone in logbook.milestones.find()}
    for told in logbook.told.find(**whose):
        if told.told_on:
            text = said["told"].format(text=news[told.milestone_id])
            yield Event(told.told_on, text, "told", told.contact_id)


def _conversations(logbook: Logbook, **whose: Any) -> Iterator[Event]:  # noqa: ANN401 - as above
    said = words("contacts")["timeline"]
    met: dict[int | None, int] = {}
    for meeting in logbook.meetings.find(**whose):
        met[meeting.id] = meeting.contact_id
        kind = f"meeting_{meeting.status.value}"
        yield Event(meeting.on, said[kind], kind, meeting.contact_id)
    for promise in logbook.promises.find():
        about = met.get(promise.meeting_id) or (None if promise.meeting_id else promise.contact_id)
        if about and (not whose or about == whose["contact_id"]):
            kind = "promise_done" if promise.done_on else "promise"
            yield Event(promise.done_on or promise.due_on, said[kind].format(text=promise.text), kind, about)
