"""What `infoview app` and `infoview lab` do before and after they serve."""

from __future__ import annotations

import shutil

import pytest

from infoview.logbook import open_file
from infoview.records.contacts import Contact
from workbook.serving.command import settle_logbook, use_logbook
from workbook.serving.places import own_key


def test_a_change_left_half_done_by_a_killed_kernel_is_settled_at_the_end(tmp_path, monkeypatch):
    monkeypatch.setenv("INFOVIEW_LOGBOOK", "")
    left = tmp_path / "left"
    left.mkdir()
    use_logbook(left / "mine.infoview", public=False)
    book = open_file(tmp_path / "mine.infoview")
    book.contacts.add(Contact("Ada"))
    book._connection.execute("PRAGMA cache_size = 1")
    book._connection.execute("PRAGMA cache_spill = 1")  # so that half a change is in the file at once
    with book.change():
        book.contacts.add_all(Contact("Ben", note="x" * 9000) for _ in range(99))
        for path in tmp_path.glob("mine.infoview*"):
            shutil.copy(path, left)
    book.close()
    assert (left / "mine.infoview-journal").exists()
    settle_logbook()

    assert [path.name for path in left.iterdir()] == ["mine.infoview"]
    book = open_file(left / "mine.infoview")
    assert [contact.name for contact in book.contacts.find()] == ["Ada"]
    book.close()


def test_no_logbook_is_made_for_someone_who_never_opened_the_page(tmp_path, monkeypatch):
    monkeypatch.setenv("INFOVIEW_LOGBOOK", "")
    use_logbook(tmp_path / "mine.infoview", public=False)
    settle_logbook()

    assert list(tmp_path.iterdir()) == []


def test_the_key_in_the_address_is_the_persons_alone_and_stays(tmp_path):
    logbook = tmp_path / "new" / "mine.infoview"
    key = own_key(logbook)
    (kept,) = logbook.parent.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert logbook.parent.stat().st_mode & 0o777 == 0o700
    assert own_key(logbook) == key
    assert own_key(logbook.with_name("other.infoview")) != key


@pytest.mark.parametrize("spoiled", ["", "short", "../" * 11, "f" * 32 + "\n", "ä" * 32])
def test_a_key_that_was_spoiled_or_others_could_read_is_made_anew(tmp_path, spoiled):
    logbook = tmp_path / "mine.infoview"
    kept = tmp_path / ".mine.infoview.key"
    key = own_key(logbook)
    kept.chmod(0o644)
    assert own_key(logbook) != key
    kept.write_text(spoiled, encoding="utf-8")
    assert len(own_key(logbook)) == 32
    assert kept.stat().st_mode & 0o777 == 0o600
