"""One kernel a page: ended when its page is left, and at the latest when nobody has come back to it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from subprocess import DEVNULL
from typing import Any

from jupyter_client.session import utcnow
from jupyter_server.base.call_context import CallContext
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.ioloop import IOLoop
from traitlets import Bool, Integer, default


class PageKernels(AsyncMappingKernelManager):
    """Ends the kernels that Voilà leaves behind.

    A loaded page ends its kernel itself when it is left. A page whose connection broke may come back, so its
    kernel is kept for `cull_idle_timeout`. A page that was left while it loaded never reaches its kernel, and
    nobody will come back to that one: it ends a moment after.
    """

    unreached_timeout = Integer(45, config=True)
    """Seconds a kernel waits for its page to connect."""
    abandoned_timeout = Integer(4, config=True)
    """Seconds until a page left while loading loses its kernel."""
    heard = Bool(default_value=False, config=True)
    """Whether the errors in kernels are said in the terminal."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(**settings)
        self._reached: set[str] = set()

    @default("cull_idle_timeout")
    def _ten_minutes(self) -> int:
        return 600

    @default("cull_interval")
    def _four_times_a_minute(self) -> int:
        return 15

    # Jupyter's own asynchronous managers override the synchronous one so, too.
    async def start_kernel(self, **settings: Any) -> str:  # type: ignore[override]  # noqa: ANN401
        """Start a kernel, and watch the page it is for until that page is loaded.

        What the kernel itself would write to this terminal goes nowhere: it could hold what a person typed.
        Where its errors are to be heard, they alone are said, without a visitor's words (`Session`).
        """
        if self.heard:
            settings |= {"stderr": None, "extra_arguments": ["--IPKernelApp.quiet=False"]}
        else:
            settings |= {"stderr": DEVNULL}
        kernel_id: str = await super().start_kernel(**settings, stdout=DEVNULL)
        handler = CallContext.get(CallContext.JUPYTER_HANDLER)
        if handler is not None:
            end = partial(self._end_unreached, kernel_id)
            later = partial(IOLoop.current().call_later, self.abandoned_timeout, end)
            handler.request.connection.set_close_callback(later)
        return kernel_id

    def notify_connect(self, kernel_id: str) -> None:
        """Remember that a page reached this kernel."""
        self._reached.add(kernel_id)
        super().notify_connect(kernel_id)

    def remove_kernel(self, kernel_id: str) -> Any:  # noqa: ANN401 - handed on as it is
        """Forget the kernel once it has ended."""
        self._reached.discard(kernel_id)
        return super().remove_kernel(kernel_id)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End the kernel if its page never came, or else if it has been left for long."""
        waited = utcnow() - self._kernels[kernel_id].last_activity
        if waited > timedelta(seconds=self.unreached_timeout):
            await self._end_unreached(kernel_id)
        if kernel_id in self:
            await super().cull_kernel_if_idle(kernel_id)

    async def _end_unreached(self, kernel_id: str) -> None:
        if kernel_id in self and kernel_id not in self._reached:
            await self.shutdown_kernel(kernel_id)
