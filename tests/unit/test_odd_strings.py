# ruff: noqa: RUF001, E501 - odd strings
"""Odd strings in every field of a logbook come out of every file as they went in, and do nothing there."""

import csv
import io
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser

import icalendar
import pytest
import vobject
from docx import Document

from infoview.exporters.everything import files, files_for_others
from infoview.exporters.logbook_json import load
from infoview.exporters.mail import eml
from infoview.exporters.sharing import texts
from infoview.exporters.sound import in_one_line, sound
from infoview.exporters.spreadsheet import FORMULA_SIGNS
from infoview.exporters.word_file import Paper, day_sheet_docx
from infoview.logbook import open_memory
from infoview.questions.day_sheet import day_sheet
from infoview.records.contacts import Contact
from infoview.sample import write

NOW = datetime(2026, 11, 25, 10, 42, tzinfo=UTC)
ODD = (
    '=HYPERLINK("http://x.example","Ada")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "＝1+1", "\t=1", "'=1",
    "<script>alert('Ada')</script>", "<img src=x onerror=alert(1)>", "</title></style><b>Ada", "&lt;b&gt; &amp; &#65;",
    "{name}", "{{ 7 * 7 }}", "{% raw %}", "${7*7} #{7*7} %s %n %(name)s", "{0.__class__}", "{{'}}'}}",
    "Robert'); DROP TABLE contacts;--", "\\\\server\\share \\n \\; \\,", "a;b,c:d\"e'f`g", "BEGIN:VCARD", "END:VEVENT",
    "Ada\r\nBEGIN:VEVENT\r\nX-A:b", "line one\nline two", "first\u2028second\u2029third\x85fourth\x0bfifth",
    "Ada\x1b[31mred\x07\x7f", "zero\u200bwidth\u200d\ufeffhere", "soft\u00adhyphen", "\u202eadA\u202c \u2066Ada\u2069",
    "מוזיאון הים", "متحف البحر", "東京海洋博物館", "𝕬𝖉𝖆 𝓟𝓪𝓻𝓴", "👩‍🔬🏳️‍🌈🇵🇹", "Z̸̢͖͑a͓͚̎l͉̈g̐o̤͌", "ﷺ", "é e\u0301 ﬁ Ⅷ ǆ",
    "NULL", "undefined", "None", "nan", "0", "1e1000", "-", "...", "../../etc/hostname", "C:\\con", "javascript:alert(1)",
    "mailto:a@x.example?bcc=b@x.example", "a" * 900, "много слов " * 60, " padded ", "\u00a0=1", "\ue000\U0010fffd",
)  # fmt: skip
KEYS = {
    *(
        "takeaway",
        "bank_id",
        "item",
        "at",
        "time_zone",
        "turn",
        "channel",
        "sent_at",
        "kind",
        "rule",
        "reply",
    ),
    *("format", "file_name", "field", "value", "former", "url", "cadence", "circle", "status", "who_pays"),
}
"""Fields that hold the program's own words, a time, or a link, which each have a rule of their own."""


class Page(HTMLParser):
    """Reads a page: its words, and whatever in it could run."""

    def __init__(self, page):
        super().__init__()
        self.words, self.runs, self._silent = [], [], 0
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self._silent += tag == "style"
        if tag in {"script", "iframe", "object", "embed", "form", "base", "link"}:
            self.runs.append(tag)
        for name, value in attributes:
            if name.startswith("on") or (
                name in {"href", "src"} and not (value or "").startswith(("https:", "mailto:", "#"))
            ):
                self.runs.append((tag, name, value))

    def handle_endtag(self, tag):
        self._silent -= tag == "style"

    def handle_data(self, data):
        if not self._silent:
            self.words.append(data)


def bare(text):
    """Leave out what layouts change: blanks and ends of lines."""
    return "".join(sound(text).split())


