"""The room: how many pages can be open at once, whose each kernel is, and what a kernel may take."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from hmac import compare_digest
from pathlib import Path
from typing import Any

from tornado.web import HTTPError
from traitlets import Bool, Integer

from workbook.serving.kernels import PageKernels

try:
    import resource
except ImportError:  # Windows has none of these limits
    resource = None  # type: ignore[assignment]

SERVER_MEMORY, KERNEL_MEMORY = 90_000_000, 50_000_000
"""Bytes that the server takes, and each page besides, as measured with thirty visitors."""
KERNEL_FILES, SERVER_FILES = 18, 100
"""Open files and sockets that each page takes of the server, and that it needs for itself."""
MOST_FILES = 10_240
"""The most open files that macOS lets a program ask for."""
TURNS = 3
"""Pages made at once: with more, all of them come late; with fewer, the processor waits."""
SECRET = 16
"""The least letters of what a page thinks up to be known by."""
MEMORY, CGROUP = Path("/proc/meminfo"), Path("/sys/fs/cgroup")
UNKNOWN_MEMORY = 2_000_000_000
"""Bytes to reckon with where the system does not say in a file what is free."""
LIMITS = {"RLIMIT_AS": 2_000_000_000, "RLIMIT_CORE": 0, "RLIMIT_FSIZE": 20_000_000, "RLIMIT_NOFILE": 256}
"""What one visitor's kernel may take: bytes of addresses, of a core file, of any file, and open files."""
FIRST_TO_END = "800"
"""How gladly Linux ends a kernel when memory runs out, of 1000: before the server, which all depend on."""

ENVIRONMENT = {
    *("PATH", "HOME", "USER", "LOGNAME", "USERPROFILE", "VIRTUAL_ENV", "IPYTHONDIR"),
    *("LANG", "LANGUAGE", "TZ", "TZDIR", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "APPDATA", "LOCALAPPDATA"),
    *("INFOVIEW_PUBLIC", "INFOVIEW_LOGBOOK", "INFOVIEW_LANGUAGE", "INFOVIEW_WORKSHOP", "INFOVIEW_TODAY"),
    *("SCRIPT_NAME", "PATH_INFO", "QUERY_STRING"),
}
"""What a kernel is told of the environment: where things are, and what its own page asked for."""
FAMILIES = ("LC_", "PYTHON", "SERVER_", "VOILA_")

_PLACE: ContextVar[str] = ContextVar("_PLACE")
"""The kernel for which the page that is being made has a place."""


