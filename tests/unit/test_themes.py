"""How much voices are worth: one is a story, two are a hint, three or more a pattern."""

import pytest

from infoview.records.themes import Count, Strength, count, strength_of


@pytest.mark.parametrize(
    ("people", "strength"),
    [(0, "nothing"), (1, "story"), (2, "hint"), (3, "pattern"), (17, "pattern")],
)
def test_people_who_say_the_same_make_a_story_a_hint_or_a_pattern(people, strength):
    assert strength_of(people) is Strength(strength)


def test_someone_met_twice_is_one_voice_and_the_later_one_counts():
    assert count([(1, True), (2, True), (1, False)]) == Count(agree=1, differ=1)


def test_the_larger_side_says_what_a_theme_is_worth():
    assert Count(agree=1, differ=3).strength is Strength.PATTERN
    assert Count(agree=2, differ=1).strength is Strength.HINT


def test_voices_on_both_sides_are_divided():
    assert Count(agree=2, differ=1).divided
    assert not Count(agree=3, differ=0).divided
    assert not Count(agree=0, differ=2).divided


def test_three_voices_on_whichever_side_are_enough():
    assert [Count(*sides).missing for sides in ((0, 0), (1, 0), (1, 1), (2, 1), (5, 0))] == [3, 2, 1, 0, 0]
