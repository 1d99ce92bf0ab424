"""What changes together around a contact: picked, introduced, named in a conversation, deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from infoview.content import sentence
from infoview.duplicates import house
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.records.contacts import Circle, Contact, PoolPerson
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting
from infoview.records.research import Topic


def pick(logbook: Logbook, person: PoolPerson, today: date) -> Contact:
    """Make a contact of someone in the pool."""
    source = logbook.pool.imports.get(person.import_id)
    contact = logbook.contacts.add(
        Contact(
            name=person.name,
            organization=person.organization,
            title=person.title,
            email=person.email,
            phone=person.phone,
            location=person.location,
            url=person.url,
            circle=Circle.LINKEDIN if source.format.startswith("linkedin") else Circle.OTHER,
            note=person.note,
            added_on=today,
            last_contact_on=person.last_contact_on,
        )
    )
    logbook.pool.change(person.id, contact_id=contact.id)
    return contact


def introduce(logbook: Logbook, introduction: Introduction) -> None:
    """Note who gave a contact's name first, in place of whoever was noted so; everyone else who did stays."""
    given = logbook.introductions.find(contact_id=introduction.contact_id)
    known = introduction.introducer_id in {0, *(one.introducer_id for one in given)}
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
    """Add someone whose name was given in a meeting; someone known already only gets the introduction."""
    known = next(
        (one for one in logbook.contacts.find() if one.name.casefold() == contact.name.casefold()), None
    )
    if known and known.id == meeting.contact_id:
        raise InputError(sentence("errors.request.talked_person", name=known.name), "name")
    added = known or logbook.contacts.add(replace(contact, circle=Circle.INTRODUCTION, added_on=today))
    given = Introduction(meeting.contact_id, added.id, meeting.on or today, meeting.id, may_use_name)
    if not logbook.introductions.find(introducer_id=given.introducer_id, contact_id=added.id):
        logbook.introductions.add(given)
    return added


def leave_to_colleagues(logbook: Logbook, contact_id: int) -> None:
    """Before a contact is deleted: what is not about them alone stays with somebody else met there."""
    contact = logbook.contacts.get(contact_id)
    mine = logbook.findings.find(contact_id=contact_id)
    shared = [one for one in mine if one.about is not Topic.PERSON and house(one.organization)]
    if not shared:
        return
    others = {house(one.organization): one.id for one in logbook.contacts.find() if one.id != contact.id}
    for finding in shared:
        if colleague := others.get(house(finding.organization)):
            logbook.findings.change(finding.id, contact_id=colleague)
