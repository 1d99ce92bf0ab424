"""Kernels that begin warm: each is forked from one process that has imported the app and holds no words.

Python's own `forkserver` starts that process, watches it, and ends it with the server.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager

from workbook.serving import newborn
from workbook.serving.room import told

FORKING = f"{__name__}.ForkedKernelManager"
"""The manager of a kernel that is forked, as settings name it."""
LAUNCHER = "ipykernel_launcher"
"""The module by which Jupyter runs a kernel; what follows it in a command is for the kernel."""


def can_fork() -> bool:
    """Start the process that kernels are forked from, where there can be one.

    A fork is not offered on every system, and not safe on each once the system's own libraries are loaded;
    and the way to that process is a socket, for which a temporary folder's path may be too long. A kernel
    then starts from nothing, as Jupyter starts it, and takes longer.
    """
    if sys.platform != "linux":
        return False
    multiprocessing.get_context("forkserver").set_forkserver_preload(["workbook.serving.warm"])
    try:
        with _told_only():
            forkserver.ensure_running()
    except OSError:
        return False
    return True


@contextmanager
def _told_only() -> Iterator[None]:
    """Start a process that is told no more of this one's environment than a kernel is."""
    whole = dict(os.environ)
    os.environ.clear()
    os.environ.update(told(whole))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(whole)


class ForkedProcess:
    """A kernel's process, as much of `subprocess.Popen` as Jupyter asks for.

    Args:
        command: What would start this kernel in a new Python.
        env: The environment of the kernel, all of it.
        cwd: The folder it runs in.
        heard: Whether what it writes as errors is said in the server's terminal.
    """

    stdin = stdout = stderr = None

    def __init__(self, command: list[str], env: dict[str, str], cwd: str | None, *, heard: bool) -> None:
        # Voilà names its variables by a kind of string of its own, which would bring all of it along.
        plain = {os.fsencode(name): os.fsencode(value) for name, value in env.items()}
        arguments = command[command.index(LAUNCHER) + 1 :]
        context = multiprocessing.get_context("forkserver")
        self._process = context.Process(
            target=newborn.be_kernel, args=(arguments, plain, cwd, heard), daemon=True
        )
        self._process.start()
        self.pid = int(self._process.pid or 0)

    def poll(self) -> int | None:
        """Tell with which status it ended; None while it runs."""
        return self._process.exitcode

    def wait(self) -> int | None:
        """Wait until it has ended."""
        self._process.join()
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


class ForkedProvisioner(LocalProvisioner):
    """Launches kernels by forking them."""

    process: Any = None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:  # noqa: ANN401 - as handed on
        """Launch the kernel that a command would start in a new Python."""
        heard = kwargs.get("stderr") is None
        folder = kwargs.get("cwd")
        self.process = await asyncio.to_thread(ForkedProcess, cmd, kwargs["env"], folder, heard=heard)
        self.pid = self.pgid = self.process.pid
        self.cwd = folder or Path.cwd()
        return self.connection_info


class ForkedKernelManager(ServerKernelManager):
    """The manager of one kernel that is forked."""

    async def _async_pre_start_kernel(self, **settings: Any) -> tuple[list[str], dict[str, Any]]:  # noqa: ANN401 - likewise
        if self.provisioner is None:
            self.provisioner = ForkedProvisioner(
                kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self
            )
        return await super()._async_pre_start_kernel(**settings)
