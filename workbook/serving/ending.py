"""Stopping: by Ctrl-C, by closing the terminal, or by the system, and always within a few seconds."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from threading import Timer

PATIENCE = 8.0  # seconds


def on_stop(stop: Callable[[], object]) -> None:
    """Have a server stopped by any of the ways in which people end a program.

    A server that waits for a kernel which is only just starting may never get to its end. It is then left
    where it is: kernels notice that it is gone, and end themselves.

    Args:
        stop: Asks the server to stop; called from a signal, so it may only ask.
    """

    def ask(*_: object) -> None:
        last_resort = Timer(PATIENCE, os._exit, [0])
        last_resort.daemon = True
        last_resort.start()
        stop()

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), ask)
