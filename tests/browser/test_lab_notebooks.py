"""The series of notebooks in JupyterLab: a readable chapter each, one logbook for all, nothing lost."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import choose_in_lab, run_all

SOON = 15_000  # milliseconds: a notebook asks every five seconds what another one wrote
BANNER = 20_000  # milliseconds within which a lost connection must be said
START = 90_000  # milliseconds: JupyterLab itself and a kernel, on a busy machine


def test_two_notebooks_show_one_logbook_and_a_restarted_kernel_is_said(lab, page):
    server = lab()
    page.goto(server.url)
    start = notebook(page, "01-today.ipynb")
    expect(start.get_by_role("heading", name="What this is")).to_be_visible(timeout=START)
    expect(start.get_by_role("emphasis").filter(has_text="To begin, choose Run")).to_be_visible()
    expect(start.get_by_text("open_notebook(")).to_have_count(0)  # the code is folded away
    name = start.get_by_role("textbox", name="Your name", exact=True).first
    name.wait_for(timeout=START)
    name.press_sequentially("Ravi Menon")  # letters that are shortcuts of a notebook, too
    page.keyboard.press("Tab")
    expect(start.get_by_role("status").filter(has_text=re.compile(r"^Saved"))).to_be_visible()

    page.goto(server.url.replace("01-today.ipynb", "02-find-contacts.ipynb"))
    contacts = notebook(page, "02-find-contacts.ipynb")
    expect(contacts.get_by_role("heading", name="Find contacts")).to_be_visible(timeout=START)
    new = contacts.get_by_role("group", name="A new contact")
    new.wait_for(timeout=START)

    other = page.context.new_page()
    other.goto(elsewhere(server.url, "03-write-the-request.ipynb"))
    request = notebook(other, "03-write-the-request.ipynb")
    expect(request.get_by_role("heading", name="Write the request")).to_be_visible(timeout=START)
    expect(request.get_by_text("You have no contacts yet.")).to_be_visible(timeout=START)

    new.get_by_label("Name", exact=True).fill("Mira Doyle")
    new.get_by_label("Where they work").fill("Cedar Gallery")
    contacts.get_by_role("button", name="Add to my contacts").click()
    expect(contacts.get_by_role("rowheader", name="Mira Doyle")).to_be_visible()
    chosen = request.get_by_label("Who is this about?")
    expect(chosen).to_contain_text("Mira Doyle", timeout=SOON)
    chosen.select_option(label=re.compile("Mira Doyle").pattern + ", Cedar Gallery (to be asked)")
    closing = request.get_by_label("Closing and your name")
    expect(closing).to_have_value(re.compile("Ravi Menon"))  # what the first notebook was told

    request.get_by_label("Who are you, and why them?").press_sequentially("I'm finishing a degree")
    restart(other)
    expect(request.get_by_text("We lost the connection to the program.")).to_be_visible(timeout=BANNER)
    expect(request.get_by_text("run this notebook again: choose Run, then Run All Cells")).to_be_visible()
    run_all(other)
    expect(request.get_by_text("We lost the connection to the program.")).to_have_count(0, timeout=START)
    expect(request.get_by_label("Who are you, and why them?")).to_have_value("I'm finishing a degree")

    other.keyboard.press("Escape")
    choose_in_lab(other, "File", "Save Notebook")
    own = server.home / "home" / "infoview" / "notebooks"
    saved = own / "03-write-the-request.ipynb"
    expect(other.locator(".jp-mod-current.jp-mod-dirty")).to_have_count(0)
    for word in ("Mira Doyle", "Ravi Menon", "finishing a degree", str(server.home)):
        assert word not in saved.read_text(encoding="utf-8")


def elsewhere(url: str, name: str) -> str:
    """The address of a notebook in a workspace of its own, as a second browser window has it."""
    return url.replace("lab/tree/01-today.ipynb", f"lab/workspaces/second/tree/{name}")


def notebook(page: Page, name: str) -> Locator:
    """The notebook that is open, as JupyterLab shows it."""
    return page.locator(".jp-NotebookPanel:visible").filter(has=page.locator(".jp-Notebook"))


def restart(page: Page) -> None:
    """Restart the kernel by the menu, and confirm it."""
    choose_in_lab(page, "Kernel", "Restart Kernel…")
    page.get_by_role("button", name="Confirm Kernel Restart").click()
