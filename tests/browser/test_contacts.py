"""Finding people in a browser: files in and out, two entries made one, the way in, a table by keyboard."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import go, press, tab_to, turn_to

LINKEDIN = """Notes:
"Some of the e-mail addresses may be missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Park,https://www.linkedin.com/in/ada-park,ada@example.org,Tidal Museum,Curator,15 Mar 2024
Ben,Moss,https://www.linkedin.com/in/ben-moss,,Rivers Trust,Ranger,02 Jan 2023
,,,,,,01 Jan 2023
"""
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Park\r\nEMAIL:ada@example.org\r\nTEL:+1 2\r\nEND:VCARD\r\n"
MANY = "Name,Company,Job Title\n" + "".join(
    f"{name} {number:02},{company},Keeper\n"
    for number in range(30)
    for name, company in (("Ada", "Tidal Museum"), ("Bo", "Dune Labs"))
)


def bring(page: Page, *files: object) -> None:
    page.get_by_label("Choose a file").set_input_files(list(files))


def test_several_files_are_shown_before_they_are_kept_and_taken_out_one_by_one(app, page, tmp_path):
    for name, text in (("Connections.csv", LINKEDIN), ("ada.vcf", CARD), ("photo.png", "\x89PNG\r\n\x1a\n")):
        (tmp_path / name).write_text(text, encoding="latin-1", newline="")
    page.goto(app.url)
    go(page, "Find contacts", "Bring a file")
    bring(page, tmp_path / "photo.png")
    expect(page.get_by_text("We found nobody in photo.png. This is a picture").first).to_be_visible()
    bring(page, tmp_path / "Connections.csv", tmp_path / "ada.vcf")
    expect(page.get_by_text("Connections.csv looks like a LinkedIn export.")).to_be_visible()
    expect(page.get_by_text("Row 3 has no name, so it was left out.")).to_be_visible()
    expect(page.get_by_text("ada.vcf looks like a file of address cards")).to_be_visible()
    expect(page.get_by_text("2 people in your pool")).to_have_count(0)
    press(page, "Keep these 3 people in my pool")
    expect(
        page.get_by_text(re.compile("One person in your files was here already, so we added what was new"))
    ).to_be_visible()
    expect(page.get_by_text("2 people in your pool", exact=True)).to_be_visible()
    press(page, "Take the last file out again")
    expect(page.get_by_text("ada.vcf was taken out of your pool.")).to_be_visible()
    expect(page.get_by_text("2 people in your pool", exact=True)).to_be_visible()
    press(page, "Take the last file out again")
    expect(page.get_by_role("rowheader", name="Ada Park")).to_have_count(0)


def test_two_entries_of_one_person_are_made_one_field_by_field_and_two_again(app, page, sample):
    page.goto(app.url)
    go(page, "Find contacts", "Your contacts")
    expect(page.get_by_text("14 contacts", exact=True)).to_be_visible()
    expect(page.get_by_text("Probably the same person.")).to_be_visible()
    page.get_by_role("radio", name="Head of Learning").check()
    press(page, "Make them one")
    expect(page.get_by_text("Dalia Petrov is one entry now, with everything from both.")).to_be_visible()
    expect(page.get_by_text("13 contacts", exact=True)).to_be_visible()
    expect(
        page.get_by_role("row", name=re.compile("Dalia Petrov Head of Learning, Otter Creek"))
    ).to_be_visible()
    press(page, "Split Dr. Dalia Petrov off again")
    expect(page.get_by_text("14 contacts", exact=True)).to_be_visible()
    expect(page.get_by_text("Nobody seems to be listed twice.")).to_be_visible()


def test_the_way_in_names_who_can_introduce_me_with_the_reason_and_whom_i_led_to_whom(app, page, sample):
    page.goto(app.url)
    go(page, "Find contacts", "Who to ask first")
    first = page.get_by_role("listitem").filter(has_text="Inês Duarte")
    expect(first).to_contain_text("You marked them as a kind person to practice with.")
    page.get_by_label("Who would you like to reach?").select_option(label="Marcus Tembo")
    way = page.get_by_role("listitem").filter(has_text="Teo Lindgren: They gave you this name.")
    expect(way.first).to_contain_text("Last in touch on")
    expect(page.get_by_role("img", name="Who sent you where")).to_be_visible()
    page.get_by_text("The same as text").click()
    expect(page.get_by_text("Teo Lindgren led you to Marcus Tembo.")).to_be_visible()


def test_the_pool_is_searched_turned_sorted_and_picked_from_by_the_keyboard_alone(app, page, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text(MANY)
    page.goto(app.url)
    go(page, "Find contacts", "Bring a file")
    bring(page, file)
    press(page, "Keep these 60 people in my pool")
    search = page.get_by_label("Search by name, organization, work or place")
    tab_to(page, search)
    page.keyboard.type("dune")
    expect(page.get_by_text("30 of 60 people", exact=True)).to_be_visible()
    table = page.get_by_role("table", name="People in your pool")
    tab_to(page, table.get_by_role("button", name="Name"))
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(table.get_by_role("rowheader").first).to_have_text("Bo 29")
    tab_to(page, page.get_by_role("button", name="Next", exact=True).first)
    page.keyboard.press("Enter")
    expect(table.get_by_role("rowheader").first).to_have_text("Bo 19")
    tab_to(page, table.get_by_role("button", name="Pick Bo 18"), backwards=True)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Bo 18 is in your contacts now. Two quick questions")).to_be_visible()
    expect(page.get_by_role("textbox", name="Why this person?").first).to_be_focused()
    page.keyboard.type("She keeps the dunes.")
    page.keyboard.press("Tab")
    turn_to(page, "Your contacts")
    expect(page.get_by_role("rowheader", name="Bo 18")).to_be_visible()
