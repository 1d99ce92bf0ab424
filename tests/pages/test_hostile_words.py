"""Words that would do harm as HTML, as a link or as a mail's header are shown as they are, everywhere."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from operator import attrgetter

import ipywidgets
import pytest

from infoview.records.contacts import Contact, ContactImport, PoolPerson
from infoview.records.debriefs import Learned, Promise
from infoview.records.directions import Direction, Evidence, Skill
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus, Note
from infoview.records.requests import RequestStatus
from infoview.records.takeaways import Takeaway
from infoview.records.themes import Theme
from infoview.workflow.requests import begun
from workbook.chapters import STEPS
from workbook.components.table import Column, Table
from workbook.components.takeout import Link, Takeout

EVIL = "<img src=x onerror=alert(1)>"
NAME = f"{EVIL}\"'</script> {{name}} {{0}}\r\nBcc: all@example.org"
SAFE_TAGS = {
    "a", "article", "br", "circle", "dd", "details", "div", "dl", "dt", "em", "footer", "h1", "h2", "h3",
    "li", "mark", "ol", "p", "q", "span", "strong", "summary", "svg", "title", "ul", "code",
    "table", "thead", "tbody", "tr", "th", "td", "h4", "g", "text", "path",
    "html", "head", "meta", "body", "style", "figure", "figcaption", "caption", "rect", "line",
    "ellipse", "polyline", "polygon",
}  # fmt: skip


class Reader(HTMLParser):
    """Collects the elements of a piece of HTML, with what could run in them."""

    def __init__(self):
        super().__init__()
        self.wrong = []

    def handle_starttag(self, tag, attrs):
        runs = any(name.startswith("on") for name, _ in attrs)
        away = [value or "" for name, value in attrs if name in {"href", "src"}]
        safe = all(href.startswith(("https://", "mailto:")) for href in away)
        if tag not in SAFE_TAGS or runs or not safe:
            self.wrong.append((tag, attrs))


def harm_in(text):
    reader = Reader()
    reader.feed(text)
    return reader.wrong


def all_html(widget):
    if isinstance(widget, ipywidgets.Box):
        return [text for child in widget.children for text in all_html(child)]
    return [widget.value] if isinstance(widget, ipywidgets.HTML) else []


@pytest.fixture
def hostile(someone):
    """Someone in whose logbook every text is hostile."""
    book, day = someone.logbook, date(2026, 11, 20)
    with book.change():
        book.change_profile(name=NAME, doing=NAME, exploring=NAME, studied=NAME, skills=NAME, email=NAME)
        contact = Contact(NAME, NAME, NAME, "e@example.org", NAME, NAME, "javascript:alert(1)",
                          how_found=NAME, why=NAME, note=NAME)  # fmt: skip
        ada, ben = book.contacts.add(contact), book.contacts.add(contact)
        book.introductions.add(Introduction(ben.id, ada.id, day))
        held = book.meetings.add(
            Meeting(ada.id, MeetingStatus.HELD, day, NAME, place=NAME, purpose=NAME, research=NAME)
        )
        book.introductions.add(Introduction(ada.id, ben.id, day, held.id))
        book.questions.add(MeetingQuestion(held.id, NAME, "preparation", starred=True))
        book.notes.add(Note(held.id, "preparation", NAME))
        book.meetings.change(
            held.id, assumption=NAME, surprised=NAME, volunteered=NAME, quotes=NAME, sure_before=3
        )
        book.directions.add(Direction(NAME))
        book.meetings.change(held.id, direction_id=1)
        book.evidence.add(Evidence(1, NAME, meeting_id=held.id))
        book.themes.add(Theme(Takeaway.LIFESTYLE, NAME))
        book.skills.add(Skill(held.id, NAME, NAME, NAME, NAME))
        book.questions.add(MeetingQuestion(held.id, f"2 {NAME}"))
        book.learned.add(Learned(held.id, Takeaway.LIFESTYLE, NAME, NAME, NAME, unasked=True))
        book.remember("look.takeaway", "lifestyle")
        book.remember("look.meeting", str(held.id))
        book.promises.add(Promise(NAME, held.id, ada.id, due_on=day))
        book.follow_ups.add(FollowUp(ada.id, FollowUpKind.THANK_YOU, held.id, NAME, NAME, NAME, NAME, NAME))
        request = book.requests.add(begun(book, ada))
        book.requests.change(request.id, subject=NAME, who=NAME, how_found=NAME, ask=NAME)
        record = ContactImport(NAME, "table", day, 1, (NAME,))
        book.pool.fill(record, [PoolPerson(0, 1, NAME, NAME, NAME, NAME)])
    someone.choose(ada.id)
    return someone


def see_everything(someone):
    texts = []
    for step in STEPS:
        page = someone.go(step)
        for part in page.layout.parts:
            page.show(part)
            texts += all_html(page.view)
    return texts


def test_a_hostile_name_is_shown_as_it_is_on_every_page(hostile):
    seen = see_everything(hostile)
    assert [harm for text in seen for harm in harm_in(text)] == []
    for step, name, part in (
        ("requests", "write", "known"),
        ("requests", "check", "coached.preview"),
        ("questions", "sheet", "preview"),
        ("debrief", "learned", "head"),
        ("debrief", "learned", "note"),
        ("debrief", "skills", "mine"),
        ("debrief", "directions", "list"),
        ("debrief", "thanks", "material"),
        ("debrief", "thanks", "coached.preview"),
        ("debrief", "thanks", "introducer"),
        ("progress", "compare", "panel"),
        ("progress", "blind_spots", "said"),
        ("progress", "weighing", "head"),
        ("progress", "weighing", "rest"),
        ("progress", "chain", "said"),
    ):
        assert "&lt;img src=x onerror=alert(1)&gt;" in attrgetter(part)(hostile.section(step, name)).value


@pytest.mark.parametrize("status", list(RequestStatus))
def test_whatever_became_of_the_request(hostile, status):
    day = date(2026, 11, 2)
    hostile.logbook.requests.change(1, status=status, sent_on=day, ask_again_on=day)
    texts = all_html(hostile.go("requests").view)
    assert [harm for text in texts for harm in harm_in(text)] == []


def test_hostile_names_and_reasons_in_a_file_are_previewed_as_they_are(someone):
    section = someone.section("contacts", "import_file")
    data = f'Name,E-mail\n"{EVIL}",e@example.org\n,<b>bold</b>@@\n'.encode()
    someone.upload(section.upload, f"{EVIL}.csv", data)
    assert "&lt;img" in section.understood.value
    assert harm_in(section.understood.value) == []
    someone.press(section.actions, "keep")
    section = someone.section("contacts", "pool")
    someone.act(section.table, "pick", section.table.rows[0]["id"])
    assert "&lt;img" in section.picked.value
    assert harm_in(section.picked.value) == []


def test_the_printed_day_sheet_holds_no_harm(hostile):
    item = hostile.section("questions", "sheet").takeout.items[0]
    assert harm_in(item["html"]) == []
    assert "&lt;img" in item["html"]


def test_no_line_break_in_a_name_becomes_a_mails_header(hostile):
    for step, name, part in (("requests", "send", "ways.takeout"), ("debrief", "thanks", "takeout")):
        _, data = hostile.download(attrgetter(part)(hostile.section(step, name)), "eml")
        draft = message_from_bytes(data, policy=default)
        assert draft["Bcc"] is None
        assert set(draft.keys()) <= {
            "X-Unsent", "Subject", "To", "From", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
        }  # fmt: skip


def test_no_link_leads_anywhere_but_to_pages_and_mail(line):
    takeout = Takeout(lambda handler: handler, "Out")
    bad = ("javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "//example.org")
    good = ("https://example.org", "mailto:a@b.c")
    takeout.show([Link(href, "x", href) for href in (*bad, *good)])
    assert [item["href"] for item in takeout.items] == list(good)
    table = Table(lambda handler: handler, "T", [Column("url", "Page", kind="link")], print, print)
    table.show([{"id": 1, "cells": {"url": "javascript:alert(1)"}}], 1)
    assert table.rows[0]["cells"] == [{"text": "javascript:alert(1)", "href": ""}]


def test_braces_in_what_was_typed_are_left_alone(hostile):
    hostile.go("progress")
    assert "{name} {0}" in hostile.sees()


def test_half_a_character_and_zero_bytes_do_no_harm(with_ada, reopened):
    form = with_ada.section("requests", "write").form
    assert with_ada.type(form, "who", "I \ud83d like\x00 tea \U0001f375")
    assert reopened().requests.find()[0].who == "I  like tea \U0001f375"
