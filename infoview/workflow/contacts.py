"""What changes together around a contact: picked, introduced, named in a conversation, deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from infoview.content import sentence, words
from infoview.dates.places import place_from
from infoview.dates.typed import day_from
from infoview.duplicates import house
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.contacts import Circle, Contact, PoolPerson
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting
from infoview.records.research import Finding, Topic
from infoview.text.addresses import email_from, link_from

TOLD = (
    *("name", "organization", "title", "email", "phone"),
    *("location", "url", "note", "last_contact_on"),
)
"""What a row of the pool tells about somebody, under the same names as a contact has it."""


def name_from(value: object) -> str:
    """Read a contact's name.

    Raises:
        InputError: There is none.
    """
    name = " ".join(str(value).split())
    if not name:
        raise InputError(words("typed")["name"], "name")
    return name


def _choice_from(value: object) -> int:
    return int(str(value or 0))


_READ: dict[str, Callable[[object], object]] = {
    "name": name_from,
    "email": email_from,
    "url": link_from,
    **{day: partial(day_from, field=day) for day in ("ask_by", "not_before", "rest_until")},
    "apart": bool,
    "interest": _choice_from,
    "closeness": _choice_from,
}
"""How a field of a contact is read where it is more than a text."""


def pick(logbook: Logbook, person: PoolPerson, today: date) -> Contact:
    """Make a contact of someone in the pool."""
    source = logbook.pool.imports.get(person.import_id)
    contact = logbook.contacts.add(
        Contact(
            **{field: getattr(person, field) for field in TOLD},
            circle=Circle.LINKEDIN if source.format.startswith("linkedin") else Circle.OTHER,
            added_on=today,
        )
    )
    logbook.pool.change(person.id, contact_id=contact.id)
    return contact


def change_contact(logbook: Logbook, contact_id: int, field: str, value: object) -> Contact:
    """Change one field of a contact to what was typed.

    Raises:
        InputError: The field does not take it.
    """
    if field == "time_zone":
        place = place_from(str(value))
        return logbook.contacts.change(contact_id, city=place.name, time_zone=place.zone)
    read = _READ.get(field)
    return logbook.contacts.change(contact_id, **{field: read(value) if read else value})


def known_as(logbook: Logbook, name: str) -> Contact | None:
    """Find the contact of a name, in whatever capitals it is written."""
    return next(
        (known for known in logbook.contacts.find() if known.name.casefold() == name.casefold()), None
    )


def introduce(logbook: Logbook, introduction: Introduction) -> None:
    """Note who gave a contact's name first, in place of whoever was noted so; everyone else who did stays."""
    given = logbook.introductions.find(contact_id=introduction.contact_id)
    known = introduction.introducer_id in {0, *(earlier.introducer_id for earlier in given)}
    if given and given[0].introducer_id == introduction.introducer_id:
        return
    if given:
        logbook.introductions.remove(given[0].id)
    if not known:
        logbook.introductions.add(replace(introduction, id=given[0].id if given else 0))


def delete_contact(logbook: Logbook, contact_id: int) -> None:
    """Delete a contact for good, with all that is only about them, their row in the pool included."""
    for person in logbook.pool.find(contact_id=contact_id):
        logbook.pool.remove(person.id)
    leave_to_colleagues(logbook, contact_id)
    logbook.contacts.remove(contact_id)


def introducer_of(logbook: Logbook, contact: Contact) -> Contact | None:
    """Find who gave a contact's name."""
    given = logbook.introductions.first(contact_id=contact.id)
    return logbook.contacts.first(id=given.introducer_id) if given else None


def add_name_given(
    logbook: Logbook, contact: Contact, meeting: Meeting, *, may_use_name: bool, today: date
) -> Contact:
    """Take in someone whose name was given in a meeting, with who gave it and whether I may say so.

    Raises:
        InputError: It is the name of whom the meeting was with.
    """
    known = meant_by(logbook, contact)
    if known and known.id == meeting.contact_id:
        raise InputError(sentence("errors.request.talked_person", name=known.name), "name")
    added = take_in(logbook, contact, today)
    note_given(
        logbook, Introduction(meeting.contact_id, added.id, meeting.on or today, meeting.id, may_use_name)
    )
    return added


def meant_by(logbook: Logbook, named: Contact) -> Contact | None:
    """Find the contact meant by a name and a place; someone of that name elsewhere is another person."""
    alike = [known for known in logbook.contacts.find() if known.name.casefold() == named.name.casefold()]
    place = house(named.organization)
    there = [known for known in alike if place and house(known.organization) == place]
    unplaced = [known for known in alike if not place or not house(known.organization)]
    return next(iter(there + unplaced), None)


def take_in(logbook: Logbook, named: Contact, today: date) -> Contact:
    """Add someone who was named; what was said about somebody known already joins what is known of them."""
    known = meant_by(logbook, named)
    if known is None:
        return logbook.contacts.add(replace(named, circle=Circle.INTRODUCTION, added_on=today))
    new: dict[str, object] = {
        field: getattr(named, field)
        for field in ("organization", "direction_id")
        if getattr(named, field) and not getattr(known, field)
    }
    if named.why and named.why not in known.why:
        new["why"] = "\n".join(text for text in (known.why, named.why) if text)
    return logbook.contacts.change(known.id, **new) if new else known


def note_given(logbook: Logbook, given: Introduction) -> None:
    """Note who gave a name; where that is noted already, the conversation and the permission are added."""
    earlier = logbook.introductions.first(introducer_id=given.introducer_id, contact_id=given.contact_id)
    if earlier is None:
        logbook.introductions.add(given)
    else:
        logbook.introductions.change(
            earlier.id,
            meeting_id=earlier.meeting_id or given.meeting_id,
            may_use_name=earlier.may_use_name or given.may_use_name,
        )


def leave_to_colleagues(logbook: Logbook, contact_id: int) -> None:
    """Before a contact is deleted: what is not about them alone stays with somebody else met there."""
    contact = logbook.contacts.get(contact_id)
    mine = logbook.findings.find(contact_id=contact_id)
    shared = [finding for finding in mine if _is_shared(finding)]
    if not shared:
        return
    others = {
        house(other.organization): other.id for other in logbook.contacts.find() if other.id != contact.id
    }
    for finding in shared:
        if colleague := others.get(house(finding.organization)):
            logbook.findings.change(finding.id, contact_id=colleague)


def _is_shared(finding: Finding) -> bool:
    """Whether a finding is about a place, and so about everybody there."""
    return finding.about is not Topic.PERSON and bool(house(finding.organization))
