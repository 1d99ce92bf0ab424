"""Voilà, told to serve the one app page, to print one address and to leave nothing behind."""

from __future__ import annotations

import logging
import os
import re
import threading
import webbrowser
from collections.abc import Callable
from functools import cache
from socket import socket
from ssl import SSLContext
from typing import Any

import click
from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.log import access_log
from tornado.web import GZipContentEncoding, OutputTransform, RequestHandler
from traitlets.config import Config
from voila.app import Voila

from infoview.content import sentence, words
from infoview.dates import clock
from workbook.serving.addresses import is_loopback, listening_sockets, port_of
from workbook.serving.ending import on_stop
from workbook.serving.forked import FORKING, can_fork
from workbook.serving.front import Front, FrontServer
from workbook.serving.places import APP, PACKAGE, notebooks_folder, shipped
from workbook.serving.room import Room
from workbook.serving.socket_frames import LARGEST, PageConnection
from workbook.serving.templates import compile_once
from workbook.serving.visits import IN_PLACE_OF
from workbook.serving.welcome import WELCOME, Welcome, hosts

JUPYTER = PACKAGE / "serving" / "jupyter"
POLICY = JUPYTER / "voila" / "templates" / "infoview" / "content-policy.txt"

COUNTED = 60
"""Seconds between two lines that say how full the room is."""
KEPT = 120
"""Seconds for which a room keeps the kernel of a page whose line was lost."""
TEMPLATE_FILES = r"voila/templates/([\w-]+/static(?:/[\w@+-][\w.@+-]*)+)"
"""Files of a page's template by their plain names: none that begins with a point, nothing encoded."""


BOUNDS = {
    "max_body_size": 1_000_000,
    "body_timeout": 30,
    "idle_connection_timeout": 60,
    "max_buffer_size": 2 * LARGEST,
}
"""What one request may send, in bytes, how long it may take for that, in seconds, and how long do nothing."""
HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}


class Careful(OutputTransform):
    """Tells browsers, with all that is sent, what a page may load, and to take nothing for what it is not."""

    def __init__(self, request: HTTPServerRequest) -> None:
        """Do the same for every request."""

    def transform_first_chunk(
        self,
        status_code: int,
        headers: HTTPHeaders,
        chunk: bytes,
        finishing: bool,  # noqa: ARG002, FBT001 - Tornado's own
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Put the headers on a reply that has none of its own."""
        for name, value in {**HEADERS, "Content-Security-Policy": policy()}.items():
            if name not in headers:
                headers[name] = value
        return status_code, headers, chunk


@cache
def policy() -> str:
    """Say what a page may load: what is served here, and nothing from anywhere else."""
    return f"{POLICY.read_text(encoding='utf-8')}; frame-ancestors 'self'"


class Nowhere(RequestHandler):
    """Answers wherever there is nothing, in the page's own words, and never tells where the page is."""

    def prepare(self) -> None:
        """Say that there is nothing here."""
        self.set_status(404)
        self.finish(self.settings["voila_jinja2_env"].get_template("error.html").render(status_code=404))


class Health(RequestHandler):
    """Tells those who watch the server that it answers, and how full the room is."""

    def get(self) -> None:
        """Tell how many visitors there are, and how many there is room for; 0 where one person is at home."""
        room: Room = self.settings["kernel_manager"]
        self.finish({"visitors": room.visitors, "room": room.size})


class AppServer(Voila):
    """Voilà with our page around the app; its settings beyond these stand in `voila.json`."""

    sockets: list[socket]
    front: Front
    certificate: SSLContext | None
    ready: Callable[[str], None]
    welcomes: bool

    def init_handlers(self) -> list[tuple[Any, ...]]:
        """List what is served, and nothing besides: Voilà's own answers elsewhere lead astray, or fail."""
        base = self.server_url.rstrip("/")
        narrowed = {f"{base}/(.*)": f"{base}/()", f"{base}/voila/templates/(.*)": f"{base}/{TEMPLATE_FILES}"}
        known = [
            (narrowed.get(pattern, pattern), IN_PLACE_OF.get(handler, handler), *rest)
            for pattern, handler, *rest in super().init_handlers()
            if pattern != "/logout"
        ]
        ours: list[tuple[Any, ...]] = [(f"{base}/health", Health)]
        if self.welcomes:
            known_by = {"addresses": self.addresses(), "secret": bool(self.token)}
            ours.append((f"{base}/{WELCOME}", Welcome, known_by))
        return [*ours, *known, (r".*", Nowhere)]

    def addresses(self) -> list[str]:
        """List the addresses by which people reach the room from their own machines, the best first."""
        path = self.base_url.lstrip("/")
        names = [self.front.name] if self.front.name else hosts(self.ip)
        return [self.front.address(name, self.port, self.token, path) for name in names]

    def listen(self) -> None:
        """Serve until Ctrl-C, or until the terminal or the system ends it; then end every kernel."""
        self.app.settings["voila_jinja2_env"].globals["said"] = words("serving")["page"]
        self.app.transforms.append(Careful)
        if self.kernel_manager.size:
            self.app.transforms.append(GZipContentEncoding)
            PeriodicCallback(self.count, COUNTED * 1000).start()
        server = FrontServer(self.app, ssl_options=self.certificate, **BOUNDS)
        server.add_sockets(self.sockets)
        self.ioloop = IOLoop.current()
        on_stop(lambda: self.ioloop.add_callback_from_signal(self.ioloop.stop))
        self.ready(self.front.address(self.ip, self.port, self.token, self.base_url.lstrip("/")))
        if self.welcomes:
            here = self.front.address(self.ip, self.port, "", self.base_url.lstrip("/") + WELCOME)
            reached = " ".join(self.addresses()) or sentence("serving.reached_by_none")
            click.echo(sentence("serving.welcoming", url=here, addresses=reached))
        try:
            self.ioloop.start()
        finally:
            server.stop()
            self.stop()

    def count(self) -> None:
        """Say how many came since this was last said, and how many are there: numbers, and nobody's name."""
        room: Room = self.kernel_manager
        told = room.told_of()
        click.echo(sentence("serving.counts", time=f"{clock.now():%H:%M}", room=room.size, **told))


def serve(
    *,
    ip: str,
    port: int | None,
    token: str,
    key: str = "",
    front: Front = Front(),  # noqa: B008 - it never changes
    browser: bool,
    room: int = 0,
    verbose: bool = False,
) -> None:
    """Serve the app page until it is stopped.

    Args:
        ip: The address of this machine to listen at.
        port: The port to listen at, 0 for any free one, None for the first free one from Voilà's own.
        token: What a visitor must know to come in; empty lets everyone in who can reach the address.
        key: A secret that stands in the address itself, before all else, so that a bookmark has it; or empty.
        front: The name, path and certificate by which people reach it.
        browser: Whether to open the page in the person's browser.
        room: How many visitors there is room for; 0 where one person is at home.
        verbose: Whether to say what goes wrong, for those who look after the server.

    Raises:
        InputError: The address, the port or the certificate cannot be used.
    """
    certificate = front.certificate()
    sockets = listening_sockets(ip, port)
    level = logging.WARNING if verbose else logging.CRITICAL
    said = logging.StreamHandler()
    said.setFormatter(WithoutIds())
    logging.basicConfig(level=level, handlers=[said])
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # a page closed in mid-sentence is no error
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(JUPYTER), os.environ.get("JUPYTER_PATH")]))

    def ready(url: str) -> None:
        said = "serving.room_open" if room else "serving.app_open"
        click.echo(sentence(said, url=url, room=room))
        if browser:
            threading.Thread(target=webbrowser.open, args=[url], daemon=True).start()

    compile_once()
    config = settings(ip, name=front.name, room=room, verbose=verbose)
    if can_fork():
        config.Room.kernel_manager_class = FORKING
    app = AppServer.instance(config=config, log_level=level)
    app.sockets, app.ready, app.front, app.certificate = sockets, ready, front, certificate
    app.welcomes = room > 0
    app.ip, app.port, app.token = ip, port_of(sockets), token
    app.base_url = front.path(key)
    app.initialize([])
    app.start()


