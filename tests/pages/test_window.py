"""A window onto a logbook: all of its sections, on logbooks of every size; several windows at once."""

from __future__ import annotations

from datetime import date

import pytest
from ipywidgets.widgets.widget import _instances

from infoview import sample
from infoview.logbook import open_memory
from infoview.records.contacts import Contact
from workbook.app import App
from workbook.chapters import STEPS, chapter
from workbook.markup import escape
from workbook.pages import LAYOUTS
from workbook.window import Notebook, Window

SECTIONS = [(step, name) for step, layout in LAYOUTS.items() for row in layout.rows() for name, _ in row]


@pytest.fixture(scope="module")
def logbooks(crowded):
    """An empty logbook, one with a single contact, the sample, and a crowded one."""
    empty, single, shown = open_memory(), open_memory(), open_memory()
    single.contacts.add(Contact("Ada Park"))
    single.remember("contact", "1")
    sample.write(shown, date(2026, 11, 23))
    shown.remember("contact", str(shown.meetings.find()[0].contact_id))
    yield {"empty": empty, "single": single, "sample": shown, "crowded": crowded}
    for book in (empty, single, shown):
        book.close()


@pytest.mark.parametrize("which", ["empty", "single", "sample", "crowded"])
def test_every_section_can_be_shown_whatever_the_logbook_holds(which, logbooks, tools):
    window = Window(logbooks[which], strict=True)
    for step, name in SECTIONS:
        section = window.pages[step].section(name)
        section.draw()
        assert tools.shown(section.view)
    assert len(window.pages["contacts"].section("people").table.rows) == {
        "empty": 0, "single": 1, "sample": 10, "crowded": 10,
    }[which]  # fmt: skip


def test_every_section_has_its_words_and_every_words_their_section():
    for step, layout in LAYOUTS.items():
        built = sorted(name for row in layout.rows() for name, _ in row)
        assert built == sorted(words.name for words in chapter(step).sections)


def test_the_app_shows_each_section_of_a_step_with_its_heading_in_one_of_its_parts(with_demo):
    for step, layout in LAYOUTS.items():
        top = [name for row in layout.top for name, _ in row]
        for part in layout.parts:
            above = [] if part in layout.without_top else top
            with_demo.section(step, layout.sections(part)[0])
            seen = with_demo.sees()
            headed = [one.name for one in chapter(step).sections if f">{escape(one.title)}</h2>" in seen]
            folded = [
                one.name
                for one in chapter(step).sections
                if one.name in layout.folded and one.title in seen.splitlines()
            ]
            wanted = [*above, *layout.sections(part)]
            assert sorted(headed) == sorted(set(wanted) - set(layout.folded))
            assert sorted(folded) == sorted(set(wanted) & set(layout.folded))


def test_a_crowd_is_searched_and_turned_over_a_page_at_a_time(logbooks, tools):
    someone = tools.Someone(logbooks["crowded"])
    pool = someone.section("contacts", "pool").table
    assert (len(pool.rows), pool.total) == (10, 30_000)
    assert someone.view(pool, search="person 29999")
    assert [row["cells"][0]["text"] for row in pool.rows] == ["Person 29999"]
    people = someone.section("contacts", "people").table
    assert someone.view(people, offset=490, sort="name", descending=True)
    assert people.rows[-1]["cells"][0]["text"] == "Contact 000"


def test_widgets_are_built_once_however_often_one_walks_the_steps_or_saves(with_demo):
    def walk():
        for step in STEPS:
            with_demo.go(step)

    profile = with_demo.section("start", "profile").form
    walk()
    before = len(_instances)
    for _ in range(20):
        walk()
    assert len(_instances) == before
    for number in range(50):
        assert with_demo.type(profile, "name", f"Mina {number}")
    assert len(_instances) == before


