"""The page's templates, compiled once; Voilà would compile all of them for every page it makes."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from voila import notebook_renderer
from voila.exporter import VoilaExporter


class Compiled(BytecodeCache):
    """Templates as they were compiled, for as long as the server runs."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in the code of a template, if its text is still the same."""
        bucket.code = self._held.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._held[bucket.key, bucket.checksum] = bucket.code


class QuickExporter(VoilaExporter):
    """Makes a page as Voilà does, from compiled templates."""

    compiled = Compiled()

    @property
    def environment(self) -> Environment:
        """What templates are compiled and filled in with."""
        made: Environment = super().environment
        made.bytecode_cache = self.compiled
        return made


def compile_once() -> None:
    """Have Voilà make its pages so; it has no setting for it."""
    notebook_renderer.VoilaExporter = QuickExporter
