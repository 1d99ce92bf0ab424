"""The wheel, as people install it: built, put into a new environment outside the checkout, opened once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from itertools import chain
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT, printed_url

EDITABLE = "_infoview"  # what puts the checkout itself on the path of the environment the tests run in


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(build, check=True, capture_output=True, timeout=300)
    (built,) = folder.glob("infoview-*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory):
    """A new environment with the wheel in it, and on loan all that the wheel builds on."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True, timeout=120)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel]
    subprocess.run(pip, check=True, capture_output=True, timeout=300)
    lent = Path(sysconfig.get_path("purelib"))
    own = Path(
        subprocess.check_output(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
        ).strip()
    )
    for place in lent.iterdir():
        if not (own / place.name).exists() and EDITABLE not in place.name and "infoview" not in place.name:
            (own / place.name).symlink_to(place)
    lent_data = Path(sys.prefix) / "share" / "jupyter"
    for place in chain.from_iterable(
        lent_data.glob(of) for of in ("nbconvert", "lab/*", "voila/*", "voila/templates/*")
    ):
        target = folder / "share" / "jupyter" / place.relative_to(lent_data)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            target.symlink_to(place)
    for place in lent_data.glob("labextensions/*"):  # the server follows no link that leads out of its folder
        shutil.copytree(
            place, folder / "share" / "jupyter" / place.relative_to(lent_data), dirs_exist_ok=True
        )
    return python


def test_everything_the_app_needs_is_in_the_wheel(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.check_output(
        ["git", "ls-files", "infoview", "workbook", "notebooks"], cwd=ROOT, text=True
    ).split("\n")
    expected = {f"workbook/{name}" if name.startswith("notebooks/") else name for name in tracked if name}
    assert {"workbook/notebooks/app.ipynb", "workbook/voila.json"} <= inside
    assert expected - inside == set()


def test_the_installed_package_is_the_wheels(environment, tmp_path):
    code = "import infoview, workbook; print(infoview.__file__, workbook.__file__)"
    places = subprocess.check_output([environment, "-c", code], cwd=tmp_path, text=True)
    assert str(ROOT) not in places


def test_the_doctor_finds_nothing_lacking(environment, machine, tmp_path):
    run = subprocess.run(
        [environment.parent / "infoview", "doctor"],
        cwd=tmp_path,
        env=machine,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_the_app_opens_from_anywhere(environment, start, page):
    path = os.pathsep.join([str(environment.parent), os.environ["PATH"]])
    server = printed_url(
        start(environment.parent / "infoview", "app", "--no-browser", "--port", "0", PATH=path)
    )
    page.goto(server.url)
    page.get_by_role("button", name="Find contacts").first.click()
    page.get_by_role("heading", name="Find contacts").first.wait_for()
