"""The documentation: what it shows of the library works as it is written."""

import doctest
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_every_example_for_people_who_know_python_works_as_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tried = doctest.testfile(str(DOCS / "python.md"), module_relative=False)
    assert tried.attempted
    assert tried.failed == 0


def test_every_picture_that_a_page_shows_is_there():
    shown = {
        part.partition(")")[0]
        for page in DOCS.glob("*.md")
        for part in page.read_text(encoding="utf-8").split("](")
        if part.startswith("pictures/")
    }
    assert shown
    assert [name for name in sorted(shown) if not (DOCS / name).is_file()] == []
