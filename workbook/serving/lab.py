"""JupyterLab over a person's own copies of the notebooks, asking nothing of the internet."""

from __future__ import annotations

import secrets
import threading
import warnings
import webbrowser
from pathlib import Path

import click
from jupyterlab.handlers.announcements import NeverCheckForUpdate
from jupyterlab.labapp import LabApp
from traitlets.config import Config

from infoview.content import sentence
from workbook.serving.addresses import free_port, page_address
from workbook.serving.copies import keep_up
from workbook.serving.ending import on_stop
from workbook.serving.places import notebooks_folder, own_notebooks
from workbook.serving.saving import leave_out_logbook

FIRST = "01-today.ipynb"
LAB_SETTINGS = Path(__file__).parent / "jupyter" / "lab" / "settings"
"""What JupyterLab would ask a newcomer about before anything else, answered with no."""

LAB_EXTENSIONS = Path(__file__).parent / "jupyter" / "labextensions"
"""What lets a chapter run by itself; it is found here in a checkout, too."""


def serve(folder: Path | None, *, port: int | None, browser: bool) -> None:
    """Open the notebooks in JupyterLab until it is stopped.

    Args:
        folder: Where the person's own copies are kept; None for the usual place in their home.
        port: The port to listen at, 0 for any free one, None for the first free one.
        browser: Whether to open the page in the person's browser.

    Raises:
        InputError: The port cannot be used.
    """
    place = (folder or own_notebooks()).expanduser().absolute()
    listen_at = free_port("localhost", port)
    for name in keep_up(notebooks_folder(), place):
        click.echo(sentence("serving.updated", name=name))
    token = secrets.token_hex(16)
    warnings.filterwarnings("ignore", module="traitlets")  # of names that Jupyter itself has outgrown
    server = LabApp.initialize_server(argv=[], config=settings(place, listen_at, token))
    on_stop(lambda: server.stop(from_signal=True))

    def ready() -> None:
        tell(page_address("localhost", server.port, token, first_page(place)), browser=browser)

    server.io_loop.add_callback(ready)
    server.start()


def tell(url: str, *, browser: bool) -> None:
    """Print the address, now that there is someone to answer at it, and open it."""
    click.echo(sentence("serving.lab_open", url=url))
    if browser:
        threading.Thread(target=webbrowser.open, args=[url], daemon=True).start()


def first_page(place: Path) -> str:
    """Name the page to begin at: the first notebook, unless the person took it away."""
    return f"lab/tree/{FIRST}" if (place / FIRST).exists() else "lab"


def settings(place: Path, port: int, token: str) -> Config:
    """Say how JupyterLab is served: in one folder, and without news, updates or a shop for extensions."""
    config = Config()
    config.ServerApp.root_dir = str(place)
    config.ServerApp.port = port
    config.ServerApp.ip = "localhost"
    config.ServerApp.open_browser = False
    config.IdentityProvider.token = token
    config.Application.log_level = "ERROR"
    config.ServerApp.allow_root = True
    config.LabApp.app_settings_dir = str(LAB_SETTINGS)
    config.LabApp.extra_labextensions_path = [str(LAB_EXTENSIONS)]
    config.LabApp.news_url = None
    config.LabApp.check_for_updates_class = NeverCheckForUpdate
    config.LabApp.extension_manager = "readonly"
    config.ContentsManager.pre_save_hook = leave_out_logbook
    config.KernelManager.transport_encryption = "auto"
    config.KernelSpecManager.kernel_dirs = []
    return config
