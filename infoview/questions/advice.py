"""Advice on a question for the meeting: which take-away it serves, and whether to ask it so."""

# ruff: noqa: E501 - a pattern is one line

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from infoview.coach.advice import Advice, Severity
from infoview.coach.grammar import Grammar
from infoview.coach.job_ask import asks_in_a_question
from infoview.coach.objects import read_clauses
from infoview.coach.patterns import Sign, read_signs, small
from infoview.coach.reading import Span, plain, split
from infoview.coach.remark import remark
from infoview.content import words
from infoview.questions.asked import heads
from infoview.questions.likeness import likeness
from infoview.records.takeaways import OTHER, Takeaway

WEIGHTS = {"decisive": 10, "sure": 6}
"""What a sign adds to the likeness of a question, which is a sum of logarithms: 6 is odds of 400 to 1."""
LONGEST_QUESTION = 30
"""Words; a longer question is forgotten before it is answered."""
LONGEST_TEXT = 2000


@dataclass(frozen=True, slots=True)
class QuestionReview:
    """What the coach says about a question; `takeaway` is one of the seven, or "other"."""

    takeaway: str
    asks_for_job: bool
    advice: tuple[Advice, ...]


def review_question(text: str) -> QuestionReview:
    """Read a question: the take-away it serves, and advice on how it is put."""
    question = plain(text)[:LONGEST_TEXT].strip()
    job_asks = asks_in_a_question(split(question))
    takeaway = Takeaway.JOB_HUNTING if job_asks else _takeaway(question)
    return QuestionReview(str(takeaway), bool(job_asks), (*_job_ask_advice(job_asks), *_advice(question)))


@cache
def _signs(topic: str, name: str) -> tuple[Sign, ...]:
    table = words("question_signs")[topic][name]
    return read_signs("question_signs", [table] if isinstance(table, str) else table)


@cache
def _evidence() -> tuple[tuple[str, int, Sign], ...]:
    """Give every sign with the take-away it speaks for and its weight, in the order of the file."""
    return tuple(
        (takeaway, WEIGHTS[strength], sign)
        for takeaway, lists in words("question_signs")["takeaways"].items()
        for strength, signs in lists.items()
        for sign in read_signs("question_signs", signs)
    )


def _takeaway(question: str) -> str:
    """Add the signs of each take-away to its likeness; what is like nothing serves none of the seven."""
    scores: dict[str, float] = likeness(question)
    lowered = small(question)
    for takeaway, weight, sign in _evidence():
        if next(sign.occurrences(question, lowered), None):
            scores[takeaway] += weight
    for takeaway, head in heads(question).items():
        scores[takeaway] += head
    best = max(scores, key=lambda name: scores[name])
    return str(Takeaway(best)) if scores[best] > 0 and best != OTHER else OTHER


def _place(at: re.Match[str], question: str) -> Span:
    """Give the words found as they stand in the question, without the blank after them."""
    words_found = question[at.start() : at.end()].rstrip()
    return Span(at.start(), at.start() + len(words_found), words_found)


def _job_ask_advice(asks: tuple[Span, ...]) -> Iterator[Advice]:
    for ask in asks[:1]:
        yield remark("question-asks-for-a-job", Severity.MUST, ask)


