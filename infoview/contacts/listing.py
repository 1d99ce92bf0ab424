"""The list of contacts, narrowed by status, circle, organization, place, or what is still to be learned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from infoview.contacts.status import standings
from infoview.duplicates import fold, house, titled
from infoview.logbook import Logbook
from infoview.records.contacts import Contact


def listed(logbook: Logbook, asked: Mapping[str, str]) -> tuple[Contact, ...]:
    """List the contacts of whom everything asked for is true, by name.

    Args:
        logbook: Whose contacts.
        asked: A `ContactStatus` under "status", a `Circle` under "circle", a key of `organizations`
            under "organization", one of `places` under "place", under "missing" a `Takeaway` not told of.
    """
    contacts = by_name(logbook.contacts.find())
    standing = standings(logbook) if asked.get("status") else {}
    told = _have_told(logbook, asked["missing"]) if asked.get("missing") else set()
    facts: dict[str, Callable[[Contact], str]] = {
        "status": lambda contact: standing.get(contact.id, ""),
        "circle": lambda contact: contact.circle,
        "organization": lambda contact: house(contact.organization),
        "place": lambda contact: _place(contact.location),
    }
    wanted = {name: value for name, value in asked.items() if name in facts and value}
    return tuple(
        contact
        for contact in contacts
        if contact.id not in told and all(facts[name](contact) == value for name, value in wanted.items())
    )


def by_name(contacts: Iterable[Contact]) -> list[Contact]:
    """Put contacts in the order of their names."""
    return sorted(contacts, key=lambda contact: (in_order(contact.name), contact.id))


def in_order(name: str) -> str:
    """Write a name as lists put it in order: without the title before it, accents and capitals."""
    return fold(titled(name)[1])


def organizations(contacts: Iterable[Contact]) -> dict[str, str]:
    """Name the organizations of contacts, each once under whatever legal form, by its key."""
    return _named((house(contact.organization), contact.organization) for contact in contacts)


def places(contacts: Iterable[Contact]) -> dict[str, str]:
    """Name the places of contacts by their keys; of "Hull, Yorkshire, UK" the first part."""
    return _named(
        (_place(contact.location), contact.location.partition(",")[0].strip()) for contact in contacts
    )


def _place(location: str) -> str:
    return fold(location.partition(",")[0].strip())


def _named(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, name in pairs:
        if key:
            found.setdefault(key, name)
    return dict(sorted(found.items(), key=lambda pair: pair[1].casefold()))


def _have_told(logbook: Logbook, takeaway: str) -> set[int]:
    """Find the contacts whose conversations have brought home a take-away."""
    of = {meeting.id: meeting.contact_id for meeting in logbook.meetings.find()}
    return {of[answer.meeting_id] for answer in logbook.learned.find(takeaway=takeaway) if answer.written}
