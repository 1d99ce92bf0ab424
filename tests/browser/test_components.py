"""The components in a real browser, on a page of their own served by Voilà as it comes."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import SCREEN, Visitors

HERE = Path(__file__).parent
START = 60_000


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    """The address of the gallery, served as the app is; each load of it is a new kernel."""
    folder = tmp_path_factory.mktemp("gallery")
    code = f"import sys\nsys.path.insert(0, {str(HERE)!r})\nimport gallery\ngallery.page()"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(code)], metadata={"kernelspec": kernel}
    )
    nbformat.write(notebook, folder / "gallery.ipynb")
    port = free_port()
    options = ["--no-browser", "--template=infoview", f"--port={port}", "gallery.ipynb"]
    with (folder / "voila.log").open("w+") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "voila", *options],
            cwd=folder,
            stdout=log,
            stderr=log,
            env={**os.environ, "HOME": str(folder)},
        )
        yield f"http://127.0.0.1:{port}/"
        server.send_signal(signal.SIGINT)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:  # stock Voilà waits for kernels that are only just starting
            server.kill()


@pytest.fixture
def fresh(page, gallery):
    """The gallery with a kernel of its own, which may be killed."""
    open_gallery(page, gallery)
    yield page
    page.goto("about:blank")  # so that the page says goodbye and its kernel is stopped


@pytest.fixture(scope="module")
def opened(chromium, gallery):
    """The gallery, opened once, and those who look at it."""
    visitors = Visitors(chromium)
    open_gallery(visitors.new(), gallery)
    yield visitors
    visitors.leave()


@pytest.fixture
def tab(opened, gallery):
    """The gallery built anew in a page and a kernel that were there before: nobody waits for a start."""
    (page,) = opened.contexts[0].pages
    page.set_viewport_size(SCREEN)
    page.emulate_media(color_scheme="null")
    page.evaluate("address => { localStorage.clear(); history.replaceState(null, '', address); }", gallery)
    times = page.get_by_label("Times built")
    before = int(times.input_value())
    page.get_by_role("button", name="Build it anew").click()
    expect(times).to_have_value(str(before + 1))
    ready(page)
    yield page
    wrong, opened.wrong = opened.wrong, []
    assert wrong == []


def open_gallery(page: Page, address: str) -> None:
    for _ in range(60):  # the server answers a moment after it was started
        try:
            page.goto(address)
            break
        except Exception as error:
            if "ERR_CONNECTION_REFUSED" not in str(error):
                raise
            page.wait_for_timeout(500)
    ready(page)


def ready(page: Page) -> None:
    expect(page.get_by_text("1 to 5 of 32")).to_be_visible(timeout=START)
    expect(page.locator(".iv-status")).to_be_attached()


def says(page: Page, text: str | re.Pattern) -> None:
    expect(page.locator(".iv-status > p").filter(has_text=text)).to_be_visible(timeout=10_000)


def press_until(page: Page, wanted, limit: int = 400) -> None:
    """Walk with Tab, as somebody without a mouse does."""
    for _ in range(limit):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reached {wanted}.")


def kill_kernel(page: Page) -> None:
    words = page.get_by_text(re.compile(r"^Kernel \d+$")).inner_text()
    os.kill(int(words.split()[1]), signal.SIGKILL)


# Forms


def test_a_form_is_filled_in_by_keyboard_alone(tab):
    press_until(tab, tab.get_by_label("Your name"))
    tab.keyboard.type("Ada Park")
    tab.keyboard.press("Tab")
    says(tab, "Saved: Ada Park")
    press_until(tab, tab.get_by_label("How", exact=True))
    tab.keyboard.press("ArrowDown")
    says(tab, "Saved: call")
    press_until(tab, tab.get_by_label("studying"))
    tab.keyboard.press("ArrowDown")
    says(tab, "Saved: working")
    press_until(tab, tab.get_by_label("I want a reminder"))
    tab.keyboard.press("Space")
    says(tab, "Saved: True")


def test_text_is_saved_while_typing_before_the_field_is_left(tab):
    tab.get_by_label("What you explore").press_sequentially("tide pools at night")
    says(tab, "Saved: tide pools at night")
    expect(tab.get_by_text("4 words")).to_be_visible()


def test_the_word_that_all_is_saved_stays_in_sight_and_is_read_out(tab):
    line = tab.locator(".iv-status > p").first
    tab.get_by_label("Your name").fill("Ada Park")
    tab.keyboard.press("Tab")
    says(tab, "Saved: Ada Park")
    expect(line).to_have_css("position", "fixed")
    assert line.bounding_box()["x"] < 208, "at the foot of the rail"
    expect(tab.get_by_role("status").filter(has_text="Saved: Ada Park")).to_be_attached()
    tab.get_by_role("button", name="Keep a copy").press("Enter")
    expect(line).to_be_visible()


def test_a_refused_value_says_why_at_its_field_and_keeps_the_text(tab):
    mail = tab.get_by_label("Your email")
    mail.fill("ada")
    mail.blur()
    expect(mail).to_have_attribute("aria-invalid", "true")
    expect(mail).to_have_accessible_description("An e-mail address has an @ in it.")
    expect(mail).to_have_value("ada")
    mail.fill("ada@example.org")
    mail.blur()
    expect(mail).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("delay", [20, 60, 120])
@pytest.mark.parametrize("server", ["quick", "slow"])
def test_a_date_typed_over_another_arrives_whole_at_any_speed(tab, server, delay):
    when = tab.get_by_label("When you talk")
    when.fill("2026-11-20")
    says(tab, "Saved: 2026-11-20")
    if server == "slow":
        tab.get_by_role("button", name="Answer slowly").click()
        says(tab, "Pressed: slow")
    for typed in ("12032026", "01152027"):
        when.blur()
        when.focus()
        tab.keyboard.type(typed, delay=delay)
        day = f"{typed[4:]}-{typed[:2]}-{typed[2:4]}"
        expect(when).to_have_value(day)
        says(tab, f"Saved: {day}")
        expect(when).to_have_value(day)


@pytest.mark.parametrize("delay", [20, 60, 120])
@pytest.mark.parametrize("server", ["quick", "slow"])
def test_words_typed_arrive_whole_at_any_speed(tab, server, delay):
    if server == "slow":
        tab.get_by_role("button", name="Answer slowly").click()
        says(tab, "Pressed: slow")
    about = tab.get_by_label("What you explore")
    about.click()
    whole = "tide pools and the people who hang shows, at night"
    tab.keyboard.type(whole, delay=delay)
    expect(about).to_have_value(whole)
    says(tab, f"Saved: {whole}")
    expect(about).to_have_value(whole)


def test_words_pasted_between_words_being_typed_stay_where_they_are(tab):
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.evaluate("navigator.clipboard.writeText('and the people who hang shows, ')")
    about = tab.get_by_label("What you explore")
    about.focus()
    tab.keyboard.type("tide pools ", delay=60)
    tab.keyboard.press("Control+v")
    tab.keyboard.type("at night", delay=60)
    whole = "tide pools and the people who hang shows, at night"
    says(tab, f"Saved: {whole}")
    expect(about).to_have_value(whole)


def test_a_day_left_half_typed_is_said_at_its_box_and_is_no_day(tab):
    when = tab.get_by_label("When you talk")
    when.fill("2026-11-20")
    says(tab, "Saved: 2026-11-20")
    when.focus()
    tab.keyboard.type("1203", delay=60)
    tab.keyboard.press("Backspace")
    when.blur()
    expect(when).to_have_accessible_description(re.compile("Part of this day is missing"))
    when.fill("2026-12-03")
    says(tab, "Saved: 2026-12-03")
    expect(when).not_to_have_attribute("aria-invalid", "true")


def test_text_typed_and_reloaded_at_once_is_still_there_and_saved(tab, gallery):
    tab.get_by_label("What you explore").fill("typed just before the reload")
    tab.reload()
    ready(tab)
    expect(tab.get_by_label("What you explore")).to_have_value("typed just before the reload")


def test_text_typed_after_the_kernel_was_killed_is_saved_after_a_reload(fresh):
    kill_kernel(fresh)
    fresh.get_by_label("What you explore").fill("typed into a dead page")
    expect(fresh.get_by_role("alert").filter(has_text="lost the connection to the program")).to_be_visible(
        timeout=20_000
    )
    fresh.get_by_role("button", name="Reload").click()
    ready(fresh)
    expect(fresh.get_by_label("What you explore")).to_have_value("typed into a dead page")
    says(fresh, "Saved: typed into a dead page")


def test_text_belongs_to_the_record_it_was_typed_for(tab):
    name = tab.get_by_label("Your name")
    name.fill("This is me")
    tab.get_by_role("button", name="Show Ada").press("Enter")
    expect(name).to_have_value("")
    name.fill("Ada Park")
    tab.get_by_role("button", name="Show me").press("Enter")
    expect(name).to_have_value("This is me")


def test_a_busy_kernel_loses_no_text_and_raises_no_alarm(tab):
    tab.get_by_role("button", name="Work a while").click()
    name = tab.get_by_label("Your name")
    name.fill("")
    name.press_sequentially("typed while busy")
    says(tab, "Saved: typed while busy")
    expect(name).to_have_value("typed while busy")
    expect(tab.get_by_text("lost the connection to the program")).to_have_count(0)


# Tables


def test_a_table_is_searched_sorted_turned_and_used_by_keyboard(tab):
    press_until(tab, tab.get_by_label("Search by name"))
    tab.keyboard.type("park")
    expect(tab.get_by_text("8 people found.").first).to_be_visible()
    expect(tab.get_by_role("cell", name="Nurse").first).to_be_visible()
    press_until(tab, tab.get_by_role("button", name="Name", exact=True))
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("columnheader", name="Name")).to_have_attribute("aria-sort", "ascending")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("columnheader", name="Name")).to_have_attribute("aria-sort", "descending")
    expect(tab.get_by_role("rowheader").first).to_contain_text("Dan Park")
    press_until(tab, tab.get_by_role("button", name="Pick Dan Park").first)
    tab.keyboard.press("Enter")
    says(tab, "pick: Dan-Park-Curator")
    press_until(tab, tab.get_by_role("button", name="Next", exact=True))
    tab.keyboard.press("Enter")
    expect(tab.get_by_text("6 to 8 of 8").first).to_be_visible()


def test_the_focus_stays_in_the_table_when_a_row_goes(tab):
    button = tab.get_by_role("button", name="Leave out Ada Park").first
    button.press("Enter")
    says(tab, "out: Ada-Park-Curator")
    focused = tab.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "Leave out Ada Park"


def test_the_second_half_of_a_double_click_is_not_meant_for_the_row_that_came_under_it(tab):
    leave_out(tab).hover()
    tab.mouse.down(click_count=1)
    tab.mouse.up(click_count=1)
    expect(tab.get_by_text("31 people found.").first).to_be_visible()
    tab.mouse.down(click_count=2)
    tab.mouse.up(click_count=2)
    leave_out(tab).press("Enter")
    leave_out(tab).press("Enter")
    expect(tab.get_by_text("29 people found.").first).to_be_visible()


def test_two_taps_in_a_row_are_one_though_a_phone_does_not_count_them(tab):
    tap = """async button => {
        const { x, y, width, height } = button.getBoundingClientRect();
        const middle = { clientX: x + width / 2, clientY: y + height / 2 };
        const at = { bubbles: true, detail: 1, pointerType: "touch", ...middle };
        button.dispatchEvent(new PointerEvent("click", at));
        await new Promise((resolve) => setTimeout(resolve, 250));
        const under = document.elementFromPoint(at.clientX, at.clientY);
        under.dispatchEvent(new PointerEvent("click", at));
    }"""
    leave_out(tab).scroll_into_view_if_needed()
    leave_out(tab).evaluate(tap)
    leave_out(tab).press("Enter")
    expect(tab.get_by_text("30 people found.").first).to_be_visible()


def leave_out(page: Page):
    """The button in the first row of the table."""
    return page.get_by_role("button", name="Leave out").first


def test_a_dangerous_address_is_text_and_no_link(tab):
    assert tab.locator(".iv-table a").count() == 3
    assert tab.locator("[href^='javascript']").count() == 0
    expect(tab.get_by_text("Never shown")).to_have_count(0)


# Ordered lists


def test_a_list_is_put_in_order_by_keys_and_the_focus_moves_along(tab):
    item = tab.locator(".iv-ordered li").first
    press_until(tab, item)
    tab.keyboard.press("Alt+ArrowDown")
    expect(tab.locator(".iv-ordered li").nth(1)).to_contain_text("What is a usual day?")
    expect(tab.locator(".iv-ordered li").nth(1)).to_be_focused()
    expect(tab.get_by_text("What is a usual day? is now number 2 of 3.")).to_be_attached()
    up = tab.get_by_role("button", name="Up What is a usual day?")
    press_until(tab, up)
    tab.keyboard.press("Enter")
    expect(tab.locator(".iv-ordered li").first).to_contain_text("What is a usual day?")
    expect(up).to_be_focused()


def test_an_item_is_dragged_to_its_place(tab):
    items = tab.locator(".iv-ordered li")
    items.nth(2).drag_to(items.nth(0))
    expect(items.nth(0)).to_contain_text("Who else should I ask?")
    said = tab.locator(".iv-ordered").get_by_role("status")
    expect(said).to_have_text("Who else should I ask? is now number 1 of 3.")


def test_an_item_is_starred_changed_and_removed_by_keyboard(tab):
    star = tab.get_by_role("button", name="Star What is a usual day?")
    star.press("Enter")
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(star).to_be_focused()
    tab.get_by_role("button", name="Change What is a usual day?").press("Enter")
    editor = tab.get_by_label("Your words")
    expect(editor).to_be_focused()
    editor.fill("What is a good day?")
    editor.press("Enter")
    expect(tab.get_by_role("button", name="Change What is a good day?")).to_be_focused()
    tab.get_by_role("button", name="Remove What is a good day?").press("Enter")
    expect(tab.locator(".iv-ordered li")).to_have_count(2)
    expect(tab.get_by_role("button", name="Remove What surprised you?")).to_be_focused()


# Checklists


def test_a_tick_that_is_refused_goes_back(tab):
    box = tab.get_by_label("Question number 3 about work")
    box.focus()
    tab.keyboard.press("Space")
    says(tab, "Question 3 cannot be ticked.")
    expect(box).not_to_be_checked()


def test_a_checklist_of_two_hundred_is_filtered_and_ticked_by_keyboard(tab):
    press_until(tab, tab.get_by_label("Filter the questions"))
    tab.keyboard.type("number 120")
    expect(tab.get_by_text("1 found")).to_be_attached()
    box = tab.get_by_label("Question number 120 about work")
    press_until(tab, box)
    tab.keyboard.press("Space")
    says(tab, "b120 ticked")
    expect(box).to_be_checked()
    expect(tab.get_by_text("1 of 50").last).to_be_visible()


# Clocks


def pass_time(page: Page, minutes: int) -> None:
    """Let the browser's own clock be later than it is."""
    page.evaluate(
        "later => { const now = Date.now.bind(Date); Date.now = () => now() + later; }", minutes * 60_000
    )


