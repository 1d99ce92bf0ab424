"""The page to print: what all conversations add up to, on paper."""

import re
from datetime import date
from html import unescape

import pytest

from infoview.content import words
from infoview.exporters.report import page
from infoview.exporters.sharing import page_for_others
from infoview.logbook import open_memory
from infoview.records.contacts import Contact
from infoview.records.debriefs import Learned
from infoview.records.directions import Direction, Evidence, Skill
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus
from infoview.records.takeaways import Takeaway
from infoview.sample import write

TODAY = date(2026, 11, 25)
REPORT = words("exports")["report"]
TOLD = REPORT["matrix_told"]


@pytest.fixture
def talk(logbook):
    """Note a conversation with somebody, with what was learned in it."""

    def talk(name, *learned, on=TODAY, status=MeetingStatus.HELD, unasked=False, **about):
        contact = logbook.contacts.first(name=name) or logbook.contacts.add(Contact(name))
        meeting = logbook.meetings.add(Meeting(contact.id, status, on=on, **about))
        for takeaway in learned:
            logbook.learned.add(Learned(meeting.id, takeaway, "much", unasked=unasked))
        return meeting.id

    return talk


def text_of(html):
    told = re.sub(r'<span role="img" aria-label="([^"]*)">[^<]*</span>', r"\1", html)
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", told).split()))


def table(html, heading):
    """Read the table below a heading as rows of words; its heads must be heads."""
    below = html[html.index(f">{heading}<") :]
    rows = re.findall(r"<tr.*?</tr>", below[: below.index("</table>")], re.DOTALL)
    assert [re.findall(r'<th scope="(\w+)"', row) for row in rows[1:]] == [["row"]] * (len(rows) - 1)
    assert "<td" not in rows[0]
    cells = (re.findall(r"<t[hd][ >].*?</t[hd]>", row, re.DOTALL) for row in rows)
    return [[text_of(cell) for cell in row] for row in cells]


def test_a_table_tells_who_told_me_about_what_each_person_once_and_in_the_order_i_met_them(logbook, talk):
    talk("Zia", Takeaway.LIFESTYLE, on=date(2026, 10, 1))
    talk("Ada", Takeaway.PREPARATION, on=date(2026, 10, 8))
    talk("Zia", Takeaway.SKILLS_MATCH, on=date(2026, 11, 1))
    talk("Ben", on=date(2026, 12, 24), status=MeetingStatus.PLANNED)

    assert table(page(logbook, TODAY), REPORT["matrix"]) == [
        ["Name", *(words("takeaways")[one.value]["short"] for one in Takeaway)],
        ["Zia", "", "", TOLD, "", "", "", TOLD],
        ["Ada", TOLD, "", "", "", "", "", ""],
    ]


def test_what_the_conversations_leave_out_stands_there_with_its_reason_and_its_source(logbook, talk):
    meeting = talk("Ada", Takeaway.LIFESTYLE, unasked=True)
    logbook.questions.add(MeetingQuestion(meeting, "How?", Takeaway.PREPARATION))
    kept, gone = (
        logbook.directions.add(Direction(name, closed_on=closed)).id
        for name, closed in (("Curating", None), ("Law", TODAY))
    )
    for direction in (kept, kept, gone, gone):
        logbook.evidence.add(Evidence(direction, "good", speaks_for=True))
    text = text_of(page(logbook, TODAY))

    assert "You were told about the life that goes with it without asking, by Ada. What people bring" in text
    assert "(Gallen and Wasserman, Upjohn Institute, 2021)" in text
    assert "You haven't noted anything against Curating." in text
    assert "speaks against Law" not in text
    assert "Nobody has told you anything about the work itself," in text


def test_skills_are_put_together_over_all_conversations(logbook, talk):
    first, second = talk("Ada", Takeaway.SKILLS_MATCH), talk("Ben", Takeaway.SKILLS_MATCH)
    logbook.skills.add(Skill(first, "Reading plans", evidence="a course"))
    logbook.skills.add(Skill(second, "reading plans", gap="practice"))

    assert table(page(logbook, TODAY), REPORT["wanted"])[1:] == [
        ["Reading plans", "Ada; Ben", "a course", "practice"]
    ]


def test_how_sure_i_was_is_told_over_time_and_nought_is_a_number(logbook, talk):
    talk("Ada", on=date(2026, 11, 6), assumption="It is quiet", sure_before=8, sure_after=0)
    talk("Ben", on=date(2026, 10, 9), sure_before=5)

    assert table(page(logbook, TODAY), REPORT["sureness"])[1:] == [
        ["9 October 2026", "Ben", "", "5", ""],
        ["6 November 2026", "Ada", "It is quiet", "8", "0"],
    ]


def test_without_a_conversation_nothing_is_added_up(logbook, talk):
    talk("Ben", status=MeetingStatus.PLANNED)
    text = text_of(page(logbook, TODAY))

    added_up = ("matrix", "blind_spots", "wanted", "sureness")
    assert [REPORT[heading] for heading in added_up if REPORT[heading] in text] == []


def test_in_a_copy_to_share_people_have_the_same_other_names_in_the_table_as_everywhere():
    book = open_memory()
    write(book, TODAY)
    number = {one.name: f"Person {place:02}" for place, one in enumerate(book.contacts.find(), start=1)}
    own, shared = page(book, TODAY), page_for_others(book, TODAY, names=False)

    for heading in (REPORT["matrix"], REPORT["sureness"]):
        for mine, theirs in zip(table(own, heading)[1:], table(shared, heading)[1:], strict=True):
            assert [number.get(cell, cell) for cell in mine] == theirs
    assert f"without asking, by {number['Teo Lindgren']}." in text_of(shared)
    book.close()
