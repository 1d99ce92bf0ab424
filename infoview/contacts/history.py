"""Timeline: everything that happened with one contact, in order; its words are in `content/finding.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from infoview.content import words
from infoview.logbook import Logbook
from infoview.records.contacts import Contact


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, or is to come."""

    on: date | None
    text: str


def timeline(logbook: Logbook, contact: Contact) -> tuple[Event, ...]:
    """Tell what happened with a contact, the latest first; what has no day stands at the end."""
    events = [event for event in _events(logbook, contact) if event.text]
    return tuple(sorted(events, key=lambda event: event.on or date.min, reverse=True))


def _events(logbook: Logbook, contact: Contact) -> Iterator[Event]:
    said = words("finding")["timeline"]
    yield Event(contact.added_on, said["found"])
    if contact.last_contact_on:
        yield Event(contact.last_contact_on, said["last_contact"])
    if contact.rested_on:
        yield Event(contact.rested_on, said["rested"])
    yield from _names_given(logbook, contact)
    yield from _messages(logbook, contact)
    yield from _conversations(logbook, contact)
    for touch in logbook.touches.find(contact_id=contact.id):
        kind = words("finding")["channels"].get(touch.channel, touch.channel)
        yield Event(touch.on, f"{kind}: {touch.text}" if touch.text else kind)


def _names_given(logbook: Logbook, contact: Contact) -> Iterator[Event]:
    said = words("finding")["timeline"]
    for given in logbook.introductions.find(contact_id=contact.id):
        yield Event(given.given_on, said["given"].format(name=logbook.contacts.get(given.introducer_id).name))
    for given in logbook.introductions.find(introducer_id=contact.id):
        yield Event(given.given_on, said["gave"].format(name=logbook.contacts.get(given.contact_id).name))


def _messages(logbook: Logbook, contact: Contact) -> Iterator[Event]:
    said = words("finding")["timeline"]
    for request in logbook.requests.find(contact_id=contact.id):
        if request.sent_on:
            yield Event(request.sent_on, said["asked"])
        if request.answered_on:
            yield Event(request.answered_on, said.get(f"answered_{request.status.value}", ""))
    for note in logbook.follow_ups.find(contact_id=contact.id):
        if note.sent_on:
            yield Event(note.sent_on, said[note.kind.value])
    for told in logbook.told.find(contact_id=contact.id):
        if told.told_on:
            news = logbook.milestones.get(told.milestone_id).text
            yield Event(told.told_on, said["told"].format(text=news))


def _conversations(logbook: Logbook, contact: Contact) -> Iterator[Event]:
    said = words("finding")["timeline"]
    promises = list(logbook.promises.find(contact_id=contact.id, meeting_id=None))
    for meeting in logbook.meetings.find(contact_id=contact.id):
        yield Event(meeting.on, said[f"meeting_{meeting.status.value}"])
        promises += logbook.promises.find(meeting_id=meeting.id)
    for promise in promises:
        yield Event(promise.done_on or promise.due_on, _promised(promise.text, promise.done_on))


def _promised(text: str, done_on: date | None) -> str:
    said = words("finding")["timeline"]
    return str(said["promise_done" if done_on else "promise"].format(text=text))
