"""Several readings made one: the files of a ZIP, the sheets of a workbook, the tables of a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields, replace

from infoview.content import words
from infoview.importers.reading import ImportedContact, Problem, Reading, said
from infoview.text.plurals import number_in_words

_TOLD = tuple(field.name for field in fields(ImportedContact) if field.name not in {"row", "name"})


def together(readings: Sequence[Reading], key: str = "") -> Reading:
    """Put the people of several readings one after the other, their records numbered on.

    Whoever stands in an earlier one already, letter by letter, and with nothing new, is read once.

    Args:
        readings: At least one.
        key: The sentence of `content/importers.toml` that says how many there were.
    """
    if len(readings) == 1:
        return readings[0]
    people: list[ImportedContact] = []
    problems: list[Problem] = []
    known: dict[str, list[ImportedContact]] = defaultdict(list)
    start = repeated = 0
    for reading in readings:
        new = [person for person in reading.contacts if not _is_told(person, known.get(person.name, ()))]
        repeated += len(reading.contacts) - len(new)
        for person in new:
            known[person.name].append(person)
            people.append(replace(person, row=person.row + start))
        problems += (_moved(problem, start) for problem in reading.problems)
        start += max((person.row for person in reading.contacts), default=0)
    if key:
        problems.append(Problem(None, said(key, number=len(readings))))
    if repeated:
        forms = words("importers")["said"]["told_twice"]
        problems.append(Problem(None, number_in_words(forms, repeated)))
    return replace(readings[0], contacts=tuple(people), problems=tuple(problems))


def _moved(problem: Problem, start: int) -> Problem:
    return problem if problem.row is None else replace(problem, row=problem.row + start)


def _is_told(person: ImportedContact, known: Sequence[ImportedContact]) -> bool:
    """Tell a record that says nothing which another of the same name does not say, letter by letter."""
    told = [(name, value) for name in _TOLD if (value := getattr(person, name))]
    return any(all(getattr(other, name) == value for name, value in told) for other in known)
