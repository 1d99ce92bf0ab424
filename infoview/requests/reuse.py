"""Carrying over: what of an earlier message is about its writer, and may be said to somebody else.

A sentence stays behind when it speaks to the former reader, names them, their organization or their place,
points at something of theirs ("the exhibition", "your team"), or is told in the words of their record.
When in doubt it stays behind: a line to be written once more costs less than one that is meant for another.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from infoview.coach.reading import sentences_of, straight
from infoview.content import words
from infoview.records.contacts import Contact
from infoview.records.profile import Profile

MANY = 3
"""Words in common with what was noted about them, from which a sentence about me is about them as well."""
SHORTEST, SHORTEST_NAME = 3, 2

_WORD = re.compile(r"[^\W\d_]+")
_TO_THEM = re.compile(r"\b(?:you|your|yours|yourself|you're|you've|you'd)\b", re.IGNORECASE)
_OF_ME = re.compile(r"\b(?:I|I'm|I've|I'd|my|me|mine|we|our|us)\b")
_THING = r"((?:(?!(?:of|in|on|at|for|to|and|or|by)\b)\w+[ -]){0,2}\w+)"
_POINTED_AT = re.compile(rf"\b(?:the|this|that|these|those) {_THING}", re.IGNORECASE)
_OWNED = re.compile(rf"\b(?:your|her|his|their) {_THING}", re.IGNORECASE)
_CALENDAR = {word.casefold() for word in (*day_name, *month_name) if word}


@dataclass(frozen=True, slots=True)
class Theirs:
    """The words that belong to a contact: whole names, parts of names, proper names noted, and all of them.

    What I say of myself is no word of theirs, except where it is expressly theirs, as in "your museum":
    `owned` has those words, too.
    """

    whole: tuple[str, ...]
    names: frozenset[str]
    noted: frozenset[str]
    things: frozenset[str]
    owned: frozenset[str]


def theirs(contact: Contact, me: Profile) -> Theirs:
    """Gather the words that belong to a contact; what I say of myself is mine, whoever shares it."""
    mine = _stems(f"{me.name}\n{me.doing}\n{me.exploring}\n{me.studied}\n{me.skills}")
    common = {_stem(word) for word in words("coach")["lists"]["anybodys_words"]} | _CALENDAR
    card = f"{contact.name}\n{contact.organization}\n{contact.location}"
    prose = f"{contact.title}\n{contact.how_found}\n{contact.why}\n{contact.note}\n{contact.give_back}"
    proper = {word for word in _words(prose) if word[0].isupper() and not word.isupper()}
    short = {word for word in _words(contact.name, SHORTEST_NAME) if word[0].isupper()}
    every = _stems(f"{card}\n{prose}") - common
    whole = (straight(text).strip() for text in (contact.name, contact.organization))
    return Theirs(
        tuple(text.casefold() for text in whole if len(text) >= SHORTEST),
        frozenset(_stem(word) for word in _words(card) if word[0].isupper()) - mine - common,
        frozenset(map(_stem, proper | short)) - mine - common,
        frozenset(every - mine),
        frozenset(every),
    )


def about_me(text: str, former: Theirs) -> str:
    """Keep of who I am, and why them, the sentences that are about me alone."""
    return _kept(text, lambda sentence: not _TO_THEM.search(sentence) and not _shared(sentence, former))


def to_anybody(text: str, former: Theirs) -> str:
    """Keep of what I ask the sentences that could be put to anybody; they may well say "you"."""
    return _kept(text, lambda sentence: not _named(sentence, former))


def _kept(text: str, keep: Callable[[str], bool]) -> str:
    """Keep the sentences that pass, with the breaks between them."""
    return "".join(sentence for sentence in sentences_of(text) if keep(straight(sentence))).strip()


def _shared(sentence: str, former: Theirs) -> bool:
    """Tell whether a sentence is about them, if only in part."""
    in_common = _stems(sentence) & former.things
    return _named(sentence, former) or len(in_common) >= (MANY if _OF_ME.search(sentence) else 1)


def _named(sentence: str, former: Theirs) -> bool:
    """Tell whether a sentence names them or points at something of theirs."""
    lowered = sentence.casefold()
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", lowered) for name in former.whole):
        return True
    capital = {_stem(word) for word in _words(sentence) if word[0].isupper()}
    inside = {_stem(word) for word in list(_words(sentence, 1))[1:] if word[0].isupper()}
    pointed = _all_stems(_POINTED_AT.findall(sentence)) & former.things
    owned = _all_stems(_OWNED.findall(sentence)) & former.owned
    return bool(former.names & capital or former.noted & inside or pointed or owned)


def _words(text: str, shortest: int = SHORTEST) -> Iterator[str]:
    return (word for word in _WORD.findall(straight(text)) if len(word) >= shortest)


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in _words(text)}


def _all_stems(texts: Iterable[str]) -> set[str]:
    return _stems(" ".join(texts))


def _stem(word: str) -> str:
    """Take the ending of the plural off a word, so that "pools" and "pool" are one."""
    lowered = word.casefold()
    return lowered[:-1] if lowered.endswith("s") and not lowered.endswith("ss") else lowered
