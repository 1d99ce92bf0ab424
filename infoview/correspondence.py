"""Correspondence: the messages around a request and a meeting, each made of its parts and kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from infoview.coach import Draft, DraftKind
from infoview.contacts import Contact
from infoview.drafts import letter_draft
from infoview.followups import FollowUp, FollowUpKind
from infoview.letters import facts_about, parts, suggestions
from infoview.logbook import Logbook

KINDS = (
    FollowUpKind.INTRODUCTION,
    FollowUpKind.LINKEDIN_NOTE,
    FollowUpKind.FOLLOW_UP,
    FollowUpKind.CONFIRMATION,
    FollowUpKind.KIND_CLOSE,
)
PLACES = ("first_part", "second_part", "third_part")
"""Where the parts of a letter are kept, in their order."""
LINKEDIN_FREE, LINKEDIN_PAID = 200, 300
"""Letters that LinkedIn takes with an invitation."""


def kind_of_draft(kind: FollowUpKind) -> DraftKind:
    """Name the kind as the coach and `content/writing.toml` do."""
    return DraftKind(kind.value.replace("_", "-"))


def parts_of(kind: FollowUpKind) -> tuple[tuple[str, dict[str, object]], ...]:
    """The parts of a kind of letter, each with the field it is kept in."""
    return tuple(zip(PLACES, parts(kind_of_draft(kind).value), strict=False))


def letter_for(logbook: Logbook, contact: Contact, kind: FollowUpKind, through: Contact | None) -> FollowUp:
    """Find the letter of a kind about a contact that is not sent yet, or begin one."""
    for known in reversed(logbook.follow_ups.find(contact_id=contact.id, kind=kind, sent_on=None)):
        if through is None or known.through_id in {None, through.id}:
            return known if known.written or known.greeting else _around(logbook, contact, known, through)
    return _around(logbook, contact, FollowUp(contact.id, kind), through)


def write_letter(logbook: Logbook, letter: FollowUp, key: str, value: str) -> FollowUp:
    """Change one field of a letter, which is kept from its first word on."""
    one: dict[str, Any] = {key: value}
    changed = replace(letter, **one)
    if not letter.id:
        return logbook.follow_ups.add(changed)
    kept = {
        name: getattr(changed, name) for name in ("subject", "greeting", *PLACES, "closing", "through_id")
    }
    return logbook.follow_ups.change(letter.id, **kept)


def sent_letter(logbook: Logbook, letter: FollowUp, today: date) -> FollowUp:
    """Note that a letter was sent."""
    return logbook.follow_ups.change(letter.id, sent_on=today)


def letter_as_draft(
    logbook: Logbook, contact: Contact, letter: FollowUp, through: Contact | None, *, paid: bool
) -> Draft:
    """Make the coach's draft of a letter; LinkedIn's limit is longer for those who pay."""
    kind = kind_of_draft(letter.kind)
    draft = letter_draft(logbook, through or contact, kind, letter.subject, letter.body)
    about = {contact.name, contact.organization} if through else set()
    return replace(
        draft,
        other_names=tuple(name for name in draft.other_names if name not in about),
        character_limit=LINKEDIN_PAID if paid else LINKEDIN_FREE,
    )


def _around(logbook: Logbook, contact: Contact, letter: FollowUp, through: Contact | None) -> FollowUp:
    """Suggest subject, greeting and closing; the parts are the person's own."""
    facts = facts_about(contact, logbook.profile, through)
    kind = kind_of_draft(letter.kind).value
    around: dict[str, Any] = {
        part: "".join(suggestions(kind, part, facts)[:1]) for part in ("subject", "greeting", "closing")
    }
    return replace(letter, through_id=through.id if through else None, **around)