def start_clock(page: Page, clock) -> None:
    """Start a clock by keyboard, whoever left it running."""
    button = clock.get_by_role("button")
    press_until(page, button)
    if button.inner_text() == "Stop the clock":
        page.keyboard.press("Enter")
    expect(button).to_have_text("Start the clock")
    page.keyboard.press("Enter")
    expect(button).to_have_text("Stop the clock")


def test_a_clock_turns_at_two_thirds_and_at_the_end_and_says_so_once_and_politely(tab):
    clock = tab.get_by_role("group", name="How long you talk")
    start_clock(tab, clock)
    expect(clock.locator(".iv-turn").get_by_text("Two thirds are over.")).to_be_visible()
    view = tab.locator(".iv-clock", has=clock)
    expect(view.get_by_role("status")).to_have_text("Two thirds are over.")
    expect(clock.locator(".iv-turn").get_by_text("The time is over.")).to_be_visible()
    expect(clock.get_by_role("timer")).to_have_text("Time is up")
    expect(view.get_by_role("status")).to_have_text("The time is over.")


def test_a_reload_does_not_stop_a_clock_and_a_button_does(tab):
    clock = tab.get_by_role("group", name="How long you talk")
    start_clock(tab, clock)
    expect(clock.get_by_role("timer")).to_have_text("Time is up")
    tab.reload()
    ready(tab)
    expect(clock.get_by_role("timer")).to_have_text("Time is up")
    expect(tab.locator(".iv-clock", has=clock).get_by_role("status")).to_be_empty()
    clock.get_by_role("button", name="Stop the clock").click()
    expect(clock.get_by_role("timer")).to_have_text("3 seconds left")


