"""What is spoken of in a clause: a post, somebody who is taken on, one's own papers.

A word alone says little: `your job`, `the role of chance`, `a job fair` are no post that could be given.
What a noun stands for is read from what stands before and behind it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from infoview.coach.clauses import NAME, Clause, clauses_of
from infoview.coach.reading import Span
from infoview.coach.vocabulary import members

POST = "@post"
"""A job, placement or the like that could be given to somebody."""
THEIR_POST = "@theirpost"
"""The reader's own, or their organization's: `your job`, `your internship`."""
HAND = "@hand"
"""Somebody whom one takes on: an apprentice, a pair of hands, a cook."""

_THEIRS = frozenset(("your", "their", "his", "her", "whose", "'s"))
_MINE = frozenset(("my", "our", "first", "previous", "last", "own"))
_WORKER = re.compile(
    r"[a-z]{2,}(?:er|or|ist|ian|eer|keeper|man|woman|hand|wright|smith|boy|girl|aide|maid|nurse|cook)s?$"
)


@lru_cache(maxsize=1024)
def read_clauses(sentence: Span) -> tuple[Clause, ...]:
    """Cut a sentence into clauses, in which posts and people who are taken on are marked."""
    found = clauses_of(sentence)
    for clause in found:
        _mark_posts(clause)
        _mark_hands(clause)
    return found


_FOREIGN_POST = re.compile(r"\w*(?:praktikum|stelle|ausbildung)$")


def _mark_posts(clause: Clause) -> None:
    for place, marks in enumerate(clause.at):
        if "<post>" in marks or _FOREIGN_POST.match(clause.words[place]):
            kind = _post(clause, place, marks.get("<post>", 1))
            clause.mark(place, "<post>", marks.get("<post>", 1))
        elif "<seat>" in marks and _qualified(clause, place, marks["<seat>"]):
            kind = _post(clause, place, marks["<seat>"])
        else:
            continue
        if kind:
            clause.mark(place, kind, marks.get("<post>") or marks.get("<seat>", 1))


def _post(clause: Clause, place: int, length: int) -> str:
    """Say what a noun for a post stands for: a post that could be given, theirs, or nothing of the kind."""
    return "" if _turned_by_what_follows(clause, place, place + length) else _by_owner(clause, place)


def _turned_by_what_follows(clause: Clause, place: int, after: int) -> bool:
    """Tell whether the words behind make something else of it: `job fair`, `post you held`."""
    word, words = clause.words[place], clause.words
    behind = [*words[after : after + 2], "", ""]
    return (
        (after < len(words) and "<about_work>" in clause.at[after] and word not in ("position", "post"))
        or (behind[0] == "of" and word in ("role", "roles", "place", "part"))
        or (behind[0] in _SOMEBODY and behind[1] in members("held"))
        or (behind[0] == "to" and word == "position")
        or not members("shared").isdisjoint(words[after : after + 6])
        or (behind[0] in _INSIDE and not members("given_back").isdisjoint(words[after : after + 4]))
    )


_SOMEBODY = frozenset(("you", "he", "she", "they", "i", "we"))
_INSIDE = frozenset(("in", "on", "of"))
_FAR_BACK = 4


def _by_owner(clause: Clause, place: int) -> str:
    """Tell by the words before whose post it is: `your job`, `my first job`, `a job`, `in a job`."""
    words = clause.words
    for back in range(place - 1, max(-1, place - 1 - _FAR_BACK), -1):
        if words[back] in _THEIRS:
            word = words[place]
            given = word.endswith("ies") or "opening" in word
            return POST if given or not members("offered").isdisjoint(words[back:place]) else THEIR_POST
        if words[back] in _MINE:
            return ""
        if words[back] in members("determiner"):
            return "" if _where_somebody_is(words, back) else POST
    return "" if place and words[place - 1] in _NO_DETERMINER else POST


_NO_DETERMINER = frozenset(("as", "good", "great", "play", "played", "plays"))


def _where_somebody_is(words: list[str], determiner: int) -> bool:
    """Tell a place where somebody is from one to be had: `in a job`, but not `interested in a job`."""
    before = words[max(0, determiner - 3) : determiner]
    article = words[determiner] in ("a", "an", "the")
    preposition = before[-1:] if article else [words[determiner]]
    placed = not members("placed").isdisjoint(preposition)
    wished = before[-2:] if article else before[-1:]
    return placed and members("chance").isdisjoint(wished) and members("getting").isdisjoint(before)


def _qualified(clause: Clause, place: int, length: int) -> bool:
    """Tell whether a place, a spot, an opportunity is one of work: by its adjective, or by whom it is for."""
    words, after = clause.words, place + length
    word, before = words[place], words[max(0, place - 2) : place]
    verb = word in members("as_verbs") and before[-1:] and before[-1] in members("verb_before")
    if verb or before == ["is", "the"]:
        return False
    if not members("kinds_of_work").isdisjoint(before) or (place and _is_worker(clause, place - 1)):
        return word != "try"
    if after == len(words) or (word == "work" and not _THE.isdisjoint(before)):
        return False
    return _is_of_work(clause, after)


def _is_of_work(clause: Clause, after: int) -> bool:
    """Tell by the words behind whether a place is one of work: `open`, `for a nurse`, `with your crew`."""
    words = clause.words
    word, next_word = words[after], words[after + 1] if after + 1 < len(words) else ""
    if word in members("to_be_had") or word == "as":
        return True
    if not next_word:
        return False
    if word == "for":
        near = range(after + 1, min(after + 4, len(words)))
        return "<me>" in clause.at[after + 1] or any(_is_worker(clause, ahead) for ahead in near)
    if word == "to":
        joins = not _JOINS.isdisjoint(clause.at[after + 1])
        return joins or next_word in ("contribute", "prove")
    theirs = next_word in ("your", "you", "the") or (word != "in" and NAME in clause.at[after + 1])
    far = range(after + 1, min(after + 5, len(words)))
    return word in _AT and theirs and not any("<field_noun>" in clause.at[ahead] for ahead in far)


_JOINS = frozenset(("<work_verb>", "<join>"))
_AT = frozenset(("at", "with", "within", "on", "in", "aboard", "under"))
_THE = frozenset(("the", "your", "this", "their", "that", "my", "of"))


def _is_worker(clause: Clause, place: int) -> bool:
    return "<occupation>" in clause.at[place] or "<hand>" in clause.at[place]


def _mark_hands(clause: Clause) -> None:
    for place, word in enumerate(clause.words):
        marks = clause.at[place]
        if "<hand>" in marks:
            clause.mark(place, HAND, marks["<hand>"])
        elif "<occupation>" in marks or (
            NAME not in marks
            and word not in members("no_worker")
            and word.rstrip("s") not in members("no_worker")
            and _WORKER.match(word)
        ):
            clause.mark(place, HAND)
