"""Advice: one remark of a coach on something the person wrote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a piece of advice weighs; only `MUST` keeps a draft from being ready."""

    MUST = "must"
    SHOULD = "should"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Advice:
    """One remark on a text: which rule, how much it weighs, why, and the words it is about.

    `start` and `end` count characters in the part named by `part` ("body" or "subject"); both are 0, and
    `excerpt` is empty, when the remark is about something missing. `source` says where the rule comes
    from; `better` and `worse` are an example each.
    """

    rule: str
    severity: Severity
    sentence: str
    excerpt: str = ""
    start: int = 0
    end: int = 0
    part: str = "body"
    source: str = ""
    better: str = ""
    worse: str = ""
