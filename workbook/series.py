"""The notebooks, made from the chapters: `python -m workbook.series FOLDER` writes them anew.

A notebook is a chapter as one reads it: prose from `content/guides`, and below each section's words one call
that shows its widget. Made, not written, so that the words of a step stand in one place; a test compares
the files in the repository with what this makes.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from infoview import content, sample_logbook
from infoview.content import words
from workbook.chapters import STEPS, Chapter, Words, chapter, source_print
from workbook.serving.saving import OURS

TABLES, GROUP = "tables", "group"
TABLES_FILE = "07-your-logbook-as-tables.ipynb"
CODE = {TABLES: TABLES_FILE, GROUP: "08-for-facilitators.ipynb"}
"""The chapters with code to read, by what they are called in `content/notebooks`."""
SAMPLE_DAY = "2026-11-25"
"""The day of the invented people whose tables these chapters show before they are run."""


def file_name(step: str) -> str:
    """Name the notebook of a step, such as "02-find-contacts.ipynb"."""
    title = words("pages/app")["steps"][step].lower().replace(" ", "-")
    return f"{STEPS.index(step) + 1:02}-{title}.ipynb"


def notebook(told: Chapter) -> str:
    """Make the notebook of one chapter as the text of an .ipynb file."""
    said = words("pages/app")["notebook"]
    cells = [
        _prose("title", f"# {told.title}\n\n{told.lead}\n\n*{said['run']}*"),
        _code("open", f'from workbook import open_notebook\n\nopen_notebook("{told.step}").header'),
    ]
    for section in told.sections:
        cells.append(_prose(f"{section.name}-words", _markdown(section)))
        cells.append(
            _code(section.name, f'from workbook import section\n\nsection("{told.step}", "{section.name}")')
        )
    titles = {file_name(step): chapter(step).title for step in STEPS} | {TABLES_FILE: _title(TABLES)}
    place = STEPS.index(told.step) + 1
    file, title = list(titles.items())[place]
    cells.append(_prose("onward", said["next"].format(title=title, file=file)))
    book = _book(cells, told.title)
    book.metadata[OURS] = {"running": said["running"]}  # read by the extension that runs a chapter
    return _text(book)


def code_notebook(name: str) -> NotebookNode:
    """Make a chapter whose code is there to be read, from `content/notebooks`; nothing is run yet.

    What a cell shows is compared by the tests where its fence says "check".
    """
    cells: list[NotebookNode] = []
    prose, tags = "", dict[str, list[str]]()
    for line in content.text(f"notebooks/{name}.md").splitlines(keepends=True):
        if line.startswith("```python"):
            cells.append(_prose(f"words-{len(cells)}", prose.strip()))
            tags = {"tags": ["nbval-check-output"]} if "check" in line else {}
            prose = ""
        elif line.startswith("```"):
            cells.append(_visible(f"code-{len(cells)}", prose.strip(), tags))
            prose = ""
        else:
            prose += line
    if prose.strip():
        cells.append(_prose(f"words-{len(cells)}", prose.strip()))
    return _book([cell for cell in cells if cell.source], _title(name))


def run(book: NotebookNode) -> str:
    """Run a chapter with a logbook about invented people, and keep what the cells show that are compared."""
    from nbclient import NotebookClient  # noqa: PLC0415 - only who makes the chapters runs them

    with TemporaryDirectory() as place:
        logbook = sample_logbook(SAMPLE_DAY)
        (Path(place) / "sample.infoview").write_bytes(logbook.copy())
        environment = {"INFOVIEW_LOGBOOK": f"{place}/sample.infoview", "INFOVIEW_TODAY": SAMPLE_DAY}
        NotebookClient(book, resources={"metadata": {"path": place}}, coalesce_streams=True).execute(
            env=os.environ | environment
        )
    for cell in book.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code" and "tags" not in cell.metadata:
            cell.outputs, cell.execution_count = [], None
    book.metadata.pop("widgets", None)  # no cell that is kept shows one
    return _text(book)


def write_steps(folder: Path) -> None:
    """Write the notebooks of all steps into a folder."""
    for step in STEPS:
        (folder / file_name(step)).write_text(notebook(chapter(step)), encoding="utf-8")


def write_all(folder: Path) -> None:
    """Write all notebooks into a folder."""
    write_steps(folder)
    for name, file in CODE.items():
        (folder / file).write_text(run(code_notebook(name)), encoding="utf-8")


def _markdown(section: Words) -> str:
    helps = [
        f"<details>\n<summary>{item.question}</summary>\n\n{item.answer}\n\n</details>"
        for item in section.helps
    ]
    return "\n\n".join([f"## {section.title}", section.text, *helps])


def _prose(name: str, source: str) -> NotebookNode:
    cell: NotebookNode = new_markdown_cell(source, id=name, metadata={OURS: source_print(source)})
    return cell


def _code(name: str, source: str) -> NotebookNode:
    metadata = {OURS: source_print(source), "jupyter": {"source_hidden": True}}
    cell: NotebookNode = new_code_cell(source, id=name, metadata=metadata)
    return cell


def _visible(name: str, source: str, tags: dict[str, list[str]]) -> NotebookNode:
    cell: NotebookNode = new_code_cell(source, id=name, metadata={OURS: source_print(source), **tags})
    return cell


def _title(name: str) -> str:
    return content.text(f"notebooks/{name}.md").partition("\n")[0].removeprefix("# ")


def _text(book: NotebookNode) -> str:
    return str(nbformat.writes(book)) + "\n"


def _book(cells: list[NotebookNode], title: str) -> NotebookNode:
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}, "title": title}
    book: NotebookNode = new_notebook(cells=cells, metadata=metadata)
    return book


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
