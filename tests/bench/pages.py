"""How much longer a page takes with 500 contacts and 200 meetings than with five and three.

Run it with `make bench`. The app is opened in a browser on both logbooks. Each part of each step is left and
come back to, in turn for both, so that a busy machine is as slow for one as for the other; the time runs
from the click until all of it has been redrawn. It ends with 1 where a page takes more than twice as long.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

import click
from first_control import CHROMIUM, PATIENCE, serving
from playwright.sync_api import Page, sync_playwright

from infoview.content import words
from infoview.logbook import Logbook, open_memory
from infoview.records.contacts import Circle, Contact
from infoview.records.debriefs import Learned, Promise
from infoview.records.directions import Direction, Evidence, Skill
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus
from infoview.records.requests import Request, RequestStatus
from infoview.records.research import Finding, Topic
from infoview.records.takeaways import Takeaway
from infoview.records.themes import Theme, Voice
from workbook.pages import LAYOUTS

TODAY = date(2026, 11, 23)
ROUNDS = 7
MOST = 2.0
STEPS, PARTS = "Steps", "Parts of this step"
"""What the two rows of buttons are called."""
SMALL, LARGE = (5, 3), (500, 200)
"""Contacts and meetings."""
GO = """([row, title]) => new Promise((done, fail) => {
  const button = () => [...document.querySelectorAll(`nav[aria-label="${row}"] button`)]
    .find((one) => one.textContent.includes(title));
  const there = () => button()?.hasAttribute("aria-current");
  if (!button() || there()) { done(0); return; }
  const began = performance.now();
  const look = () => (there() ? done(performance.now() - began) : setTimeout(look, 1));
  button().click();
  look();
  setTimeout(() => fail(new Error(`${title} never came.`)), 30000);
})"""
"""Presses a button of the row of steps or of parts; how many milliseconds pass until one is there."""
PLACES = (
    "Tidal Museum",
    "Harbour Museum",
    "Cedar Gallery",
    "State Archive",
    "Record Office",
    "Museum of Ships",
)


def logbook_of(contacts: int, meetings: int) -> Logbook:
    """Make a logbook in which every shelf that pages read holds its share."""
    book = open_memory()
    with book.change():
        for name in ("Curating", "Archives", "Education"):
            book.directions.add(Direction(name, added_on=TODAY))
        for number in range(1, contacts + 1):
            place = PLACES[number % len(PLACES)]
            contact = Contact(
                f"Person {number:03}",
                f"{place} {number % 90}" if number > len(PLACES) else place,
                title="Curator" if number % 3 else "Head of Learning",
                circle=list(Circle)[number % len(Circle)],
                added_on=TODAY - timedelta(days=number % 200),
                direction_id=number % 3 + 1,
            )
            book.contacts.add(contact)
            if number % 2:
                status = list(RequestStatus)[number % len(RequestStatus)]
                sent = None if status is RequestStatus.DRAFT else TODAY - timedelta(days=number % 150)
                book.requests.add(Request(number, status, who="I am a student.", sent_on=sent))
            if number > 1 and number % 4 == 0:
                book.introductions.add(Introduction(number // 2, number, TODAY, may_use_name=True))
        for number in range(1, meetings + 1):
            hold(book, number)
        book.themes.add(Theme(Takeaway.LIFESTYLE, "Evenings are part of it"))
        book.voices.add_all(Voice(1, number, bool(number % 3)) for number in range(1, meetings, 2))
        book.remember("contact", "1")
        book.remember("look.takeaway", "lifestyle")
        book.remember("look.meeting", "1")
    return book


def hold(book: Logbook, number: int) -> None:
    """Add a meeting that took place, or one in ten that is to come, with all that belongs to it."""
    held = number % 10 != 0
    on = TODAY - timedelta(days=2 * number) if held else TODAY + timedelta(days=number % 14)
    status = MeetingStatus.HELD if held else MeetingStatus.PLANNED
    book.meetings.add(Meeting(number, status, on, direction_id=number % 3 + 1, sure_before=5, sure_after=6))
    for takeaway in Takeaway:
        book.questions.add(MeetingQuestion(number, f"What about {takeaway}?", takeaway))
        if held:
            book.learned.add(
                Learned(number, takeaway, f"Something about {takeaway} that fills a line or two.")
            )
    book.findings.add(Finding(number, Topic.ORGANIZATION, f"Who decides {number}?", puzzling=number % 2 == 0))
    if held:
        book.skills.add(Skill(number, f"Skill {number % 12}", "A course"))
        book.evidence.add(Evidence(number % 3 + 1, "Something", meeting_id=number))
        book.promises.add(
            Promise("Send it", number, number, done_on=TODAY if number % 5 else None, due_on=on)
        )
        book.follow_ups.add(FollowUp(number, FollowUpKind.THANK_YOU, number, sent_on=on))


def write(folder: Path, name: str, contacts: int, meetings: int) -> Path:
    """Write such a logbook into a file."""
    book = logbook_of(contacts, meetings)
    file = folder / name
    file.write_bytes(book.copy())
    book.close()
    return file


def milliseconds_to(page: Page, step: str, part: str) -> float:
    """Leave a part of a step for another step, and come back to it."""
    elsewhere = next(title for title in words("pages/app")["steps"].values() if title != step)
    for row, title in ((STEPS, step), (PARTS, part), (STEPS, elsewhere)):
        page.evaluate(GO, [row, title])
    return page.evaluate(GO, [STEPS, step])


def main() -> None:
    """Measure every part of every step in both logbooks, in turn, and say what was found."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench")))
        browser = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        pages = []
        for name, size in (("small", SMALL), ("large", LARGE)):
            file = write(home, f"{name}.infoview", *size)
            command = [sys.executable, "-m", "infoview", "app", file, "--no-browser", "--port", "0"]
            _, url = stack.enter_context(serving(command, home, "open at"))
            page = browser.new_page()
            page.goto(url)
            page.get_by_role("navigation", name="Steps").wait_for(timeout=PATIENCE)
            pages.append(page)
        slow = compare(pages)
        for page in pages:
            page.close()
    if slow:
        click.echo(f"More than {MOST:g} times as long: {'; '.join(slow)}")
    sys.exit(bool(slow))


def compare(pages: list[Page]) -> list[str]:
    """Measure each part for both, and name those that take too long in the large logbook."""
    titles, slow = words("pages/app")["steps"], []
    for step, layout in LAYOUTS.items():
        for part in layout.parts:
            named = words(f"pages/{step}")["parts"][part]
            times = [
                [milliseconds_to(page, titles[step], named) for page in pages] for _ in range(ROUNDS + 1)
            ]
            small, large = (statistics.median(column[1:]) for column in zip(*times, strict=True))
            place = f"{titles[step]}: {named}"
            slow += [place] if large > MOST * small else []
            click.echo(f"{place:44} {small:7.0f} ms {large:7.0f} ms   {large / small:5.2f}")
    return slow


if __name__ == "__main__":
    main()
