"""How the coach reads a draft: greeting, sentences and signature, each with its place in the text.

Every text here has exactly the length of what the person wrote, so that a place found in it is the place
to show. Spaces inside an unfilled field become underscores: `[your name]` reads as the one word
`[your_name]`, and the rules can treat it as the word it stands for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from infoview.coach.draft import Draft

LONGEST_SENTENCE = 600
"""Characters; a longer stretch without a full stop is cut, so that every search stays quick."""
LONGEST_LETTER = 8_000
"""Characters that are read closely; what lies beyond, a pasted page, only counts as words."""
LONGEST_SUBJECT = 500

_SAME_LENGTH = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2013\u2212", "-")
    | dict.fromkeys("\u00a0\u202f\u2009\t\r\v\f", " ")
    | dict.fromkeys("\u2028\u2029\x85", "\n")
)
_FIELD = re.compile(r"\{\{[^{}\n]{1,120}\}\}|\[[^\[\]]{1,200}\]|\{[^{}]{1,200}\}|<[A-Za-z_][^<>@/\n]{0,60}>")
_SPACES = re.compile(r"\s")


_WORDS = re.compile(r"\S*[^\W_]\S*")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: where it starts and ends, how it reads, and in which part of the draft."""

    start: int
    end: int
    text: str
    part: str = "body"


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft taken apart: `body` is the whole text, the spans are its parts, `sentences` its message.

    `words` counts the message, without greeting and signature.
    """

    draft: Draft
    subject: str
    body: str
    greeting: Span
    message: Span
    signature: Span
    sentences: tuple[Span, ...]
    words: int

    @property
    def purpose(self) -> tuple[Span, ...]:
        """Give the subject and the sentences as one sequence; the subject has its own places."""
        return (Span(0, len(self.subject), self.subject, "subject"), *self.sentences)

    @property
    def whole(self) -> tuple[Span, ...]:
        """Give the subject, the sentences and the lines of the signature."""
        return (*self.purpose, *self.signature_lines)

    @property
    def signature_lines(self) -> tuple[Span, ...]:
        """Give the lines of the signature."""
        lines = _LINE.finditer(self.body, self.signature.start)
        return tuple(span for line in lines for span in _pieces(self.body, line.start(), line.end()))

    @property
    def everything(self) -> tuple[Span, ...]:
        """Give the sentences and then the lines of the signature."""
        return (*self.sentences, *self.signature_lines)


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern once; a space in it stands for any white space, and case does not matter."""
    return re.compile(text.replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """Split a text into words; a lone dash or bullet is none."""
    return _WORDS.findall(text)


def straight(text: str) -> str:
    """Straighten quotes, dashes and spaces; the length stays."""
    return text.translate(_SAME_LENGTH)


def plain(text: str) -> str:
    """Straighten a text, and join the words of unfilled fields; the length stays."""
    return _FIELD.sub(lambda found: _SPACES.sub("_", found[0]), straight(text))


def read(draft: Draft) -> Reading:
    """Take a draft apart."""
    body = plain(draft.body[:LONGEST_LETTER])
    greeting = _greeting(body)
    signature = _signature(body, greeting.end)
    message = _span(body, greeting.end, signature.start)
    after = re.compile(r"^\W{0,3}P\.?\s?S\b", re.IGNORECASE | re.MULTILINE).search(body, signature.start)
    stretches = [message] + ([_span(body, after.start(), len(body))] if after else [])
    sentences = tuple(sentence for stretch in stretches for sentence in _sentences(body, stretch))
    words = len(words_of(message.text)) + len(words_of(draft.body[LONGEST_LETTER:]))
    return Reading(
        draft, plain(draft.subject[:LONGEST_SUBJECT]), body, greeting, message, signature, sentences, words
    )


def split(text: str) -> tuple[Span, ...]:
    """Cut a text that stands alone into its sentences."""
    return tuple(_sentences(text, _span(text, 0, len(text))))


def sentences_of(text: str) -> tuple[str, ...]:
    """Cut a text into its sentences, each with the space behind it; together they are the text."""
    body = plain(text)
    starts = [sentence.start for sentence in split(body)]
    return tuple(text[start:end] for start, end in pairwise([*starts, len(text)]))


def _span(body: str, start: int, end: int) -> Span:
    """Give a stretch without the white space around it."""
    stretch = body[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return Span(start, max(start, start + len(stretch.strip())), stretch.strip())


_NAME = r"(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam)\b\.?(?:\s?/\s?\w{2,6}\.?)?\s+)?"
_HELLO = re.compile(
    r"\s*(?:to whom it may concern\b\s*[,:.!]?"
    rf"|(?:dear|hi|hello|hey|hiya|greetings|good (?:morning|afternoon|evening|day))\b[ ]*(?:{_NAME})?"
    r"(?:(?:[^\s,.!:;?—]{1,30}[ ]*){0,6}?(?:[,!.:;—]+|(?<!\w)-+\s|(?=\n)|$)|(?:(?-i:[A-Z])\S*\s){0,3}))",
    re.IGNORECASE,
)
_NAME_LINE = re.compile(r"\s*[^\W\d_][\w.'-]*(?:[ ][^\W\d_][\w.'-]*){0,2},[ ]*(?=\n)")


def _greeting(body: str) -> Span:
    """Find the greeting: `Dear Ms. Okafor,`, `Hi`, or a name alone on the first line."""
    found = _HELLO.match(body) or _NAME_LINE.match(body)
    return _span(body, 0, found.end()) if found else Span(0, 0, "")


_SIGN_OFF = re.compile(
    r"^\W{0,3}(?:(?:with |many |very |kind(?:est)? |warm(?:est|ly)? |best |my |all )*"
    r"(?:thanks|thank you|thx|best|regards?|wishes|sincerely|yours|cheers|warmly|warmest|respectfully"
    r"|cordially|gratitude|gratefully|the best|appreciation|take care|talk soon|ttyl)"
    r"(?: (?:so|very) much| again| in advance| a lot| and(?: \w+)? regards?| (?:and|&) (?:\w+ )?regards?"
    r"| & regards?| sincerely| truly| faithfully| from| for considering(?: \w+)?| for reading"
    r"| for your (?:time|help|consideration)| and best(?: wishes)?)*)[ ]*[,.!—-]*[ ]*$",
    re.IGNORECASE | re.MULTILINE,
)
_INLINE_SIGN_OFF = re.compile(
    r"(?:(?:kind|warm|best) (?:regards|wishes)|sincerely|all the best|many thanks|best|thanks|cheers)[,!]\s+"
    r"\S{1,40}(?: \S{1,30}){0,3}\s*$",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_LONGEST_SIGNATURE = 14
_LONGEST_NAME = 5
_LONGEST_SIGNATURE_LINE = 14


def _signature(body: str, start: int) -> Span:
    """Find the signature: from the sign-off, or the name alone at the end, down to the last line."""
    begin = _sign_off(body, start)
    if begin is None:
        begin = _name_at_the_end(body, start)
    return _span(body, len(body) if begin is None else begin, len(body))


def _sign_off(body: str, start: int) -> int | None:
    """Find where a sign-off starts that only short lines follow."""
    tail = max(start, len(body) - 2000)
    for found in _SIGN_OFF.finditer(body, tail):
        rest = re.split(r"\n\W{0,3}P\.?\s?S\b", body[found.end() :], maxsplit=1)[0]
        lines = [line for line in rest.split("\n") if line.strip()]
        if len(lines) <= _LONGEST_SIGNATURE and all(
            len(line.split()) <= _LONGEST_SIGNATURE_LINE for line in lines
        ):
            return found.start()
    inline = _INLINE_SIGN_OFF.search(body, max(start, len(body) - 160))
    return inline.start() if inline else None


def _name_at_the_end(body: str, start: int) -> int | None:
    """Find a last line, or last words after a full stop, that are a name and nothing else."""
    lines = list(_LINE.finditer(body, start))
    begin = None
    for line in reversed(lines[-6:]):
        words = words_of(line[0])
        sentence_like = line[0].rstrip().endswith((".", "!", "?")) or len(words) > _LONGEST_NAME
        if sentence_like or not words or not all(_starts_a_name(word) for word in words):
            break
        begin = line.start()
    if begin is None:
        name = re.search(r"(?<=[.!?])\s+[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){1,2}\s*$", body[start:][-80:])
        begin = len(body) - len(name[0]) if name else None
    return begin


def _starts_a_name(word: str) -> bool:
    first = word.lstrip("-—*_(\"'")[:1]
    return not first or first.isupper() or not first.isalpha() or "." in word or "_" in word


_BREAK = re.compile(r"[.!?…]{1,5}[\"')\]]{0,3}\s+|\n\s*\n\s*|\n\s*(?=[•*·\-▪]|\d[.)])|•\s*")
_ABBREVIATION = re.compile(
    r"(?<![\w'])(?:mr|mrs|ms|mx|dr|prof|st|jr|sr|e\.g|i\.e|etc|vs|no|dept|approx|[a-z])\.$", re.IGNORECASE
)
"""What a full stop may belong to; the "s" of "my master's." is no initial."""
_PARAGRAPH = re.compile(r"\n\s*\n")


_CAPITAL_BEGINS = re.compile(r"[.!?]\s+[A-Z]")
"""Whoever writes no capitals still ends sentences."""


def _sentences(body: str, stretch: Span) -> list[Span]:
    """Split a stretch into sentences; a line break alone does not end one, and a blank line always does."""
    found: list[Span] = []
    start = stretch.start
    capitals = _CAPITAL_BEGINS.search(body, stretch.start, stretch.end) is not None
    for stop in _BREAK.finditer(body, stretch.start, stretch.end):
        ends = stop.start() + len(stop[0].rstrip())
        goes_on = stop[0].rstrip() == "." and not _PARAGRAPH.search(stop[0])
        if goes_on and _ABBREVIATION.search(body, max(start, ends - 8), ends):
            continue
        if capitals and stop[0][0] == "." and body[stop.end() : stop.end() + 1].islower():
            continue
        found += _pieces(body, start, ends)
        start = stop.end()
    return found + _pieces(body, start, stretch.end)


def _pieces(body: str, start: int, end: int) -> list[Span]:
    """Cut a very long sentence into pieces that can be searched quickly."""
    cuts = [*range(start, end, LONGEST_SENTENCE), end]
    spans = (_span(body, cuts[n], cuts[n + 1]) for n in range(len(cuts) - 1))
    return [Span(span.start, span.end, span.text.replace("\n", " ")) for span in spans if span.text]
