"""The ear for job asks: what no pattern knows becomes a question to the person."""

import hashlib
import json
import sys
import tomllib
from pathlib import Path

import pytest

from infoview.coach import Draft, DraftKind, review
from infoview.coach.advice import Severity
from infoview.coach.hearing import LIKELY, SURE, WEIGHTS, heard_in, likelihood
from infoview.coach.reading import LONGEST_SENTENCE, Span

TESTS = Path(__file__).parents[1]
SENTENCES = TESTS / "made" / "job_asks.toml"
FILE = TESTS.parent / "infoview" / "coach" / WEIGHTS

ASKS = [
    "Does the mill need a weaver just now?",
    "Would your hospice have room for a trainee chaplain?",
    "Please kindly help my niece to find a place in your bank.",
    "Could you hand my certificates to your chief engineer?",
    "any shifts going at ur bar?",
    "I am willing to join your respected institute without salary.",
    "P.S. If the bookshop wants a Saturday girl, I'm free.",
    "Would you be ready to recommend me for the traineeship?",
    "I'd like to do my practical semester at your brewery.",
    "Is your observatory taking summer students?",
]
NONE = [
    "I'm a cooper's apprentice in my second year.",
    "Could I visit the brewery for half an hour and ask how you chose hops?",
    "How do breweries find their apprentices?",
    "Thank you for telling me how the bank trains its people.",
    "I'm not after a place at your bank, only after your story.",
    "Would you ask Lerato whether she'd speak with me for ten minutes?",
    "My sister got a job at the observatory last spring.",
    "What do you look for in a summer student?",
    "I hope the new vats work well.",
    "A short call on any evening would be perfect.",
]


def span(text):
    return Span(0, len(text), text)


def test_most_asks_it_never_learned_are_heard():
    likelihoods = [likelihood(span(text)) for text in ASKS]
    assert sum(likely >= LIKELY for likely in likelihoods) >= 9
    assert min(likelihoods) > 0.5


@pytest.mark.parametrize("text", NONE)
def test_what_asks_for_no_job_is_not_heard_as_an_ask(text):
    assert likelihood(span(text)) < LIKELY


def test_these_sentences_are_none_of_those_it_learned_from():
    learned = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))
    assert not {*ASKS, *NONE} & {*learned["asks"], *learned["others"]}
    assert not {*learned["asks"]} & {*learned["others"]}


def test_the_weights_are_learned_from_the_sentences_as_they_stand():
    """After a change of the sentences: python tests/bench/train_job_ask.py."""
    page = json.loads(FILE.read_text(encoding="utf-8"))
    assert page["learned_from"] == hashlib.sha256(SENTENCES.read_bytes()).hexdigest()
    assert list(page["weights"]) == sorted(page["weights"])
    assert FILE.stat().st_size <= 430_000


def test_the_same_sentences_give_the_same_file(monkeypatch):
    monkeypatch.syspath_prepend(str(TESTS / "bench"))
    trainer = __import__("train_job_ask")
    some = trainer.examples()[::40]
    first, again = (trainer.as_file(trainer.train(some), b"some") for _ in range(2))
    assert first == again
    assert len(json.loads(first)["weights"]) > len(some)
    sys.modules.pop("train_job_ask")


def test_what_is_heard_is_bounded_however_long_the_sentence():
    long = "any job for me " * 40
    assert len(long) <= LONGEST_SENTENCE
    for text in (long, "job, " * 100, "!?" * 300, ""):
        assert len(heard_in(span(text))) <= 500


def test_an_ask_no_pattern_knows_becomes_a_question_with_its_words(monkeypatch):
    monkeypatch.setattr("infoview.coach.hearing.likelihood", lambda _: (LIKELY + SURE) / 2)
    remark = next(one for one in review(letter("It rains.")).advice if one.rule == "may-ask-for-a-job")
    assert remark.severity is Severity.SHOULD
    assert remark.excerpt
    assert remark.sentence.count("?") == 1


def test_one_that_is_all_but_sure_is_objected_to(monkeypatch):
    monkeypatch.setattr("infoview.coach.hearing.likelihood", lambda _: SURE)
    reviewed = review(letter("It rains today."))
    assert not reviewed.ready
    assert reviewed.facts.asks_for_job


def letter(text):
    return Draft(
        DraftKind.REQUEST,
        "Your talk",
        f"Dear Ada,\n\n{text} May I ring you for ten minutes?\n\nNoor Haddad",
    )