def test_a_clock_runs_in_the_browser_alone(fresh):
    clock = fresh.get_by_role("group", name="A long talk")
    expect(clock.get_by_role("timer")).to_have_text("20 minutes left")
    start_clock(fresh, clock)
    kill_kernel(fresh)
    pass_time(fresh, 14)
    expect(clock.get_by_role("timer")).to_have_text("6 minutes left")
    expect(clock.locator(".iv-turn").get_by_text("Two thirds are over.")).to_be_visible()
    pass_time(fresh, 9)
    expect(clock.get_by_role("timer")).to_have_text("3 minutes over")
    expect(clock.locator(".iv-turn").get_by_text("The time is over.")).to_be_visible()


# Steps


def test_the_address_follows_the_step_and_the_step_follows_the_address(tab, gallery):
    press_until(tab, tab.get_by_role("button", name="Find contacts"))
    tab.keyboard.press("Enter")
    heading = tab.get_by_role("heading", name="Find contacts")
    expect(heading).to_be_focused()
    expect(tab).to_have_url(re.compile(r"step=contacts"))
    expect(tab).to_have_title("Find contacts · infoview")
    tab.go_back()
    expect(tab.get_by_role("heading", name="Start")).to_be_visible()
    expect(tab.locator("[aria-current=step]")).to_contain_text("Start")
    tab.goto(f"{gallery}?step=debrief")
    ready(tab)
    expect(tab.get_by_role("heading", name="Debrief")).to_be_visible()


