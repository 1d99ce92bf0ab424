"""Is a field left unfilled? In any style: `[Name]`, `{{first_name}}`, `(check title!)`, `Dear ,`, `Mr./Ms.`, `XYZ`.

What is a field shows by its place and its marks, not by its words alone: a tag at the start of a subject,
pronouns, a reference, a roman numeral or a link are none.
"""

# ruff: noqa: E501, ISC004, RUF001 - a style of field is one pattern; foreign brackets are meant

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from infoview.coach.advice import Advice, Severity
from infoview.coach.reading import LONGEST_LETTER, LONGEST_SUBJECT, Reading, Span, straight
from infoview.coach.remark import remark
from infoview.coach.vocabulary import FILE
from infoview.content import words

_TITLE = r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|herr|frau)"
_GREETING = r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|greetings)"

_STYLES = (
    # brackets made for fields
    r"\{\{?[^{}]{1,200}\}\}?|<<[^<>\n]{1,60}>>|\$\{?[a-z]\w{2,40}\}?|%%?[a-z_]{3,40}%?%|\$\$[^$\n]{1,40}\$\$|##?[a-z_]{3,40}##?",
    r"\[[^\[\]]{1,200}\](?!\()",
    r"<(?!https?:|mailto:|/|3\b)(?![^<>\n]{0,80}@)[a-z_][^<>\n]{0,60}>",
    # notes to oneself, in any bracket
    r"[(\[*«/~|]{1,3}(?:your|insert|add|enter|fill in|mention|their|his/her|e\.g\.,? your|check|verify|look up|confirm|"
    r"find out|replace|change|to ?do|todo|tbc|tbd|ask \w+ for|put \w+ here|remember to|update|note to self|don't forget)\b"
    r"[^()\[\]*»~|\n]{0,90}[)\]*»~|]",
    r"\((?![^()\n]*\b(?:I|we|you|he|she|they|my|our|which|who|that)\b)[^()\n]{0,60}\b(?:write|finish|expand|shorten|rewrite|fill|"
    r"double-check|add|insert|decide)\b[^()\n]{0,40}\)",
    r"\([^()\n]{0,70}(?:\?\?+|!!+|delete as|as appropriate|as applicable|whichever (?:fits|applies)|\btbc\b|\btbd\b|\bxx+\b)"
    r"[^()\n]{0,50}\)",
    r"\((?:the |their |your )?<fields> of (?:the |your |their |an? )?\w+\)",
    r"\((?:the |their |a |my )?<fields>(?:[\s/_,]{1,3}<fields>){0,5}(?:'s name)?\s?[?!]?\)",
    r"\bdelete as (?:appropriate|applicable)\b|\bnote to self\b",
    r"(?<![\w*])\*{1,2}<fields>(?:[\s_]<fields>){0,3}\*{1,2}(?!\w)|(?<!\w)@(?:first|last|full|company|your)?_?<fields>(?=[,!.\s])"
    r"|[«‹]\s?<fields>(?:\s<fields>){0,3}\s?[»›]|\|<fields>\||~<fields>~",
    # gaps
    r"_{2,}|(?<![.\w])\.{5,}(?!\w)|(?<![\w-])-{4,60}(?=\s\w)|…{2,}(?=\s\w)",
    rf"\b{_GREETING} ?(?:…|\.{{3,5}})\s*,|\b(?:in|at|with|as|a|an|the) ?(?:…|\.{{3,5}})(?=[\s.,]|$)",
    r"^\s*dear\s*(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor)\.?)?\s*[,:;!](?=\s|$)|^\s*(?:hi|hello|hey)\s+[,:](?=\s|$)"
    rf"|^\s*{_GREETING}\s+(?:mr|mrs|ms|miss|dr|prof)\.?\s*[,:](?=\s*\n)|^\s*{_GREETING}\s+[?_.\-*]{{2,}}",
    r"\b(?:at|from|with|by|about|for|called|of|to|in) {1,3}[,;](?=\s)|\b(?:at|from|with|by|about|for|of) {1,3}\.(?=\s|$)",
    # alternatives
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof)\.? ?/ ?(?:mr|mrs|ms|miss|mx|dr|prof)\b\.?|\b(?:mr|mrs|ms|dr) or (?:mr|mrs|ms|dr)\b\.?",
    # stand-ins
    r"(?-i:(?<![\w.@/-])(?:XYZ|ABC(?! (?:News|Radio|TV))|YYY?Y*|ZZZ)(?![\w@/-])(?!\.\w))",
    r"(?-i:(?<![\w.@/-])(?<![A-Z][a-z] )(?<!Volume )(?<!chapter )(?<!Chapter )(?<!century )XXX*(?![\w@/-])(?!\.\w)(?! century))",
    r"(?-i:(?<![\w.@/:-])[A-Z]{2,20}(?:_[A-Z]{2,20}){1,4}(?![\w@/]))",
    r"(?<![\w.@/:-])(?=[a-z]{2,20}_)<fields>(?:_<fields>){1,5}(?![\w@/.])",
    r"(?-i:(?<![\w-])(?:Your|Recipient|Contact|Insert|Company|First|Last|Full)(?:'s)? (?:Full )?(?:Name|Title|Company|University|School|Here)(?![\w-]))",
    r"(?-i:(?<![\w-])(?:Manager|Recruiter|Referrer|Connection|Mentor|Person|Event|Job|School)(?:'s)? Name(?![\w-]))",
    r"(?-i:(?<!\w)(?:Company|Person|University|School|Firm|Organisation|Organization|Event|Topic|City|Museum) [XYZ](?!\w)|(?<!\w)(?:Mr|Ms|Mrs|Dr)\.? [XYZ](?![\w.]))",
    r"(?-i:(?<![\w-])(?:INSERT [A-Z]+|(?:FIRST |LAST |FULL |COMPANY |YOUR )?(?:NAME|SURNAME|COMPANY|UNIVERSITY|SCHOOL|POSITION|ROLE|TITLE)(?: HERE)?)(?![\w-]))",
    r"(?-i:(?<!\w)(?:Firstname|Lastname|FirstName|LastName|TODO|TBD|TBC|FIXME|TK ?TK)(?!\w))|\blorem ipsum\b",
    rf"(?-i:\b(?:Dear|Hi|Hello|Hey)) (?:{_TITLE}\.? )?(?:(?-i:Name|Surname|Recipient|Contact|Lastname|Person))(?=\s?[,:])",
    r"\b(?-i:XX?[/.-]XX?)\b|\b(?-i:[XN]{1,2}) (?:years|minutes|months|weeks)\b|\b(?-i:DD|dd)[/. -](?-i:MM|mm|month)\b",
    r"(?<![\w?])\?{2,}(?=[,.]?\s\w)",
)
_NO_FIELD = re.compile(
    r"\[(?:\d{1,4}(?:[-,–]\s?\d{1,4})*|sic|x?|\.\.\.|…|(?:he|she|they|him|her|them|hers|his|theirs|ze|xe|any)(?:\s?[/,]\s?\w{2,8}){1,3}|"
    r"(?:smiles?|laughs?|grin|edited|translated|solved|fixed|closed|resolved|archived|photo|image|cid:\S*|sound|music)|[a-z]{1,2}|\w?)\]"
    r"|\[[^\]]*https?://[^\]]*\]",
    re.IGNORECASE,
)
_SUBJECT_TAG = re.compile(r"\s*(?:(?:re|fw|fwd|aw):\s*)*(?:\[[A-Za-z][\w -]{1,30}\]\s*)+", re.IGNORECASE)


