"""A person's own copies of the notebooks: theirs to change, and never overwritten once they did."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from infoview import __version__
from infoview.content import sentence
from workbook.serving.places import APP

RECORD = ".infoview-notebooks.json"


def keep_up(shipped: Path, own: Path) -> None:
    """Bring the notebooks to a person's folder.

    A notebook that is missing is copied; one they did not touch is brought up to date; beside one they
    changed, a newer version is put under a name that says so, once.

    Args:
        shipped: The folder of the notebooks as they come with the program.
        own: The person's folder; made where it is missing.
    """
    own.mkdir(parents=True, exist_ok=True)
    record = own / RECORD
    brought: dict[str, str] = json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}
    for source in sorted(shipped.glob("*.ipynb")):
        if source.name == APP:
            continue
        content = source.read_bytes()
        if brought.get(source.name) != print_of(content) or not (own / source.name).exists():
            place_for(source.name, own, brought.get(source.name)).write_bytes(content)
            brought[source.name] = print_of(content)
    record.write_text(json.dumps(brought, indent=2), encoding="utf-8")


def place_for(name: str, own: Path, brought: str | None) -> Path:
    """Choose where a new version goes: in place of a copy nobody changed, else beside it."""
    copy = own / name
    if not copy.exists() or print_of(copy.read_bytes()) == brought:
        return copy
    name = sentence("serving.newer_copy", name=copy.stem, version=__version__, ending=copy.suffix)
    return own / name


def print_of(content: bytes) -> str:
    """Take the fingerprint by which a change is noticed."""
    return sha256(content).hexdigest()
