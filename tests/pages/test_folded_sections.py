"""Long parts are folded: a section stands behind its heading until somebody opens it."""

from __future__ import annotations

from workbook.components.fold import Fold
from workbook.pages import LAYOUTS
from workbook.window import Notebook, Window

READING = "Further reading"


def folds(someone, step):
    """The folds of a step by their headings, and what stands below each."""

    def found(widget):
        for child in getattr(widget, "children", ()):
            if isinstance(child, Fold):
                yield child, widget.children[1:]
            yield from found(child)

    return {fold.title: (fold, below) for fold, below in found(someone.window.pages[step].view)}


def turn(fold, *, to):
    """Press a fold's heading."""
    fold.receive({"type": "turn", "open": to})


def test_a_folded_section_says_how_much_is_in_it_and_is_built_when_it_is_first_opened(with_demo):
    with_demo.section("progress", "report")
    fold, below = folds(with_demo, "progress")[READING]
    assert (fold.is_open, fold.count > 5, below) == (False, True, ())
    turn(fold, to=True)
    fold, (below,) = folds(with_demo, "progress")[READING]
    assert fold.is_open
    turn(fold, to=False)
    assert (fold.is_open, below.layout.display) == (False, "none")
    turn(fold, to=True)
    assert folds(with_demo, "progress")[READING][1] == (below,)
    assert below.layout.display is None


def test_what_was_opened_is_open_when_one_comes_back_to_the_logbook(with_demo, tools):
    with_demo.section("progress", "report")
    turn(folds(with_demo, "progress")[READING][0], to=True)
    again = tools.Someone(with_demo.logbook)
    again.section("progress", "report")
    assert [title for title, (fold, _) in folds(again, "progress").items() if fold.is_open] == [READING]


def test_whoever_is_led_to_a_folded_section_finds_it_open(with_demo):
    table = with_demo.section("progress", "directions").table
    assert with_demo.act(table, "weigh", table.rows[0]["id"])
    assert folds(with_demo, "progress")["Weigh one of them"][0].is_open
    with_demo.session.here.go("debrief.promises")
    assert folds(with_demo, "debrief")["What was promised"][0].is_open


def test_every_fold_is_a_section_of_its_step_and_no_part_begins_with_one():
    for layout in LAYOUTS.values():
        named = [name for part in layout.parts for name in layout.sections(part)]
        assert set(layout.folded) <= set(named)
        assert not set(layout.folded) & {layout.sections(part)[0] for part in layout.parts}


def test_a_notebook_shows_its_sections_unfolded(with_demo):
    notebook = Notebook(Window(with_demo.logbook, strict=True), "progress")
    assert notebook.section("reading").layout.display != "none"
    assert not any(isinstance(child, Fold) for child in notebook.section("reading").children)
