"""Where does the sender say who they are: what they study, do or did, more than a name or an interest?"""

# ruff: noqa: E501 - a pattern is one line

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from infoview.coach.clauses import FIELD, NAME, NUMBER, Clause
from infoview.coach.grammar import Grammar
from infoview.coach.objects import read_clauses
from infoview.coach.reading import Reading, Span
from infoview.coach.vocabulary import members

_MINE = frozenset(("i", "my", "we", "me", "am", "fellow"))
_YOURS = frozenset(("you", "your", "yours"))
_ARTICLES = frozenset(("a", "an", "the", "one", "your"))
_LONGEST_ROLE = 6

_TELLS = Grammar(
    (
        "my ..3-interest|passion|your|and <background> ..1 is|are|was|includes|include|at|as|in|with|on|of|covers|spans|taught|has|have|focuses|lies|began",
        "my ..1-interest|your|and @name|@field|legal|two|three|four|five|six|seven|eight|ten|@number|current|little|family|small|previous|past|last|final|first|second|third ..3 <background>",
        "with|over|nearly|almost|about|after|for|of|and|have|got|has|spent|past|last ..3 @number|@field|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|several|many|some|few years|year|months|decades|summers|seasons|winters|semesters !away|ago|you",
        "@number|@field|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|several years ..1 of|in|as|at|on|into|working|doing|running|teaching|behind|experience|with|under|old !you",
        "@number|@field ..1 years ..2 experience|old|exp",
        "i ..2 have|hold|got|earned|completed|received|took|did|finished ..5-your|question|reading|to|for <degree>|experience|background|certificate|qualification",
        "i ..1 read law|history|english|classics|maths|physics|chemistry|economics|medicine|music|geography|philosophy|theology|modern",
        "i ..1 accepted ..2 offer|place|job|position",
        "as|being a|an ..4-someone|result|part|reader|fan|friend|person|token @hand|<occupation>|<calling>|<degree>",
        "fellow ..3 <degree>|@hand|@name|<calling>",
        "we ..2 both ..3 <degree>|@hand|students|studied|alumni|work|engineers|teachers|grads",
        "having ..2 taught|worked|studied|graduated|completed|finished|spent|trained|served|led|run|interned|earned|grown",
        "studying|reading|majoring|enrolled|apprenticed|employed|volunteering|interning ..3-your in|at|with|as|for",
        "currently|presently|now ..1 studying|working|training|teaching|doing|completing|finishing|pursuing|employed|freelancing|unemployed|retired|retraining",
        "my thesis|dissertation|degree|phd|apprenticeship|finals|coursework|classroom|pupils|patients|ward|boat|flock|course|workshop|bakery|kitchen|doctorate|studio|shop|practice|stall|classes|lab|clients",
        "i ..1 used to !your",
        "i keep|kept !wondering|thinking|reading|coming|asking|hearing|returning|an|my|your|in|seeing|it|this|you|finding|looking|going",
        "my days|nights|mornings|weekdays ..2 are|is|were|go",
        "call me ..2 <calling>|@hand|<degree>",
        "i am|is ..2 @name ..5 <calling>|<occupation>|@hand|<degree> since|for|in|at|from|with",
        "having ..1 sold|left|kept|bought|built|ran|lost|closed ..3-your",
        "done|did|finished|passed|completed|got ..1 my ..4-your",
        "^ just|only|merely|now|once|formerly a|an ..3 <calling>|<occupation>|<degree>|@hand",
        "my name is ..4 from|a|an|the|of|in|at|@number",
        "here ..1 from",
        "ex|former|aspiring|qualified|retired|trained|licensed|chartered ..2 @hand|<occupation>|<calling>",
        "@field years|year",
        "between jobs",
        "out of work",
        "new to ..3 <field_noun>",
        "coming|come|switching|moving|transitioning ..1 from ..1 a|an|@field|sales|nursing|teaching|law|finance|retail",
        "career changer",
        "i ..3 trained|qualified|raised|born|brought up",
        "background|experience in|of|with ..1 @name|@field|teaching|nursing|law|retail|theatre|sales|design|software",
        "me ..1 a|an ..3 @hand|<calling>|<degree>",
        "before ..3 i ..1 <ran> ",
    )
)
_LINE = Grammar(
    (
        "<degree>",
        "<calling> ..2 at|in|of|@name",
        "@name|lead|senior|junior|chief|head <occupation>|@hand|<calling>",
    )
)


@lru_cache(maxsize=1)
def who(reading: Reading) -> Span | None:
    """Find where the sender first says who they are: study, work or background, more than a name."""
    return next((found for sentence in reading.sentences for found in told_in(sentence)), None) or next(
        (found for line in reading.signature_lines for found in _in_line(line)), None
    )


