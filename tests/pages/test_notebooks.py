"""The notebooks in the repository: made from the chapters, clean, short, and each of their cells runs."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import ipywidgets
import pytest

import workbook
from infoview.logbook import open_file
from workbook.chapters import STEPS, chapter
from workbook.components.status import Status
from workbook.series import CODE, code_notebook, file_name, notebook, write_steps

FOLDER = Path(__file__).parents[2] / "notebooks"
FILES = sorted(FOLDER.glob("*.ipynb"))
SHOWN = [file for file in FILES if file.name not in CODE.values()]
"""Those that show the pages, and no code."""


def code_cells(file):
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def test_there_is_one_notebook_a_step_and_one_for_the_app():
    assert [file.name for file in FILES] == [*map(file_name, STEPS), *CODE.values(), "app.ipynb"]


@pytest.mark.parametrize("step", STEPS)
def test_each_is_what_its_chapter_makes(step):
    held = (FOLDER / file_name(step)).read_text(encoding="utf-8")
    assert held == notebook(chapter(step)), "run python -m workbook.series notebooks"


def test_they_are_written_into_any_folder(tmp_path):
    write_steps(tmp_path)
    assert len(list(tmp_path.glob("*.ipynb"))) == len(STEPS)


@pytest.mark.parametrize("name", CODE)
def test_each_chapter_with_code_has_the_words_and_lines_of_its_content(name):
    held = json.loads((FOLDER / CODE[name]).read_text(encoding="utf-8"))
    made = code_notebook(name)
    kinds = [(cell["cell_type"], cell["id"], "".join(cell["source"])) for cell in held["cells"]]
    assert kinds == [(cell.cell_type, cell.id, cell.source) for cell in made.cells]
    for cell in held["cells"]:
        if cell["cell_type"] == "code":
            compared = "nbval-check-output" in cell["metadata"].get("tags", [])
            assert bool(cell["outputs"]) == compared == (cell["execution_count"] is not None)
            assert len(cell["source"]) <= 5


@pytest.mark.parametrize("name", CODE)
def test_a_chapter_with_code_runs_on_an_empty_logbook_and_without_matplotlib(name, tmp_path, monkeypatch):
    monkeypatch.setenv("INFOVIEW_LOGBOOK", str(tmp_path / "mine.infoview"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    names = {}
    for source in code_cells(FOLDER / CODE[name]):
        exec(compile(source, name, "exec"), names)
    assert names.get("mine", names.get("group")) is not None


@pytest.mark.parametrize("file", SHOWN, ids=lambda file: file.stem)
def test_none_holds_output_counts_or_widget_state(file):
    book = json.loads(file.read_text(encoding="utf-8"))
    assert "widgets" not in book["metadata"]
    for cell in book["cells"]:
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)
            assert cell["metadata"]["jupyter"]["source_hidden"]


@pytest.mark.parametrize("file", SHOWN, ids=lambda file: file.stem)
def test_their_code_is_a_few_calls_of_the_workbook_and_nothing_else(file):
    for source in code_cells(file):
        assert len(source.splitlines()) <= 5
        for node in ast.walk(ast.parse(source)):
            assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda | ast.Import)
            if isinstance(node, ast.ImportFrom):
                assert node.module == "workbook"


@pytest.mark.parametrize("step", STEPS)
def test_the_first_line_says_how_to_run_it(step):
    cells = json.loads(notebook(chapter(step)))["cells"]
    assert "Run All Cells" in "".join(cells[0]["source"])


@pytest.mark.parametrize("file", SHOWN, ids=lambda file: file.stem)
def test_every_cell_runs_and_shows_a_widget(file, tmp_path, monkeypatch):
    monkeypatch.setenv("INFOVIEW_LOGBOOK", str(tmp_path / "mine.infoview"))
    names = {}
    for source in code_cells(file):
        *before, last = ast.parse(source).body
        exec(compile(ast.Module(before, []), file.name, "exec"), names)
        shown = eval(compile(ast.Expression(last.value), file.name, "eval"), names)
        assert isinstance(shown, ipywidgets.Widget)
    logbook = open_file(tmp_path / "mine.infoview")
    assert logbook.contacts.count() == 0
    logbook.close()


@pytest.mark.parametrize("step", STEPS)
def test_each_cell_runs_alone_after_a_restart_in_any_order(step, tmp_path, monkeypatch, tools):
    monkeypatch.setenv("INFOVIEW_LOGBOOK", str(tmp_path / "mine.infoview"))
    first, *sections = code_cells(FOLDER / file_name(step))
    for place, source in enumerate([*reversed(sections), first]):
        if place in {0, len(sections)}:
            monkeypatch.setattr(workbook, "_opened", {})
        *before, last = ast.parse(source).body
        names = {}
        exec(compile(ast.Module(before, []), "cell", "exec"), names)
        shown = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
        headed = any(isinstance(widget, Status) for widget in inside(shown))
        assert headed == (place in {0, len(sections)})


def inside(widget):
    yield widget
    for child in getattr(widget, "children", ()):
        yield from inside(child)


def test_where_the_logbook_cannot_be_opened_app_and_notebooks_say_why(tmp_path, monkeypatch, tools):
    from workbook import open_app, open_notebook

    wrong = tmp_path / "mine.infoview"
    wrong.write_text("not a logbook")
    monkeypatch.setenv("INFOVIEW_LOGBOOK", str(wrong))
    step = open_notebook("contacts")
    for shown in (open_app(), step.header):
        assert "an infoview logbook" in tools.read(shown)
        assert 'role="alert"' in tools.read(shown)
    assert tools.read(step.section("pool")) == ""
    assert wrong.read_text() == "not a logbook"
