"""What components promise a page, spoken to as the browser speaks to them."""

from datetime import date, time
from pathlib import Path

import pytest

import workbook.components
from infoview import content
from infoview.errors import InfoviewError, InputError
from workbook.components.actions import Action, Actions
from workbook.components.base import Component
from workbook.components.checklist import Checklist
from workbook.components.form import Field, Form
from workbook.components.keeper import Keeper
from workbook.components.ordered_list import OrderedList
from workbook.components.remarks import Remark, Remarks
from workbook.components.status import Status
from workbook.components.stepper import Stepper
from workbook.components.table import Column, Table, View
from workbook.components.takeout import Copy, Download, Link, Print, Takeout
from workbook.components.upload import Upload
from workbook.markup import html
from workbook.theme import Theme

SCRIPTS = sorted(Path(workbook.components.__file__).parent.glob("*.js"))


def strict(handler):
    """Let every exception through, as a session under test does."""
    return handler


class Catching:
    """A guard as people have it: exceptions are kept, never raised."""

    def __init__(self):
        self.caught = []

    def __call__(self, handler):
        def guarded(*values):
            try:
                handler(*values)
            except Exception as error:  # noqa: BLE001 - it is what a guard does
                self.caught.append(error)

        return guarded


@pytest.fixture
def sent(monkeypatch):
    """What components send to the browser, as (message, bytes)."""
    messages = []

    def send(self, message, buffers=None):
        messages.append((message, b"".join(bytes(part) for part in buffers or [])))

    monkeypatch.setattr(Component, "send", send)
    return messages


FIELDS = (Field("name", "Name"), Field("mail", "Email", kind="email"))


def form(on_change, fields=FIELDS, guard=strict):
    made = Form(guard, fields, on_change)
    made.show("profile", {"name": "Ada"})
    return made


def typed(record="profile", key="name", value="Ada Park", seq="one"):
    return {"type": "change", "record": record, "key": key, "value": value, "seq": seq}


# The one way in


def test_an_unknown_message_is_an_error_and_not_silence():
    with pytest.raises(ValueError, match="knows no message"):
        form(print).receive({"type": "nonsense"})


def test_a_message_without_a_type_is_an_error_too():
    with pytest.raises(ValueError, match="knows no message"):
        form(print).receive({})


def test_a_numbered_message_is_answered_when_it_worked():
    made = form(lambda *_: None)
    made.receive(typed())
    assert made.answered == ["one", True]


def test_a_numbered_message_is_answered_when_it_failed():
    guard = Catching()

    def fail(*_):
        raise InfoviewError("The disk is full.")

    made = form(fail, guard=guard)
    made.receive(typed())
    assert made.answered == ["one", False]
    assert [str(error) for error in guard.caught] == ["The disk is full."]


def test_a_page_s_fault_reaches_the_guard():
    guard = Catching()
    Actions(guard, [Action("go", "Go")], lambda _key: 1 / 0).receive({"type": "action", "key": "go"})
    assert isinstance(guard.caught[0], ZeroDivisionError)


# Forms


def test_a_change_is_handed_over_with_the_record_it_was_typed_for():
    calls = []
    made = form(lambda *change: calls.append(change))
    made.show("contact-12", {"name": "Ben"})
    made.receive(typed(record="profile"))
    assert calls == [("profile", "name", "Ada Park")]
    assert made.values == {"name": "Ben", "mail": ""}


def test_a_saved_change_is_part_of_the_values():
    made = form(lambda *_: None)
    made.receive(typed())
    assert made.values == {"name": "Ada Park", "mail": ""}


def test_a_refused_change_leaves_the_values_and_marks_the_field():
    def refuse(*_):
        raise InputError("An e-mail address has an @ in it.", "mail")

    made = form(refuse, guard=Catching())
    made.receive(typed(key="mail", value="ada"))
    assert made.values["mail"] == ""
    assert made.errors == {"mail": "An e-mail address has an @ in it."}


def test_a_refusal_that_names_no_field_is_shown_where_it_was_typed():
    def refuse(*_):
        raise InputError("Too long.")

    made = form(refuse, guard=Catching())
    made.receive(typed(key="name"))
    assert made.errors == {"name": "Too long."}


def test_a_field_that_is_right_again_loses_its_remark():
    made = form(lambda *_: None)
    made.errors = {"name": "Too long.", "mail": "No @."}
    made.receive(typed(key="name"))
    assert made.errors == {"mail": "No @."}


