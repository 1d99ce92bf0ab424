"""What the package asks to be installed is what it imports: nothing is brought along for nothing."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ONLY_DATA = {"tzdata"}
"""Holds no code: Python's zoneinfo reads it where the system has no time zones of its own."""
OF_THE_FLOORS = {"infoview", "workbook", "tests"}


def names(requirements):
    return {re.split(r"[^\w.-]", line, maxsplit=1)[0].lower() for line in requirements}


def imported(folder):
    """The outermost names of all modules that a folder's code imports, wherever in a file that stands."""
    found = set()
    for file in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - OF_THE_FLOORS - set(sys.stdlib_module_names)


@cache
def brought_by():
    """Which packages bring each module that can be imported here."""
    return packages_distributions()


def distributions(modules):
    known = brought_by()
    found = {name for module in modules for name in known.get(module, [module])}
    return {name.lower().replace("_", "-") for name in found}


def test_every_package_that_is_asked_for_is_imported():
    used = distributions(imported("infoview") | imported("workbook"))

    assert names(PROJECT["dependencies"]) - ONLY_DATA - used == set()


def test_every_package_that_is_imported_is_asked_for():
    asked = names(PROJECT["dependencies"])
    used = imported("infoview") | imported("workbook")
    brought_along = {
        "comm",
        "jupyter_client",
        "nbclient",
        "nbformat",
        "traitlets",
        "numpy",
    }  # by Jupyter, and by pandas

    assert {module for module in used if not asked & distributions([module])} == brought_along
