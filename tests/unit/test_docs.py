"""The documentation: what it shows of the library works as it is written."""

import doctest
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


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


def test_every_command_of_make_that_a_workflow_runs_or_a_page_names_is_there():
    targets = set(
        re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    workflows = (ROOT / ".github" / "workflows").glob("*.yml")
    pages = [*DOCS.glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    run = {
        target
        for paths, pattern in ((workflows, r"run: make ([a-z-]+)"), (pages, r"`make ([a-z-]+)"))
        for path in paths
        for target in re.findall(pattern, path.read_text(encoding="utf-8"))
    }
    assert {"static", "browser-static"} <= run
    assert run - targets == set()
