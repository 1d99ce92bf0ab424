"""The whole logbook as JSON: loading what was written gives an equal logbook."""

import json
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import walk_packages
from types import UnionType
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

import infoview
from infoview.errors import LogbookError
from infoview.exporters.logbook_json import dump, load, saved_copy
from infoview.logbook import open_memory
from infoview.records.contacts import Circle, Contact
from infoview.sample import write

TEXT = st.text(max_size=30).map(lambda text: text.replace("\x00", ""))
NUMBER = st.integers(0, 3)
SHELVES = tuple(open_memory().shelves)


def contents(logbook):
    return {
        "profile": logbook.profile,
        "goal": logbook.goal,
        "settings": logbook.recall_all(""),
    } | {name: shelf.find() for name, shelf in logbook.shelves.items()}


def columns(logbook, shelf):
    """Each column of a shelf's table with its type, and the table that it refers to, or None."""
    hints, refers = get_type_hints(shelf.entity), shelf.refers()
    return {name: (hints[name], refers.get(name)) for name in shelf.fields}


def anything(hint):
    """Any value of a field's type."""
    if isinstance(hint, UnionType):
        return st.none() | anything(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return st.lists(TEXT, max_size=3).map(tuple)
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return {str: TEXT, bool: st.booleans(), int: NUMBER, date: st.dates()}[hint]


def rows_in(logbook, table):
    return st.sampled_from([row[0] for row in logbook._connection.rows(f'SELECT id FROM "{table}"')] or [0])


def fill(logbook, draw, most=2):
    """Put a few rows on every shelf, each of which may refer to any row of another, in any words and days."""
    logbook.change_profile(**one_row(logbook, draw, logbook._profile))
    logbook.change_goal(**one_row(logbook, draw, logbook._goal))
    logbook.remember("draft", draw(TEXT))
    for name in ("contacts", "directions", "meetings", *SHELVES):
        if shelf := logbook.shelves.get(name):
            for _ in range(draw(st.integers(1, most))):
                row = one_row(logbook, draw, shelf)
                try:
                    shelf.add(shelf.entity(**row))
                except LogbookError:  # a nameless contact, someone who introduced themselves, twice the same
                    continue


def one_row(logbook, draw, shelf):
    return {
        name: draw(
            anything(hint)
            if table is None
            else (st.none() if isinstance(hint, UnionType) else st.nothing()) | rows_in(logbook, table)
        )
        for name, (hint, table) in columns(logbook, shelf).items()
        if name != "id"
    }


@st.composite
def logbooks(draw):
    """A logbook with a little on every shelf."""
    book = open_memory()
    gone = book.contacts.add(Contact("Gone"))
    book.contacts.remove(gone.id)  # so that ids do not begin with 1
    fill(book, draw)
    return book


def test_every_kind_of_entry_that_has_an_id_stands_on_a_shelf_and_so_in_the_file():
    modules = [
        import_module(found.name)
        for found in walk_packages(infoview.__path__, "infoview.")
        if "__main__" not in found.name
    ]
    kept = {
        kind
        for module in modules
        for _, kind in getmembers(module, isclass)
        if kind.__module__ == module.__name__
        and is_dataclass(kind)
        and {"id": int}.items() <= get_type_hints(kind).items()
    }
    book = open_memory()

    assert kept == {shelf.entity for shelf in [*book.shelves.values(), book._profile, book._goal]}


def test_every_table_of_the_logbook_is_in_the_file_with_every_column():
    book = open_memory()
    shelves = {shelf.table: shelf for shelf in [*book.shelves.values(), book._profile, book._goal]}
    tables = book._connection.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'pool_words%' AND name <> 'settings'"
    )
    kept = {
        table: {column[1] for column in book._connection.rows(f'PRAGMA table_info("{table}")')}
        for (table,) in tables
    }

    assert {table: set(shelf.fields) for table, shelf in shelves.items()} == kept


@given(logbooks())
def test_loading_an_export_gives_an_equal_logbook(logbook):
    again = load(dump(logbook))

    assert contents(again) == contents(logbook)
    assert dump(again) == dump(logbook)


def test_the_sample_comes_back_as_it_was_and_can_be_searched():
    logbook = open_memory()
    write(logbook, date(2026, 11, 23))
    again = load(dump(logbook))

    assert contents(again) == contents(logbook)
    assert again.uid == logbook.uid
    assert again.pool.search("brightwater proj")[1] == 1
    assert again.contacts.add(Contact("Somebody new")).id == 15


