"""Preparing a meeting by keyboard alone: reading up, picking, ordering, and seeing what the list touches."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import tab_to

LIST = "Your questions, in the order you'll ask them"


@pytest.fixture
def at_the_questions(app, page, sample):
    """Somebody with the sample logbook, whose list for Wanda Obuya holds eight questions."""
    page.goto(f"{app.url}?step=questions&part=questions")
    expect(listed(page)).to_have_count(8)
    return page


def listed(page: Page):
    """The items of the list."""
    return page.get_by_role("list", name=LIST).get_by_role("listitem")


def summary(page: Page):
    """The sentence about the list that a screen reader hears."""
    return page.get_by_role("status").filter(has_text=re.compile(r"^\d+ questions"))


def press_on(page: Page, name: str | re.Pattern[str], key: str = "Enter", *, role: str = "button") -> None:
    """Tab to something, forwards or else backwards, and press a key on it."""
    tab_to(page, page.get_by_role(role, name=name).first)
    page.keyboard.press(key)


def test_a_question_is_picked_moved_starred_changed_and_removed_by_keyboard(at_the_questions):
    page = at_the_questions
    tab_to(page, page.get_by_role("group", name="Good questions to start with").get_by_role("checkbox").first)
    page.keyboard.press("Space")
    expect(listed(page)).to_have_count(9)
    expect(summary(page)).to_contain_text("9 questions, 4 starred")

    last = listed(page).last
    name = last.locator(".iv-item-text").inner_text()
    tab_to(page, last)
    page.keyboard.press("Alt+ArrowUp")
    expect(page.get_by_text(f"{name} is now number 8 of 9.")).to_be_attached()
    expect(listed(page).nth(7)).to_contain_text(name)
    expect(listed(page).nth(7)).to_be_focused()

    press_on(page, f"Up {name}")
    expect(listed(page).nth(6)).to_contain_text(name)
    expect(page.get_by_role("button", name=f"Up {name}")).to_be_focused()

    press_on(page, f"Star {name}", "Space")
    expect(page.get_by_role("button", name=f"Star {name}")).to_have_attribute("aria-pressed", "true")
    expect(summary(page)).to_contain_text("9 questions, 5 starred")

    press_on(page, f"Change {name}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("textbox", name="Minutes")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("14")
    page.keyboard.press("Enter")
    expect(listed(page).nth(6)).to_contain_text("14 min")
    expect(page.get_by_text(re.compile("too long. Remove a star"))).to_be_visible()

    press_on(page, f"Remove {name}")
    expect(listed(page)).to_have_count(8)
    expect(page.get_by_text(re.compile("that fits"))).to_be_visible()


def test_the_take_away_that_is_missing_is_found_in_the_bank_by_keyboard(at_the_questions):
    page = at_the_questions
    expect(summary(page)).to_contain_text("Nothing on these yet: skills match.")
    tab_to(page, page.get_by_label("Good ones for this person"))
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_label("What you want to learn"))
    page.keyboard.type("Match")
    tab_to(page, page.get_by_label("Find a word in the bank"))
    page.keyboard.type("shy")
    question = page.get_by_role("checkbox", name="How well does a shy person do in this work?")
    expect(page.get_by_text("1 found")).to_be_attached()
    tab_to(page, question)
    page.keyboard.press("Space")
    expect(question).to_be_checked()
    expect(summary(page)).to_contain_text("You have something on all seven.")
    expect(question).to_be_focused()


def test_a_thing_read_and_a_puzzle_are_kept_by_keyboard_and_survive_a_reload(app, page, sample):
    page.goto(f"{app.url}?step=questions&part=research")
    tab_to(page, page.get_by_label("The organization", exact=True))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("Their part of it: 3 minutes.")).to_be_visible()
    tab_to(page, page.get_by_role("textbox", name="What you found", exact=True))
    page.keyboard.type("Nine people work in the laboratory.")
    page.keyboard.press("Tab")
    page.keyboard.type("Staff page")
    press_on(page, "Keep this")
    row = page.get_by_role("row").filter(has_text="Nine people")
    expect(row).to_contain_text("Their part of it")
    expect(row).to_contain_text("Staff page")

    tab_to(page, page.locator(".iv-folder:visible").get_by_role("button"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("I still don\u2019t understand …"))
    page.keyboard.type("who reads all sixty lines")
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    page.reload()
    expect(page.get_by_label("I still don\u2019t understand …")).to_have_value("who reads all sixty lines")
    press_on(page, "Keep this line")
    press_on(page, "Make it a question who reads all sixty lines")
    expect(page.get_by_role("row").filter(has_text="sixty lines").last).to_contain_text("on your list")
