"""The day sheet: what stands on it, and that a page is enough; the Word file is opened by a library."""

from __future__ import annotations

import io
import sys
from datetime import date

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from infoview.errors import InputError
from infoview.exporters.word_file import Paper, day_sheet_docx, new_document
from infoview.questions.day_sheet import HEIGHT, SIZES, DaySheet, day_sheet, fitted, height, lines, shorten
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting, MeetingKind, MeetingQuestion, Payer
from infoview.sample import write

DAY = date(2026, 11, 24)
LONG = "How would you describe, looking back over all your years in this field, what surprised you most? "


def ada(logbook, **fields):
    contact = logbook.contacts.add(Contact("Ada Park", "Tidal Museum", "Curator", phone="+1 202 555 0142"))
    return logbook.meetings.add(Meeting(contact.id, on=DAY, at="16:30", **fields))


def facts(sheet):
    return dict(sheet.facts)


def words_of(data):
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


# What stands on it


def test_who_when_where_what_for_and_thanks_by_when(logbook):
    meeting = ada(logbook, place="Pier 4", purpose="How she found museums", who_pays=Payer.ME)
    logbook.change_profile(name="Mina", doing="second year of biology", introduction="I am Mina.")
    sheet = day_sheet(logbook, meeting)

    assert (sheet.title, sheet.who) == ("Meeting with Ada Park", "Curator, Tidal Museum")
    assert facts(sheet) == {
        "When": "Tuesday 24 November 2026, 16:30 to 16:50, 20 minutes",
        "Where": "Pier 4",
        "Their number": "+1 202 555 0142",
        "Paying": "I pay",
        "To learn": "How she found museums",
        "The clock": "16:32 first question, 16:47 last questions, 16:50 thanks",
        "To start": facts(sheet)["To start"],
        "Who I am": "I am Mina.",
    }
    assert "second year of biology" in facts(sheet)["To start"]
    assert sheet.remember[-1] == "Thank Ada Park by Wednesday 25 November."


def test_the_starred_questions_come_first_and_the_closing_ones_last(logbook):
    meeting = ada(logbook)
    for text, takeaway, starred in (
        ("One?", "lifestyle", False),
        ("Two?", "present_job", True),
        ("Whom else?", "closing", True),
        ("Three?", "", True),
    ):
        logbook.questions.add(MeetingQuestion(meeting.id, text, takeaway, position=1, starred=starred))
    sheet = day_sheet(logbook, meeting)

    assert sheet.questions == (("Two?", True), ("Three?", True), ("One?", False))
    assert sheet.closing[0].startswith("Our 20 minutes are nearly over")
    assert sheet.closing[1] == "Whom else?"
    assert len(sheet.closing) == 4


def test_a_call_has_their_time_beside_mine(logbook):
    meeting = ada(logbook, kind=MeetingKind.VIDEO, place="https://video.example/j/1")
    logbook.change_profile(time_zone="America/New_York")
    logbook.contacts.change(meeting.contact_id, time_zone="Asia/Tokyo")

    assert facts(day_sheet(logbook, meeting))["When"].endswith(
        "16:30 to 16:50, 20 minutes, 06:30 on Wednesday 25 November for Ada Park"
    )


def test_what_is_not_known_yet_is_left_out(logbook):
    contact = logbook.contacts.add(Contact("Ada"))
    sheet = day_sheet(logbook, logbook.meetings.add(Meeting(contact.id)))

    assert facts(sheet).keys() == {"When", "The clock", "To start"}
    assert facts(sheet)["When"] == "20 minutes"
    assert facts(sheet)["The clock"] == "first question after 2 minutes, last ones after 17, thanks after 20"
    assert len(sheet.remember) == 1


def test_five_minutes_have_no_plan_by_the_clock(logbook):
    assert "The clock" not in facts(day_sheet(logbook, ada(logbook, minutes=5)))


@pytest.mark.parametrize(("place", "said"), [("Pier 4", "Pier 4 (coffee)"), ("", "Coffee")])
def test_how_one_meets_stands_with_the_place_once_it_is_agreed(logbook, place, said):
    assert facts(day_sheet(logbook, ada(logbook, kind=MeetingKind.COFFEE, place=place)))["Where"] == said


def test_questions_by_mail_need_no_introduction_and_no_clock(logbook):
    logbook.change_profile(introduction="I am Mina.")
    sheet = day_sheet(logbook, ada(logbook, kind=MeetingKind.MAIL))

    assert not {"To start", "Who I am"} & facts(sheet).keys()
    assert "20 minutes" not in facts(sheet)["When"]


def test_only_whole_sentences_of_a_long_introduction_are_printed(logbook):
    logbook.change_profile(introduction="I'm Mina. I study rivers. " + LONG * 5)

    assert facts(day_sheet(logbook, ada(logbook)))["Who I am"] == f"I'm Mina. I study rivers. {LONG}".strip()


# One page


def full(logbook, count, text):
    meeting = ada(logbook, purpose=LONG * 3, assumption=LONG * 3, place=LONG, who_pays=Payer.EACH)
    logbook.change_profile(name="Mina", introduction=LONG * 6, doing=LONG)
    for number in range(count):
        logbook.questions.add(MeetingQuestion(meeting.id, text, position=number, starred=True))
    return day_sheet(logbook, meeting)


