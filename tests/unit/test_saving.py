"""A chapter that is saved holds nothing of the logbook; somebody's own cells keep what they show."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from traitlets.config import Config

from workbook.chapters import STEPS, chapter
from workbook.series import notebook
from workbook.serving.lab import settings

ROOT = Path(__file__).parents[2]
PLANTED = "Zaphod Quillfeather said yes"
CONFIGS = {
    "infoview lab": lambda: settings(Path("nowhere"), 0, ""),
    "Binder": lambda: Config(json.loads((ROOT / "jupyter_server_config.json").read_text(encoding="utf-8"))),
}


def in_a_loop_of_its_own(coroutine):
    """Run something that waits, though a browser may keep a loop in this thread."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


def shown(text):
    return nbformat.v4.new_output("display_data", {"text/plain": text, "text/html": f"<b>{text}</b>"})


def save(tmp_path, config, book):
    """Save a notebook as the server does, and read the file."""
    manager = AsyncLargeFileManager(
        root_dir=str(tmp_path), config=Config(ContentsManager=config.ContentsManager)
    )
    model = {"type": "notebook", "format": "json", "content": book}
    in_a_loop_of_its_own(manager.save(model, "saved.ipynb"))
    return (tmp_path / "saved.ipynb").read_text(encoding="utf-8")


@pytest.mark.parametrize("edition", CONFIGS)
@pytest.mark.parametrize("step", STEPS)
def test_what_our_cells_show_is_not_written(step, edition, tmp_path):
    book = nbformat.reads(notebook(chapter(step)), 4)
    for cell in book.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [shown(PLANTED)], 3
    book.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {"x": PLANTED}}}
    saved = save(tmp_path, CONFIGS[edition](), book)

    assert PLANTED not in saved
    assert nbformat.reads(saved, 4).cells == nbformat.reads(notebook(chapter(step)), 4).cells


def test_what_somebodys_own_cells_show_stays(tmp_path):
    book = nbformat.reads(notebook(chapter("start")), 4)
    mine = nbformat.v4.new_code_cell("1 + 1", outputs=[shown("my own result")], execution_count=9)
    book.cells.insert(2, mine)
    saved = save(tmp_path, CONFIGS["infoview lab"](), book)

    assert "my own result" in saved
    assert '"execution_count": 9' in saved


def test_chapters_of_before_are_known_by_what_their_cells_call(tmp_path):
    former = [
        'from workbook import open_notebook\n\nstep = open_notebook("start")\nstep.header',
        'step.section("profile")',
    ]
    cells = [nbformat.v4.new_code_cell(source, outputs=[shown(PLANTED)]) for source in former]
    assert PLANTED not in save(tmp_path, CONFIGS["Binder"](), nbformat.v4.new_notebook(cells=cells))


def test_other_files_are_saved_as_they_are(tmp_path):
    manager = AsyncLargeFileManager(
        root_dir=str(tmp_path), config=Config(ContentsManager=CONFIGS["infoview lab"]().ContentsManager)
    )
    in_a_loop_of_its_own(manager.save({"type": "file", "format": "text", "content": "a note"}, "note.txt"))
    assert (tmp_path / "note.txt").read_text(encoding="utf-8") == "a note"