@pytest.fixture(scope="module", params=range(0, len(ODD), 15))
def odd(request):
    """The sample, of whose words each is replaced by an odd string."""
    book, number = open_memory(), request.param
    write(book, NOW.date())
    with book.change():
        for shelf in book.shelves.values():
            for entity in shelf.find():
                for field in texts(type(entity)):
                    if field not in KEYS and getattr(entity, field):
                        number += 1
                        text = ODD[number % len(ODD)]
                        shelf.change(entity.id, **{field: text if field != "email" else "ada@x.example"})
    yield book
    book.close()


@pytest.fixture(scope="module")
def content(odd):
    return files(odd, NOW)


def test_the_export_reads_back_as_the_same_logbook(odd, content):
    again = load(content["logbook.json"].decode())
    for name, shelf in odd.shelves.items():
        assert again.shelves[name].find() == shelf.find(), name
    again.close()
    copied = open_memory(content["logbook.infoview"])
    assert copied.contacts.find() == odd.contacts.find()
    copied.close()


def test_every_cell_of_every_table_is_as_it_was_and_none_is_a_formula(odd, content):
    names = {contact.name for contact in odd.contacts.find()}
    for file, data in content.items():
        if file.endswith(".csv"):
            for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
                assert not [cell for cell in row if cell.lstrip(" \u00a0\ufeff").startswith(FORMULA_SIGNS)]
    rows = csv.DictReader(io.StringIO(content["contacts.csv"].decode("utf-8-sig"), newline=""))
    assert {row["Name"].removeprefix("'") for row in rows} == {name.removeprefix("'") for name in names}


def test_another_reader_of_cards_reads_the_same_people(odd, content):
    cards = list(vobject.readComponents(content["people.vcf"].decode()))
    assert len(cards) == odd.contacts.count()
    read = sorted(bare(card.fn.value) for card in cards)
    assert read == sorted(bare(contact.name) for contact in odd.contacts.find())


def test_another_reader_of_calendars_reads_each_event(odd, content):
    calendar = icalendar.Calendar.from_ical(content["calendar.ics"])
    events = calendar.walk("VEVENT")
    assert content["calendar.ics"].count(b"\r\nBEGIN:VEVENT\r\n") == len(events) > 0
    said = [bare(str(event["SUMMARY"])) for event in events]
    for meeting in odd.meetings.find():
        name = odd.contacts.get(meeting.contact_id).name
        assert not meeting.on or any(bare(name) in text for text in said)


def test_the_page_says_every_word_and_runs_nothing(odd, content):
    page = Page(content["logbook.html"].decode())
    assert page.runs == []
    words = bare("".join(page.words))
    for contact in odd.contacts.find():
        assert bare(contact.name) in words
    for learned in odd.learned.find():
        assert bare(learned.text) in words


def test_the_shared_page_runs_nothing(odd):
    shared = files_for_others(odd, date(2026, 11, 25), names=False)
    assert Page(shared["shared.html"].decode()).runs == []


@pytest.mark.parametrize("text", ODD)
def test_a_message_has_one_recipient_and_the_words_it_was_given(text):
    message = message_from_bytes(eml(text, text, "ada@x.example", to_name=text), policy=default)
    assert set(message.keys()) <= {
        *("X-Unsent", "Subject", "To", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
    }
    assert [one.addr_spec for one in message["To"].addresses] == ["ada@x.example"]
    assert "".join(str(message["Subject"]).split()) == "".join(in_one_line(text).split())
    assert bare(message.get_content()) == bare(text)


@pytest.mark.parametrize("text", ODD)
def test_a_day_sheet_is_a_word_file_with_the_name_in_it(text):
    book = open_memory()
    contact = book.contacts.add(Contact(text, text, text))
    meeting = book.meetings.add(book.meetings.entity(contact.id, on=NOW.date(), place=text, purpose=text))
    document = Document(io.BytesIO(day_sheet_docx(day_sheet(book, meeting), Paper.LETTER)))
    said = bare("".join(paragraph.text for paragraph in document.paragraphs))
    assert bare(text)[:40] in said
    book.close()
