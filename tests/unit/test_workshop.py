"""What a facilitator prints and shows: it adds up, and the product itself agrees with every answer."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from infoview.cli import infoview
from infoview.coach import Draft, review
from infoview.coach.advice import Severity
from infoview.content import words
from infoview.errors import InputError
from infoview.exporters.workshop import lengths, run_sheet, workshop_files
from infoview.questions.advice import review_question
from infoview.records.takeaways import Takeaway

PAGE = words("workshop")


@pytest.mark.parametrize("minutes", lengths())
def test_the_turns_of_a_workshop_follow_one_another_and_fill_its_time(minutes):
    turns = run_sheet(minutes)
    assert [turn.begins for turn in turns] == [
        sum(past.minutes for past in turns[:at]) for at in range(len(turns))
    ]
    assert sum(turn.minutes for turn in turns) == minutes
    assert turns[-1].do.startswith("Save a copy")


def test_a_workshop_of_another_length_is_not_there():
    with pytest.raises(InputError, match="there are some of 45, 60, 90"):
        run_sheet(50)


@pytest.mark.parametrize("letter", PAGE["mend"], ids=lambda letter: letter["rule"])
def test_the_coach_sees_what_is_wrong_with_each_request_and_nothing_in_the_mended_one(letter):
    found = {
        remark.rule for remark in review(Draft(subject=letter["subject"], body=letter["body"].strip())).advice
    }
    assert letter["rule"] in found
    mended = review(Draft(subject=letter["subject_mended"], body=letter["mended"].strip()))
    assert [remark.rule for remark in mended.advice if remark.severity is not Severity.HINT] == []
    assert mended.ready


@pytest.mark.parametrize("each", PAGE["match"], ids=lambda each: each["question"])
def test_each_question_helps_with_the_take_away_that_the_workbook_itself_finds(each):
    read = review_question(each["question"])
    if each["takeaway"] == "none":
        assert [remark.rule for remark in read.advice]
    else:
        assert read.takeaway == Takeaway(each["takeaway"])
        assert not read.asks_for_job


def test_every_take_away_is_matched_once_and_the_debrief_names_real_ones():
    named = [each["takeaway"] for each in PAGE["match"] if each["takeaway"] != "none"]
    assert sorted(named) == sorted(Takeaway)
    assert {takeaway for takeaway, _ in PAGE["transcript"]["keep"]} <= set(Takeaway)


def test_the_pages_are_whole_and_no_field_of_their_words_is_left_open():
    files = workshop_files()
    assert len(files) == 4 + 2 * len(lengths())
    for name, data in files.items():
        text = re.sub(r"<(style|script)\b.*?</\1>", "", data.decode(), flags=re.DOTALL)
        assert "{" not in text, name
        assert "http" not in text, name
    answers = files["answers.html"].decode()
    for letter in PAGE["mend"]:
        assert letter["wrong"].replace("'", "&#39;") in answers


def test_the_command_writes_them_and_says_where(tmp_path):
    told = CliRunner().invoke(infoview, ["workshop", str(tmp_path / "pages")])
    assert told.exit_code == 0
    assert str(tmp_path / "pages") in told.output
    assert {file.name for file in (tmp_path / "pages").iterdir()} == set(workshop_files())
