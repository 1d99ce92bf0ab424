"""`infoview lab`: the notebooks in JupyterLab, in a folder of the person's own."""

from __future__ import annotations

import json
import re
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Servers, new_machine

NOTIFICATIONS = "@jupyterlab/apputils-extension:notification"


@pytest.fixture(scope="module")
def standing_lab(tmp_path_factory):
    """One JupyterLab for all that is asked once it stands."""
    folder = tmp_path_factory.mktemp("lab")
    standing = Servers(new_machine(folder), folder)
    yield standing.infoview("lab")
    standing.stop()


def test_it_opens_the_first_notebook_in_a_folder_of_the_persons_own(lab, page):
    server = lab()
    own = server.home / "home" / "infoview" / "notebooks"
    assert (own / "01-today.ipynb").exists()
    assert not (own / "app.ipynb").exists()
    page.goto(server.url)
    expect(page.get_by_role("heading", name=re.compile("Today")).first).to_be_visible()
    page.close()
    server.stop()
    assert server.process.stdout.read() == ""


def test_jupyterlab_neither_asks_for_nor_fetches_news_nor_looks_for_updates_nor_installs(standing_lab):
    with urlopen(standing_lab.url, timeout=30) as reply:
        text = reply.read().decode()
    assert '"news": {"disabled": true}' in text
    assert '"name": "read-only"' in text
    settings = standing_lab.url.replace("/lab/tree/01-today.ipynb", f"/lab/api/settings/{NOTIFICATIONS}")
    with urlopen(settings, timeout=30) as reply:
        asked = json.load(reply)["schema"]["properties"]
    assert (asked["fetchNews"]["default"], asked["checkForUpdates"]["default"]) == ("false", False)


def test_the_kernels_find_the_persons_logbook(standing_lab, page):
    page.goto(standing_lab.url)
    page.get_by_role("heading", name=re.compile("Today")).first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_label("Your name").first.fill("Zaphod Quillfeather")
    page.keyboard.press("Tab")
    expect(page.get_by_text(re.compile("^Saved")).first).to_be_visible()
    assert (standing_lab.home / "home" / "infoview" / "mine.infoview").exists()