_VAGUE = Grammar(
    (
        "^ ..1-you what do|is|are you|it|things|they ..1 do|like|doing $",
        "^ what do you do ..1 for|at|all ..1 a|the|your ..1 living|work|job $",
        "tell|know|hear|talk|explain ..2 everything|all about|of|there",
        "everything|all ..1 about your|the|this ..2 job|work|career|company|life|field|industry",
        "^ ..2 tell me ..1 about ..1 yourself|you|your ..1 job|work|career|life|company|industry|role|field|it $",
        "^ ..3 any ..2 advice|tips|thoughts|suggestions|words|insights|pointers ..3 $",
        "^ ..2 what is|are it|this|they|that ..2 about|like|for ..1 $",
        "^ how|what is|are|about ..1 your|the|it|things|this|that|you|life ..1 work|job|going|life|industry|business|role|company|career|like ..1 $",
        "^ how ..1 is|are ..1 it|things|work|business|life|you ..1 going? $",
        "^ what ..1 do you think ..3 $",
        "^ what should i ..1 know|do|ask ..1 $",
    )
)
_PERSONAL = Grammar(
    (
        "what|which ..1 religion|faith|church|caste|tribe ..3 is|are|do|does|did|you|your",
        "who|which|what ..2 party ..6 vote|votes|voted",
        "you ..2 vote|voted ..1 for|in|against",
        "political|religious ..1 party|views|beliefs|leanings|opinions|affiliation",
        "are|is|were you|your|anyone ..3 married|single|religious|pregnant|gay|lesbian|divorced|rich|christian|muslim|jewish|hindu|depressed|ill|sick|vaccinated|dating",
        "your ..2 age|religion|husband|wife|boyfriend|girlfriend|divorce|marriage|politics|diagnosis|illness|depression|therapy|weight|debts|mortgage|ethnicity|sexuality|miscarriage|disability|medication|immigration|visa_status",
        "you|your ..5 therapy|antidepressants|depression|rehab|psychiatrist|psychologist|medication|sober",
        "how old are you",
        "have|do|want|plan|planning|having ..3 children|kids|babies|baby ..1 yourself|yet|soon|or|$",
        "you ..3 children|kids ..2 $",
        "ever been|get|got ..1 fired|sacked|arrested|dismissed|divorced|depressed",
        "your ..2 parents|family rich|wealthy|pay|help_you_financially|poor",
        "where|what ..3 you ..1 live ..1 exactly|now|$",
    )
)


_SEARCHABLE = Grammar(
    (
        "year|when ..2 was|were|did ..6-you founded|established|opened|built|formed|launched|begin|start_trading",
        "how many ..2-people|staff|of|members ..2 do|does|has|have|are ..5 <org> ..3 have|in|offices|branches|shops|sites|employ|own|run",
        "who ..1 founded|owns|started ..4 <org>",
        "where ..1 is|are ..4-you <org>|headquarters|office|offices based|located? $",
        "what ..1 does|do ..4 <org> ..2 do|make|sell|produce $",
        "how many countries|offices|branches|employees|shops|sites|students|members|beds|seats ..8",
        "how old|big|large is ..3 <org>",
        "full name|stand for",
        "what does @name stand for",
    )
)
_THEIR_PAY = Grammar(
    (
        "your ..1 payslip|paycheck|salary|wage|wages|income|earnings|take|bonus|fee|fees|pension|savings|package|rate",
        "how much ..3 you ..3 earn|make|get|paid|charge|save|bring|take",
        "what ..1 you ..2 earn|paid|make !of|by|sure|up|it|the|in|from|with|for",
        "how much|what ..4 put|left|land ..3 bank|account|pocket",
        "what ..2 they ..1 pay you",
        "what ..3 pays|pay you",
        "what are|were you on !about|the|now_working",
    )
)
_ALSO = {"too_personal": _PERSONAL, "answered_by_a_search": _SEARCHABLE, "salary_figure": _THEIR_PAY}
"""What the signs do not hold, by the words themselves."""


def _named(grammar: Grammar, question: str) -> Span | None:
    """Find the first place in a question that a grammar knows."""
    for sentence in split(question):
        for clause in read_clauses(sentence):
            found = grammar.first(clause)
            if found:
                return clause.span(sentence, *found)
    return None


def _advice(question: str) -> Iterator[Advice]:
    """Say how a question could be put better, one remark a rule."""
    for rule, severity in (
        ("salary_figure", Severity.SHOULD),
        ("too_personal", Severity.SHOULD),
        ("answered_by_a_search", Severity.SHOULD),
        ("leading", Severity.SHOULD),
        ("closed", Severity.HINT),
        ("second", Severity.HINT),
    ):
        at = next(
            (at for sign in _signs("rules", rule) for at in sign.occurrences(question, small(question))), None
        )
        found = _place(at, question) if at else None
        if not found and rule in _ALSO:
            found = _named(_ALSO[rule], question)
        if found:
            name = "question-" + {"second": "two-in-one"}.get(rule, rule.replace("_", "-"))
            yield remark(name, severity, found)
    vague = _named(_VAGUE, question)
    if vague:
        yield remark("question-vague", Severity.HINT, vague)
    count = len(question.split())
    if count > LONGEST_QUESTION:
        yield remark("question-too-long", Severity.HINT, count=count)
