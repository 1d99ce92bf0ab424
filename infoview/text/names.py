"""Names of people and of organizations, written so that their spellings meet."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from itertools import takewhile

from infoview.content import words

SIMILAR = 0.85
_LETTERS = str.maketrans("øæœåłđð", "oaoaldd")
_INSIDE = re.compile(r"\([^)]*\)|\"[^\"]*\"|“[^”]*”|\[[^\]]*\]")
_WORD = re.compile(r"(?:[^\W\d_]|-)+")
_APOSTROPHES = re.compile(r"['’ʼ`]")  # noqa: RUF001 - as keyboards and phones write them
_HAN_OR_HANGUL = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]{2,4}")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|[\uac00-\ud7af]+")
_QUOTES = {'"': '"', "'": "'", "“": "”", "„": "“", "«": "»", "‘": "’", "‹": "›"}  # noqa: RUF001 - as programs write them
_JOINERS = re.compile(r"[\ufe0f\u20e3]|(?<!\w)\u200d|\u200d(?!\w)")
"""What holds an emoji together and is left when its pictures are gone; between letters it is a name's own."""
_SHORTEST_SLIP = 5  # letters: in a shorter word, one other letter makes another word

MOST_HOUSES = 65_536
"""How many spellings of organizations are kept as they were written out; an export has some thousands."""


def fold(text: str) -> str:
    """Write a name so that its spellings meet: no accents, ü and ue as u, ß as ss, small letters."""
    small = text.casefold()
    if not small.isascii():
        parts = unicodedata.normalize("NFKD", small.translate(_LETTERS))
        small = unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))
    return small.replace("ae", "a").replace("oe", "o").replace("ue", "u")


@cache
def listed(part: str) -> frozenset[str]:
    """Look up one of the lists of words in `content/nicknames.toml`."""
    return frozenset(words("nicknames")[part])


def cut(name: str) -> tuple[tuple[str, ...], str]:
    """Cut a name into its words, given name first, no titles nor degrees; tell "jr" or "iii" behind it."""
    plain = _APOSTROPHES.sub("", fold(_INSIDE.sub(" ", name) or name))
    before, comma, after = plain.partition(",")
    dropped: list[str] = []
    if comma:
        rest = _WORD.findall(after)
        all_credentials = all(map(_is_credential, rest))
        plain = before if all_credentials else f"{after} {before}"
        dropped += rest if all_credentials else []
    found = [part for word in _WORD.findall(plain) if (part := word.strip("-"))]
    while len(found) > 2 and _is_credential(found[-1]):  # noqa: PLR2004 - a name keeps two words
        dropped.append(found.pop())
    while len(found) > 1 and found[0] in listed("titles"):
        found.pop(0)
    generation = next((word for word in dropped if word in listed("generations")), "")
    if len(found) == 1 and _HAN_OR_HANGUL.fullmatch(found[0]):
        return (found[0][1:], found[0][0]), ""  # the surname is the first sign, and nothing stands between
    return ((*found[0].split("-"), *found[1:]) if found else ()), generation


def first_name(name: str) -> str:
    """Find what somebody is called by, as it is written: the first word that is no title."""
    _, rest = titled(name)
    return (rest.split() or name.split() or [""])[0]


def greeted(name: str) -> str:
    """Write a name as in a greeting: "Park, Ada" as "Ada Park", without an emoji, or a degree behind it."""
    letters = "".join(sign for sign in name if not _is_picture(sign))
    return spoken(" ".join(_JOINERS.sub("", letters).split())).partition(",")[0]


def called(name: str) -> str:
    """Find the first name to greet somebody by, or "" where the family name may stand first.

    So it is in names written in Chinese, Japanese or Korean signs, and in Vietnamese names; and one word
    alone may be either.
    """
    _, rest = titled(greeted(name))
    words_of_name = rest.split()
    if len(words_of_name) < 2 or _EAST_ASIAN.search(rest) or _family_is_first(words_of_name[0]):  # noqa: PLR2004 - a given name and another
        return ""
    return words_of_name[0]


def _family_is_first(word: str) -> bool:
    return fold(word) in words("exports")["names"]["vietnamese"].split()


def _is_picture(sign: str) -> bool:
    return unicodedata.category(sign) == "So" or "\U0001f3fb" <= sign <= "\U0001f3ff"


def titled(name: str) -> tuple[str, str]:
    """Part a name into the titles it begins with and the rest: "Dr. Ada Park" is "Dr." and "Ada Park"."""
    found = name.split()
    titles = list(takewhile(lambda one: fold(one).strip(".") in listed("titles"), found))
    return " ".join(titles), " ".join(found[len(titles) :])


def unquoted(name: str) -> str:
    """Take off quotation marks around a whole name; those around a nickname inside it stay."""
    inside = name[1:-1]
    is_quoted = inside and _QUOTES.get(name[0]) == name[-1] and name[0] not in inside
    return unquoted(inside.strip()) if is_quoted else name


def joined(given: str, middle: str, family: str) -> str:
    """Put a name's parts in the order they are spoken; in East Asia the family comes first."""
    if given.isascii() or family.isascii():
        return " ".join(filter(None, (given, middle, family)))
    if _EAST_ASIAN.fullmatch(given) and _EAST_ASIAN.fullmatch(family):
        return f"{family}{given}" if "\uac00" <= given[0] <= "\ud7af" else f"{family} {given}"
    return " ".join(filter(None, (given, middle, family)))