def told_in(sentence: Span) -> Iterator[Span]:
    """Find where a sentence says who the sender is."""
    for clause in read_clauses(sentence):
        if clause.embedded:
            continue
        found = _i_am(clause) or _i_do(clause) or _TELLS.first(clause) or _fragment(clause)
        theirs = (
            found and clause.words[found[0]] not in _MINE and not _YOURS.isdisjoint(clause.words[: found[0]])
        )
        if found and not theirs and not clause.quoted[found[0]]:
            yield clause.span(sentence, *found)


def _in_line(line: Span) -> Iterator[Span]:
    for clause in read_clauses(line):
        found = _LINE.first(clause)
        if found and "your" not in clause.present:
            yield clause.span(line, *found)


def _i_am(clause: Clause) -> tuple[int, int] | None:
    """`I am a nurse`, `I've been in freight for years`, `I'm Noor, a weaver`; not `I am glad`."""
    words = clause.words
    for place, word in enumerate(words[:-1]):
        if word in ("i", "am") and not (place and words[place - 1] in members("no_statement")):
            after = _after_being(clause, _behind_adverbs(clause, place + (word == "i")))
            if after and _is_identity(clause, after):
                return place, min(after + 2, len(words))
    return None


def _behind_adverbs(clause: Clause, place: int) -> int:
    words = clause.words
    while place < len(words) and "<adverb>" in clause.at[place] and words[place] != "do":
        place += clause.at[place]["<adverb>"]
    return place


def _after_being(clause: Clause, place: int) -> int:
    """Give the place after `am`, `was` or `have been` and any adverbs, or 0 where there is none."""
    words = clause.words
    being = (
        2 if words[place : place + 2] == ["have", "been"] else words[place : place + 1] in (["am"], ["was"])
    )
    behind = _behind_adverbs(clause, place + being)
    return behind if being and behind < len(words) else 0


def _is_identity(clause: Clause, place: int) -> bool:
    """Tell whether what one is says who one is, and not how one feels."""
    word, marks = clause.words[place], clause.at[place]
    if word in _ARTICLES:
        return _names_a_role(clause, place + 1, theirs=word == "your")
    if NAME in marks and FIELD not in marks:
        return _says_more_than_a_name(clause, place)
    return "<mood>" not in marks


def _names_a_role(clause: Clause, place: int, *, theirs: bool) -> bool:
    near = clause.at[place : place + _LONGEST_ROLE]
    if not near or theirs:
        return bool(near) and "<mail_noun>" not in near[0]
    return "<no_identity>" not in near[0] or any(not _ROLES.isdisjoint(marks) for marks in near)


_ROLES = frozenset(("<occupation>", "<calling>", "<degree>", "@hand", FIELD))
_OF_WORK = frozenset(("<degree>", "<calling>", "<occupation>", NUMBER, "<adverb>"))


def _says_more_than_a_name(clause: Clause, place: int) -> bool:
    """`Mia's father`, `Noor, a weaver`, `Ana from the night shift`."""
    words = clause.words
    while place < len(words) and NAME in clause.at[place]:
        place += 1
    if place == len(words):
        return False
    return (
        words[place] == "'s"
        or words[place] in members("after_a_name")
        or not _OF_WORK.isdisjoint(clause.at[place])
    )


def _i_do(clause: Clause) -> tuple[int, int] | None:
    """`I mend nets`, `I used to be a cook`: any verb but those of the mail itself."""
    words = clause.words
    for place, word in enumerate(words[:-2]):
        if word != "i" or (place and words[place - 1] in members("no_statement")):
            continue
        verb = place + 1
        while verb < len(words) and ("<adverb>" in clause.at[verb] or words[verb] in ("have", "had")):
            verb += clause.at[verb].get("<adverb>", 1)
        rest = words[verb + 1 : verb + 5]
        plain = verb < len(words) and words[verb].isalpha() and "<mail_verb>" not in clause.at[verb]
        if (
            plain
            and rest
            and words[verb] not in members("no_verbs")
            and not {"you", "your", "yours"} & set(rest)
        ):
            return place, verb + 1
    return None


def _fragment(clause: Clause) -> tuple[int, int] | None:
    """`Oldport cooper, now retired.` `Accordion builder here.` Words about oneself, with no verb."""
    if not (clause.first or clause.aside) or clause.part == "subject" or "<told_me>" in clause.present:
        return None
    cuts = [0, *clause.commas[:_FIRST_SEGMENTS], len(clause.words)]
    for start, end in pairwise(cuts):
        if members("fragment_spoilers").isdisjoint(clause.words[start:end]):
            for place in range(start, end):
                if not {"<degree>", "<calling>", "<occupation>"}.isdisjoint(clause.at[place]):
                    return start, place + 1
    if "here" in clause.words[1 : _LONGEST_ROLE + 1] and members("fragment_spoilers").isdisjoint(
        clause.words
    ):
        return 0, clause.words.index("here") + 1
    return None


_FIRST_SEGMENTS = 2
