"""The tables of what was written: requests, and the letters around them."""

from __future__ import annotations

from collections.abc import Iterator

from infoview.logbook import Logbook
from infoview.records.followups import FollowUpKind
from infoview.records.requests import Channel, RequestStatus
from infoview.tables.columns import Row, Table, choice, columns, named_by

MAIL = "mail"
"""What the usual way is called where a name is needed; the logbook keeps it as nothing."""


def _requests(logbook: Logbook) -> Iterator[Row]:
    names = {contact.id: contact.name for contact in logbook.contacts.find()}
    reminded = {
        note.contact_id: note.sent_on
        for note in logbook.follow_ups.find(kind=FollowUpKind.FOLLOW_UP)
        if note.sent_on
    }
    for request in logbook.requests.find():
        channel = (request.channel.value or MAIL) if request.sent_on else ""
        message = (request.status.value, request.subject, request.body, request.sent_on, channel)
        came = (reminded.get(request.contact_id), request.answered_on, request.ask_again_on)
        yield (request.id, request.contact_id, names[request.contact_id], *message, *came)


def _letters(logbook: Logbook) -> Iterator[Row]:
    names = {contact.id: contact.name for contact in logbook.contacts.find()}
    for letter in logbook.follow_ups.find():
        through = names.get(letter.through_id or 0, "")
        yield (
            *(letter.id, letter.contact_id, letter.meeting_id, names[letter.contact_id], through),
            *(letter.kind.value, letter.subject, letter.body, letter.due_on, letter.sent_on, letter.by_hand),
        )


REQUESTS = Table(
    "requests",
    columns(
        "id contact_id:id name status subject body sent_on:day channel reminded_on:day answered_on:day "
        "ask_again_on:day",
        status=choice("status", RequestStatus, named_by("request_status")),
        channel=choice("channel", (channel.value or MAIL for channel in Channel), named_by("channel")),
    ),
    _requests,
)
LETTERS = Table(
    "letters",
    columns(
        "id contact_id:id meeting_id:id name through kind subject body due_on:day sent_on:day by_hand:yes",
        kind=choice("kind", FollowUpKind, named_by("letter_kind")),
    ),
    _letters,
)
