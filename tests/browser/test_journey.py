"""One invented person's autumn, typed in where the page is the point, and what pages make of it in November.

The five days of it are five starts of the app, each with its own calendar.
"""

from __future__ import annotations

import json
import re
import tomllib
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from infoview.logbook import open_file, open_memory
from infoview.sample import write_sample
from tests.browser.conftest import choose_person, go, group, press, saved, turn_to

JOURNEY = tomllib.loads((Path(__file__).parents[1] / "data" / "journey.toml").read_text(encoding="utf-8"))
LETTERS = JOURNEY["letters"]
KATYA, JUNO, QUIST = JOURNEY["contacts"][:3]
LANTERN, BALLAST, FRAMES = JOURNEY["meetings"][:3]
TAKEAWAYS = (
    "Their preparation for the job search",
    "Present job",
    "Lifestyle",
    "Other positions in the organization",
    "Job hunting strategies",
    "Nature of the organization",
    "Match of my skills",
)


def test_an_autumn_from_the_first_letter_to_what_it_all_adds_up_to(voila, visitors):
    in_september(voila, visitors)
    in_october(voila, visitors)
    the_other_talks(voila, visitors)
    server = voila(INFOVIEW_TODAY="2026-11-23")
    the_rest(server.home / "home" / "infoview" / "mine.infoview")
    page = visitors.new(accept_downloads=True)
    page.goto(server.url)
    progress_in_november(page)
    the_take_aways_side_by_side(page)
    someone_without_an_address(page)
    a_call_in_two_time_zones(page)
    taken_along(page)


# --- 16 September: who I am, whom I ask, how ----------------------------------------------------------


def in_september(voila, visitors):
    server = voila(INFOVIEW_TODAY="2026-09-16")
    page = visitors.new()
    page.goto(server.url)
    say_who_you_are(page)
    add_katya(page)
    write_to_her(page)
    page.context.close()
    assert server.stop() == 0


def say_who_you_are(page: Page) -> None:
    profile = JOURNEY["profile"]
    turn_to(page, "About you")
    about = group(page, "About you")
    for label, key in (
        ("Your name", "name"),
        ("Your email address", "email"),
        ("What you do now", "doing"),
        ("What you want to find out about", "exploring"),
        ("Where you studied or trained", "studied"),
        ("What you are good at", "skills"),
    ):
        about.get_by_label(label).fill(profile[key])
    about.get_by_label("Your city (so we know your time)").fill("New York")
    page.get_by_label("New people a month").fill("2")
    saved(page)
    expect(page.get_by_text("Your goal: 2 new people a month.")).to_be_visible()


def add_katya(page: Page) -> None:
    add_someone(page, KATYA, "Family and friends")
    turn_to(page, "Your contacts")
    press(page, f"Open {KATYA['name']}")
    press(page, "Write your request")


def add_someone(page: Page, contact: dict[str, Any], circle: str) -> None:
    go(page, "Find contacts", "People you know")
    new = group(page, "A new contact")
    new.get_by_label("Name", exact=True).fill(contact["name"])
    new.get_by_label("Where did you find them?").select_option(label=circle)
    new.get_by_label("Where they work").fill(contact["organization"])
    new.get_by_label("Email").fill(contact["email"])
    new.get_by_label("How did you find them?").fill(contact["how_found"])
    press(page, "Add to my contacts")


def write_to_her(page: Page) -> None:
    remarks = page.locator(".iv-remarks").first
    write(page, LETTERS["refused"])
    expect(page.get_by_role("heading", name="to change")).to_be_visible()
    remarks.get_by_text(re.compile("more (hint|remark)")).click()
    for fault in (
        "asks for a job",
        "Leave your résumé out",
        "how you found this person",
        "a short conversation",
    ):
        expect(remarks.get_by_role("listitem").filter(has_text=fault).first).to_be_visible()

    write(page, LETTERS["sent"])
    expect(page.get_by_role("heading", name="Ready to send")).to_be_visible()
    expect(remarks.get_by_text("must", exact=True)).to_have_count(0)
    expect(remarks.get_by_text("should", exact=True)).to_have_count(0)
    saved(page)
    press(page, "Next: Send it")
    press(page, "I sent it")
    expect(page.get_by_text(re.compile("one short, friendly reminder, if nothing has come"))).to_be_visible()


def write(page: Page, letter: dict[str, str]) -> None:
    mine, around = group(page, "Your message"), group(page, "Subject, greeting and your name")
    around.get_by_label("Subject").fill(letter["subject"])
    mine.get_by_label("Who are you, and why them?").fill(letter["who"])
    mine.get_by_label("How did you find them?").fill(letter["how_found"])
    mine.get_by_label("What are you asking for?").fill(letter["ask"])


# --- 1 October: the talk, what came of it, thanks ------------------------------------------------------