# Taking out and handing in


def test_a_text_is_copied_the_older_way_where_need_be_and_else_it_is_selected(tab):
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.get_by_role("button", name="Copy the text").press("Enter")
    says(tab, "Taken: copy")
    assert tab.evaluate("navigator.clipboard.readText()").startswith("Dear Ada Park")
    tab.evaluate("navigator.clipboard.writeText('')")
    tab.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    tab.get_by_role("button", name="Copy the text").press("Enter")
    tab.wait_for_function("navigator.clipboard.readText().then((text) => text.startsWith('Dear Ada Park'))")
    expect(tab.get_by_role("button", name="Copy the text")).to_be_focused()
    tab.evaluate("() => { document.execCommand = () => false; }")
    tab.get_by_role("button", name="Copy the text").press("Enter")
    expect(tab.get_by_label("Your browser didn't let us copy")).to_be_focused()
    assert tab.evaluate("getSelection().toString()").startswith("Dear Ada Park")


def test_a_file_is_made_when_asked_for_and_arrives_whole(tab, tmp_path):
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Download as mail").press("Enter")
    assert download.value.suggested_filename == "request.eml"
    download.value.save_as(tmp_path / "request.eml")
    assert (tmp_path / "request.eml").read_text().endswith("Ben Moss")
    says(tab, "Taken: eml")


