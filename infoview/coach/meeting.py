"""Does the draft ask for a conversation, and for how long?"""

# ruff: noqa: E501 - a pattern is one line

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from infoview.coach.clauses import Clause
from infoview.coach.grammar import Grammar
from infoview.coach.negation import is_denied
from infoview.coach.objects import read_clauses
from infoview.coach.reading import Reading, Span
from infoview.coach.vocabulary import members

_ASKS = Grammar(
    (
        "<inquiry>|<wish> ..14 <talk>",
        "<inquiry>|<wish>|spare|give|grant|lend|just|only|even ..9 @number|@field|<amount> ..4 <minute>|<hours>",
        "<inquiry>|<wish>|spare|give|grant ..6 half|quarter ..3 hour|hours",
        "<amount>|@number|@field ..4 <minute> ..4 would|is|suffice|do|enough|on|by|over|max",
        "half|quarter ..3 hour ..3 would|is|suffice|do|enough|on|by|over",
        "<inquiry>|<wish>|spare|give ..6 bit|moment|moments|some|any|little|time ..4 time ..4 to|for|with|so",
        "<inquiry>|<wish>|spare|give|have ..4 a ..1 moment|moments|minute",
        "<inquiry> ..4 time ..2 to|for ..4-review|read|answer|reply|look|apply me|share|talk|talking|tell|help|us|an|a|hear",
        "let me know ..8 time|available|availability|free|works|suits|convenient",
        "when|which|what ..2 would|are|is|do|could|time|day ..4 you|good|works|free|suit|suits|convenient|come|meet|call|ring",
        "over ..3 <talk_noun>|cake",
        "<learn> ..9 phone|telephone|zoom|video",
        "if i|we ..2 called|rang|phoned|met|spoke|talked|chatted|visited|came|dropped|popped|stopped|telephoned",
        "for|of|on|by|over a|an|some ..2 <short>|<talk_noun> ..2 <talk_noun>",
        "i asked ..1 for|whether ..6 <minute>|hour|talk|call|meeting",
        "pick ..1 your brain|brains",
        "connect with you ..1 about|on|regarding|concerning|to",
        "<wish> ..4 discuss your|this|it|these|things|with",
        "connect ..4 and|to|so|for ..3 learn|hear|talk|discuss|ask|chat|get|pick|share|call|minutes",
        "<talk_noun> would|is|or|soon ..2 help|mean|be|make|great|do|possible|suit|lovely",
        "schedule|arrange|setup|book|organise|organize|fix|grab|find ..3 a|some|an|time|something|up ..3 <talk>|time|chat|up",
        "at your ..1 convenience|earliest",
        "meet|visit|see|speak|talk|call ..1 you|on ..6 suits|convenient|free|available|week|day|time|please",
        "set|sort something|it|one up",
        "your ..1 availability|calendar|diary|schedule ..3 ",
        "i ..2 coming|visit|come to your",
    )
)
_FRAGMENTS = Grammar(
    (
        "<talk_noun>|coffee ..8",
        "<amount>|@number|half|quarter ..3 <minute>|<hours> ..6",
        "@number|<amount> <minute>",
    )
)
_NO_REQUEST = Grammar(
    (
        "<minute>|moment|moments|time to ..2 <mail_only>",
        "<by_mail>",
        "<inquiry> ..5 answer ..4 questions",
        "look|looking forward ..2 to",
        "enjoyed|thank|thanks|appreciated ..5 <talked>|our|for",
        "was|had|^ ..3 great|nice|good|lovely|pleasure|enjoyable ..3 <talked>|our",
        "after|since|during|before|following|from|on ..1 our|the ..3 chat|call|conversation|talk|meeting|coffee|discussion",
        "^ ..2-if i|we|have ..2 spoke|talked|chatted|met|spoken|called",
        "connect|connecting ..3 on|via|through|here ..1 linkedin|here",
        "connect|introduce|connecting|introducing me|us ..1 with|to",
        "hope ..3 meet|speak|talk ..1 some|one day",
        "hope ..3 catch|connect|speak|talk|meet|chat ..3 soon|again|someday|one",
        "<talk_noun> ..1 with|about ..2 hr|recruiter",
        "call for papers|proposals",
        "in the meantime",
        "told|said|mentioned|suggested|heard|saw|listened|attended|read ..8 talk|lecture|discussion|interview|visit",
        "your|the|their|this|last ..2 talk|call|visit|walk|tour|lunch|discussion|conversation|conference|video|interview ..1 on|about|at|in|to|last",
        "walk|drive|call|ring past|myself",
        "see you",
        "job|market|for a|an interview",
        "let you know",
        "come|coming in|by|along ..8 <for_nothing>|unpaid|free|trial|shift|shifts|work|help|lend|hand",
        "thank you",
    )
)
_LENGTHS = Grammar(
    (
        "<amount>|@number|@field|a ..4-years|of <minute> !<far>|before+your|before+the|before+it|before+i",
        "<amount>|@number|@field|a|an|one ..2 <hours> !<far>|week",
        "half|quarter ..3 hour|hours !<far>",
        "half hour !<far>",
        "<short> ..4-of|hair|term|story|while|notice|list|film <talk>|<talk_noun>|question|questions|time|minute|visit|word|exchange|reply|response|note|session|moment|interview|answer|conversation|chats|calls|hello|look|tour|introduction|guidance|discussion|one|ones|advice|interaction|connect|spell|stint|sit|meet|line|lines",
        "<talk>|be|keep|it|discuss|listen|ask ..4 briefly|quickly|brief|short",
        "bit|little|moment|moments|sliver|scrap|slice|morsel|few ..2 of? ..1 your ..1 time",
        "bit|little|moment|moments|sliver|scrap|slice of ..2 time",
        "a little time",
        "small|short amount|while|stretch|slot|window",
        "a ..1 moment|minute|jiffy !to|ago|in",
        "talk|chat|call|speak|meet|zoom for ..1 @number|fifteen|twenty|thirty|ten !people|years",
        "not take ..2 long|much",
        "will ..2 not keep you",
        "pint|cuppa ..1 length",
        "few minutes|moments|mins|sentences|lines|words",
    )
)
_MODALS = frozenset(["could", "can", "may", "might", "would", "shall", "will"])
_MANNER = Grammar(
    (
        "for|in|of|over ..2 @number|<amount>|half|quarter ..3 <minute>|<hours>|hour",
        "by|over|on ..1 phone|telephone|zoom|video|skype|call",
        "over ..3 <talk_noun>",
        "in person",
        "face to face",
    )
)
"""How one would talk, behind what one would ask: `could I ask you how you began, by phone`."""
_WALKED = frozenset(("away", "drive", "ago"))


