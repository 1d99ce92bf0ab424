"""Where the notebooks are: those that come with the program, and a person's own copies."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parents[1]
APP = "app.ipynb"


def shipped(name: str) -> Path:
    """Find what comes with the program: inside the package when installed, beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.exists() else PACKAGE.parent / name


def notebooks_folder() -> Path:
    """Find the folder of the notebooks as they were shipped."""
    return shipped("notebooks")


def own_notebooks() -> Path:
    """Name the folder where a person's own copies of the notebooks are kept, in plain sight in their home."""
    return Path.home() / "infoview" / "notebooks"
