"""Home from a talk: a whole debrief by keyboard alone, with a refresh in the middle."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from infoview.logbook import open_file
from infoview.records.contacts import Contact
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus, Note
from tests.browser.conftest import unfold_all

TODAY = date.today()


@pytest.fixture
def home_from_a_talk(file):
    """A logbook with one talk of today, notes in two boxes, and the one who led to it."""
    book = open_file(file)
    ada = book.contacts.add(Contact("Ada Park", "Tidal Museum", email="ada@example.org"))
    ruth = book.contacts.add(Contact("Ruth Moss"))
    book.introductions.add(Introduction(ruth.id, ada.id, TODAY - timedelta(days=9)))
    talk = book.meetings.add(
        Meeting(ada.id, MeetingStatus.PLANNED, TODAY, assumption="I would like the quiet.", sure_before=7)
    )
    book.notes.add(Note(talk.id, "preparation", "Began in a garden."))
    book.notes.add(Note(talk.id, "", "Half of it is letters."))
    book.remember("contact", str(ada.id))
    book.remember("step", "debrief")
    book.close()
    return file


def press(page: Page, label: str) -> None:
    """Go to a button and press it, by keyboard alone."""
    button = page.get_by_role("button", name=label, exact=True).and_(page.locator(":visible"))
    button.focus()
    before = page.url
    page.keyboard.press("Enter")
    if label.startswith(("Next: ", "Done. On to ")):
        with suppress(AssertionError):  # a screen of the debrief has no address of its own
            expect(page).not_to_have_url(before, timeout=2000)
        unfold_all(page)


def named(label: str) -> re.Pattern[str]:
    """Match a box's name, which on a screen of the debrief begins with the question."""
    return re.compile(rf"(^|[?.] ){re.escape(label)}$")


def write(page: Page, label: str, text: str) -> None:
    """Go to a box by keyboard and type."""
    box = page.get_by_label(named(label)).and_(page.locator(":visible"))
    box.focus()
    page.keyboard.type(text)


def at(page: Page, number: int) -> None:
    """Wait for a screen; its first box has the focus, ready to type."""
    expect(page.locator(".iv-place:visible").filter(has_text=f"{number} of 10")).to_be_visible()


def in_focus(page: Page, label: str) -> None:
    expect(page.get_by_label(named(label)).and_(page.locator(":focus"))).to_be_visible()


def test_a_whole_debrief_by_keyboard_with_a_refresh_in_the_middle(app, page, home_from_a_talk):
    page.goto(f"{app.url}?step=debrief")
    expect(
        page.get_by_text("has words in one box").or_(page.get_by_text("has words in 2 boxes"))
    ).to_be_visible()
    begin(page)
    expect(page.get_by_label("How did they get to where they are? The facts")).to_be_visible()
    expect(page.locator(".iv-ten [aria-current=step]")).to_have_text("Preparation")
    refresh_in_the_middle(page)
    go_through_the_seven(page)
    reflect(page)
    note_skills_and_directions(page)
    note_names_and_promises(page)
    say_thank_you(page)
    assert_kept(home_from_a_talk)


def test_on_a_phone_each_screen_begins_with_what_it_is_about(app, visitors, home_from_a_talk):
    page = visitors.new(viewport={"width": 375, "height": 667}, has_touch=True, is_mobile=True)
    page.goto(f"{app.url}?step=debrief")
    press(page, "Start the debrief")
    at_top(page, 1)
    for number, name in enumerate(("Present job", "Lifestyle", "Other positions"), start=2):
        page.get_by_label("The facts").and_(page.locator(":visible")).focus()
        page.get_by_role("button", name=f"Next: {name}").and_(page.locator(":visible")).click()
        at_top(page, number)


def at_top(page: Page, number: int) -> None:
    """Wait for a screen with its place, its heading and its first box in view."""
    expect(page.locator(".iv-place:visible").filter(has_text=f"{number} of 10")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("heading", level=3).and_(page.locator(":visible"))).to_be_in_viewport(ratio=1)
    in_focus(page, "The facts")
    expect(page.locator(":focus")).to_be_in_viewport(ratio=1)


def begin(page: Page) -> None:
    press(page, "Start the debrief")
    at(page, 1)
    in_focus(page, "The facts")
    expect(page.get_by_label("The facts")).to_have_value("Began in a garden.")
    page.keyboard.press("Tab")
    page.keyboard.type("She would do it again.")
    page.keyboard.press("Tab")
    page.keyboard.type("I envy the garden.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")


