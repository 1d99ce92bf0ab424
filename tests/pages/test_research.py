"""Prepare questions: what one wants to learn, and reading up in four rounds."""

from __future__ import annotations

from datetime import date
from html import escape

import pytest

from infoview.questions.research import note, topics
from infoview.records.contacts import Contact
from infoview.records.meetings import MeetingStatus
from infoview.records.research import Topic


def rows(table):
    return [row["cells"][0]["text"] for row in table.rows]


@pytest.fixture
def reading(with_ada):
    """Someone who kept two things about Ada's museum."""
    section = with_ada.section("questions", "research")
    for text, source in (
        ("It has 40 staff.", "https://www.example.org/about/"),
        ("A new wing.", "The Courier"),
    ):
        with_ada.fill(section.form, text=text, source=source)
        assert with_ada.press(section.add, "add")
    return with_ada


def test_a_purpose_and_a_guess_are_kept_with_how_sure_one_is(meeting_ada, reopened):
    form = meeting_ada.section("questions", "purpose").form
    meeting_ada.fill(form, purpose="How she came here", assumption="It would suit me.", sure_before="7")
    (meeting,) = reopened().meetings.find()
    assert (meeting.purpose, meeting.assumption, meeting.sure_before) == (
        "How she came here", "It would suit me.", 7,
    )  # fmt: skip
    assert form.values["sure_before"] == "7"


def test_how_sure_one_is_can_be_said_from_none_to_ten(meeting_ada):
    (field,) = (
        one for one in meeting_ada.section("questions", "purpose").form.fields if "sure" in one["key"]
    )
    assert [value for value, _ in field["options"]] == [str(number) for number in range(11)]
    assert field["kind"] == "radios"


def test_each_round_says_what_to_find_and_where(with_ada):
    section = with_ada.section("questions", "research")
    for topic in topics():
        with_ada.type(section.round, "about", topic["key"])
        for line in (*topic["find"], *topic["where"], f"{topic['minutes']} minutes"):
            assert escape(line) in section.guide.value
    assert section.round.values["about"] == "field"


def test_the_round_about_the_person_begins_with_their_page(reading):
    section = reading.section("questions", "research")
    assert "2 things kept" in section.guide.value
    reading.logbook.contacts.change(1, url="https://example.org/ada")
    reading.type(section.round, "about", "person")
    assert "Nothing kept yet" in section.guide.value
    assert 'href="https://example.org/ada"' in section.guide.value
    reading.logbook.contacts.change(1, url="javascript:alert(1)")
    reading.session.redraw()
    assert "<a" not in section.guide.value


def test_a_finding_is_kept_with_its_source_and_its_day(reading, reopened):
    first, second = reopened().findings.find()
    assert (first.text, first.source, first.about) == (
        "It has 40 staff.", "https://www.example.org/about/", Topic.ORGANIZATION,
    )  # fmt: skip
    assert second.found_on == date(2026, 11, 23)
    section = reading.section("questions", "research")
    assert section.form.values["text"] == section.form.values["source"] == ""
    cells = section.list.table.rows[0]["cells"]
    assert cells[2] == {"text": "example.org/about", "href": "https://www.example.org/about/"}
    assert cells[3]["text"] == "23 November 2026"


def test_one_stays_in_the_round_one_is_in(with_ada):
    section = with_ada.section("questions", "research")
    with_ada.type(section.round, "about", "person")
    with_ada.type(section.form, "text", "She built the tide pool.")
    with_ada.press(section.add, "add")
    assert section.round.values["about"] == "person"
    assert with_ada.logbook.findings.first().about is Topic.PERSON


def test_an_empty_finding_and_one_that_is_there_are_refused_at_the_field(reading):
    section = reading.section("questions", "research")
    assert not reading.press(section.add, "add")
    assert section.form.errors["text"] == reading.told[0]
    reading.type(section.form, "text", "A new wing.")
    assert not reading.press(section.add, "add")
    assert "already" in section.form.errors["text"]
    assert section.form.values["text"] == "A new wing."


def test_what_was_noted_for_a_colleague_is_there_with_whom_it_was_for(reading):
    ben = reading.logbook.contacts.add(Contact("Ben Ode", "TIDAL MUSEUM Ltd"))
    note(reading.logbook, reading.session.here.contact, Topic.PERSON, "Likes fog.", "", date(2026, 11, 1))
    reading.choose(ben.id)
    table = reading.section("questions", "research").list.table
    assert rows(table) == ["It has 40 staff.", "A new wing."]
    assert table.rows[0]["note"] == "You read this for Ada Park."


def test_what_was_noted_at_a_former_place_says_so(reading):
    contact = reading.session.here.contact
    reading.logbook.contacts.change(contact.id, organization="Harbour Office")
    reading.session.redraw()
    table = reading.section("questions", "research").list.table
    assert table.rows[0]["note"] == "About Tidal Museum."