def test_another_record_begins_without_remarks():
    made = form(lambda *_: None)
    made.errors = {"name": "Too long."}
    made.show("contact-1", {})
    assert made.errors == {}


def test_showing_the_same_record_again_keeps_its_remarks():
    made = form(lambda *_: None)
    made.errors = {"name": "Too long."}
    made.show("profile", {"name": "Ada"})
    assert made.errors == {"name": "Too long."}


def test_a_field_that_is_not_asked_for_is_an_error():
    with pytest.raises(ValueError, match="no field"):
        form(print).receive(typed(key="admin"))


def test_dates_times_nothing_and_ticks_become_what_an_input_shows():
    fields = [
        Field("on", "On", kind="date"),
        Field("at", "At", kind="time"),
        Field("note", "Note"),
        Field("ready", "Ready", kind="check"),
        Field("number", "Number", kind="number"),
    ]
    made = form(print, fields)
    made.show(
        "meeting-1", {"on": date(2026, 11, 23), "at": time(9, 5), "note": None, "ready": 1, "number": 20}
    )
    assert made.values == {"on": "2026-11-23", "at": "09:05", "note": "", "ready": True, "number": "20"}


def test_new_options_replace_the_old():
    made = form(print)
    made.change_fields([Field("who", "Who", kind="choice", options=(("1", "Ada"),))])
    assert made.fields[0]["options"] == (("1", "Ada"),)


# Tables


def table(on_action=print, on_view=print):
    columns = [Column("name", "Name", sortable=True), Column("url", "Profile", kind="link")]
    return Table(strict, "People", columns, on_action, on_view, search_label="Search")


def test_a_table_holds_one_page_and_knows_the_whole_number():
    made = table()
    made.show([{"id": 1, "cells": {"name": "Ada"}}], 30_000, "30,000 people found.")
    assert (len(made.rows), made.total) == (1, 30_000)


@pytest.mark.parametrize("url", ["javascript:alert(1)", " java\tscript:alert(1)", "data:text/html,x", None])
def test_a_dangerous_link_in_a_table_has_no_address(url):
    made = table()
    made.show([{"id": 1, "cells": {"name": "Ada", "url": url}}], 1)
    assert made.rows[0]["cells"][1]["href"] == ""


def test_a_link_may_have_a_label():
    made = table()
    made.show([{"id": 1, "cells": {"name": "Ada", "url": ("https://example.org", "Profile")}}], 1)
    assert made.rows[0]["cells"][1] == {"text": "Profile", "href": "https://example.org"}


def test_asking_for_other_rows_tells_the_page_which():
    views = []
    made = table(on_view=views.append)
    made.receive({"type": "view", "search": "park", "offset": 25, "sort": "name", "descending": True})
    assert views == [View("park", 25, "name", descending=True)]
    assert made.view == views[0]


def test_a_row_s_button_tells_the_page_what_and_which():
    calls = []
    table(on_action=lambda *call: calls.append(call)).receive({"type": "action", "action": "pick", "id": "7"})
    assert calls == [("pick", "7")]


# Lists


def test_an_item_is_never_moved_beyond_the_ends():
    moves = []
    made = OrderedList(strict, "Questions", lambda *move: moves.append(move))
    made.show([{"id": 1, "text": "One"}, {"id": 2, "text": "Two"}])
    made.receive({"type": "move", "id": "1", "position": 9})
    made.receive({"type": "move", "id": "2", "position": -1})
    assert moves == [("1", 1), ("2", 0)]


def test_a_list_offers_only_what_the_page_can_do():
    made = OrderedList(strict, "Questions", print)
    assert made.can == {"move": True, "star": False, "remove": False, "edit": False, "minutes": False}


def test_a_star_and_a_new_text_reach_the_page():
    calls = []
    keep = lambda *call: calls.append(call)  # noqa: E731 - the same for each
    made = OrderedList(strict, "Questions", keep, keep, keep, on_edit=keep)
    made.receive({"type": "star", "id": "1", "on": True})
    made.receive({"type": "edit", "id": "1", "text": "Why?"})
    made.receive({"type": "remove", "id": "1"})
    assert calls == [("1", True), ("1", "Why?"), ("1",)]


def test_the_minutes_of_an_item_reach_the_page():
    calls = []
    made = OrderedList(strict, "Questions", print, on_minutes=lambda *call: calls.append(call))
    made.receive({"type": "minutes", "id": "1", "minutes": "4"})
    assert calls == [("1", "4")]


def checklist(on_tick, guard=strict):
    made = Checklist(guard, "Questions", on_tick)
    made.show(
        [{"key": "a", "title": "A", "items": [{"id": 1, "text": "One"}, {"id": 2, "text": "Two"}]}], {"2"}
    )
    return made


