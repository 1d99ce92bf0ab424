"""The whole journey of one person in a browser, from an empty logbook to a thank-you note."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import chosen_person, go, group, press, saved, turn_to, until

TODAY = date.today()
PEOPLE = (
    ("Priya", "Sharma", "priya@example.org", "Tidal Museum", "Curator, Paper and Prints"),
    ("Zoë", "Bruhns-Ōta", "", "Harbour Archive", 'Archivist "night shift"'),
    ("Tomás", "O'Neill", "tomas@example.org", "Tidal Museum", "Head of Exhibitions"),
    ("", "", "", "", ""),
    ("Ines", "Kaya", "", "City of Birchwood", "Planner"),
)
NOTE = (
    "When exporting your connection data, you may notice that some of the email addresses are missing. "
    "You will only see email addresses for connections who have allowed it."
)
HEADINGS = ("First Name", "Last Name", "URL", "Email Address", "Company", "Job title", "Connected On")
TAKEAWAYS = ("Their preparation for the job search", "Present job", "Lifestyle", "Job hunting strategies")
WHO = "I'm finishing a history degree in Birchwood and wonder about museum work. You went that way yourself."
FOUND = "I found you among my connections, and read your piece on the whaling logbooks."
ASK = "Would you have twenty minutes for a coffee near your museum? Any morning suits me."
JOB = " Are there any openings on your team I could apply for?"


@pytest.fixture
def linkedin_export(tmp_path):
    """The file that LinkedIn hands out."""
    return exported(tmp_path)


def exported(folder: Path) -> Path:
    """Write a `Connections.csv` as LinkedIn does: a note above the headings, BOM, CRLF, one empty person."""
    file = folder / "Connections.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as text:
        lines = csv.writer(text, lineterminator="\r\n")
        lines.writerows([["Notes:"], [NOTE], [], HEADINGS])
        for number, (first, last, email, company, position) in enumerate(PEOPLE):
            address = f"https://www.linkedin.com/in/someone-{number}" if first else ""
            lines.writerow([first, last, address, email, company, position, "12 Mar 2024"])
    return file


def test_from_an_empty_logbook_to_a_thank_you_note_and_back_again(app, visitors, linkedin_export):
    page = visitors.new(accept_downloads=True, permissions=["clipboard-read", "clipboard-write"])
    page.goto(app.url)
    walk(page, linkedin_export)
    page.context.close()

    page = visitors.new()
    page.goto(app.url)
    come_back(page)


def walk(page: Page, linkedin_export: Path) -> None:
    """Go all the way, from one's own name to what the numbers say."""
    say_who_you_are(page)
    find_contacts(page, linkedin_export)
    add_a_cousins_friend(page)
    write_the_request(page)
    take_it_out_and_send_it(page)
    note_the_answer(page)
    prepare(page)
    pick_and_order_questions(page)
    get_ready(page)
    print_the_day_sheet(page)
    note_it_down(page)
    debrief(page)
    thank(page)
    look_at_progress(page)


def say_who_you_are(page: Page) -> None:
    expect(heading(page, "Today")).to_be_visible()
    expect(page.get_by_role("heading", name="What's your name?")).to_be_visible()
    page.get_by_label("Your name").press_sequentially("Ravi")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What do you wonder about?")).to_be_visible()
    page.get_by_role("button", name="Something creative").click()
    press(page, "Go on")
    expect(page.get_by_role("heading", name="Who could you ask?")).to_be_visible()
    press(page, "Skip")
    expect(page.get_by_text("Find someone to ask.")).to_be_visible()
    turn_to(page, "How it works")
    expect(page.get_by_text("You're there to learn, never to ask for a job.")).to_be_visible()
    turn_to(page, "About you")
    about = group(page, "About you")
    expect(about.get_by_label("Your name")).to_have_value("Ravi")
    expect(about.get_by_label("What you want to find out about")).to_have_value("Something creative")
    for label, text in (
        ("Your name", "Ravi Menon"),
        ("Your email address", "ravi@example.org"),
        ("What you do now", "Last year of a history degree"),
        ("What you want to find out about", "Museum work"),
        ("Where you studied or trained", "Birchwood"),
        ("What you are good at", "Reading old hands, Dutch"),
    ):
        about.get_by_label(label).fill(text)
    saved(page)
    expect(page.get_by_text("Your goal: one new person a month.")).to_be_visible()
    page.get_by_label("I'm looking for a job now").check()
    expect(page.get_by_text(re.compile(r"Your goal: [2-9] new people a month."))).to_be_visible()
    page.get_by_label("I'm exploring").check()
    expect(page.get_by_text("Your goal: one new person a month.")).to_be_visible()
    onward(page, "Find contacts")


