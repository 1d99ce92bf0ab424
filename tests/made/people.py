"""Thirty thousand people as real lists have them: some names very often, most hardly ever; some people twice.

`crowd` gives the rows of a list and says which of them are one person, by what makes that hard to see. The
rest are different people, dozens of whom look alike. `namesakes` are the worst case: hardly any names, and
houses of which a few hold half of everybody.
"""

import random
import string
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from pathlib import Path

NAMES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list, as somebody's file has it."""

    name: str
    organization: str = ""
    title: str = ""
    email: str = ""
    url: str = ""
    connected_on: str = ""

    @property
    def emails(self) -> tuple[str, ...]:
        """The addresses, as the duplicates ask for them."""
        return (self.email,) if self.email else ()


@dataclass(frozen=True, slots=True)
class Crowd:
    """The rows of a list; `planted` are pairs of rows of one person, by kind; `alike` pairs of two people."""

    rows: tuple[Row, ...]
    planted: dict[str, list[tuple[int, int]]]
    alike: dict[str, list[tuple[int, int]]]


@cache
def _shares(number: int) -> list[float]:
    """How often the first, second, third … of a list of names is met: as Zipf found words to be."""
    return [1 / (rank + 2) for rank in range(number)]


def _often(chance: random.Random, names: str) -> str:
    found = names.split()
    return chance.choices(found, _shares(len(found)))[0]


def rare_surname(chance: random.Random) -> str:
    """Make a surname that hardly anybody has."""
    beginning, middle, ending = (chance.choice(part.split()) for part in NAMES["rare_family"].values())
    return f"{beginning}{middle}{ending}"


@cache
def _sizes() -> list[float]:
    return list(accumulate(1 / (rank + 12) for rank in range(9_000)))


def organization(chance: random.Random) -> str:
    """Name an organization: a few are very large, most very small."""
    number = chance.choices(range(9_000), cum_weights=_sizes())[0]
    of_this_one = random.Random(number)
    words = [of_this_one.choice(NAMES["organization"][part].split()) for part in ("words", "trades")]
    return " ".join([rare_surname(of_this_one), *words]) + of_this_one.choice(NAMES["organization"]["forms"])


def person(chance: random.Random) -> Row:
    """Make up somebody with a job and no address yet."""
    culture = chance.choice(list(NAMES["given"]))
    given = _often(chance, NAMES["given"][culture])
    family = _often(chance, NAMES["family"][culture]) if chance.random() < 0.55 else rare_surname(chance)
    day = f"{chance.randint(1, 28):02} {chance.choice(MONTHS)} {chance.randint(2010, 2025)}"
    return Row(
        f"{given} {family}",
        organization(chance),
        chance.choice(NAMES["organization"]["titles"]),
        connected_on=day,
    )


def _plain(name: str) -> str:
    letters = str.maketrans("üöäßłńśźćęąóéíáñúż", "uoaslnszceaoeianuz")
    return name.casefold().translate(letters).replace(" ", "-").replace(".", "").replace(",", "")


def with_profile(chance: random.Random, row: Row) -> Row:
    """Give somebody a profile page of their own."""
    return replace(row, url=f"https://www.linkedin.com/in/{_plain(row.name)}-{chance.getrandbits(32):08x}")


def with_address(chance: random.Random, row: Row) -> Row:
    """Give somebody a private address of their own."""
    return replace(row, email=f"{_plain(row.name).replace('-', '.')}{chance.randint(1, 99_999)}@mail.example")


def crowd(size: int = 30_000, each: int = 60, seed: int = 20_261_123) -> Crowd:
    """Make a list of so many rows, with so many pairs of each kind planted in it."""
    chance = random.Random(seed)
    pairs = [("planted", kind, pair) for kind in SAME for pair in _pairs(chance, SAME[kind], each)]
    pairs += [("alike", kind, pair) for kind in ALIKE for pair in _pairs(chance, ALIKE[kind], each)]
    people = [with_profile(chance, person(chance)) for _ in range(size - 2 * len(pairs))]
    people = [with_address(chance, one) if chance.random() < 0.04 else one for one in people]
    rows = [*people, *(row for _, _, pair in pairs for row in pair)]
    order = list(range(size))
    chance.shuffle(order)
    at = {number: place for place, number in enumerate(order)}
    found: dict[str, dict[str, list[tuple[int, int]]]] = {"planted": {}, "alike": {}}
    for number, (what, kind, _) in enumerate(pairs):
        first, second = (at[len(people) + 2 * number + side] for side in (0, 1))
        found[what].setdefault(kind, []).append((min(first, second), max(first, second)))
    return Crowd(tuple(rows[number] for number in order), found["planted"], found["alike"])


