"""How the coach reads a sentence: words in one spelling, clause by clause, each word with its place.

First all spellings become one: capitals, curly quotes, contractions (`I'd` is `i would`), chat (`u`, `pls`),
abbreviations of mail (`PFA`). Then the sentence is cut into clauses, because a `not` covers its own clause
and no other. Each word knows the classes it belongs to (see `vocabulary`) and where it stands in the text.
"""

# ruff: noqa: E501 - a pattern is one line

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from infoview.coach.reading import Span
from infoview.coach.vocabulary import FILE, classes, members
from infoview.content import words as content

NAME = "@name"
"""The mark of a word that is written like a name, or of a field that is still to be filled in."""
FIELD = "@field"
NUMBER = "@number"

_TOKEN = re.compile(r"[\[{<]+[^\]}>\s]+[\]}>]+|[^\W_]+(?:['][^\W_]+)*|'s\b|[&@#£$€]|[^\w\s]|_+", re.UNICODE)
_WORD_LIKE = re.compile(r"[\w\[{<&'@£$€#]")
_ENDINGS = (
    ("n't", ("not",)),
    ("'m", ("am",)),
    ("'re", ("are",)),
    ("'ve", ("have",)),
    ("'ll", ("will",)),
    ("'d", ("would",)),
)


@dataclass(slots=True)
class Clause:
    """A clause: its words in one spelling, what each may stand for, and where each stands.

    `commas` are the places of words behind a comma. `at` gives for each word the classes that begin there and how many words each takes. `question` tells
    whether its sentence ends with a question mark; `first`, whether it begins the sentence; `embedded`,
    whether it tells how, what or why something is, so that nobody is asked to do it; `aside`, whether it stands in
    brackets.
    """

    part: str
    question: bool
    first: bool
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    at: list[dict[str, int]] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    commas: list[int] = field(default_factory=list)
    embedded: bool = False
    aside: bool = False
    present: set[str] = field(default_factory=set)

    def mark(self, place: int, name: str, length: int = 1) -> None:
        """Say that the words at a place stand for something."""
        self.at[place] = {**self.at[place], name: max(length, self.at[place].get(name, 0))}
        self.present.add(name)

    def span(self, sentence: Span, first: int, end: int) -> Span:
        """Give the words from one place to another as they stand in the draft."""
        start, stop = self.starts[first], self.ends[end - 1]
        text = sentence.text[start - sentence.start : stop - sentence.start]
        return Span(start, stop, text, sentence.part)


@cache
def _lexicon() -> tuple[dict[str, dict[str, int]], dict[tuple[str, str], list[tuple[list[str], str]]]]:
    """Give the classes of single words, and for each first two words the phrases that begin with them."""
    single: dict[str, dict[str, int]] = {}
    phrases: dict[tuple[str, str], list[tuple[list[str], str]]] = {}
    for name, entries in classes().items():
        for entry in entries:
            match normal(entry):
                case [word]:
                    single.setdefault(word, {})[f"<{name}>"] = 1
                case [first, second, *rest]:
                    phrases.setdefault((first, second), []).append((rest, f"<{name}>"))
    return single, phrases


@cache
def _chat() -> dict[str, tuple[str, ...]]:
    """Give the spellings of chat and of hurry, and what they stand for."""
    pairs = (entry.split(":") for entry in content(FILE)["spelling"]["short"].split(","))
    return {short.strip(): tuple(long.split()) for short, long in pairs}


def normal(text: str) -> list[str]:
    """Give the words of a text in one spelling."""
    return [word for token in _TOKEN.findall(text) if _WORD_LIKE.match(token) for word in _spelled(token)]


@lru_cache(maxsize=4096)
def _spelled(token: str) -> tuple[str, ...]:
    """Spell a word as every other: `I'd` is `i would`, `pls` is `please`, `Oldport's` is two words."""
    word = token.lower()
    known = _chat().get(word)
    if known:
        return known
    return _parted(word) if "'" in word and word[0] not in "[{<" else (word,)


def _parted(word: str) -> tuple[str, ...]:
    """Part what an apostrophe joins."""
    for ending, expanded in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return (*_spelled(word.removesuffix(ending)), *expanded)
    stem, _, rest = word.rpartition("'")
    if rest == "s" and stem:
        return (stem, "is" if stem in members("is_after") else "'s")
    return (word,)