class Room(PageKernels):
    """Gives each page a place, and its kernel to nobody else.

    Kernels that are starting have their place already. When the room is full, whoever lost the line longest
    ago goes first; when all are there, nobody else comes in.
    """

    size = Integer(0, config=True)
    """How many pages can be open at once; 0 for as many as come."""
    bounded = Bool(default_value=False, config=True)
    """Whether each kernel may take only so much of the machine."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(**settings)
        self._places: set[str] = set()
        self._owners: dict[str, bytes] = {}
        self._left: dict[str, None] = {}  # in the order in which their lines were lost
        self._turns = asyncio.Semaphore(TURNS)
        self._opened = self._refused = 0

    @property
    def visitors(self) -> int:
        """How many places are taken."""
        return len(self._places)

    def told_of(self) -> dict[str, int]:
        """Count who is there, and since this was last asked the pages opened and those turned away."""
        told = {"visitors": self.visitors, "opened": self._opened, "refused": self._refused}
        self._opened = self._refused = 0
        return told

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Keep a place for the page that is made inside, and wait for its turn.

        Raises:
            HTTPError: The room is full.
        """
        while self.size and len(self._places) >= self.size:
            await self._end_longest_left()
        kernel_id = self.new_kernel_id()
        self._places.add(kernel_id)
        try:
            async with self._turns:
                _PLACE.set(kernel_id)
                yield
        finally:
            if kernel_id not in self:
                self._places.discard(kernel_id)

    async def start_kernel(self, **settings: Any) -> str:  # type: ignore[override]  # noqa: ANN401
        """Start the kernel of the page that is being made, in the place that is kept for it."""
        settings["env"] = told(settings.get("env", os.environ))
        kernel_id = await super().start_kernel(**settings, kernel_id=_PLACE.get())
        self._opened += 1
        if self.bounded:
            bound(self.get_kernel(kernel_id).provisioner.pid)  # type: ignore[union-attr] # a process here
        return kernel_id

    def belongs(self, kernel_id: str, secret: str) -> bool:
        """Say whether a kernel is the page's that knows this secret: the first that asks is the one."""
        known = secret.encode()
        if kernel_id not in self or len(known) < SECRET:
            return False
        return compare_digest(self._owners.setdefault(kernel_id, known), known)

    def notify_connect(self, kernel_id: str) -> None:
        """Remember that its page is there."""
        self._left.pop(kernel_id, None)
        super().notify_connect(kernel_id)

    def notify_disconnect(self, kernel_id: str) -> None:
        """Remember that its page lost the line; it may come back."""
        super().notify_disconnect(kernel_id)
        if kernel_id in self and not self._kernel_connections.get(kernel_id):
            self._left[kernel_id] = None

    def remove_kernel(self, kernel_id: str) -> Any:  # noqa: ANN401 - handed on as it is
        """Give its place to the next, once the kernel has ended."""
        self._places.discard(kernel_id)
        self._owners.pop(kernel_id, None)
        self._left.pop(kernel_id, None)
        return super().remove_kernel(kernel_id)

    def _handle_kernel_died(self, kernel_id: str) -> None:
        """Let go of all that was held for a kernel which ended by itself."""
        self.stop_watching_activity(kernel_id)
        self.stop_buffering(kernel_id)
        super()._handle_kernel_died(kernel_id)

    async def _end_longest_left(self) -> None:
        if not self._left:
            self._refused += 1
            raise HTTPError(503)
        kernel_id = next(iter(self._left))
        del self._left[kernel_id]
        await self.shutdown_kernel(kernel_id, now=True)


def told(environment: Mapping[str, str]) -> dict[str, str]:
    """Choose what a kernel is told of an environment; the operator's own words and keys stay with them."""
    return {
        name: value
        for name, value in environment.items()
        if name.upper() in ENVIRONMENT or name.upper().startswith(FAMILIES)
    }


def bound(pid: int) -> None:
    """Bound what a kernel's process may take, where the system can (Linux)."""
    if hasattr(resource, "prlimit"):
        for name, most in LIMITS.items():
            resource.prlimit(pid, getattr(resource, name), (most, most))
    with suppress(OSError):
        Path(f"/proc/{pid}/oom_score_adj").write_text(FIRST_TO_END, encoding="ascii")


def size_for_this_machine(files: int | None) -> int:
    """Tell how many pages this machine has memory and so many open files for; None is without a limit."""
    places = (free_memory() - SERVER_MEMORY) // KERNEL_MEMORY
    if files is not None:
        places = min(places, (files - SERVER_FILES) // KERNEL_FILES)
    return max(1, places)


def free_memory() -> int:
    """Read how many bytes are free: on this machine, or in the container that is all we have of it."""
    free = UNKNOWN_MEMORY
    with suppress(OSError, ValueError):
        free = int(MEMORY.read_text("ascii").partition("MemAvailable:")[2].split()[0]) * 1024
    with suppress(OSError, ValueError):
        most, used = (int((CGROUP / name).read_text("ascii")) for name in ("memory.max", "memory.current"))
        free = min(free, most - used)
    return free


def allow_more_files() -> int | None:
    """Raise the number of files that this program may have open as far as it may by itself, and tell it."""
    if not resource:
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        return wanted
    return wanted if soft == resource.RLIM_INFINITY else soft
