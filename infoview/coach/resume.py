"""Is a résumé attached or linked? Offering one for later is not the same."""

# ruff: noqa: E501 - a pattern is one line

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from infoview.coach.advice import Advice, Severity
from infoview.coach.grammar import Grammar
from infoview.coach.negation import is_denied
from infoview.coach.objects import read_clauses
from infoview.coach.reading import Reading, Span
from infoview.coach.remark import remark
from infoview.coach.vocabulary import members

_HANDS_OVER = Grammar(
    (
        "<attach> ..8-your|if|happy|would <resume>",
        "<resume> ..8-your|if|would|could|can|later|happy|not|when <attached> !request|demand",
        "find|see|view|here|sharing|sending|send|sent|shared|uploaded|pasted|added|with|submitting ..4-your|could|to my|a|the ..3 <resume> !if|when|should|once",
        "<attached> ..2 is|are|find ..6 <resume>",
        "attachment|attachments ..6 <resume>",
        "<resume> ..2 accompanies|accompanying|accompany",
        "<resume> ..8-your|if|would ..1 this|the|same|present mail|email|message|letter|annex|annexe|appendix|attachment|envelope|link|post",
        "<resume> ..8-your|if|would in|into annex|annexe|appendix|attachment|copy|enclosure|file",
        "put|stuck|popped|placed|tacked|slipped|dropped|stapled|bunged|clipped|pinned ..4-your <resume> ..4 in|inside|on|onto|with|to|below|at|under",
        "^ see ..2 <resume>",
        "<resume> ..4 @number|two|three files|pages|page|attachments",
        "<resume> ..2 can|may|could be viewed|found|seen|downloaded|accessed|consulted|read",
        "joined|annexed ..4 <resume>",
        "<resume> ..3 joined|annexed|jointed|follows|herewith",
    )
)
_OFFERS = Grammar(
    (
        "<transfer>|<attach>|forward|email|provide|offer ..4-your my|a|you ..3 <papers>",
        "my ..2 <resume> is available",
        "<resume> ..2 on|upon request",
        "happy|glad ..4 <transfer>|<attach> ..2 <resume>",
    )
)
_LINK = re.compile(
    r"(?:^|[\W_])(?:resume|résumé|cv|curriculum vitae)s?(?: link)?\)? ?(?::|-|—|\||at|=|'s here[^:]{0,40}:?|here:?|)[ :]{0,3}"
    r"(?:https?:|www\.|[\[{<(]\S*(?:link|url|http|resume|cv|drive|attach)|\S+\.(?:pdf|docx?)\b|drive\.|bit\.ly)"
    r"|(?:^|[\W_])(?:resume|résumé|cv|lebenslauf|biodata)\S{0,30}\.(?:pdf|docx?)\b"
    r"|[\[{<(]\S*(?:attach|insert|link_to)\S*(?:resume|résumé|cv)\b|[\[{<(]\S*(?:resume|résumé|cv)\S*(?:link|attached|url|pdf)"
    r"|\b(?:encl?s?|enclosures?|attachments?|anlagen?|p\.?j)\b[.: ]+[^\n]{0,40}\b(?:cv|resume|résumé|lebenslauf|curriculum)\b"
    r"|\b(?:cv|resume|résumé|curriculum vitae)\b \([^)]{0,40}\b(?:pdf|bottom|below|attached|annex|enclosed|link)\b"
    r"|https?://\S*(?:/|\b)(?:cv|resume)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def attachments(reading: Reading) -> tuple[Span, ...]:
    """Find where the draft hands over a résumé, the signature included."""
    return tuple(found for sentence in reading.everything for found in _handed_over(sentence))


def _promised(before: list[str]) -> bool:
    """Tell whether what comes is only offered: `happy to`, `I could`; `you will find` is no offer."""
    return not members("later").isdisjoint(before) and before[:2] != ["you", "will"]


def _handed_over(sentence: Span) -> Iterator[Span]:
    for clause in read_clauses(sentence):
        found = _HANDS_OVER.first(clause)
        if found and not is_denied(clause, found[1]) and not _promised(clause.words[: found[0] + 1]):
            yield clause.span(sentence, *found)
            return
    link = _LINK.search(sentence.text)
    if link:
        yield Span(sentence.start + link.start(), sentence.start + link.end(), link[0], sentence.part)


def attached_resume(reading: Reading) -> Iterator[Advice]:
    """Advise to leave the résumé out of a first message, however good it is."""
    for found in attachments(reading)[:1]:
        yield remark("attaches-resume", Severity.SHOULD, found)


def offered_resume(reading: Reading) -> Iterator[Advice]:
    """Hint that a résumé offered for later already sounds like an application."""
    if attachments(reading):
        return
    for sentence in reading.sentences:
        for clause in read_clauses(sentence):
            found = _OFFERS.first(clause)
            if found and not clause.embedded and not is_denied(clause, *found):
                yield remark("offers-resume", Severity.HINT, clause.span(sentence, *found))
                return
