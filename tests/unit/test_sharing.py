"""A copy for others: everything worth showing, and nobody given away."""

from dataclasses import fields, replace
from datetime import date
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview.exporters.cleaning import Cleaner
from infoview.exporters.logbook_json import dump
from infoview.exporters.sharing import LEFT_OUT, RULES, for_others, page_for_others, texts
from infoview.logbook import open_memory
from infoview.records.contacts import Contact, ContactImport, PoolPerson, Touch
from infoview.records.debriefs import Learned, Promise
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request
from infoview.records.research import Finding, Topic
from infoview.records.takeaways import Takeaway
from infoview.sample import write

TODAY = date(2026, 11, 23)
PEOPLE = (
    Contact("Dr. Henrik Aalto", email="h.aalto@example.org", phone="+358 40 555 0123"),
    Contact("Zoë O'Neill", url="https://www.linkedin.com/in/zoe-oneill"),
    Contact("Marian Kříž"),
    Contact("Pavla Kříž"),
    Contact("Do Will"),
    Contact("山本 太郎"),
    Contact("Ana van der Berg-Lund"),
)


SMALL = (
    Contact("Ngozi Okonjo", location="12 Quay Street, Aldermoor"),
    Contact("Élise d'Aubigny"),
    Contact("Rose Park", location="Lower Marle"),
    Contact("Li Wei"),
    Contact("Ana van der Lund"),
    Contact("Will May"),
)


@pytest.fixture(scope="module")
def nameless():
    return Cleaner(PEOPLE, names=False)


@pytest.fixture(scope="module")
def small():
    return Cleaner(SMALL, names=False)


# --- what is decided on --------------------------------------------------------------------------------


def test_every_text_of_the_logbook_is_decided_on_for_a_copy_that_is_shared():
    book = open_memory()
    kinds = {shelf.entity for name, shelf in book.shelves.items() if name not in LEFT_OUT}
    kinds |= {book._profile.entity, book._goal.entity}
    undecided = {
        f"{kind.__name__}.{text}: kept, cleaned, named or hidden? Say so in RULES of exporters/sharing.py"
        for kind in kinds
        for text in texts(kind)
        if kind not in RULES or text not in " ".join(decided(RULES[kind])).split()
    }

    assert undecided == set()
    assert set(RULES) == kinds


def test_no_text_is_decided_on_twice_or_is_none_of_its_kind():
    for kind, rule in RULES.items():
        named = " ".join(decided(rule)).split()
        assert len(named) == len(set(named)), kind
        assert set(named) <= {field.name for field in fields(kind)}, kind


def test_texts_hide_in_no_other_kind_of_field():
    book = open_memory()
    hints = [
        hint
        for name, shelf in book.shelves.items()
        if name not in LEFT_OUT
        for hint in get_type_hints(shelf.entity).values()
    ]

    assert [hint for hint in hints if "str" in getattr(hint, "__args__", ()) or "tuple" in str(hint)] == []
    assert str in hints


def decided(rule):
    return [getattr(rule, field.name) for field in fields(rule)]


# --- what stays and what goes ---------------------------------------------------------------------------


