"""Writing to one person in a browser: a job ask mended, a LinkedIn note, an introduction."""

from __future__ import annotations

import re
from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from infoview.logbook import open_file
from infoview.records.contacts import Contact
from infoview.records.introductions import Introduction
from infoview.records.requests import RequestStatus
from tests.browser.conftest import group, press

TODAY = date.today()
WHO = "I study biology in Birchwood and wonder about work in museums. You built the tide pool there."
FOUND = "Professor Lund told me about it."
ASK = "Would you have twenty minutes for a coffee near your museum? If this is a bad season, I understand."
JOB = " Are there any openings on your team?"


@pytest.fixture
def file(file):
    """A logbook with Ada Park, whose name Professor Lund gave."""
    logbook = open_file(file)
    logbook.change_profile(name="Mina Castellan", exploring="museum work", email="mina@example.org")
    ada = logbook.contacts.add(Contact("Ada Park", "Tidal Museum", "Curator", "ada@example.org"))
    lund = logbook.contacts.add(Contact("Prof. Lund", email="lund@example.org"))
    logbook.introductions.add(Introduction(lund.id, ada.id, TODAY))
    logbook.remember("contact", str(ada.id))
    logbook.close()
    return file


@pytest.fixture
def writing(app, file, page):
    """The page on which the request to Ada Park is written."""
    page.goto(f"{app.url}?step=requests")
    expect(page.get_by_role("heading", level=1, name="Write the request")).to_be_visible()
    return page


def test_a_job_ask_is_warned_of_mended_taken_out_sent_and_answered_with_a_yes(writing, file):
    page, mine = writing, group(writing, "Your message")
    expect(page.get_by_text("What you know about Ada Park")).to_be_visible()
    around = group(page, "Subject, greeting and your name")
    around.get_by_role("button", name="Prof. Lund suggested I write to you").click()
    expect(around.get_by_label("Subject")).to_have_value("Prof. Lund suggested I write to you")
    mine.get_by_label("Who are you, and why them?").fill(WHO)
    mine.get_by_label("How did you find them?").fill(FOUND)
    mine.get_by_label("What are you asking for?").fill(ASK + JOB)

    warning = page.get_by_role("listitem").filter(has_text="This asks for a job")
    expect(warning).to_contain_text("any openings on your team")
    expect(page.locator(".iv-mail mark").filter(has_text="openings")).to_be_visible()
    warning.locator("summary", has_text="Why?").click()
    source = warning.get_by_text("CUNY Graduate Center's guide")
    expect(source).to_be_visible()
    mine.get_by_label("What are you asking for?").press("End")
    mine.get_by_label("What are you asking for?").press_sequentially(" I would be glad.")
    expect(page.locator(".iv-mail")).to_contain_text("I would be glad.")
    expect(source).to_be_visible()  # what one reads stays open while one writes
    mine.get_by_label("What are you asking for?").fill(ASK)
    expect(warning).to_have_count(0)
    expect(verdict(page, "Ready to send")).to_be_visible()

    press(page, "Next: Send it")
    expect(page.get_by_label("By email")).to_be_checked()
    with page.expect_download() as download:
        press(page, "Download as an email draft")
    draft = message_from_bytes(Path(download.value.path()).read_bytes(), policy=policy.default)
    assert (draft["To"], draft["From"], draft["X-Unsent"]) == ("ada@example.org", "mina@example.org", "1")
    assert draft["Subject"] == "Prof. Lund suggested I write to you"
    body = " ".join(draft.get_content().split())
    assert [part in body for part in (WHO, FOUND, ASK)] == [True] * 3
    assert JOB.strip() not in body
    press(page, "I sent it")
    expect(page.get_by_text(re.compile("one short, friendly reminder"))).to_be_visible()

    press(page, "Next: The answer")
    page.get_by_label("Yes, we'll talk").check()
    page.get_by_label("The day you'll meet").fill((TODAY + timedelta(days=8)).isoformat())
    page.get_by_label("Time").fill("15:00")
    press(page, "Note the answer")
    expect(page.get_by_text(re.compile("Ada Park said yes"))).to_be_visible()
    logbook = open_file(file)
    (request,), (meeting,) = logbook.requests.find(), logbook.meetings.find()
    logbook.close()
    assert (request.status, request.ask) == (RequestStatus.ACCEPTED, ASK)
    assert (meeting.on, meeting.at) == (TODAY + timedelta(days=8), "15:00")


def test_nobody_who_begins_to_type_at_once_is_interrupted(writing):
    who = writing.get_by_label("Who are you, and why them?")
    who.press_sequentially(WHO, delay=40)
    expect(who).to_be_focused()
    expect(who).to_have_value(WHO)
    expect(writing.locator(".iv-mail")).to_contain_text(WHO)


