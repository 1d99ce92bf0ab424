"""Every component on one page, for the browser tests: what `page()` returns is what their notebook shows."""

import json
import os
import time
from pathlib import Path

import ipywidgets

from infoview.dates.typed import day_from
from infoview.errors import InputError
from workbook import markup
from workbook.components.actions import Action, Actions
from workbook.components.checklist import Checklist
from workbook.components.clock import Clock, Turn
from workbook.components.form import Field, Form
from workbook.components.keeper import Keeper
from workbook.components.ordered_list import OrderedList
from workbook.components.status import Status
from workbook.components.stepper import Stepper
from workbook.components.table import Column, Table
from workbook.components.takeout import Copy, Download, Link, Print, Takeout
from workbook.components.upload import Upload
from workbook.theme import Theme

SLOW = 0.4  # seconds that every answer takes once it was asked to be slow
SAVED = Path("saved.json")
STEPS = (
    ("start", "Start", ()),
    ("contacts", "Find contacts", ()),
    ("requests", "Write the request", ()),
    ("debrief", "Debrief", ()),
)
FIELDS = (
    Field("name", "Your name", required=True, autocomplete="name", width="half"),
    Field("mail", "Your email", kind="email", width="half"),
    Field("when", "When you talk", kind="date", width="third"),
    Field("at", "At", kind="time", width="third"),
    Field(
        "how",
        "How",
        kind="choice",
        options=(("", "Choose one"), ("call", "A call"), ("walk", "A walk")),
        width="third",
    ),
    Field(
        "about",
        "What you explore",
        kind="long",
        hint="Two or three sentences are plenty.",
        count="words",
        examples=(
            "I study biology and wonder what curators do all day.",
            "After ten years I look for quieter work.",
        ),
    ),
    Field("kind", "You are", kind="radios", options=(("studying", "studying"), ("working", "working"))),
    Field("reminder", "I want a reminder", kind="check"),
)
MAIL = """Dear Ada Park,

I am a second-year biology student. Professor Lund told me about your work on the tide pools.

Would you have twenty minutes in the next two weeks to talk?

Ben Moss"""
ASIDE = markup.Html("""
<ul class="iv-advice">
<li class="must"><strong>Must.</strong> Take out the question about openings: ask for advice.</li>
<li class="should"><strong>Should.</strong> Say how long you would like to talk.</li>
<li class="hint"><strong>Hint.</strong> Name one thing of theirs that you read.</li></ul>
<dl class="iv-facts"><dt>Where</dt><dd>Tidal Museum</dd><dt>Found through</dt><dd>Professor Lund</dd></dl>
<p>State: <span class="iv-badge">to ask</span></p>
<details class="iv-help"><summary>What is this?</summary><p>A talk about work.</p></details>
<div class="iv-empty"><p>No questions yet. Pick a few below: eight are plenty.</p></div>
<table class="iv-matrix"><thead><tr><th scope="col">Person</th><th scope="col">Asked</th></tr></thead>
<tbody><tr><th scope="row">Ada Park</th><td>yes</td></tr></tbody></table>""")