def test_a_tick_is_kept_when_the_page_took_it():
    made = checklist(lambda *_: None)
    made.receive({"type": "tick", "id": "1", "on": True})
    made.receive({"type": "tick", "id": "2", "on": False})
    assert made.ticked == ["1"]


def test_a_refused_tick_is_not_kept():
    made = checklist(lambda *_: 1 / 0, guard=Catching())
    made.receive({"type": "tick", "id": "1", "on": True})
    assert made.ticked == ["2"]


# Steps, buttons, status


def test_choosing_a_step_moves_on_and_an_unknown_one_is_left_alone():
    visited = []

    def go(*place):
        visited.append(place)
        made.arrive(*place)

    made = Stepper(strict, [("start", "Start", ()), ("debrief", "Debrief", (("a", "A"), ("b", "B")))], go)
    made.receive({"type": "step", "key": "debrief"})
    made.receive({"type": "step", "key": "nowhere"})
    made.receive({"type": "step", "key": "debrief"})
    made.receive({"type": "step", "key": "debrief", "part": "b"})
    made.receive({"type": "step", "key": "debrief", "part": "nowhere"})
    assert visited == [("debrief", ""), ("debrief", "b")]
    assert (made.current, made.part) == ("debrief", "b")


def test_a_button_that_is_not_enabled_does_nothing():
    pressed = []
    made = Actions(strict, [Action("a", "A"), Action("b", "B")], pressed.append)
    made.enable({"b"})
    made.receive({"type": "action", "key": "a"})
    made.receive({"type": "action", "key": "b"})
    assert pressed == ["b"]


def test_the_same_sentence_said_twice_is_two_sentences():
    made = Status(strict)
    made.say("Saved 10:42", "saved")
    made.say("Saved 10:42", "saved")
    assert (made.text, made.tone, made.said) == ("Saved 10:42", "saved", 2)


def test_a_tone_that_does_not_exist_is_an_error():
    with pytest.raises(ValueError, match="loud"):
        Status(strict).say("Hello", "loud")


def test_a_heartbeat_is_answered_even_when_the_page_fails(sent):
    guard = Catching()
    Status(guard, lambda _zone: 1 / 0).receive({"type": "ping"})
    assert sent == [({"type": "pong"}, b"")]
    assert isinstance(guard.caught[0], ZeroDivisionError)


# Out and in


def test_a_file_is_made_only_when_asked_for_and_then_noted(sent):
    taken = []
    made = Takeout(strict, "Request", taken.append)
    made.show([Download("eml", "Email", lambda: ("a.eml", b"Dear Ada", "message/rfc822"))])
    assert taken == sent == []
    made.receive({"type": "make", "key": "eml"})
    assert sent == [({"type": "file", "key": "eml", "name": "a.eml", "kind": "message/rfc822"}, b"Dear Ada")]
    assert taken == ["eml"]


def test_a_link_that_is_not_safe_is_not_offered():
    made = Takeout(strict, "Request")
    made.show([Link("bad", "Bad", "javascript:alert(1)"), Link("good", "Good", "mailto:ada@example.org")])
    assert [item["key"] for item in made.items] == ["good"]


def test_only_html_made_by_markup_is_printed():
    made = Takeout(strict, "Sheet")
    made.show([Copy("copy", "Copy", "text"), Print("print", "Print", html("<p>{name}</p>", name="<b>"))])
    assert "<body><p>&lt;b&gt;</p></body>" in made.items[1]["html"]
    with pytest.raises(TypeError):
        made.show([Print("print", "Print", "<p>plain</p>")])


def piece(at, size, name="a.csv"):
    return {"type": "piece", "name": name, "at": at, "size": size}


def upload(guard=strict, limit=10):
    files = []
    return files, Upload(guard, "File", "", ".csv", lambda *file: files.append(file), limit=limit)


def test_a_file_sent_in_pieces_arrives_whole():
    files, made = upload()
    made.receive(piece(0, 7), [b"name"])
    assert files == []
    made.receive(piece(4, 7), [memoryview(b",of")])
    assert files == [("a.csv", b"name,of")]


def test_a_file_above_the_limit_is_refused_even_when_the_browser_sent_it():
    files, made = upload()
    with pytest.raises(InputError, match="larger than"):
        made.receive(piece(0, 11), [b"x"])
    with pytest.raises(InputError, match="larger than"):
        made.receive(piece(0, 5), [b"x" * 11])
    assert files == []


