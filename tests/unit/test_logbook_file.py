"""A logbook's file that cannot be used gets a sentence, and is left byte for byte as it was."""

import os
import random
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest

from infoview.errors import LogbookError
from infoview.logbook import open_file, open_memory
from infoview.logbook.opening import SCHEMA
from infoview.records.contacts import Contact
from infoview.sample import write

OLD = Path(__file__).parents[1] / "data" / "schema-1.infoview"
NOW = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001 - only a name for a file is made of it
TODAY = date(2026, 11, 23)
NOBODY = 65534


@pytest.fixture
def filled(tmp_path):
    """A closed logbook's file with the sample in it."""
    file = tmp_path / "mine.infoview"
    book = open_file(file)
    write(book, TODAY)
    book.close()
    return file


def refusal(file):
    """The sentence with which a file is refused; checks that nothing was touched or left beside it."""
    before, beside = file.read_bytes(), sorted(file.parent.iterdir())
    with pytest.raises(LogbookError) as caught:
        open_file(file)
    assert file.read_bytes() == before
    assert sorted(file.parent.iterdir()) == beside
    return str(caught.value)


def in_a_child(work):
    """Run something in a forked child and return the text it returns, or the sentence it raised."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            said = str(work())
        except LogbookError as error:
            said = f"LogbookError: {error}"
        except BaseException as error:  # noqa: BLE001 - a child must not run on into the tests
            said = repr(error)
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


@contextmanager
def folder_for_everyone():
    """A folder that other users can reach; pytest's own are closed to them."""
    folder = Path(tempfile.mkdtemp(prefix="infoview-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_somebody_else(work):
    """Do something without root's right to write everywhere."""

    def dropped():
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return work()

    return in_a_child(dropped)


# --- what is no logbook -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"Dear diary,\n",
        b"%PDF-1.7\n" + bytes(500),
        b"SQLite format 3\x00",
        b"SQLite format 3\x00" + bytes(4080),
        bytes(100),
    ],
)
def test_a_file_of_another_kind_is_no_logbook(tmp_path, content):
    file = tmp_path / "notes.infoview"
    file.write_bytes(content)

    assert refusal(file) == (
        "notes.infoview isn't an infoview logbook. Choose a file whose name ends in .infoview."
    )


def test_another_programs_database_is_no_logbook(tmp_path):
    file = tmp_path / "places.sqlite"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE visits (url TEXT)")
    connection.close()

    assert "isn't an infoview logbook" in refusal(file)


ENDLESS = "(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n)"
TRAPS = (
    f"CREATE TRIGGER trap AFTER INSERT ON settings BEGIN SELECT {ENDLESS}; END",
    f"CREATE TRIGGER trap AFTER UPDATE ON contacts BEGIN SELECT {ENDLESS}; END",
    f"DROP TRIGGER clock_moved; CREATE TRIGGER clock_moved AFTER UPDATE ON goal BEGIN SELECT {ENDLESS}; END",
    f"ALTER TABLE goal RENAME TO hidden; CREATE VIEW goal AS SELECT 1 AS id, {ENDLESS} AS per_month",
    f"CREATE VIEW trap AS SELECT {ENDLESS} AS number",
    "CREATE VIRTUAL TABLE trap USING fts5 (words)",
    "DROP TRIGGER pool_added",
)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap[:40])
def test_a_file_with_a_trap_in_it_is_left_as_it_was(filled, trap):
    with closing(sqlite3.connect(filled)) as connection:
        connection.executescript(trap)
    content = filled.read_bytes()
    for open_it in (lambda: open_file(filled), lambda: open_memory(content)):
        with pytest.raises(LogbookError, match="holds something infoview didn't put there"):
            open_it()
    assert filled.read_bytes() == content
    book = open_memory()
    with pytest.raises(LogbookError, match="This file holds something"):
        book.replace_with(content, NOW)
    assert book.contacts.count() == 0
    book.close()


