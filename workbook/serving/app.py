"""Voilà, told to serve the one app page, to print one address and to leave nothing behind."""

from __future__ import annotations

import logging
import os
import threading
import webbrowser
from collections.abc import Callable
from socket import socket
from typing import Any

import click
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.log import access_log
from tornado.web import HTTPError, RequestHandler
from traitlets.config import Config
from voila.app import Voila
from voila.handler import BaseVoilaHandler

from infoview.content import sentence
from workbook.serving.addresses import is_loopback, listening_sockets, page_address, port_of
from workbook.serving.ending import on_stop
from workbook.serving.forked import FORKING, can_fork
from workbook.serving.kernels import PageKernels
from workbook.serving.places import APP, PACKAGE, notebooks_folder, shipped
from workbook.serving.templates import compile_once

JUPYTER = PACKAGE / "serving" / "jupyter"
POLICY = JUPYTER / "voila" / "templates" / "infoview" / "content-policy.txt"

TEMPLATE_FILES = r"voila/templates/([\w-]+/static(?:/[\w@+-][\w.@+-]*)+)"
"""Files of a page's template by their plain names: none that begins with a point, nothing encoded."""


class Nowhere(BaseVoilaHandler):
    """Answers at every address where there is nothing, in the page's own words."""

    def get(self) -> None:
        """Say that there is nothing here."""
        raise HTTPError(404)

    head = post = put = patch = delete = get


class AppServer(Voila):
    """Voilà with our page around the app; its settings beyond these stand in `voila.json`."""

    sockets: list[socket]
    ready: Callable[[str], None]

    def init_handlers(self) -> list[tuple[Any, ...]]:
        """List what is served, and nothing besides: Voilà's own answers elsewhere lead astray, or fail."""
        base = self.server_url.rstrip("/")
        narrowed = {f"{base}/(.*)": f"{base}/()", f"{base}/voila/templates/(.*)": f"{base}/{TEMPLATE_FILES}"}
        known = [
            (narrowed.get(pattern, pattern), *rest)
            for pattern, *rest in super().init_handlers()
            if pattern != "/logout"
        ]
        return [*known, (r".*", Nowhere, {"voila_configuration": self.voila_configuration})]

    def listen(self) -> None:
        """Serve until Ctrl-C, or until the terminal or the system ends it; then end every kernel."""
        server = HTTPServer(self.app)
        server.add_sockets(self.sockets)
        self.ioloop = IOLoop.current()
        on_stop(lambda: self.ioloop.add_callback_from_signal(self.ioloop.stop))
        self.ready(page_address(self.ip, self.port, self.token))
        try:
            self.ioloop.start()
        finally:
            server.stop()
            self.stop()


def serve(*, ip: str, port: int | None, token: str, browser: bool, verbose: bool = False) -> None:
    """Serve the app page until it is stopped.

    Args:
        ip: The address of this machine to listen at.
        port: The port to listen at, 0 for any free one, None for the first free one from Voilà's own.
        token: What a visitor must know to come in; empty lets everyone in who can reach the address.
        browser: Whether to open the page in the person's browser.
        verbose: Whether to say what goes wrong, for those who look after the server.

    Raises:
        InputError: The address or the port cannot be used.
    """
    sockets = listening_sockets(ip, port)
    level = logging.WARNING if verbose else logging.CRITICAL
    logging.basicConfig(level=level, format="%(message)s")
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # a page closed in mid-sentence is no error
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(JUPYTER), os.environ.get("JUPYTER_PATH")]))

    def ready(url: str) -> None:
        click.echo(sentence("serving.app_open", url=url))
        if browser:
            threading.Thread(target=webbrowser.open, args=[url], daemon=True).start()

    compile_once()
    config = settings(ip, verbose=verbose)
    if can_fork():
        config.PageKernels.kernel_manager_class = FORKING
    app = AppServer.instance(config=config, log_level=level)
    app.sockets, app.ready = sockets, ready
    app.ip, app.port, app.token = ip, port_of(sockets), token
    app.initialize([])
    app.start()


def settings(ip: str, *, verbose: bool = False) -> Config:
    """Say how Voilà serves the app here; `voila.json` says what holds wherever the app is served."""
    notebook = notebooks_folder() / APP
    headers = {
        "Content-Security-Policy": f"{POLICY.read_text(encoding='utf-8')}; frame-ancestors 'self'",
        "X-Content-Type-Options": "nosniff",
    }
    config = Config()
    config.Voila.config_file_paths = [str(shipped("voila.json").parent)]
    config.Voila.notebook_path = str(notebook)
    config.Voila.root_dir = str(notebook.parent)
    config.Voila.tornado_settings = {
        "headers": headers,
        "log_function": log_failures,
        # Another site whose name was turned to this machine's own address is refused by its name.
        "allow_remote_access": not is_loopback(ip),
        "local_hostnames": ["localhost"],
    }
    config.VoilaConfiguration.multi_kernel_manager_class = PageKernels
    config.PageKernels.heard = verbose
    config.KernelManager.transport_encryption = "auto"
    # The Python that runs this program, whatever kernels the person has installed besides.
    config.KernelSpecManager.kernel_dirs = []
    return config


def log_failures(handler: RequestHandler) -> None:
    """Log what failed on the server's side, by its path alone; what people ask for is theirs."""
    if handler.get_status() >= 500:  # noqa: PLR2004 - HTTP's own number for "the server failed"
        access_log.error("%d %s %s", handler.get_status(), handler.request.method, handler.request.path)
