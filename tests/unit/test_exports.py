"""Everything out again: tables, cards and a page to print."""

import csv
import io
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from infoview.contacts.listing import listed
from infoview.content import words
from infoview.errors import InputError
from infoview.exporters.everything import files, write_files
from infoview.exporters.logbook_json import load
from infoview.exporters.report import page
from infoview.exporters.spreadsheet import tables
from infoview.exporters.vcard import vcards
from infoview.logbook import open_memory
from infoview.records.contacts import Contact
from infoview.records.debriefs import Learned, Promise
from infoview.records.directions import Direction, Evidence, Skill
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus
from infoview.records.requests import Channel, Request
from infoview.records.research import Finding, Topic
from infoview.records.takeaways import Takeaway
from infoview.records.themes import Theme, Voice
from infoview.sample import write

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 10, 42, tzinfo=UTC)
HOSTILE = ["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\u00a0=1"]  # noqa: RUF001 - wide signs count


@pytest.fixture(scope="module")
def sample():
    book = open_memory()
    write(book, TODAY)
    yield book
    book.close()


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_people_are_listed_by_their_names_and_not_by_their_titles(logbook):
    for name in ("Dr. Zoë Adler", "Ägidius Moss", "Ben Moss", "Prof. Dr. Ada Park"):
        logbook.contacts.add(Contact(name))
    wanted = ["Prof. Dr. Ada Park", "Ägidius Moss", "Ben Moss", "Dr. Zoë Adler"]
    assert [row["Name"] for row in rows(tables(logbook)["contacts.csv"])] == wanted
    assert [one.name for one in listed(logbook, {})] == wanted


# --- tables -------------------------------------------------------------------------------------------


def test_each_kind_of_thing_has_its_table(sample):
    sizes = {name: len(rows(data)) for name, data in tables(sample).items()}

    assert sizes == {
        "contacts.csv": 14,
        "requests.csv": 10,
        "meetings.csv": 4,
        "takeaways.csv": 21,
        "promises.csv": 6,
        "skills.csv": 6,
        "questions.csv": 33,
        "letters.csv": 8,
        "directions.csv": 3,
        "evidence.csv": 8,
        "themes.csv": 2,
        "reading.csv": 17,
        "introductions.csv": 4,
        "timeline.csv": 55,
    }


def test_tables_open_well_in_a_spreadsheet(sample):
    for data in tables(sample).values():
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\r\n") >= len(rows(data)) + 1


def test_a_row_tells_all_about_a_person(sample):
    teo = next(row for row in rows(tables(sample)["contacts.csv"]) if row["Name"] == "Teo Lindgren")

    assert teo["Organization"] == "Fernhill Rivers Trust"
    assert teo["Introduced by"] == "Jonah Ferris"
    assert teo["How far along"] == "met"
    assert teo["Found through"] == "an introduction"
    assert date.fromisoformat(teo["Added on"]) < TODAY


def test_a_direction_that_nothing_speaks_about_has_a_row_too(logbook):
    logbook.directions.add(Direction("Curating"))
    (row,) = rows(tables(logbook)["directions.csv"])

    assert (row["Direction"], row["Speaks for it"], row["Speaks against it"]) == ("Curating", "0", "0")


def test_what_was_learned_stands_beside_whom_it_came_from(sample):
    learned = rows(tables(sample)["takeaways.csv"])

    assert {row["Take-away"] for row in learned} == {entry["name"] for entry in words("takeaways").values()}
    assert {row["Name"] for row in learned} == {"Jonah Ferris", "Priya Raman", "Teo Lindgren"}


def test_the_table_of_requests_says_by_which_way_each_went(logbook):
    ada = logbook.contacts.add(Contact("Ada Park")).id
    for channel, sent_on in ((Channel.LINKEDIN_NOTE, TODAY), (Channel.MAIL, TODAY), (Channel.MAIL, None)):
        logbook.requests.add(Request(ada, channel=channel, sent_on=sent_on))

    ways = [row["Sent by"] for row in rows(tables(logbook)["requests.csv"])]
    assert ways == ["LinkedIn invitation", "email", ""]


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_is_a_formula(logbook, typed):
    person = logbook.contacts.add(Contact(typed, note=typed, phone=typed)).id
    meeting = logbook.meetings.add(Meeting(person, MeetingStatus.HELD, on=TODAY, purpose=typed))
    logbook.learned.add(Learned(meeting.id, Takeaway.LIFESTYLE, typed, opinion=typed))
    logbook.promises.add(Promise(typed, contact_id=person))
    logbook.requests.add(Request(person, subject=typed, ask=typed))
    logbook.skills.add(Skill(meeting.id, typed, gap=typed))
    logbook.evidence.add(Evidence(logbook.directions.add(Direction(typed)).id, typed))
    logbook.findings.add(Finding(person, Topic.FIELD, typed, source=typed))
    seen = [value for data in tables(logbook).values() for row in rows(data) for value in row.values()]

    assert f"'{typed}" in seen
    assert not [value for value in seen if value.strip().startswith(("=", "+", "-", "@", "＝"))]  # noqa: RUF001


