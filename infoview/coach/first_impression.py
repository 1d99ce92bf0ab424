"""What a reader would say first: pressure, despair, what is too private, a favour too large, the wrong reader."""

# ruff: noqa: E501 - a pattern is one line

from __future__ import annotations

from collections.abc import Iterator

from infoview.coach.advice import Advice, Severity
from infoview.coach.grammar import Grammar
from infoview.coach.job_ask import job_asks
from infoview.coach.negation import is_denied
from infoview.coach.objects import read_clauses
from infoview.coach.reading import Reading, Span
from infoview.coach.remark import remark

_PRESSURE = Grammar(
    (
        "urgent|urgently|immediately|asap ..3",
        "as soon as you see|get|read|receive",
        "call|ring|reply|answer|write|respond|contact ..1 me ..1 back|today|tonight|now|immediately|by",
        "need|require|expect|want|must ..3 you|answer|reply|response|call ..4 today|tonight|now|tomorrow|by|immediately|friday|monday",
        "need|want|require ..8 by|before|until|within tomorrow|tonight|noon|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|@number",
        "reply|answer|respond|confirm|write|know ..3 by|before|until|within ..1 tomorrow|tonight|noon|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|@number",
        "my ..2 paper|report|essay|assignment|homework|deadline is|are due|tomorrow|tonight|on|next",
        "i need you ..1 to",
        "i expect ..2 you|reply|answer|response|hear",
        "no excuse|excuses",
        "you ..1 must|should|have|owe ..1 to? ..1 help|answer|reply|meet|respond|talk|find",
        "do not ..2 ignore|disappoint|fail|refuse",
        "not ..2 take no for",
        "only takes|take you",
        "least you can do",
        "i am|will be free|available|there|at|in ..2 on|at|tuesday|monday|wednesday|thursday|friday ..8 give|call|ring ..1 me",
        "i ..2 already told|promised|said ..4 you ..1 would",
        "will|shall keep|continue ..1 writing|calling|trying|asking",
        "look|looking forward ..2 prompt|immediate|positive|favourable|swift",
        "when|why have|did|are you ..1 not ..2 repl|replied|answer|answered|respond|responded",
        "my|the second|third|fourth|last time|email|message|letter|attempt ..1",
        "please|kindly ..1 reply|answer|respond|call|write ..3 today|tonight|now|immediately|urgently|asap",
    )
)
_DESPAIR = Grammar(
    (
        "desperate|desperately|desperation|hopeless|begging|implore|crave",
        "beg you|of",
        "last|only hope|chance|resort|option",
        "not know ..1 who|whom|where ..2 to ..1 turn|ask|go",
        "not know who|whom|where ..1 else",
        "do|take|accept|try anything|whatever|any ..2 $",
        "in the name of god|jesus|allah",
        "have mercy|pity",
        "save|rescue me|my|us",
        "things are ..2 hard|bad|terrible",
        "family ..3 suffering|starving|depends|depend",
        "savings|money|rent ..3 end|run|ran|gone|due",
        "nobody ..3 help|answer|answers|reply|replies|else",
        "cannot|not ..1 sleep|eat|cope",
        "not ..1 deserve ..2",
        "i am|feel ..1 nobody|worthless|useless|failure|unworthy",
        "die happy",
        "hundred|hundreds|thirty|forty|fifty|@number ..2 rejections|applications|refusals",
        "god bless ..3 if|help",
    )
)
_PRIVATE = Grammar(
    (
        "i|my|me ..3-nurse|doctor|study|research|work|treat|write|about|nursing depression|depressed|bipolar|adhd|autistic|autism|cancer|miscarriage|divorce|divorced|medication|antidepressants|suicidal|hiv|breakdown|diagnosed|diagnosis|pregnant|eviction|evicted|debts|bankrupt|parole|illness|disability|anxiety|burnout|dyslexic|epileptic|diabetic",
        "with|from|after|of depression|anxiety|bipolar|adhd|cancer|burnout|chronic|epilepsy|ptsd",
        "@number mg",
        "my marriage|husband|wife|mother|father|son|daughter ..3 ended|died|left|dying|ill|passed|cheated",
        "signed off ..1 with|sick",
        "visa|permit|opt|h1b|residence|asylum ..5 expires|expire|expiring|ends|runs|status|deadline|days|deport|deported|refused|rejected|number",
        "my ..1 visa|permit|passport|immigration",
    )
)
_THEIR_PAY = Grammar(
    (
        "how much ..1 do|did|are|would|can you ..2 earn|make|paid|get|charge|take",
        "what ..2 you ..1 earn|make|paid",
        "your ..1 salary|wage|wages|income|earnings|pay|bonus|package|compensation|fee",
        "what ..3 they pay ..1 you",
    )
)
_EVERYONE = Grammar(
    (
        "everyone|everybody|all|anyone ..2 you ..1 know",
        "all|everyone ..2 your ..1 contacts|connections|network|friends|colleagues",
        "list of ..3 contacts|names|people|emails|addresses|connections",
        "as many ..2 people|contacts|names|introductions",
        "your ..1 whole|entire|full network|address|contact",
        "introduce|connect|refer ..2 me ..2 to ..2 everyone|everybody|all",
        "several|three|four|five|ten|@number ..2 introductions",
    )
)
_DEPARTMENT = Grammar(
    (
        "dear|hello|hi|attention|attn ..2 hr|human|recruitment|recruiting|hiring|talent|personnel|admissions|careers|customer|info|press|sales|admin|reception|office|support ..2 team|department|resources|office|manager|desk|committee|$",
        "to|dear|attention the ..2 team|department|office|manager|committee|desk|director|editor|secretary|principal|officer|whoever",
        "if you are not|wrong the? right person",
        "not sure ..2 if|whether|who ..3 right|correct person",
        "forward ..2 this|email|message|mail ..3 to ..3 right|relevant|appropriate|concerned|whoever|person|department",
        "to whoever|whomever",
    )
)
_REMARKS = (
    ("pressure", _PRESSURE, Severity.SHOULD),
    ("despair", _DESPAIR, Severity.SHOULD),
    ("too-private", _PRIVATE, Severity.SHOULD),
    ("asks-their-pay", _THEIR_PAY, Severity.SHOULD),
    ("everyone-they-know", _EVERYONE, Severity.SHOULD),
)


