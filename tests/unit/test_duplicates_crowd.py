"""How well people who are in a list twice are found among thirty thousand, how seldom two are made one."""

from itertools import combinations

import pytest
from made.people import ALIKE, SAME, crowd

from infoview.duplicates import Confidence, find


@pytest.fixture(scope="module")
def listed():
    """A list with people in it twice, and what was found in it, as pairs of rows."""
    made = crowd()
    found = {pair: double.confidence for double in find(made.rows) for pair in combinations(double.places, 2)}
    return made, found


def shares(made, found, confidence):
    """Tell what share of what was found is right, and what share of the planted was found so or surer."""
    true = {pair for pairs in made.planted.values() for pair in pairs}
    said = [pair for pair, sure in found.items() if sure == confidence]
    planted = [pair for kind, pairs in made.planted.items() if kind.startswith(confidence) for pair in pairs]
    order = list(Confidence)
    as_sure = [
        pair
        for pair in planted
        if pair in found and order.index(found[pair]) <= order.index(Confidence(confidence))
    ]
    return sum(pair in true for pair in said) / len(said), len(as_sure) / len(planted)


@pytest.mark.parametrize(
    ("confidence", "precision", "recall"),
    [("certain", 1, 1), ("likely", 0.98, 0.85), ("possible", 0.65, 0.9)],
)
def test_of_thirty_thousand_people_those_there_twice_are_found(listed, confidence, precision, recall):
    right, met = shares(*listed, confidence)
    assert right >= precision
    assert met >= recall


@pytest.mark.parametrize("kind", SAME)
def test_nothing_but_an_address_or_a_profile_is_certain(listed, kind):
    made, found = listed
    certain = sum(found.get(pair) == Confidence.CERTAIN for pair in made.planted[kind])
    assert certain == (len(made.planted[kind]) if kind.startswith("certain") else 0)


@pytest.mark.parametrize("kind", ALIKE)
def test_people_who_only_look_alike_are_never_called_likely(listed, kind):
    made, found = listed
    assert not [
        pair for pair in made.alike[kind] if found.get(pair) in {Confidence.CERTAIN, Confidence.LIKELY}
    ]
