"""A group's numbers as data frames, for those who run the group."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from infoview.group import merging
from infoview.group.output import RATED, row_name
from infoview.group.sample import sample_group


def group(folder: str | Path | None = None) -> dict[str, pd.DataFrame]:
    """Put the counts files of a folder together, as `infoview group` does.

    Without a folder, thirty invented participants show what it will look like.

    Returns:
        By name a table each: "stages", "channel", "circle", "asked_in", "met_in", "waited", "takeaways" and
        "questions". Its index says what a row is; the numbers are `Int64`, and `NA` where fewer than five
        people stand behind one. Where it says who answered, `rate`, `low` and `high` are shares from 0 to 1.

    Raises:
        InputError: There is no such folder, or there are files of fewer than five people in it.
    """
    merged = merging.merge(sample_group() if folder is None else merging.read(Path(folder))[0])
    return {name: _frame(name, lines) for name, lines in merged.tables.items()}


def left_out(folder: str | Path | None = None) -> list[str]:
    """Say of each file in a folder that is not counted why that is so.

    Raises:
        InputError: There is no such folder.
    """
    return [] if folder is None else merging.read(Path(folder))[1]


def _frame(name: str, lines: Mapping[str, merging.Line]) -> pd.DataFrame:
    index = pd.Index([row_name(name, row) for row in lines], name=name, dtype="string[python]")
    columns = merging.COLUMNS[name]
    numbers = {
        column: pd.array([line[place] for line in lines.values()], dtype="Int64")
        for place, column in enumerate(columns)
    }
    frame = pd.DataFrame(numbers, index=index)
    if name in RATED:
        shares = [merging.rate(line) or (float("nan"),) * 3 for line in lines.values()]
        for place, part in enumerate(("rate", "low", "high")):
            frame[part] = pd.array([share[place] for share in shares], dtype="float64")
    return frame
