"""A person's own copies of the notebooks are theirs: what they changed is never overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from infoview import __version__
from workbook.chapters import source_print
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


# --- notebooks with cells of one's own ------------------------------------------------------------------


def cell(name, source, *, ours=True, **more):
    metadata = {"infoview": source_print(source)} if ours else {}
    return {"id": name, "cell_type": "code", "metadata": metadata, "source": [source], "outputs": []} | more


def book(*cells):
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def sources(path):
    return ["".join(cell["source"]) for cell in json.loads(path.read_text())["cells"]]


def test_a_chapter_that_was_only_opened_and_run_does_not_count_as_changed(shipped, own):
    (shipped / "01-today.ipynb").write_text(book(cell("open", "one()")))
    keep_up(shipped, own)
    ran = cell("open", "one()", outputs=[{"output_type": "stream", "text": "x"}], execution_count=7)
    (own / "01-today.ipynb").write_text(book(ran).replace('"metadata": {},', '"metadata": {"x": 1},'))
    (shipped / "01-today.ipynb").write_text(book(cell("open", "two()")))

    assert keep_up(shipped, own) == ["01-today.ipynb"]
    assert sources(own / "01-today.ipynb") == ["two()"]
    assert keep_up(shipped, own) == []


def test_an_update_keeps_ones_own_cells_and_the_notes_between_where_they_stood(shipped, own):
    (shipped / "01-today.ipynb").write_text(book(cell("open", "one()"), cell("goal", "goal()")))
    keep_up(shipped, own)
    mine = [
        cell("x1", "before everything", ours=False),
        cell("open", "one()"),
        cell("x2", "a note", ours=False, cell_type="markdown"),
        cell("goal", "goal()  # changed") | {"metadata": {"infoview": source_print("goal()")}},
    ]
    (own / "01-today.ipynb").write_text(book(*mine))
    new = [cell("open", "two()"), cell("more", "more()"), cell("goal", "goal(2)")]
    (shipped / "01-today.ipynb").write_text(book(*new))

    assert keep_up(shipped, own) == ["01-today.ipynb"]
    assert sources(own / "01-today.ipynb") == [
        *("before everything", "two()", "a note", "more()", "goal(2)", "goal()  # changed")
    ]
    names = [cell["id"] for cell in json.loads((own / "01-today.ipynb").read_text())["cells"]]
    assert len(set(names)) == len(names)
    assert list(notebooks(own)) == ["01-today.ipynb"]


def test_cells_behind_one_that_is_no_more_are_kept_at_the_end(shipped, own):
    (shipped / "01-today.ipynb").write_text(book(cell("open", "one()"), cell("gone", "gone()")))
    keep_up(shipped, own)
    mine = [cell("open", "one()"), cell("gone", "gone()"), cell("x", "mine", ours=False)]
    (own / "01-today.ipynb").write_text(book(*mine))
    (shipped / "01-today.ipynb").write_text(book(cell("open", "two()")))
    keep_up(shipped, own)
    assert sources(own / "01-today.ipynb") == ["two()", "mine"]


def test_the_notebooks_are_found_in_this_checkout():
    assert (notebooks_folder() / "app.ipynb").exists()