def find_contacts(page: Page, export: Path) -> None:
    press(page, "Next: Bring a file")
    page.get_by_label("Choose a file").set_input_files(export)
    expect(page.get_by_text("We found 4 people.")).to_be_visible()
    expect(page.get_by_text("Connections.csv looks like a LinkedIn export.")).to_be_visible()
    expect(page.get_by_text(re.compile("One thing was left out"))).to_be_visible()
    expect(page.get_by_text(re.compile(r"Row 4 has no name"))).to_be_visible()
    press(page, "Keep these 4 people in my pool")
    expect(page.get_by_text("4 people in your pool", exact=True)).to_be_visible()

    search = page.get_by_label("Search by name, organization, work or place")
    search.fill("tidal")
    expect(page.get_by_text("2 of 4 people", exact=True)).to_be_visible()
    expect(page.get_by_role("rowheader", name="Zoë Bruhns-Ōta")).to_have_count(0)
    press(page, "Pick Priya Sharma")
    answer_why(page, "Priya Sharma", "From a history degree to the print room.", "We met at a school fair.")
    search.fill("bruhns")
    press(page, "Pick Zoë Bruhns-Ōta")
    answer_why(page, "Zoë Bruhns-Ōta", "Archives at night.", "A talk at the library.")
    turn_to(page, "Your contacts")
    expect(page.get_by_text("2 contacts", exact=True)).to_be_visible()


def answer_why(page: Page, name: str, why: str, how_found: str) -> None:
    expect(page.get_by_text(f"{name} is in your contacts now. Two quick questions")).to_be_visible()
    reason = page.get_by_role("textbox", name="Why this person?").first
    expect(reason).to_be_focused()  # brought into view: below a long table nobody would see it
    reason.fill(why)
    page.get_by_role("textbox", name="How did you find them?").first.fill(how_found)
    saved(page)


def add_a_cousins_friend(page: Page) -> None:
    turn_to(page, "People you know")
    new = group(page, "A new contact")
    new.get_by_label("Name", exact=True).fill("Mira Doyle")
    new.get_by_label("Where did you find them?").select_option(label="Family and friends")
    new.get_by_label("Where they work").fill("Cedar Gallery")
    new.get_by_label("How did you find them?").fill("A friend of my cousin James.")
    new.get_by_label("Why this person?").fill("She hangs the shows.")
    press(page, "Add to my contacts")
    expect(new.get_by_label("Name", exact=True)).to_have_value("")
    turn_to(page, "Your contacts")
    expect(page.get_by_role("rowheader", name="Mira Doyle")).to_be_visible()
    press(page, "Open Priya Sharma")
    press(page, "Write your request")
    expect(heading(page, "Write the request")).to_be_visible()


