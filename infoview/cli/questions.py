"""`infoview questions`: the question bank, and advice on questions of one's own."""

from __future__ import annotations

import sys
from dataclasses import asdict

import click

from infoview.cli.json_lines import read_json_lines
from infoview.cli.output import as_json as in_json
from infoview.content import words
from infoview.errors import InputError
from infoview.questions.advice import QuestionReview, review_question
from infoview.questions.bank import bank


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def questions(ctx: click.Context, *, as_json: bool) -> None:
    """Print the question bank, by what each question helps you to learn."""
    if ctx.invoked_subcommand:
        return
    entries = bank()
    if as_json:
        click.echo(in_json({"questions": [asdict(entry) for entry in entries]}))
        return
    heading = ""
    for entry in entries:
        if entry.takeaway != heading:
            heading = entry.takeaway
            click.echo(f"\n{_name(heading)}")
        click.echo(f"  - {entry.text}")


@questions.command
@click.argument("text", required=False)
@click.option("--jsonl", is_flag=True)
def check(text: str | None, *, jsonl: bool) -> None:
    """Give advice on a question: what it helps you to learn, and how to put it better."""
    if jsonl:
        rows = list(read_json_lines(sys.stdin.buffer.read(), "question"))
        for row in rows:
            own = {"id": row["id"]} if "id" in row else {}
            click.echo(in_json(own | asdict(review_question(row["question"]))))
        return
    if not text or not text.strip():
        raise InputError(words("commands")["questions"]["nothing"])
    click.echo(_in_words(review_question(text)))


def _name(takeaway: str) -> str:
    return str(words("coach")["told"]["takeaways"].get(takeaway, takeaway.replace("_", " ").capitalize()))


def _in_words(reviewed: QuestionReview) -> str:
    told = words("coach")["told"]
    lines = [told["serves"].format(takeaway=_name(reviewed.takeaway))]
    lines += [f"  - {remark.sentence}" for remark in reviewed.advice]
    return "\n".join(lines if reviewed.advice else [*lines, told["good_question"]])
