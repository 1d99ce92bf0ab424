"""The projector's page of a workshop, opened as the file it is: its clock turns by itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from infoview.exporters.workshop import run_sheet, write


@pytest.mark.parametrize("width", [1280, 375])
def test_the_clock_goes_on_to_the_next_turn_and_can_be_paused(visitors, tmp_path, width):
    write(tmp_path)
    first, second, third, *_ = run_sheet(60)
    page = visitors.new(viewport={"width": width, "height": 720})
    page.clock.install()
    page.goto((tmp_path / "projector-60.html").as_uri())
    expect(page.get_by_role("heading")).to_have_text(first.do)
    expect(page.get_by_text(f"Next: {second.do}")).to_be_visible()
    page.clock.run_for(600_000)
    expect(page.get_by_role("timer")).to_have_text("5 min left")
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(61_000)
    expect(page.get_by_role("timer")).to_have_text("4 min left")
    page.clock.run_for(240_000)
    expect(page.get_by_role("heading")).to_have_text(second.do)
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(600_000)
    expect(page.get_by_role("heading")).to_have_text(second.do)
    page.get_by_role("button", name="Next one").click()
    expect(page.get_by_role("heading")).to_have_text(third.do)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
