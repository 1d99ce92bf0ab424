"""Merging: the counts of many participants put together into what may be shown of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count as from_first
from pathlib import Path

from infoview.content import sentence
from infoview.errors import InputError
from infoview.group.counts import MEASURES, Counts, load, rows_of
from infoview.group.hiding import FEWEST, Hiding, Part, Vector
from infoview.progress.funnel import Stage
from infoview.progress.shares import interval

LARGEST = 1_000_000
"""Bytes that a counts file may have; a real one has a few thousand."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "stages": ("people",),
    "channel": ("asked", "answered"),
    "circle": ("asked", "answered"),
    "asked_in": ("asked", "answered"),
    "met_in": ("met", "thanked"),
    "waited": ("people",),
    "takeaways": ("people",),
    "questions": ("people",),
}
"""What is shown of each table: the number of all that its measures count, then that of the first alone."""
_FIRST = (Stage.ASKED, Stage.ANSWERED, Stage.MET, Stage.THANKED, Stage.NAMED, Stage.AGREED, Stage.LISTED)
"""Which stages are shown rather than which others, where both would give somebody away."""
_TOTALS = {
    "channel": ("asked", "answered"),
    "circle": ("asked", "answered"),
    "asked_in": ("asked", "answered"),
    "waited": ("answered",),
    "met_in": ("met", "thanked"),
    "takeaways": (),
    "questions": (),
}
"""The stages that a table's columns add up to; those without any count people in several rows."""

Line = tuple[int | None, ...]
"""The numbers of one row, in the order of `COLUMNS`; None is blank."""


@dataclass(frozen=True, slots=True)
class Group:
    """What may be shown of a group: for each table its rows, in order.

    `people` were counted; `waiting` are counted as soon as they are `FEWEST`.
    """

    people: int
    waiting: int
    tables: Mapping[str, Mapping[str, Line]]


def read(folder: Path) -> tuple[list[Counts], list[str]]:
    """Read the counts files of a folder, in the order in which they came; say of each other file why not.

    Raises:
        InputError: There is no such folder.
    """
    if not folder.is_dir():
        raise InputError(sentence("errors.group.no_folder", folder=folder))
    files = [path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")]
    found: dict[int, tuple[str, Counts]] = {}
    problems = []
    for path in sorted(files, key=lambda path: (path.stat().st_mtime_ns, path.name)):
        try:
            counts = load(_bytes(path))
        except InputError as error:
            problems.append(sentence("errors.group.problem", file=path.name, reason=error))
            continue
        first, _ = found.setdefault(counts.participant, (path.name, counts))
        if first != path.name:
            twice = sentence("errors.group.twice", other=first)
            problems.append(sentence("errors.group.problem", file=path.name, reason=twice))
    return [counts for _, counts in found.values()], problems


def merge(every: Sequence[Counts]) -> Group:
    """Put counts together, and leave blank what would give somebody away.

    People join by fives, in the order in which they came: so the difference to what was shown before the
    last files came is that of five people, too.

    Raises:
        InputError: They are too few.
    """
    counted = every[: len(every) - len(every) % FEWEST]
    if not counted:
        raise InputError(sentence("errors.group.few", number=len(every), fewest=FEWEST))
    hiding = Hiding(len(counted))
    stages = {stage.value: _vectors(counted, "stages", stage.value) for stage in Stage}
    shown: dict[str, Mapping[str, Line]] = {}
    seen = [stage for stage in _FIRST if hiding.shown(Part("stages", {stage: stages[stage]}))]
    shown["stages"] = {stage: _line(vectors, shown=stage in seen) for stage, vectors in stages.items()}
    for table, totals in _TOTALS.items():
        rows = {row: _vectors(counted, table, row) for row in _rows(counted, table)}
        part = Part(table, rows, [stages[total][0] for total in totals])
        visible = hiding.shown(part)
        lines = {row: _line(vectors, shown=row in visible) for row, vectors in rows.items()}
        shown[table] = _tidy(table, lines)
    return Group(len(counted), len(every) - len(counted), shown)


def rate(line: Line) -> tuple[float, float, float] | None:
    """Tell the share of a row's second number in its first, and its interval; None where it is blank."""
    of, yes = line
    return (yes / of, *interval(yes, of)) if of and yes is not None else None


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(sentence("errors.group.unreadable", reason=error.strerror or error)) from error
    if len(data) > LARGEST:
        raise InputError(sentence("errors.group.too_large"))
    return data


def _rows(counted: Iterable[Counts], table: str) -> list[str]:
    """Name a table's rows in their order; the months are those that anybody has."""
    known = rows_of(table)
    found = {row for counts in counted for name, row, _ in counts.cells if name == table}
    return [*sorted(found - set(known)), *known]


def _vectors(counted: Sequence[Counts], table: str, row: str) -> tuple[Vector, ...]:
    """What each person adds to a row's numbers: of all that is counted, and of the first measure alone."""
    measures = MEASURES[table]
    first = tuple(counts.cells.get((table, row, measures[0]), 0) for counts in counted)
    if len(measures) == 1:
        return (first,)
    rest = (counts.cells.get((table, row, measures[1]), 0) for counts in counted)
    return tuple(map(sum, zip(first, rest, strict=True))), first


def _line(vectors: Sequence[Vector], *, shown: bool) -> Line:
    return tuple(sum(vector) if shown else None for vector in vectors)


def _tidy(table: str, lines: Mapping[str, Line]) -> Mapping[str, Line]:
    """Leave out the months and questions that would say by their mere being there that somebody had them."""
    shown = [row for row, line in lines.items() if line[0] is not None]
    if table == "questions":
        return {row: lines[row] for row in sorted(shown, key=lambda row: -(lines[row][0] or 0))}
    if not table.endswith("_in"):
        return lines
    months = [row for row in shown if row not in rows_of(table)]
    span = _months(months[0], months[-1]) if months else []
    blank: Line = (None,) * len(COLUMNS[table])
    return {row: lines.get(row, blank) for row in (*span, *rows_of(table))}


def _months(first: str, last: str) -> list[str]:
    """Name all months from one to another."""
    year, month = map(int, first.split("-"))
    found = []
    for number in from_first(12 * year + month - 1):
        found.append(f"{number // 12:04}-{number % 12 + 1:02}")
        if found[-1] == last:
            break
    return found
