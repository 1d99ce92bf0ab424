"""A message that asks somebody for an introduction: a wish, an easy no, and lines to pass on.

Asking whether they would ask is the politest form of asking. Whoever is asked is somebody one knows, so that
who one is need only stand in the lines to pass on; these may speak of the sender as `I` or as `she`.
"""

# ruff: noqa: E501 - a pattern is one line

from __future__ import annotations

import re
from collections.abc import Iterator

from infoview.coach.advice import Advice, Severity
from infoview.coach.draft import Draft
from infoview.coach.grammar import Grammar
from infoview.coach.negation import is_denied
from infoview.coach.objects import read_clauses
from infoview.coach.reading import Reading, Span, read, words_of
from infoview.coach.remark import remark
from infoview.coach.sender import who

LONGEST_BLURB = 75

_ASKS = Grammar(
    (
        "introduce|introducing|introduction|introductions|intro|intros",
        "present|presenting us|me",
        "could|would|can|will|might|mind you? ..3 ask|asking|sound <third>|@name",
        "write|send|drop|give|writing|sending|dropping|giving ..1 <third>|@name ..2 line|lines|note|word|call",
        "put|putting ..4 in ..1 touch|contact",
        "connect|connecting|link|linking ..3 me|us|with",
        "<transfer>|forward ..4 this|note|message|paragraph|lines|blurb|text|email|below|word|it|on",
        "mention|mentioning ..3 me|my",
        "ask|asking|see|check|checking|sound|find ..3 <third> ..4 if|whether|would|out|with|first|about|talk|speak|mind|meet|spare|open",
        "ask|see|know|think|check|wonder|wondering ..2 if|whether ..2 <third> ..3 would|is|might|may|could|has|minds|will|be|talk|mind",
        "would|could|might|do you think <third> ..3 mind|talk|speak|meet|be|have|let|see|like",
        "<third> ..2 would ..2 mind|be|have|see|talk",
        "give|pass|share|send|let ..2 me ..2 have? ..2 <third>|his|her|their ..2 number|email|address|contact|details|name",
        "give|pass ..2 <third>|@name ..3 my ..1 number|email|address|contact|details|name",
        "word ..1 with ..1 <third>|@name",
        "speak|talk ..1 to|with <third>|@name ..3 for|about ..1 me|my|this|it",
        "trouble|ask|bother|impose ..4 line|word|note|introduction ..3 to|with",
        "find out|learn ..2 if|whether|when",
        "use|mention|drop|quote|give ..1 your|my name",
        "tell ..2 <third>|@name ..6 i|me|my|about",
        "tell him|her|them",
        "on|for my ..1 behalf",
        "bring|invite|get ..2 us ..2 together",
        "say hello|hi to",
        "meet|talk|speak|write|chat ..1 to|with? <third>|@name ..6 through|via|help",
        "<inquiry>|okay|ok|alright|fine ..6 <third> ..4 me|i ..2 messaging|writing|wrote|contacting|contact|message|called|call|write|email|emailing|getting",
        "know ..1 any ..6",
        "know ..3 anyone|someone|anybody|somebody|people|person ..8 talk|speak|meet|ask|chat|do|does|work|works|in|at",
        "who ..2 should|could|might i ..2 talk|speak|ask|meet",
        "can|could|would you ..4 vouch|reach",
    )
)
_EASY_NO = Grammar(
    (
        "comfortable|easy|awkward|inconvenient|weird|odd|imposing|imposition|pressure|worries|obligation|bother|stress|biggie|trouble|hassle",
        "no ..2 problem|pressure|worries|need|hard|harm|offence|offense|drama|feelings|hurry|rush",
        "feel ..1 free ..2 to|not",
        "understand|respect|forgive ..6 if|not|no|that|completely|perfectly|your",
        "quite|totally|fully|completely|perfectly|of ..1 understand",
        "rather|prefer|sooner|like not",
        "either way",
        "say|saying|answer|tell no|so",
        "just ..2 say|tell|ignore|leave",
        "if ..3 not|cannot|doubt|unsure|willing|happy|feel|think|wish|suits|appropriate|right|possible|convenient|fits|minded",
        "only if",
        "not ..3 if|mind|offended|hold|matter|lose|lost|owe|obliged",
        "nothing ..2 lost",
        "up to you",
        "your call|choice|decision",
        "do not ..3 worry|feel|hesitate",
        "happy to ..4 either|whatever",
        "whatever ..2 suits|is|you",
        "ignore this",
        "leave it",
    )
)
_ASKS_FIRST = Grammar(
    (
        "ask|asking|asked|check|checking|sound|see ..4 <third>|whether|if|first|@name",
        "if|whether ..3 <third>|@name ..5 open|happy|willing|glad|fine|agrees|agree|like|comfortable|interested|mind|minds|okay|ok|time|welcome|up|talk|talking|speak|free",
        "with|given ..1 his|her|their ..1 consent|permission|agreement|blessing|ok|okay",
        "before ..3 giving|sharing|passing|introducing|connecting",
        "would ..1 suit <third>",
        "<third> ..1 would ..1 mind",
        "<third> agrees|agree|says|say|consents",
    )
)
_WISH = Grammar(
    (
        "<talk>",
        "<minute>|question|questions|hear|learn|learning|ask|understand|advice|interview|insight|hearing|know|curious|view|experience|perspective|listen|tell|came|started",
    )
)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|I'd|my|me)\b", re.IGNORECASE)
_SHE_IS = re.compile(
    r"\b[A-Z][\w'-]+(?: [A-Z][\w'-]+)?,? (?:is|was) (?:an?\b|\w+ing\b|the\b)|\b(?:she|he|they) (?:is|are|was|were|has)\b"
    r"|\b[A-Z][\w'-]+(?: [A-Z][\w'-]+)?,? (?:an? |works|runs|studies|teaches|trained|mends)",
)
_BLURB = re.compile(
    r"\"([^\"]{60,2000})\""
    r"|(?:^|\n)[ ]*-{3,9}[ ]*\n(.{60,2000}?)(?:\n[ ]*-{3}|\Z)"
    r"|:[ ]*\n[ ]*\n?(.{60,2000}?)(?=\n[ ]*\n|\Z)"
    r"|(?:^|\n)((?:>.*\n?){1,30})",
    re.DOTALL,
)
"""The lines to pass on: in quotation marks, between rules, behind `>`, or the paragraph after a colon."""


