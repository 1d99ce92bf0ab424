"""Progress, the part for taking things along: the report, the page for a course, files for other programs."""

from __future__ import annotations

import html
import io
import json
import zipfile

import pytest
from openpyxl import load_workbook

from infoview.content import words
from infoview.exporters.logbook_json import dump, load
from infoview.logbook import open_memory
from infoview.records.contacts import Contact
from infoview.records.debriefs import Learned
from infoview.records.takeaways import Takeaway


@pytest.fixture
def report(with_demo):
    return with_demo.section("progress", "report")


@pytest.fixture
def reflection(with_demo):
    return with_demo.section("progress", "reflection")


def keys(section):
    return [item["key"] for item in section.takeout.items]


def copied(section):
    return next(item["text"] for item in section.takeout.items if item["key"] == "copy")


def printed(someone, takeout, key="print"):
    """Press a print button, and read the page that arrives."""
    before = len(takeout.comm.sent)
    assert someone._tell(takeout, {"type": "make", "key": key})
    (page,) = [
        data["content"]["html"]
        for data, _ in takeout.comm.sent[before:]
        if data.get("content", {}).get("type") == "paper"
    ]
    return page


# --- the report ---------------------------------------------------------------------------------------


def test_the_report_is_ones_own_and_whole_until_one_says_who_will_read_it(with_demo, report):
    page = printed(with_demo, report.takeout)
    name, saved = with_demo.download(report.takeout, "page")

    assert report.form.values == {"reader": "me"}
    assert keys(report) == ["print", "page"]
    assert "Teo Lindgren" in page
    assert "teo.lindgren@example.org" in page
    assert saved.decode() == page
    assert name == "infoview-report-2026-11-23.html"


@pytest.mark.parametrize(("reader", "named"), [("others", False), ("others_named", True)])
def test_a_reader_who_is_somebody_else_gets_what_is_theirs_to_see(with_demo, report, reader, named):
    assert with_demo.type(report.form, "reader", reader)
    page = printed(with_demo, report.takeout)
    name, data = with_demo.download(report.takeout, "copy")

    assert keys(report) == ["print", "page", "copy"]
    assert ("Teo Lindgren" in page) == named
    assert "@example.org" not in page
    assert ("Teo Lindgren" in [one.name for one in open_memory(data).contacts.find()]) == named
    which = "with" if named else "without"
    assert name == f"infoview-shared-{which}-names-2026-11-23.infoview"
    assert "share”" in report.said.value


def test_who_will_read_it_is_remembered_and_changes_nothing_else(with_demo, report, tools):
    before = with_demo.logbook.contacts.find()
    with_demo.type(report.form, "reader", "others")

    assert tools.Someone(with_demo.logbook).section("progress", "report").form.values["reader"] == "others"
    assert with_demo.logbook.contacts.find() == before


def test_an_empty_logbook_has_a_report_too(someone):
    section = someone.section("progress", "report")

    assert "Nothing yet." in printed(someone, section.takeout)
    someone.type(section.form, "reader", "others")
    assert someone.download(section.takeout, "copy")[1].startswith(b"SQLite")


# --- the page for a course ----------------------------------------------------------------------------


def test_the_page_for_a_course_begins_with_the_latest_conversation(with_demo, reflection):
    values = reflection.form.values

    assert "Teo Lindgren" in values["who"]
    assert "Would I like being outdoors all year, and leading volunteers?" in values["who"]
    assert "Up at six, wet until noon" in values["learned"]
    assert "Talk with Marcus Tembo." in values["next"]
    asked = words("exports")["reflection"]["questions"]
    assert [key for key, question in asked.items() if question in copied(reflection)] == [
        key for key in asked if values[key]
    ]


def test_what_one_writes_is_kept_and_goes_out_in_each_form(with_demo, reflection, tools):
    with_demo.type(reflection.form, "interest", "More than before: I liked the wet feet & the people.")
    written = "More than before: I liked the wet feet & the people."

    assert written in copied(reflection)
    assert "wet feet &amp; the people" in printed(with_demo, reflection.takeout)
    name, document = with_demo.download(reflection.takeout, "document")
    assert name == "reflection-2026-11-23.docx"
    assert (
        "wet feet &amp; the people"
        in zipfile.ZipFile(io.BytesIO(document)).read("word/document.xml").decode()
    )
    again = tools.Someone(with_demo.logbook).section("progress", "reflection")
    assert again.form.values["interest"] == written


def test_a_box_that_was_emptied_stays_empty_until_one_begins_again(with_demo, reflection, tools):
    begun = dict(reflection.form.values)
    assert not tools.shown(reflection.again)
    with_demo.type(reflection.form, "learned", "")

    assert reflection.form.values["learned"] == ""
    assert "What did I learn about this work?" not in copied(reflection)
    with_demo.press(reflection.again, "again")
    assert reflection.form.values == begun
    assert "starts over" in with_demo.told[0]


