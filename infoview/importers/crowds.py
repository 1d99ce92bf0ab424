"""Thousands of people at once: what Python need not look for while they are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles of rubbish while thousands of people are made, who form none.

    It looks again at every few hundred new objects; among 30,000 people that took a third of an import.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