@lru_cache(maxsize=1)
def meeting_request(reading: Reading) -> Span | None:
    """Find the first request to talk; questions to be answered by mail alone are none."""
    return next((found for sentence in reading.sentences for found in _requests(sentence)), None)


def asking(reading: Reading) -> tuple[Span, ...]:
    """Give the sentences that ask for a conversation."""
    return tuple(sentence for sentence in reading.sentences if any(_requests(sentence)))


def _requests(sentence: Span) -> Iterator[Span]:
    announced = asked = False
    for clause in read_clauses(sentence):
        fragment = (clause.question or announced) and not _speaks_of_itself(clause)
        announced = not members("announced").isdisjoint(clause.words)
        asked = asked or (clause.first and clause.question and clause.words[0] in _MODALS)
        if clause.embedded and asked:
            found = _MANNER.first(clause)
            if found:
                yield clause.span(sentence, *found)
            continue
        grammar = _FRAGMENTS if fragment else None
        found = _ASKS.first(clause) or (grammar.first(clause) if grammar else None)
        if not found or (clause.embedded and not _asked_when(clause)):
            continue
        told = [begin for begin, end in _NO_REQUEST.find_all(clause) if end > found[0] and begin < found[1]]
        if not told and not is_denied(clause, found[1] - 1) and not clause.quoted[found[0]]:
            yield clause.span(sentence, *found)


def _asked_when(clause: Clause) -> bool:
    return clause.words[:2] in (["what", "about"], ["how", "about"], ["what", "time"], ["what", "day"])


def _speaks_of_itself(clause: Clause) -> bool:
    return clause.embedded or not {"your", "was", "were", "did", "our"}.isdisjoint(clause.words[:3])


@lru_cache(maxsize=1)
def time_asked(reading: Reading) -> Span | None:
    """Find how much time is asked for: minutes, or words such as `a short call`."""
    return next((found for sentence in reading.sentences for found in _lengths(sentence)), None)


def _lengths(sentence: Span) -> Iterator[Span]:
    for clause in read_clauses(sentence):
        found = None if clause.embedded else _LENGTHS.first(clause)
        if found and _WALKED.isdisjoint(clause.words[found[1] : found[1] + 2]):
            yield clause.span(sentence, *found)