def test_following_the_mail_link_does_not_count_as_leaving_the_page(tab):
    tab.evaluate("window.addEventListener('beforeunload', () => { window.left = true; })")
    tab.get_by_role("link", name="Open in your mail program").press("Enter")
    says(tab, "Taken: mail")
    assert tab.evaluate("window.left") is None


def test_printing_prints_only_the_sheet(tab):
    tab.get_by_role("button", name="Print").press("Enter")
    says(tab, "Taken: print")
    expect(
        tab.frame_locator("iframe.iv-paper").get_by_role("heading", name="Day sheet", include_hidden=True)
    ).to_be_attached()


def test_a_file_of_eleven_megabytes_is_refused_before_it_is_sent(tab, tmp_path):
    large = tmp_path / "large.csv"
    large.write_bytes(b"x" * 11_000_000)
    tab.get_by_label("Your contacts file").set_input_files(large)
    expect(tab.get_by_text("larger than 10 MB, so it wasn't sent")).to_be_visible()
    tab.get_by_role("button", name="Fail").click()
    says(tab, "That didn't work.")


def test_a_file_of_nine_megabytes_arrives_whole(tab, tmp_path):
    large = tmp_path / "large.csv"
    large.write_bytes(b"x" * 8_999_997 + b"end")
    tab.get_by_label("Your contacts file").set_input_files(large)
    says(tab, "large.csv has 9000000 bytes and ends in end.")


