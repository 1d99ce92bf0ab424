"""What a group's numbers become: an Excel workbook, a CSV file and one page to print."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from infoview.content import words
from infoview.exporters.excel import Sheet, sheets
from infoview.exporters.paper import fill
from infoview.exporters.spreadsheet import guarded
from infoview.group.counts import UNKNOWN
from infoview.group.hiding import FEWEST
from infoview.group.merging import COLUMNS, Group, Line, rate
from infoview.questions.bank import bank
from infoview.text.plurals import number_in_words

RATED = ("channel", "circle", "asked_in")
"""The tables whose second number is a share of the first that is worth telling."""
MOST_QUESTIONS = 20
"""How many questions the page holds; the workbook has them all."""


def files(group: Group, name: str) -> dict[str, bytes]:
    """Make all files about a group, by their names; `name` is what they are called before the ending."""
    return {
        f"{name}.xlsx": workbook(group),
        f"{name}.csv": table(group),
        f"{name}.html": page(group).encode(),
    }


def workbook(group: Group) -> bytes:
    """Write the numbers as a workbook, a sheet a table, with what they are on the first sheet."""
    said = words("exports")["group"]
    content: dict[str, Sheet] = {said["title"][:31]: ([said["title"]], [[line] for line in notes(group)])}
    for name, lines in group.tables.items():
        rows = [[guarded(row_name(name, row)), *_numbers(name, line)] for row, line in lines.items()]
        content[said["sheets"][name]] = (headings(name), rows)
    return sheets(content)


def table(group: Group) -> bytes:
    """Write the numbers as one CSV file: a table, a row, what is counted, and the number or nothing."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(["table", "row", "counted", "number"])
    writer.writerow(["group", "", "people", group.people])
    for name, lines in group.tables.items():
        for row, line in lines.items():
            writer.writerows(
                [name, row, column, number] for column, number in zip(COLUMNS[name], line, strict=True)
            )
    return file.getvalue().encode("utf-8-sig")


def page(group: Group) -> str:
    """Write the numbers as one page to print, each table with its bars."""
    said = words("exports")["group"]
    tables = [
        {
            "title": said["tables"][name],
            "headings": headings(name),
            "rows": list(_printed(name, group.tables[name])),
        }
        for name in group.tables
    ]
    return fill("group", notes=notes(group), tables=tables)


def plain(group: Group) -> dict[str, object]:
    """Make the numbers as JSON has them; a blank is null."""
    tables = {
        name: {row: dict(zip(COLUMNS[name], line, strict=True)) for row, line in lines.items()}
        for name, lines in group.tables.items()
    }
    return {"people": group.people, "waiting": group.waiting, "tables": tables}


def notes(group: Group) -> list[str]:
    """Say what the numbers are, and what a blank means."""
    said = words("exports")["group"]
    waiting = number_in_words(said["waiting"], group.waiting, fewest=FEWEST)
    sentences = (said["people"].format(number=group.people), waiting, said["note"], said["interval"])
    return [sentence for sentence in sentences if sentence]


def headings(name: str) -> list[str]:
    """Name the columns of a table, the first one being what its rows are."""
    said = words("exports")["group"]
    rated = ("rate", "low", "high") if name in RATED else ()
    return [said["first"][name], *(said["columns"][column] for column in (*COLUMNS[name], *rated))]


def row_name(table_name: str, row: str) -> str:
    """Say what a row is."""
    said = words("exports")
    if row == UNKNOWN:
        return str(said["group"]["unknown"])
    if table_name == "takeaways":
        return str(words("takeaways")[row]["name"])
    if table_name == "questions":
        return next(question.text for question in bank() if question.id == row)
    if table_name in {"channel", "circle"}:
        return str(said[table_name][row])
    return str(said["group"][table_name][row]) if table_name in {"stages", "waited"} else row


def _numbers(name: str, line: Line) -> list[float | None]:
    share = rate(line) if name in RATED else None
    rated = [round(part, 3) for part in share] if share else [None] * 3
    return [*line, *(rated if name in RATED else [])]


def _printed(name: str, lines: Mapping[str, Line]) -> Iterator[dict[str, object]]:
    """Make the rows as the page shows them: percentages, and how long the bar is, in hundredths."""
    most = max((line[0] or 0 for line in lines.values()), default=0) or 1
    for row, line in list(lines.items())[: MOST_QUESTIONS if name == "questions" else None]:
        share = rate(line) if name in RATED else None
        rated = [f"{100 * part:.0f} %" for part in share] if share else [""] * 3
        cells = ["" if number is None else str(number) for number in line]
        yield {
            "name": row_name(name, row),
            "cells": [*cells, *(rated if name in RATED else [])],
            "bar": round(100 * (line[0] or 0) / most),
        }
