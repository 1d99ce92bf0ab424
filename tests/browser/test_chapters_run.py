"""A chapter that is opened in JupyterLab runs by itself; cells of somebody else's wait."""

from __future__ import annotations

import re

import nbformat
from playwright.sync_api import expect

START = 90_000  # milliseconds: JupyterLab itself and a kernel, on a busy machine


def test_a_chapter_runs_when_it_is_opened_and_stays_at_its_top(lab, page):
    server = lab()
    own = server.home / "home" / "infoview" / "notebooks" / "01-today.ipynb"
    book = nbformat.read(own, 4)
    book.cells.insert(1, nbformat.v4.new_code_cell("print('nobody asked for ' + 'this')"))
    own.write_text(nbformat.writes(book), encoding="utf-8")
    page.goto(server.url)
    line = page.get_by_text("Your logbook is safe; running this chapter…")
    expect(line).to_be_visible(timeout=START)
    title = page.get_by_role("heading", name="Today", exact=True).first

    expect(page.get_by_label("Your name").first).to_be_attached(timeout=START)
    expect(line).to_have_count(0)
    expect(title).to_be_in_viewport()
    expect(page.get_by_text("nobody asked for this", exact=True)).to_have_count(0)
    page.get_by_label("Your name").first.fill("Zaphod Quillfeather")
    page.keyboard.press("Tab")
    expect(page.get_by_text(re.compile("^Saved")).first).to_be_visible()
    assert (server.home / "home" / "infoview" / "mine.infoview").exists()
