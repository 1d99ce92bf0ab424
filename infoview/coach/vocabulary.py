"""Classes of words, as `content/coach_signs.toml` lists them: what a word or a phrase can stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from infoview.content import words

FILE = "coach_signs"

_VOWELS = "aeiou"
_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")
_SHORT = 4


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """Give every class with its words and phrases, each in all its forms.

    `[verbs]` and `[nouns]` list one form, and the others are made from it; irregular forms follow in
    brackets: `take (took, taken)`. `[words]` are taken as they stand. `<name>` stands for another class.
    """
    tables = words(FILE)
    found: dict[str, tuple[str, ...]] = {}
    for table, forms in (("verbs", _verb_forms), ("nouns", _noun_forms), ("words", _as_it_stands)):
        for name, listed in tables[table].items():
            found[name] = tuple(form for entry in entries(listed) for form in forms(entry))
    return {name: tuple(_unfolded(name, found)) for name in found}


@cache
def members(name: str) -> frozenset[str]:
    """Give the words of one list of `[members]`."""
    return frozenset(entries(words(FILE)["members"][name]))


def _unfolded(name: str, found: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for entry in found[name]:
        if entry.startswith("<"):
            yield from _unfolded(entry.strip("<>"), found)
        else:
            yield entry


def entries(listed: str) -> Iterator[str]:
    """Split a list at its commas, but not inside brackets."""
    return (entry.strip() for entry in re.split(r",(?![^(]*\))", listed) if entry.strip())


def _as_it_stands(entry: str) -> list[str]:
    return [entry]


def _noun_forms(entry: str) -> list[str]:
    if entry.startswith("<"):
        return [entry]
    if entry.endswith(("s", "x", "ch", "sh")):
        return [entry, f"{entry}es"]
    if entry.endswith("y") and entry[-2] not in _VOWELS:
        return [entry, f"{entry[:-1]}ies"]
    return [entry, f"{entry}s"]


def _verb_forms(entry: str) -> list[str]:
    """Make the forms of a verb; of several words the first is the verb: `take on`."""
    if entry.startswith("<"):
        return [entry]
    verb, _, irregular = entry.partition("(")
    stem, _, particle = verb.strip().partition(" ")
    regular = [f"{form} {particle}".strip() for form in (stem, *_regular_forms(stem))]
    forms = (form.strip(" )") for form in irregular.split(",") if irregular)
    return [*regular, *(form if " " in form else f"{form} {particle}".strip() for form in forms)]


def _regular_forms(stem: str) -> list[str]:
    if stem.endswith("e"):
        return [f"{stem}s", f"{stem}d", f"{stem[:-1]}ing"]
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return [f"{stem[:-1]}ies", f"{stem[:-1]}ied", f"{stem}ing"]
    doubled = f"{stem}{stem[-1]}" if _DOUBLED.search(stem) and len(stem) <= _SHORT else stem
    ending = "es" if stem.endswith(("s", "x", "ch", "sh")) else "s"
    return [f"{stem}{ending}", f"{doubled}ed", f"{doubled}ing"]
