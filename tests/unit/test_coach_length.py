"""How long a draft is, in a sentence: one for each kind, true to the rules by which the coach judges."""

from __future__ import annotations

import pytest

from infoview.coach import Draft, DraftKind, review
from infoview.coach.advice import Severity
from infoview.coach.length import LIMITS, length_in_words
from infoview.content import words

ON_LENGTH = {"too-long", "too-short", "long-message", "linkedin-too-long", "long-reminder",
             "thank-you-length", "long-confirmation", "long-blurb"}  # fmt: skip
IN_WORDS = (DraftKind.REQUEST, DraftKind.FOLLOW_UP, DraftKind.THANK_YOU, DraftKind.CONFIRMATION)


def said_of(kind, number):
    draft = Draft(kind=kind, body="word " * number)
    reviewed = review(draft)
    assert reviewed.words == number
    kind_hint = kind is DraftKind.REQUEST  # it may always be shorter still
    weighty = {one.rule for one in reviewed.advice if not (kind_hint and one.severity is Severity.HINT)}
    return length_in_words(draft, reviewed.words), weighty & ON_LENGTH


@pytest.mark.parametrize("kind", DraftKind)
def test_every_kind_of_message_has_a_line_on_its_length(kind):
    assert kind.value in words("coach")["lengths"]["good"]
    assert length_in_words(Draft(kind=kind, body="x " * 20), 20).startswith(("20 words. ", "39 "))


@pytest.mark.parametrize("kind", IN_WORDS)
def test_a_length_that_the_line_calls_good_is_not_objected_to(kind):
    least, most = LIMITS[kind]
    beyond = kind is DraftKind.FOLLOW_UP  # "under 50"
    line, remarks = said_of(kind, most - beyond)
    assert str(most) in line
    assert remarks == set()
    assert said_of(kind, max(least, 1))[1] == set()
    slack = 25 if kind is DraftKind.REQUEST else 0  # from 100 words a hint, from 125 more than that
    assert said_of(kind, most + 1 + slack - beyond)[1] != set()


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (DraftKind.REQUEST, "70 words. 50 to 100 is a good length."),
        (DraftKind.FOLLOW_UP, "70 words. Keep a reminder under 50."),
        (DraftKind.THANK_YOU, "70 words. 50 to 120 is a good length for a thank-you."),
        (DraftKind.UPDATE, "70 words. A few lines is enough."),
    ],
)
def test_the_same_number_of_words_is_judged_by_what_the_message_is_for(kind, line):
    assert said_of(kind, 70)[0] == line


def test_by_linkedin_characters_are_counted_as_linkedin_counts_them():
    assert length_in_words(Draft(DraftKind.LINKEDIN_NOTE, body="Hi \U0001f44b"), 2) == "5 of 200 characters."
    paid = Draft(DraftKind.LINKEDIN_NOTE, body="Hello", character_limit=300)
    assert length_in_words(paid, 1) == "5 of 300 characters."
    message = length_in_words(Draft(DraftKind.LINKEDIN_MESSAGE, body="x" * 401), 1)
    assert message == "401 characters. LinkedIn messages of up to 400 got the most answers."


def test_one_word_is_one_word():
    assert length_in_words(Draft(DraftKind.UPDATE), 1).startswith("1 word.")
