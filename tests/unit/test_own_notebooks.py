"""A person's own copies of the notebooks are theirs: what they changed is never overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from infoview import __version__
from workbook.serving.copies import keep_up
from workbook.serving.places import notebooks_folder

NEWER = f"01-today (from infoview {__version__}).ipynb"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "01-today.ipynb").write_text("one")
    (folder / "app.ipynb").write_text("the app")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "home" / "notebooks"


def notebooks(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.glob("*.ipynb"))}


def test_the_series_is_copied_and_the_app_page_is_not(shipped, own):
    keep_up(shipped, own)
    assert notebooks(own) == {"01-today.ipynb": "one"}


def test_a_copy_nobody_changed_is_brought_up_to_date(shipped, own):
    keep_up(shipped, own)
    (shipped / "01-today.ipynb").write_text("two")
    keep_up(shipped, own)
    assert notebooks(own) == {"01-today.ipynb": "two"}


def test_a_changed_copy_stays_and_a_newer_version_is_put_beside_it_once(shipped, own):
    keep_up(shipped, own)
    (own / "01-today.ipynb").write_text("mine")
    keep_up(shipped, own)
    assert notebooks(own) == {"01-today.ipynb": "mine"}
    (shipped / "01-today.ipynb").write_text("two")
    keep_up(shipped, own)
    assert notebooks(own) == {"01-today.ipynb": "mine", NEWER: "two"}
    (own / NEWER).unlink()
    keep_up(shipped, own)
    assert notebooks(own) == {"01-today.ipynb": "mine"}


def test_a_notebook_of_the_same_name_that_was_there_before_stays(shipped, own):
    own.mkdir(parents=True)
    (own / "01-today.ipynb").write_text("someone else's")
    keep_up(shipped, own)
    assert notebooks(own) == {"01-today.ipynb": "someone else's", NEWER: "one"}


def test_a_deleted_copy_comes_back(shipped, own):
    keep_up(shipped, own)
    (own / "01-today.ipynb").unlink()
    keep_up(shipped, own)
    assert notebooks(own) == {"01-today.ipynb": "one"}


def test_the_notebooks_are_found_in_this_checkout():
    assert (notebooks_folder() / "app.ipynb").exists()
