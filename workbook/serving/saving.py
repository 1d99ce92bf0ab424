"""What of a chapter is written to its file: never what our cells show, which is the logbook's.

Whoever shares a chapter, or leaves it on a server, gives nothing of the logbook away by it. What somebody's
own cells show is theirs, and stays.
"""

from __future__ import annotations

import re
from typing import Any

OURS = "infoview"
"""What marks a cell of ours in its metadata."""
_OF_FORMER_CHAPTERS = re.compile(
    r"^\s*(?:from workbook import open_|step\.(?:section|header)\b)", re.MULTILINE
)


def leave_out_logbook(model: dict[str, Any], **_: object) -> None:
    """Before a notebook is saved, take out what our cells show; Jupyter calls this hook.

    Args:
        model: What is to be saved, as the contents manager has it; changed in place.
    """
    if model.get("type") != "notebook" or not model.get("content"):
        return
    book = model["content"]
    ours = [cell for cell in book.get("cells", ()) if cell.get("cell_type") == "code" and is_ours(cell)]
    for cell in ours:
        cell["outputs"] = []
        cell["execution_count"] = None
        cell.get("metadata", {}).pop("execution", None)
    if ours:
        book.get("metadata", {}).pop("widgets", None)  # their widgets hold what they show


def is_ours(cell: dict[str, Any]) -> bool:
    """Whether a cell came with the chapter; those of former chapters are known by what they call."""
    source = cell.get("source", "")
    text = source if isinstance(source, str) else "".join(source)
    return OURS in cell.get("metadata", {}) or bool(_OF_FORMER_CHAPTERS.search(text))
