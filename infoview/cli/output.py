"""What a command says: whatever becomes of it, the command does its work, and what is said of that is true.

A terminal may lack letters, a disk may be full, and the reader of a pipe may have gone. None of it is a
reason to stop in the middle of a change, or to say afterwards that there was none.
"""

from __future__ import annotations

import codecs
import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

DONE = 0
"""What a command returns that has done its work whatever becomes of its words."""
ESCAPED = "infoview-escaped"


class Output(io.RawIOBase):
    """A stream to which writing never fails; `failure` is the first reason why something was lost.

    Args:
        stream: Where it goes; what it keeps back itself is written at once, so that a failure is seen.
    """

    def __init__(self, stream: Any) -> None:  # noqa: ANN401 - any stream of bytes
        self.failure: OSError | None = None
        self._stream = getattr(stream, "raw", stream)

    def writable(self) -> bool:
        """It is written to."""
        return True

    def isatty(self) -> bool:
        """Whether a person reads it as it comes."""
        return bool(self._stream.isatty())

    def fileno(self) -> int:
        """The number the system knows the stream by."""
        return int(self._stream.fileno())

    def write(self, data: Any, /) -> Any:  # noqa: ANN401 - as any stream has it
        """Write, or remember why it could not be done."""
        if not self.failure:
            try:
                return self._stream.write(data)
            except OSError as error:
                self.failure = error
        return len(data)


@contextmanager
def lasting_output() -> Iterator[Output]:
    """Let nothing that is printed, here and on standard error, stop the command; tell what became of it."""
    codecs.register_error(ESCAPED, escaped)
    streams = sys.stdout, sys.stderr
    said, sys.stdout = _lasting(sys.stdout)
    _, sys.stderr = _lasting(sys.stderr)
    try:
        yield said
    finally:
        sys.stdout, sys.stderr = streams


def _lasting(stream: Any) -> tuple[Output, Any]:  # noqa: ANN401 - a stream of text, or None without a console
    binary = getattr(stream, "buffer", None)
    if binary is None:
        return Output(io.BytesIO()), stream
    stream.flush()
    output = Output(binary)
    text = io.TextIOWrapper(
        io.BufferedWriter(output), stream.encoding, errors=ESCAPED, line_buffering=True, write_through=True
    )
    return output, text


def escaped(error: UnicodeError) -> tuple[str, int]:
    r"""Write what an encoding lacks as JSON and Python do: Ł as \u0141, an emoji as two such halves."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def as_json(value: object, **how: Any) -> str:  # noqa: ANN401 - as json.dumps has it
    """Write an answer for scripts in ASCII letters alone, the same in every encoding."""
    return json.dumps(value, ensure_ascii=True, **how)
