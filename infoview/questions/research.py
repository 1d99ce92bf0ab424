"""Reading up: what is known before a meeting, from every meeting at the same organization, and what is not.

What a round is for, and where such things are found, stands in `content/research.toml`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from infoview.content import sentence, words
from infoview.duplicates import house
from infoview.errors import InputError
from infoview.logbook import Logbook
from infoview.questions.advice import review_question
from infoview.questions.running_order import add_question
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting, MeetingQuestion
from infoview.records.research import Finding, Topic
from infoview.records.takeaways import OTHER, Takeaway


def findings_for(logbook: Logbook, contact: Contact) -> tuple[Finding, ...]:
    """Find what was noted for a contact, and for others about the place where the contact works."""
    here = house(contact.organization)
    return tuple(
        finding
        for finding in logbook.findings.find()
        if finding.contact_id == contact.id or _is_of(finding, here)
    )


def note(
    logbook: Logbook, contact: Contact, about: Topic, text: str, source: str, found_on: date | None
) -> Finding:
    """Note one thing found out for a contact; None where nobody knows on which day.

    Raises:
        InputError: There is nothing to note, or it is noted already.
    """
    found = Finding(contact.id, about, _line(text), contact.organization, _line(source), found_on)
    return _add(logbook, found)


def wonder(logbook: Logbook, contact: Contact, about: Topic, text: str, today: date) -> Finding:
    """Note one thing not understood yet.

    Raises:
        InputError: There is nothing to note, or it is noted already.
    """
    puzzle = Finding(contact.id, about, _line(text), contact.organization, "", today, puzzling=True)
    return _add(logbook, puzzle)


def reword(logbook: Logbook, finding_id: int, **values: object) -> Finding:
    """Change what a finding says, where it is from, or what it is about.

    Raises:
        InputError: Nothing would be left of its text.
    """
    if "text" in values and not _line(str(values["text"])):
        raise InputError(sentence("errors.research.nothing_left"), "text")
    return logbook.findings.change(finding_id, **values)


def ask(logbook: Logbook, meeting: Meeting, puzzle: Finding) -> MeetingQuestion:
    """Put a puzzle on a meeting's list as a question; it stays what the person makes of it there."""
    text = as_question(puzzle.text)
    question = MeetingQuestion(meeting.id, text, takeaway_of(puzzle, text), finding_id=puzzle.id)
    return add_question(logbook, question)


def asked(logbook: Logbook, meeting: Meeting) -> frozenset[int]:
    """Find the puzzles that became questions of a meeting, by their ids."""
    listed = logbook.questions.find(meeting_id=meeting.id)
    return frozenset(question.finding_id for question in listed if question.finding_id)


def as_question(puzzle: str) -> str:
    """Turn "I still don't understand how …" into a question; a line that is one already stays as it is."""
    said = words("research")["puzzle"]
    text = _line(puzzle)
    if text.endswith("?"):
        return text[0].upper() + text[1:]
    longest_first = sorted(said["openings"], key=len, reverse=True)
    openings = "|".join(re.escape(opening).replace("'", "['’]") for opening in longest_first)  # noqa: RUF001 - as typed
    rest = re.sub(rf"^(?:{openings})\b[\s:…]*", "", text, flags=re.IGNORECASE)
    rest = rest.strip(" .…") or text.strip(" .…")
    return str(said["question"]).format(puzzle=_uncapped(rest))


def takeaway_of(puzzle: Finding, question: str) -> str:
    """Tell what a puzzle is about: by its words, else by the round of reading it came from."""
    guessed = review_question(question).takeaway
    if guessed != OTHER:
        return guessed
    return str(Takeaway(next(topic["takeaway"] for topic in topics() if topic["key"] == puzzle.about)))


def topics() -> list[dict[str, Any]]:
    """The four rounds of reading: key, name, minutes, what to find, where, and the take-away they serve."""
    return list(words("research")["topic"])


def _is_of(finding: Finding, here: str) -> bool:
    """Whether a finding is about a place, whose name is folded, and not about one person there."""
    return bool(here) and finding.about is not Topic.PERSON and house(finding.organization) == here


def _add(logbook: Logbook, finding: Finding) -> Finding:
    if not finding.text:
        raise InputError(sentence("errors.research.empty"), "text")
    known = findings_for(logbook, logbook.contacts.get(finding.contact_id))
    if any(earlier.text == finding.text and earlier.puzzling == finding.puzzling for earlier in known):
        raise InputError(sentence("errors.research.known"), "text")
    return logbook.findings.add(finding)


def _line(text: str) -> str:
    """Put a text on one line."""
    return " ".join(text.split())


def _uncapped(text: str) -> str:
    """Begin with a small letter, unless the first word is "I" or a name in capitals."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text if first.isupper() or first.startswith("I'") else text[:1].lower() + text[1:]
