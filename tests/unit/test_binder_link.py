"""`infoview binder-link`: where Binder opens a copy of the repository, by its own rules for addresses."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import zxingcpp
from click.testing import CliRunner
from PIL import Image

from infoview.cli import infoview
from infoview.cli.binder_link import HUB, OPENED, address


def asked(*arguments):
    return CliRunner().invoke(infoview, ["binder-link", *map(str, arguments)])


@pytest.mark.parametrize(
    ("repository", "named"),
    [
        ("https://github.com/office/infoview", "gh/office/infoview"),
        ("https://github.com/office/infoview.git", "gh/office/infoview"),
        (" https://www.github.com/office/infoview/ ", "gh/office/infoview"),
        ("https://gitlab.com/campus/careers/infoview", "gl/campus%2Fcareers%2Finfoview"),
        ("https://git.example.edu/a/infoview", "git/https%3A%2F%2Fgit.example.edu%2Fa%2Finfoview"),
    ],
)
def test_binder_is_told_a_repository_as_it_wants_it(repository, named):
    link = urlsplit(address(repository, "HEAD", HUB, OPENED["app"]))
    assert link.path == f"/v2/{named}/HEAD"
    assert parse_qs(link.query) == {"urlpath": ["voila/render/notebooks/app.ipynb"]}


def test_a_branch_with_a_slash_and_an_own_binder_are_named():
    link = address("https://github.com/o/i", "fall/2026", "https://binder.example.edu/", OPENED["notebooks"])
    assert link.startswith("https://binder.example.edu/v2/gh/o/i/fall%2F2026?")
    assert unquote(link).endswith("?urlpath=lab/tree/notebooks/01-today.ipynb")


@pytest.mark.parametrize(
    "wrong",
    [
        *("infoview", "github.com/office/infoview", "https://github.com/office"),
        *("https://[", "javascript:alert(1)", "https://me:secret@github.com/o/i"),
    ],
)
def test_what_is_no_repository_gets_a_sentence(wrong):
    result = asked(wrong)
    assert result.exit_code != 0
    assert "https://github.com/your-office/infoview" in f"{result.exception}{result.output}"


def test_both_links_the_lines_for_badges_and_a_picture_for_a_terminal_are_printed():
    told = asked("https://github.com/office/infoview").output
    app, notebooks = (
        address("https://github.com/office/infoview", "HEAD", HUB, path) for path in OPENED.values()
    )
    assert told.count(app) == told.count(notebooks) == 2
    assert f"(https://mybinder.org/badge_logo.svg)]({app})" in told
    assert "█" in told


def test_the_picture_in_a_file_is_read_as_the_apps_link(tmp_path):
    file = tmp_path / "cards" / "link.svg"
    assert str(file) in asked("https://github.com/office/infoview", "--svg", file).output
    assert drawn(file) == address("https://github.com/office/infoview", "HEAD", HUB, OPENED["app"])


def drawn(file):
    """What a reader of QR codes makes of the rows of dark lines in such a file."""
    svg = file.read_text()
    size = int(re.search(r'width="(\d+)"', svg)[1]) // 8
    picture = Image.new("L", (size, size), 255)
    x = y = 0.0
    for move, left, down, along in re.findall(r"([Mm])(-?[\d.]+) (-?[\d.]+)h([\d.]+)", svg):
        x, y = (float(left), float(down)) if move == "M" else (x + float(left), y + float(down))
        for place in range(int(float(along))):
            picture.putpixel((int(x) + place, int(y)), 0)
        x += float(along)
    (code,) = zxingcpp.read_barcodes(picture.resize((8 * size, 8 * size), Image.Resampling.NEAREST))
    return code.text
