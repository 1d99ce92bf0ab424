"""How well people who are in a list twice are found among thirty thousand, how seldom two are made one."""

import pytest
from bench.duplicates import table
from made.people import ALIKE, SAME, crowd

from infoview.duplicates import Confidence

LOW = {
    "likely: short name": 0.9,
    "likely: other order": 0.85,
    "likely: titles": 0.85,
    "likely: large employer in capitals": 0.9,
    "possible: accent and two profiles": 0.65,
    "possible: new job": 0.85,
}
"""Kinds of which common names at large employers keep some from being found; the others are all but whole."""


@pytest.fixture(scope="module")
def told():
    """What was found in a list with people in it twice."""
    return table(crowd())


@pytest.mark.parametrize("kind", SAME)
def test_of_thirty_thousand_people_those_there_twice_are_found(told, kind):
    as_sure, _ = told.recall(kind)
    assert as_sure >= LOW.get(kind, 0.95)


def test_hardly_any_two_people_are_offered_as_one(told):
    shares = {name: right for name, (_, right) in told.precision().items() if "," not in name}
    assert shares["certain"] == 1
    assert shares["likely"] >= 0.995
    couples = len(told.made.alike["couple"])  # offered on purpose
    number, right = told.precision()["possible"]
    assert right * number / (number - couples) >= 0.7


@pytest.mark.parametrize("kind", SAME)
def test_only_what_is_planted_as_certain_is_certain(told, kind):
    certain = sum(
        told.found[pair].confidence is Confidence.CERTAIN
        for pair in told.made.planted[kind]
        if pair in told.found
    )
    assert certain <= (len(told.made.planted[kind]) if kind.startswith("certain") else 0)


@pytest.mark.parametrize("kind", ALIKE)
def test_people_who_only_look_alike_are_never_called_likely(told, kind):
    assert not told.alike(kind).keys() & {"certain", "likely"}