def test_a_remark_is_set_aside_where_it_stands_and_stays_aside(writing):
    page, mine = writing, group(writing, "Your message")
    mine.get_by_label("What are you asking for?").fill("Could we talk about your work?")
    remark = page.get_by_role("listitem").filter(has_text="Say how long it would take")
    remark.get_by_role("button", name=re.compile("Doesn't fit here")).click()
    reason = remark.get_by_label("Why doesn't it fit?")
    expect(reason).to_be_focused()
    reason.press("Enter")
    expect(remark.get_by_text("Say in a few words why it doesn't fit.")).to_be_visible()
    reason.fill("She said any length is fine")
    reason.press("Enter")
    expect(remark).to_have_count(0)
    expect(
        page.get_by_role("group", name="Set aside").get_by_text("She said any length is fine").first
    ).to_be_visible()
    page.reload()
    expect(
        page.get_by_role("group", name="Set aside").get_by_text("She said any length is fine").first
    ).to_be_visible()
    expect(remark).to_have_count(0)
    page.get_by_role("button", name=re.compile("Show this advice again")).click()
    expect(remark).to_be_visible()


def test_a_linkedin_note_counts_its_characters_while_one_writes(writing):
    page, mine = writing, group(writing, "Your message")
    mine.get_by_label("Who are you, and why them?").fill(WHO)
    mine.get_by_label("How did you find them?").fill(FOUND)
    mine.get_by_label("What are you asking for?").fill(ASK)
    press(page, "Next: Send it")
    page.get_by_label("With a LinkedIn invitation").check()
    press(page, "Start with what I've written")
    note = page.get_by_label("Your note")
    expect(note).to_have_value(f"{FOUND} {WHO} {ASK}")
    count = page.get_by_text(re.compile(r"\d+ of 200 characters"))
    expect(count).to_contain_text(f"{len(FOUND) + len(WHO) + len(ASK) + 2} of 200")
    too_long = page.get_by_role("listitem").filter(has_text=re.compile("LinkedIn", re.IGNORECASE)).first
    expect(verdict(page, "to change")).to_be_visible()
    expect(too_long).to_be_visible()
    short = (
        "I study biology in Birchwood and heard of your tide pool. Might I ask you two questions about it?"
    )
    note.fill(short)
    expect(count).to_contain_text(f"{len(short)} of 200")
    expect(verdict(page, "Ready to send")).to_be_visible()
    page.get_by_label("I pay for LinkedIn").check()
    expect(page.get_by_text(re.compile(rf"{len(short)} of 300 characters"))).to_be_visible()
    press(page, "I sent it")
    expect(page.get_by_text(re.compile("one short, friendly reminder"))).to_be_visible()


def test_an_introduction_is_asked_of_the_one_in_the_middle(writing, file):
    page = writing
    press(page, "Other messages")
    expect(page.get_by_label("Ask someone to introduce me")).to_be_checked()
    people = page.get_by_label("Who could introduce you?")
    lund = people.get_by_role("option").filter(has_text="Prof. Lund")
    expect(lund).to_contain_text("gave you this name")
    people.select_option(lund.get_attribute("value"))
    mine = group(page, "This message")
    expect(mine.get_by_label("Greeting")).to_have_value("Dear Prof. Lund,")
    expect(mine.get_by_label("Subject")).to_have_value("Would you introduce me to Ada Park?")
    mine.get_by_label("Who would you like to meet").fill("I would like to learn how Ada Park plans a room.")
    expect(verdict(page, "to change")).to_be_visible()
    mine.get_by_label("What are you asking for").fill(
        "Would you introduce me? Only if you are comfortable with it. Here are lines to pass on:"
    )
    mine.get_by_label("Which lines can they pass on?").fill(
        "I study biology in Birchwood. Could I ask you about your work for twenty minutes? Mina Castellan"
    )
    expect(verdict(page, "Ready to send")).to_be_visible()
    expect(page.locator(".iv-mail:visible")).to_contain_text("lund@example.org")
    press(page, "I sent it")
    expect(page.get_by_text(re.compile("Ask someone to introduce me: sent on"))).to_be_visible()
    logbook = open_file(file)
    (letter,) = logbook.follow_ups.find()
    assert (letter.through_id, letter.sent_on) == (2, TODAY)
    assert logbook.requests.count() == 0
    logbook.close()


def verdict(page: Page, sentence: str) -> Locator:
    """What the coach says first of the message that is in sight."""
    return page.get_by_role("heading", name=sentence)
