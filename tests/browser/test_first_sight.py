"""What is in sight at first: on every part the first thing to press, how long the page is, how high its head.

Run it with `-s` to see the figures as a table.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import until
from workbook.pages import LAYOUTS


@dataclass(frozen=True)
class Limits:
    """Pixels on one kind of screen: how far down the first control may be, how high page and head."""

    width: int
    screen: int
    first: int
    height: int
    head: int


WIDE = Limits(1280, 720, first=320, height=1500, head=96)
PHONE = Limits(375, 667, first=360, height=2700, head=56)
BOTH = "the questions to pick from and the list they go into are one thing to do"
READ_FIRST = "how far one has come is read before anything about it is changed"
EXCEPTIONS = {
    ("contacts.file", "height", 1280): "who was read from a file is picked below it",
    ("contacts.file", "height", 375): "who was read from a file is picked below it",
    ("questions.questions", "height", 375): BOTH,
    ("progress.numbers", "first", 375): READ_FIRST,
    ("progress.numbers", "first", 1280): READ_FIRST,
}
"""What is over a limit, by its part, the figure and the width, and why it may be."""

MEASURE = """() => {
  const top = document.querySelector(".iv-app").getBoundingClientRect().top;
  const controls = [...document.querySelector(".iv-stage").querySelectorAll(
    "button, input, textarea, select, a[href], summary")];
  const seen = controls.filter((control) => control.getClientRects().length && control.checkVisibility());
  return {
    first: Math.round(Math.min(...seen.map((control) => control.getBoundingClientRect().top - top))),
    height: Math.round(document.querySelector(".iv-app").getBoundingClientRect().height),
    head: Math.round(document.querySelector(".iv-stepper").getBoundingClientRect().height),
  };
}"""


def test_steps_and_first_words_are_painted_before_anything_runs(app, visitors):
    page = visitors.new(viewport={"width": PHONE.width, "height": PHONE.screen})
    held = []

    def hold(route):
        held.append(route)

    page.route("**/voila.js*", hold)
    page.goto(f"{app.url}?step=debrief", wait_until="commit")
    expect(page.get_by_role("status")).to_contain_text("Opening your workbook…")
    expect(page.locator(".iv-stepper")).to_contain_text("Debrief · 5 of 6")
    page.set_viewport_size({"width": WIDE.width, "height": WIDE.screen})
    expect(page.locator(".iv-rail [aria-current]")).to_have_text("Debrief")
    assert until(lambda: held)
    held[0].continue_()
    expect(page.get_by_text("You have no contacts yet.").first).to_be_visible()
    expect(page.get_by_text("Opening your workbook…")).to_have_count(0)


@pytest.mark.parametrize("limits", [WIDE, PHONE], ids=["1280", "375"])
def test_every_part_begins_in_sight_and_ends_after_two_screens_or_four(limits, app, sample, page):
    page.set_viewport_size({"width": limits.width, "height": limits.screen})
    page.goto(f"{app.url}?step=start&part=today")
    figures = {place: measured(page, *place) for place in places()}
    table = [
        f"{step + '.' + part:24} {found['first']:6} {found['height']:6} {found['head']:6}"
        for (step, part), found in figures.items()
    ]
    sys.stdout.write("\n".join([f"\n{limits.width} pixels: first control, page, head", *table, ""]))
    over = {
        (f"{step}.{part}", name, limits.width)
        for (step, part), found in figures.items()
        for name, value in found.items()
        if value > getattr(limits, name)
    }
    known = {key for key in EXCEPTIONS if key[2] == limits.width}
    assert over - known == set()
    assert known - over == set(), "no exceptions any more"


def places() -> list[tuple[str, str]]:
    """Every part of every step, in order."""
    return [(step, part) for step, layout in LAYOUTS.items() for part in layout.parts]


def measured(page: Page, step: str, part: str) -> dict[str, int]:
    """Turn to a part by its button, as a person would, and measure what is in sight, once it is at rest."""
    rail, opener = page.locator(f'.iv-rail [data-key="{step}"]'), page.locator(".iv-where")
    button = page.locator(f'.iv-parts [data-key="{part}"]')
    for wanted in (rail, button):
        if wanted.get_attribute("aria-current"):
            continue
        if not wanted.is_visible():
            opener.click()
        wanted.click()
        expect(wanted).to_have_attribute("aria-current", "step" if wanted is rail else "true")
    page.wait_for_function("""() => document.querySelector(".iv-stage .iv-work:not(.iv-to-come)")""")
    page.wait_for_function(
        """(measure) => {
          const now = JSON.stringify(eval(measure)());
          const still = window.infoviewSeen === now ? window.infoviewStill + 1 : 0;
          [window.infoviewSeen, window.infoviewStill] = [now, still];
          return still >= 6 && JSON.parse(now).first !== null;
        }""",
        arg=MEASURE,
        polling=100,
    )
    return dict(page.evaluate(MEASURE))
