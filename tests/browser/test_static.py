"""The static edition: a folder on any web host, the workbook in the browser alone, and nothing of it lost."""

from __future__ import annotations

import os
import re
import shutil
import sys

import pytest
from playwright.sync_api import Page, expect

from infoview.errors import InputError
from infoview.logbook import open_file
from tests.browser.conftest import Servers, go, group, new_machine
from workbook.static.build import build

OPENS = 240_000  # milliseconds: Python is brought and started in the browser, on a machine that may be busy
BELOW = "office/workbook"
"""The workbook need not stand at the top of its host."""
WHO = "I am in my second year of biology and wonder about work in museums."


@pytest.fixture(scope="session")
def static_site(tmp_path_factory):
    """The folder, made from the registries' packages unless one is named, on a host; its address."""
    folder = tmp_path_factory.mktemp("static")
    made = os.environ.get("INFOVIEW_STATIC")
    try:
        if made:
            shutil.copytree(made, folder / "host" / BELOW)
        else:
            build(folder / "host" / BELOW)
    except InputError as error:
        pytest.skip(f"The static edition can't be made here: {error}")
    host = Servers(new_machine(folder), folder)
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory"]
    server = host.start(*command, folder / "host")
    port = re.search(r"port (\d+)", server.process.stdout.readline())[1]
    yield f"http://127.0.0.1:{port}/{BELOW}/"
    host.stop()


@pytest.fixture
def static_page(visitors, static_site):
    """One person's page on the workbook, with a browser that never saw it before."""
    page = visitors.new()
    page.context.set_default_timeout(OPENS)
    page.goto(static_site)
    expect(page.get_by_label("Your name")).to_be_visible(timeout=OPENS)
    return page


def past_the_first_minute(page: Page) -> None:
    """Answer the three questions of the first minute, the last with the name of someone to ask."""
    for label, answer in {
        "Your name": "Ada Moreno",
        "What you want to find out about": "Museum work",
        "Their name": "Maria Lind",
    }.items():
        page.get_by_label(label).fill(answer)
        page.get_by_role("button", name="Go on", exact=True).click()
    expect(page.get_by_label("Their name")).to_be_hidden()


def opened_again(page: Page) -> None:
    """Load the page anew, and wait until the workbook is there."""
    page.reload()
    expect(page.locator(".iv-stepper")).to_be_visible(timeout=OPENS)


def open_kept(page: Page) -> None:
    """Open what the page says of the browser's keeping."""
    page.locator("#kept summary").click()


def test_its_first_words_stand_there_before_python_does(visitors, static_site):
    page = visitors.new()
    page.context.set_default_timeout(OPENS)
    waiting = []

    def hold(route):
        waiting.append(route)

    for late in ("**/*.bin", "**/library.zip"):
        page.route(late, hold)
    page.goto(static_site)
    expect(page.get_by_role("heading", name="Your interview workbook")).to_be_visible()
    expect(page.get_by_role("status").get_by_text("Getting Python ready")).to_be_visible(timeout=OPENS)
    for route in waiting:
        route.abort()
    expect(page.get_by_role("heading", name="It couldn't be opened")).to_be_visible(timeout=OPENS)
    expect(page.get_by_role("button", name="Reload the page")).to_be_visible()


def test_a_contact_and_a_request_are_there_after_a_reload_and_in_the_saved_copy(static_page, tmp_path):
    page = static_page
    past_the_first_minute(page)
    go(page, "Write the request", "Write it")
    group(page, "Your message").get_by_label("Who are you, and why them?").fill(WHO)
    expect(page.locator(".iv-mail").first).to_contain_text(WHO)
    opened_again(page)
    expect(page.locator(".iv-mail").first).to_contain_text(WHO)
    expect(page.locator(".iv-chosen-person").locator("visible=true")).to_contain_text("Maria Lind")

    open_kept(page)
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save a copy").locator("visible=true").click()
    copy = tmp_path / "copy.infoview"
    saving.value.save_as(copy)
    logbook = open_file(copy)
    assert [contact.name for contact in logbook.contacts.find()] == ["Maria Lind"]
    logbook.close()

    page.get_by_role("button", name="Forget everything in this browser").click()
    page.get_by_role("button", name="Yes, forget it all").click()
    expect(page.get_by_role("heading", name="All forgotten")).to_be_visible()
    page.get_by_role("button", name="Begin anew").click()
    expect(page.get_by_label("Your name")).to_be_visible(timeout=OPENS)
    expect(page.get_by_label("Your name")).to_have_value("")
    open_kept(page)
    page.get_by_label("Open a copy").locator("visible=true").set_input_files(copy)
    expect(page.get_by_text("Your copy is open.")).to_be_visible()
    go(page, "Write the request", "Write it")
    expect(page.locator(".iv-mail").first).to_contain_text(WHO)


def test_a_second_tab_asks_first_and_takes_over_what_the_first_one_wrote(static_page, static_site):
    first = static_page
    first.get_by_label("Your name").fill("Ada Moreno")
    second = first.context.new_page()
    second.goto(static_site)
    take = second.get_by_role("button", name="Use it here")
    expect(take).to_be_visible(timeout=OPENS)
    take.click()
    expect(first.get_by_text("You went on in another tab.")).to_be_visible()
    expect(second.get_by_label("Your name")).to_have_value("Ada Moreno", timeout=OPENS)


def test_after_the_first_visit_it_opens_without_a_connection(static_page):
    page = static_page
    page.get_by_label("Your name").fill("Ada Moreno")
    open_kept(page)
    expect(page.get_by_text("It opens without a connection, too.")).to_be_visible(timeout=OPENS)
    page.context.set_offline(True)
    opened_again(page)
    expect(page.get_by_label("Your name")).to_have_value("Ada Moreno")