def test_ordinary_words_and_dates_stay_as_they_are(logbook):
    logbook.contacts.add(Contact('Ada "A" Park, Ph.D.', note="one\ntwo; three", added_on=date(2026, 2, 28)))
    (row,) = rows(tables(logbook)["contacts.csv"])

    assert (row["Name"], row["Notes"], row["Added on"]) == (
        'Ada "A" Park, Ph.D.',
        "one\ntwo; three",
        "2026-02-28",
    )


# --- cards --------------------------------------------------------------------------------------------


def test_every_contact_has_a_card_that_address_books_read(sample):
    contacts = sample.contacts.find(order="name")
    cards = list(vobject.readComponents(vcards(contacts, sample.uid).decode()))

    assert [card.fn.value for card in cards] == [contact.name for contact in contacts]
    assert len({card.uid.value for card in cards}) == 14
    teo = next(card for card in cards if card.fn.value == "Teo Lindgren")
    assert (teo.n.value.family, teo.n.value.given) == ("Lindgren", "Teo")
    assert teo.org.value == ["Fernhill Rivers Trust"]
    assert (teo.email.value, teo.tel.value) == ("teo.lindgren@example.org", "+1 202 555 0117")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Dr. Ada Park", "Park;Ada;;Dr.;"),
        ("Ada Park", "Park;Ada;;;"),
        ("Madonna", "Madonna;;;;"),
        ("田中 花子", "田中;花子;;;"),
        ("김 민수", "김;민수;;;"),
        ("Trần Văn Hùng", "Trần;Văn Hùng;;;"),
        ("Lê Thị Hồng", "Lê;Thị Hồng;;;"),
        ("Thị Hồng Lê", "Lê;Thị Hồng;;;"),
        ("Do Re Mi", "Mi;Do Re;;;"),
        ("Ana Lucía de los Ríos", "de los Ríos;Ana Lucía;;;"),
        ("Prof. Dr. Griet van der Meer", "van der Meer;Griet;;Prof. Dr.;"),
        ("van Dyk", "Dyk;van;;;"),
        ("Griet van der Meer Jr.", "van der Meer;Griet;;;Jr."),
        ("Dr. Ada Park, PhD, RN", "Park;Ada;;Dr.;PhD\\, RN"),
        ("Ada Park III", "Park;Ada;;;III"),
        ("Ada Ma", "Ma;Ada;;;"),
        ("Yo MA", "MA;Yo;;;"),
    ],
)
def test_each_part_of_a_name_has_its_place_on_a_card(name, parts):
    assert f"\r\nN:{parts}\r\n" in vcards([Contact(name)], "x").decode()


def test_notes_about_people_are_on_no_card(sample):
    noted = Contact("Ada", note="tells too much", why="because", how_found="at a party", id=7)

    assert b"tells too much" not in vcards([noted], sample.uid)
    assert b"because" not in vcards([noted], sample.uid)


def test_a_card_is_folded_at_75_bytes_and_never_inside_a_character():
    data = vcards([Contact("Å" * 120 + " 山本" * 40, organization="a;b,c\\d\ne")], "x")
    (card,) = vobject.readComponents(data.decode())

    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert card.fn.value == "Å" * 120 + " 山本" * 40
    assert card.org.value == ["a;b,c\\d\ne"]


