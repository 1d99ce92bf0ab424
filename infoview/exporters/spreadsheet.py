"""The logbook as tables: a CSV file each for people, requests, meetings, take-aways, promises and so on."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from infoview.contacts.listing import by_name
from infoview.contacts.status import standings, status_name
from infoview.content import words
from infoview.logbook import Logbook
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUpKind

Row = dict[str, object]
MEETING = (
    "on at minutes place purpose research "
    "assumption sure_before sure_after focus surprised next_time volunteered quotes"
)
"""The columns of a meeting that are its own fields."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - wide signs count, too
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""


def tables(logbook: Logbook) -> dict[str, bytes]:
    """Write the logbook's tables, by file name: UTF-8 with a byte order mark, as Excel needs, ISO dates."""
    makers: dict[str, Callable[[Logbook], Iterator[Row]]] = {
        "people": _people,
        "requests": _requests,
        "meetings": _meetings,
        "takeaways": _takeaways,
        "promises": _promises,
        "skills": _skills,
        "directions": _directions,
        "reading": _reading,
    }
    headings = words("exports")["tables"]
    return {f"{name}.csv": _csv(headings[name], make(logbook)) for name, make in makers.items()}


def _csv(headings: dict[str, str], rows: Iterable[Row]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(headings.values())
    writer.writerows([_cell(row[column]) for column in headings] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    """Write one value; an apostrophe keeps a spreadsheet from reading typed words as a formula."""
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, date) else str(value)
    if isinstance(value, str) and text.lstrip(" \u00a0\ufeff").startswith(FORMULA_SIGNS):
        return f"'{text}"
    return text


def _people(logbook: Logbook) -> Iterator[Row]:
    status = standings(logbook)
    contacts = by_name(logbook.contacts.find())
    names = {contact.id: contact.name for contact in contacts}
    introduced: dict[int, list[str]] = {}
    for introduction in logbook.introductions.find():
        introduced.setdefault(introduction.contact_id, []).append(names[introduction.introducer_id])
    for contact in contacts:
        yield _columns(
            contact, "name title organization email phone location url how_found why note added_on"
        ) | {
            "standing": status_name(status[contact.id]),
            "circle": words("exports")["circle"][contact.circle],
            "introduced_by": ", ".join(introduced.get(contact.id, [])),
        }


def _requests(logbook: Logbook) -> Iterator[Row]:
    names = {contact.id: contact.name for contact in logbook.contacts.find()}
    reminded = {
        note.contact_id: note.sent_on
        for note in logbook.follow_ups.find(kind=FollowUpKind.FOLLOW_UP)
        if note.sent_on
    }
    for request in logbook.requests.find():
        yield _columns(request, "subject body sent_on answered_on ask_again_on") | {
            "name": names[request.contact_id],
            "status": words("exports")["request_status"][request.status],
            "channel": words("exports")["channel"][request.channel or "mail"] if request.sent_on else "",
            "reminded_on": reminded.get(request.contact_id),
        }


def _meetings(logbook: Logbook) -> Iterator[Row]:
    contacts = {contact.id: contact for contact in logbook.contacts.find()}
    questions: dict[int, list[str]] = {}
    for question in logbook.questions.find(order="position"):
        questions.setdefault(question.meeting_id, []).append(question.text)
    thanked = {
        note.meeting_id: note.sent_on
        for note in logbook.follow_ups.find(kind=FollowUpKind.THANK_YOU)
        if note.sent_on
    }
    for meeting in logbook.meetings.find(order="on"):
        contact = contacts[meeting.contact_id]
        yield _columns(meeting, MEETING) | {
            "name": contact.name,
            "organization": contact.organization,
            "status": words("exports")["meeting_status"][meeting.status],
            "kind": words("exports")["meeting_kind"][meeting.kind],
            "questions": "\n".join(questions.get(meeting.id, [])),
            "thanked_on": thanked.get(meeting.id),
        }


def _takeaways(logbook: Logbook) -> Iterator[Row]:
    contacts = {contact.id: contact for contact in logbook.contacts.find()}
    meetings = {meeting.id: meeting for meeting in logbook.meetings.find()}
    for learned in logbook.learned.find():
        meeting = meetings[learned.meeting_id]
        contact = contacts[meeting.contact_id]
        yield {
            "name": contact.name,
            "organization": contact.organization,
            "on": meeting.on,
            "takeaway": words("takeaways")[learned.takeaway]["name"],
            "unasked": words("exports")["yes"] if learned.unasked else "",
        } | _columns(learned, "text opinion reaction")


def _promises(logbook: Logbook) -> Iterator[Row]:
    names = {contact.id: contact.name for contact in logbook.contacts.find()}
    met = {meeting.id: meeting.contact_id for meeting in logbook.meetings.find()}
    for promise in logbook.promises.find(order="due_on"):
        about = promise.contact_id or met.get(promise.meeting_id or 0, 0)
        yield _columns(promise, "text due_on done_on") | {
            "by": words("exports")["me" if promise.mine else "them"],
            "name": names.get(about, ""),
        }


def _skills(logbook: Logbook) -> Iterator[Row]:
    met = _met(logbook)
    for skill in logbook.skills.find():
        yield _columns(skill, "name evidence gap next_step") | {"asked_by": met[skill.meeting_id].name}


def _directions(logbook: Logbook) -> Iterator[Row]:
    """One row for each thing that speaks for or against a direction, and one for a direction without any."""
    met = _met(logbook)
    for direction in logbook.directions.find():
        for one in logbook.evidence.find(direction_id=direction.id) or (None,):
            said_by = met.get(one.meeting_id or 0) if one else None
            yield _columns(direction, "name note added_on closed_on") | {
                "speaks": words("exports")["for" if one.speaks_for else "against"] if one else "",
                "text": one.text if one else "",
                "said_by": said_by.name if said_by else "",
            }


def _reading(logbook: Logbook) -> Iterator[Row]:
    names = {contact.id: contact.name for contact in logbook.contacts.find()}
    for one in logbook.findings.find():
        yield _columns(one, "organization text source found_on") | {
            "name": names[one.contact_id],
            "puzzling": words("exports")["yes"] if one.puzzling else "",
        }


def _met(logbook: Logbook) -> dict[int, Contact]:
    """Find with whom each meeting was."""
    contacts = {contact.id: contact for contact in logbook.contacts.find()}
    return {meeting.id: contacts[meeting.contact_id] for meeting in logbook.meetings.find()}


def _columns(entity: Any, fields: str) -> Row:  # noqa: ANN401 - any entity that has these fields
    return {name: getattr(entity, name) for name in fields.split()}