@lru_cache(maxsize=1024)
def clauses_of(sentence: Span) -> tuple[Clause, ...]:
    """Cut a sentence into clauses."""
    question = "?" in sentence.text[-4:] or "?" in sentence.text
    found: list[Clause] = []
    clause = Clause(sentence.part, question, first=True)
    reached, quoted = sentence.start, False
    for token in _TOKEN.finditer(sentence.text):
        text = token[0]
        if not _WORD_LIKE.match(text):
            quoted ^= text == '"'
            continue
        spelled = _spelled(text) if text not in _FIGURES else _figure(text, sentence.text[token.end() :])
        start, end = sentence.start + token.start(), sentence.start + token.end()
        before, reached = sentence.text[reached - sentence.start : token.start()], end
        for number, word in enumerate(spelled):
            embeds = word in _EMBEDS and bool(clause.words) and clause.words[-1] not in _NO_EMBEDDING
            if clause.words and (embeds or _parts(before, word, clause)):
                found.append(clause)
                clause = Clause(sentence.part, question, first=False, embedded=embeds, aside="(" in before)
            elif not clause.words:
                clause.embedded = word in _EMBEDS and clause.first
            if "," in before:
                clause.commas.append(len(clause.words))
            before = ""
            clause.words.append(word)
            clause.starts.append(start)
            clause.ends.append(end)
            clause.quoted.append(quoted)
            clause.at.append(_marks(text, word, first=not found and len(clause.words) == 1 + number))
    if clause.words:
        found.append(clause)
    for clause in found:
        _classify(clause)
    return tuple(found)


_FIGURES = {
    "4": ("for", re.compile(r" (?:a|u|ur|you|me|my|the|any|free|some)\b")),
    "2": ("to", re.compile(r" (?:b|be|do|ask|chat|talk|work|hear|know|meet|join|learn|see|get)\b")),
    "id": (
        "i would",
        re.compile(
            r" (?:do|be|love|like|happily|really|also|gladly|work|take|come|literally|just|never|even)\b"
        ),
    ),
}
"""Figures that chat writes for words."""


def _figure(text: str, behind: str) -> tuple[str, ...]:
    word, follows = _FIGURES[text]
    return tuple(word.split()) if follows.match(behind.lower()) else (text,)


_EMBEDS = frozenset(("how", "what", "why"))
_NO_EMBEDDING = frozenset(("or", "whatever", "exactly", "matter", "some", "any"))
_STRONG = frozenset(";:()-!?*\u2014\u2022|")
_ALWAYS_NEW = frozenset(["but", "however", "although", "though", "because"])
_AND = frozenset(("and", "so", "or", "then"))


_SHORTEST_CLAUSE = 2


def _parts(before: str, word: str, clause: Clause) -> bool:
    """Tell whether a new clause begins at a word, from the marks before it and the word itself."""
    if before != "-" and not _STRONG.isdisjoint(before):
        return True
    if "," in before:
        return word in members("new_subject")
    if word in _ALWAYS_NEW and len(clause.words) > 1:
        return True
    return clause.words[-1] in _AND and word in members("after_and") and len(clause.words) > _SHORTEST_CLAUSE


@lru_cache(maxsize=4096)
def _marks(text: str, word: str, *, first: bool) -> dict[str, int]:
    """Give what one word stands for by itself."""
    marks = {word: 1, **_lexicon()[0].get(word, {})}
    if text[0] in "[{<":
        marks |= {NAME: 1, FIELD: 1} | {name: 1 for name, hint in _FIELDS if hint.search(text)}
    elif text[0].isdigit():
        marks[NUMBER] = 1
    elif text[0].isupper() and not first and text not in members("no_names"):
        marks[NAME] = 1
    return marks


_FIELDS = (
    ("@post", re.compile(r"(?i)role|position|job|title")),
    ("@time", re.compile(r"(?i)day|date|time|slot|availab")),
    ("@link", re.compile(r"(?i)your_|talk|article|mutual|met_|read_|heard_")),
)


def _classify(clause: Clause) -> None:
    """Mark the phrases of several words, and note what there is."""
    phrases, words = _lexicon()[1], clause.words
    for place, pair in enumerate(pairwise(words)):
        for rest, name in phrases.get(pair, ()):
            if words[place + 2 : place + 2 + len(rest)] == rest:
                clause.mark(place, name, len(rest) + 2)
    for marks in clause.at:
        clause.present.update(marks)
