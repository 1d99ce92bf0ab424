"""The static edition: a folder on any web host, the workbook in the browser alone, and nothing of it lost."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from infoview.errors import InputError
from infoview.logbook import open_file
from tests.browser.conftest import Servers, go, group, new_machine
from tests.browser.test_accessibility import TELEPHONE, faults, too_wide
from tests.browser.test_walk import come_back, exported, walk
from workbook.static.build import build, measured, put_in_place, put_together

OPENS = 240_000  # milliseconds: Python is brought and started in the browser, on a machine that may be busy
BELOW = "office/workbook"
"""The workbook need not stand at the top of its host."""
LARGEST = 12_000_000
"""Bytes that a first visit may load: what a telephone's connection brings in a few seconds."""
OLDEST = Path(__file__).parents[1] / "data" / "schema-1.infoview"
PUT_INTO_THE_VAULT = """(bytes) => new Promise((resolve, reject) => {
  const opening = indexedDB.open(`infoview:${location.pathname}`, 1);
  opening.onsuccess = () => {
    const change = opening.result.transaction("logbook", "readwrite");
    change.objectStore("logbook").put({ bytes: new Uint8Array(bytes), owner: "" }, "now");
    change.oncomplete = resolve;
    change.onabort = () => reject(change.error);
  };
})"""
WHO = "I am in my second year of biology and wonder about work in museums."


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The folder, made from the registries' packages unless one is named."""
    named = os.environ.get("INFOVIEW_STATIC")
    if named:
        return Path(named)
    try:
        return build(tmp_path_factory.mktemp("made") / "site").folder
    except InputError as error:
        pytest.skip(f"The static edition can't be made here: {error}")


@pytest.fixture(scope="session")
def host(made, tmp_path_factory):
    """A host that has the folder below `BELOW`: its own folder, and its address."""
    folder = tmp_path_factory.mktemp("static")
    shutil.copytree(made, folder / "host" / BELOW)
    servers = Servers(new_machine(folder), folder)
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory"]
    server = servers.start(*command, folder / "host")
    port = re.search(r"port (\d+)", server.process.stdout.readline())[1]
    yield folder / "host", f"http://127.0.0.1:{port}/"
    servers.stop()


@pytest.fixture
def static_site(host):
    """The address of the workbook on its host."""
    return f"{host[1]}{BELOW}/"


@pytest.fixture
def static_page(visitors, static_site):
    """One person's page on the workbook, with a browser that never saw it before."""
    return first_visit(visitors.new(), static_site)


def first_visit(page: Page, address: str) -> Page:
    """Open the workbook in a browser that never saw it before."""
    page.context.set_default_timeout(OPENS)
    page.goto(address)
    expect(page.get_by_label("Your name")).to_be_visible(timeout=OPENS)
    return page


def publish_the_next(site: Path, work: Path) -> None:
    """Put a newer build in the place of the one on the host: the same program with another look."""
    (at,) = (path for path in site.iterdir() if path.is_dir())
    parts = work / "parts"
    shutil.copytree(at, parts)
    with (parts / "page.css").open("a", encoding="utf-8") as look:
        look.write("#kept summary { letter-spacing: 1px; }")
    put_together(parts, work / "made")
    put_in_place(work / "made", site)


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

    for late in ("**/pyodide.asm.wasm.bin", "**/library.zip.bin"):
        page.route(late, hold)
    page.goto(static_site)
    expect(page.get_by_role("heading", name="Your interview workbook")).to_be_visible()
    expect(page.get_by_role("status").get_by_text("Getting Python ready")).to_be_visible(timeout=OPENS)
    for route in waiting:
        route.abort()
    expect(page.get_by_role("heading", name="It couldn't be opened")).to_be_visible(timeout=OPENS)
    expect(page.get_by_role("button", name="Reload the page")).to_be_visible()


def test_the_whole_walk_can_be_gone_and_is_there_when_the_link_is_opened_again(
    visitors, static_site, tmp_path
):
    page = visitors.new(accept_downloads=True, permissions=["clipboard-read", "clipboard-write"])
    walk(first_visit(page, static_site), exported(tmp_path))
    page.goto(static_site)
    expect(page.locator(".iv-stepper")).to_be_visible(timeout=OPENS)
    come_back(page)


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


def test_a_first_visit_loads_no_more_than_twelve_megabytes(made):
    assert measured(made).size <= LARGEST


def test_what_was_written_on_one_build_is_there_on_the_next_on_a_telephone(visitors, host, tmp_path):
    folder, address = host
    shutil.copytree(folder / BELOW, folder / "two/days")
    page = first_visit(visitors.new(viewport=TELEPHONE), f"{address}two/days/")
    past_the_first_minute(page)
    expect(page.get_by_text("It opens without a connection, too.")).to_be_attached(timeout=OPENS)
    publish_the_next(folder / "two/days", tmp_path)
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")  # back from another app
    newer = page.get_by_role("status").filter(has_text="A newer version is ready")
    expect(newer).to_be_visible(timeout=OPENS)
    assert faults(page) == []
    assert too_wide(page) == []
    newer.get_by_role("button", name="Reload the page").click()
    expect(newer).to_be_hidden(timeout=OPENS)
    expect(page.locator("#kept summary")).to_have_css("letter-spacing", "1px", timeout=OPENS)
    go(page, "Write the request", "Write it")
    group(page, "Your message").get_by_label("Who are you, and why them?").fill(WHO)
    expect(page.locator(".iv-mail").first).to_contain_text(WHO)
    expect(page.locator(".iv-mail").first).to_contain_text("Maria")
    assert too_wide(page) == []


def test_a_logbook_of_the_first_programs_opens_where_the_browser_held_it(static_page):
    page = static_page
    page.evaluate(PUT_INTO_THE_VAULT, list(OLDEST.read_bytes()))
    opened_again(page)
    go(page, "Find contacts", "Your contacts")
    expect(page.get_by_text("Anna Łukasik").locator("visible=true").first).to_be_visible()


def test_the_browser_is_asked_to_keep_it_for_good_and_its_answer_is_said(visitors, static_site):
    page = first_visit(visitors.new(), static_site)
    open_kept(page)
    expect(page.get_by_text("the browser may clear it by itself")).to_be_visible()
    browser = page.context.new_cdp_session(page)
    who = browser.send("Target.getTargetInfo")["targetInfo"]["browserContextId"]
    browser.send("Browser.grantPermissions", {"permissions": ["durableStorage"], "browserContextId": who})
    page.get_by_role("button", name="Ask the browser to keep it").click()
    expect(page.get_by_text("The browser has agreed not to clear it by itself.")).to_be_visible()


def test_axe_finds_nothing_in_the_page_around_the_app(static_page):
    page = static_page
    found = []
    for scheme in ("light", "dark"):
        for size in (TELEPHONE, {"width": 1280, "height": 900}):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            page.locator("#kept").evaluate("(fold) => { fold.open = true; }")
            found += [f"{scheme}, {size['width']}: {fault}" for fault in (*faults(page), *too_wide(page))]
    page.get_by_role("button", name="Forget everything in this browser").click()
    found += faults(page)
    page.get_by_role("button", name="Yes, forget it all").click()
    expect(page.get_by_role("heading", name="All forgotten")).to_be_visible()
    assert [*found, *faults(page)] == []