def _pairs(chance: random.Random, make, each: int) -> Iterator[tuple[Row, Row]]:
    for _ in range(each):
        yield make(chance, person(chance))


def _same_record(chance, one):
    one = with_address(chance, one)
    return one, one


def _same_address(chance, one):
    one = with_address(chance, one)
    other = chance.choice([one.name.upper(), f"Dr. {one.name}", "{1}, {0}".format(*one.name.split())])
    return one, replace(one, name=other, email=one.email.upper(), organization="")


def _same_mailbox(chance, one):
    local = _plain(one.name).replace("-", ".") + str(chance.randint(1, 99_999))
    one = replace(one, email=f"{local}@gmail.com")
    return one, replace(one, email=f"{local.replace('.', '')}+work@googlemail.com", organization="")


def _other_page(chance, one):
    handle = one.url.rpartition("/")[2]
    url = chance.choice(
        ["http://uk.linkedin.com/in/{}/", "linkedin.com/in/{}?trk=x", "https://LinkedIn.com/IN/{}/en"]
    )
    return url.format(handle.upper())


def _same_profile(chance, one):
    one = with_profile(chance, one)
    return one, replace(one, url=_other_page(chance, one), title="")


def _new_role(chance, one):
    one = chance.choice([with_address, with_profile])(chance, one)
    return one, replace(one, organization=organization(chance))


def _initial(chance, one):
    one = with_address(chance, one)
    given, family = one.name.split()
    return one, replace(one, name=f"{given[0]}. {family}")


def _married(chance, one):
    one = with_profile(chance, with_address(chance, one))
    other = replace(one, name=f"{one.name.split()[0]} {rare_surname(chance)}", url=_other_page(chance, one))
    return one, chance.choice([replace(other, url=""), replace(other, email="")])


def _turned_round(chance, one):
    given, family = one.name.split()
    return with_profile(chance, one), replace(one, name=f"{family} {given}")


def _capitals(chance, one):
    """AMAZON and Amazon, Inc.: a large employer under two spellings, with one title."""
    plain = f"{rare_surname(random.Random(chance.randrange(5)))}on"
    one = replace(one, organization=f"{plain}, Inc.")
    return with_profile(chance, one), replace(one, organization=plain.upper())


def _short_name_and_profiles(chance, one):
    one, other = _short_name(chance, one)
    return one, with_profile(chance, other)


def _accent_and_profiles(chance, one):
    one, other = _other_spelling(chance, one)
    return one, with_profile(chance, other)


def _short_name(chance, one):
    given = chance.choice(list(NAMES["short"]))
    family = rare_surname(chance) if chance.random() < 0.7 else one.name.split()[1]
    one = replace(one, name=f"{given} {family}")
    return with_profile(chance, one), replace(one, name=f"{NAMES['short'][given]} {family}")


def _other_spelling(chance, one):
    name = (
        f"{one.name.split()[0]} {chance.choice(['Müller', 'Schäfer', 'Weiß', 'Łoziński', 'Núñez', 'Krüger'])}"
    )
    spelled = (
        name.replace("ü", "ue")
        .replace("ä", "ae")
        .replace("ß", "ss")
        .translate(str.maketrans("Łłńśñú", "Llnsnu"))
    )
    one = replace(one, name=name)
    return with_profile(chance, one), replace(one, name=spelled)


def _other_order(chance, one):
    given, family = one.name.split()
    return with_profile(chance, one), replace(one, name=f"{family}, {given}")


def _with_titles(chance, one):
    dressed = ["Dr. {}", "{}, PhD", "Prof. Dr. {}", "{} (She/Her)", "{}, CPA, MBA", "{} 🚀"]
    return with_profile(chance, one), replace(one, name=chance.choice(dressed).format(one.name))


def _other_form(chance, one):
    plain = f"{rare_surname(chance)} {chance.choice(NAMES['organization']['trades'].split())}"
    forms = ["{} Inc.", "{} GmbH & Co. KG", "The {}", "{} Ltd", "{}, LLC", "{} Group", "{} S.A."]
    first, second = chance.sample(forms, 2)
    one = replace(one, organization=first.format(plain))
    return with_profile(chance, one), replace(one, organization=second.format(plain))


def _slip_of_the_pen(chance, one):
    family = rare_surname(chance)
    at = chance.randrange(2, len(family) - 1)
    slipped = chance.choice([family[:at] + family[at + 1 :], family[:at] + family[at] + family[at:]])
    one = replace(one, name=f"{one.name.split()[0]} {family}")
    return with_profile(chance, one), replace(one, name=f"{one.name.split()[0]} {slipped}")


def _name_added(chance, one):
    return with_profile(chance, one), replace(one, name=f"{one.name}-{rare_surname(chance)}")


