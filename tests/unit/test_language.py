"""Another language is a folder over the English: what it holds is said in it, the rest in English."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib import resources

import pytest

MARK = "¤"
"""Every word of the pretend language begins with this sign."""
TRANSLATED = ("commands", "errors", "exports", "next_steps", "serving", "session", "start",
              "contacts", "requests", "questions", "debrief", "progress", "app")  # fmt: skip
PAGES = """
from datetime import date
from infoview import sample
from infoview.logbook import open_memory
from workbook.app import App
from workbook.chapters import STEPS
from workbook.window import Window
logbook = open_memory()
sample.write(logbook, date(2026, 11, 23))
logbook.remember("contact", str(logbook.meetings.find()[0].contact_id))
app = App(Window(logbook, strict=True))
for step in STEPS:
    app.stepper.receive({"type": "step", "key": step})
    page = app._window.pages[step]
    for row in page.layout.rows():
        for name, _ in row:
            page.section(name)
    print(step, "Chapter of" in app._window.pages[step].chapter.title, *app._window.pages[step]._built)
    for name, section in app._window.pages[step]._built.items():
        shown = repr([widget.get_state() for widget in walk(section.view)])
        print(f"{step}.{name}", "¤" in shown)
"""
WALK = """
def walk(widget):
    yield widget
    for child in getattr(widget, "children", ()):
        yield from walk(child)
"""


def written(value):
    """Write a table of words as TOML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)} = {written(one)}" for key, one in value.items()) + "}"
    return quoted(value)


def quoted(text):
    """Write a text as TOML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def marked(value):
    """Mark every text in nested tables; lists, names of drawings and places stay as they are: left out."""
    if isinstance(value, dict):
        return {
            key: marked(one)
            for key, one in value.items()
            if isinstance(one, dict | str) and key not in {"drawing", "to"}
        }
    return MARK + value


@pytest.fixture(scope="module")
def pretend(tmp_path_factory):
    """A whole pretend language: the English, with a mark before every sentence."""
    folder = tmp_path_factory.mktemp("content") / "xx"
    for source in (resources.files("infoview.content") / "", resources.files("infoview.content") / "pages"):
        for file in source.iterdir():
            if file.name.removesuffix(".toml") in TRANSLATED:
                place = folder / ("pages" if source.name == "pages" else "")
                place.mkdir(parents=True, exist_ok=True)
                table = marked(tomllib.loads(file.read_text(encoding="utf-8")))
                lines = (f"{quoted(key)} = {written(value)}" for key, value in table.items())
                (place / file.name).write_text("\n".join(lines), encoding="utf-8")
    (folder / "guides").mkdir()
    for guide in (resources.files("infoview.content") / "guides").iterdir():
        said = guide.read_text(encoding="utf-8").replace("# ", "# Chapter of ", 1)
        (folder / "guides" / guide.name).write_text(said, encoding="utf-8")
    return folder


def run(language, *arguments, program=""):
    """Run a program, or the command `infoview`, in a language."""
    command = ["-c", program] if program else ["-m", "infoview", *map(str, arguments)]
    place = os.environ | {"INFOVIEW_LANGUAGE": str(language), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, *command], capture_output=True, encoding="utf-8", check=False, env=place
    )
    return done.stdout + done.stderr


def said(language, program):
    """What a program prints in a language."""
    return run(language, program=program).strip()


def test_a_language_says_what_it_holds_and_the_rest_is_english(tmp_path):
    (tmp_path / "session.toml").write_text('saved = "Gespeichert um {time}"', encoding="utf-8")
    program = (
        "from infoview.content import words; w = words('session'); print(w['saved'], '|', w['opened_memory'])"
    )
    assert said(tmp_path, program) == "Gespeichert um {time} | Your copy is open."


def test_entries_of_a_list_are_translated_one_by_one_by_their_id(tmp_path):
    (tmp_path / "questions.toml").write_text(
        '[[present_job]]\nid = "typical-day"\ntext = "Wie sieht ein Tag aus?"', encoding="utf-8"
    )
    program = """
from infoview.content import words
bank = words("questions")["present_job"]
print(len(bank) > 3, [one["text"] for one in bank if one["id"] == "typical-day"], bank[0]["kind"])
"""
    assert "Wie sieht ein Tag aus?" in said(tmp_path, program)


def test_the_language_is_named_on_pages_for_paper(pretend):
    assert 'lang="xx"' in said(
        pretend,
        "from workbook.components.takeout import Print, page_for_paper\n"
        "from workbook.markup import html\nprint(page_for_paper(Print('p', 'P', html('<p>p</p>'))))",
    )


def test_a_language_nobody_wrote_is_refused_in_a_sentence():
    refused = run("klingon", "questions").strip()
    assert refused == "There is no language klingon here. Leave INFOVIEW_LANGUAGE out for English."


def test_every_section_of_every_page_follows_the_language(pretend):
    lines = said(pretend, WALK + PAGES).splitlines()
    follows = dict(re.findall(r"^(\w+(?:\.\w+)?) (True|False)", "\n".join(lines), re.MULTILINE))
    assert len(follows) > 60, lines[-5:]
    assert [name for name, does in follows.items() if does != "True"] == ["start.welcome"]  # all in the guide


def test_what_goes_out_follows_the_language(pretend, tmp_path):
    book = tmp_path / "sample.infoview"
    run("en", "demo", book)
    run(pretend, "export", "--logbook", book, "--to", tmp_path / "out")
    out = {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}
    files = {name: data for name, data in out.items() if name.endswith((".csv", ".ics", ".html"))}
    assert len(files) > 8
    assert [name for name, data in files.items() if MARK.encode() not in data] == []


def test_what_is_due_and_what_is_refused_follow_the_language(pretend, tmp_path):
    book = tmp_path / "sample.infoview"
    run("en", "demo", book)
    assert MARK in run(pretend, "due", "--logbook", book)
    (tmp_path / "none.infoview").write_bytes(b"nothing of ours")
    assert MARK in run(pretend, "due", "--logbook", tmp_path / "none.infoview")


def test_the_commands_help_follows_the_language(pretend):
    for arguments in ([], ["app"], ["coach"], ["export"], ["questions", "check"]):
        assert run(pretend, *arguments, "--help").count(MARK) >= 2, arguments