def test_a_file_with_a_missing_piece_is_refused_and_can_be_sent_again():
    files, made = upload()
    made.receive(piece(0, 6), [b"ab"])
    with pytest.raises(InputError, match="didn't arrive whole"):
        made.receive(piece(4, 6), [b"ef"])
    made.receive(piece(0, 2), [b"ok"])
    assert files == [("a.csv", b"ok")]


def test_what_the_browser_held_is_taken_by_a_new_kernel_only(sent):
    held = []
    made = Keeper(strict, held.append)
    made.receive({"type": "held", "newer": False}, [b"from before"])
    made.keep(b"changed since")
    made.receive({"type": "held", "newer": False}, [b"from before"])
    assert held == [b"from before"]
    assert sent[-1] == ({"type": "keep"}, b"changed since")


def test_a_newer_copy_of_another_notebook_is_taken_once(sent):
    held = []
    made = Keeper(strict, held.append)
    made.keep(b"mine")
    made.receive({"type": "held", "newer": True}, [b"theirs"])
    made.receive({"type": "held", "newer": True}, [b"theirs"])
    assert held == [b"theirs"]


def test_a_full_browser_is_told():
    told = []
    Keeper(strict, print, lambda: told.append("full")).receive({"type": "full"})
    assert told == ["full"]


# Remarks


def test_a_remark_is_set_aside_with_its_reason_and_a_refusal_stands_at_it():
    heard = []

    def set_aside(rule, reason):
        if not reason:
            raise InputError("Say why.", "reason")
        heard.append((rule, reason))

    made = Remarks(Catching(), set_aside, heard.append)
    made.show("letter-1", [Remark("too-long", "hint", "Hint", "Could it be shorter?")], count="", verdict="")
    made.receive({"type": "set_aside", "rule": "too-long", "reason": "", "seq": 1})
    assert made.errors == {"too-long": "Say why."}
    made.receive({"type": "set_aside", "rule": "too-long", "reason": "They asked for it", "seq": 2})
    assert made.errors == {}
    made.receive({"type": "take_up", "rule": "too-long", "seq": 3})
    assert heard == [("too-long", "They asked for it"), "too-long"]
    assert made.answered == [3, True]


def remarks_of(*weights):
    return [
        Remark(f"rule-{place}", weight, weight.title(), f"Sentence {place}.")
        for place, weight in enumerate(weights)
    ]


def in_sight(made):
    return [item["weight"] for item in made.items if not item["folded"]]


@pytest.mark.parametrize(
    ("weights", "seen", "more"),
    [
        (("hint", "should", "must"), ["must", "should"], "One more hint"),
        (("hint", "hint"), [], "2 hints"),
        (("should", "must", "should", "must", "hint"), ["must", "must", "should"], "2 more remarks"),
        (("must",), ["must"], ""),
    ],
)
def test_the_gravest_three_remarks_are_in_sight_and_hints_are_folded(weights, seen, more):
    made = Remarks(strict)
    made.show("letter-1", remarks_of(*weights), count="", verdict="2 things to change")
    assert in_sight(made) == seen
    assert made.more == more
    assert made.weight == min(weights, key=["must", "should", "hint"].index)


def test_refusals_go_when_another_record_is_shown():
    made = Remarks(strict)
    made.errors = {"too-long": "Say why."}
    made.show("letter-2", [], count="", verdict="")
    assert made.errors == {}
    assert not made.settable


# Scripts, words, style


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_stay_short_make_no_html_of_text_and_ask_no_host(script):
    text = script.read_text(encoding="utf-8")
    assert text.count("\n") <= 250
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "http:",
        "https:",
    ):
        assert forbidden not in text


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_word_that_a_script_uses_is_in_the_content(script):
    import re

    used = set(re.findall(r"\bwords\.(\w+)", script.read_text(encoding="utf-8")))
    section = {"fields": "form"}.get(script.stem, script.stem)
    known = content.words("components").get(section, {})
    assert used <= set(known)


def test_no_style_asks_another_host():
    assert "http" not in Theme._css
    assert "@import" not in Theme._css


def test_a_component_starts_no_thread():
    import threading

    before = threading.active_count()
    form(print)
    assert threading.active_count() == before


def test_every_point_the_verdict_counts_is_in_sight(sent):
    made = Remarks(Catching())
    made.show("letter-1", remarks_of(*["must"] * 7, "should", "hint"), count="", verdict="7 points to change")
    assert [item["weight"] for item in made.items if not item["folded"]] == ["must"] * 7
