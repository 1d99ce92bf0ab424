"""Several windows on one logbook: each notices the others, and none is in another's way for long."""

import os
import shutil
import signal
import sqlite3
from datetime import date, datetime
from pathlib import Path

import pytest

from infoview.errors import LogbookError
from infoview.logbook import open_file, opening
from infoview.logbook.opening import APPLICATION_ID
from infoview.records.contacts import Contact
from infoview.sample import write

OLD = Path(__file__).parents[1] / "data" / "schema-1.infoview"
NOW = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001 - only a name for a file is made of it


@pytest.fixture
def filled(tmp_path):
    """A closed logbook's file with the sample in it."""
    file = tmp_path / "mine.infoview"
    book = open_file(file)
    write(book, date(2026, 11, 23))
    book.close()
    return file


def test_another_windows_change_is_noticed_once(tmp_path):
    here, there = (open_file(tmp_path / "mine.infoview") for _ in range(2))
    assert not here.changed_elsewhere()
    contact = there.contacts.add(Contact("Ada"))

    assert here.changed_elsewhere()
    assert not here.changed_elsewhere()
    assert here.contacts.get(contact.id).name == "Ada"
    assert not there.changed_elsewhere()
    here.contacts.add(Contact("Ben"))
    assert not here.changed_elsewhere()
    assert there.changed_elsewhere()
    here.close()
    there.close()


def test_a_copy_that_took_the_place_is_noticed_in_the_other_window(tmp_path):
    here, there = (open_file(tmp_path / "mine.infoview") for _ in range(2))
    here.contacts.add(Contact("Ada"))
    there.changed_elsewhere()
    here.replace_with(OLD.read_bytes(), NOW)

    assert there.changed_elsewhere()
    assert there.profile.name == "Zoë O'Hara"
    assert not here.changed_elsewhere()
    there.contacts.add(Contact("Ben"))
    assert here.changed_elsewhere()
    assert here.contacts.count() == 3
    here.close()
    there.close()


def test_the_former_content_is_kept_beside_and_opens(filled):
    logbook = open_file(filled)
    former = logbook.replace_with(OLD.read_bytes(), NOW)
    logbook.close()

    assert former == filled.with_name("mine.before-20261123-104200.infoview")
    for file, expected in ((former, 14), (filled, 2)):
        book = open_file(file)
        assert book.contacts.count() == expected
        book.close()


def test_a_window_that_holds_the_file_too_long_is_named_as_the_reason(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "WAIT", 0.05)
    here, there = (open_file(tmp_path / "mine.infoview") for _ in range(2))
    with here.change():
        here.contacts.add(Contact("Ada"))
        with pytest.raises(LogbookError, match="another window right now"):
            there.contacts.add(Contact("Ben"))
        assert there.contacts.count() == 0
    there.contacts.add(Contact("Ben"))

    assert there.contacts.count() == 2
    here.close()
    there.close()


def test_a_copy_of_the_file_alone_holds_every_change_while_two_windows_are_open(tmp_path):
    file, copy = tmp_path / "mine.infoview", tmp_path / "elsewhere" / "copy.infoview"
    copy.parent.mkdir()
    here, there = open_file(file), open_file(file)
    for window, name in ((here, "Ada"), (there, "Ben"), (here, "Cem")):
        window.contacts.add(Contact(name))
        here.contacts.find()
        there.contacts.find()
        assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.infoview"]
        shutil.copy(file, copy)
        book = open_file(copy)
        assert [contact.name for contact in book.contacts.find()][-1] == name
        book.close()
    here.close()
    there.close()

    assert file.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big")


def test_a_window_can_be_read_while_another_brings_in_thousands_of_people(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "WAIT", 0.05)
    here, there = (open_file(tmp_path / "mine.infoview") for _ in range(2))
    with here.change():
        here.contacts.add_all(Contact(f"Person {number}", note="x" * 2000) for number in range(5000))
        assert there.contacts.count() == 0
        assert not there.changed_elsewhere()

    assert there.contacts.count() == 5000
    here.close()
    there.close()


@pytest.fixture
def earlier(filled):
    """The same file in an earlier infoview's window, which keeps a write-ahead log."""
    connection = sqlite3.connect(filled, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE contacts SET name = 'Zaphod' WHERE id = 1")
    yield connection
    connection.close()


def test_what_an_earlier_infoview_left_beside_the_file_is_folded_in(filled, earlier, tmp_path):
    left = tmp_path / "left"
    left.mkdir()
    for path in tmp_path.glob("mine.infoview*"):  # as a killed program leaves them
        shutil.copy(path, left)
    assert (left / "mine.infoview-wal").exists()
    book = open_file(left / filled.name)

    assert book.contacts.get(1).name == "Zaphod"
    assert [path.name for path in left.iterdir()] == ["mine.infoview"]
    book.close()


def test_an_earlier_infoviews_window_may_stay_open(filled, earlier):
    book = open_file(filled)
    book.contacts.change(2, name="Trillian")

    assert book.contacts.get(1).name == "Zaphod"
    assert earlier.execute("SELECT name FROM contacts WHERE id = 2").fetchone() == ("Trillian",)
    book.close()


def test_six_windows_may_begin_the_same_logbook_at_once(tmp_path):
    file = tmp_path / "mine.infoview"
    reading, writing = os.pipe()
    children = []
    for number in range(6):
        child = os.fork()
        if child == 0:
            try:
                book = open_file(file)
                book.contacts.add(Contact(f"Person {number}"))
                book.close()
                os.write(writing, b"+")
            except BaseException as error:  # noqa: BLE001 - a child must not run on into the tests
                os.write(writing, repr(error).encode())
            os.kill(os.getpid(), signal.SIGKILL)
        children.append(child)
    os.close(writing)
    for child in children:
        os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read() == b"++++++"
    book = open_file(file)

    assert {contact.name for contact in book.contacts.find()} == {f"Person {number}" for number in range(6)}
    book.close()


def test_what_was_deleted_is_wiped_from_the_file(tmp_path):
    file = tmp_path / "mine.infoview"
    logbook = open_file(file)
    contact = logbook.contacts.add(Contact("Ada", note="a secret nobody else should read"))
    logbook.contacts.remove(contact.id)
    logbook.close()

    assert b"a secret nobody" not in file.read_bytes()
