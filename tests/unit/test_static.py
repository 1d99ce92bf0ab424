"""The static edition without a browser: what the folder is made of, and what Python tells the page."""

from __future__ import annotations

import json
import re

import comm
import pytest

from infoview.content import words
from infoview.logbook import open_memory
from workbook.static import inside
from workbook.static.build import (
    MARK,
    OFFLINE,
    PAGE,
    SITE,
    archive,
    is_useful,
    of_our_own,
    put_in_place,
    put_together,
)

KNOWN_TO_THE_PAGE = {"VBoxModel", "HTMLModel", "AnyModel"}


class Page:
    """What a page hears of Python, and how it answers."""

    def __init__(self, monkeypatch) -> None:
        monkeypatch.setattr(comm, "create_comm", comm.create_comm)
        for name in ("JUPYTER_WIDGETS_ECHO", "QUERY_STRING"):
            monkeypatch.setenv(name, "")
        self.messages: list[dict] = []
        self.kept: bytes = b""

    def send(self, text: str, parts: list[bytes]) -> None:
        """Hear a bundle of messages."""
        for message in json.loads(text):
            own, parts = parts[: message["buffers"]], parts[message["buffers"] :]
            self.messages.append(message)
            if message["kind"] == "keep":
                (self.kept,) = own

    def widget(self, kind: str) -> str:
        """Find a widget by the Python class of its component."""
        return next(
            message["id"]
            for message in self.messages
            if message["kind"] == "comm_open"
            and message["data"]["state"].get("_anywidget_id", "").endswith(kind)
        )


@pytest.fixture
def page(monkeypatch):
    """A page that Python has not spoken to yet."""
    return Page(monkeypatch)


def test_the_page_is_given_the_logbook_after_each_change_and_opens_it_again(page):
    opened = inside.begin(page.send, None, "step=contacts")
    assert page.messages[-1]["kind"] == "keep"
    go = {"method": "custom", "content": {"type": "step", "key": "debrief", "part": ""}}
    before = page.kept
    opened.hear(json.dumps({"id": page.widget("Stepper"), "data": go}), [])
    assert page.kept != before
    assert open_memory(page.kept).recall("step") == "debrief"
    again = inside.begin(page.send, page.kept, "")
    assert again.logbook.uid == opened.logbook.uid


def test_what_is_no_logbook_is_said_and_never_written_over(page):
    said = inside.begin(page.send, b"not a logbook", "")
    assert said.endswith(".")
    assert page.kept == b""


def test_a_saved_copy_takes_the_logbooks_place(page):
    opened = inside.begin(page.send, None, "")
    copy = open_memory()
    copy.change_profile(name="Ada Moreno")
    opened.open(memoryview(copy.copy()))
    assert open_memory(page.kept).profile.name == "Ada Moreno"
    opened.open(memoryview(b"no logbook"))
    assert opened.logbook.profile.name == "Ada Moreno"


def test_the_pages_are_made_of_the_widgets_that_the_page_knows(page):
    inside.begin(page.send, None, "")
    states = [message["data"]["state"] for message in page.messages if message["kind"] == "comm_open"]
    shown = {state["_model_name"] for state in states if state["_view_name"] and "layout" in state}
    assert shown == KNOWN_TO_THE_PAGE
    script = (SITE / "widgets.js").read_text(encoding="utf-8")
    assert all(name in script for name in KNOWN_TO_THE_PAGE)


def test_the_library_is_the_same_each_time_and_holds_no_more_than_is_used():
    files = {"b.py": b"2", "a.py": b"1"}
    assert archive(files) == archive(dict(sorted(files.items())))
    ours = dict(of_our_own())
    assert {"infoview/content/static.toml", "workbook/static/inside.py", "workbook/theme/tokens.css"} <= set(
        ours
    )
    assert not any(name.startswith("workbook/serving/") for name in ours)
    for name in ("x/_fast.so", "x/tests/test_x.py", "x-1.data/share/x", "x-1.dist-info/RECORD"):
        assert not is_useful(name)
    assert is_useful("holidays/locale/en_US/LC_MESSAGES/NL.mo")
    assert not is_useful("holidays/locale/nl/LC_MESSAGES/NL.mo")


def test_the_page_says_all_its_words_and_names_its_own_build(tmp_path):
    parts = tmp_path / "parts"
    parts.mkdir()
    for name in ("pyodide.asm.wasm.bin", "library.zip.bin", "page.js"):
        (parts / name).write_bytes(name.encode())
    put_together(parts, tmp_path / "made")
    (at,) = (path.name for path in (tmp_path / "made").iterdir() if path.is_dir())
    page = (tmp_path / "made" / PAGE).read_text(encoding="utf-8")
    assert not re.search(r"\{[a-z_]+\}", re.sub(r"<script type=.application/json.*?</script>", "", page))
    assert f'src="{at}/page.js"' in page
    assert f'"{at}/page.js"' in (tmp_path / "made" / OFFLINE).read_text(encoding="utf-8")
    scripts = "".join(path.read_text(encoding="utf-8") for path in SITE.glob("*.js"))
    assert set(re.findall(r"\bwords\.(\w+)", scripts)) <= set(words("static")["page"])


def test_a_build_takes_the_place_of_the_one_before_and_of_nothing_else(tmp_path):
    folder = tmp_path / "site"
    for at in ("0123456789ab", "ba9876543210"):
        made = tmp_path / at
        (made / at).mkdir(parents=True)
        (made / at / "page.js").touch()
        (made / MARK).write_text(f"{at}\n", encoding="utf-8")
        put_in_place(made, folder)
        (folder / "CNAME").write_text("work.example.org", encoding="utf-8")
    assert {path.name for path in folder.iterdir()} == {"ba9876543210", MARK, "CNAME"}


def test_a_copy_opened_in_place_of_one_that_cannot_be_is_handed_to_the_page(page):
    copy = open_memory()
    copy.change_profile(name="Ada Moreno")
    inside.begin(page.send, copy.copy(), "", is_kept=False)
    assert open_memory(page.kept).profile.name == "Ada Moreno"
