"""An ear for job asks where the grammar is silent: how likely is it that a sentence asks for a job?

Acts and objects can be put in more ways than patterns can list. This ear has learned from some 5,500 short
sentences and 200 frames (`tests/made/job_asks.toml`) which words, pairs of words and classes of words go with
asking: a logistic regression, trained by `tests/bench/train_job_ask.py`, whose weights lie in
`job_ask_weights.json`. The same sentence always gets the same answer, offline.

It works both ways: what it alone hears becomes a question to the person (`LIKELY`), and is objected to where
it is all but sure (`SURE`); what a pattern alone finds is let be where nothing in the text sounds like an ask
(`DOUBTED`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources

from infoview.coach.clauses import FIELD, NAME, NUMBER, Clause
from infoview.coach.objects import HAND, POST, THEIR_POST, read_clauses
from infoview.coach.reading import Span

LIKELY = 0.8
"""From here on a sentence counts as an ask, and the person is asked whether it is one."""
SURE = 0.92
"""From here on it is objected to, even where no pattern knows it."""
DOUBTED = 0.1
"""Below this likelihood of the whole text, what a pattern found is no ask after all."""
PLAIN = 0.5
"""From here on what a pattern found is objected to; below, the person is asked."""
WEIGHTS = "job_ask_weights.json"
LONGEST_CLAUSE = 40
"""Words of a clause that are listened to; what a sentence asks stands in fewer."""
APART = 6
"""Words within which an act and its object are heard together."""

_KINDS = (
    POST, THEIR_POST, "<papers>", "<take_on>", "<gate>", "<kin>", HAND, "<work_verb>", "<join>", "<transfer>",
    "<look_over>", "<speak_for>", "<get_job>", "<open_up>", "<seat>", "<talk_noun>", "<org>", "<minute>",
    "<plead>", "<hopes_for>", "<thanks>", "<learning>", "<me>", "<third>",
)  # fmt: skip
"""Classes by which words that were never heard are understood; of several the first counts."""
_OBJECTS = frozenset(_KINDS[:18])
_ENDINGS = ("ingly", "ations", "ation", "ings", "ing", "ness", "ies", "ied", "ed", "ly", "es", "s")
_SHORTEST_STEM = 3


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """Take the commonest endings off a word."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if word[-1] == word[-2:-1] else word.removesuffix("e")


def heard_in(sentence: Span) -> frozenset[str]:
    """Give what is heard in a sentence: its words, pairs of neighbours, pairs of an act and an object."""
    return frozenset(mark for clause in read_clauses(sentence) for mark in _marks(clause))


def _marks(clause: Clause) -> Iterator[str]:
    words = [_stem(word) for word in clause.words[:LONGEST_CLAUSE]]
    kinds = [_kind(marks) for marks in clause.at[:LONGEST_CLAUSE]]
    denied = "~" if not _NOT.isdisjoint(clause.words) else ""
    asked = "?" if clause.question else "."
    yield f"{asked} {clause.words[0]}"
    yield asked
    before, kind_before = "^", "^"
    for place, (word, kind) in enumerate(zip(words, kinds, strict=True)):
        known = kind or word
        yield word
        yield f"{before} {word}"
        if kind:
            yield denied + kind
            yield f"{asked}{kind}"
        if kind or kind_before != before:
            yield f"{kind_before} {known}"
        if kind in _OBJECTS:
            for ahead in range(max(0, place - APART), place - 1):
                yield f"{denied}{kinds[ahead] or words[ahead]} .. {kind}"
        before, kind_before = word, known
    yield f"{before} $"


_NOT = frozenset(("not", "no", "never", "without", "nor", "rather", "nothing"))


_RANK = {mark: rank for rank, mark in enumerate((FIELD, NUMBER, *_KINDS, NAME))}


def _kind(marks: dict[str, int]) -> str:
    return min((mark for mark in marks if mark in _RANK), key=_RANK.__getitem__, default="")


@cache
def _weights() -> dict[str, float]:
    text = resources.files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights


@lru_cache(maxsize=1024)
def likelihood(sentence: Span) -> float:
    """Tell how likely a sentence asks for a job, from 0 to 1."""
    weights = _weights()
    heard = math.fsum(weights.get(mark, 0.0) for mark in heard_in(sentence))
    return 1 / (1 + math.exp(-heard - weights[""]))


def likeliest(sentences: Iterable[Span], least: float = LIKELY) -> Span | None:
    """Give the sentence that most likely asks for a job, if it is as likely as `least`."""
    best = max((sentence for sentence in sentences if sentence.text), key=likelihood, default=None)
    return best if best and likelihood(best) >= least else None
