"""Rows and cells out of a text with separators, also where quotes were lost or lines run into each other."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from infoview.content import words
from infoview.errors import ImportFileError
from infoview.importers.columns import field_of, looks_like_header, may_be_header
from infoview.importers.reading import Problem, refusal, said
from infoview.text.addresses import email
from infoview.text.plurals import number_in_words

MOST_ROWS = 400_000
MOST_COLUMNS = 500
MOST_LINES = 500_000
HEADER_WITHIN = 200  # rows; what stands above the headings is of any length, and never of this
NOTE = 4  # rows; so far behind a line that looks like headings the headings themselves may follow
LONGEST_CELL = 64 * 1024 * 1024
_NAMES = {"name", "first_name", "last_name"}
_SEPARATORS = ",;\t|"
MOST_REPAIRS = 2_000


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, and the numbered rows below them; 1 is the first."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, Sequence[str]], ...]
    problems: tuple[Problem, ...] = ()


def from_text(text: str, mapping: Mapping[str, str] | None = None) -> tuple[Table, ...]:
    """Read comma-, semicolon- or tab-separated text into its tables, whichever sign finds headings.

    Raises:
        ImportFileError: There are no headings, or nothing stands below them.
    """
    clean = text.replace("\x00", "")
    if clean.count("\n") + clean.count("\r") > 2 * MOST_LINES:
        raise refusal("too_long", number=MOST_ROWS)
    start = clean.lstrip("\ufeff \t\r\n")
    if start[:4].lower() == "sep=" and len(start) > 4:  # noqa: PLR2004 - Excel's own first line, "sep=;"
        separators, clean = start[4], start[5:]
    else:
        separators = _SEPARATORS
    for separator in sorted(separators, key=lambda s: -clean[:20_000].count(s)):
        lines, repaired = _lines(clean, separator)
        if found := below_headers(lines, repaired, mapping):
            return (*found[:-1], _perhaps_cut(_perhaps_wide(found[-1], clean, separator), clean))
    for separator in _SEPARATORS:
        if table := without_header(_lines(clean, separator)[0]):
            return (table,)
    raise refusal("no_header")


def without_header(lines: Sequence[Sequence[str]]) -> Table | None:
    """Take rows for a list where most of them have an e-mail address in one column, whatever is on top."""
    rows = [cells for cells in lines if any(cells)]
    width = min(max(map(len, rows), default=0), MOST_COLUMNS)
    beginning = rows[1:HEADER_WITHIN] or rows
    column = next((place for place in range(width) if _is_of_addresses(beginning, place)), None)
    if column is None:
        return None
    has_headings = not _is_of_addresses(rows[:1], column)
    if has_headings and any(map(field_of, rows[0])):
        return None  # of what is known, there are no people
    headings = rows[0] if has_headings else ()
    header = tuple(
        " ".join(headings[place].split()) if place < len(headings) else f"Column {place + 1}"
        for place in range(width)
    )
    numbered = tuple(enumerate(rows[has_headings:MOST_ROWS], start=1))
    return Table(header, numbered, (Problem(None, said("not_known" if has_headings else "not_said")),))


def _is_of_addresses(rows: Sequence[Sequence[str]], place: int) -> bool:
    return 2 * sum(place < len(cells) and bool(email(cells[place])) for cells in rows) > len(rows)


def below_headers(
    lines: Sequence[Sequence[str]], repaired: Collection[int] = (), mapping: Mapping[str, str] | None = None
) -> tuple[Table, ...]:
    """Read the tables that stand one below the other; of several those that name people, if any does.

    Raises:
        ImportFileError: Nothing stands below the headings of any, or more than can be read.
    """
    bounds = [0, *_beginnings(lines), len(lines)] if not mapping else [0, len(lines)]
    if len(bounds) == 2:  # noqa: PLR2004 - one table, from the first line to the last
        table = below_header(lines, repaired, mapping)
        return (table,) if table else ()
    found = []
    for start, end in pairwise(bounds):
        with suppress(ImportFileError):
            repairs = {place - start for place in repaired if start <= place < end}
            if table := below_header(lines[start:end], repairs):
                found.append(table)
    named = [table for table in found if _NAMES & {field_of(heading) for heading in table.header}]
    return tuple(named or found)


def _beginnings(lines: Sequence[Sequence[str]]) -> list[int]:
    """Find where further tables begin: new headings below an empty line, or below a title of one cell."""
    found: list[int] = []
    header: Sequence[str] = ()
    for place, above in enumerate(lines[:-1]):
        below = lines[place + 1]
        if _is_short(above) and not _is_short(below) and looks_like_header(below):
            if header and list(below) != list(header):
                found.append(place)
            header = below
        elif not header and place < HEADER_WITHIN and not _is_short(above) and looks_like_header(above):
            header = above
    return found


def _is_short(cells: Sequence[str]) -> bool:
    return len(cells) < 2 or not (cells[1] or any(cells[1:]))  # noqa: PLR2004 - nothing behind the first cell


def below_header(
    lines: Sequence[Sequence[str]],
    repaired: Collection[int] = (),
    mapping: Mapping[str, str] | None = None,
) -> Table | None:
    """Find the headings among the first rows and number what stands below; None where there are none.

    Raises:
        ImportFileError: Nothing stands below the headings, or more than can be read.
    """
    beginning = lines[:HEADER_WITHIN]
    sure = (n for n, cells in enumerate(beginning) if looks_like_header(cells, mapping))
    maybe = (n for n, cells in enumerate(beginning) if may_be_header(cells))
    top = next(chain(sure, maybe), None)
    if top is None:
        return None
    if not mapping:
        top = max(range(top, min(top + NOTE, len(beginning))), key=lambda place: _known(lines[place]))
    header = tuple(" ".join(cell.split()) for cell in lines[top])
    while header and not header[-1]:
        header = header[:-1]
    below = ((cells, place in repaired) for place, cells in enumerate(lines) if place > top and cells)
    problems: list[Problem] = []
    rows = tuple(_numbered(header, below, problems))
    if not rows:
        raise refusal("no_rows")
    return Table(header, rows, tuple(problems))


def _known(cells: Sequence[str]) -> int:
    """Count the headings that are known in a row; a note above the headings may hold one or two of them."""
    return sum(bool(field_of(cell)) for cell in cells)


def _numbered(
    header: tuple[str, ...], below: Iterable[tuple[Sequence[str], bool]], problems: list[Problem]
) -> Iterator[tuple[int, Sequence[str]]]:
    """Number the records, and pass over empty ones and headings that come again."""
    empty = kept = 0
    for number, (cells, repaired) in enumerate(below, start=1):
        if not (cells[0].strip() or any(map(str.strip, cells))):
            empty += 1
        elif cells[0] == header[0] and tuple(cells[: len(header)]) == header and len(header) > 1:
            problems.append(Problem(number, said("repeated_headings", row=number)))
        else:
            if repaired:
                problems.append(Problem(number, said("quotation_mark", row=number)))
            kept += 1
            if kept > MOST_ROWS:
                raise refusal("too_long", number=MOST_ROWS)
            yield number, _fitted(cells, len(header), number, problems)
    if empty:
        forms = words("importers")["said"]["empty_rows"]
        problems.append(Problem(None, number_in_words(forms, empty)))


def _perhaps_cut(table: Table, text: str) -> Table:
    """Say so where the last row ends early and without a line end: the download may have broken off."""
    number, cells = table.rows[-1]
    if text.endswith(("\n", "\r")) or len(cells) >= len(table.header):
        return table
    return replace(table, problems=(*table.problems, Problem(number, said("cut_off", row=number))))


def _perhaps_wide(table: Table, text: str, separator: str) -> Table:
    """Say so where there are more columns than are looked at."""
    width = max(line.count(separator) for line in text.split("\n", HEADER_WITHIN)[:HEADER_WITHIN]) + 1
    return replace(table, problems=(*table.problems, *too_wide(width)))


def too_wide(width: int) -> tuple[Problem, ...]:
    """Say that not all columns of a table were read, where that is so."""
    return (Problem(None, said("wide", number=width, most=MOST_COLUMNS)),) if width > MOST_COLUMNS else ()


def _fitted(cells: Sequence[str], width: int, number: int, problems: list[Problem]) -> Sequence[str]:
    """Put a company such as `Google, Inc.` together again, which was written without its quotation marks."""
    if len(cells) <= width or not any(cells[width:]):
        return cells
    joined: list[str] = []
    spare = len(cells) - width
    for cell in cells:
        if spare and joined and joined[-1] and cell[:1] == " " and cell.strip():
            joined[-1] = f"{joined[-1]},{cell}"
            spare -= 1
        else:
            joined.append(cell)
    problems.append(Problem(number, said("more_cells" if spare else "comma", row=number)))
    return joined


def rows_of(text: str, separator: str) -> Iterator[list[str]]:
    """Read records as they come, headings included."""
    return filter(None, _lines(text, separator)[0])


def _lines(text: str, separator: str) -> tuple[list[list[str]], Collection[int]]:
    """Read records, and tell which of them were repaired.

    Raises:
        ImportFileError: So many quotation marks are astray that nothing is certain any more.
    """
    csv.field_size_limit(LONGEST_CELL)
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=separator, strict=True)
    with suppress(csv.Error):
        records = [cells[:MOST_COLUMNS] for cells in reader]
        if reader.line_num == len(records):  # each on a line of its own: no quotation mark can be astray
            return records, ()
    found = list(_one_by_one(lines, separator))
    return [cells for cells, _ in found], {place for place, (_, repaired) in enumerate(found) if repaired}


def _one_by_one(lines: list[str], separator: str) -> Iterator[tuple[list[str], bool]]:
    """Read records; one whose quotation mark never closes costs its own line and not the rest of the file."""
    at = repairs = width = 0
    while at < len(lines):
        for cells, end in _records(lines, at, separator):
            if cells is None or (end - at > 1 and _swallows(cells, width, separator)):
                repairs += 1
                if repairs > MOST_REPAIRS:
                    raise refusal("astray")
                yield _mended(lines[at], width, separator)
                at += 1
                break
            at, width = end, len(cells)
            yield cells[:MOST_COLUMNS], False
        else:
            return


def _records(lines: list[str], at: int, separator: str) -> Iterator[tuple[list[str] | None, int]]:
    """Give each record with the line it ends before; None for one with a quotation mark astray."""
    reader = csv.reader((lines[place] for place in range(at, len(lines))), delimiter=separator, strict=True)
    try:
        for cells in reader:
            yield cells, at + reader.line_num
    except csv.Error:
        yield None, at + reader.line_num


def _mended(line: str, width: int, separator: str) -> tuple[list[str], bool]:
    """Read one line by itself: with its quotation marks where that fits, else without them."""
    cells = next(csv.reader([line], delimiter=separator), [])
    if len(cells) == width:
        return cells, "\n" in cells[-1]
    return [cell.strip().strip('"') for cell in line.split(separator)], True


def _swallows(cells: list[str], width: int, separator: str) -> bool:
    """Tell a cell that holds whole records, because its quotation mark closed too late, from an address."""
    if len(cells) == width or width < 3:  # noqa: PLR2004 - in two columns, a line with a comma is nothing odd
        return False
    inside = (line for cell in cells if "\n" in cell for line in cell.splitlines()[1:])
    return any(line.count(separator) >= width - 1 for line in inside)
