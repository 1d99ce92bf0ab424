"""Nothing typed is lost: a killed kernel, a refresh, two windows, Back, a file too large, a visitor's tab."""

from __future__ import annotations

import os
import re
import signal

import pytest
from playwright.sync_api import Locator, Page, expect

from infoview.logbook import open_file
from tests.browser.conftest import ADDRESSES, go, turn_to

ELEVEN_MEGABYTES = 11_000_000
SOON = 12_000  # milliseconds: a window asks every five seconds what another one wrote
BANNER = 20_000  # milliseconds within which a lost connection must be said
ABOUT_YOU = "?step=start&part=you"
"""Where the form about oneself stands."""
LOST = "We lost the connection to the program."


@pytest.fixture
def opened(app, page):
    """The app with an empty logbook, and one person's page on it."""
    page.goto(f"{app.url}{ABOUT_YOU}")
    field(page, "Your name").wait_for()
    return app


def field(page: Page, label: str) -> Locator:
    """A field of the form about oneself, or any other with a label of its own."""
    return page.get_by_role("textbox", name=label, exact=True)


def arrived(page: Page, step: str, part: str = "") -> None:
    """Wait for a step, its part and their address."""
    expect(page.get_by_role("heading", level=1, name=step)).to_be_visible()
    expect(page).to_have_url(re.compile(rf"[?&]step={ADDRESSES[step]}\b"))
    if part:
        expect(page).to_have_url(re.compile(rf"[?&]part={part}\b"))


def kill_kernels(server) -> None:
    """End every kernel of a server at once, as a machine short of memory does."""
    killed = server.kernel_processes()
    assert killed
    for pid in killed:
        os.kill(pid, signal.SIGKILL)


def test_a_kernel_killed_while_typing_is_said_and_costs_no_word(opened, page):
    about = field(page, "What you want to find out about")
    about.press_sequentially("Museum work, and ")
    kill_kernels(opened)
    about.press_sequentially("whether it needs my degree")
    expect(page.get_by_text(LOST)).to_be_visible(timeout=BANNER)
    expect(about).to_have_value("Museum work, and whether it needs my degree")
    page.get_by_role("button", name="Reload").click()
    expect(page.get_by_text(LOST)).to_have_count(0)
    expect(about).to_have_value("Museum work, and whether it needs my degree")
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    page.reload()
    expect(about).to_have_value("Museum work, and whether it needs my degree")


def test_a_refresh_right_after_a_keystroke_costs_no_word(opened, page):
    field(page, "Your name").press_sequentially("Ravi Menon")
    page.reload()
    expect(field(page, "Your name")).to_have_value("Ravi Menon")


def test_a_half_written_contact_is_there_after_a_refresh(opened, page):
    go(page, "Find contacts")
    new = page.get_by_role("group", name="A new contact")
    new.get_by_label("Name", exact=True).fill("Mira Doyle")
    new.get_by_label("Why this person?").press_sequentially("She hangs the shows")
    page.reload()
    arrived(page, "Find contacts")
    expect(new.get_by_label("Name", exact=True)).to_have_value("Mira Doyle")
    expect(new.get_by_label("Why this person?")).to_have_value("She hangs the shows")


def test_two_windows_notice_each_other_and_take_nothing_from_the_one_in_use(opened, page, visitors):
    other = visitors.new()
    other.goto(f"{opened.url}{ABOUT_YOU}")
    field(other, "Your name").wait_for()
    mine = field(other, "What you do now")
    mine.press_sequentially("Last year of a hist")
    field(page, "Your name").fill("Ravi Menon")
    expect(field(other, "Your name")).to_have_value("Ravi Menon", timeout=SOON)
    expect(mine).to_be_focused()
    other.keyboard.type("ory degree")
    expect(mine).to_have_value("Last year of a history degree")
    expect(field(page, "What you do now")).to_have_value("Last year of a history degree", timeout=SOON)


def test_back_and_the_address_lead_to_a_step_and_follow_it(opened, page):
    go(page, "Find contacts")
    turn_to(page, "Your contacts")
    go(page, "Progress")
    page.go_back()
    arrived(page, "Find contacts", "people")
    page.go_back()
    arrived(page, "Find contacts", "memory")
    page.go_back()
    arrived(page, "Today")
    page.go_forward()
    page.go_forward()
    arrived(page, "Find contacts", "people")
    page.reload()
    arrived(page, "Find contacts", "people")
    page.goto(f"{opened.url}?step=requests")
    arrived(page, "Write the request")


def test_eleven_megabytes_are_refused_in_a_sentence_before_they_are_sent(opened, page, tmp_path):
    large = tmp_path / "Connections.csv"
    large.write_bytes(b"a" * ELEVEN_MEGABYTES)
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda data: sent.append(len(data))))
    page.reload()
    go(page, "Find contacts", "Bring a file")
    page.get_by_label("Choose a file").set_input_files(large)
    expect(page.get_by_text("This file is larger than 10 MB, so it wasn't sent.")).to_be_visible()
    assert sent
    assert max(sent) < ELEVEN_MEGABYTES / 100


def test_another_copy_takes_the_logbooks_place_and_the_former_is_kept(opened, page, visitors, tmp_path):
    field(page, "Your name").fill("Ravi Menon")
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    turn_to(page, "Your copy")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a copy").click()
    copy = tmp_path / "mine.infoview"
    download.value.save_as(copy)
    with_name(copy, "Ravi Menon")
    turn_to(page, "About you")
    field(page, "Your name").fill("Someone else")
    page.keyboard.press("Tab")
    turn_to(page, "Your copy")
    page.get_by_label("Open a copy").set_input_files(copy)
    expect(page.get_by_text(re.compile("Your copy is open. What was here before is kept in"))).to_be_visible()
    turn_to(page, "About you")
    expect(field(page, "Your name")).to_have_value("Ravi Menon")


def with_name(file, name: str) -> None:
    """Check that a file is a whole logbook of someone."""
    logbook = open_file(file)
    assert logbook.profile.name == name
    logbook.close()


def test_a_visitor_finds_their_work_after_a_refresh_and_another_sees_nothing_of_it(voila, page, visitors):
    server = voila("--public")
    page.goto(f"{server.url}{ABOUT_YOU}")
    expect(page.get_by_text("You're a visitor on a shared machine.")).to_be_visible()
    field(page, "Your name").press_sequentially("Zaphod Quillfeather")
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    field(page, "What you do now").press_sequentially("Nurse on a children's ward")
    page.reload()
    expect(field(page, "Your name")).to_have_value("Zaphod Quillfeather")
    expect(field(page, "What you do now")).to_have_value("Nurse on a children's ward")
    stranger = visitors.new()
    stranger.goto(f"{server.url}{ABOUT_YOU}")
    expect(field(stranger, "Your name")).to_have_value("")
    assert "Quillfeather" not in stranger.content()
    said = page.get_by_role("status").filter(has_text="not in a file since")
    rail = page.locator(".iv-rail").bounding_box()
    assert said.bounding_box()["x"] + said.bounding_box()["width"] <= rail["x"] + rail["width"]
    page.set_viewport_size({"width": 375, "height": 667})
    go(page, "Prepare questions")
    where = page.locator(".iv-where").bounding_box()
    assert where["x"] + where["width"] <= said.bounding_box()["x"]
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert asked == ["beforeunload"]
