"""The day sheet as a browser prints it: one page of A4, one page of US Letter."""

from __future__ import annotations

import re
from datetime import date

import pytest

from infoview.questions.day_sheet import day_sheet
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting, MeetingQuestion, Payer
from infoview.sample import write
from workbook.components.takeout import Print, page_for_paper
from workbook.pages.questions.day_sheet import sheet_html

DAY = date(2026, 11, 24)
LONG = "How would you describe, looking back over all your years in this field, what surprised you most? "


def pages(printed: bytes) -> int:
    """Count the pages of a PDF that Chromium made."""
    return len(re.findall(rb"/Type\s*/Page\b", printed))


def lay_out(page, logbook, meeting):
    """Open what the print button prints."""
    sheet = day_sheet(logbook, meeting)
    page.set_content(page_for_paper(Print("print", "Day sheet", sheet_html(sheet))))
    return sheet


def full(logbook, count, text):
    ada = logbook.contacts.add(Contact(f"Ada Park {LONG}", LONG, LONG, phone="+1 202 555 0142"))
    logbook.change_profile(name="Mina", introduction=LONG * 6, doing=LONG)
    meeting = logbook.meetings.add(
        Meeting(
            ada.id, on=DAY, at="16:30", place=LONG, purpose=LONG * 3, assumption=LONG * 3, who_pays=Payer.EACH
        )
    )
    for number in range(count):
        logbook.questions.add(MeetingQuestion(meeting.id, text, position=number, starred=number % 2 == 0))
    return meeting


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sample_fills_one_page_and_leaves_room_to_write(page, logbook, paper):
    write(logbook, DAY)
    meeting = logbook.meetings.find(status="planned")[0]
    lay_out(page, logbook, meeting)

    assert pages(page.pdf(format=paper)) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 957})  # Letter inside its margins
    starred = page.locator("li.starred").evaluate_all(
        "items => items.map(item => item.clientHeight - item.firstChild.getClientRects()[0].height)"
    )
    assert len(starred) == 4
    assert min(starred) >= 24


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("text", ["Why?", LONG * 4, "W" * 500, "漢字" * 300])
def test_eight_questions_are_one_page_however_long_the_texts(page, logbook, text, paper):
    meeting = full(logbook, 8, text)
    sheet = lay_out(page, logbook, meeting)

    assert pages(page.pdf(format=paper)) == 1
    for question, _ in sheet.questions:
        assert question in page.locator("ol").inner_text()


def test_a_list_too_long_for_a_page_goes_on_to_the_next(page, logbook):
    lay_out(page, logbook, full(logbook, 40, LONG))

    assert pages(page.pdf(format="A4")) >= 2
    assert page.locator("ol > li").count() == 40