def in_october(voila, visitors):
    server = voila(INFOVIEW_TODAY="2026-10-01")
    page = visitors.new()
    page.goto(server.url)
    she_said_yes(page)
    choose_questions(page)
    write_down_the_talk(page)
    note_the_referral(page)
    say_thank_you(page)
    page.context.close()
    assert server.stop() == 0


def she_said_yes(page: Page) -> None:
    go(page, "Write the request", "The answer")
    answer = group(page, "What came back?").first
    answer.get_by_label("Yes, we'll talk").check()
    answer.get_by_label("The day you'll meet").fill("2026-10-01")
    answer.get_by_label("Time").fill(LANTERN["at"])
    press(page, "Note the answer")
    expect(page.get_by_text(re.compile(f"{KATYA['name']} said yes.+prepare your questions"))).to_be_visible()
    go(page, "Prepare questions", "The meeting")
    meeting = group(page, "The meeting")
    expect(meeting.get_by_label("Time")).to_have_value(LANTERN["at"])
    meeting.get_by_label("Place, link or number").fill(LANTERN["place"])
    aim = group(page, "What you want to learn")
    aim.get_by_label("What do you most want to learn").fill(LANTERN["purpose"])
    saved(page)


def choose_questions(page: Page) -> None:
    go(page, "Prepare questions", "Your questions")
    page.get_by_label("My own", exact=True).check()
    for number, question in enumerate(LANTERN["own"][:3]):
        page.get_by_label("Your own question").fill(question["text"])
        page.get_by_label("What it is about").select_option(label=TAKEAWAYS[number])
        press(page, "Put it on my list")
        listed = page.get_by_role("list", name="Your questions, in the order you'll ask them")
        expect(listed.get_by_role("listitem")).to_have_count(number + 1)


def write_down_the_talk(page: Page) -> None:
    go(page, "Debrief", "What you learned")
    fill_in_the_debrief(page, LANTERN)


def fill_in_the_debrief(page: Page, meeting: dict[str, Any]) -> None:
    press(page, "Start the debrief")
    for number, told in enumerate(meeting["learned"].values(), start=1):
        expect(page.locator(".iv-place:visible").filter(has_text=f"{number} of 10")).to_be_visible()
        facts, reaction = (told["text"], told["reaction"]) if isinstance(told, dict) else (told, "")
        page.get_by_role("textbox", name="The facts").fill(facts)
        page.get_by_role("textbox", name="What you think of it").fill(reaction)
        page.get_by_role("button", name=re.compile("^Next: (?!Skills and directions)")).click()
    expect(page.get_by_role("heading", level=3, name="What surprised you?")).to_be_visible()


def note_the_referral(page: Page) -> None:
    turn_to(page, "Names and promises")
    given = group(page, "A name you were given")
    given.get_by_label("Name", exact=True).fill("Juno Sandoval")
    given.get_by_label("Where they work").fill("Copper Lane Studios")
    given.get_by_label("I may say who sent me").check()
    press(page, "Add this name")
    expect(page.get_by_role("rowheader", name="Juno Sandoval")).to_be_visible()
    promise = group(page, "A promise")
    promise.get_by_label("What was promised?").fill("Send Katya a minute of script for ten-year-olds")
    promise.get_by_label("By when?").fill("2026-11-01")
    press(page, "Add this promise")
    kept = page.get_by_role("row").filter(has_text="Send Katya a minute of script")
    expect(kept).to_be_visible()
    page.get_by_label("What they said, and what you answered").fill(LANTERN["volunteered"])
    saved(page)
    expect(page.get_by_text("asks for a job").filter(visible=True)).to_have_count(0)


def say_thank_you(page: Page) -> None:
    turn_to(page, "Say thank you")
    note = group(page, "Your thank-you note")
    for place, part in enumerate(("first_part", "second_part")):
        note.locator("textarea").nth(place).fill(LETTERS["thanks"][part])
    saved(page)
    expect(page.get_by_role("heading", name="Ready to send")).to_be_visible()
    press(page, "I sent it")
    expect(page.get_by_role("button", name="I didn't send it after all")).to_be_visible()


# --- 21 October and 11 November: two more talks -----------------------------------------------------------


def the_other_talks(voila, visitors):
    for day, person, meeting in (("2026-10-21", QUIST, BALLAST), ("2026-11-11", JUNO, FRAMES)):
        server = voila(INFOVIEW_TODAY=day)
        page = visitors.new()
        page.goto(server.url)
        if person is QUIST:
            add_someone(page, QUIST, "A conference or event")
        go(page, "Debrief", "What you learned")
        choose(page, person["name"])
        press(page, "We talked: make a debrief")
        fill_in_the_debrief(page, meeting)
        if person is QUIST:
            go(page, "Progress", "Goal and numbers")
            expect(page.get_by_text("You've met 2 new people this month. Your goal was 2")).to_be_visible()
        page.context.close()
        assert server.stop() == 0


