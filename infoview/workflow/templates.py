"""Letters: the small templates of `content/messages.toml`, filled with what the logbook knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Any

from infoview.content import words
from infoview.records.contacts import Circle, Contact
from infoview.records.profile import Profile
from infoview.text.names import called, greeted

Facts = Mapping[str, str]
SUBJECT_WORDS = range(3, 9)
"""How many words a subject that is offered may have: what it is about, and no more than a phone shows."""


def facts_about(contact: Contact, profile: Profile, introducer: Contact | None = None) -> dict[str, str]:
    """Gather what a template may name; what is not known is left out."""
    facts = {
        "name": greeted(contact.name),
        "first_name": called(contact.name),
        "organization": contact.organization,
        "role": contact.title,
        "introducer": greeted(introducer.name) if introducer else "",
        "my_name": profile.name,
        "my_line": profile.doing,
        "my_school": profile.studied,
        "topic": _within_a_sentence(profile.exploring),
    }
    return {name: value.strip() for name, value in facts.items() if value.strip()}


def suggestions(kind: str, part: str, facts: Facts) -> tuple[str, ...]:
    """Fill the templates of one part (subject, greeting, closing) that name nothing unknown.

    A subject that is offered for a request has three to eight words, however long what it is filled with is.
    """
    offered = filled(words("messages")[kind]["templates"].get(part, []), facts)
    if (kind, part) == ("request", "subject"):
        return tuple(subject for subject in offered if len(subject.split()) in SUBJECT_WORDS)
    return offered


def filled(templates: Iterable[str], facts: Facts) -> tuple[str, ...]:
    """Fill the templates that name nothing unknown."""
    return tuple(template.format(**facts) for template in templates if fields_of(template) <= facts.keys())


def parts(kind: str) -> tuple[dict[str, Any], ...]:
    """The parts a kind of letter is made of: key, label, hint and examples each."""
    return tuple(words("messages")[kind]["parts"])


def situations() -> tuple[dict[str, str], ...]:
    """The ways of knowing somebody that a request can begin with, each with an example of all three parts."""
    return tuple(words("messages")["request"]["situations"])


def situation_of(contact: Contact, introducer: Contact | None) -> str:
    """Tell by which way a contact was found, as the key of a situation; "" where none is plain."""
    if introducer or contact.circle is Circle.INTRODUCTION:
        return "referral"
    return {Circle.ALUMNI: "alumnus", Circle.CONFERENCE: "conference"}.get(contact.circle, "")


def _within_a_sentence(topic: str) -> str:
    """Write a topic as it stands inside a sentence: "work in rivers", but "German teaching" as it is."""
    said = words("requests")["topic"]
    if topic.strip() in said["pressed"]:
        return str(said["pressed"][topic.strip()])
    first, blank, rest = topic.strip().partition(" ")
    return f"{first.lower()}{blank}{rest}" if first.lower() in said["small"] else topic.strip()


def fields_of(template: str) -> set[str]:
    """Name what a template wants to be filled with."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}
