"""What a Jupyter server offers where infoview is installed: one address that opens the workbook.

On a JupyterHub, `/user/NAME/infoview` lays the chapters into the person's home and opens the app; the logbook
there is theirs, and nobody else's. Installing the package is all that is needed: its settings for the server,
for Voilà and for JupyterLab come with it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join
from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import authenticated

from infoview.content import words
from workbook.serving.app import Careful
from workbook.serving.copies import keep_up
from workbook.serving.places import APP, notebooks_folder

CHAPTERS = Path("infoview") / "notebooks"
"""Where the chapters are laid, below the server's own folder."""


class Open(JupyterHandler):
    """Lays the chapters into the person's home, and opens the app."""

    @authenticated
    def get(self) -> None:
        """Lead to the app: its page can be reloaded and kept as a bookmark."""
        root = Path(self.settings["server_root_dir"]).expanduser()
        page = lay_out(notebooks_folder(), root).relative_to(root)
        self.redirect(url_path_join(self.base_url, "voila/render", page.as_posix()))


def lay_out(shipped: Path, root: Path) -> Path:
    """Bring the chapters and the app to where the server finds them; what is the person's own stays.

    Args:
        shipped: The folder of the notebooks as they come with the program.
        root: The folder that the server shows.

    Returns:
        The app's notebook.
    """
    if shipped.is_relative_to(root):  # a checkout, as on Binder
        return shipped / APP
    keep_up(shipped, root / CHAPTERS)
    return Path(shutil.copyfile(shipped / APP, root / CHAPTERS / APP))


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    """Add the address, words for Voilà's pages, and the content policy as a header of what is Voilà's."""
    settings = server.web_app.settings
    address = url_path_join(server.base_url, "infoview/?")
    server.web_app.add_handlers(".*$", [(address, Open)])
    if "voila_jinja2_env" in settings:
        settings["voila_jinja2_env"].globals["said"] = words("serving")["page"]
    server.web_app.transforms.append(CarefulOfPages)


class CarefulOfPages(Careful):
    """Sends the headers of a page with Voilà's pages; JupyterLab has a policy of its own."""

    def __init__(self, request: HTTPServerRequest) -> None:
        """See whose page is asked for."""
        self._ours = "/voila/" in request.path

    def transform_first_chunk(
        self,
        status_code: int,
        headers: HTTPHeaders,
        chunk: bytes,
        finishing: bool,  # noqa: FBT001 - Tornado's own
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Put the headers on Voilà's pages in place of Jupyter's own policy."""
        if self._ours:
            headers.pop("Content-Security-Policy", None)
            return super().transform_first_chunk(status_code, headers, chunk, finishing)
        return status_code, headers, chunk