def test_a_copy_that_takes_too_long_is_left_alone(filled, monkeypatch):
    monkeypatch.setattr("infoview.logbook.opening.TAKING", -1.0)
    with pytest.raises(LogbookError, match="This file takes too long to read"):
        open_memory(filled.read_bytes())
    open_memory().close()


def test_a_folder_is_no_logbook(tmp_path):
    with pytest.raises(LogbookError, match="is a folder"):
        open_file(tmp_path)


def test_a_logbook_of_a_newer_program_is_left_to_it(filled):
    with sqlite3.connect(filled) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()

    assert refusal(filled) == (
        "mine.infoview was written by a newer infoview. Update infoview, then open it again."
    )


# --- what may not be written --------------------------------------------------------------------------


def test_a_logbook_and_the_folder_made_for_it_are_the_persons_alone(tmp_path):
    place = tmp_path / "new" / "mine.infoview"
    for _ in range(2):
        open_file(place).close()
        assert (place.stat().st_mode & 0o777, place.parent.stat().st_mode & 0o777) == (0o600, 0o700)
        place.chmod(0o664)  # as an earlier infoview left it


def test_a_read_only_file_is_said_to_be_so(filled):
    with folder_for_everyone() as folder:
        file = folder / "mine.infoview"
        shutil.copy(filled, file)
        file.chmod(0o444)
        before = file.read_bytes()
        said = as_somebody_else(lambda: open_file(file))

        assert said == (
            "LogbookError: mine.infoview is read-only, so nothing can be saved in it. "
            "Open a copy in your own folder."
        )
        assert file.read_bytes() == before
        assert list(folder.iterdir()) == [file]


def test_a_file_in_a_read_only_folder_is_read_only_too(filled):
    with folder_for_everyone() as folder:
        file = folder / "mine.infoview"
        shutil.copy(filled, file)
        file.chmod(0o666)
        folder.chmod(0o555)

        assert "is read-only" in as_somebody_else(lambda: open_file(file))
        assert list(folder.iterdir()) == [file]


def test_a_new_logbook_in_a_folder_of_somebody_else_is_refused():
    with folder_for_everyone() as folder:
        folder.chmod(0o555)

        assert "Choose another place" in as_somebody_else(lambda: open_file(folder / "mine.infoview"))
        assert "Choose another place" in as_somebody_else(lambda: open_file(folder / "new" / "mine.infoview"))
        assert list(folder.iterdir()) == []


def test_a_file_one_may_not_read_is_refused(filled):
    with folder_for_everyone() as folder:
        file = folder / "mine.infoview"
        shutil.copy(filled, file)
        file.chmod(0o000)

        assert "Choose another place" in as_somebody_else(lambda: open_file(file))


# --- a full disk --------------------------------------------------------------------------------------


def fill_up(logbook):
    """Add contacts until the disk says no; return how many were kept, and the sentence."""
    kept = logbook.contacts.count()
    with pytest.raises(LogbookError) as caught:  # noqa: PT012 - which of the many fails is not known
        for _ in range(5000):
            logbook.contacts.add(Contact("Ada Park", note="x" * 2000))
            kept += 1
    return kept, str(caught.value)


@pytest.mark.parametrize("kind", ["file", "memory"])
def test_a_full_disk_loses_nothing_that_was_kept(kind, tmp_path):
    logbook = open_file(tmp_path / "mine.infoview") if kind == "file" else open_memory()
    ((pages,),) = logbook._connection.rows("PRAGMA page_count")
    logbook._connection.execute(f"PRAGMA max_page_count = {pages + 20}")
    kept, said = fill_up(logbook)

    assert said.startswith("There's no room left on the disk")
    assert "Free some space and try again." in said
    assert logbook.contacts.count() == kept > 0
    logbook._connection.execute(f"PRAGMA max_page_count = {pages + 40}")
    logbook.contacts.add(Contact("Ben"))
    assert logbook.contacts.count() == kept + 1
    logbook.close()


