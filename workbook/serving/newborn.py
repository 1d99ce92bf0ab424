"""What a forked process does first: it becomes a kernel. Little is imported here, as each one imports it."""

from __future__ import annotations

import os


def be_kernel(arguments: list[str], env: dict[bytes, bytes], cwd: str | None, heard: bool) -> None:  # noqa: FBT001 - a process's target takes places
    """Become a kernel in a session of its own; it ends itself when the process it was forked from is gone.

    Args:
        arguments: What the kernel is told by its command.
        env: All of its environment.
        cwd: The folder it runs in.
        heard: Whether what it writes as errors is said in the server's terminal.
    """
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415 - there already, but not in the server

    os.setsid()
    os.environ.clear()
    os.environb.update(env)
    if cwd:
        os.chdir(cwd)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1) if heard else (0, 1, 2):
        os.dup2(nowhere, stream)
    IPKernelApp.launch_instance([*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"])
