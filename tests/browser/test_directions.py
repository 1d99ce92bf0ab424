"""The directions in one view, and the one that is weighed far below."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import go


def test_a_direction_that_is_weighed_comes_into_view_and_a_double_click_lets_none_go(app, visitors, sample):
    page = visitors.new(viewport={"width": 375, "height": 667}, has_touch=True, is_mobile=True)
    page.goto(app.url)
    go(page, "Progress", "Directions")
    rows = page.get_by_role("row", name=re.compile("Drop it"))
    expect(rows).to_have_count(3)
    for row in (rows.nth(1), rows.nth(0)):
        row.get_by_role("button", name="Weigh").dblclick()
        name = row.get_by_role("rowheader").inner_text().splitlines()[0]
        heading = page.get_by_role("heading", level=3, name=name)
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport(ratio=1)
    expect(rows).to_have_count(3)
