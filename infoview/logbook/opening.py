"""Opening a logbook's file: what it must be, how an old one is brought up to date, what is said."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from importlib import resources
from pathlib import Path
from time import monotonic
from typing import Any

from infoview.content import sentence
from infoview.errors import LogbookError

APPLICATION_ID = 0x49465657
"""The four letters IFVW in the file's header tell a logbook from other SQLite files."""
SCHEMA = 15
"""The schema this program writes: `schema.sql` is 1, `migrations/0002.sql` and so on lead on."""
MAGIC = b"SQLite format 3\x00"
HEADER = 100
OWN = 0o600
"""The owner may read and write, and nobody else."""
WAIT = 5.0
"""Seconds to wait for another window's change before saying so."""


TAKING = 30.0
"""Seconds that taking in a copy may last; the largest of honest ones takes two."""
STEPS = 1000
"""Steps of SQLite's machine between two looks at the clock."""
RUN_BY_ITSELF = {"trigger", "view"}
"""What a file can hold that runs when something else is read or written."""


class Connection(sqlite3.Connection):
    """A connection that says in a sentence what went wrong; `name` is what the logbook is called in it."""

    name = "Your logbook"
    filled = 0
    """How often its whole content was replaced."""

    def state(self) -> tuple[int, ...] | None:
        """Tell by numbers whether anything has changed, here or elsewhere; None within a transaction."""
        if self.in_transaction:
            return None
        ((elsewhere,),) = self.rows("PRAGMA data_version")
        return (self.total_changes, int(elsewhere), self.filled)

    def execute(self, sql: str, values: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - as sqlite3 has it
        """Run one statement."""
        with sentences(self.name):
            return super().execute(sql, values)

    def executemany(self, sql: str, values: Iterable[Any], /) -> sqlite3.Cursor:
        """Run one statement for many rows; all are kept, or none."""
        with sentences(self.name):
            return super().executemany(sql, values)

    def rows(self, sql: str, values: Any = ()) -> list[Any]:  # noqa: ANN401 - as sqlite3 has it
        """Run a query and fetch all of its rows."""
        with sentences(self.name):
            return super().execute(sql, values).fetchall()


def connect_file(path: Path) -> Connection:
    """Connect to a logbook's file, making it where there is none and bringing an older one up to date.

    Raises:
        LogbookError: The file is no logbook, newer than this program, damaged or cannot be written; it was
            left as it was.
    """
    with sentences(path.name):
        new = not path.exists() or path.stat().st_size == 0
        if new:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=OWN)
        else:
            _check_header(path)
        _keep_private(path)
        connection = sqlite3.connect(
            path, timeout=WAIT, isolation_level=None, check_same_thread=False, factory=Connection
        )
        connection.name = path.name
        try:
            if not new:
                _check_health(connection, path.name)
                _fold_log_in(connection)
                _keep_before_migration(connection, path)
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def connect_memory(copy: bytes | None = None) -> Connection:
    """Connect to a logbook in memory, empty or with the content of a saved copy.

    Raises:
        LogbookError: The copy is no logbook, newer than this program, or damaged.
    """
    connection = sqlite3.connect(
        ":memory:", isolation_level=None, check_same_thread=False, factory=Connection
    )
    try:
        if copy is None:
            _prepare(connection)
        else:
            connection.name = sentence("errors.logbook.copy")
            with in_time(connection):
                _fill(connection, copy)
                _prepare(connection)
            connection.name = Connection.name
        connection.execute("PRAGMA temp_store = MEMORY")
    except BaseException:
        connection.close()
        raise
    return connection


def check_is_logbook(header: bytes, name: str) -> None:
    """Read in a file's first hundred bytes whether this program can open it.

    Raises:
        LogbookError: It is no logbook, or one of a newer program.
    """
    marked = int.from_bytes(header[68:72], "big")
    if not header.startswith(MAGIC) or marked != APPLICATION_ID:
        raise LogbookError(sentence("errors.logbook.no_logbook", name=name))
    if int.from_bytes(header[60:64], "big") > SCHEMA:
        raise LogbookError(sentence("errors.logbook.newer", name=name))


def _fill(connection: Connection, copy: bytes) -> None:
    with sentences(connection.name):
        check_is_logbook(copy[:HEADER], connection.name)
        connection.deserialize(without_log_mark(copy))
        _check_health(connection, connection.name)


@contextmanager
def in_time(connection: Connection) -> Iterator[None]:
    """Let what is done inside last so long and no longer; after that SQLite breaks it off."""
    until = monotonic() + TAKING
    connection.set_progress_handler(lambda: monotonic() > until, STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, STEPS)


def without_log_mark(copy: bytes) -> bytes:
    """Clear the write-ahead mark in a copy's header, which a copy in memory cannot have."""
    return copy[:18] + b"\x01\x01" + copy[20:]