def test_a_finding_is_put_right_and_removed(reading, reopened, tools):
    section = reading.section("questions", "research")
    one = section.list.table.rows[0]["id"]
    assert reading.act(section.list.table, "change", one)
    assert tools.shown(section.list.form)
    reading.fill(section.list.form, text="It has 45 staff.", about="department", found_on="")
    kept = reopened().findings.get(int(one))
    assert (kept.text, kept.about, kept.found_on) == ("It has 45 staff.", Topic.DEPARTMENT, None)
    assert not reading.type(section.list.form, "text", " ")
    assert reading.press(section.list.done, "done")
    assert not tools.shown(section.list.form)
    reading.act(section.list.table, "remove", one)
    assert rows(section.list.table) == ["A new wing."]


def test_notes_of_an_earlier_edition_are_still_there_to_read_and_change(meeting_ada, reopened, tools):
    section = meeting_ada.section("questions", "research")
    assert not tools.shown(section.notes)
    meeting_ada.logbook.meetings.change(1, research="She built the tide pool.\nFrom the annual report.")
    meeting_ada.session.redraw()
    assert tools.shown(section.notes)
    assert section.notes.values["research"].startswith("She built")
    meeting_ada.type(section.notes, "research", "She built it.")
    assert reopened().meetings.find()[0].research == "She built it."


def test_many_findings_are_turned_like_pages(reading):
    for number in range(20):
        note(
            reading.logbook,
            reading.session.here.contact,
            Topic.FIELD,
            f"Word {number}.",
            "",
            date(2026, 11, 1),
        )
    reading.session.redraw()
    table = reading.section("questions", "research").list.table
    first = rows(table)
    reading.view(table, offset=table.page_size)
    assert len(set(first) | set(rows(table))) == table.total == 22


def test_reading_up_begins_with_a_person(someone, tools):
    for name in ("research", "not_understood"):
        section = someone.section("questions", name)
        assert tools.shown(section.empty)
        assert not tools.shown(section.shown)


def test_a_puzzle_becomes_a_question_at_one_press(meeting_ada, reopened):
    section = meeting_ada.section("questions", "not_understood")
    meeting_ada.type(section.form, "text", "how they choose a species")
    assert meeting_ada.press(section.add, "add")
    assert section.form.values["text"] == ""
    (row,) = section.table.rows
    assert meeting_ada.act(section.table, "ask", row["id"])
    (question,) = reopened().questions.find()
    assert question.text == "Please help me understand how they choose a species."
    assert question.finding_id == int(row["id"])
    (row,) = section.table.rows
    assert row["cells"][1]["text"] == "on your list"
    assert [key for key, _ in row["actions"]] == ["remove"]
    assert meeting_ada.act(section.table, "remove", row["id"])
    assert reopened().questions.count() == 1


def test_without_a_meeting_a_puzzle_is_kept_and_told_where_it_could_go(with_ada):
    section = with_ada.section("questions", "not_understood")
    with_ada.type(section.form, "text", "who pays for it")
    with_ada.press(section.add, "add")
    assert not with_ada.act(section.table, "ask", section.table.rows[0]["id"])
    assert "Plan the meeting with Ada Park first" in with_ada.told[0]


def test_an_empty_puzzle_is_refused_at_its_field(with_ada):
    section = with_ada.section("questions", "not_understood")
    assert not with_ada.press(section.add, "add")
    assert section.form.errors["text"] == with_ada.told[0]


def test_words_begun_in_reading_up_go_with_the_person(with_ada):
    section = with_ada.section("questions", "research")
    with_ada.type(section.form, "text", "Half a thought about Ada")
    ben = with_ada.logbook.contacts.add(Contact("Ben Ode"))
    with_ada.choose(ben.id)
    with_ada.go("questions")
    assert section.form.values["text"] == ""


def test_a_hostile_source_is_no_link(with_ada):
    section = with_ada.section("questions", "research")
    with_ada.fill(section.form, text="<b>Bold</b>", source="javascript:alert(1)")
    with_ada.press(section.add, "add")
    source = section.list.table.rows[0]["cells"][2]
    assert not source["href"]


def test_a_meeting_that_took_place_can_be_read_up_on_still(meeting_ada):
    meeting_ada.logbook.meetings.change(1, status=MeetingStatus.HELD)
    section = meeting_ada.section("questions", "not_understood")
    meeting_ada.type(section.form, "text", "who pays for it")
    assert meeting_ada.press(section.add, "add")
    assert meeting_ada.logbook.meetings.get(1).status is MeetingStatus.HELD
    assert meeting_ada.logbook.meetings.count() == 1