# Buttons, status, keeper


def test_a_button_whose_work_fails_is_released_again(tab):
    button = tab.get_by_role("button", name="Fail")
    button.press("Enter")
    says(tab, "That didn't work.")
    expect(button).to_have_attribute("aria-disabled", "false")
    expect(button).to_be_focused()
    expect(tab.get_by_role("button", name="Not now")).to_have_attribute("aria-disabled", "true")


def test_a_dead_kernel_is_announced_within_twenty_seconds(fresh):
    kill_kernel(fresh)
    expect(fresh.get_by_role("alert").filter(has_text="lost the connection to the program")).to_be_visible(
        timeout=20_000
    )


def test_the_browser_holds_a_copy_until_it_is_forgotten(tab):
    tab.get_by_role("button", name="Keep a copy").click()
    says(tab, "Pressed: keep")
    tab.reload()
    ready(tab)
    expect(tab.get_by_text("Held: 3000 bytes, abc.")).to_be_visible()
    tab.get_by_role("button", name="Forget it").click()
    says(tab, "Pressed: forget")
    tab.reload()
    ready(tab)
    expect(tab.get_by_text("Nothing is held.")).to_be_visible()


# For everyone


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_stands_in_the_way_of_anyone(tab, scheme):
    tab.emulate_media(color_scheme=scheme)
    tab.get_by_text("Show examples").click()
    mail = tab.get_by_label("Your email")
    mail.fill("ada")
    mail.blur()
    expect(mail).to_have_attribute("aria-invalid", "true")
    found = Axe().run(tab, context=".iv-page").response["violations"]
    serious = [
        (one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}
    ]
    assert serious == []


def test_a_phone_shows_everything_without_scrolling_sideways(tab):
    tab.set_viewport_size({"width": 375, "height": 800})
    expect(tab.get_by_label("Your name")).to_be_visible()
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= 375
    wide = """[...document.querySelectorAll('.iv-page *')]
        .filter((one) => one.getClientRects().length && !one.closest('.iv-unseen, .iv-table thead'))
        .filter((one) => one.getBoundingClientRect().right > 376).map((one) => one.outerHTML.slice(0, 90))"""
    assert tab.evaluate(wide) == []
    low = """[...document.querySelectorAll('.iv-page button, .iv-page select, .iv-page summary')]
        .filter((one) => one.getClientRects().length && one.getBoundingClientRect().height < 32)
        .map((one) => one.outerHTML.slice(0, 90))"""
    assert tab.evaluate(low) == []


def test_in_jupyterlab_a_letter_pressed_on_a_button_cuts_no_cell_away(lab, page):
    page.goto(lab().url)
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for(timeout=START)
    thing = page.locator("summary", has_text="Show examples").first
    thing.wait_for(timeout=START)
    thing.focus()
    for key in "xddab":
        page.keyboard.press(key)
    expect(thing).to_be_focused()
    expect(page.get_by_label("Your name", exact=True).first).to_be_visible()
