"""The three floors: `infoview` knows no Jupyter, and pages appear without the heavy libraries."""

from __future__ import annotations

import subprocess
import sys

JUPYTER = ("IPython", "ipykernel", "ipywidgets", "anywidget", "traitlets", "voila", "tornado", "jupyter*",
           "workbook")  # fmt: skip
HEAVY = ("pandas", "numpy", "matplotlib", "docx", "openpyxl", "rapidfuzz", "jinja2", "icalendar",
         "holidays")  # fmt: skip

EVERY_MODULE = """
import sys
from fnmatch import fnmatch
from importlib import import_module
from pkgutil import walk_packages

class Wall:
    def find_spec(self, name, path=None, target=None):
        if any(fnmatch(name.partition(".")[0], blocked) for blocked in {blocked}):
            raise ImportError(f"{{name}} stands behind the wall")

sys.meta_path.insert(0, Wall())
import infoview
modules = walk_packages(infoview.__path__, "infoview.")
names = [module.name for module in modules if "__main__" not in module.name]
for name in names:
    import_module(name)
print(len(names))
"""

EVERY_PAGE = """
import sys
import workbook
assert "ipywidgets" not in sys.modules, "the command line needs no widgets"
from infoview import sample
from infoview.dates import clock
from infoview.logbook import open_memory
from workbook.app import App
from workbook.chapters import STEPS
from workbook.window import Window
logbook = open_memory()
sample.write(logbook, clock.today())
logbook.remember("contact", str(logbook.meetings.find()[0].contact_id))
app = App(Window(logbook, strict=True))
for step in STEPS:
    app.stepper.receive({"type": "step", "key": step})
print(*sorted(name for name in {heavy} if name in sys.modules))
"""

EVERY_PAGE_WITHOUT_TOWNS = (
    EVERY_PAGE
    + """
from infoview.dates import places
print("towns" if places._towns.cache_info().currsize else "")
"""
)


def run(program):
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


def test_every_module_of_infoview_imports_where_there_is_no_jupyter_and_no_workbook():
    assert int(run(EVERY_MODULE.replace("{blocked}", repr(JUPYTER)).replace("{{name}}", "{name}"))) > 40


def test_the_wall_of_that_test_stands():
    program = EVERY_MODULE.replace("{blocked}", repr(("sqlite3",))).replace("{{name}}", "{name}")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "stands behind the wall" in done.stderr


def test_every_page_appears_without_the_heavy_libraries():
    assert run(EVERY_PAGE.replace("{heavy}", repr(HEAVY))) == ""


def test_no_page_reads_the_list_of_towns_before_a_place_is_typed():
    assert run(EVERY_PAGE_WITHOUT_TOWNS.replace("{heavy}", repr(HEAVY))) == ""
