"""A workshop on paper: run sheets, a page for the projector, exercises with their answers, a handout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from infoview.content import sentence, words
from infoview.errors import InputError
from infoview.exporters.everything import write_files
from infoview.exporters.paper import fill


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing a group does: from which minute on, for how many, and what everybody does and says."""

    begins: int
    minutes: int
    do: str
    say: str
    stuck: str


def lengths() -> tuple[int, ...]:
    """Name the workshops there are, by their minutes."""
    return tuple(run["minutes"] for run in words("workshop")["runs"])


def run_sheet(minutes: int) -> tuple[Turn, ...]:
    """Give a workshop of so many minutes, turn by turn.

    Raises:
        InputError: There is no workshop of that length.
    """
    page = words("workshop")
    parts = next((run["parts"] for run in page["runs"] if run["minutes"] == minutes), None)
    if parts is None:
        known = ", ".join(map(str, lengths()))
        raise InputError(sentence("commands.workshop.no_length", minutes=minutes, known=known), "minutes")
    turns: list[Turn] = []
    begins = 0
    for name, length in parts:
        turns.append(Turn(begins, length, **page["activities"][name]))
        begins += length
    return tuple(turns)


def requests() -> list[dict[str, str]]:
    """Give the requests to mend, each with its trouble and a better one; everybody in them is invented."""
    return [{key: text.strip() for key, text in letter.items()} for letter in words("workshop")["mend"]]


def write(folder: str | Path) -> list[Path]:
    """Write the pages for a workshop into a folder, and tell where they are."""
    write_files(Path(folder), files := workshop_files())
    return [Path(folder) / name for name in files]


def workshop_files() -> dict[str, bytes]:
    """Write everything for a workshop, each page whole by itself, by its file's name."""
    page = words("workshop")
    said = page["names"]
    pages = {
        "handout.html": _page("handout", said["handout"], parts=page["handout"]),
        "exercises.html": _page("exercises", said["exercises"], **_exercises()),
        "answers.html": _page("answers", said["solutions"], **_exercises()),
        "looking-back.html": _page("looking_back", said["reflection"], asked=page["reflection"]["questions"]),
    }
    for minutes in lengths():
        turns = run_sheet(minutes)
        title, shown = said["run"].format(minutes=minutes), said["projector"].format(minutes=minutes)
        pages[f"run-sheet-{minutes}.html"] = _page("run_sheet", title, turns=turns, lists=page["checklists"])
        pages[f"projector-{minutes}.html"] = _page("projector", shown, turns=turns)
    return {name: text.encode() for name, text in pages.items()}


def _page(template: str, title: str, **values: object) -> str:
    return fill(f"workshop/{template}", said={**words("workshop")["names"], "title": title}, **values)


def _exercises() -> dict[str, object]:
    page, takeaways = words("workshop"), words("takeaways")
    names = {key: named["name"] for key, named in takeaways.items()} | {"none": page["names"]["none"]}
    return {key: page[key] for key in ("mend", "match", "cards", "transcript")} | {"takeaways": names}
