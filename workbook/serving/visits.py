"""Who may ask for what: a page where someone opens one, a kernel for the page that reached it first."""

from __future__ import annotations

from typing import Any

from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.httputil import HTTPHeaders
from tornado.web import HTTPError, RequestHandler
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workbook.serving.room import Room

OWNER = "infoview-page"
"""The cookie by which a kernel knows its page: the page's script thinks up its value, as early as it can."""
AHEAD = ("Purpose", "X-Purpose", "X-Moz", "Sec-Purpose")
"""Headers by which browsers say that they load a page in case it is wanted, or to show a picture of it."""


class PageHandler(TornadoVoilaHandler):
    """Makes a page, which takes a kernel, where a person opens one: for no picture, preview or script."""

    async def get(self, path: str | None = None) -> None:
        """Make the page, when its turn has come.

        Raises:
            HTTPError: Nobody opens a page by this request, or the room is full.
        """
        if not opens_page(self.request.headers):
            raise HTTPError(403)
        async with self.kernel_manager.place():
            if not self.request.connection.stream.closed():
                await super().get(path)


def opens_page(headers: HTTPHeaders) -> bool:
    """Say whether a request comes from someone who opens a page, by what browsers tell of themselves.

    They tell what a reply is for on https and on this machine alone (Fetch Metadata); elsewhere the kinds of
    reply they accept must do.
    """
    if any(name in headers for name in AHEAD):
        return False
    if "Sec-Fetch-Dest" in headers:
        return headers["Sec-Fetch-Dest"] == "document"
    return "text/html" in headers.get("Accept", "")


class OfOwnKernel(RequestHandler):
    """Answers about the asker's own kernel; another's is not there for them."""

    kernel_manager: Room

    async def prepare(self, **settings: Any) -> None:  # noqa: ANN401 - handed on as they are
        """Look whose kernel it is, before anything is done about it.

        Raises:
            HTTPError: It is another's, or there is none.
        """
        await super().prepare(**settings)  # type: ignore[misc] # a mixin's, and all of Jupyter's are awaited
        (kernel_id,) = (*self.path_args, *self.path_kwargs.values())
        if not self._finished and not self.kernel_manager.belongs(kernel_id, self.get_cookie(OWNER) or ""):
            raise HTTPError(404)


class OwnKernel(OfOwnKernel, KernelHandler):
    """Tells how a page's own kernel is, or ends it."""


class OwnLine(OfOwnKernel, VoilaKernelWebsocketHandler):
    """The line to a page's own kernel."""

    async def open(self, kernel_id: str) -> None:
        """Have every word sent on at once: they are short, and someone waits for each."""
        self.set_nodelay(value=True)
        await super().open(kernel_id)

    def on_message(self, ws_message: str | bytes) -> None:
        """Hand a frame on, unless the line has just been closed for the one before it."""
        if self.connection is not None and self.ws_connection is not None:
            super().on_message(ws_message)


class OwnEnd(OfOwnKernel, VoilaShutdownKernelHandler):
    """Ends a page's own kernel, when the page is left."""


IN_PLACE_OF = {own.__bases__[-1]: own for own in (OwnKernel, OwnLine, OwnEnd, PageHandler)}
"""Which handler of ours answers where Voilà has which."""
