"""Binder: a plain Jupyter server in the repository's root, under an address nobody could guess."""

from __future__ import annotations

import json
import re
import secrets
import tomllib
from urllib.request import urlopen

from playwright.sync_api import expect

from tests.browser.conftest import ROOT, until

APP = "voila/render/notebooks/app.ipynb"
FIRST = "lab/tree/notebooks/01-today.ipynb"
WORDS = "Zaphod Quillfeather"


def test_both_addresses_open_and_a_visitors_words_stay_in_memory(binder, page, visitors):
    base, token = f"/user/{secrets.token_hex(8)}/", secrets.token_hex(16)
    server = binder(base, token)

    def kernels() -> list[str]:
        with urlopen(f"{server.url}api/kernels?token={token}", timeout=20) as reply:
            return [kernel["execution_state"] for kernel in json.load(reply)]

    page.goto(f"{server.url}{APP}?token={token}")
    page.get_by_label("Your name").fill(WORDS)
    page.keyboard.press("Tab")
    expect(page).to_have_title(re.compile("infoview"))
    assert len(kernels()) == 1
    other = visitors.new()
    other.goto(f"{server.url}{APP}?token={token}")
    expect(other.get_by_label("Your name")).to_have_value("")
    other.close()
    assert until(lambda: len(kernels()) == 1)

    page.goto(f"{server.url}{FIRST}")
    expect(page.get_by_role("heading", name=re.compile("Today")).first).to_be_visible()
    expect(page.get_by_text("Would you like to receive official Jupyter news")).to_have_count(0)
    assert until(lambda: kernels() == ["idle"])  # the app's is gone, the notebook's is there

    page.close()
    server.stop()
    files = [path for path in server.home.rglob("*") if path.is_file()]
    assert server.log in files
    assert [path for path in files if WORDS.encode() in path.read_bytes()] == []


def test_six_hasty_reloads_leave_no_kernels_and_the_settings_are_really_read(binder, page):
    token = "a-token"
    server = binder(token=token)
    for _ in range(6):
        page.goto(f"{server.url}infoview?token={token}", wait_until="commit")
    expect(page.get_by_label("Your name")).to_be_visible()
    assert page.url.split("?")[0] == f"{server.url}{APP}"
    with urlopen(f"{server.url}{APP}?token={token}", timeout=60) as reply:
        assert "default-src 'self'" in reply.headers["Content-Security-Policy"]
    page.close()
    assert server.has_kernels(0, 90)


def test_no_one_comes_in_without_the_token(binder, page):
    server = binder()
    page.goto(server.url + APP)
    expect(page.get_by_label(re.compile("Password or token"))).to_be_visible()


def test_what_binder_installs_is_pinned_and_comes_from_the_package_index():
    lines = (ROOT / "binder" / "requirements.txt").read_text().splitlines()
    packages = [line for line in lines if not line.startswith("#")]
    assert packages
    assert [line for line in packages if not re.fullmatch(r"[a-z0-9-]+==[0-9.]+", line)] == []


def test_binder_installs_everything_the_package_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = {re.match(r"[a-z0-9-]+", line)[0] for line in project["dependencies"]}
    pinned = {line.split("==")[0] for line in (ROOT / "binder" / "requirements.txt").read_text().splitlines()}
    assert names
    assert names - pinned == set()
