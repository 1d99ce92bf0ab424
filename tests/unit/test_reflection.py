"""The page for a course: begun from the debriefs, with nothing in it that is not the person's to show."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview.exporters.reflection import Answer, as_document, as_page, as_text, questions, suggestions
from infoview.progress.synthesis import talks
from infoview.records.contacts import Contact
from infoview.records.debriefs import Learned, Promise
from infoview.records.directions import Direction, Evidence, Skill
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.takeaways import Takeaway

BY = "Mina Castellan, 23 November 2026"


@pytest.fixture
def met(logbook):
    """A conversation with Ada, and its debrief."""
    ada = logbook.contacts.add(Contact("Ada Park", "Tidal Museum", "Curator", "ada@example.org")).id
    meeting = Meeting(
        ada, MeetingStatus.HELD, on=date(2026, 11, 20), purpose="Is a doctorate needed",
        assumption="Curators write all day", sure_before=8, sure_after=3, surprised="The meetings!",
        quotes="the director drinks", volunteered="a post in spring",
    )  # fmt: skip
    meeting = logbook.meetings.add(meeting).id
    for takeaway, text, reaction in (
        (Takeaway.PRESENT_JOB, "Half of it is meetings. The rest is loans.", ""),
        (Takeaway.LIFESTYLE, "One weekend in three, swapped", "That would suit me"),
        (Takeaway.SKILLS_MATCH, "Dr. Park thinks so. Or does she?", ""),
    ):
        logbook.learned.add(Learned(meeting, takeaway, text, reaction=reaction))
    logbook.skills.add(Skill(meeting, "object handling", gap="a course of two days"))
    direction = logbook.directions.add(Direction("Curating")).id
    logbook.evidence.add(Evidence(direction, "too many meetings", speaks_for=False, meeting_id=meeting))
    ben = logbook.contacts.add(Contact("Ben Moss")).id
    logbook.introductions.add(Introduction(ada, ben, meeting_id=meeting))
    logbook.promises.add(Promise("Send her the page", meeting, ada))
    logbook.promises.add(Promise("Done before", meeting, ada, done_on=date(2026, 11, 21)))
    logbook.promises.add(Promise("Hers", meeting, ada, mine=False))
    return logbook


def test_each_question_begins_with_what_the_debrief_holds(met):
    assert suggestions(met, talks(met)) == {
        "who": "On 20 November 2026 I talked with Ada Park, Curator, Tidal Museum. "
        "What I most wanted to know: Is a doctorate needed.",
        "expected": "My guess was this: Curators write all day. "
        "Before, I was 8 out of 10 sure of it, and afterward 3. What surprised me: The meetings!",
        "learned": "Half of it is meetings. One weekend in three, swapped. Dr. Park thinks so.",
        "interest": "That would suit me. Too many meetings.",
        "open": "They look for “object handling”. What I still need: a course of two days.\n"
        "I haven't heard anything yet about: their preparation for the job search, other positions in the "
        "organization, job hunting strategies, nature of the organization.",
        "next": "Send her the page. Talk with Ben Moss.",
    }


def test_what_stands_in_two_boxes_of_a_debrief_is_said_once(met):
    (talk,) = talks(met)
    direction = met.directions.find()[0].id
    met.evidence.add(Evidence(direction, "that would suit me.", meeting_id=talk.meeting.id))
    assert suggestions(met, [talk])["interest"] == "That would suit me. Too many meetings."


def test_a_debrief_without_a_word_begins_nothing_but_whom_one_met(logbook):
    person = logbook.contacts.add(Contact("Ada")).id
    logbook.meetings.add(Meeting(person, MeetingStatus.HELD))
    begun = suggestions(logbook, talks(logbook))

    assert begun["who"] == "I talked with Ada."
    assert [key for key, text in begun.items() if text] == ["who", "open"]
    assert suggestions(logbook, []) == dict.fromkeys(questions(), "")


def test_several_conversations_stand_below_each_other_the_first_one_first(met):
    ben = met.contacts.first(name="Ben Moss").id
    earlier = met.meetings.add(Meeting(ben, MeetingStatus.HELD, on=date(2026, 10, 1))).id
    met.learned.add(Learned(earlier, Takeaway.PRESENT_JOB, "He packs crates."))
    begun = suggestions(met, talks(met))

    assert begun["who"].splitlines()[0] == "On 1 October 2026 I talked with Ben Moss."
    assert begun["learned"].splitlines() == [
        "Ben Moss: He packs crates.",
        "Ada Park: Half of it is meetings. Dr. Park thinks so.",
    ]
    assert begun["next"] == "Send her the page."  # Ben was named by Ada, and is met already


def test_what_was_told_in_confidence_and_addresses_are_never_in_it(met):
    written = " ".join(suggestions(met, talks(met)).values())

    assert not [private for private in ("drinks", "spring", "@") if private in written]


ANSWERS = [Answer("who", "Whom?", " Ada <b>\nand Ben "), Answer("next", "And then?", " ")]


def test_as_text_it_has_its_questions_and_leaves_out_what_is_empty():
    text = as_text(ANSWERS, BY)

    assert text.splitlines()[1:] == [BY, "", "Whom?", "Ada <b>", "and Ben"]


def test_as_a_page_it_is_escaped_and_smaller_in_print_when_it_is_long():
    page = as_page(ANSWERS, BY)

    assert "Ada &lt;b&gt;\nand Ben</p>" in page
    assert "And then?" not in page
    assert 'class="one-page"' in page
    assert 'class="one-page tight"' in as_page([Answer("who", "Whom?", "word " * 600)], BY)


def test_as_a_document_it_opens_with_headings_and_paragraphs():
    from docx import Document

    document = Document(io.BytesIO(as_document(ANSWERS, BY)))

    assert [(one.style.name, one.text) for one in document.paragraphs][1:] == [
        ("Normal", BY),
        ("Heading 2", "Whom?"),
        ("Normal", "Ada <b>"),
        ("Normal", "and Ben"),
    ]
    assert document.core_properties.author == ""


@given(st.text(max_size=80), st.text(max_size=20))
def test_whatever_is_typed_the_document_opens(text, name):
    from docx import Document

    Document(io.BytesIO(as_document([Answer("who", "Whom?", text)], name)))