def test_an_empty_logbook_comes_back_empty():
    logbook = open_memory()

    assert contents(load(dump(logbook))) == contents(logbook)


def test_the_file_says_what_it_is_and_people_can_read_it():
    logbook = open_memory()
    logbook.contacts.add(Contact("Åsa Sjöberg", circle=Circle.ALUMNI, added_on=date(2026, 2, 28)))
    content = json.loads(dump(logbook))

    assert (content["format"], content["version"]) == ("infoview-logbook", 1)
    assert content["contacts"][0]["name"] == "Åsa Sjöberg"
    assert content["contacts"][0]["circle"] == "alumni"
    assert content["contacts"][0]["added_on"] == "2026-02-28"
    assert content["contacts"][0]["rested_on"] is None
    assert "Åsa Sjöberg" in dump(logbook)


def test_a_field_that_is_missing_takes_its_usual_value_and_an_unknown_one_is_left_out():
    text = '{"format": "infoview-logbook", "version": 1, "contacts": [{"name": "Ada", "shoe_size": 39}]}'

    assert load(text).contacts.find() == (Contact("Ada", id=1),)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "7", '{"contacts": []}', '{"format": "x"}', "[" * 100_000]
)
def test_another_file_is_said_to_be_no_export(text):
    with pytest.raises(LogbookError, match="isn't a logbook that infoview exported"):
        load(text)


@pytest.mark.parametrize("version", ["2", '"1"', "null", "1e9"])
def test_an_export_of_a_newer_program_is_left_to_it(version):
    with pytest.raises(LogbookError, match="newer infoview"):
        load(f'{{"format": "infoview-logbook", "version": {version}}}')


@pytest.mark.parametrize(
    "broken",
    [
        {"contacts": [{}]},
        {"contacts": [{"name": ""}]},
        {"contacts": [{"name": {"first": "Ada"}}]},
        {"contacts": [{"name": "Ada", "added_on": "yesterday"}]},
        {"contacts": [{"name": "Ada", "circle": "square"}]},
        {"contacts": [{"name": "Ada", "id": 10**30}]},
        {"contacts": [{"name": "Ada", "id": 1}, {"name": "Ben", "id": 1}]},
        {"contacts": ["Ada"]},
        {"contacts": {"Ada": 1}},
        {"contacts": 7},
        {"requests": [{"contact_id": 3}]},
        {"profile": []},
        {"profile": "Ada"},
        {"goal": {"per_month": "many"}},
        {"settings": ["draft"]},
        {"imports": [{"file_name": "a", "format": "b", "imported_on": None, "people": 1}]},
    ],
)
def test_an_export_that_does_not_hold_together_is_refused_in_a_sentence(broken):
    with pytest.raises(LogbookError, match="is broken"):
        load(json.dumps({"format": "infoview-logbook", "version": 1} | broken))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from(["profile", "goal", "settings", "imports", *SHELVES]), JSON, max_size=4),
    st.dictionaries(
        st.sampled_from(["id", "name", "contact_id", "text", "on", "due_on", "mine"]), JSON, max_size=4
    ),
)
def test_whatever_stands_in_the_file_it_is_read_or_refused_in_a_sentence(content, row):
    content = {"format": "infoview-logbook", "version": 1, "contacts": [row]} | content
    try:
        logbook = load(json.dumps(content))
    except LogbookError as error:
        assert str(error).endswith("saved copy.")  # noqa: PT017 - either outcome is right
    else:
        assert contents(load(dump(logbook))) == contents(logbook)


def test_either_form_of_a_saved_logbook_becomes_a_copy_that_opens():
    logbook = open_memory()
    write(logbook, date(2026, 11, 23))
    text = dump(logbook)

    for saved in (logbook.copy(), text.encode(), b"\xef\xbb\xbf" + text.encode(), b"\r\n" + text.encode()):
        assert contents(open_memory(saved_copy(saved))) == contents(logbook)


@pytest.mark.parametrize("data", [b"{", b"{\xff}", b'{"Name": "Ada"}'])
def test_json_that_is_no_export_is_refused_as_a_copy(data):
    with pytest.raises(LogbookError, match="isn't a logbook that infoview exported"):
        saved_copy(data)