# --- 23 November: where things stand, and what they add up to -------------------------------------------


def the_rest(place: Path) -> None:
    """Put on the shelves what nobody typed: every entry of the autumn that is not there yet."""
    book, autumn = open_file(place), open_memory()
    write_sample(autumn, JOURNEY, date(2026, 11, 23))
    with book.change():
        book.refer_later()
        for name, shelf in autumn.shelves.items():
            typed = {entry.id for entry in book.shelves[name].find()}
            for entry in shelf.find():
                if entry.id not in typed:
                    book.shelves[name].add(entry)
        book.promises.change(1, done_on=autumn.promises.get(1).done_on)
    autumn.close()
    book.close()


def progress_in_november(page: Page) -> None:
    go(page, "Today", "Today")
    expect(page.locator(".iv-card").filter(has_text="Dr. Quist").first).to_be_visible()
    expect(page.get_by_role("button", name="Still worth doing")).to_have_count(0)
    this_week = page.locator(".iv-rows li").filter(has_text="November")
    expect(this_week.nth(0)).to_contain_text("Märta Öhrn")
    expect(this_week.nth(1)).to_contain_text("Saskia Hume")

    go(page, "Progress", "Goal and numbers")
    expect(
        page.get_by_text("1 of 2 new people met this month. 1 more with a date this month.")
    ).to_be_visible()


def the_take_aways_side_by_side(page: Page) -> None:
    turn_to(page, "What it adds up to")
    expect(page.get_by_text("You've talked with 3 people; all seven take-aways")).to_be_visible()
    page.get_by_role("button", name=re.compile("Two evenings a week and one weekend in three")).click()
    voices = page.locator(".iv-voices").get_by_role("listitem")
    expect(voices).to_have_count(3)
    for said in ("Two evenings a week", "Four recording trips a year", "Twelve-hour days for three weeks"):
        expect(voices.filter(has_text=said)).to_have_count(1)


def someone_without_an_address(page: Page) -> None:
    go(page, "Write the request", "Write it")
    choose(page, "Wilma Castle")
    mine = group(page, "Your message")
    mine.get_by_label("Who are you, and why them?").fill("I am a linguist in Elmwood.")
    mine.get_by_label("What are you asking for?").fill(LETTERS["referred"]["ask"])
    expect(page.locator(".iv-mail-body").get_by_text("to its opening minute?")).to_be_visible()
    expect(page.get_by_text("asks for a job").filter(visible=True)).to_have_count(0)
    saved(page)
    turn_to(page, "Send it")
    expect(page.get_by_text("Wilma Castle has no email address in your logbook.")).to_be_visible()
    expect(page.get_by_role("link", name="Open in my email program")).to_have_count(0)


def a_call_in_two_time_zones(page: Page) -> None:
    choose(page, "Märta Öhrn")
    go(page, "Prepare questions", "The meeting")
    expect(page.get_by_text(re.compile(r"09:00.*15:00")).first).to_be_visible()


def taken_along(page: Page) -> None:
    go(page, "Progress", "Take it with you")
    page.get_by_label("Someone else: without names").check()
    expect(page.get_by_role("button", name="Save a logbook to share")).to_be_visible()
    press(page, "Print, or save as PDF")
    report = printed(page, "My conversations about work")
    expect(report.get_by_text("Twelve-hour days for three weeks")).to_be_visible()
    expect(report.get_by_text(re.compile("Bellweather|example.com"))).to_have_count(0)
    report.close()

    page.get_by_label("How did it change my interest?").fill("More than before.")
    saved(page)
    press(page, "Print")
    reflection = printed(page, "What I learned from talking with people about their work")
    expect(reflection.get_by_text("More than before.")).to_be_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", reflection.pdf(prefer_css_page_size=True))) == 1
    reflection.close()

    with page.expect_download() as download:
        press(page, "Everything in one ZIP file")
    with zipfile.ZipFile(download.value.path()) as everything:
        content = json.loads(everything.read("logbook.json"))
    assert content["contacts"][0]["name"] == KATYA["name"]
    assert len(content["learned"]) == 3 * len(TAKEAWAYS)


def printed(page: Page, title: str) -> Page:
    """Open what was sent to the printer as a page of its own."""
    frame = page.locator("iframe.iv-paper")
    expect(frame).to_have_attribute("srcdoc", re.compile(re.escape(f"<h1>{title}</h1>")))
    paper = page.context.new_page()
    paper.set_content(frame.get_attribute("srcdoc"))
    return paper


def choose(page: Page, name: str) -> None:
    """Choose whom it is about."""
    choose_person(page, name)