class Gallery:
    """The page, with the smallest session that does what a real one does: one catch, and saved to disk."""

    def __init__(self) -> None:
        self.saved = json.loads(SAVED.read_text()) if SAVED.exists() else {}
        self.delay = 0
        self.status = Status(self.guard)
        self.people = [
            {"id": f"{first}-{last}-{work}", "name": f"{first} {last}", "title": work}
            for first in ("Ada", "Ben", "Cleo", "Dan")
            for last in ("Park", "Moss", "Lund", "Reyes")
            for work in ("Curator", "Nurse")
        ]
        self.questions = [
            {"id": f"q{number}", "text": text, "starred": False}
            for number, text in enumerate(
                ("What is a usual day?", "What surprised you?", "Who else should I ask?")
            )
        ]

    def guard(self, handler):
        def caught(*values):
            time.sleep(self.delay)
            try:
                handler(*values)
            except Exception as error:  # noqa: BLE001 - the one catch of this page
                self.status.say(str(error), "error")

        return caught

    def save(self, record, key, value):
        if key == "when":
            day_from(value, key)
        if key == "mail" and value and "@" not in value:
            raise InputError("An e-mail address has an @ in it.", "mail")
        self.saved.setdefault(record, {})[key] = value
        SAVED.write_text(json.dumps(self.saved))
        self.status.say(f"Saved: {value}", "saved")

    def form(self):
        form = Form(self.guard, FIELDS, self.save, store="gallery", legend="About you")
        form.show("profile", self.saved.get("profile", {}))

        def switch(key):
            form.show(key, self.saved.get(key, {}))

        return [form, Actions(self.guard, [Action("profile", "Show me"), Action("ada", "Show Ada")], switch)]

    def table(self):
        columns = [
            Column("name", "Name", sortable=True),
            Column("title", "Work", sortable=True),
            Column("url", "Profile", kind="link"),
            Column("state", "State", kind="status"),
        ]

        def row(person):
            url = "javascript:alert(1)" if person["title"] == "Nurse" else "https://example.org/someone"
            cells = {**person, "url": (url, "Profile"), "state": "to ask"}
            actions = [("pick", "Pick"), ("out", "Leave out")]
            return {"id": person["id"], "cells": cells, "actions": actions, "note": "Tidal Museum"}

        def look(view):
            found = [person for person in self.people if view.search.lower() in person["name"].lower()]
            if view.sort:
                found.sort(key=lambda person: person[view.sort], reverse=view.descending)
            rows = [row(person) for person in found[view.offset : view.offset + 5]]
            table.show(rows, len(found), f"{len(found)} people found.")

        def act(action, chosen):
            if action == "out":
                self.people = [person for person in self.people if person["id"] != chosen]
                look(table.view)
            self.status.say(f"{action}: {chosen}")

        table = Table(
            self.guard,
            "People you know",
            columns,
            act,
            look,
            search_label="Search by name",
            page_size=5,
            empty="Nobody here yet.",
        )
        look(table.view)
        return [table]

    def ordered_list(self):
        def find(chosen):
            return next(question for question in self.questions if question["id"] == chosen)

        def move(chosen, position):
            question = find(chosen)
            self.questions.remove(question)
            self.questions.insert(position, question)
            ordered.show(self.questions)

        def star(chosen, on):
            find(chosen)["starred"] = on
            ordered.show(self.questions)

        def remove(chosen):
            self.questions.remove(find(chosen))
            ordered.show(self.questions)

        def edit(chosen, text):
            find(chosen)["text"] = text
            ordered.show(self.questions)

        ordered = OrderedList(self.guard, "Your questions", move, star, remove, on_edit=edit)
        ordered.show(self.questions)
        return [ordered]

    def checklist(self):
        def tick(chosen, on):
            if chosen == "b3":
                raise InputError("Question 3 cannot be ticked.")
            self.status.say(f"{chosen} {'ticked' if on else 'left'}")

        checklist = Checklist(self.guard, "Question bank", tick, filter_label="Filter the questions")
        groups = [
            {
                "key": f"group-{group}",
                "title": f"Take-away {group}",
                "hint": "What they do now.",
                "items": [
                    {
                        "id": f"b{number}",
                        "text": f"Question number {number} about work",
                        "note": "worth asking",
                    }
                    for number in range(group * 50, group * 50 + 50)
                ],
            }
            for group in range(4)
        ]
        checklist.show(groups, ["b1"])
        return [checklist]

    def clock(self):
        def keep(began):
            self.save("clock", "began", began)

        clock = Clock(self.guard, "How long you talk", keep)
        turns = [Turn(2, "Two thirds are over."), Turn(3, "The time is over.")]
        clock.show(3, turns, self.saved.get("clock", {}).get("began", 0))
        long = Clock(self.guard, "A long talk")
        long.show(20 * 60, [Turn(800, "Two thirds are over."), Turn(1200, "The time is over.")])
        return [clock, long]

    def takeout(self):
        takeout = Takeout(self.guard, "Your request", lambda key: self.status.say(f"Taken: {key}"))
        takeout.show(
            [
                Copy("copy", "Copy the text", MAIL),
                Download("eml", "Download as mail", lambda: ("request.eml", MAIL.encode(), "message/rfc822")),
                Link("mail", "Open in your mail program", "mailto:ada@example.org?subject=Hello"),
                Link("bad", "Never shown", "javascript:alert(1)"),
                Print("print", "Print", markup.html("<h1>Day sheet</h1>")),
            ]
        )
        return [takeout]

    def upload(self):
        def take(name, data):
            self.status.say(f"{name} has {len(data)} bytes and ends in {data[-3:].decode()}.")

        hint = "A .csv file from LinkedIn, or a .vcf file from your phone."
        return [Upload(self.guard, "Your contacts file", hint, ".csv,.vcf", take)]

    def actions(self):
        held = ipywidgets.Label("Nothing is held.")

        def hold(data):
            held.value = f"Held: {len(data)} bytes, {data[:3].decode()}."

        keeper = Keeper(self.guard, hold)

        def press(key):
            if key == "fail":
                raise InputError("That didn't work.")
            if key == "keep":
                keeper.keep(b"abc" * 1000)
            if key == "forget":
                keeper.forget()
            if key == "slow":
                self.delay = SLOW
            if key == "busy":
                time.sleep(8)  # a kernel at work, not a lost one
            self.status.say(f"Pressed: {key}")

        labels = {
            "keep": "Keep a copy",
            "forget": "Forget it",
            "fail": "Fail",
            "busy": "Work a while",
            "slow": "Answer slowly",
            "off": "Not now",
        }
        actions = Actions(
            self.guard, [Action(key, label, key == "keep") for key, label in labels.items()], press
        )
        actions.enable({"keep", "forget", "fail", "busy", "slow"})
        return [actions, keeper, held]

    def steps(self):
        pages = [
            markup.prose(markup.html("<h1>{title}</h1><p>A page.</p>", title=title)) for _, title, _ in STEPS
        ]
        stack = ipywidgets.Stack(pages, selected_index=0)

        def go(key, part):
            stepper.arrive(key, part)
            stack.selected_index = [step for step, _, _ in STEPS].index(key)

        stepper = Stepper(self.guard, STEPS, go)
        stepper.marks = {"start": "done", "contacts": "look-again"}
        return [stepper, stack]

    def mail(self):
        mail = '<div class="iv-mail"><h3>{subject}</h3><p class="iv-body">{body}</p></div>'
        columns = ipywidgets.Box(
            [markup.prose(markup.html(mail, subject="A question", body=MAIL)), markup.prose(ASIDE)]
        )
        columns.add_class("iv-columns")
        return [columns]