def write_the_request(page: Page) -> None:
    expect(chosen_person(page)).to_contain_text("Priya Sharma")
    page.get_by_text("What you know about Priya").click()
    expect(page.get_by_text("From a history degree to the print room.")).to_be_visible()
    mine, around = group(page, "Your message"), group(page, "Subject, greeting and your name")
    expect(around.get_by_label("Greeting")).to_have_value(re.compile("Priya"))
    around.get_by_role("button", name="A question about Museum work").click()
    expect(around.get_by_label("Subject")).to_have_value("A question about Museum work")
    around.get_by_label("Subject").fill("A question about the print room")
    mine.locator("details", has_text="I'm completing a degree in chemistry").locator("summary").click()
    expect(mine.get_by_text("I'm completing a degree in chemistry")).to_be_visible()

    mine.get_by_label("Who are you, and why them?").press_sequentially(WHO)
    preview = page.locator(".iv-mail").first
    remarks = page.locator(".iv-remarks").first
    expect(preview).to_contain_text(WHO)
    first = words_said(page)
    conversation = remarks.get_by_role("paragraph").filter(has_text="Ask for a short conversation")
    expect(conversation).to_be_visible()
    mine.get_by_label("How did you find them?").fill(FOUND)
    expect(preview).to_contain_text(FOUND)
    assert until(lambda: words_said(page) > first)
    mine.get_by_label("What are you asking for?").fill(ASK + JOB)
    advice = remarks.get_by_role("paragraph").filter(has_text="This asks for a job")
    expect(advice).to_be_visible()
    expect(page.get_by_role("heading", name="to change")).to_be_visible()
    mine.get_by_label("What are you asking for?").fill(ASK)
    expect(advice).to_have_count(0)
    expect(conversation).to_have_count(0)
    expect(page.get_by_role("heading", name="Ready to send")).to_be_visible()


def take_it_out_and_send_it(page: Page) -> None:
    press(page, "Next: Send it")
    press(page, "Copy the message")
    expect(page.get_by_text("Copied").first).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    for part in ("Dear Priya", WHO, FOUND, ASK, "Ravi Menon"):
        assert part in copied

    with page.expect_download() as download:
        press(page, "Download as an email draft")
    draft = message_from_bytes(Path(download.value.path()).read_bytes(), policy=policy.default)
    assert draft["To"] == "priya@example.org"
    assert draft["Subject"] == "A question about the print room"
    assert FOUND in " ".join(draft.get_content().split())

    link = urlsplit(page.get_by_role("link", name="Open in my email program").get_attribute("href"))
    assert (link.scheme, unquote(link.path)) == ("mailto", "priya@example.org")
    assert parse_qs(link.query)["subject"] == ["A question about the print room"]
    assert ASK in parse_qs(link.query)["body"][0]

    press(page, "I sent it")
    expect(page.get_by_text(re.compile("one short, friendly reminder, if nothing has come"))).to_be_visible()
    expect(page.get_by_text(re.compile("let it rest, and ask .+ next"))).to_be_visible()


def note_the_answer(page: Page) -> None:
    press(page, "Next: The answer")
    answer = group(page, "What came back?").first
    answer.get_by_label("Yes, we'll talk").check()
    answer.get_by_label("The day you'll meet").fill(TODAY.isoformat())
    answer.get_by_label("Time").fill("16:30")
    press(page, "Note the answer")
    expect(page.get_by_text(re.compile("Priya Sharma said yes.+prepare your questions"))).to_be_visible()
    page.locator(".iv-page").get_by_role("button", name="Prepare questions", exact=True).click()
    expect(heading(page, "Prepare questions")).to_be_visible()


def prepare(page: Page) -> None:
    meeting = group(page, "The meeting")
    expect(meeting.get_by_label("Day")).to_have_value(TODAY.isoformat())
    expect(meeting.get_by_label("Time")).to_have_value("16:30")
    meeting.get_by_label("How you meet").select_option(label="Coffee")
    meeting.get_by_label("Place, link or number").fill("Café Anker")
    aim = group(page, "What you want to learn")
    aim.get_by_label("What do you most want to learn").fill("Whether I would like the days.")
    aim.get_by_label("A guess you want to test").fill("Print rooms would suit me, because I am patient.")
    aim.get_by_label("7", exact=True).check()
    saved(page)
    read_up(page)


def read_up(page: Page) -> None:
    press(page, "Next: Read up")
    found = group(page, "What you found out")
    found.get_by_label("What you found").fill("The print room moved last year.")
    found.get_by_label("Where you found it").fill("Annual report, page 3")
    press(page, "Keep this")
    expect(page.get_by_role("row").filter(has_text="The print room moved")).to_contain_text("Annual report")
    page.get_by_label("I still don\u2019t understand …").fill("how the whaling logbooks came there")
    press(page, "Keep this line")
    press(page, "Make it a question how the whaling logbooks came there")
    expect(page.get_by_role("row").filter(has_text="whaling logbooks")).to_contain_text("on your list")


