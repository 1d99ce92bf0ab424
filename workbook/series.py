"""The notebooks, made from the chapters: `python -m workbook.series FOLDER` writes them anew.

A notebook is a chapter as one reads it: prose from `content/guides`, and below each section's words one call
that shows its widget. Made, not written, so that the words of a step stand in one place; a test compares
the files in the repository with what this makes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from infoview.content import words
from workbook.chapters import STEPS, Chapter, Words, chapter


def file_name(step: str) -> str:
    """Name the notebook of a step, such as "02-find-contacts.ipynb"."""
    title = words("pages/app")["steps"][step].lower().replace(" ", "-")
    return f"{STEPS.index(step) + 1:02}-{title}.ipynb"


def notebook(told: Chapter) -> str:
    """Make the notebook of one chapter as the text of an .ipynb file."""
    said = words("pages/app")["notebook"]
    cells = [
        _prose("title", f"# {told.title}\n\n{told.lead}\n\n*{said['run']}*"),
        _code(
            "open", f'from workbook import open_notebook\n\nstep = open_notebook("{told.step}")\nstep.header'
        ),
    ]
    for section in told.sections:
        cells.append(_prose(f"{section.name}-words", _markdown(section)))
        cells.append(_code(section.name, f'step.section("{section.name}")'))
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


def _prose(name: str, source: str) -> dict[str, object]:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": _lines(source)}


def _code(name: str, source: str) -> dict[str, object]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {"jupyter": {"source_hidden": True}},
        "outputs": [],
        "source": _lines(source),
    }


def _file(cells: list[dict[str, object]], title: str) -> str:
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}, "title": title}
    whole = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _lines(source: str) -> list[str]:
    return source.splitlines(keepends=True)


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
