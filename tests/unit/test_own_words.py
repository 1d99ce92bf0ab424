"""An office's own words: they are laid over the content for a workshop, and refused where they do not fit."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from infoview.content import own_words
from infoview.errors import ContentError

DOCS = Path(__file__).parents[2] / "docs"
SHOWS = """
from infoview.logbook import open_memory
from infoview.questions.bank import bank
from workbook.app import App
from workbook.window import Window

def walk(widget):
    yield widget
    for child in getattr(widget, "children", ()):
        yield from walk(child)

app = App(Window(open_memory(), strict=True))
print(app.stepper.words["brand"])
print([question.takeaway for question in bank() if question.id == "northfield-fair"])
first = app._window.pages["start"].section("first")
print(*[getattr(widget, "value", "") for widget in walk(first.view)])
"""


def shown(file):
    """What the first page says with such a file: the name, where its question stands, the first screen."""
    done = subprocess.run(
        [sys.executable, "-c", SHOWS],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"INFOVIEW_WORKSHOP": str(file)},
    )
    return done.stdout.splitlines()


def refusal(tmp_path, text):
    """The sentence with which such a file is refused."""
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        own_words.check(own_words.load(file))
    return str(refused.value)


@pytest.fixture
def documented(tmp_path):
    """The file that the page for career offices shows, as written there."""
    file = tmp_path / "northfield.toml"
    (shown,) = re.findall(r"```toml\n(.*?)```", (DOCS / "offices.md").read_text(encoding="utf-8"), re.DOTALL)
    file.write_text(shown, encoding="utf-8")
    return file


def test_the_file_in_the_documentation_changes_what_a_visitor_sees(documented):
    own_words.check(own_words.load(documented))
    office, question, first = shown(documented)
    assert office == "Careers, Northfield College"
    assert question == "['job_hunting']"
    assert "Nobody at Northfield sees it." in first


def test_what_looks_like_markup_in_it_is_shown_as_it_is(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text('["pages/start".first.name]\ntitle = "<img src=x onerror=alert(1)>"', encoding="utf-8")
    said = "".join(shown(file))
    assert "&lt;img src=x" in said
    assert "<img" not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mottos = {}", "“mottos” is no file of infoview's content"),
        ('["../secrets"]\na = "b"', "“../secrets” is no file"),
        (
            '["pages/start".first]\nslip = "x"',
            "There's no “slip” in pages/start.first. There are, for instance: back",
        ),
        ('["pages/start".first]\nskip = 3', "pages/start.first.skip is another kind of thing"),
        ('["pages/start".first]\nskip = "{name}"', "asks for {name}, and nothing is filled in there"),
        ('["pages/start".first]\nskip = "50 % {"', "Write braces only for that."),
        (f'["pages/start".first]\nskip = "{"x" * 2001}"', "is too long; 2000 letters are the most"),
        ('[[questions.lifestyle]]\ntext = "x"', "questions.lifestyle[1] needs an id"),
        ('[[questions.lifestyle]]\nid = "n"\ntext = "x"', "so it also needs: follow_up, kind, why"),
        ("office = 3", "components.stepper.brand is another kind of thing"),
        ("office = ", "isn't TOML"),
        ("\x00", "isn't TOML"),
    ],
)
def test_what_has_no_place_in_the_content_is_refused_with_a_sentence(tmp_path, text, said):
    assert said in refusal(tmp_path, text)


def test_a_file_that_is_not_there_or_far_too_large_is_refused(tmp_path):
    with pytest.raises(ContentError, match="can't be read: No such file"):
        own_words.load(tmp_path / "none.toml")
    assert "is too large" in refusal(tmp_path, f'office = "{"x" * own_words.LARGEST}"')


def test_the_app_does_not_start_with_words_that_do_not_fit(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(
        '[[questions.lifestyle]]\nid="n"\ntext="x"\nkind="funny"\nwhy="w"\nfollow_up="f"', encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "infoview", "app", "--no-browser", "--port", "0", "--workshop", file],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert 'has the kind "funny"' in done.stderr
