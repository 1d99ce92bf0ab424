"""Old files open for ever, with everything in them."""

import shutil
import sqlite3
from dataclasses import fields
from pathlib import Path

import pytest

from infoview.errors import LogbookError
from infoview.logbook import open_file, open_memory, opening
from infoview.logbook.opening import SCHEMA
from infoview.logbook.shelf import stored
from infoview.records.contacts import Contact
from infoview.records.goals import Goal
from infoview.records.profile import Profile

OLD = Path(__file__).parents[1] / "data" / "schema-1.infoview"
SHELVES = {
    "contacts": "contacts",
    "introductions": "introductions",
    "requests": "requests",
    "meetings": "meetings",
    "meeting_questions": "questions",
    "ticks": "ticks",
    "learned": "learned",
    "promises": "promises",
    "follow_ups": "follow_ups",
    "pool": "pool",
}
"""The tables of schema 1, and the shelves that show them."""


def assert_holds_everything(logbook):
    """Compare a logbook with what the old file's own tables say, field by field."""
    shelves = {table: getattr(logbook, name) for table, name in SHELVES.items()}
    shelves["imports"] = logbook.pool.imports
    old = sqlite3.connect(f"file:{OLD}?mode=ro&immutable=1", uri=True)
    old.row_factory = sqlite3.Row
    for table, shelf in shelves.items():
        rows = [dict(row) for row in old.execute(f"SELECT * FROM {table} ORDER BY id")]
        assert rows
        assert [{name: stored(getattr(entity, name)) for name in rows[0]} for entity in shelf.find()] == rows
    old.close()


def test_a_file_of_schema_1_opens_for_ever_with_all_its_contents(tmp_path):
    file = tmp_path / "old.infoview"
    shutil.copy(OLD, file)
    logbook = open_file(file)

    assert_holds_everything(logbook)
    assert (logbook.profile.name, logbook.goal) == ("Zoë O'Hara", Goal(per_month=3, searching=True))
    assert logbook.recall("step") == "debrief"
    assert logbook.pool.search("odegard tromso")[0][0].name == "Ødegård, Åse"
    logbook.contacts.add(Contact("Somebody new"))
    logbook.close()


def test_a_visitor_may_open_a_copy_of_schema_1_too():
    logbook = open_memory(OLD.read_bytes())

    assert_holds_everything(logbook)
    assert logbook.profile.exploring == "work with maps"


def test_the_old_file_holds_every_kind_of_entity():
    logbook = open_memory(OLD.read_bytes())

    since = {"time_zone", "city", "only_when", "introduction"}
    assert all(getattr(logbook.profile, field.name) for field in fields(Profile) if field.name not in since)
    assert len(logbook.requests.find()) == 6
    assert logbook.uid


def test_every_schema_since_the_first_has_its_migration():
    folder = Path(opening.__file__).parent / "migrations"

    assert sorted(path.name for path in folder.glob("*.sql")) == [f"{n:04}.sql" for n in range(2, SCHEMA + 1)]


def test_before_a_file_is_brought_up_to_date_it_is_kept_as_it_was(tmp_path, monkeypatch):
    file = tmp_path / "old.infoview"
    shutil.copy(OLD, file)
    monkeypatch.setattr(opening, "SCHEMA", SCHEMA + 1)
    monkeypatch.setattr(opening, "_scripts", lambda _: ["ALTER TABLE contacts ADD COLUMN extra TEXT;\n"])
    logbook = open_file(file)

    assert logbook._connection.rows("PRAGMA user_version") == [(SCHEMA + 1,)]
    assert logbook.contacts.count() == 2
    assert (tmp_path / "old.schema-1.infoview").read_bytes() == OLD.read_bytes()
    logbook.close()


def test_a_migration_that_fails_changes_nothing(tmp_path, monkeypatch):
    file = tmp_path / "old.infoview"
    shutil.copy(OLD, file)
    monkeypatch.setattr(opening, "SCHEMA", SCHEMA + 1)
    monkeypatch.setattr(
        opening, "_scripts", lambda _: ["ALTER TABLE contacts ADD COLUMN a TEXT;\n", "ALTER TABLE no SUCH;\n"]
    )

    with pytest.raises(LogbookError, match="couldn't be read or written"):
        open_file(file)
    assert file.read_bytes() == OLD.read_bytes()
