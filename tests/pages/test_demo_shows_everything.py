"""The sample logbook has something to show on every part of every step."""

from __future__ import annotations

import re

import pytest

from infoview.content import words
from workbook.chapters import STEPS
from workbook.pages import LAYOUTS

PARTS = [(step, part) for step in STEPS for part in LAYOUTS[step].parts]


def said_where_nothing_is(section):
    """Every sentence among a page's words that stands where there is nothing yet."""
    for key, value in section.items():
        if isinstance(value, dict):
            yield from said_where_nothing_is(value)
        elif isinstance(value, str) and re.search(r"(^|_)(empty|nothing|nobody)(_|$)", key):
            yield value


EMPTY = [
    sentence
    for step in (*STEPS, "app")
    for sentence in said_where_nothing_is(words(f"pages/{step}"))
    if sentence.endswith(".") and len(sentence.split()) > 3 and "{" not in sentence
]


ABOUT = {"debrief": "Teo Lindgren"}
"""Whom one looks at in a step, where it is not the person the sample opens with."""


@pytest.mark.parametrize(("step", "part"), PARTS, ids=lambda name: name)
def test_every_part_has_something_to_show(with_demo, tools, step, part):
    someone = tools.Someone(with_demo.logbook)
    if step in ABOUT:
        someone.session.here.choose(someone.logbook.contacts.first(name=ABOUT[step]).id)
    someone.app.stepper.receive({"type": "step", "key": step, "part": part})
    page = someone.window.pages[step]
    seen = tools.read(page.view)

    assert page.part == part
    assert [sentence for sentence in EMPTY if sentence in seen] == []


def test_there_are_such_sentences(someone, tools):
    met = set()
    for step, part in PARTS:
        someone.app.stepper.receive({"type": "step", "key": step, "part": part})
        seen = tools.read(someone.window.pages[step].view)
        met |= {sentence for sentence in EMPTY if sentence in seen}

    assert len(met) >= 5


def test_every_shelf_of_the_sample_holds_something(with_demo):
    empty = {name for name, shelf in with_demo.logbook.shelves.items() if not shelf.count()}

    assert empty <= {
        "joined", "kept_apart", "filled", "pauses", "month_goals", "crossed_out", "asked_of_me",
    }  # fmt: skip
