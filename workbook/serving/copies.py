"""A person's own copies of the notebooks: theirs to change, and nothing of theirs is ever lost."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from infoview import __version__
from infoview.content import sentence
from workbook.chapters import source_print
from workbook.serving.places import APP
from workbook.serving.saving import OURS

RECORD = ".infoview-notebooks.json"

Cell = dict[str, Any]


def keep_up(shipped: Path, own: Path) -> list[str]:
    """Bring the notebooks to a person's folder, and tell of those that were brought up to date.

    A notebook that is missing is copied; a newer version takes the place of one, and the person's own cells
    and notes move into it. Where it cannot be told which those are, it is put beside theirs, once.

    Args:
        shipped: The folder of the notebooks as they come with the program.
        own: The person's folder; made where it is missing.
    """
    own.mkdir(parents=True, exist_ok=True)
    record = own / RECORD
    brought: dict[str, str] = json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}
    updated = []
    for source in sorted(shipped.glob("*.ipynb")):
        if source.name == APP:
            continue
        content, copy = source.read_bytes(), own / source.name
        if not copy.exists():
            copy.write_bytes(content)
        elif brought.get(source.name) != print_of(content):
            updated.append(_update(copy, content, brought.get(source.name)))
        brought[source.name] = print_of(content)
    record.write_text(json.dumps(brought, indent=2), encoding="utf-8")
    return updated


def _update(copy: Path, content: bytes, brought: str | None) -> str:
    """Put a newer version in the place of a copy, or beside it; tell what it is called."""
    held = copy.read_bytes()
    if print_of(held) == brought:
        copy.write_bytes(content)
        return copy.name
    both = with_own_cells(content, held)
    if both:
        copy.write_bytes(both)
        return copy.name
    name = sentence("serving.newer_copy", name=copy.stem, version=__version__, ending=copy.suffix)
    copy.with_name(name).write_bytes(content)
    return name


def print_of(content: bytes) -> str:
    """Take the fingerprint by which a change is noticed: of what is in the cells, not of what they showed."""
    book = _book(content)
    if book is None:
        return sha256(content).hexdigest()
    cells = [[cell.get("cell_type"), _source(cell)] for cell in book["cells"]]
    return sha256(json.dumps(cells).encode()).hexdigest()


def with_own_cells(new: bytes, held: bytes) -> bytes | None:
    """Put a person's own cells, and ours that they changed, into a newer version, each where it stood.

    Returns:
        The notebook, or None where none of the cells that are held is marked as ours.
    """
    book, former = _book(new), _book(held)
    if not book or not former or not any(OURS in cell.get("metadata", {}) for cell in former["cells"]):
        return None
    own: dict[str, list[Cell]] = defaultdict(list)
    behind = ""
    for cell in former["cells"]:
        mark = cell.get("metadata", {}).get(OURS)
        behind = cell.get("id", "") if mark else behind
        if mark != source_print(_source(cell)):
            own[behind].append(_as_own(cell))
    cells = own.pop("", [])
    for cell in book["cells"]:
        cells += [cell, *own.pop(cell.get("id", ""), [])]
    cells += [cell for left in own.values() for cell in left]
    return (json.dumps({**book, "cells": cells}, ensure_ascii=False, indent=1) + "\n").encode()


def _as_own(cell: Cell) -> Cell:
    """Make a cell one that is not ours, under an id of its own."""
    if OURS not in cell.get("metadata", {}):
        return cell
    metadata = {name: value for name, value in cell["metadata"].items() if name != OURS}
    return {**cell, "id": f"{cell.get('id', '')}-own"[:64], "metadata": metadata}


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def _book(content: bytes) -> dict[str, Any] | None:
    try:
        book = json.loads(content)
    except ValueError:
        return None
    return book if isinstance(book, dict) and isinstance(book.get("cells"), list) else None