@pytest.mark.parametrize("kind", ["file", "memory"])
def test_a_change_that_meets_a_full_disk_is_undone_as_a_whole(kind, tmp_path):
    logbook = open_file(tmp_path / "mine.infoview") if kind == "file" else open_memory()
    ((pages,),) = logbook._connection.rows("PRAGMA page_count")
    logbook._connection.execute(f"PRAGMA max_page_count = {pages + 20}")

    def fill():
        with logbook.change():
            for _ in range(5000):
                logbook.contacts.add(Contact("Ada Park", note="x" * 2000))

    with pytest.raises(LogbookError, match="no room left"):
        fill()
    assert logbook.contacts.count() == 0
    assert logbook.changes == 0
    with logbook.change():
        logbook.contacts.add(Contact("Ben"))
    assert logbook.contacts.count() == 1
    logbook.close()


def small_disk(folder):
    """Put a real disk of one megabyte at a folder, where this machine lets us."""
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", "size=1m", "none", str(folder)]
    return mount and not subprocess.run([mount, *options], capture_output=True, check=False).returncode


@pytest.fixture
def tiny_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    if not small_disk(folder):
        pytest.skip("only root may make a small disk; the two tests above fill a limited file instead")
    yield folder
    subprocess.run([shutil.which("umount"), "-l", str(folder)], check=True)


def test_a_real_full_disk_loses_nothing_either(tiny_disk):
    logbook = open_file(tiny_disk / "mine.infoview")
    kept, said = fill_up(logbook)
    logbook.close()
    again = open_file(tiny_disk / "mine.infoview")

    assert said.startswith("There's no room left on the disk")
    assert again.contacts.count() == kept > 50
    again.close()


def test_without_room_for_the_former_content_a_copy_does_not_take_its_place(tiny_disk):
    logbook = open_file(tiny_disk / "mine.infoview")
    write(logbook, TODAY)
    copy, contacts = logbook.copy(), logbook.contacts.find()
    fill_up(logbook)
    kept = logbook.contacts.count()

    with pytest.raises(LogbookError, match="no room left"):
        logbook.replace_with(copy, NOW)
    assert logbook.contacts.count() == kept > len(contacts)
    assert not list(tiny_disk.glob("*before*"))
    logbook.close()


# --- a damaged file -----------------------------------------------------------------------------------


def test_a_file_with_a_spoiled_middle_is_damaged(filled):
    content = bytearray(filled.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = bytes(byte ^ 0xFF for byte in content[middle : middle + 4096])
    filled.write_bytes(content)

    assert refusal(filled) == (
        "mine.infoview is damaged and was left as it was. Open the last copy you saved instead."
    )


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_file_that_was_cut_off_is_damaged(filled, share):
    content = filled.read_bytes()
    filled.write_bytes(content[: int(len(content) * share)])

    assert "is damaged" in refusal(filled)


def test_whatever_is_damaged_is_refused_or_read_but_nothing_breaks(filled):
    """Spoils the file in 120 places: it is refused and left alone, or every shelf can be asked."""
    sound, dice = filled.read_bytes(), random.Random(7)
    refused = 0
    for _ in range(120):
        content = bytearray(sound)
        start, length = dice.randrange(100, len(content) - 600), dice.choice([1, 16, 600])
        content[start : start + length] = dice.randbytes(length)
        filled.write_bytes(content)
        try:
            logbook = open_file(filled)
        except LogbookError as error:
            refused += 1
            assert "damaged" in str(error)  # noqa: PT017 - either outcome is right
            assert filled.read_bytes() == content
            continue
        for shelf in (logbook.contacts, logbook.meetings, logbook.requests, logbook.learned, logbook.pool):
            try:
                shelf.find()
            except LogbookError as error:
                assert "Open the last copy" in str(error)  # noqa: PT017 - either outcome is right
        logbook.close()
    assert refused > 10
