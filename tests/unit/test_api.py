"""The way in from Python: what `help` says is there, and every example in a docstring is true."""

import doctest
import pydoc
from importlib import import_module

import pytest

import infoview
from infoview import open_logbook, sample_logbook

WITH_EXAMPLES = [
    "infoview",
    "infoview.frames",
    *(f"infoview.frames.{name}" for name in ("tables", "steps", "answers", "lists")),
]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_every_example_of_a_docstring_is_true(name):
    result = doctest.testmod(import_module(name))
    assert (result.failed, result.attempted > 0) == (0, True)


def test_help_says_what_there_is():
    said = pydoc.render_doc(infoview, renderer=pydoc.plaintext)
    for name in ("open_logbook", "sample_logbook", "infoview.frames", "infoview.exporters", "infoview.coach"):
        assert name in said


def test_ones_own_logbook_is_opened_where_none_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("INFOVIEW_LOGBOOK", str(tmp_path / "mine.infoview"))
    with_app, by_name = open_logbook(), open_logbook(tmp_path / "mine.infoview")

    assert with_app.uid == by_name.uid
    assert repr(with_app) == f"Logbook({tmp_path / 'mine.infoview'}: 0 contacts, 0 requests, 0 meetings)"
    assert repr(with_app.contacts) == "Shelf(contacts: 0 of Contact)"
    with_app.close()
    by_name.close()


def test_the_sample_is_in_memory_and_of_any_day():
    assert sample_logbook("2026-11-25").place is None
    assert sample_logbook().contacts.count() == 14