def test_each_conversation_has_a_page_and_all_of_them_one_together(with_demo, reflection):
    offered = [label for _, label in reflection.choice.fields[0]["options"]]
    with_demo.type(reflection.form, "learned", "About Teo.")
    with_demo.type(reflection.choice, "conversation", "0")
    together = reflection.form.values
    with_demo.type(reflection.choice, "conversation", str(with_demo.logbook.meetings.find()[0].id))

    assert len(offered) == 4
    assert offered[-1] == "All my conversations"
    assert all(name in together["who"] for name in ("Jonah Ferris", "Priya Raman", "Teo Lindgren"))
    assert reflection.form.values["learned"] != "About Teo."
    assert "Jonah Ferris" in reflection.form.values["who"]


def test_where_nothing_was_written_down_yet_it_says_when_there_will_be_a_page(meeting_ada, tools):
    section = meeting_ada.section("progress", "reflection")

    assert tools.shown(section.empty)
    assert not tools.shown(section.filled)


def test_what_was_told_in_confidence_and_how_to_reach_people_is_never_on_it(with_demo, reflection):
    meeting = with_demo.logbook.meetings.find(status="held", order="on")[-1]
    with_demo.session.change(
        lambda logbook: logbook.meetings.change(meeting.id, quotes="the boss drinks", volunteered="a post")
    )
    learned = with_demo.logbook.learned.first(meeting_id=meeting.id, takeaway=Takeaway.PRESENT_JOB)
    with_demo.session.change(
        lambda logbook: logbook.learned.change(
            learned.id, text="Ring 202-555-0142 or teo.lindgren@example.org."
        )
    )

    assert not [private for private in ("drinks", "a post", "555", "@") if private in copied(reflection)]


def test_the_page_about_someone_goes_when_they_are_deleted(with_demo, reflection):
    with_demo.type(reflection.form, "learned", "Something about Teo.")
    people = with_demo.section("contacts", "people")
    teo = with_demo.logbook.contacts.first(name="Teo Lindgren").id
    with_demo.view(people.table, search="Teo")
    with_demo.act(people.table, "edit", teo)
    with_demo.press(people.actions, "delete")
    with_demo.press(people.actions, "sure")

    assert "Something about Teo." not in dump(with_demo.logbook)


def test_a_debrief_that_grows_shows_in_what_was_not_changed(with_demo, reflection):
    meeting = with_demo.logbook.meetings.find(status="held", order="on")[-1]
    with_demo.session.change(lambda logbook: logbook.meetings.change(meeting.id, surprised="The sandwiches"))

    assert "What surprised me: The sandwiches." in reflection.form.values["expected"]


# --- files for other programs --------------------------------------------------------------------------

KINDS = ("all", "people", "excel", "tables", "calendar", "json")


def test_everything_comes_in_one_file_and_each_kind_alone(with_demo):
    takeout = with_demo.section("progress", "everything").takeout
    taken = {key: with_demo.download(takeout, key) for key in KINDS}
    inside = zipfile.ZipFile(io.BytesIO(taken["all"][1])).namelist()

    assert {"logbook.infoview", "logbook.json", "logbook.html", "people.vcf", "contacts.csv"} <= set(inside)
    assert [name for name, _ in taken.values()] == [
        "infoview-2026-11-23.zip",
        "infoview-people.vcf",
        "infoview-2026-11-23.xlsx",
        "infoview-tables-2026-11-23.zip",
        "infoview-dates.ics",
        "infoview-logbook.json",
    ]
    assert taken["people"][1].count(b"BEGIN:VCARD") == with_demo.logbook.contacts.count()
    assert load_workbook(io.BytesIO(taken["excel"][1]))["Contacts"].max_row == 15
    assert taken["calendar"][1].startswith(b"BEGIN:VCALENDAR")
    assert json.loads(taken["json"][1])["format"] == "infoview-logbook"
    assert load(taken["json"][1].decode()).contacts.find() == with_demo.logbook.contacts.find()


def test_a_visitor_can_take_everything_along(visitor):
    takeout = visitor.section("progress", "everything").takeout

    assert visitor.download(takeout, "all")[1].startswith(b"PK")


def test_the_counts_are_shown_in_full_and_saved_as_they_are_shown(with_demo):
    section = with_demo.section("progress", "counts")
    name, data = with_demo.download(section.takeout, "counts")
    shown = html.unescape(section.said.value.partition("<pre")[2].partition(">")[2].partition("</pre>")[0])

    assert name == "infoview-counts-2026-11.json"
    assert data.decode() == shown
    assert json.loads(shown)["stages"]["met"] == {"people": 3}
    with_demo.session.change(lambda logbook: logbook.contacts.add(Contact("Ada Park")))
    assert '"listed": {"people": 15}' in html.unescape(section.said.value)
    assert "Ada" not in section.said.value


def test_words_typed_by_others_are_no_markup_on_any_page(with_demo, reflection):
    evil = "<img src=x onerror=alert(1)>"
    meeting = with_demo.logbook.meetings.find(status="held", order="on")[-1]
    with_demo.session.change(
        lambda logbook: logbook.learned.remove(logbook.learned.find(meeting_id=meeting.id)[0].id)
    )
    with_demo.session.change(
        lambda logbook: logbook.learned.add(Learned(meeting.id, Takeaway.PREPARATION, evil))
    )

    assert evil not in printed(with_demo, reflection.takeout)
    assert "&lt;img src=x" in printed(with_demo, reflection.takeout)
    assert evil not in printed(with_demo, with_demo.section("progress", "report").takeout)