def settings(ip: str, *, name: str = "", room: int = 0, verbose: bool = False) -> Config:
    """Say how Voilà serves the app here; `voila.json` says what holds wherever the app is served."""
    notebook = notebooks_folder() / APP
    config = Config()
    config.Voila.config_file_paths = [str(shipped("voila.json").parent)]
    config.Voila.notebook_path = str(notebook)
    config.Voila.root_dir = str(notebook.parent)
    config.Voila.tornado_settings = {
        # Not Jupyter's own policy, which is for pages of another kind.
        "headers": {"Content-Security-Policy": policy()},
        "websocket_max_message_size": LARGEST,
        "log_function": log_failures,
        # Another site whose name was turned to this machine's own address is refused by its name.
        "allow_remote_access": not (name or is_loopback(ip)),
        "local_hostnames": ["localhost", *([name] if name else [])],
    }
    config.Voila.logging_config = {"formatters": {"console": {"class": f"{__name__}.WithoutIds"}}}
    config.Voila.kernel_websocket_connection_class = PageConnection
    config.VoilaConfiguration.multi_kernel_manager_class = Room
    config.Room.heard = verbose
    if room:
        config.Room.size, config.Room.bounded = room, True
        config.Room.cull_idle_timeout = KEPT
    # A kernel that ended is not started again: it would know nothing, while its page looks as if it did.
    config.KernelRestarter.restart_limit = 0
    config.IdentityProvider.cookie_options = {"expires_days": None, "samesite": "Lax"}
    config.KernelManager.transport_encryption = "auto"
    # The Python that runs this program, whatever kernels the person has installed besides.
    config.KernelSpecManager.kernel_dirs = []
    return config


ID = re.compile(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")


class WithoutIds(logging.Formatter):
    """Leaves the names of kernels out of what is logged: they are their pages' own."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a line of the log."""
        return ID.sub("…", super().format(record))


def log_failures(handler: RequestHandler) -> None:
    """Log what failed on the server's side, by its path alone; what people ask for is theirs."""
    if handler.get_status() >= 500:  # noqa: PLR2004 - HTTP's own number for "the server failed"
        access_log.error("%d %s %s", handler.get_status(), handler.request.method, handler.request.path)
