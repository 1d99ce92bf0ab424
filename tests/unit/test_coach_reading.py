"""Reading a draft: from a file, taken apart, and never in trouble with what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview.coach import Draft, DraftKind, read_draft, review
from infoview.coach.reading import read, split
from infoview.content import words
from infoview.questions.advice import review_question

MAIL = (
    b"From: Livia <l@example.org>\r\nTo: Ada Park <ada@example.org>\r\nSubject: =?utf-8?q?Caf=C3=A9?=\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    b"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<style>x</style><p>Dear Ada,</p><p>I "
    b"am a nurse.</p>\r\n"
    b"--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; "
    b"filename=CV_Lydia.pdf\r\n\r\nx\r\n--b--\r\n"
)


def test_a_text_may_begin_with_its_subject():
    draft = read_draft("Subject: Your talk\n\nDear Ada,\nhello.")
    assert (draft.subject, draft.body) == ("Your talk", "Dear Ada,\nhello.")
    assert read_draft("Dear Ada,").subject == ""


def test_a_mail_file_gives_subject_recipient_words_and_attachments():
    draft = read_draft(MAIL)
    assert draft.subject == "Café"
    assert draft.recipient_name == "Ada Park"
    assert "I am a nurse." in draft.body
    assert "x" not in draft.body.split("nurse")[0]
    assert review(draft).facts.attaches_resume


def test_a_text_in_an_old_encoding_is_read():
    assert read_draft("Dear Zoë, café".encode("cp1252")).body == "Dear Zoë, café"


@pytest.mark.parametrize(
    ("body", "greeting", "signature"),
    [
        ("Dear Ada,\n\nHello.\n\nBest wishes,\nLydia Drake", "Dear Ada,", "Best wishes,\nLydia Drake"),
        ("Dear Ms. Okafor, thank you. Livia Drake", "Dear Ms. Okafor,", "Livia Drake"),
        ("Hi [Name] — saw you went to Leeds.", "Hi [Name] —", ""),
        ("Ada,\n\nHello.\n\nThanks\n\nCynthia", "Ada,", "Thanks\n\nCynthia"),
        ("Hello.\n\n— Tolani", "Hello.", "— Tolani"),
    ],
)
def test_greeting_and_signature_are_told_from_the_message(body, greeting, signature):
    reading = read(Draft(body=body))
    assert reading.greeting.text.replace("_", " ") == greeting
    assert reading.signature.text == signature


def test_a_title_or_a_wrapped_line_does_not_end_a_sentence():
    reading = read(Draft(body="Hi Ada,\n\nI met Dr. Vogt\nin May. Would you talk?"))
    assert [sentence.text for sentence in reading.sentences] == ["I met Dr. Vogt in May.", "Would you talk?"]


@given(st.text(max_size=400), st.text(max_size=80), st.sampled_from(DraftKind))
def test_no_text_troubles_the_coach_and_every_excerpt_is_in_its_place(body, subject, kind):
    draft = Draft(kind=kind, body=body, subject=subject, recipient_name=subject, other_names=(subject,))
    for remark in review(draft).advice:
        part = draft.subject if remark.part == "subject" else draft.body
        assert part[remark.start : remark.end] == remark.excerpt


@given(st.text(max_size=200))
def test_no_text_troubles_the_question_coach(text):
    assert review_question(text).takeaway


@given(st.binary(max_size=300))
def test_any_file_can_be_read_as_a_draft(data):
    assert isinstance(read_draft(data).body, str)


@pytest.mark.parametrize("piece", ["\n", "(job title company name ", "I am a ", "Thanks,\n"])
def test_a_hundred_thousand_letters_are_never_ready_and_always_answered(piece):
    body = "Dear Ada,\n\n" + piece * (100_000 // len(piece))
    answer = review(Draft(body=body, subject=body, other_texts=(body,)))
    assert answer.advice
    assert not answer.ready
    assert review_question(body).takeaway


def test_every_rule_has_words_a_source_and_no_field_that_nobody_knows():
    for name, rule in words("coach")["rules"].items():
        assert rule.keys() <= {"sentence", "source", "better", "worse"}, name
        assert rule["sentence"].endswith((".", ".)", "?")), name
        assert rule["source"], name


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Before I choose my master's.\n\nCould we talk?",
            ["Before I choose my master's.", "Could we talk?"],
        ),
        ("We met at St. Mary's. Could we talk?", ["We met at St. Mary's.", "Could we talk?"]),
        ("J. Smith wrote it. I read it.", ["J. Smith wrote it.", "I read it."]),
        ("I have a B.Sc.\n\nCould we talk?", ["I have a B.Sc.", "Could we talk?"]),
    ],
)
def test_a_blank_line_ends_a_sentence_and_so_does_a_word_that_ends_in_an_apostrophe_s(text, sentences):
    assert [sentence.text for sentence in split(text)] == sentences
