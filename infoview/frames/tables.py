"""A data frame of each table of a logbook; columns and types do not depend on what is in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from infoview.logbook import Logbook
from infoview.tables import TABLES, Column, Kind, Table

_FIRST_DAY = date(1970, 1, 1).toordinal()
"""The day from which numpy counts."""
_NOT_A_DAY = int(np.datetime64("NaT").astype("int64"))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Frames:
    """A logbook's tables as it was when they were made; each is indexed by the entry's id.

    Texts are strings, and nothing said is "". Days are `datetime64[s]`, missing ones `NaT`. Whole numbers and
    ids are `Int64`, missing ones `NA`; minutes are minutes, `sure_…` goes from 0 to 10, `focus` from 1 to 5.
    Yes and no are `bool`. A choice is an ordered category, whatever was chosen so far. A `…_id` is the index
    of another table; the name stands beside it.
    """

    contacts: pd.DataFrame
    requests: pd.DataFrame
    meetings: pd.DataFrame
    takeaways: pd.DataFrame
    questions: pd.DataFrame
    promises: pd.DataFrame
    letters: pd.DataFrame
    skills: pd.DataFrame
    directions: pd.DataFrame
    evidence: pd.DataFrame
    themes: pd.DataFrame
    reading: pd.DataFrame
    introductions: pd.DataFrame
    timeline: pd.DataFrame

    def __repr__(self) -> str:
        sizes = (f"{table.name}={len(getattr(self, table.name))}" for table in fields(self))
        return f"Frames({', '.join(sizes)})"


def of(logbook: Logbook) -> Frames:
    """Make all data frames of a logbook.

    >>> from infoview import frames, sample_logbook
    >>> mine = frames.of(sample_logbook("2026-11-25"))
    >>> len(mine.contacts), str(mine.contacts["added_on"].dtype)
    (14, 'datetime64[s]')
    """
    return Frames(**{table.name: frame(table, list(table.rows(logbook))) for table in TABLES})


def really_met(meetings: pd.DataFrame) -> pd.DataFrame:
    """Keep the meetings that took place; answers by e-mail are no meeting."""
    return meetings[(meetings["status"] == "held") & (meetings["kind"] != "mail")]


def columns() -> pd.DataFrame:
    """List the columns of every table, with what is in each.

    >>> columns().loc["requests"].loc["sent_on"].to_dict()
    {'kind': 'day', 'heading': 'Sent on', 'choices': ''}
    """
    rows = [
        (
            table.name,
            column.name,
            column.kind.value,
            table.headings.get(column.name, ""),
            ", ".join(column.choices),
        )
        for table in TABLES
        for column in table.columns
    ]
    named = ["table", "column", "kind", "heading", "choices"]
    return pd.DataFrame(rows, columns=named, dtype="string[python]").set_index(["table", "column"])


def frame(table: Table, rows: Sequence[Sequence[object]]) -> pd.DataFrame:
    """Make one table's data frame from its rows."""
    values = list(zip(*rows, strict=True)) if rows else [()] * len(table.columns)
    numbers, *others = (
        _MAKERS[column.kind](column, list(said)) for column, said in zip(table.columns, values, strict=True)
    )
    names = [column.name for column in table.columns[1:]]
    index = pd.Index(np.asarray(numbers, dtype="int64"), name="id")
    return pd.DataFrame(dict(zip(names, others, strict=True)), index=index, copy=False)


def _numbers(_column: Column, values: list[object]) -> object:
    missing = np.array([value is None for value in values], dtype=bool)
    whole = np.array([0 if value is None else value for value in values], dtype="int64")
    return pd.arrays.IntegerArray(whole, missing)


def _texts(_column: Column, values: list[object]) -> object:
    return pd.array(np.array(values, dtype=object), dtype="string[python]")


def _days(_column: Column, values: list[date | None]) -> object:
    days = [_NOT_A_DAY if value is None else value.toordinal() - _FIRST_DAY for value in values]
    return np.array(days, dtype="int64").view("datetime64[D]").astype("datetime64[s]")


def _yes(_column: Column, values: list[object]) -> object:
    return np.array(values, dtype=bool)


def _choices(column: Column, values: list[object]) -> object:
    places: dict[object, int] = {value: place for place, value in enumerate(column.choices)}
    codes = np.array([places.get(value, -1) for value in values], dtype="int64")
    kind = pd.CategoricalDtype(pd.Index(column.choices, dtype="object"), ordered=True)
    return pd.Categorical.from_codes(codes, dtype=kind)


_MAKERS: Mapping[Kind, Callable[[Column, list[Any]], object]] = {
    Kind.ID: _numbers,
    Kind.NUMBER: _numbers,
    Kind.TEXT: _texts,
    Kind.DAY: _days,
    Kind.YES: _yes,
    Kind.CHOICE: _choices,
}