def refresh_in_the_middle(page: Page) -> None:
    press(page, "Next: Present job")
    at(page, 2)
    in_focus(page, "The facts")
    page.keyboard.type("Two hours of labels a d")
    page.reload()
    at(page, 2)
    facts = page.get_by_label("The facts")
    expect(facts).to_have_value("Two hours of labels a d")
    facts.focus()
    page.keyboard.press("End")
    page.keyboard.type("ay.")
    press(page, "Back: Preparation")
    at(page, 1)
    expect(page.get_by_label("What you think of it")).to_have_value("I envy the garden.")
    expect(page.get_by_label("They brought this up unasked")).to_be_checked()


def go_through_the_seven(page: Page) -> None:
    for number, name in enumerate(
        ("Present job", "Lifestyle", "Other positions", "Job hunting", "Organization", "Skills match"),
        start=2,
    ):
        press(page, f"Next: {name}")
        at(page, number)
        if name == "Other positions":
            write(page, "The facts", "Two gardeners, a drone pilot")


def reflect(page: Page) -> None:
    press(page, "Next: What surprised you")
    expect(page.get_by_text("They brought this up unasked: Preparation")).to_be_visible()
    press(page, "Put it in the box")
    expect(page.get_by_label("What you didn't expect")).to_have_value("Half of it is letters.")
    press(page, "Next: Your guess")
    expect(page.get_by_text("I would like the quiet.")).to_be_visible()
    page.get_by_label("4", exact=True).focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("You were at 7 of 10 before, and you're at 4 now.")).to_be_visible()
    press(page, "Next: How it went")
    write(page, "Said in confidence: don't share", "She may leave in spring.")
    press(page, "Done. On to skills and directions")


def note_skills_and_directions(page: Page) -> None:
    write(page, "What they look for", "Short texts")
    write(page, "One next step", "Write one label")
    press(page, "Add this skill")
    expect(page.get_by_role("rowheader", name="Short texts")).to_be_visible()
    press(page, "Explore: drone pilot")
    expect(page.get_by_text("Your directions: drone pilot")).to_be_visible()
    write(page, "What did you hear?", "One learns it in a month.")
    press(page, "Add it")
    expect(page.get_by_role("rowheader", name="One learns it in a month.")).to_be_visible()


def note_names_and_promises(page: Page) -> None:
    press(page, "Next: Names and promises")
    write(page, "Name", "Cleo Lund")
    press(page, "Add this name")
    expect(page.get_by_role("rowheader", name="Cleo Lund")).to_be_visible()
    write(page, "What was promised?", "Send her the essay")
    press(page, "Add this promise")
    expect(page.get_by_role("rowheader", name="Send her the essay")).to_be_visible()
    write(page, "What they said, and what you answered", "A stand-in post in May.")


def say_thank_you(page: Page) -> None:
    press(page, "Next: Say thank you")
    expect(page.get_by_text("Send it by tomorrow")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Send her the essay")).to_be_visible()
    write(page, "What is one thing you learned?", "Thank you. That half of it is letters stays with me.")
    write(page, "What will you do with it?", "I will write one label this week.")
    press(page, "I sent it")
    expect(page.get_by_role("button", name="I didn't send it after all")).to_be_visible()
    expect(page.get_by_text("Ruth Moss led you to Ada Park")).to_be_visible()


def assert_kept(place: Path) -> None:
    book = open_file(place)
    (talk,) = book.meetings.find()
    assert (talk.status, talk.sure_after, talk.surprised) == (MeetingStatus.HELD, 4, "Half of it is letters.")
    assert (talk.quotes, talk.volunteered) == ("She may leave in spring.", "A stand-in post in May.")
    path, work, other = book.learned.find()
    assert (path.text, path.opinion, path.reaction, path.unasked) == (
        "Began in a garden.", "She would do it again.", "I envy the garden.", True,
    )  # fmt: skip
    assert (work.text, other.text) == ("Two hours of labels a day.", "Two gardeners, a drone pilot")
    assert [skill.next_step for skill in book.skills.find()] == ["Write one label"]
    assert [one.text for one in book.evidence.find()] == ["One learns it in a month."]
    assert book.contacts.first(name="Cleo Lund")
    assert [note.sent_on for note in book.follow_ups.find()] == [TODAY]
    book.close()
