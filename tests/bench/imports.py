"""How fast thousands of people are imported, searched and compared.

Run it with `make bench`. An import is held against the least that could be done with the same file: Python's
own `csv` reads it, the names are put together, and SQLite takes the rows into the same table, with its
indexes and its search index, in one transaction on the disk. It does so twice: a row a statement, as
`executemany` has it, and a thousand rows a statement, the fastest way known. The bare one checks nothing,
repairs nothing, finds no columns and nobody who is there twice. They are run in turn, and the fastest of each
counts, in seconds of the processor, so that other work on the machine matters little.
"""

from __future__ import annotations

import csv
import io
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

import click
from made.linkedin import connections
from made.people import Crowd, crowd, namesakes

from infoview.contacts.already_known import likenesses
from infoview.contacts.pooling import keep
from infoview.duplicates import find
from infoview.importers import read
from infoview.logbook import Logbook, open_file
from infoview.records.contacts import Contact, ContactImport, PoolPerson

ROUNDS = 5
SIZES = (3_000, 30_000, 300_000)
TYPED = ("", "a", "ma", "mar", "museum c", "smith lab", "nobody at all")
TODAY = date(2026, 11, 23)
COLUMNS = "import_id, row, name, organization, title, location, email, phone, url, connected_on, note"


def seconds(what: Callable[[], object]) -> float:
    """Measure one run, in seconds of the processor."""
    began = time.process_time()
    what()
    return time.process_time() - began


def fresh(folder: Path) -> Logbook:
    """Begin a logbook in a file of its own."""
    return open_file(folder / f"{time.perf_counter_ns()}.infoview")


def whole_import(data: bytes, book: Logbook) -> None:
    """Read, repair, join and keep: what happens when a file is dropped and kept."""
    reading = read(data, "Connections.csv")
    with book.change():
        keep(book, reading, "Connections.csv", TODAY)


def bare_import(data: bytes, book: Logbook, at_once: int) -> None:
    """Take the same rows into the same table with nothing but `csv` and SQLite."""
    lines = csv.reader(io.StringIO(data.decode()))
    next(line for line in lines if line[:1] == ["First Name"])
    rows = (
        (1, number, f"{first} {last}", company, title, "", email, "", url, day, "")
        for number, (first, last, url, email, company, title, day) in enumerate(lines, start=1)
    )
    with book.change():
        book.pool.imports.add(ContactImport("Connections.csv", "linkedin", TODAY, 0))
        while some := list(islice(rows, at_once)):
            marks = ", ".join(["(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"] * len(some))
            book._connection.execute(
                f"INSERT INTO pool ({COLUMNS}) VALUES {marks}", [value for row in some for value in row]
            )


def measure_import(data: bytes, folder: Path) -> None:
    """Import the list in turn with the bare ways, and print the ratios."""
    ways = {
        "import": lambda: whole_import(data, fresh(folder)),
        "bare, a row a statement": lambda: bare_import(data, fresh(folder), 1),
        "bare, a thousand a statement": lambda: bare_import(data, fresh(folder), 1_000),
    }
    rounds = [{name: seconds(way) for name, way in ways.items()} for _ in range(ROUNDS)]
    times = {name: min(one[name] for one in rounds) for name in ways}
    for name, took in times.items():
        click.echo(f"{name}: {took:.2f} s, import is {times['import'] / took:.2f} times that")
    click.echo("goal: at most 3 times")


def measure_search(folder: Path) -> None:
    """Search lists of growing size for what one types, and print the milliseconds of the slowest."""
    chance = random.Random(2)
    some = [
        PoolPerson(0, row, one.name, one.organization, one.title)
        for row, one in enumerate(crowd(3_000, 1).rows)
    ]
    for size in SIZES:
        book = fresh(folder)
        with book.change():
            book.pool.fill(
                ContactImport("a.csv", "table", TODAY, size), (chance.choice(some) for _ in range(size))
            )
        took = {
            typed: min(seconds(partial(book.pool.search, typed)) for _ in range(ROUNDS)) for typed in TYPED
        }
        book.close()
        each = ", ".join(f"“{typed}” {1000 * found:.1f}" for typed, found in took.items())
        click.echo(f"search among {size:,}, ms: {each}; slowest {1000 * max(took.values()):.1f}")
    click.echo("goal: at most 20 ms at 30,000")


def measure_growth(data: bytes) -> None:
    """Compare those read with a contact, and people of few names with each other; print how it grows."""
    people = read(data, "Connections.csv").contacts
    known = [Contact("Kasia Nowak", "Tidal Museum")]
    for what, compare in {
        "those of a list with a contact": lambda share: likenesses(people[: len(people) // share], known),
        "people of few names": lambda share: find(namesakes(len(people) // share)),
    }.items():
        third, whole = (min(seconds(partial(compare, share)) for _ in range(3)) for share in (3, 1))
        click.echo(
            f"{what}: {len(people):,} compared in {whole:.2f} s, {whole / third:.1f} times a third of them"
        )


def measure_duplicates(made: Crowd) -> None:
    """Find those who are in the list twice; print how long it took. `duplicates.py` tells how well."""
    took = min(seconds(lambda: find(made.rows)) for _ in range(3))
    click.echo(f"duplicates among {len(made.rows):,}: {took:.2f} s (goal: at most 3)")


def main() -> None:
    """Measure, and print what was found."""
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        measure_import(connections(crowd().rows).encode(), Path(folder))
        measure_search(Path(folder))
    measure_growth(connections(crowd().rows).encode())
    measure_duplicates(crowd())


if __name__ == "__main__":
    main()