@cache
def _styles() -> re.Pattern[str]:
    fields = words(FILE)["fields"]["words"]
    names = (
        "(?:" + "|".join(sorted((field.strip() for field in fields.split(",")), key=len, reverse=True)) + ")"
    )
    return re.compile("|".join(_STYLES).replace("<fields>", names), re.IGNORECASE)


@lru_cache(maxsize=1)
def unfilled_fields(reading: Reading) -> tuple[Span, ...]:
    """Find the fields left unfilled, in the subject and everywhere in the text, in order."""
    draft = reading.draft
    subject, body = straight(draft.subject[:LONGEST_SUBJECT]), straight(draft.body[:LONGEST_LETTER])
    return (*_fields(subject, "subject"), *_fields(body, "body"))


def _fields(text: str, part: str) -> Iterator[Span]:
    tag = _SUBJECT_TAG.match(text) if part == "subject" else None
    tagged = tag.end() if tag and not _names_a_field(tag[0]) else 0
    for found in _styles().finditer(text):
        if found.start() >= tagged and not _is_aside(found[0].strip(), part, text[: found.start()]):
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            yield Span(start, found.end(), text[start : found.end()], part)


_OWN_WORDS = re.compile(
    r"\b(?:i've|i'm|i'd|i'll|we've|we're|not|i\.e|e\.g|see|sic|or so|also|yes|no|sorry|if|and|but|in|on|with|without|forgive|pardon|though)\b",
    re.IGNORECASE,
)


_COUNTED = re.compile(
    r"\b(?:volumes?|vols?\.?|chapters?|parts?|books?|numbers?|no\.|issues?|plates?|sections?|cantos?|articles?|king|pope|legion|louis|figures?)\s*$",
    re.IGNORECASE,
)
"""Behind these words `XXX` is a roman numeral."""


_CONTACT = re.compile(r"\d{3}|\bplease\b")


def _is_aside(text: str, part: str, before: str) -> bool:
    """Tell whether brackets hold the writer's own words: a reference, pronouns, a tag, a remark."""
    if _NO_FIELD.fullmatch(text):
        return True
    if text.startswith("XX") and _COUNTED.search(before):
        return True
    if not text.startswith("["):
        return False
    own = (
        part == "subject"
        or bool(_OWN_WORDS.match(text.strip("[] ")))
        or text.endswith("!]")
        or bool(_CONTACT.search(text))
    )
    return own and not _names_a_field(text)


@cache
def _field_words() -> frozenset[str]:
    return frozenset(word.strip() for word in words(FILE)["fields"]["words"].split(","))


def _names_a_field(tag: str) -> bool:
    """Tell whether a tag in a subject is a field after all: `[Company] question`."""
    return not _field_words().isdisjoint(re.findall(r"[a-z]+", tag.lower()))


def unfilled(reading: Reading) -> Iterator[Advice]:
    """Show what is still to be filled in; brackets that name no field may hold the writer's own words."""
    fields = sorted(unfilled_fields(reading), key=_is_doubtful)
    for field in fields[:1]:
        severity = Severity.SHOULD if _is_doubtful(field) else Severity.MUST
        yield remark("placeholder", severity, field, field=field.text)


def _is_doubtful(field: Span) -> bool:
    bracketed = field.text.startswith(("[", "("))
    return bracketed and not _names_a_field(field.text) and not _TO_ONESELF.search(field.text)


_TO_ONESELF = re.compile(
    r"\b(?:your|their|his/her|insert|add|enter|fill|check|verify|confirm|todo|to do|tbc|tbd|mention|delete|as appropriate|e\.g|specific|relevant)\b|[_?]|xx",
    re.IGNORECASE,
)