def test_what_one_window_writes_the_other_shows_at_its_next_ping(with_ada, someone_else, tools):
    other = someone_else()
    people = other.section("contacts", "people").table
    entry = with_ada.section("contacts", "people")
    with_ada.act(entry.table, "edit", with_ada.session.here.contact.id)
    assert with_ada.type(entry.form, "name", "Ada Parker")

    assert people.rows[0]["cells"][0]["text"] == "Ada Park"
    other.wait()
    assert people.rows[0]["cells"][0]["text"] == "Ada Parker"


def test_a_window_with_nothing_new_is_not_redrawn(with_ada, someone_else):
    other = someone_else()
    drawn = []
    other.session.listen(lambda: drawn.append(1))
    other.wait()
    assert drawn == []
    with_ada.type(with_ada.section("start", "profile").form, "name", "Ben Moss")
    other.wait()
    other.wait()
    assert drawn == [1]


def test_two_windows_may_be_about_two_people(with_ada, someone_else):
    ben = with_ada.logbook.contacts.add(Contact("Ben Moss"))
    other = someone_else()
    other.choose(ben.id)
    with_ada.wait()
    other.wait()

    assert with_ada.session.here.contact.name == "Ada Park"
    assert other.session.here.contact.name == "Ben Moss"
    other.type(other.section("requests", "write").form, "who", "I study rivers.")
    with_ada.wait()
    assert [one.contact_id for one in with_ada.logbook.requests.find()] == [ben.id]
    assert with_ada.section("requests", "write").form.values["who"] == ""


def test_a_new_window_begins_where_the_last_one_was_left(with_ada, someone_else):
    with_ada.go("debrief")
    other = someone_else()

    assert other.session.here.left[0] == "debrief"
    assert other.session.here.contact.name == "Ada Park"


def test_a_text_typed_for_one_person_is_theirs_though_another_was_chosen_meanwhile(with_ada, reopened):
    ada, ben = with_ada.session.here.contact, with_ada.logbook.contacts.add(Contact("Ben Moss"))
    form = with_ada.section("requests", "write").form
    record = form.record
    with_ada.choose(ben.id)
    form.receive({"type": "change", "record": record, "key": "who", "value": "For Ada.", "seq": 900})

    on_disk = reopened()
    assert [(one.contact_id, one.who) for one in on_disk.requests.find()] == [(ada.id, "For Ada.")]
    assert form.values["who"] == ""


def test_in_a_logbook_put_in_its_place_by_another_window_the_forms_follow(with_demo, someone_else, tools):
    other = someone_else()
    form = other.section("start", "profile").form
    before = form.store
    copied = open_memory()
    copied.change_profile(name="Someone New")
    with_demo.upload(with_demo.section("start", "copy").upload, "copy.infoview", copied.copy())
    other.wait()

    assert form.values["name"] == "Someone New"
    assert form.store == copied.uid != before
    copied.close()


def test_a_notebook_shows_its_sections_and_says_where_another_step_is(with_ada, reopened):
    notebook = Notebook(Window(reopened(), strict=True), "contacts")
    notebook.section("people")
    people = notebook._page.section("people")
    row = people.table.rows[0]["id"]
    people.table.receive({"type": "action", "action": "edit", "id": row})
    people.person.next.receive({"type": "action", "key": "next"})

    assert "Write the request" in notebook._window.status.text
    assert notebook._window.session.here.contact.name == "Ada Park"


def test_a_notebook_notices_what_the_app_writes(with_ada, reopened):
    notebook = Notebook(Window(reopened(), strict=True), "start")
    notebook.section("profile")
    with_ada.type(with_ada.section("start", "profile").form, "name", "Mina")
    notebook._window.status.receive({"type": "ping"})

    assert notebook._page.section("profile").form.values["name"] == "Mina"


def test_an_app_begins_at_the_start_and_shows_only_one_step(someone):
    assert someone.app.stepper.current == "start"
    someone.go("contacts")
    pages = [view for view in someone.app.stage.children if view.layout.display != "none"]
    assert pages == [someone.window.pages["contacts"].view]
    assert isinstance(someone.app, App)
