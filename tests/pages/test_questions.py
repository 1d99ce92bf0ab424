"""Prepare questions: the meeting, research, the list, the checklist and the day sheet."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document
from icalendar import Calendar

from infoview.questions.bank import bank
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting, MeetingKind, MeetingStatus
from infoview.records.takeaways import Takeaway

ONE_EACH = [next(one.id for one in bank() if one.takeaway == takeaway) for takeaway in Takeaway]


def test_a_meeting_can_be_planned_with_whoever_is_chosen(with_ada, reopened, tools):
    section = with_ada.section("questions", "meeting")
    assert "planned a meeting with Ada Park yet" in section.note.value
    assert not tools.shown(section.form)
    assert with_ada.press(section.plan, "plan")
    assert tools.shown(section.form)
    assert not tools.shown(section.plan)
    with_ada.fill(section.form, on="2026-12-01", at="09:05", minutes="30", kind="walk", place="Pier 4")
    (meeting,) = reopened().meetings.find()
    assert (meeting.on, meeting.at, meeting.minutes) == (date(2026, 12, 1), "09:05", 30)
    assert (meeting.kind, meeting.place) == (MeetingKind.WALK, "Pier 4")
    assert section.form.values["on"] == "2026-12-01"


@pytest.mark.parametrize(
    ("key", "text"),
    [("on", "soon"), ("on", "2026-02-30"), ("at", "25:00"), ("at", "half four"), ("minutes", "long"),
     ("minutes", "0"), ("minutes", "")],
)  # fmt: skip
def test_what_is_no_day_time_or_length_is_refused_at_its_field(meeting_ada, reopened, key, text):
    form = meeting_ada.section("questions", "meeting").form
    before = reopened().meetings.find()
    assert not meeting_ada.type(form, key, text)
    assert form.errors[key] == meeting_ada.told[0]
    assert reopened().meetings.find() == before


def test_a_day_and_a_time_can_be_taken_away_again(meeting_ada, reopened):
    meeting_ada.fill(meeting_ada.section("questions", "meeting").form, on="", at="")
    (meeting,) = reopened().meetings.find()
    assert (meeting.on, meeting.at) == (None, "")


def test_a_meeting_that_took_place_is_still_shown_and_another_can_be_planned(meeting_ada, tools):
    meeting_ada.logbook.meetings.change(1, status=MeetingStatus.HELD)
    meeting_ada.session.redraw()
    section = meeting_ada.section("questions", "meeting")
    assert "happened" in section.note.value
    assert tools.shown(section.form)
    assert meeting_ada.press(section.plan, "plan")
    assert meeting_ada.logbook.meetings.count() == 2


def test_a_meeting_is_called_off_where_it_was_planned_and_its_calendar_is_told(prepared, reopened, tools):
    section = prepared.section("questions", "meeting")
    assert not tools.shown(section.again)
    assert prepared.press(section.off, "off")
    assert reopened().meetings.get(1).status is MeetingStatus.CANCELLED
    assert reopened().questions.count() == 3
    assert "was called off. Everything you prepared is kept" in section.note.value
    assert not tools.shown(section.form)
    assert not tools.shown(section.off)
    name, data = prepared.download(section.takeout, "ics")
    called_off = Calendar.from_ical(data).walk("VEVENT")
    assert (name, {str(event["status"]) for event in called_off}) == ("ada-park.ics", {"CANCELLED"})


def test_that_a_meeting_was_called_off_is_taken_back_with_all_that_was_prepared(prepared, reopened, tools):
    section = prepared.section("questions", "meeting")
    prepared.press(section.off, "off")
    assert prepared.press(section.again, "again")
    assert reopened().meetings.get(1).status is MeetingStatus.PLANNED
    assert tools.shown(section.form)
    assert tools.shown(section.off)
    assert not tools.shown(section.again)
    assert not tools.shown(section.takeout)
    assert len(prepared.section("questions", "order").list.items) == 3


def test_a_meeting_called_off_without_a_day_is_in_no_calendar(prepared, tools):
    section = prepared.section("questions", "meeting")
    prepared.type(section.form, "on", "")
    prepared.press(section.off, "off")
    assert tools.shown(section.again)
    assert not tools.shown(section.takeout)


def test_once_another_meeting_is_planned_the_one_called_off_is_over(prepared, tools):
    section = prepared.section("questions", "meeting")
    prepared.press(section.off, "off")
    assert prepared.press(section.plan, "plan")
    assert tools.shown(section.form)
    assert not tools.shown(section.again)


def test_without_a_meeting_each_section_says_what_comes_first(with_ada, tools):
    for name in ("pick", "ready", "notes"):
        section = with_ada.section("questions", name)
        assert tools.shown(section.empty.view)
        assert "No meeting yet." in section.empty.said.value
        assert with_ada.press(section.empty.actions, "questions.meeting")
        assert with_ada.window.pages["questions"].part == "meeting"
    learn = with_ada.section("questions", "purpose")
    assert tools.shown(learn.empty)
    assert "Choose or plan a meeting" in learn.empty.value


@pytest.fixture
def prepared(meeting_ada):
    """Someone with three questions for Ada."""
    bank_list = meeting_ada.section("questions", "pick").bank.list
    for item in ONE_EACH[:3]:
        meeting_ada.tick(bank_list, item)
    return meeting_ada


def test_the_checklist_is_ticked_and_counted(meeting_ada, reopened):
    section = meeting_ada.section("questions", "ready")
    items = [item["id"] for group in section.checklist.groups for item in group["items"]]
    before = [
        item for group in section.checklist.groups if group["key"] != "after" for item in group["items"]
    ]
    assert len([group for group in section.checklist.groups if group["items"]]) == 3
    meeting_ada.tick(section.checklist, items[0])
    assert [one.item for one in reopened().ticks.find()] == [items[0]]
    assert f"{len(before) - 1} left to do" in section.said.value
    for item in items[1:]:
        meeting_ada.tick(section.checklist, item)
    assert "re ready" in section.said.value
    meeting_ada.tick(section.checklist, items[0], on=False)
    assert reopened().ticks.count() == len(items) - 1


def test_the_day_sheet_holds_what_one_needs_in_the_room(prepared):
    prepared.logbook.change_profile(name="Mina", doing="I study rivers")
    prepared.type(prepared.section("questions", "meeting").form, "kind", "coffee")
    order = prepared.section("questions", "order").list
    prepared.arrange(order, "star", id=order.items[2]["id"], on=True)
    section = prepared.section("questions", "sheet")
    (printed,) = (item for item in section.takeout.items if item["way"] == "print")
    for text in (
        "Meeting with Ada Park", "Curator, Tidal Museum", "16:30 to 16:50", "24 November", "I study rivers",
        "Coffee", "Thank Ada Park by Wednesday 25 November", "t ask for a job",
    ):  # fmt: skip
        assert text in printed["html"]
        assert text in section.preview.value
    assert printed["html"].index("★") < printed["html"].index("<li>")


def test_the_day_sheet_can_be_taken_along_as_a_word_file_and_the_meeting_as_a_calendar_entry(prepared):
    takeout = prepared.section("questions", "sheet").takeout
    assert [item["way"] for item in takeout.items] == ["print", "download", "download", "download"]
    for paper, wide in (("a4", 210), ("letter", 216)):
        name, data = prepared.download(takeout, paper)
        assert name == "day-sheet-ada-park.docx"
        document = Document(io.BytesIO(data))
        assert document.paragraphs[0].text == "Meeting with Ada Park"
        assert round(document.sections[0].page_width.mm) == wide
    name, data = prepared.download(takeout, "ics")
    assert name == "ada-park.ics"
    summaries = {str(event["summary"]) for event in Calendar.from_ical(data).walk("VEVENT")}
    assert summaries == {
        "Meeting with Ada Park",
        "Confirm tomorrow's meeting with Ada Park",
        "Thank-you note to Ada Park",
    }


def test_the_line_that_confirms_the_meeting_is_one_click_away_until_it_is_sent(prepared, tools):
    section = prepared.section("questions", "sheet")
    assert "meeting Ada Park tomorrow" in section.said.value
    assert prepared.press(section.confirm, "confirm")
    assert prepared.app.stepper.current == "requests"
    assert prepared.section("requests", "other_messages").choice.values["kind"] == "confirmation"
    prepared.tick(prepared.section("questions", "ready").checklist, "confirm")
    assert not tools.shown(prepared.section("questions", "sheet").confirm)


def test_the_link_of_a_call_can_be_followed_from_the_day_sheet(prepared):
    place = "My room: https://video.example/j/12?a=b&c=d, code 4"
    prepared.fill(prepared.section("questions", "meeting").form, kind="video", place=place)
    preview = prepared.section("questions", "sheet").preview.value
    assert 'href="https://video.example/j/12?a=b&amp;c=d"' in preview
    assert "My room: <a" in preview
    assert "</a>, code 4" in preview


def test_a_meeting_without_a_day_is_in_no_calendar_yet(prepared):
    prepared.type(prepared.section("questions", "meeting").form, "on", "")
    assert [item["way"] for item in prepared.section("questions", "sheet").takeout.items] == [
        "print", "download", "download",
    ]  # fmt: skip


def test_without_a_meeting_there_is_no_sheet_to_print(with_ada, tools):
    section = with_ada.section("questions", "sheet")
    assert not tools.shown(section.takeout)
    assert "Plan a meeting" in section.preview.value


def test_a_day_that_is_over_is_said_with_its_year(meeting_ada):
    section = meeting_ada.section("questions", "meeting")
    meeting_ada.type(section.form, "on", "2025-12-01")
    assert "1 December 2025 has passed. If you met Ada Park, go on to the debrief." in section.clocks.value


def test_a_day_more_than_a_year_away_is_asked_about(meeting_ada):
    section = meeting_ada.section("questions", "meeting")
    meeting_ada.type(section.form, "on", "2099-12-01")
    assert "1 December 2099 is more than a year away. Is the year right?" in section.clocks.value


def test_minutes_that_cannot_be_name_the_bounds(meeting_ada):
    form = meeting_ada.section("questions", "meeting").form
    assert not meeting_ada.type(form, "minutes", "9999")
    assert "from 5 to 240" in form.errors["minutes"]


def test_what_was_seen_to_be_done_is_ticked_and_may_be_taken_back(meeting_ada, reopened):
    meeting_ada.type(meeting_ada.section("questions", "purpose").form, "purpose", "How does one begin?")
    research = meeting_ada.section("questions", "research")
    meeting_ada.fill(research.form, text="Half of it is one grant.", source="annual report")
    meeting_ada.press(research.add, "add")
    assert {one.item for one in reopened().ticks.find()} == {"purpose", "research"}
    ready = meeting_ada.section("questions", "ready")
    meeting_ada.tick(ready.checklist, "purpose", on=False)
    meeting_ada.type(meeting_ada.section("questions", "purpose").form, "purpose", "How does one go on?")
    assert {one.item for one in reopened().ticks.find()} == {"research"}


def test_who_pays_is_asked_where_somebody_pays_and_the_clocks_where_they_may_differ(meeting_ada, reopened):
    form = meeting_ada.section("questions", "meeting").form

    def asked():
        return {field["key"] for field in form.fields} & {"who_pays", "my_city", "their_city"}

    assert asked() == set()
    meeting_ada.type(form, "kind", "coffee")
    assert asked() == {"who_pays"}
    meeting_ada.type(form, "who_pays", "me")
    meeting_ada.type(form, "kind", "video")
    assert asked() == {"my_city", "their_city"}
    meeting_ada.type(form, "kind", "office")
    assert asked() == set()
    assert reopened().meetings.find()[0].who_pays == "me"


def test_a_call_is_shown_on_both_clocks(meeting_ada, reopened):
    section = meeting_ada.section("questions", "meeting")
    meeting_ada.type(section.form, "kind", "video")
    assert meeting_ada.type(section.form, "my_city", "new york")
    assert meeting_ada.type(section.form, "their_city", "Stockholm")
    assert "16:30 for you (New York) is 22:30 for Ada Park (Stockholm)." in section.clocks.value
    assert reopened().profile.time_zone == "America/New_York"
    assert reopened().contacts.find()[0].time_zone == "Europe/Stockholm"
    assert section.form.values["their_city"] == "Stockholm · Central European time"
    meeting_ada.type(section.form, "on", "2027-03-20")
    assert "be 5 hours apart, not 6 hours like today." in section.clocks.value


def test_a_place_may_be_a_link_and_a_broken_one_is_said_to_be(meeting_ada, reopened):
    form = meeting_ada.section("questions", "meeting").form
    assert meeting_ada.type(form, "place", "video.example/j/1234")
    assert reopened().meetings.find()[0].place == "https://video.example/j/1234"
    assert not meeting_ada.type(form, "place", "htps://video.example/j/1234")
    assert "begins with https://" in form.errors["place"]
    assert reopened().meetings.find()[0].place == "https://video.example/j/1234"


def test_the_words_to_borrow_fit_the_way_of_meeting(meeting_ada):
    said = meeting_ada.section("questions", "during").said
    assert "They insist on paying" in said.value
    assert "They mention a job opening" in said.value
    assert "Our 20 minutes are nearly over" in said.value
    meeting_ada.type(meeting_ada.section("questions", "meeting").form, "kind", "telephone")
    meeting_ada.section("questions", "during")
    assert "They insist on paying" not in said.value


def test_the_line_that_confirms_is_one_click_from_what_is_due(meeting_ada):
    assert meeting_ada.do_due("open", "Send one line today")
    beside = meeting_ada.section("requests", "other_messages")
    assert beside.choice.values["kind"] == "confirmation"


# The note pad


def test_every_box_of_the_note_pad_is_kept_for_its_own_meeting(meeting_ada, reopened):
    pad = meeting_ada.section("questions", "notes")
    assert [field["key"] for field in pad.form.fields] == ["else", *(one.value for one in Takeaway)]
    meeting_ada.fill(pad.form, **{"else": "wet Saturday", "lifestyle": "Mondays are hers"})
    assert {note.takeaway: note.text for note in reopened().notes.find(meeting_id=1)} == {
        "": "wet Saturday",
        "lifestyle": "Mondays are hers",
    }
    ben = meeting_ada.logbook.contacts.add(Contact("Ben"))
    meeting_ada.logbook.meetings.add(Meeting(ben.id))
    meeting_ada.choose(ben.id)
    assert meeting_ada.section("questions", "notes").form.values["else"] == ""


def test_the_questions_are_at_hand_beside_the_note_pad(prepared):
    shown = prepared.section("questions", "notes").questions.value
    for question in prepared.logbook.questions.find():
        assert question.text.split("'")[0] in shown
    assert "Our 20 minutes are nearly over" in shown


def test_the_clock_of_a_meeting_turns_at_two_thirds_of_its_length_and_goes_on_after_a_reload(
    meeting_ada, reopened, tools
):
    meeting_ada.fill(meeting_ada.section("questions", "meeting").form, minutes="30")
    clock = meeting_ada.section("questions", "notes").clock
    assert (clock.seconds, [turn["at"] for turn in clock.turns]) == (1800, [1200, 1800])
    clock.receive({"type": "began", "at": 1_795_000_000_000})
    again = tools.Someone(reopened())
    again.session.here.choose(meeting_ada.session.here.contact.id)
    assert again.section("questions", "notes").clock.began == 1_795_000_000_000
    again.section("questions", "notes").clock.receive({"type": "began", "at": 0})
    assert reopened().recall("clock-1") == ""


def test_questions_by_mail_have_no_clock(meeting_ada, tools):
    meeting_ada.type(meeting_ada.section("questions", "meeting").form, "kind", "mail")
    pad = meeting_ada.section("questions", "notes")
    assert not tools.shown(pad.clock)
    assert tools.shown(pad.form)


def test_without_a_meeting_the_note_pad_says_what_comes_first(with_ada, tools):
    pad = with_ada.section("questions", "notes")
    assert tools.shown(pad.empty.view)
    assert not tools.shown(pad.shown)


# Who I am, in a minute


def test_an_introduction_is_kept_and_held_against_a_minute(meeting_ada, reopened):
    section = meeting_ada.section("questions", "introduce")
    assert "Four or five sentences" in section.said.value
    meeting_ada.type(section.form, "introduction", "I am Mina and I study rivers. " * 7)
    assert "about 20 seconds" in section.said.value
    meeting_ada.type(section.form, "introduction", "word " * 200)
    assert "Cut a sentence" in section.said.value
    assert reopened().profile.introduction == "word " * 200
    assert section.clock.seconds == 60
    assert [turn["at"] for turn in section.clock.turns] == [40, 60]


def test_two_days_before_the_day_sheet_already_says_when_to_confirm(prepared, tools):
    prepared.type(prepared.section("questions", "meeting").form, "on", "2026-11-25")
    section = prepared.section("questions", "sheet")
    assert "On Tuesday 24 November, send Ada Park one line" in section.said.value
    assert tools.shown(section.confirm)