@pytest.fixture
def told(logbook):
    """A logbook in which every field holds something that would give Ada away."""
    secret = "ada@example.org +1 202 555 0142 Ada Okafor-Park"
    logbook.change_profile(name="Mina Castellan", email="mina@example.org", doing=f"I study. {secret}")
    ada = Contact(
        "Ada Okafor-Park", "Tidal Museum", "Curator", "ada@example.org", "+1 202 555 0142", "Birchwood",
        "https://example.org/~ada", how_found="her brother", why="gossip", note="is leaving in May",
        interest=1, closeness=3,
    )  # fmt: skip
    ada = logbook.contacts.add(ada)
    meeting = Meeting(
        ada.id, MeetingStatus.HELD, on=TODAY, at="16:45", place="her flat", purpose="Why? " + secret,
        quotes="the director drinks", volunteered="a post in spring",
    )  # fmt: skip
    meeting = logbook.meetings.add(meeting)
    logbook.learned.add(Learned(meeting.id, Takeaway.LIFESTYLE, f"Ms. Okafor-Park works late. {secret}"))
    logbook.promises.add(Promise("Send Ada the page", contact_id=ada.id))
    logbook.requests.add(Request(ada.id, who="I heard of her", ask="a coffee"))
    logbook.follow_ups.add(FollowUp(ada.id, FollowUpKind.THANK_YOU, first_part="thanks a lot"))
    logbook.touches.add(Touch(ada.id, TODAY, text="met at the doctor's"))
    logbook.pool.fill(ContactImport("mine.csv", "csv", TODAY, 1), [PoolPerson(0, 1, "Ben Bystan")])
    logbook.remember("contact-1.note", "typed but not kept")
    return logbook


PRIVATE = (
    "ada@example", "202 555", "Birchwood", "~ada", "brother", "gossip", "May", "flat", "drinks", "spring",
    "heard of her", "a coffee", "thanks a lot", "doctor", "Bystan", "mine.csv", "typed but", "mina@", "16:45",
)  # fmt: skip


@pytest.mark.parametrize("names", [True, False])
def test_contact_details_messages_confidences_and_people_from_files_are_in_no_shared_copy(told, names):
    copy = for_others(told, names=names)
    written = dump(copy) + copy.copy().decode("latin-1") + page_for_others(told, TODAY, names=names)

    assert [private for private in PRIVATE if private in written] == []
    assert copy.contacts.find()[0].interest == Contact("x").interest
    assert "works late." in written
    assert "Tidal Museum" in written
    assert "Mina Castellan" in written


def test_names_stay_where_they_may(told):
    copy = for_others(told, names=True)

    assert copy.contacts.find()[0].name == "Ada Okafor-Park"
    assert copy.promises.find()[0].text == "Send Ada the page"


def test_what_was_read_about_one_person_is_in_no_copy_without_names(told):
    ada = told.contacts.find()[0]
    for about in (Topic.PERSON, Topic.ORGANIZATION):
        told.findings.add(Finding(ada.id, about, f"About the {about}", "Tidal Museum"))
    copies = {names: for_others(told, names=names).findings.find() for names in (True, False)}

    assert [one.about for one in copies[True]] == [Topic.PERSON, Topic.ORGANIZATION]
    assert [one.about for one in copies[False]] == [Topic.ORGANIZATION]


def test_names_are_taken_out_of_every_text_where_they_may_not_stay(told):
    copy = for_others(told, names=False)

    assert copy.contacts.find()[0].name == "Person 1"
    assert copy.promises.find()[0].text == "Send Person 1 the page"
    assert copy.learned.find()[0].text.startswith("Ms. Person 1 works late.")
    assert "Ada" not in dump(copy) + page_for_others(told, TODAY, names=False)


def test_the_logbook_itself_stays_as_it_is(told):
    before = dump(told)
    for_others(told, names=False)

    assert dump(told) == before


def test_a_shared_copy_is_a_logbook_of_its_own_that_opens(told):
    copy = for_others(told, names=False)

    assert open_memory(copy.copy()).contacts.count() == 1
    assert copy.uid != told.uid


def test_the_sample_shared_names_nobody_and_keeps_what_was_learned():
    book = open_memory()
    write(book, TODAY)
    copy = for_others(book, names=False)
    written = dump(copy)
    parts = {part for contact in book.contacts.find() for part in contact.name.split()} - {"Castellan"}

    assert [part for part in parts if part in written] == []
    assert copy.learned.count() == book.learned.count()
    assert copy.questions.count() == book.questions.count()


