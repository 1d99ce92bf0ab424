"""`infoview coach`: advice on a draft, for people to read and for scripts to use."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from infoview.cli.json_lines import read_json_lines
from infoview.cli.output import as_json as in_json
from infoview.coach import Draft, DraftKind, Review, read_draft, review
from infoview.coach.advice import Severity
from infoview.coach.other_messages import LINKEDIN_NOTE_PAID
from infoview.content import words
from infoview.errors import InputError

KINDS = [kind.value for kind in DraftKind]


@click.command
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--kind", type=click.Choice(KINDS), default=None)
@click.option("--paid", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@click.option("--jsonl", is_flag=True)
def coach(file: Path | None, kind: str | None, *, paid: bool, as_json: bool, jsonl: bool) -> None:
    """Give advice on a draft message."""
    data = sys.stdin.buffer.read() if file is None or str(file) == "-" else file.read_bytes()
    chosen = DraftKind(kind) if kind else DraftKind.REQUEST
    limit = LINKEDIN_NOTE_PAID if paid else None
    if jsonl:
        for row, draft in list(_rows(data, Draft(chosen, character_limit=limit))):
            click.echo(in_json(_answer(review(draft), row)))
        return
    reviewed = review(replace(read_draft(data, chosen), character_limit=limit))
    click.echo(in_json(_answer(reviewed, {})) if as_json else _in_words(reviewed))


def _rows(data: bytes, chosen: Draft) -> Iterator[tuple[dict[str, Any], Draft]]:
    for number, row in enumerate(read_json_lines(data, "body"), start=1):
        kind = row.get("kind", chosen.kind.value)
        if kind not in KINDS:
            said = words("commands")["coach"]["unknown_kind"]
            raise InputError(said.format(number=number, kinds=", ".join(KINDS)))
        written = {"subject": str(row.get("subject") or ""), "body": row["body"]}
        yield row, replace(chosen, kind=DraftKind(kind), **written)


def _answer(reviewed: Review, row: dict[str, Any]) -> dict[str, Any]:
    """Give a review the shape that scripts read."""
    own = {"id": row["id"]} if "id" in row else {}
    return own | asdict(reviewed)


def _in_words(reviewed: Review) -> str:
    """Give a review the shape that people read."""
    told = words("coach")["told"]
    lines = [told["ready"] if reviewed.ready else told["not_ready"]]
    for severity in Severity:
        advice = [remark for remark in reviewed.advice if remark.severity is severity]
        lines += ["", told[severity.value]] if advice else []
        for remark in advice:
            about = f' ("{remark.excerpt}")' if remark.excerpt else ""
            lines.append(f"  - {remark.sentence}{about}")
    facts = [told["facts"][name][value] for name, value in _facts_in_words(reviewed)]
    return "\n".join(
        [*lines, "", told["words"].format(count=reviewed.words), *(f"  - {fact}" for fact in facts)]
    )


def _facts_in_words(reviewed: Review) -> Iterator[tuple[str, str]]:
    for name, value in asdict(reviewed.facts).items():
        yield name, "yes" if value else "no"
