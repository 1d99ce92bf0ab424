"""`infoview coach` and `infoview questions` on the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from infoview.cli import infoview
from infoview.cli.coach import coach
from infoview.cli.questions import questions
from infoview.errors import InputError

INFOVIEW = Path(sys.executable).with_name("infoview")
DRAFT = "Subject: Your talk\n\nDear Ada,\n\nDo you have any openings?\n\nThank you,\nLydia Drake"


def run(command, *arguments, text=""):
    return CliRunner().invoke(command, arguments, input=text, catch_exceptions=False)


def test_a_draft_is_read_from_a_file_and_advised_on_in_words(tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, encoding="utf-8")
    said = run(coach, str(file)).output
    assert "Must change:" in said
    assert "any openings" in said
    assert "asks for a job" in said


def test_json_prints_one_object_with_facts_and_advice():
    answer = json.loads(run(coach, "--json", text=DRAFT).output)
    assert answer["kind"] == "request"
    assert answer["ready"] is False
    assert answer["facts"]["asks_for_job"] is True
    remark = next(one for one in answer["advice"] if one["rule"] == "asks-for-a-job")
    assert remark.keys() >= {"rule", "severity", "sentence", "excerpt", "start", "end"}
    assert remark["severity"] == "must"


def test_jsonl_answers_each_line_in_order_with_its_id():
    rows = [
        {"id": "b", "subject": "", "body": "Dear Ada, thank you.", "kind": "thank-you"},
        {"id": "a", "subject": None, "body": "Dear [Name],"},
    ]
    output = run(coach, "--jsonl", text="\n".join(map(json.dumps, rows)) + "\n\n").output
    answers = [json.loads(line) for line in output.splitlines()]
    assert [(answer["id"], answer["kind"]) for answer in answers] == [("b", "thank-you"), ("a", "request")]
    assert answers[1]["facts"]["has_placeholders"] is True


def test_who_pays_for_linkedin_has_300_letters_for_a_note():
    note = "I study moss in Oldport and heard your talk on walls. " + "x" * 200
    row = json.dumps({"id": "a", "kind": "linkedin-note", "body": note})
    for options, text in ((("--kind", "linkedin-note"), note), (("--jsonl",), row)):
        assert "200" in run(coach, *options, text=text).output
        assert "linkedin-too-long" not in run(coach, *options, "--paid", text=text).output
        assert "too many" not in run(coach, *options, "--paid", text=text).output


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("{not json", "isn't JSON"),
        ("[1]", "not an object"),
        ('{"id": 1}', '"body"'),
        ('{"body": "x", "kind": "poem"}', "kind"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_answered(line, word):
    good = json.dumps({"id": 1, "body": "Dear Ada,"})
    result = CliRunner().invoke(coach, ["--jsonl"], input=f"{good}\n{line}\n")
    assert isinstance(result.exception, InputError)
    assert "Line 2" in str(result.exception)
    assert word in str(result.exception)
    assert result.output == ""


def test_the_bank_is_printed_as_text_and_as_json():
    assert "  - " in run(questions).output
    entries = json.loads(run(questions, "--json").output)["questions"]
    assert {"id", "text", "takeaway"} <= entries[0].keys()


def test_questions_are_checked_one_by_one_or_line_by_line():
    assert "resent job" in run(questions, "check", "What filled last week?").output
    output = run(questions, "check", "--jsonl", text='{"id": "q", "question": "Are you hiring?"}\n').output
    answer = json.loads(output)
    assert (answer["id"], answer["takeaway"], answer["asks_for_job"]) == ("q", "job_hunting", True)


COMMANDS = [[name] for name in infoview.list_commands(None)]


@pytest.mark.parametrize("arguments", [*COMMANDS, ["questions", "check"]])
def test_every_help_has_an_example_and_explains_every_option(arguments):
    command = infoview
    for name in arguments:
        command = command.get_command(None, name)
    assert "Example" in run(infoview, *arguments, "--help").output
    assert [
        option.name for option in command.params if isinstance(option, click.Option) and not option.help
    ] == []


def test_a_bad_line_ends_the_program_with_two_and_one_sentence():
    done = subprocess.run(
        [INFOVIEW, "coach", "--jsonl"],
        input="oops\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == "Line 1 isn't JSON; each line holds one object.\n"