# --- words ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "shared"),
    [
        ("Henrik Aalto said so", "Person 1 said so"),
        ("henrik  AALTO said so", "Person 1 said so"),
        ("Dr. Aalto's desk, and HENRIK", "Dr. Person 1's desk, and Person 1"),
        ("Zoe O\u2019Neill and Zoë", "Person 2 and Person 2"),
        ("O'Neill\u2019s view", "Person 2\u2019s view"),
        ("Marian Kriz or Pavla Kříž", "Person 3 or Person 4"),
        ("Ms. Kříž", "Ms. someone"),
        ("I will do it. Do it. Will does.", "I will do it. Do it. Person 5 does."),
        ("山本 太郎さんと話した", "Person 6さんと話した"),
        ("Ana van der Berg\u2011Lund, Berg-Lund", "Person 7, Person 7"),
        ("Aalto, Henrik", "Person 1, Person 1"),
        ("Henrik\nAalto", "Person 1\nPerson 1"),
        ("a pavlova, Hendrik, Aaltonen", "a pavlova, Hendrik, Aaltonen"),
    ],
)
def test_a_name_is_known_however_it_is_written(nameless, written, shared):
    assert nameless.clean(written) == shared


@pytest.mark.parametrize(
    ("written", "shared"),
    [
        ("ngozi is kind, says okonjo", "Person 1 is kind, says Person 1"),
        ("at d'aubigny's, ELISE D\u2019AUBIGNY", "at Person 2's, Person 2"),
        ("Write to ngozi.", "Write to Person 1."),
        ("rose park, li wei and van der lund", "Person 3, Person 4 and Person 5"),
    ],
)
def test_a_name_in_small_letters_is_one_too(small, written, shared):
    assert small.clean(written) == shared


@pytest.mark.parametrize(
    "everyday",
    ["I will walk in the park, where a rose may grow", "a van of der Spiegel", "he is left out by someone"],
)
def test_an_everyday_word_is_a_name_only_with_a_capital(small, everyday):
    assert small.clean(everyday) == everyday
    assert small.clean("Will Park see the Rose?") == "Person 6 Person 3 see the Person 3?"


@pytest.mark.parametrize(
    ("address", "shared"),
    [
        ("https://tidal.example/people/okonjo.html", "https://tidal.example"),
        ("(see www.tidal.example/team?who=Ngozi-Okonjo).", "(see www.tidal.example)."),
        ("tidal.example/~nokonjo, tidal.example/okonjongozi", "tidal.example, tidal.example"),
        ("https://tidal.example/d%27Aubigny and /\u00c9lise", "https://tidal.example and /Person 2"),
        ("http://tidal.example/park.html", "http://tidal.example"),
        ("https://ngoziokonjo.example/work", "[left out]"),
        ("https://park.example/report-2025#costs", "https://park.example/report-2025#costs"),
    ],
)
def test_of_a_web_address_with_a_name_in_it_only_a_host_that_names_nobody_stays(small, address, shared):
    assert small.clean(address) == shared


def test_web_addresses_stay_whole_where_names_may_stay():
    address = "https://tidal.example/people/okonjo.html"

    assert Cleaner(SMALL, names=True).clean(address) == address


@pytest.mark.parametrize("names", [True, False])
def test_a_street_with_a_number_is_a_contact_detail_and_a_town_is_none(names):
    cleaner = Cleaner(SMALL, names=names)

    assert cleaner.clean("It is at 12 quay street, Aldermoor.") == "It is at [left out], Aldermoor."
    assert cleaner.clean("3 of 12, in Lower Marle") == "3 of 12, in Lower Marle"


def test_a_detail_that_is_only_a_mark_takes_nothing_out():
    cleaner = Cleaner([Contact("Ada Lund", phone="-", email=" ", url="?")], names=True)

    assert cleaner.clean("Why not - as she said?") == "Why not - as she said?"


def test_details_without_a_pattern_are_known_from_the_contact_wherever_they_stand():
    cleaner = Cleaner([Contact("Ada Lund", phone="ext. 77", url="https://lund.example/me")], names=True)

    assert cleaner.clean("Call Ext. 77\uff0chttps://LUND.example/me") == "Call [left out]\uff0c[left out]"


