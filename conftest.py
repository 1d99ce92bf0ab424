"""How the tests are run: the longest files first, and each notebook with a logbook of its own.

`--long` asks for what a run in passing leaves short: more kills, and more examples of hypothesis.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from infoview import sample_logbook
from workbook.series import SAMPLE_DAY, TABLES_FILE

LOGBOOKS = pytest.StashKey[Path]()
LONGEST_FIRST = ("browser", "notebooks", "limits", "pages", "unit")
"""The folders of tests by how long a file of them takes; in a folder, the larger file takes longer."""

# How long an example takes says more about the machine than about the code.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("short", UNTIMED, max_examples=20)
settings.register_profile("long", UNTIMED, max_examples=200)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the long tests be asked for."""
    parser.addoption("--long", action="store_true", help="kill and try out as often as before a release")


def pytest_configure(config: pytest.Config) -> None:
    """Make a place for the notebooks' logbooks, for as long as the tests run; each worker has its own."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or every server and kernel compiles all the code anew
    settings.load_profile("long" if config.getoption("long") else "short")
    folder = tempfile.TemporaryDirectory(prefix="infoview-", ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    config.stash[LOGBOOKS] = Path(folder.name)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first, so that no worker is left with one when the others are done."""
    sizes = {path: path.stat().st_size for path in {item.path for item in items}}
    items.sort(key=lambda item: (LONGEST_FIRST.index(item.path.parent.name), -sizes[item.path]))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Tell a notebook's kernel where its logbook is: what the people at this machine wrote is theirs.

    What the chapter of tables shows is compared with what it showed of the invented people.
    """
    with pytest.MonkeyPatch.context() as patch:
        if item.path.suffix == ".ipynb":
            place = item.config.stash[LOGBOOKS] / item.path.with_suffix(".infoview").name
            patch.setenv("INFOVIEW_LOGBOOK", str(place))
            if item.path.name == TABLES_FILE:
                patch.setenv("INFOVIEW_TODAY", SAMPLE_DAY)
                if not place.exists():
                    place.write_bytes(sample_logbook(SAMPLE_DAY).copy())
        return (yield)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say the figures that tests have recorded."""
    for report in terminalreporter.getreports("passed"):
        for name, figure in report.user_properties:
            terminalreporter.write_line(f"{name}: {figure}")