def pick_and_order_questions(page: Page) -> None:
    press(page, "Next: Your questions")
    good = page.get_by_role("group", name="Good questions to start with")
    expect(good.get_by_role("checkbox")).to_have_count(8)
    page.get_by_label("The whole bank", exact=True).check()
    bank = page.get_by_role("group", name="The question bank")
    for fold in (
        "Their preparation for the job search",
        "Present job",
        "Lifestyle",
        "Job hunting strategies",
    ):
        section = bank.locator("details").filter(has=page.locator("summary", has_text=fold))
        unfold(section)
        for place in (0, 1):
            section.get_by_role("checkbox").nth(place).check()
    expect(page.get_by_text(re.compile("^9 questions"))).to_be_visible()
    page.get_by_label("My own", exact=True).check()
    page.get_by_label("Your own question").fill("Do you like whales?")
    expect(page.get_by_text("yes or no")).to_be_visible()
    page.get_by_label("Your own question").fill("How did the print room come to move?")
    expect(page.get_by_text("Good question: open")).to_be_visible()
    group(page, "A question of your own").get_by_label("What it is about").select_option(label="Present job")
    press(page, "Put it on my list")
    listed = page.get_by_role("list", name="Your questions, in the order you'll ask them")
    expect(listed.get_by_role("listitem")).to_have_count(10)
    own = listed.get_by_role("listitem").filter(has_text="print room")
    own.focus()
    for place in (9, 8):
        page.keyboard.press("Alt+ArrowUp")
        expect(listed.get_by_role("listitem").nth(place - 1)).to_contain_text("print room")
    expect(own).to_be_focused()
    star = own.get_by_role("button", name=re.compile("^Star"))
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    said = page.get_by_text(re.compile("^10 questions, 1 starred."))
    expect(said).to_contain_text(re.compile("Nothing on these yet: .*other positions"))
    expect(said).not_to_contain_text("lifestyle")


def get_ready(page: Page) -> None:
    press(page, "Next: The day")
    ready = page.get_by_role("group", name="Checklist")
    expect(ready).to_be_visible()
    for fold in ready.locator("details").all():
        unfold(fold)
        for item in fold.get_by_role("checkbox").all():
            item.check()
    expect(page.get_by_text("You're ready.", exact=True)).to_be_visible()


def print_the_day_sheet(page: Page) -> None:
    press(page, "Print the day sheet")
    frame = page.locator("iframe.iv-paper")
    expect(frame).to_have_count(1)
    paper = page.context.new_page()
    paper.set_content(frame.get_attribute("srcdoc"))
    expect(paper.get_by_role("heading", name="Meeting with Priya Sharma")).to_be_visible()
    expect(paper.get_by_role("list").first.get_by_role("listitem").first).to_contain_text("print room")
    for size in ("A4", "Letter"):
        assert len(re.findall(rb"/Type\s*/Page\b", paper.pdf(format=size))) == 1
    paper.close()


def note_it_down(page: Page) -> None:
    press(page, "Next: Note pad")
    expect(page.get_by_role("heading", level=2, name="Note pad")).to_be_visible()
    press(page, "Start the clock")
    expect(page.get_by_role("timer")).to_have_text(re.compile("minutes left"))
    page.get_by_label("Anything at all").fill("a whaling captain's daughter")
    saved(page)