def spoken(name: str, *, surname_first: bool = False) -> str:
    """Write "Park, Ada" as "Ada Park"; a degree, a generation or a company's form behind a comma stays there.

    Args:
        name: One whole name, as a list has it.
        surname_first: Whether it is known that the surname comes first. Where it is not, more than one word
            before the comma is left as it is: "Ada Park, Curator".
    """
    if "," not in name:
        return name
    given, family, behind = turned(name, surname_first=surname_first)
    return ", ".join([f"{given} {family}", *behind]) if given else family


def turned(name: str, *, surname_first: bool = False) -> tuple[str, str, list[str]]:
    """Cut "Park, Ada, PhD" into Ada, Park and what stands behind; or "" and the whole name."""
    pieces = [piece for part in name.split(",") if (piece := part.strip())]
    behind: list[str] = []
    while len(pieces) > 1 and _is_behind_a_name(pieces[-1]):
        behind.insert(0, pieces.pop())
    if len(pieces) == 3 and _is_behind_a_name(pieces[1]):  # noqa: PLR2004 - "Park, Jr., Ada"
        behind.insert(0, pieces.pop(1))
    if len(pieces) == 1 and not behind:
        return "", pieces[0], []
    if len(pieces) != 2 or not _is_turned(*pieces, surname_first=surname_first):  # noqa: PLR2004 - surname, given name
        return "", name, []
    return pieces[1], pieces[0], behind


def _is_turned(family: str, given: str, *, surname_first: bool) -> bool:
    if family == given or not all(map(_is_of_letters, (family, given))):
        return False
    *particles, _ = family.split()
    short = len(given.split()) < 4 and all(fold(word).strip(".") in listed("particles") for word in particles)  # noqa: PLR2004 - a name's words
    return surname_first or short


def _is_of_letters(text: str) -> bool:
    return any(map(str.isalpha, text)) and not any(sign.isdigit() or sign in "@/&:" for sign in text)


def without_suffix(name: str) -> tuple[str, str]:
    """Part what stands behind a name from it: "Ada Park, Jr.", "Ada Park III", "Ada Park, PhD, RN".

    Without a comma a name keeps two words, for "MA" may be one.
    """
    found = name.split()
    last = len(found)
    while last > 1 and _is_short_for_something(found[last - 1].strip(",")):
        if last < 3 and not found[last - 2].endswith(","):  # noqa: PLR2004 - as said
            break
        last -= 1
    return " ".join(found[:last]).rstrip(","), " ".join(found[last:])


def _is_behind_a_name(piece: str) -> bool:
    """Tell degrees, generations and legal forms; "Ma" and "He" are names where they are written as names."""
    found = piece.split()
    return all(_is_short_for_something(word) for word in found)


def _is_short_for_something(word: str) -> bool:
    plain = fold(word).replace(".", "").strip("()")
    if plain in listed("generations") or plain in {"inc", "ltd", "llc", "gmbh", "esq"}:
        return True
    is_name = word.istitle() and "." not in word
    return not is_name and all(part in listed("credentials") for part in re.split(r"[-/]", plain))


def _is_credential(word: str) -> bool:
    return all(part in listed("credentials") for part in word.split("-"))


@cache
def _groups() -> dict[str, frozenset[str]]:
    """List for each given name what it may be short for, or another form of."""
    table: dict[str, set[str]] = defaultdict(set)
    for group in words("nicknames")["groups"]:
        names = [fold(name) for name in group.split()]
        for name in names:
            table[name].add(names[0])
    return {name: frozenset(heads | {name}) for name, heads in table.items()}


@cache
def _own() -> frozenset[str]:
    """List the given names that are names of their own, and not only short for another."""
    heads = {fold(group.split()[0]) for group in words("nicknames")["groups"]}
    return frozenset(heads | set(map(fold, words("nicknames")["own_names"])))


def forms(given: str) -> frozenset[str]:
    """Give what a given name may be called as well, itself included."""
    return _groups().get(given) or frozenset((given,))


def are_two_names(one: str, other: str) -> bool:
    """Tell Kathrin and Katja, which come from one name and are two, from William and Bill."""
    return one != other and one in _own() and other in _own()


@lru_cache(maxsize=65_536)
@lru_cache(maxsize=MOST_HOUSES)
def house(name: str) -> str:
    """Write an organization without its legal form: "Müller GmbH & Co. KG" is "muller"."""
    plain = re.sub(r"\([^)]*\)", " ", fold(name)).replace(".", "")
    found = [word for word in re.split(r"[\W_]+", plain) if word]
    telling = [word for word in found if word not in listed("companies")]
    return " ".join(telling or found)


def is_one_house(a: str, b: str) -> bool:
    """Tell one organization under two spellings: a longer form, initials, a slip of the pen."""
    if not a or not b:
        return False
    if a == b or f"{b} ".startswith(f"{a} ") or f"{a} ".startswith(f"{b} "):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) > 1 and short == "".join(word[0] for word in long.split()):
        return True
    return len(short) > _SHORTEST_SLIP and _likeness(a, b) > 0.9  # noqa: PLR2004 - a letter or two of a longer name


def is_slip(a: str, b: str) -> bool:
    """Tell two surnames that differ by a slip of the pen."""
    return min(len(a), len(b)) >= _SHORTEST_SLIP and a[0] == b[0] and _likeness(a, b) >= SIMILAR


def _likeness(a: str, b: str) -> float:
    try:
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - compiled, and not everywhere
    except ImportError:
        from difflib import SequenceMatcher  # noqa: PLC0415 - only where the faster one is missing

        return SequenceMatcher(None, a, b, autojunk=False).ratio()
    return float(ratio(a, b)) / 100