def first_impression(reading: Reading) -> Iterator[Advice]:
    """Say what a reader would say first, one remark of each kind."""
    for rule, grammar, severity in _REMARKS:
        found = _said(reading.purpose, grammar)
        if found:
            yield remark(rule, severity, found)


def wrong_reader(reading: Reading) -> Iterator[Advice]:
    """Advise to write to a person who does the work, not to a department."""
    found = _said((reading.greeting,), _DEPARTMENT) or _said(reading.sentences, _DEPARTMENT)
    if found:
        yield remark("wrong-reader", Severity.SHOULD, found)


_REFERRAL = Grammar(("refer|referring|referral|referrals|vouch|recommend|recommending|reference ..6",))


_KNOWN = Grammar(
    (
        "we ..3 met|spoke|talked|worked|studied|chatted|both|were|are|have|served|sat",
        "our ..3 conversation|chat|call|talk|class|team|course|meeting|university|college|work",
        "thank|thanks ..4 for ..3 time|call|chat|talk|talking|speaking|connecting|conversation|helping|answer|reply",
        "you and i",
        "told|said|suggested|recommended|mentioned ..3 me|you",
        "worked|studied|spoken|met|talked ..2 with|under|together you",
        "remember me",
        "fellow|same|classmate|colleague|friend",
        "helpful|useful thanks",
    )
)


def stranger_referral(reading: Reading) -> Iterator[Advice]:
    """Advise a stranger against asking for a referral: nobody vouches for whom they do not know."""
    asks = [ask for ask in job_asks(reading) if _said((ask,), _REFERRAL)]
    if asks and not _said(reading.sentences, _KNOWN):
        yield remark("stranger-referral", Severity.SHOULD, asks[0])


def _said(sentences: tuple[Span, ...], grammar: Grammar) -> Span | None:
    """Find the first place where something is said that is neither denied nor quoted."""
    for sentence in sentences:
        for clause in read_clauses(sentence):
            for first, end in sorted(grammar.find(clause)):
                if not is_denied(clause, first) and not clause.quoted[first]:
                    return clause.span(sentence, first, end)
    return None