def introduction(reading: Reading) -> Iterator[Advice]:
    """Ask the one in the middle kindly, with lines they can pass on."""
    if not _shows(reading, _ASKS):
        yield remark("missing-introduction-ask", Severity.MUST)
    if not _shows(reading, _EASY_NO, denied=True):
        yield remark("introduction-no-easy-no", Severity.SHOULD)
    if not _shows(reading, _ASKS_FIRST):
        yield remark("no-asking-first", Severity.HINT)
    yield from _blurb(reading)


def leaves_a_way_out(reading: Reading) -> bool:
    """Tell whether the message leaves an easy way to say no."""
    return _shows(reading, _EASY_NO, denied=True)


def _shows(reading: Reading, grammar: Grammar, *, denied: bool = False) -> bool:
    """Tell whether the message says something; what stands under a `not` counts where `denied` says so."""
    return any(
        denied or not is_denied(clause, first)
        for sentence in reading.sentences
        for clause in read_clauses(sentence)
        for first, _ in grammar.find(clause)
    )


def _blurb(reading: Reading) -> Iterator[Advice]:
    """Look at the lines to pass on: short, with a who, a why and a small wish."""
    found = _BLURB.search(reading.body)
    if not found:
        if not _shows(reading, _OFFERED_LINES):
            yield remark("no-blurb", Severity.HINT)
        return
    text = next(group for group in found.groups() if group)
    start = found.start() + found[0].index(text)
    lines = Span(start, start + len(text), text)
    count = len(words_of(text))
    if count > LONGEST_BLURB:
        yield remark("long-blurb", Severity.SHOULD, count=count, limit=LONGEST_BLURB)
    alone = read(Draft(body=text))
    if not (who(alone) and _FIRST_PERSON.search(text)) and not _third_person(text):
        yield remark("blurb-without-who", Severity.HINT, lines)
    if not _shows(alone, _WISH):
        yield remark("blurb-without-wish", Severity.HINT, lines)


_OFFERED_LINES = Grammar(
    (
        "write|draft|send|give|prepare|put ..4 something|lines|line|blurb|paragraph|note|message|few|text|summary",
        "forward|pass ..3 this|it|note|lines|message|email|below",
        "forwardable|blurb",
    )
)


def _third_person(text: str) -> bool:
    """Tell whether lines speak of their writer as `she is a nurse`."""
    return bool(_SHE_IS.search(text))
