"""What is known about one direction, as it reads: how sure one was, what is open, whom to talk with next."""

from __future__ import annotations

from infoview.content import words
from infoview.dates.day_words import full_date
from infoview.duplicates import first_name
from infoview.progress.weighing import Sureness, Weighed
from infoview.records.themes import ENOUGH
from infoview.text.plurals import number_in_words
from workbook.markup import Html, html
from workbook.pages.fields import page_words
from workbook.pictures import figure, steps, twin

MOST_SURE = 10
"""Quite certain, on the scale of the debrief."""
MOST_POINTS = 8
"""How many conversations one picture can hold; the table has them all."""


def people_met(one: Weighed) -> Html:
    """Say whom one talked with about it, and whether that is enough."""
    said, met = words("progress")["area"], len(one.met)
    enough = said["enough"].format(number=met) if met >= ENOUGH else number_in_words(said["met"], met)
    missing = number_in_words(said["missing"], one.missing) if met and one.missing else ""
    return html("<p>{said} {missing}</p>", said=enough, missing=missing)


def sureness(one: Weighed) -> Html:
    """Draw how sure one was around each conversation, once there is one."""
    said = page_words("progress.weighing.sure")
    if not one.sureness:
        return html("")
    shown = one.sureness[-MOST_POINTS:]
    last = shown[-1]
    title = said["picture"].format(number=last.after if last.after is not None else last.before)
    points = [(first_name(point.name), point.before, point.after) for point in shown]
    return figure(
        steps(title, points, MOST_SURE, said["most"]),
        twin(said["table"], said["title"], list(said["columns"].values()), map(_sure_row, one.sureness)),
        said["title"],
    )


def _sure_row(point: Sureness) -> list[object]:
    day = full_date(point.on) if point.on else ""
    return [point.name, day, point.guess, point.before, point.after]


def open_questions(one: Weighed) -> Html:
    """List what nobody has told about it."""
    said = page_words("progress.weighing")
    topics = words("progress")["topics"]
    entries = [
        html("<li>{topic}</li>", topic=said["untold"].format(topic=topics[takeaway.value]))
        for takeaway in one.untold
    ]
    entries += [html("<li>{puzzle}</li>", puzzle=said["puzzle"].format(text=text)) for text in one.puzzles]
    if not entries:
        return html("")
    return html("<h4>{title}</h4><ul>{entries}</ul>", title=said["open"], entries=entries)


def conversations_next(one: Weighed) -> Html:
    """Say whom to talk with next, and why."""
    said = page_words("progress.weighing")
    entries = [
        html(
            "<li><strong>{name}</strong>{where}<br>{reasons}</li>",
            name=proposal.contact.name,
            where=_where(proposal.contact.title, proposal.contact.organization),
            reasons=" ".join(proposal.reasons),
        )
        for proposal in one.proposals
    ]
    listed = html("<ol>{entries}</ol>", entries=entries) if entries else ""
    missing = "" if len(entries) > 1 else html("<p>{said}</p>", said=said["find_more" if entries else "find"])
    return html("<h4>{title}</h4>{listed}{missing}", title=said["next"], listed=listed, missing=missing)


def _where(title: str, organization: str) -> str:
    said = ", ".join(part for part in (title, organization) if part)
    return f", {said}" if said else ""
