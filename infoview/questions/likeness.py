"""Which take-away do the questions most like this one serve?

Learnt, each time anew, from the questions in `content/question_examples.toml` and the bank: how often a
word, a family of words, or two words side by side stand in questions of one take-away and of all others
(naive Bayes: the evidence of each adds up). Nothing is stored, nothing is left to chance.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log

from infoview.coach.reading import plain
from infoview.content import words
from infoview.questions.bank import CLOSING, bank
from infoview.records.takeaways import OTHER

DOUBT = 0.1
"""Added to every count, so that a word never seen with a take-away does not rule it out."""
PAIRS = 0.5
"""What two words side by side weigh beside one word: pairs often say the same as their words."""

_WORD = re.compile(r"[a-z']+")
_FIELD = re.compile(r"[\[{<][^\]}>]*[\]}>]|_{3,}")
_ENDINGS = ("ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s", "e", "y")
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class _Learnt:
    """How many questions of each take-away show each feature, and how many questions there are."""

    shown: dict[str, Counter[str]]
    questions: Counter[str]
    everywhere: Counter[str]


def likeness(question: str) -> dict[str, float]:
    """Say how much a question is like those of each take-away (and `other`): the higher, the more."""
    learnt = _learnt()
    features = [feature for feature in _features(question) if feature in learnt.everywhere]
    return {
        takeaway: sum(_evidence(learnt, takeaway, feature) for feature in features)
        for takeaway in learnt.shown
    }


def _evidence(learnt: _Learnt, takeaway: str, feature: str) -> float:
    """Weigh how much more often a feature is shown with a take-away than with the others."""
    others = len(learnt.shown) - 1
    with_it, questions = learnt.shown[takeaway][feature], learnt.questions[takeaway]
    without, rest = learnt.everywhere[feature] - with_it, learnt.questions.total() - questions
    often = (with_it + DOUBT) / (questions + 2 * DOUBT)
    elsewhere = (without + DOUBT * others) / (rest + 2 * DOUBT * others)
    return log(often / elsewhere) * (PAIRS if " " in feature else 1)


@cache
def _learnt() -> _Learnt:
    shown: dict[str, Counter[str]] = {}
    questions: Counter[str] = Counter()
    for takeaway, text in _examples():
        shown.setdefault(takeaway, Counter()).update(_features(text))
        questions[takeaway] += 1
    return _Learnt(shown, questions, sum(shown.values(), Counter()))


def _examples() -> Iterator[tuple[str, str]]:
    for takeaway, texts in words("question_examples").items():
        yield from ((takeaway, text) for text in texts)
    for question in bank():
        yield (OTHER if question.takeaway == CLOSING else question.takeaway), question.text


def _features(question: str) -> set[str]:
    """Give the stems of a question, their families, and what stands side by side."""
    lowered = _FIELD.sub(" somewhere ", plain(question).lower())
    stems = [_stem(word) for word in _WORD.findall(lowered)]
    kin = [family for stem in stems for family in _families().get(stem, ())]
    told = ["^", *stems]
    named = ["^", *(next(iter(_families().get(stem, (stem,)))) for stem in stems)]
    apart = zip(told, told[2:], strict=False)
    return {
        *stems,
        *kin,
        *(f"{one} {two}" for one, two in pairwise(told)),
        *(f"{one} _ {two}" for one, two in apart),
        *(f"{one} {two}" for one, two in pairwise(named)),
    }


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """Give the families that each stem belongs to, in the order of the file."""
    found: dict[str, list[str]] = {}
    for name, family in words("question_signs")["families"].items():
        for word in family.split(","):
            kin = found.setdefault(_stem(word.strip()), [])
            kin.append(f"#{name}") if f"#{name}" not in kin else None
    return {stem: tuple(kin) for stem, kin in found.items()}


def _stem(word: str) -> str:
    """Cut a word to what its forms share: `hiring` and `hired` are both `hir`."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
