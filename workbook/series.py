"""The notebooks, made from the chapters: `python -m workbook.series FOLDER` writes them anew.

A notebook is a chapter as one reads it: prose from `content/guides`, and below each section's words one call
that shows its widget. Made, not written, so that the words of a step stand in one place; a test compares
the files in the repository with what this makes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from infoview.content import words
from workbook.chapters import STEPS, Chapter, Words, chapter, source_print
from workbook.serving.saving import OURS


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
    place = STEPS.index(told.step)
    if place + 1 < len(STEPS):
        onward = STEPS[place + 1]
        cells.append(
            _prose("onward", said["next"].format(title=chapter(onward).title, file=file_name(onward)))
        )
    return _file(cells, told.title)


def write_all(folder: Path) -> None:
    """Write the notebooks of all steps into a folder."""
    for step in STEPS:
        (folder / file_name(step)).write_text(notebook(chapter(step)), encoding="utf-8")


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


def _file(cells: list[NotebookNode], title: str) -> str:
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}, "title": title}
    return str(nbformat.writes(new_notebook(cells=cells, metadata=metadata))) + "\n"


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
