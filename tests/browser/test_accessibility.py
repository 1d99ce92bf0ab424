"""The app for everyone: checked by axe in light and dark, on a narrow screen, and by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, TimeoutError, expect  # noqa: A004 - its own

from tests.browser.conftest import choose_person, chosen_person, go, tab_to, turn_to

STEPS = {
    "start": "Today",
    "contacts": "Find contacts",
    "requests": "Write the request",
    "questions": "Prepare questions",
    "debrief": "Debrief",
    "progress": "Progress",
}
SOMEONE = "Priya Raman"  # met and thanked in the sample logbook, so that every section has something to show
TELEPHONE = {"width": 375, "height": 812}
SETTLING = 3000  # milliseconds until what still moves after a turn of the telephone counts as its place
BEYOND = """() => [...document.querySelectorAll("body *")]
  .filter((element) => element.checkVisibility())
  .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
  .filter((element) => !element.closest(".iv-unseen, .iv-stepper, thead, .iv-matrix, .iv-numbers"))
  .map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`)
  .slice(0, 5)"""


@pytest.fixture(params=["empty", "sample"])
def sampled(request):
    """Whether the app's logbook is the sample; else there is not a word in it."""
    return request.param == "sample" and bool(request.getfixturevalue("sample"))


def test_axe_finds_nothing_of_any_grade_and_nothing_scrolls_sideways_on_a_telephone(app, page, sampled):
    page.goto(f"{app.url}?step=start&part=what")
    steps(page).wait_for()
    if sampled:
        choose_someone(page)
    found: list[str] = []
    for title in STEPS.values():
        go(page, title)
        for part in parts(page):
            found += what_is_wrong(page, f"{title}, {part}")
    assert found == [], "\n".join(found)


def test_axe_finds_nothing_in_the_first_minute_nor_in_the_opened_menu_of_a_telephone(app, page):
    page.set_viewport_size(TELEPHONE)
    page.goto(app.url)
    expect(page.locator(".iv-first-minute input").first).to_be_visible()
    assert faults(page) == []
    page.locator(".iv-where").click()
    expect(steps(page)).to_be_visible()
    assert faults(page) == []


def test_the_keyboard_alone_leads_from_a_cold_page_to_a_picked_question(app, page, sample):
    page.goto(f"{app.url}?step=start&part=you")
    expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()

    name = page.get_by_label("Your name")
    tab_to(page, name)
    page.keyboard.press("Control+A")
    page.keyboard.type("Ravi Menon")
    page.keyboard.press("Tab")
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()

    tab_to(page, page.get_by_role("button", name="Next: Find contacts"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Find contacts")).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Next: Bring a file"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Bring your connections")).to_be_focused()

    tab_to(page, steps(page).get_by_role("button", name="Prepare questions"), backwards=True)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Prepare questions")).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Change", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Who is this about?")).to_be_focused()
    page.keyboard.type("Hugo Fane")
    expect(chosen_person(page)).to_contain_text("Hugo Fane")
    plan = page.get_by_role("button", name="Plan a meeting with Hugo Fane")
    expect(plan).to_be_visible()
    tab_to(page, plan)
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="The meeting")).to_be_visible()
    for onward, title in (("Read up", "Read for fifteen minutes"), ("Your questions", "Pick your questions")):
        tab_to(page, page.get_by_role("button", name=f"Next: {onward}"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name=title)).to_be_focused()

    question = page.get_by_role("group", name="Good questions to start with").get_by_role("checkbox").first
    tab_to(page, question)
    page.keyboard.press("Space")
    expect(question).to_be_checked()
    listed = page.get_by_role("list", name="Your questions, in the order you'll ask them")
    expect(listed.get_by_role("listitem")).to_have_count(1)
    expect(question).to_be_focused()


def test_the_keyboard_alone_opens_an_answer_and_marks_who_agrees(app, page, sample):
    page.goto(f"{app.url}?step=progress&part=adds_up")
    answer = page.get_by_role("table", name="What people told you").get_by_role("button", name="Up at six")
    answer.wait_for()
    tab_to(page, answer)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Lifestyle: what they told you")).to_be_focused()

    tab_to(page, page.get_by_role("button", name="Where they agree, and where not"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name=re.compile("^You work evenings")))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Who says so?")).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Says so Priya Raman"))
    page.keyboard.press("Enter")
    shared = page.get_by_role("table", name="What they may have in common")
    expect(shared.get_by_role("row").filter(has_text="Evenings")).to_contain_text("3 people say so.")


def steps(page: Page) -> Locator:
    """The row of steps."""
    return page.get_by_role("navigation", name="Steps")


def parts(page: Page) -> Iterator[str]:
    """Turn to one part of the step on screen after the other; a step that has only one is its own."""
    titles = page.get_by_role("navigation", name="Parts of this step").get_by_role("button").all_inner_texts()
    for title in titles:
        turn_to(page, title)
        yield title
    if not titles:
        yield "whole"


def what_is_wrong(page: Page, place: str) -> list[str]:
    """What axe finds on screen, with everything unfolded, and what is too wide for a telephone."""
    page.locator("details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")
    for fold in page.locator('.iv-folder [aria-expanded="false"]:visible').all()[::-1]:
        fold.click()
    expect(page.locator('.iv-folder [aria-expanded="false"]:visible')).to_have_count(0)
    found = []
    for scheme, asked in (("light", {}), ("dark", {"runOnly": ["color-contrast"]})):
        page.emulate_media(color_scheme=scheme)
        found += [f"{place}, {scheme}: {fault}" for fault in faults(page, **asked)]
    page.set_viewport_size(TELEPHONE)
    found += [f"{place}, 375 pixels: {name} is too wide" for name in too_wide(page)]
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def choose_someone(page: Page) -> None:
    """Choose a contact, whom all steps are then about."""
    go(page, STEPS["requests"])
    choose_person(page, SOMEONE)
    expect(page.locator(".iv-mail")).to_be_visible()


def faults(page: Page, **asked: object) -> list[str]:
    """What axe finds, of any grade, each with the place where it is."""
    found = Axe().run(page, options={"resultTypes": ["violations"], **asked}).response["violations"]
    return [f"{fault['id']} at {fault['nodes'][0]['html'][:120]}" for fault in found]


def too_wide(page: Page) -> list[str]:
    """What reaches beyond the screen once the page has settled, and would have to be scrolled sideways."""
    with suppress(TimeoutError):
        page.wait_for_function(f"() => ({BEYOND})().length === 0", timeout=SETTLING)
    return page.evaluate(BEYOND)
