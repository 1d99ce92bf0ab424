"""What a phrase stands under: a `not`, a quotation, somebody else's story."""

# ruff: noqa: E501 - a pattern is one line

from __future__ import annotations

import re

from infoview.coach.clauses import Clause, clauses_of
from infoview.coach.grammar import Grammar
from infoview.coach.reading import Span
from infoview.coach.vocabulary import members

_QUOTATION = re.compile(r'"[^"]{1,300}"')

_NOT_A_NO = Grammar(
    (
        "not only|just|merely|solely",
        "not sure|certain|clear ..1 if|whether|about|what|how|which",
        "not know|mind|hesitate|forget",
        "no doubt|matter|idea|worries|problem|problems|pressure|rush|need|reply|hurry|objection|obligation|hard",
        "why|if|or|whether not",
        "whether or not",
        "not to mention",
        "not wait|help|thank|say|refuse|wish",
        "may|might|perhaps not",
        "not ..1 heard|seen|found|had|been|yet|got|decided|done",
        "not you|we|it|they|there|your",
        "not too|so|very",
        "not least",
        "no experience|formal|previous|degree|qualification|certificate|luck|training",
        "without experience|any experience|a degree|delay|hesitation|much",
        "never been|had|worked|done|met|written|heard|seen",
        "nothing better|more|would",
        "you are not",
        "not that",
    )
)
_NOT_AFTER = Grammar(
    (
        "is|are|was|were|am not ..1 what|why|the|my|our|part|a|an|on|for|something|needed|intended|required",
        "not needed|expected|required|wanted|intended|necessary",
        "is|are the|not last|furthest|least",
        "is|are off|beside",
    )
)
_COMPARED = Grammar(
    (
        "rather than",
        "instead of",
        "nothing to do with",
        "far from",
        "as opposed to",
        "no longer",
        "not so much",
        "better|more ..2 than",
        "rather ..9 than",
    )
)


def is_denied(clause: Clause, first: int, end: int | None = None) -> bool:
    """Tell whether the words at a place in a clause stand under a `not` of that clause.

    Args:
        clause: The clause.
        first: The first of the words.
        end: The word after the last, from which on a `is not what I want` counts too.
    """
    if members("not").isdisjoint(clause.present):
        return any(stop <= first for _, stop in _COMPARED.find(clause))
    harmless = {at for begin, stop in _NOT_A_NO.find_all(clause) for at in range(begin, stop)}
    if any(word in members("not") and at not in harmless for at, word in enumerate(clause.words[:first])):
        return True
    if any(stop <= first for _, stop in _COMPARED.find(clause)):
        return True
    return end is not None and any(begin >= end for begin, _ in _NOT_AFTER.find(clause))


def stands_under_not(sentence: Span, place: int) -> bool:
    """Tell whether the words at a place in a sentence stand under a `not` of their own clause."""
    at = sentence.start + place
    for clause in clauses_of(sentence):
        if clause.ends[-1] > at:
            word = next(number for number, end in enumerate(clause.ends) if end > at)
            return is_denied(clause, word)
    return False


def is_quoted(sentence: Span, place: int) -> bool:
    """Tell whether a place in a sentence lies inside a quotation, which is not the writer's own wish."""
    return any(found.start() < place < found.end() for found in _QUOTATION.finditer(sentence.text))
