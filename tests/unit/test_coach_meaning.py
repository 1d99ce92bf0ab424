"""The coach understands what is asked by act and object, in many voices (the sentences: made/asks.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import made
import pytest

from infoview.coach import Draft, DraftKind, Facts, review
from infoview.questions.advice import review_question

SAID = tomllib.loads((Path(made.__file__).parent / "asks.toml").read_text(encoding="utf-8"))
REQUEST = " Might we have twenty minutes to talk?"


def facts(text: str, more: str = "") -> Facts:
    greeted = text if text.startswith(("Dear", "Hello")) else f"Dear Ada,\n\n{text}"
    return review(Draft(body=greeted + more)).facts


@pytest.mark.parametrize("text", SAID["asks"])
def test_an_act_with_a_post_a_taking_on_or_ones_papers_asks_for_a_job(text):
    assert facts(text, REQUEST).asks_for_job


@pytest.mark.parametrize("text", SAID["innocent"])
def test_what_is_told_denied_long_done_or_asked_to_learn_asks_for_none(text):
    assert not facts(text, REQUEST).asks_for_job


@pytest.mark.parametrize("text", SAID["who"])
def test_any_trade_or_place_in_life_says_who_somebody_is(text):
    assert facts(text).has_who


@pytest.mark.parametrize("text", SAID["no_who"])
def test_a_mood_or_a_wish_does_not(text):
    assert not facts(text).has_who


@pytest.mark.parametrize("text", SAID["links"])
def test_something_shared_told_or_of_theirs_links_two_people(text):
    assert facts(text).has_how_found


@pytest.mark.parametrize("text", SAID["no_links"])
def test_wanting_something_of_theirs_links_nobody(text):
    assert not facts(text).has_how_found


@pytest.mark.parametrize("text", SAID["meetings"])
def test_a_proposal_to_talk_counts_in_any_mood(text):
    assert facts(text).has_meeting_request


@pytest.mark.parametrize("text", SAID["no_meetings"])
def test_talk_by_mail_or_gone_by_is_no_proposal(text):
    assert not facts(text).has_meeting_request


@pytest.mark.parametrize("text", SAID["question_asks"])
def test_a_question_that_wishes_for_a_post_asks_for_a_job(text):
    assert review_question(text).asks_for_job


@pytest.mark.parametrize("text", SAID["question_innocent"])
def test_a_question_on_how_hiring_is_done_asks_for_none(text):
    assert not review_question(text).asks_for_job


@pytest.mark.parametrize("text", SAID["resume"])
def test_papers_sent_along_in_any_words_are_attached(text):
    assert facts(text).attaches_resume


@pytest.mark.parametrize("text", SAID["no_resume"])
def test_papers_offered_left_out_or_asked_about_are_not(text):
    assert not facts(text).attaches_resume


@pytest.mark.parametrize("text", SAID["fields"])
def test_what_is_still_to_be_filled_in_shows_by_its_place(text):
    assert facts(text).has_placeholders


@pytest.mark.parametrize("text", SAID["no_fields"])
def test_brackets_that_hold_the_writers_words_are_left_in_peace(text):
    assert not facts(text).has_placeholders


@pytest.mark.parametrize("text", SAID["introductions"])
def test_asking_whether_they_would_ask_is_asking_for_an_introduction(text):
    assert review(Draft(kind=DraftKind.INTRODUCTION, body=text)).ready


@pytest.mark.parametrize("text", SAID["thanks"])
def test_thanks_in_any_voice_are_ready(text):
    assert review(Draft(kind=DraftKind.THANK_YOU, body=text)).ready


@pytest.mark.parametrize("text", SAID["thanks_that_ask"])
def test_thanks_that_ask_for_a_post_are_not(text):
    assert not review(Draft(kind=DraftKind.THANK_YOU, body=text)).ready


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("u got any OPENINGS?? lol", "any OPENINGS"),
        ("I\u2019d be glad if you\u2019d put in a word for me.", "put in a word"),
        ("Could you please pass my CV on to your manager?", "pass my CV"),
    ],
)
def test_what_is_marked_stands_in_the_draft_as_it_was_written(text, excerpt):
    body = f"Dear Ada,\n\n{text}"
    remark = next(one for one in review(Draft(body=body)).advice if one.rule == "asks-for-a-job")
    assert excerpt in remark.excerpt
    assert body[remark.start : remark.end] == remark.excerpt