@given(st.text(min_size=1, max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_nothing_typed_adds_a_line_to_a_card(name, title, url):
    data = vcards([Contact(name, title=title, email=title, phone=title, location=title, url=url)], "x")
    names = [line.split(b":")[0].split(b";")[0] for line in data.split(b"\r\n") if not line.startswith(b" ")]

    assert set(names) <= {*b"BEGIN VERSION UID FN N ORG TITLE EMAIL TEL ADR URL END".split(), b""}
    assert names.count(b"BEGIN") == names.count(b"END") == 1


# --- the printed page ---------------------------------------------------------------------------------


class Tags(HTMLParser):
    """Collects the tags of a page, and checks that they are closed in their order."""

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.words = [], set(), []

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.seen.update(f"{tag}.{name}" for name, _ in attrs)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def read(html):
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    return tags


def test_the_page_to_print_holds_everything(sample):
    text = " ".join(read(page(sample, TODAY)).words)
    wanted = [contact.name for contact in sample.contacts.find()]
    wanted += [
        entry.text for entry in (*sample.learned.find(), *sample.promises.find(), *sample.questions.find())
    ]
    wanted += [request.ask for request in sample.requests.find()]

    assert not [words for words in wanted if words not in text]


def test_it_tells_where_people_agree_what_was_read_and_what_speaks_for_a_direction(logbook):
    ada, ben = (logbook.contacts.add(Contact(name)).id for name in ("Ada", "Ben"))
    first, second = (
        logbook.meetings.add(Meeting(one, MeetingStatus.HELD, on=TODAY, sure_before=8, sure_after=3)).id
        for one in (ada, ben)
    )
    theme = logbook.themes.add(Theme(Takeaway.LIFESTYLE, "Evenings are free")).id
    for meeting, agrees in ((first, True), (second, False)):
        logbook.voices.add(Voice(theme, meeting, agrees))
    direction = logbook.directions.add(Direction("Curating", closed_on=TODAY)).id
    logbook.evidence.add(Evidence(direction, "so many meetings", speaks_for=False, meeting_id=first))
    logbook.findings.add(Finding(ada, Topic.ORGANIZATION, "34 people", source="annual report"))
    logbook.skills.add(Skill(first, "object handling", gap="a course"))
    text = " ".join(" ".join(read(page(logbook, TODAY)).words).split())

    assert "Evenings are free Say so: Ada. See it differently: Ben. One person: a story." in text
    assert "Curating Dropped on 25 November 2026. What speaks against it so many meetings (Ada)" in text
    assert "34 people (annual report)" in text
    assert "8 out of 10 sure of my guess, and afterward 3" in text
    assert "object handling a course" in text


def test_the_page_needs_nothing_from_anywhere(sample):
    html = page(sample, TODAY)

    assert not {"script", "link", "img", "iframe"} & read(html).seen
    assert "url(" not in html
    assert "src=" not in html


def test_nothing_typed_is_markup(logbook):
    evil = "<script>alert('x')</script>\" onload=\"x {braces} &amp; <b>"
    logbook.change_profile(name=evil, doing=evil, email=evil)
    ada = logbook.contacts.add(Contact(evil, organization=evil, note=evil, url=evil)).id
    meeting = logbook.meetings.add(Meeting(ada, on=TODAY, at=evil, place=evil, purpose=evil))
    logbook.questions.add(MeetingQuestion(meeting.id, evil))
    logbook.learned.add(Learned(meeting.id, Takeaway.LIFESTYLE, evil))
    logbook.promises.add(Promise(evil, contact_id=ada))
    logbook.requests.add(Request(ada, subject=evil, ask=evil))
    tags = read(page(logbook, TODAY))

    assert not {"script", "b"} & tags.seen
    assert not [name for name in tags.seen if name.endswith(".onload")]
    assert evil in " ".join(tags.words)


def test_an_empty_logbook_prints_a_page_that_says_so(logbook):
    assert "Nothing yet." in read(page(logbook, TODAY)).words


# --- all of it ----------------------------------------------------------------------------------------


def test_an_export_is_twenty_files_and_two_of_them_are_the_whole_logbook(sample, tmp_path):
    content = files(sample, NOW)
    write_files(tmp_path / "out" / "today", content)
    written = {path.name: path.read_bytes() for path in (tmp_path / "out" / "today").iterdir()}

    assert written == content
    assert len(content) == 20
    assert open_memory(content["logbook.infoview"]).learned.find() == sample.learned.find()
    assert load(content["logbook.json"].decode()).pool.find() == sample.pool.find()


def test_an_export_replaces_no_file_and_is_whole_or_not_there(tmp_path):
    (tmp_path / "contacts.csv").write_text("mine", encoding="utf-8")

    with pytest.raises(InputError, match=r"already holds contacts\.csv"):
        write_files(tmp_path, {"calendar.ics": b"", "contacts.csv": b""})
    assert [path.name for path in tmp_path.iterdir()] == ["contacts.csv"]
    with pytest.raises(InputError, match="can't be written"):
        write_files(tmp_path / "contacts.csv" / "x", {"calendar.ics": b""})
