"""From a fresh start to a first request begun: how much one has to do, counted as a newcomer plays it."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from infoview.logbook import open_file
from infoview.records.requests import RequestStatus
from tests.browser.conftest import until

MOST = 25
"""Actions that a newcomer may need: a press, or a box that is filled in."""

NARROW = 375


@dataclass
class Newcomer:
    """Somebody who does one thing after the other, and what it came to."""

    page: Page
    actions: int = 0

    def press(self, name: str) -> None:
        """Press a button in sight."""
        main = self.page.get_by_role("main")
        button = main.get_by_role("button", name=name, exact=True).locator("visible=true")
        self._in_sight(button).click()

    def fill(self, box: Locator, text: str) -> None:
        """Go to a box in sight and type."""
        self._in_sight(box.locator("visible=true")).press_sequentially(text)

    def _in_sight(self, control: Locator) -> Locator:
        expect(control).to_be_visible()
        self.actions += 1
        return control


@pytest.mark.parametrize("screen", [(1280, 720), (375, 667)], ids=["1280", "375"])
def test_a_first_request_is_begun_after_at_most_25_actions(app, file, visitors, screen):
    page = visitors.new(viewport=dict(zip(("width", "height"), screen, strict=True)))
    page.goto(app.url)
    someone, box = Newcomer(page), page.get_by_role("textbox")
    expect(page.get_by_role("heading", name="What's your name?")).to_be_visible()
    begun = time.monotonic()
    someone.fill(box, "Mina Sol")
    someone.press("Go on")
    someone.press("Something outdoors")
    someone.press("Go on")
    someone.fill(page.get_by_label("Their name"), "Ada Park")
    someone.fill(page.get_by_label("Where they work"), "Tidal Museum")
    someone.press("Go on")
    expect(page.get_by_role("heading", name="Write to Ada Park.")).to_be_visible()
    someone.press("Write the request")
    someone.fill(page.get_by_label("Who are you, and why them?"), "I study rivers, and your tide pools")
    assert until(lambda: is_begun(file))
    seconds = time.monotonic() - begun
    sys.stdout.write(f"\n{screen[0]} pixels: {someone.actions} actions, {seconds:.0f} seconds by machine\n")
    assert someone.actions <= MOST
    onward = page.get_by_role("button", name="Next: Send it")
    if screen[0] == NARROW:
        bar = page.get_by_role("complementary", name="See the remarks").locator("visible=true")
        expect(bar).to_be_visible()
        page.locator(".lm-BoxPanel-child:has(.iv-app)").evaluate("(app) => app.scrollTo(0, app.scrollHeight)")
        below, above = onward.bounding_box(), bar.bounding_box()
        assert below["y"] + below["height"] <= above["y"]
    onward.click()
    expect(page.get_by_role("heading", name="Send it yourself")).to_be_visible()


def is_begun(file) -> bool:
    """Whether the logbook holds words of a request to the person who was named first."""
    book = open_file(file)
    try:
        request = book.requests.first(status=RequestStatus.DRAFT)
        return request is not None and "tide pools" in request.who
    finally:
        book.close()
