"""Counts files as participants hand them in."""

from __future__ import annotations

from pathlib import Path

from infoview.group.counts import dump
from infoview.group.sample import participant


def hand_in(folder: Path, people: int, seed: int = 0, busy: int = 9) -> None:
    """Put the files of so many participants into a folder, one after the other."""
    folder.mkdir(exist_ok=True)
    for number in range(people):
        (folder / f"counts-{number:03}.json").write_text(
            dump(participant(number, seed, busy)), encoding="utf-8"
        )
