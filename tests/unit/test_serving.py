"""What `infoview app` and `infoview lab` do before and after they serve."""

from __future__ import annotations

import shutil

from infoview.logbook import open_file
from infoview.records.contacts import Contact
from workbook.serving.command import settle_logbook, use_logbook


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