def section(title, children):
    heading = markup.prose(markup.html("<h2>{title}</h2>", title=title))
    work = ipywidgets.VBox(children)
    work.add_class("iv-work")
    box = ipywidgets.VBox([heading, work])
    box.add_class("iv-section")
    return box


def parts():
    """Every component, as new."""
    gallery = Gallery()
    return [
        Theme(),
        *gallery.steps(),
        section("Form", gallery.form()),
        section("Table", gallery.table()),
        section("Email", gallery.mail()),
        section("Ordered list", gallery.ordered_list()),
        section("Checklist", gallery.checklist()),
        section("Takeout", gallery.takeout()),
        section("Time zone", gallery.clock()),
        section("Upload", gallery.upload()),
        section("Actions", gallery.actions()),
        ipywidgets.Label(f"Kernel {os.getpid()}"),
        gallery.status,
    ]


def page():
    """Build the page, and below it a button that forgets what was saved and builds it anew in this kernel."""
    box = ipywidgets.VBox(parts())
    box.add_class("infoview")
    box.add_class("iv-page")
    built = ipywidgets.IntText(1, description="Times built", disabled=True)
    again = ipywidgets.Button(description="Build it anew")

    def build(_button):
        SAVED.unlink(missing_ok=True)
        box.children = parts()
        built.value += 1

    again.on_click(build)
    return ipywidgets.VBox([box, again, built])
