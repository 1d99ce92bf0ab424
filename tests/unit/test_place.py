"""Where the logbook is kept when nobody says."""

from pathlib import Path

from infoview.logbook.place import default_logbook


def test_the_logbook_is_kept_at_home_unless_told_otherwise(monkeypatch, tmp_path):
    monkeypatch.delenv("INFOVIEW_LOGBOOK", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))

    assert default_logbook() == tmp_path / "infoview" / "mine.infoview"


def test_another_file_can_be_named_once_for_all(monkeypatch, tmp_path):
    monkeypatch.setenv("INFOVIEW_LOGBOOK", "~/career/livia.infoview")
    monkeypatch.setenv("HOME", str(tmp_path))

    assert default_logbook() == Path(tmp_path) / "career" / "livia.infoview"
