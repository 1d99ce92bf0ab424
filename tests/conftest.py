"""What tests of every kind begin with."""

from __future__ import annotations

import pytest

from infoview.logbook import open_memory


@pytest.fixture
def logbook():
    """An empty logbook, in memory; a file of tests that needs people in it writes them into this one."""
    book = open_memory()
    yield book
    book.close()