def debrief(page: Page) -> None:
    onward(page, "Debrief")
    press(page, "Start the debrief")
    for number in range(1, 8):
        expect(page.locator(".iv-place:visible").filter(has_text=f"{number} of 10")).to_be_visible()
        page.get_by_role("textbox", name="The facts").fill(f"Something I learned, number {number}.")
        page.get_by_role("button", name=re.compile("^Next: (?!Skills and directions)")).click()
    expect(page.get_by_role("heading", level=3, name="What surprised you?")).to_be_visible()
    turn_to(page, "Skills and directions")

    press(page, "Next: Names and promises")
    given = group(page, "A name you were given")
    given.get_by_label("Name", exact=True).fill("Noor Haddad")
    given.get_by_label("Where they work").fill("Paper Conservation Studio")
    given.get_by_label("I may say who sent me").check()
    press(page, "Add this name")
    expect(page.get_by_role("rowheader", name="Noor Haddad")).to_be_visible()

    promise = group(page, "A promise")
    promise.get_by_label("What was promised?").fill("Send her my essay on ledgers")
    promise.get_by_label("By when?").fill((TODAY + timedelta(days=5)).isoformat())
    press(page, "Add this promise")
    expect(page.get_by_role("rowheader", name="Send her my essay on ledgers")).to_be_visible()

    go(page, "Find contacts", "Your contacts")
    press(page, "Back to everyone")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Noor Haddad"))
    expect(row).to_contain_text("Priya Sharma")
    go(page, "Debrief", "Names and promises")
    expect(heading(page, "Debrief")).to_be_visible()


def thank(page: Page) -> None:
    press(page, "Next: Say thank you")
    note = group(page, "Your thank-you note")
    expect(note).to_be_visible()
    for box in note.locator("textarea").all()[:2]:
        box.fill("You told me how the print room chooses what to show; I am reading the catalogue now.")
    press(page, "I sent it")
    expect(page.get_by_role("button", name="I didn't send it after all")).to_be_visible()


def look_at_progress(page: Page) -> None:
    press(page, "Next: Keep in touch")
    expect(page.get_by_role("table", name="Who would like to hear from you")).to_contain_text("Priya Sharma")
    press(page, "Next: News and giving back")
    go(page, "Today", "Today")
    expect(page.get_by_text("Send her my essay on ledgers").first).to_be_visible()
    go(page, "Progress", "What it adds up to")
    answers = page.get_by_role("table", name="What people told you")
    expect(answers.get_by_role("row").filter(has_text="Priya Sharma")).to_be_visible()
    press(page, "Next: Directions")
    press(page, "Next: Goal and numbers")
    expect(page.get_by_text("You've met one new person this month.")).to_be_visible()
    press(page, "Next: Your people")
    people = page.get_by_role("table", name="The people in your logbook")
    for name, status in (
        ("Priya Sharma", "thanked"),
        ("Noor Haddad", "to be asked"),
        ("Mira Doyle", "to be asked"),
    ):
        row = people.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name))
        expect(row).to_contain_text(re.compile(status, re.IGNORECASE))
    expect(people.get_by_role("row").filter(has_text="Noor Haddad")).to_contain_text("Priya Sharma")


def come_back(page: Page) -> None:
    expect(heading(page, "Today")).to_be_visible()
    press(page, "Go on")
    expect(heading(page, "Progress")).to_be_visible()
    expect(page).to_have_url(re.compile(r"[?&]step=progress"))
    go(page, "Today", "About you")
    expect(group(page, "About you").get_by_label("Your name")).to_have_value("Ravi Menon")
    go(page, "Write the request", "Write it")
    expect(page.locator(".iv-mail")).to_contain_text(ASK)
    go(page, "Prepare questions", "Your questions")
    expect(
        page.get_by_role("list", name="Your questions, in the order").get_by_role("listitem")
    ).to_have_count(10)
    go(page, "Debrief", "What you learned")
    page.get_by_label("Or jump to").select_option(label="7. Skills match (written)")
    expect(page.get_by_role("textbox", name="The facts")).to_have_value("Something I learned, number 7.")


def heading(page: Page, title: str) -> Locator:
    """The title of the step on screen."""
    return page.get_by_role("heading", level=1, name=title)


def unfold(fold: Locator) -> None:
    """Open what is folded away, if it is not open."""
    if not fold.evaluate("fold => fold.open"):
        fold.locator("summary").click()


def onward(page: Page, title: str) -> None:
    """Take the way on that stands below every step."""
    press(page, f"Next: {title}")
    expect(heading(page, title)).to_be_visible()


def words_said(page: Page) -> int:
    """The number of words the page counts in the message."""
    return int(re.match(r"(\d+) words?", page.get_by_text(re.compile(r"^\d+ words?\b")).inner_text())[1])
