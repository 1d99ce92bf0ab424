"""Opening a logbook's file: what it must be, how an old one is brought up to date, what is said."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import resources
from pathlib import Path
from typing import Any

from infoview.content import sentence
from infoview.errors import LogbookError

APPLICATION_ID = 0x49465657
"""The four letters IFVW in the file's header tell a logbook from other SQLite files."""
SCHEMA = 15
"""The schema this program writes: `schema.sql` is 1, `migrations/0002.sql` and so on lead on."""
MAGIC = b"SQLite format 3\x00"
HEADER = 100
WAIT = 5.0
"""Seconds to wait for another window's change before saying so."""


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
            path.parent.mkdir(parents=True, exist_ok=True)
        else:
            _check_header(path)
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
        if copy is not None:
            _fill(connection, copy)
        _prepare(connection)
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
    name = sentence("errors.logbook.copy")
    with sentences(name):
        check_is_logbook(copy[:HEADER], name)
        connection.deserialize(without_log_mark(copy))
        _check_health(connection, name)


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
    "gone": ("foreign key",),
    "twice": ("unique",),
    "other": ("",),
}
"""What SQLite or the disk means, by words they say; the last fits anything."""


def _sentence(name: str, said: str) -> str:
    meant = next(meaning for meaning, signs in _MEANINGS.items() if any(sign in said for sign in signs))
    return sentence(f"errors.logbook.{meant}", name=name, said=said)


def _check_header(path: Path) -> None:
    with path.open("rb") as file:
        check_is_logbook(file.read(HEADER), path.name)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise LogbookError(_sentence(path.name, "readonly"))


def _check_health(connection: Connection, name: str) -> None:
    ((state,),) = connection.rows("PRAGMA quick_check(1)")
    if state != "ok":
        raise LogbookError(_sentence(name, "malformed"))
    ((version,),) = connection.rows("PRAGMA user_version")
    if version > SCHEMA:
        header = MAGIC.ljust(60, b"\0") + version.to_bytes(8, "big") + APPLICATION_ID.to_bytes(4, "big")
        check_is_logbook(header, name)


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
    folder = resources.files(__package__)
    if version == 0:
        yield folder.joinpath("schema.sql").read_text(encoding="utf-8")
    for number in range(max(version, 1) + 1, SCHEMA + 1):
        yield folder.joinpath("migrations", f"{number:04}.sql").read_text(encoding="utf-8")


def _statements(script: str) -> Iterator[str]:
    """Cut a script into statements, so that they can share one transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
