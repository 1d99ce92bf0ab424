"""What is spoken of in a clause: a post, somebody who is taken on, one's own papers.

A word alone says little: `your job`, `the role of chance`, `a job fair` are no post that could be given.
What a noun stands for is read from what stands before and behind it.
"""

# ruff: noqa: E501

from __future__ import annotations

import re
from functools import lru_cache

from infoview.coach.clauses import NAME, Clause, clauses_of
from infoview.coach.reading import Span

POST = "@post"
"""A job, placement or the like that could be given to somebody."""
THEIR_POST = "@theirpost"
"""The reader's own, or their organization's: `your job`, `your internship`."""
HAND = "@hand"
"""Somebody whom one takes on: an apprentice, a pair of hands, a cook."""

_FAR_BACK = 3
_THEIRS = frozenset(("your", "their", "his", "her", "whose", "'s"))
_MINE = frozenset(("my", "our", "first", "previous", "last", "own"))
_DETERMINER = frozenset(
    [
        "a",
        "an",
        "any",
        "some",
        "the",
        "this",
        "that",
        "another",
        "of",
        "for",
        "in",
        "at",
        "with",
        "to",
        "from",
        "and",
        "or",
        "about",
        "as",
    ]
)
_PLACED = frozenset(
    [
        "in",
        "into",
        "from",
        "of",
        "left",
        "leave",
        "quit",
        "between",
        "within",
        "during",
        "through",
        "throughout",
    ]
)
_SHARED = frozenset(["table", "lunch", "car", "sofa", "tour", "walk", "dinner", "coffee", "tea"])
_KINDS = frozenset("kind kinds sort sorts type types form forms".split())
_CHANCE = frozenset(
    ["chance", "chances", "possibility", "prospect", "hope", "hopes", "way", "need", "search", "offer"]
)
_OFFERED = frozenset(
    [
        "open",
        "vacant",
        "available",
        "current",
        "upcoming",
        "advertised",
        "new",
        "any",
        "possible",
        "potential",
        "suitable",
    ]
)
_HELD = frozenset(
    [
        "hold",
        "held",
        "did",
        "do",
        "had",
        "took",
        "got",
        "left",
        "occupy",
        "occupied",
        "filled",
        "chose",
        "now",
        "once",
        "recently",
        "currently",
        "applied",
    ]
)
_NEVER_GIVEN = frozenset(
    [
        "search",
        "searching",
        "hunt",
        "hunting",
        "description",
        "descriptions",
        "title",
        "titles",
        "market",
        "satisfaction",
    ]
)
_GIVEN_BACK = frozenset(
    [
        "schedule",
        "calendar",
        "diary",
        "agenda",
        "week",
        "day",
        "weekend",
        "year",
        "gallery",
        "exhibition",
        "audience",
        "hall",
        "train",
    ]
)
_WORKER = re.compile(
    r"[a-z]{2,}(?:er|or|ist|ian|eer|keeper|man|woman|hand|wright|smith|boy|girl|aide|maid|nurse|cook)s?$"
)
_NO_WORKER = frozenset(
    [
        "another",
        "answer",
        "behaviour",
        "behavior",
        "calendar",
        "career",
        "chapter",
        "computer",
        "consider",
        "cover",
        "different",
        "dinner",
        "error",
        "ever",
        "factor",
        "favour",
        "favor",
        "fewer",
        "folder",
        "former",
        "further",
        "however",
        "later",
        "letter",
        "major",
        "master",
        "matter",
        "minor",
        "never",
        "newsletter",
        "number",
        "offer",
        "order",
        "other",
        "over",
        "paper",
        "poster",
        "power",
        "prior",
        "quarter",
        "rather",
        "register",
        "remember",
        "semester",
        "senior",
        "shorter",
        "summer",
        "together",
        "transfer",
        "under",
        "water",
        "weather",
        "whether",
        "winter",
        "wonder",
        "after",
        "before",
        "better",
        "larger",
        "bigger",
        "smaller",
        "longer",
        "younger",
        "older",
        "easier",
        "number",
        "center",
        "weekender",
        "dear",
        "near",
        "year",
        "hour",
        "four",
        "floor",
        "door",
        "your",
        "our",
        "their",
        "her",
        "for",
        "or",
        "nor",
        "harbor",
        "harbour",
        "labor",
        "labour",
        "color",
        "colour",
        "order",
        "corner",
        "paper",
        "per",
        "river",
        "timber",
        "leather",
        "outer",
        "inner",
        "upper",
        "lower",
        "proper",
        "either",
        "neither",
        "mother",
        "father",
        "sister",
        "brother",
        "daughter",
        "danger",
        "finger",
        "shoulder",
        "list",
        "mist",
        "twist",
        "exist",
        "human",
        "woman",
        "german",
        "roman",
        "hear",
        "clear",
        "appear",
        "similar",
        "regular",
        "october",
        "september",
        "november",
        "december",
        "user",
        "customer",
        "reader",
        "sooner",
        "earlier",
        "starter",
        "mirror",
        "mentor",
        "manner",
        "partner",
        "newsletters",
        "trailer",
        "dozen",
        "flyer",
        "binder",
        "cider",
        "border",
        "counter",
        "enter",
        "deliver",
        "discover",
        "recover",
        "gather",
        "bother",
        "suffer",
        "differ",
        "prefer",
        "refer",
        "offer",
        "answer",
        "order",
        "tour",
        "flavor",
        "humor",
        "motor",
        "tractor",
        "sector",
        "factor",
        "doctor",
        "author",
        "actor",
        "visitor",
        "investor",
        "professor",
        "director",
    ]
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
    words, after = clause.words, place + length
    behind = words[after : after + 2]
    if behind and ("<about_work>" in clause.at[after] and words[place] not in ("position", "post")):
        return ""
    if behind[:1] == ["of"] and words[place] in ("role", "roles", "place", "part"):
        return ""
    if len(behind) > 1 and behind[0] in ("you", "he", "she", "they", "i", "we") and behind[1] in _HELD:
        return ""
    if behind[:1] == ["to"] and words[place] == "position":
        return ""
    if not _SHARED.isdisjoint(words[after : after + 6]):
        return ""
    if (
        not _GIVEN_BACK.isdisjoint(words[after : after + 4])
        and behind[:1]
        and behind[0] in ("in", "on", "of")
    ):
        return ""
    return _owner(clause, place)


def _owner(clause: Clause, place: int) -> str:
    words = clause.words
    for back in range(place - 1, max(-1, place - 2 - _FAR_BACK), -1):
        word = words[back]
        if word in _THEIRS:
            given = (
                not _OFFERED.isdisjoint(words[back:place])
                or words[place].endswith("ies")
                or "opening" in words[place]
            )
            return POST if given else THEIR_POST
        if word in _MINE:
            return ""
        if word in _DETERMINER:
            before = words[back - 1] if back else ""
            outside = (word in ("a", "an", "the") and before in _PLACED) or word in _PLACED
            outside &= not (
                (back > 1 and words[back - 2] in _CHANCE) or before in _CHANCE or before in _KINDS
            )
            interested = back > 0 and not {
                "interested",
                "interest",
                "openings",
                "opening",
                "helping",
                "getting",
                "being",
                "considered",
            }.isdisjoint(words[max(0, back - 3) : back])
            return "" if outside and not interested else POST
    before = words[place - 1] if place else ""
    return "" if before in ("as", "good", "great", "play", "played", "plays") else POST


def _qualified(clause: Clause, place: int, length: int) -> bool:
    """Tell whether a place, a spot, an opportunity is one of work: by its adjective, or by whom it is for."""
    words, after = clause.words, place + length
    before = words[max(0, place - 2) : place]
    if before[-2:] == ["is", "the"]:
        return False
    if any(word in _KINDS_OF_WORK for word in before) or any(
        "<occupation>" in clause.at[back] or "<hand>" in clause.at[back]
        for back in range(max(0, place - 1), place)
    ):
        return words[place] != "try"
    behind = words[after : after + 3]
    if not behind or (words[place] == "work" and not _THE.isdisjoint(before)):
        return False
    if behind[0] in (
        "open",
        "vacant",
        "going",
        "available",
        "free",
        "junior",
        "temporary",
        "permanent",
        "casual",
    ):
        return True
    if behind[0] == "for" and after + 1 < len(words):
        return "<me>" in clause.at[after + 1] or any(
            "<hand>" in clause.at[ahead] or "<occupation>" in clause.at[ahead]
            for ahead in range(after + 1, min(after + 4, len(words)))
        )
    if behind[0] == "as":
        return True
    if behind[0] in ("at", "with", "within", "on", "in", "aboard", "under") and len(behind) > 1:
        mine = behind[1] in ("your", "you", "the") or (behind[0] != "in" and NAME in clause.at[after + 1])
        return mine and not any(
            "<field_noun>" in clause.at[ahead] for ahead in range(after + 1, min(after + 5, len(words)))
        )
    return (
        behind[0] == "to"
        and len(behind) > 1
        and (
            "<work_verb>" in clause.at[after + 1]
            or "<join>" in clause.at[after + 1]
            or behind[1] in ("contribute", "prove")
        )
    )


_AS_VERBS = frozenset("work works start starts break need needs place places stage".split())
_VERB_BEFORE = frozenset(
    "to i you we they that who it which can could would will may might and not he she".split()
)
_THE = frozenset(("the", "your", "this", "their", "that", "my", "of"))
_KINDS_OF_WORK = frozenset(
    [
        "junior",
        "open",
        "vacant",
        "entry",
        "level",
        "trainee",
        "graduate",
        "internship",
        "summer",
        "part",
        "full",
        "paid",
        "unpaid",
        "permanent",
        "temporary",
        "suitable",
        "advertised",
        "assistant",
        "training",
        "working",
        "holiday",
        "crew",
        "casual",
        "freelance",
        "apprentice",
        "relevant",
        "student",
        "job",
        "work",
        "employment",
        "career",
        "fresh",
        "volunteer",
        "volunteering",
        "position",
        "seasonal",
        "relief",
        "locum",
        "weekend",
        "saturday",
        "time",
        "vacation",
        "placement",
        "clerical",
        "manual",
        "short-term",
        "fixed",
        "term",
        "entry-level",
        "suitable",
        "similar",
    ]
)


def _mark_hands(clause: Clause) -> None:
    for place, word in enumerate(clause.words):
        marks = clause.at[place]
        if "<hand>" in marks:
            clause.mark(place, HAND, marks["<hand>"])
        elif "<occupation>" in marks or (
            NAME not in marks
            and word not in _NO_WORKER
            and word.rstrip("s") not in _NO_WORKER
            and _WORKER.match(word)
        ):
            clause.mark(place, HAND)
