"""The note pad during a talk: by keyboard alone, saved as it is typed, with a clock that makes no sound."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from infoview.logbook import open_file
from infoview.sample import write
from tests.browser.conftest import until

BOXES = [
    *("Anything at all", "Preparation", "Present job", "Lifestyle"),
    *("Other positions", "Job hunting", "Organization", "Skills match"),
]


@pytest.fixture
def file(file):
    """A logbook on the day on which somebody is met."""
    book = open_file(file)
    write(book, date.today())
    book.close()
    return file


@pytest.fixture
def talking(app, page, file):
    """The note pad of the next meeting."""
    page.goto(f"{app.url}?step=questions&part=notes")
    expect(page.get_by_role("heading", name="Note pad")).to_be_visible()
    return page


def walk_to(page: Page, wanted, limit: int = 80) -> None:
    """Walk with Tab, as somebody without a mouse does."""
    for _ in range(limit):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reached {wanted}.")


def noted(file) -> set[str]:
    """What is on disk of the next meeting's notes."""
    book = open_file(file)
    meeting = book.meetings.find(status="planned")[0]
    texts = {note.text for note in book.notes.find(meeting_id=meeting.id)}
    book.close()
    return texts


def test_a_whole_talk_is_noted_by_keyboard_alone_and_nothing_is_lost(talking, file):
    walk_to(talking, talking.get_by_role("button", name="Start the clock"))
    talking.keyboard.press("Enter")
    expect(talking.get_by_role("button", name="Stop the clock")).to_be_focused()
    for box in BOXES:
        talking.keyboard.press("Tab")
        expect(talking.get_by_role("textbox", name=box, exact=True)).to_be_focused()
        talking.keyboard.type(f"{box} in her words")
    assert until(lambda: noted(file) == {f"{box} in her words" for box in BOXES})  # nobody left the last box
    talking.reload()
    for box in BOXES:
        expect(talking.get_by_role("textbox", name=box, exact=True)).to_have_value(f"{box} in her words")
    expect(talking.get_by_role("button", name="Stop the clock")).to_be_visible()


def test_the_clock_stays_in_sight_while_one_types_at_the_end(talking):
    talking.set_viewport_size({"width": 1280, "height": 600})
    last = talking.get_by_role("textbox", name="Skills match", exact=True)
    last.focus()
    expect(last).to_be_in_viewport()
    expect(talking.get_by_role("timer")).to_be_in_viewport()


def test_the_clocks_words_and_button_have_a_line_of_their_own(talking):
    words, button = talking.get_by_role("timer"), talking.get_by_role("button", name="Start the clock")
    expect(words).to_have_text("20 minutes left")
    line, bar = words.locator("..").bounding_box(), talking.locator(".iv-clock progress").bounding_box()
    assert line["width"] == bar["width"]
    assert max(box["y"] + box["height"] for box in (words.bounding_box(), button.bounding_box())) <= bar["y"]