def _new_job(chance, one):
    one = replace(one, name=f"{one.name.split()[0]} {rare_surname(chance)}{chance.choice(['', 's', 'e'])}")
    return with_profile(chance, one), replace(one, organization=organization(chance))


SAME = {
    "certain: one record": _same_record,
    "certain: one address": _same_address,
    "certain: one mailbox": _same_mailbox,
    "certain: one profile": _same_profile,
    "likely: new role at one address": _new_role,
    "likely: initial at one address": _initial,
    "likely: married name at one address": _married,
    "likely: short name": _short_name,
    "likely: other spelling": _other_spelling,
    "likely: other order": _other_order,
    "likely: turned round": _turned_round,
    "likely: titles": _with_titles,
    "likely: other form of the organization": _other_form,
    "likely: large employer in capitals": _capitals,
    "possible: short name and two profiles": _short_name_and_profiles,
    "possible: accent and two profiles": _accent_and_profiles,
    "possible: slip of the pen": _slip_of_the_pen,
    "possible: name added": _name_added,
    "possible: new job": _new_job,
}
"""How one person comes to be in a list twice; the first word is how sure one can be of it."""


def _two_profiles(chance, one):
    return with_profile(chance, one), with_profile(chance, one)


def _two_jobs(chance, one):
    one = replace(
        one, name=f"{_often(chance, NAMES['given']['english'])} {_often(chance, NAMES['family']['english'])}"
    )
    return one, replace(one, organization=organization(chance))


def _numbered(chance, one):
    house = f"{_plain(one.organization)[:12]}.example"
    address = f"{_plain(one.name).replace('-', '.')}"
    return replace(one, email=f"{address}@{house}"), replace(one, email=f"{address}2@{house}")


def _parent_and_child(chance, one):
    first, second = chance.choice([("Sr.", "Jr."), ("", "Jr."), ("II", "III")])
    return replace(one, name=f"{one.name} {first}".strip()), replace(one, name=f"{one.name} {second}")


def _middle_names(chance, one):
    given, family = one.name.split()
    one_letter, other = chance.sample("ABCDEFGHJKLMNPRST", 2)
    return replace(one, name=f"{given} {one_letter}. {family}"), replace(
        one, name=f"{given} {other}. {family}"
    )


def _couple(chance, one):
    """Two people behind one address; they are offered, as a name may change, and never called likely."""
    family = one.name.split()[1]
    first, second = chance.sample(["Hans", "Petra", "Uwe", "Klaus", "Sabine", "Ingrid", "Fritz"], 2)
    one = with_address(chance, replace(one, name=f"{first} {family}"))
    return one, replace(one, name=f"{second} {family}", organization=organization(chance))


def _namesakes_with_profiles(chance, one):
    """Two of one name and one title at a large employer, each with a profile page."""
    one = replace(one, name="Anna Schmidt", organization=organization(random.Random(chance.randrange(3))))
    return with_profile(chance, one), with_profile(chance, one)


def _office(chance, one):
    one = replace(one, email=f"info@{_plain(one.organization)[:20]}.example")
    return one, replace(one, name=person(chance).name)


def _related_names(chance, one):
    """Names that come from one name and are two: Kathrin and Katja, Johanna and Hanna."""
    both = [
        ("Kathrin", "Katja"),
        ("Anna", "Anja"),
        ("Karl", "Carl"),
        ("Hans", "Johannes"),
        ("Christian", "Christina"),
    ]
    first, second = chance.choice(both)
    family = one.name.split()[1]
    return replace(one, name=f"{first} {family}"), replace(one, name=f"{second} {family}")


def _colleagues(chance, one):
    """Two of one given name at one house, whose surnames only look alike."""
    first, second = chance.choice(
        [("Schmidt", "Schmitz"), ("Meyer", "Maier"), ("Hansen", "Jansen"), ("Chen", "Cheng")]
    )
    given = one.name.split()[0]
    return replace(one, name=f"{given} {first}"), replace(one, name=f"{given} {second}")


ALIKE = {
    "two profiles": _two_profiles,
    "namesakes at a large employer": _namesakes_with_profiles,
    "two jobs": _two_jobs,
    "numbered addresses": _numbered,
    "parent and child": _parent_and_child,
    "middle names": _middle_names,
    "couple": _couple,
    "office": _office,
    "related names": _related_names,
    "colleagues": _colleagues,
}
"""How two people come to look like one."""


def namesakes(number: int) -> list[Row]:
    """Make people of ten given names and of surnames of two letters, half of them at a few large houses."""
    chance = random.Random(3)
    given = ("Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo")
    letters = string.ascii_lowercase
    return [
        Row(
            f"{chance.choice(given)} {chance.choice(letters)}{letters[one % 26]}",
            f"House {int(chance.paretovariate(0.4)) % 4000}",
        )
        for one in range(number)
    ]
