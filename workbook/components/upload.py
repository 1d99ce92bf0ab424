"""A place to hand in a file, or several: by button, by keyboard, or dropped on it."""

from __future__ import annotations

from collections.abc import Callable

import traitlets

from infoview.errors import InputError
from workbook.components.base import Component, Guard, script

LIMIT = 10_000_000
"""Bytes a file may have: above it Voilà drops the connection, when a file is sent in one piece."""


class Upload(Component):
    """Takes files, their size checked in the browser before anything is sent, and sent in small pieces.

    Args:
        guard: The session's catch.
        label: What is handed in.
        hint: What kind of file, and where to find it.
        accept: The endings or media types that the file chooser offers, such as ".csv,.vcf".
        on_file: Called with the file's name and its bytes.
        limit: The most bytes a file may have.
        on_several: Given where several files may be handed in at once; called before the first of them.
    """

    section = "upload"
    _esm = script("upload")
    label = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    accept = traitlets.Unicode().tag(sync=True)
    limit = traitlets.Int(LIMIT).tag(sync=True)
    several = traitlets.Bool().tag(sync=True)

    def __init__(
        self,
        guard: Guard,
        label: str,
        hint: str,
        accept: str,
        on_file: Callable[[str, bytes], None],
        *,
        limit: int = LIMIT,
        on_several: Callable[[], None] | None = None,
    ) -> None:
        self._take = on_file
        self._begin = on_several
        self._pieces: list[bytes] = []
        self._limit = limit
        several = on_several is not None
        super().__init__(guard, label=label, hint=hint, accept=accept, limit=limit, several=several)

    def _on_piece(self, name: str, at: int, size: int, *, place: int = 0, data: bytes = b"") -> None:
        """Collect a piece of a file, which is in its place among those chosen; hand a whole file over."""
        if at == 0:
            self._pieces = []
            if self._begin and place == 0:
                self._begin()
        received = sum(map(len, self._pieces))
        if size > self._limit or received + len(data) > self._limit:
            self._pieces = []
            raise InputError(self.words["too_large"].format(limit=self._limit // 1_000_000))
        if at != received:
            self._pieces = []
            raise InputError(self.words["broken_off"])
        self._pieces.append(data)
        if received + len(data) == size:
            whole, self._pieces = b"".join(self._pieces), []
            self._take(name, whole)
