"""Is a field left unfilled? `[Name]`, `{{first_name}}`, `<COMPANY>`, `(your school)`, `____`, `XYZ`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from infoview.advice import Advice, Severity
from infoview.coach.reading import Reading, Span
from infoview.coach.remark import remark
from infoview.content import words


@cache
def _fields() -> tuple[re.Pattern[str], ...]:
    """Compile the ways of marking a field; the field words come from the content."""
    known = "|".join(words("coach")["lists"]["field_words"])
    return (
        re.compile(r"\{\{?[^{}]{1,200}\}\}?|<<[^<>\n]{1,60}>>|\$\{?[a-z]\w{2,40}\}?|%[A-Za-z_]{3,40}%"),
        re.compile(r"\[(?!\d{1,3}\]|sic\]|x?\]|\.\.\.\]|…\])[^\[\]]{1,200}\](?!\()"),
        re.compile(r"<(?!https?:|mailto:|/|3\b)(?![^<>\n]{0,80}@)[A-Za-z][^<>\n]{0,60}>"),
        re.compile(
            rf"\((?:(?:your|insert|add|enter|fill in|mention|their|his/her|e\.g\.,? your)_? ?[^()]{{1,80}}|(?:the |their |a |my )?(?:{known})(?:[ /_,]+(?:{known}))*(?:'s name)?)\)",
            re.IGNORECASE,
        ),
        re.compile(r"_{3,}|(?<![.\w])\.{5,}(?!\w)|(?<!\w)-{4,}(?=\s\w)"),
        re.compile(r"(?<![\w.@/-])(?:XYZ|ABC(?! (?:News|Radio|TV))|XXX*|YYY?Y*|ZZZ)(?![\w@/-])(?!\.\w)"),
        re.compile(r"(?<![\w.@/:-])[A-Z]{2,20}(?:_[A-Z]{2,20}){1,4}(?![\w@/])"),
        re.compile(rf"(?<![\w.@/:-])(?:{known})(?:_(?:{known}))+(?![\w@/.])", re.IGNORECASE),
        re.compile(
            r"(?<![\w-])(?:Your|Recipient|Recipient's|Contact|Contact's|Insert|Company|First|Last|Full) (?:Full )?(?:Name|Title|Company|University|School|Here)(?![\w-])"
        ),
        re.compile(
            r"(?<!\w)(?:Company|Person|University|School|Firm) [XYZ](?!\w)|(?<!\w)(?:Mr|Ms|Mrs|Dr)\.? [XYZ](?![\w.])"
        ),
        re.compile(
            r"(?<![\w-])(?:Manager|Recruiter|Referrer|Connection|Mentor|Person|Event|Job|School)(?:'s)? Name(?![\w-])"
        ),
        re.compile(rf"(?<![\w*])\*(?:{known})\*(?!\w)|(?<!\w)@(?:{known})(?=[,!.\s])", re.IGNORECASE),
        re.compile(
            r"(?<![\w-])(?:INSERT [A-Z]+|(?:FIRST |LAST |FULL |COMPANY |YOUR )?(?:NAME|COMPANY|UNIVERSITY|SCHOOL|POSITION|ROLE|TITLE))(?![\w-])"
        ),
        re.compile(
            r"(?:(?:Hi|Dear|Hello|Hey)) ?(?:…|\.{3,})\s*,|\b(?:in|at|with|as|a|an|the) ?(?:…|\.{3,})(?=[\s.,]|$)"
        ),
        re.compile(r"(?<!\w)(?:TODO|TBD|FIXME|TK TK|Lorem ipsum)(?!\w)"),
    )


@lru_cache(maxsize=1)
def unfilled_fields(reading: Reading) -> tuple[Span, ...]:
    """Find the fields left unfilled, in the subject and everywhere in the text."""
    found = [
        Span(at.start(), at.end(), at[0], part)
        for part, text in (("subject", reading.draft.subject), ("body", reading.draft.body))
        for field in _fields()
        for at in field.finditer(text)
    ]
    return tuple(sorted(found, key=lambda span: (span.part, span.start)))


def unfilled(reading: Reading) -> Iterator[Advice]:
    """Show what is still to be filled in."""
    for field in unfilled_fields(reading)[:1]:
        yield remark("placeholder", Severity.MUST, field, field=field.text)
