"""`infoview due`: what is due, late or coming."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from infoview.cli.logbooks import existing_logbook
from infoview.cli.output import as_json as in_json
from infoview.content import words
from infoview.dates import clock
from infoview.next_steps.due import Due, DueState
from infoview.next_steps.due import due as due_steps


@click.command
@click.option("--logbook", "place", type=click.Path(path_type=Path))
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--json", "as_json", is_flag=True)
def due(place: Path | None, on: datetime | None, *, as_json: bool) -> None:
    """Say what is due: reminders, meetings, thank-you notes and promises."""
    day = on.date() if on else clock.today()
    with existing_logbook(place) as logbook:
        steps = due_steps(logbook, day)
    click.echo(_as_json(steps, day) if as_json else _as_text(steps))


def _as_json(steps: tuple[Due, ...], day: date) -> str:
    items = [
        {
            "due_on": step.due_on.isoformat(),
            "kind": step.kind,
            "contact": step.contact,
            "sentence": step.sentence,
            "state": step.state,
        }
        for step in steps
    ]
    return in_json({"on": day.isoformat(), "items": items})


def _as_text(steps: tuple[Due, ...]) -> str:
    text = words("next_steps")
    lines = [
        line
        for state in DueState
        if (here := [step for step in steps if step.state is state])
        for line in ("", text["state"][state.value], *(f"  {step.due_on}  {step.sentence}" for step in here))
    ]
    return "\n".join(lines[1:]) if lines else str(text["nothing"])
