"""Notebooks under test open a logbook of their own, never that of whoever runs the tests."""

from __future__ import annotations

import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

PLACE = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Make a place for the notebooks' logbook, for as long as the tests run."""
    folder = tempfile.TemporaryDirectory(prefix="infoview-", ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    config.stash[PLACE] = Path(folder.name) / "mine.infoview"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Tell a notebook's kernel where its logbook is."""
    with pytest.MonkeyPatch.context() as patch:
        if item.path.suffix == ".ipynb":
            patch.setenv("INFOVIEW_LOGBOOK", str(item.config.stash[PLACE]))
        return (yield)
