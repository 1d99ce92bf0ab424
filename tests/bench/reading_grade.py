"""How hard the words are to read: the school grade of each content file and notebook.

Run it with `make bench`. The grade is Flesch and Kincaid's (Derivation of New Readability Formulas, Naval
Technical Training Command, 1975): 0.39 x words a sentence + 11.8 x syllables a word - 15.59, over all whole
sentences of a file. Plain English for everybody lies between 6 and 8, so a file above 8 fails.
Files that hold no sentences, only words to look for, are left out, and so are addresses and sources.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "infoview" / "content"
HARDEST = 8.0
"""The highest grade a file may have."""
WORD_LISTS = {"coach_signs", "columns", "nicknames", "question_examples", "question_signs"}
"""Files of words to look for, not to read."""
NO_PROSE = {"source", "url", "title", "author", "publication", "worse", "id", "key", "words"}
"""Fields that hold an address, a name, what to avoid, or words to look for."""
_FIELD = re.compile(r"\{[^{}]*\}")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]?")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouyáàâäéèêëíîïóôöúûü]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^td]ed|[^aeiouyscxzgh]es)$")
ENOUGH = 3
"""Words of the shortest piece that counts as a sentence; shorter ones are labels."""


def syllables(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels; a silent ending does not count."""
    small = word.casefold()
    return max(1, len(_VOWELS.findall(small)) - bool(_SILENT.search(small)))


def grade(prose: list[str]) -> float:
    """Give the Flesch-Kincaid grade of some texts together, or 0 where there is no sentence in them."""
    pieces = [_WORD.findall(piece) for text in prose for piece in _SENTENCE.findall(_plain(text))]
    sentences = [piece for piece in pieces if len(piece) >= ENOUGH]
    if not sentences:
        return 0.0
    words = [word for sentence in sentences for word in sentence]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def texts_of(path: Path) -> list[str]:
    """Read what a person reads in a content file or a notebook.

    Raises:
        OSError: The file cannot be read.
    """
    whole = path.read_text(encoding="utf-8")
    if path.suffix == ".toml":
        return list(_strings(tomllib.loads(whole)))
    if path.suffix == ".ipynb":
        cells = json.loads(whole)["cells"]
        whole = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return whole.splitlines()


def main() -> None:
    """Print a line a file, the hardest last, and fail if one is too hard."""
    graded = sorted((grade(texts_of(path)), path) for path in _files())
    for number, path in graded:
        click.echo(f"{number:5.1f}  {path.relative_to(ROOT)}")
    too_hard = [path.name for number, path in graded if number > HARDEST]
    click.echo(f"above {HARDEST:g}: {', '.join(too_hard) or 'none'}")
    sys.exit(bool(too_hard))


def _files() -> Iterator[Path]:
    toml = (path for path in sorted(CONTENT.rglob("*.toml")) if path.stem not in WORD_LISTS)
    yield from toml
    yield from sorted(CONTENT.rglob("*.md"))
    yield from sorted(path for path in (ROOT / "notebooks").glob("*.ipynb") if path.stem != "app")


def _strings(value: Any, field: str = "") -> Iterator[str]:
    """Go through the texts of nested tables, without the fields that are no prose."""
    if field in NO_PROSE:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield from _strings(entry, name)
    elif isinstance(value, list):
        for entry in value:
            yield from _strings(entry, field)


def _plain(text: str) -> str:
    """Leave the words of a text: a short word for each field, no addresses, no marks of Markdown."""
    linked = _LINK.sub(r"\1", _FIELD.sub("it", text))
    return re.sub(r"</?\w+>|[*#_`]|https?://\S+", " ", linked)


if __name__ == "__main__":
    main()
