"""A real JupyterHub under a base URL: everyone has a server, chapters and a logbook, and nobody another's."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, until

PROXY = os.environ.get("CONFIGURABLE_HTTP_PROXY") or shutil.which("configurable-http-proxy")
SHIPPED = ROOT / "workbook" / "serving" / "jupyter"
BASE = "/careers"
SETTINGS = """
c.JupyterHub.bind_url = "http://127.0.0.1:{port}{base}/"
c.JupyterHub.hub_port = {hub}
c.JupyterHub.spawner_class = "simple"
c.JupyterHub.authenticator_class = "dummy"
c.JupyterHub.cookie_secret_file = "{place}/cookie"
c.JupyterHub.db_url = "sqlite:///{place}/hub.sqlite"
c.ConfigurableHTTPProxy.command = ["{proxy}"]
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.pid_file = "{place}/proxy.pid"
c.DummyAuthenticator.password = "sesame"
c.Authenticator.allow_all = True
c.SimpleLocalProcessSpawner.home_dir_template = "{place}/homes/{{username}}"
c.Spawner.cmd = ["{singleuser}"]
c.Spawner.args = ["--allow-root"]
c.Spawner.default_url = "/infoview"
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120
c.Spawner.environment = {{"JUPYTER_CONFIG_PATH": "{config}", "JUPYTER_PATH": "{data}"}}
"""


@pytest.fixture
def hub(start, place):
    """A hub for two users, with what `pip install infoview` would bring to its image."""
    if not (find_spec("jupyterhub") and PROXY):
        pytest.skip("JupyterHub and configurable-http-proxy aren't both installed here, so no hub was run.")
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(3)]
    port, hub, api = (probe.getsockname()[1] for probe in probes)
    for probe in probes:
        probe.close()
    config = place / "etc"  # where the wheel lays these, below an environment's etc/jupyter
    config.mkdir()
    for file in (SHIPPED / "config" / "jupyter_server_config.json", ROOT / "voila.json"):
        shutil.copy(file, config)
    written = place / "jupyterhub_config.py"
    written.write_text(
        SETTINGS.format(
            port=port,
            hub=hub,
            api=api,
            base=BASE,
            place=place,
            proxy=PROXY,
            singleuser=Path(sys.executable).parent / "jupyterhub-singleuser",
            config=config,
            data=SHIPPED,
        )
    )
    server = start(sys.executable, "-m", "jupyterhub", "--config", written)
    server.url = f"http://127.0.0.1:{port}{BASE}"

    def is_up() -> bool:
        with suppress(OSError), urlopen(f"{server.url}/hub/health", timeout=5) as reply:
            return reply.status == 200
        return False

    assert until(is_up, 60), server.log.read_text()
    return server


def come_in(hub, page, name: str) -> None:
    """Log in, and wait for the app."""
    page.goto(f"{hub.url}/hub/login")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("sesame")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Your name").wait_for(timeout=120_000)


def test_two_users_have_the_app_and_the_chapters_and_neither_reaches_the_others(hub, page, visitors, place):
    other = visitors.new()
    for name, person in ("ada", page), ("ben", other):
        come_in(hub, person, name)
        assert f"{BASE}/user/{name}/voila/render/infoview/notebooks/app.ipynb" in person.url
        person.get_by_label("Your name").fill(f"{name} Quillfeather")
        person.keyboard.press("Tab")
        expect(person.get_by_role("status").filter(has_text=re.compile("^Saved"))).to_be_visible()
        logbook = place / "homes" / name / "infoview" / "mine.infoview"
        assert logbook.stat().st_mode & 0o777 == 0o600
        assert f"{name} Quillfeather".encode() in logbook.read_bytes()
    for path in ("infoview", "lab", "api/contents"):
        refused = other.request.get(f"{hub.url}/user/ada/{path}")
        assert refused.status in {403, 404}, path
        assert "Quillfeather" not in refused.text()

    page.goto(f"{hub.url}/user/ada/lab/tree/infoview/notebooks/01-today.ipynb")
    expect(page.get_by_role("heading", name=re.compile("Today")).first).to_be_visible(timeout=60_000)
