"""The question bank: what one can ask in an informational interview, by take-away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from infoview.content import sentence, words
from infoview.errors import ContentError
from infoview.records.takeaways import Takeaway

CLOSING = "closing"
"""Stands in the place of a take-away for the questions that end a meeting."""

FIELDS = (
    "research",
    "public service",
    "health",
    "technology",
    "arts",
    "business",
    "teaching",
    "law",
    "trades",
    "engineering",
    "social work",
    "environment",
    "hospitality",
    "media",
    "sport",
)
"""The fields of work that have questions of their own."""


class Kind(StrEnum):
    """What a question brings back."""

    STORY = "story"
    FACT = "fact"
    OPINION = "opinion"
    ADVICE = "advice"


class Setting(StrEnum):
    """For whom a question fits."""

    ANY = "any"
    DOCTORAL = "doctoral"
    """Someone who leaves research after a doctorate."""
    RETURNER = "returner"
    """Someone who comes back to work after a break."""
    MIGRANT = "migrant"
    """Someone who is new in the country."""
    STUDENT = "student"
    CHANGER = "changer"
    """Someone who changes careers."""


class Tone(StrEnum):
    """How a question sounds."""

    ANY = "any"
    INFORMAL = "informal"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """One question of the bank.

    `takeaway` is a value of `Takeaway`, or `CLOSING`; `field` is one of `FIELDS`, or empty for any field.
    `why` says in a line why it is worth asking, `follow_up` is a short question for after the answer.
    `always` marks the closing pair that belongs on every list.
    """

    id: str
    text: str
    takeaway: str
    kind: Kind
    why: str
    follow_up: str
    setting: Setting = Setting.ANY
    tone: Tone = Tone.ANY
    field: str = ""
    always: bool = False


@cache
def bank() -> tuple[BankQuestion, ...]:
    """Read the question bank, in the order of the take-aways, the closing questions last.

    Raises:
        ContentError: `content/questions.toml` is not as its comments say; the sentence names the entry.
    """
    return read_bank(words("questions"))


def closing_pair() -> tuple[BankQuestion, ...]:
    """Find the two questions that end every meeting: who else to talk to, and how to report back."""
    return tuple(question for question in bank() if question.always)


def read_bank(content: dict[str, Any]) -> tuple[BankQuestion, ...]:
    """Turn the content of `questions.toml` into questions, checking every entry.

    Raises:
        ContentError: An entry is not as the comments at the top of the file say.
    """
    groups = (*Takeaway, CLOSING)
    if strange := sorted(content.keys() - set(groups)):
        raise ContentError(
            sentence("errors.content.strange_takeaway", value=strange[0], choices=_listed(groups))
        )
    questions = tuple(
        _read_question(str(group), entry) for group in groups for entry in content.get(group, ())
    )
    _check_unique(questions)
    return questions


_REQUIRED = ("id", "text", "kind", "why", "follow_up")
_CHOICES = {"kind": tuple(Kind), "setting": tuple(Setting), "tone": tuple(Tone), "field": FIELDS}
_KEYS = {*_REQUIRED, *_CHOICES, "always"}


def _read_question(takeaway: str, entry: dict[str, Any]) -> BankQuestion:
    name = sentence("errors.content.question", id=entry.get("id", entry.get("text", "")))
    if strange := sorted(entry.keys() - _KEYS):
        known = _listed(sorted(_KEYS))
        raise ContentError(
            sentence("errors.content.strange_field", question=name, field=strange[0], choices=known)
        )
    for key in _REQUIRED:
        if not str(entry.get(key, "")).strip():
            raise ContentError(sentence("errors.content.no_field", question=name, field=key))
    for key, choices in _CHOICES.items():
        if key in entry and entry[key] not in choices:
            said = {"question": name, "field": key, "value": entry[key], "choices": _listed(choices)}
            raise ContentError(sentence("errors.content.strange_value", **said))
    return BankQuestion(
        id=str(entry["id"]),
        text=str(entry["text"]),
        takeaway=takeaway,
        kind=Kind(entry["kind"]),
        why=str(entry["why"]),
        follow_up=str(entry["follow_up"]),
        setting=Setting(entry.get("setting", Setting.ANY)),
        tone=Tone(entry.get("tone", Tone.ANY)),
        field=str(entry.get("field", "")),
        always=bool(entry.get("always", False)),
    )


def _check_unique(questions: tuple[BankQuestion, ...]) -> None:
    for what, seen in (
        ("id", Counter(question.id for question in questions)),
        ("text", Counter(question.text for question in questions)),
    ):
        value, count = next(iter(seen.most_common(1)), ("", 0))
        if count > 1:
            raise ContentError(sentence("errors.content.used_twice", what=what, value=value))


def _listed(choices: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f'"{choice}"' for choice in choices)
