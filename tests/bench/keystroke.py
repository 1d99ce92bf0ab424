"""How long from a keystroke to the coach's redrawn advice, beside a bare Voilà page that only echoes.

Run it with `make bench`. The logbook is a full one: 500 contacts, 60 requests, 30,000 people in the pool.
Each time the first letter of a new word is typed, and the way there and back ends when the coach's count of
the words has changed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

import click
import nbformat
from first_control import CHROMIUM, PATIENCE, serving
from playwright.sync_api import Page, sync_playwright

from infoview.logbook import open_file
from infoview.records.contacts import Contact, ContactImport, PoolPerson
from infoview.records.requests import Request, RequestStatus

LETTERS = "abcdefghijklmnopqrstuvwxyz"
GOAL = 250
"""Milliseconds."""
ECHO = """
import ipywidgets
typed, echoed = ipywidgets.Textarea(), ipywidgets.HTML()
typed.observe(lambda change: setattr(echoed, "value", change.new), "value")
ipywidgets.VBox([typed, echoed])
"""
WATCH = """([input, watched]) => {
  window.times = [];
  let began = 0;
  document.querySelector(input).addEventListener("input", ({ data }) => {
    if (data !== " ") began = performance.now();
  });
  new MutationObserver(() => {
    if (began) window.times.push(performance.now() - began);
    began = 0;
  }).observe(document.querySelector(watched), { childList: true, characterData: true, subtree: true });
}"""


def full_logbook(place: Path) -> None:
    """Write a logbook of somebody with many contacts, who is writing to one of them."""
    today = date.today()
    logbook = open_file(place)
    with logbook.change():
        people = (PoolPerson(0, row, f"Person {row}", f"Firm {row % 90}") for row in range(30_000))
        logbook.pool.fill(ContactImport("Connections.csv", "linkedin-connections", today, 30_000), people)
        for number in range(500):
            contact = logbook.contacts.add(Contact(f"Ada Park {number}", f"Museum {number % 90}"))
            if number < 60:
                sent_on = today - timedelta(days=number)
                text = f"I study the tides of bay {number} and wonder about work like yours."
                logbook.requests.add(
                    Request(contact.id, RequestStatus.SENT, "Tides", "Hello,", text, sent_on=sent_on)
                )
        logbook.remember("contact", str(contact.id))
    logbook.close()


def milliseconds(page: Page, field: str, watched: str) -> list[float]:
    """Begin word after word in a field, and time each until what is watched has changed."""
    page.locator(field).wait_for(timeout=PATIENCE)
    page.locator(field).press_sequentially("I study the tides of the bay ", delay=80)
    page.wait_for_timeout(2000)
    page.evaluate(WATCH, [field, watched])
    for place, letter in enumerate(LETTERS, 1):
        page.keyboard.press("Space")
        page.wait_for_timeout(400)
        page.keyboard.press(letter)
        page.wait_for_function(f"window.times.length >= {place}", timeout=PATIENCE)
    return page.evaluate("window.times")


def main() -> None:
    """Measure, and print what was found."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench")))
        full_logbook(home / "full.infoview")
        bare = home / "bare.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(ECHO)]), bare)
        ours = [sys.executable, "-m", "infoview", "app", "full.infoview", "--no-browser", "--port", "0"]
        theirs = [sys.executable, "-m", "voila", "--no-browser", "--port=8791"]
        _, app_url = stack.enter_context(serving(ours, home, "open at"))
        _, bare_url = stack.enter_context(serving([*theirs, str(bare)], home, "running at:"))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(bare_url)
        echo = milliseconds(page, "textarea", ".widget-html-content")
        page.goto(f"{app_url}?step=requests")
        advice = milliseconds(page, "textarea[name=who]", ".iv-remarks .iv-count")
        browser.close()
    middle, worst, bare_middle = statistics.median(advice), max(advice), statistics.median(echo)
    click.echo(f"keystroke to advice, milliseconds: median {middle:.0f}, worst {worst:.0f} (goal: {GOAL})")
    click.echo(f"bare echo: median {bare_middle:.0f}; advice / echo: {middle / bare_middle:.1f}")


if __name__ == "__main__":
    main()