@contextmanager
def sentences(name: str) -> Iterator[None]:
    """Turn what SQLite and the disk say into a sentence about the logbook of this name.

    Raises:
        LogbookError: The sentence.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise LogbookError(_sentence(name, str(error).casefold())) from error
    except UnicodeDecodeError as error:
        raise LogbookError(_sentence(name, "malformed")) from error
    except OSError as error:
        said = _DISKS_SAY.get(error.errno or 0, str(error.strerror))
        raise LogbookError(_sentence(name, said)) from error


_DISKS_SAY = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "readonly",
    errno.EACCES: "unable to open",
    errno.EPERM: "unable to open",
    errno.EISDIR: "is a folder",
    errno.ENOTDIR: "unable to open",
}
_MEANINGS = {
    "full": ("full",),
    "read_only": ("readonly",),
    "busy": ("locked", "busy"),
    "damaged": ("malformed", "not a database", "corrupt", "decode"),
    "no_access": ("unable to open",),
    "too_long": ("interrupted",),
    "gone": ("foreign key",),
    "twice": ("unique",),
    "not_ours": ("not ours",),
    "other": ("",),
}
"""What SQLite or the disk means, by words they say; the last fits anything."""


def _sentence(name: str, said: str) -> str:
    meant = next(meaning for meaning, signs in _MEANINGS.items() if any(sign in said for sign in signs))
    return sentence(f"errors.logbook.{meant}", name=name, said=said)


def _keep_private(path: Path) -> None:
    """Let nobody else on this machine read the file: it is about people who were not asked.

    A file of someone else's stays as they have it, and so does one on a disk that knows no such thing.
    """
    mode = path.stat().st_mode & 0o777
    if mode & ~OWN:
        with suppress(OSError):
            path.chmod(mode & OWN)


def _check_header(path: Path) -> None:
    with path.open("rb") as file:
        check_is_logbook(file.read(HEADER), path.name)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise LogbookError(_sentence(path.name, "readonly"))


def _check_health(connection: Connection, name: str) -> None:
    """Check that a file is whole, of a schema that this program knows, and holds nothing else.

    Until that is known, SQLite is told to run nothing dangerous that the file may hold. Afterwards it may: it
    counts the search index, into which our own triggers write, among the dangers.
    """
    connection.execute("PRAGMA trusted_schema = OFF")
    ((state,),) = connection.rows("PRAGMA quick_check(1)")
    if state != "ok":
        raise LogbookError(_sentence(name, "malformed"))
    ((version,),) = connection.rows("PRAGMA user_version")
    if version > SCHEMA:
        header = MAGIC.ljust(60, b"\0") + version.to_bytes(8, "big") + APPLICATION_ID.to_bytes(4, "big")
        check_is_logbook(header, name)
    if _held(connection) != _held_by_ours(version):
        raise LogbookError(_sentence(name, "not ours"))
    connection.execute("PRAGMA trusted_schema = ON")


def _held(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    """List what a file holds by kind and name, and of what runs by itself what it does.

    SQLite writes what it changed in a table in words that differ by its version; a table does nothing.
    """
    found = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    return {
        (kind, name, " ".join(sql.split()) if kind in RUN_BY_ITSELF else "")
        for kind, name, sql in found
        if not name.startswith("sqlite_")
    }


@cache
def _held_by_ours(version: int) -> set[tuple[str, str, str]]:
    """List what this program puts into a logbook of a schema, old or new."""
    with closing(sqlite3.connect(":memory:")) as made:
        for number in range(1, version + 1):
            made.executescript(_script(number))
        return _held(made)


def _fold_log_in(connection: Connection) -> None:
    """Put what an earlier infoview kept in a write-ahead log beside the file into the file, for good.

    People copy their logbook while the app is open, and put copies back. Such a log holds the latest changes,
    so that a copy lacks them, and one left behind spoils the copy that is put beside it; nor does it work on
    network drives. While a window of that infoview is still open it stays; a later opening folds it in.
    """
    with suppress(LogbookError):
        connection.execute("PRAGMA journal_mode = DELETE")


def _keep_before_migration(connection: Connection, path: Path) -> None:
    ((version,),) = connection.rows("PRAGMA user_version")
    if version < SCHEMA:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy2(path, path.with_name(f"{path.stem}.schema-{version}{path.suffix}"))


def _prepare(connection: Connection) -> None:
    """Set how the connection works, and bring its tables to this program's schema in one transaction."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA cache_spill = OFF")  # other windows can read while a large file is imported
    connection.execute("BEGIN IMMEDIATE")
    try:
        ((version,),) = connection.rows("PRAGMA user_version")
        if version < SCHEMA:
            for script in _scripts(version):
                for statement in _statements(script):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _scripts(version: int) -> Iterator[str]:
    """Read what leads from a schema to this program's."""
    return map(_script, range(version + 1, SCHEMA + 1))


def _script(number: int) -> str:
    """Read what leads to a schema from the one before it; to the first, from nothing."""
    place = "schema.sql" if number == 1 else f"migrations/{number:04}.sql"
    return resources.files(__package__).joinpath(place).read_text(encoding="utf-8")


def _statements(script: str) -> Iterator[str]:
    """Cut a script into statements, so that they can share one transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
