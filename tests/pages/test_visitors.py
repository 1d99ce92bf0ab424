"""Visitors: on a shared machine a logbook lives in memory, and its copy in the visitor's own browser."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
import zlib

import pytest

from infoview import sample
from infoview.logbook import open_memory
from infoview.records.contacts import Contact, ContactImport, PoolPerson


def kept(someone):
    """Open the newest copy that the browser was given."""
    copies = [
        bytes(buffers[0])
        for data, buffers in someone.window._keeper.comm.sent
        if data.get("method") == "custom" and data["content"]["type"] == "keep"
    ]
    return open_memory(zlib.decompress(copies[-1])) if copies else None


def held(someone, data=b"", *, newer=False):
    """Tell, as the browser does at the start, what it holds of an earlier visit."""
    someone.window._keeper.receive({"type": "held", "newer": newer}, [data] if data else [])


@pytest.fixture
def arrived(visitor):
    """A visitor whose browser held nothing."""
    held(visitor)
    return visitor


def test_the_browser_is_given_a_copy_after_each_change(arrived):
    form = arrived.section("start", "profile").form
    for name in ("Mina", "Mina Castellan"):
        arrived.type(form, "name", name)
        assert kept(arrived).profile.name == name


def test_what_is_in_no_file_is_said_and_asked_about_until_a_copy_is_saved(arrived):
    form = arrived.section("start", "profile").form
    assert not arrived.window.status.unsaved
    arrived.type(form, "name", "Mina")
    assert "not in a file since" in arrived.window.status.text
    assert arrived.window.status.unsaved
    arrived.section("start", "copy").takeout.receive({"type": "make", "key": "copy"})
    assert "in a file of yours" in arrived.window.status.text
    assert not arrived.window.status.unsaved


def test_work_comes_back_after_a_reload(arrived, tools):
    arrived.type(arrived.section("start", "profile").form, "name", "Mina")
    ada = arrived.logbook.contacts.add(Contact("Ada Park"))
    arrived.choose(ada.id)
    _, (data,) = arrived.window._keeper.comm.sent[-1]
    again = tools.Someone(open_memory())
    form = again.section("start", "profile").form
    held(again, bytes(data))

    assert form.values["name"] == "Mina"
    assert form.store == arrived.logbook.uid
    assert again.session.here.contact.name == "Ada Park"
    assert "brought it back" in again.told[0]
    assert again.window.status.unsaved


def test_an_empty_logbook_never_takes_the_place_of_what_the_browser_holds(arrived, tools):
    """After a reload the address may lead to a step, and a ping may come, before the copy arrives."""
    arrived.type(arrived.section("start", "profile").form, "name", "Mina")
    _, (data,) = arrived.window._keeper.comm.sent[-1]
    again = tools.Someone(open_memory())
    again.go("contacts")
    again.type(again.section("start", "goal").form, "per_month", "2")
    again.wait()
    assert kept(again) is None
    held(again, bytes(data))
    assert again.logbook.profile.name == "Mina"
    again.type(again.section("start", "profile").form, "doing", "Rivers")
    assert (kept(again).profile.name, kept(again).profile.doing) == ("Mina", "Rivers")


def test_what_the_browser_holds_does_not_undo_what_was_done_since(arrived):
    old = zlib.compress(open_memory().copy())
    arrived.type(arrived.section("start", "profile").form, "name", "Mina")
    held(arrived, old)
    assert arrived.logbook.profile.name == "Mina"


def test_a_newer_copy_of_another_notebook_in_the_tab_is_taken(arrived):
    arrived.type(arrived.section("start", "profile").form, "name", "Mina")
    newer = open_memory(arrived.logbook.copy())
    newer.change_profile(doing="Rivers")
    held(arrived, zlib.compress(newer.copy()), newer=True)
    assert arrived.logbook.profile.doing == "Rivers"


def test_a_large_logbook_is_kept_every_few_seconds_instead(arrived):
    people = (PoolPerson(0, n, f"Person {n}", note="x" * 200) for n in range(5000))
    record = ContactImport("c.csv", "table", arrived.session.today, 5000)
    arrived.session.change(lambda logbook: logbook.pool.fill(record, people))
    assert kept(arrived) is None
    arrived.wait()
    assert kept(arrived).pool.count() == 5000
    before = len(arrived.window._keeper.comm.sent)
    arrived.wait()
    assert len(arrived.window._keeper.comm.sent) == before


def test_a_tab_without_room_is_said(arrived):
    arrived.window._keeper.receive({"type": "full"})
    assert "too large for this tab" in arrived.told[0]


@pytest.mark.parametrize("spoiled", [b"nonsense", zlib.compress(b"nonsense"), zlib.compress(b"x" * 99)[:9]])
def test_a_spoiled_copy_in_the_browser_is_refused_and_the_page_works_on(visitor, spoiled):
    held(visitor, spoiled)
    assert visitor.told[1] == "error"
    assert "not your fault" not in visitor.told[0]
    assert visitor.type(visitor.section("start", "profile").form, "name", "Mina")
    assert kept(visitor).profile.name == "Mina"


def test_a_copy_that_unpacks_without_end_is_refused_in_little_memory(arrived):
    packed = zlib.compressobj()
    bomb = b"".join([*(packed.compress(bytes(10_000_000)) for _ in range(30)), packed.flush()])
    tracemalloc.start()
    held(arrived, bomb, newer=True)
    assert tracemalloc.get_traced_memory()[1] < 150_000_000
    tracemalloc.stop()
    assert "can no longer be read" in arrived.told[0]


def test_a_browser_changes_nothing_of_what_it_is_shown(arrived):
    upload = arrived.section("start", "copy").upload
    shown = upload.get_state()
    for told in ({"limit": 10**12}, {"words": {"too_large": "{limit.__class__}"}}, {"_esm": "alert(1)"}):
        data = {"method": "update", "state": told, "buffer_paths": []}
        upload._handle_msg({"content": {"data": data}, "buffers": []})
    assert upload.get_state() == shown


def test_a_saved_copy_takes_the_place_of_what_is_here(arrived):
    demo_book = open_memory()
    sample.write(demo_book, arrived.session.today)
    arrived.go("contacts")
    assert arrived.upload(arrived.section("start", "copy").upload, "c.infoview", demo_book.copy())
    assert arrived.told[0] == "Your copy is open."
    assert arrived.section("contacts", "people").table.total == demo_book.contacts.count()
    assert kept(arrived).contacts.count() == demo_book.contacts.count()


def test_every_visitor_is_told_where_the_words_are_kept(visitor, tools):
    assert "a visitor on a shared machine" in tools.read(visitor.app.view)


VISIT = """
from infoview import sample
from infoview.dates import clock
from workbook.entrance import open_logbook
from workbook.app import App
from workbook.chapters import STEPS
from workbook.window import Window
logbook = open_logbook()
window = Window(logbook)
app = App(window)
sample.write(logbook, clock.today())
logbook.remember("contact", "2")
window.session.reopen("")
for step in STEPS:
    app.stepper.receive({"type": "step", "key": step})
form = window.pages["start"].section("profile").form
form.receive({"type": "change", "record": "profile", "key": "name", "value": "Secret Name"})
window.status.receive({"type": "ping"})
copy = window.pages["start"].section("copy")
copy.takeout.receive({"type": "make", "key": "copy"})
form.receive({"type": "change", "record": "profile", "key": "nonsense", "value": "Secret Name"})
"""


def test_nothing_a_visitor_writes_reaches_the_disk_or_the_log(tmp_path):
    places = {name: tmp_path / name for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "cwd")}
    for place in places.values():
        place.mkdir()
    environment = {name: str(place) for name, place in places.items()} | {
        "INFOVIEW_PUBLIC": "1",
        "PATH": os.environ["PATH"],
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", VISIT],
        cwd=places["cwd"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert [str(path) for path in tmp_path.rglob("*") if path.is_file()] == []
    assert "Secret" not in done.stdout + done.stderr
    assert "ValueError at" in done.stderr