@pytest.mark.parametrize(
    "detail",
    [
        "ngozi [at] example.com",
        "ngozi(at)example(dot)co.uk",
        "ngozi.o {AT} mail.example [dot] org",
        "h.aalto@example.org",
        "H.AALTO@EXAMPLE.ORG",
        "someone.else+x@mail.example.com",
        "+358 40 555 0123",
        "(202) 555-0142",
        "202-555-0142",
        "0161 496 0000",
        "+1 (202) 555.0142",
        "https://www.linkedin.com/in/zoe-oneill",
        "linkedin.com/in/somebody-else",
    ],
)
def test_contact_details_are_known_wherever_they_stand(nameless, detail):
    assert nameless.clean(f"Write to {detail}, she said.").count("[left out]") == 1
    assert detail not in nameless.clean(f"Write to {detail}, she said.")


@pytest.mark.parametrize(
    "fact",
    [
        "a budget of 210,000 and 18,400 visits",
        "on 2026-11-23, or 23/11/2026, from 1998 to 2004",
        "09:00, which is 15:00 there",
        "0.5 to 1.25 days, 7 of 10",
        "see https://example.org/report-2025",
        "room 101, 2nd floor; ISBN 978 3 16 148410 0",
        "1,200 litres; 3 000 000 people",
        "they work (at) the museum. Well [at] times.",
    ],
)
def test_figures_days_and_pages_are_no_contact_details(nameless, fact):
    assert nameless.clean(fact) == fact


@given(st.text(max_size=60))
def test_what_names_nobody_stays_as_it_is_and_cleaning_twice_changes_nothing(text):
    cleaner = Cleaner([replace(PEOPLE[0])], names=False)
    cleaned = cleaner.clean(text)

    assert cleaner.clean(cleaned) == cleaned
    assert cleaner.clean(f"{text} Aalto {text}").count("Aalto") == 0


@pytest.mark.parametrize(
    "name",
    [
        "\uff9e Moss",
        "\uff9f\uff65\u273f Ben Moss \u273f\uff65\uff9f",
        "\u02bc' \u02bc",
        "\u273f",
        "'\uff9e' \uff9f'\uff9e",
    ],
)
def test_a_name_of_odd_signs_is_shared_as_any_other(name):
    book = open_memory()
    book.contacts.add(Contact(name))
    book.change_profile(doing=f"I know {name} and Moss well, and Ben Moss.")
    page = page_for_others(book, TODAY, names=False)
    assert "Moss" not in page or "Moss" not in name
    assert name not in page
    book.close()


def test_two_people_of_one_name_are_two_persons_and_stand_in_their_order():
    book = open_memory()
    names = ["Kim Lee", "Kim Lee", *(f"Someone Else{'x' * number}" for number in range(9))]
    for name in names:
        book.contacts.add(Contact(name))
    book.contacts.change(1, why="Kim Lee said so")
    copy = for_others(book, names=False)
    shown = [contact.name for contact in copy.contacts.find()]
    assert shown[:2] == ["Person 01", "Person 02"]
    assert sorted(shown) == shown
    assert Cleaner(book.contacts.find(), names=False).clean("Kim Lee said so") == "someone said so"


def test_what_was_said_in_confidence_stays_out_of_every_other_text():
    book = open_memory()
    ada = book.contacts.add(Contact("Ada Park"))
    told = "Half of us will be gone by June."
    meeting = book.meetings.add(Meeting(ada.id, MeetingStatus.HELD, quotes=told))
    book.learned.add(
        Learned(meeting.id, Takeaway.LIFESTYLE, "She likes it. half of us\nwill be gone by June, though.")
    )
    for names in (True, False):
        (learned,) = for_others(book, names=names).learned.find()
        assert "gone" not in learned.text
        assert "She likes it." in learned.text