def test_the_sample_is_printed_large(logbook):
    write(logbook, DAY)
    sheet = day_sheet(logbook, logbook.meetings.find(status="planned")[0])

    assert sheet.size >= 12


def test_few_questions_are_printed_as_large_as_it_goes(logbook):
    meeting = ada(logbook)
    logbook.questions.add(MeetingQuestion(meeting.id, "What filled last week?"))

    assert day_sheet(logbook, meeting).size == max(SIZES)


@pytest.mark.parametrize("text", ["Why?", LONG * 4, "W" * 500, "漢字" * 300, "a " * 500])
def test_eight_questions_fit_on_one_page_however_long_the_texts(logbook, text):
    sheet = full(logbook, 8, text)

    assert height(sheet, sheet.size, (7, 7)) <= HEIGHT
    assert sheet.size >= 11
    assert len(sheet.questions) == 8


def test_what_is_cut_ends_in_dots_and_at_a_word():
    cut = shorten(LONG * 3, 2, 11)

    assert lines(cut, 11) <= 2
    assert cut.endswith(" …")
    assert LONG.startswith(cut.removesuffix(" …")) or cut.removesuffix(" …") in LONG * 2


def test_a_short_text_is_left_as_it_is():
    assert shorten("Why here?", 1, 14) == "Why here?"


def test_of_very_many_questions_none_is_left_out(logbook):
    assert len(full(logbook, 40, LONG).questions) == 40


@given(st.text(max_size=900), st.text(max_size=900), st.booleans())
def test_whatever_is_typed_eight_questions_fit(text, fact, starred):
    sheet = fitted(
        DaySheet(
            title=fact,
            who=fact,
            facts=tuple((label, fact) for label in ("When", "Where", "Their number", "Paying"))
            + tuple((label, fact) for label in ("To learn", "To test", "To start", "Who I am")),
            questions=((text, starred),) * 8,
            closing=(text,) * 3,
            remember=("Let them speak. Ask for no job.", "Thank Ada by Friday 27 November."),
        )
    )

    assert height(sheet, sheet.size, (6, 6)) <= HEIGHT


# The Word file


@pytest.mark.parametrize("paper", Paper)
def test_the_word_file_says_what_the_sheet_says(logbook, paper):
    write(logbook, DAY)
    sheet = day_sheet(logbook, logbook.meetings.find(status="planned")[0])
    text = words_of(day_sheet_docx(sheet, paper))

    assert text[:2] == [sheet.title, sheet.who]
    assert [f"{label}\t{fact}" for label, fact in sheet.facts] == text[2 : 2 + len(sheet.facts)]
    questions = [line for line in text if line[:1].isdigit()]
    assert questions == [
        f"{number}.\t{'★ ' if starred else ''}{question}"
        for number, (question, starred) in enumerate(sheet.questions, start=1)
    ]
    assert [line.removeprefix("•\t") for line in text if line.startswith("•")] == list(sheet.closing)
    assert tuple(text[-2:]) == sheet.remember


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.LETTER, (215.9, 279.4))])
@pytest.mark.parametrize("text", ["Why?", LONG * 4])
def test_the_word_file_keeps_to_one_page_of_its_paper(logbook, paper, size, text):
    sheet = full(logbook, 8, text)
    document = Document(io.BytesIO(day_sheet_docx(sheet, paper)))
    (section,) = document.sections
    space = section.page_height - section.top_margin - section.bottom_margin
    taken = 0
    for paragraph in document.paragraphs:
        form = paragraph.paragraph_format
        text_run = paragraph.runs[-1] if "\t" in paragraph.text else paragraph.runs[0]
        printed = text_run.font.size.pt * (1.12 if text_run.bold else 1)
        width = 510 - (form.left_indent.pt if form.left_indent else 0)
        number = lines(paragraph.text.rpartition("\t")[2], printed, width)
        taken += number * form.line_spacing + (form.space_before or 0) + (form.space_after or 0)

    assert (section.page_width.mm, section.page_height.mm) == pytest.approx(size, abs=0.2)
    assert taken <= space
    assert document.styles["Normal"].font.size.pt >= 11
    assert document.core_properties.author == ""


def test_what_xml_cannot_hold_is_left_out_of_the_word_file(logbook):
    meeting = ada(logbook, purpose="a\x0bb\x00c\ufffed\te\nf")
    (fact,) = (
        line for line in words_of(day_sheet_docx(day_sheet(logbook, meeting), Paper.A4)) if "To learn" in line
    )

    assert fact == "To learn\ta bcd e f"


@pytest.mark.parametrize(
    "name", ["Ben\x1bMoss", "Ben\uffffMoss", "Ben\x00 \x08Moss", "Ben " * 90, "B" * 400, "=HYPERLINK(1)"]
)
def test_a_word_file_is_made_whatever_a_name_holds(logbook, name):
    contact = logbook.contacts.add(Contact(name, "Tidal\x02 Museum", "Keeper\ufffe"))
    meeting = logbook.meetings.add(Meeting(contact.id, on=DAY, place="Pier\x0b4"))
    document = Document(io.BytesIO(day_sheet_docx(day_sheet(logbook, meeting), Paper.A4)))
    title = document.core_properties.title
    assert 0 < len(title) <= 255
    assert title.isprintable()
    assert "Tidal Museum" in "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_where_nothing_writes_word_files_that_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(InputError, match="Print this instead"):
        new_document()
