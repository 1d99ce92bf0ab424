"""Find contacts: bring in, pick, add by hand, change, let rest, delete."""

from __future__ import annotations

import re
from datetime import date

import pytest

from infoview.records.contacts import Circle, Contact
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request

LINKEDIN = b"""Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Park,https://www.linkedin.com/in/ada-park,ada@example.org,Tidal Museum,Curator,15 Mar 2024
Ben,Moss,https://www.linkedin.com/in/ben-moss,,Rivers Trust,Ranger,02 Jan 2023
,,,,,,01 Jan 2023
"""


@pytest.fixture
def brought_in(someone):
    """Someone with two people in the pool."""
    section = someone.section("contacts", "import_file")
    assert someone.upload(section.upload, "Connections.csv", LINKEDIN)
    assert someone.press(section.actions, "keep")
    return someone


def row_of(table, name):
    return next(row["id"] for row in table.rows if row["cells"][0]["text"] == name)


def names(table):
    return [row["cells"][0]["text"] for row in table.rows]


def cells(shown):
    """Read the table of the first people: what its rows say, without the labels for small screens."""
    bare = re.sub(r'<span class="iv-cell-label".*?</span>', "", shown)
    rows = re.findall(r"<tr>(<th scope=\"row\">.*?)</tr>", bare)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]


# --- bring people in ----------------------------------------------------------------------------------


def test_a_file_is_understood_before_anything_is_kept(someone):
    section = someone.section("contacts", "import_file")
    assert someone.upload(section.upload, "Connections.csv", LINKEDIN)

    assert "<strong>We found 2 people.</strong>" in section.understood.value
    assert "a LinkedIn export" in section.understood.value
    assert cells(section.understood.value) == [
        ["Ada Park", "Curator", "Tidal Museum", "", "ada@example.org"],
        ["Ben Moss", "Ranger", "Rivers Trust", "", ""],
    ]
    assert "left out" in section.understood.value
    assert [action["key"] for action in section.actions.actions] == ["keep", "discard"]
    assert someone.logbook.pool.count() == 0


def test_the_first_five_people_are_shown_as_they_were_understood_and_escaped(someone):
    section = someone.section("contacts", "import_file")
    lines = "".join(f"Person {n},Guide,<i>Dune</i>,Hull,p{n}@example.org\n" for n in range(7))
    someone.upload(section.upload, "list.csv", f"Name,Job title,Company,City,E-mail\n{lines}".encode())
    assert cells(section.understood.value) == [
        [f"Person {n}", "Guide", "&lt;i&gt;Dune&lt;/i&gt;", "Hull", f"p{n}@example.org"] for n in range(5)
    ]


def test_the_whole_list_of_what_was_left_out_is_saved_before_and_after_keeping(someone, tools):
    section = someone.section("contacts", "import_file")
    nobody = "".join(f",n{n}\n" for n in range(120))
    assert not tools.shown(section.saving)
    someone.upload(section.upload, "list.csv", f"Name,Company\nAda Park,Dune\n{nobody}".encode())
    assert "… and 70 more." in section.understood.value
    assert section.saving.items[0]["label"] == "Save what was left out as a list"
    name, data = someone.download(section.saving, "left_out")
    first, *lines = data.decode().splitlines()
    assert (name, first, len(lines)) == ("infoview-left-out-2026-11-23.txt", "list.csv", 120)
    assert lines[-1] == "Row 121 has no name, so it was left out."

    someone.press(section.actions, "keep")
    assert section.saving.items[0]["label"] == "Save what was left out or fixed so far"
    _, data = someone.download(section.saving, "left_out")
    assert data.decode().splitlines() == ["list.csv, brought in on 23 November 2026", *lines]
    someone.press(section.past, "undo")
    assert not tools.shown(section.saving)


def test_where_nothing_was_left_out_there_is_no_list_of_it(someone, tools):
    section = someone.section("contacts", "import_file")
    someone.upload(section.upload, "list.csv", b"Name,Company\nAda Park,Dune\n")
    assert not tools.shown(section.saving)
    someone.press(section.actions, "keep")
    assert not tools.shown(section.saving)


def test_what_was_left_out_of_a_file_read_again_stands_beside_the_first_time(brought_in):
    section = brought_in.section("contacts", "import_file")
    brought_in.upload(section.upload, "Connections.csv", LINKEDIN)
    brought_in.press(section.actions, "keep")
    _, data = brought_in.download(section.saving, "left_out")
    assert data.decode().count("Connections.csv, brought in on") == 2
    assert "2 people were here already." in data.decode()


def test_what_is_kept_is_in_the_pool_and_on_disk(brought_in, reopened):
    assert "2 people from Connections.csv" in brought_in.told[0]
    assert names(brought_in.section("contacts", "pool").table) == ["Ada Park", "Ben Moss"]
    on_disk = reopened()
    assert on_disk.pool.count() == 2
    assert on_disk.pool.imports.find()[0].format.startswith("linkedin")


def test_the_last_file_can_be_taken_out_again(brought_in, reopened):
    section = brought_in.section("contacts", "import_file")
    assert brought_in.press(section.past, "undo")
    assert reopened().pool.count() == 0
    assert names(brought_in.section("contacts", "pool").table) == []


def test_people_who_were_picked_stay_when_their_file_is_taken_out(brought_in, reopened):
    pool = brought_in.section("contacts", "pool").table
    brought_in.act(pool, "pick", row_of(pool, "Ada Park"))
    brought_in.press(brought_in.section("contacts", "import_file").past, "undo")
    assert [one.name for one in reopened().contacts.find()] == ["Ada Park"]


def test_what_the_columns_hold_is_asked_where_one_opens_it_and_after_what_one_does_next(someone, tools):
    section = someone.section("contacts", "import_file")
    someone.upload(section.upload, "list.csv", b"Name,Company,Shoe\nAda Park,Dune,Curator\n")
    places = [section.view.children.index(part) for part in (section.actions, section.columns)]
    assert places == sorted(places)
    assert not tools.shown(section.mapping)
    section.columns.receive({"type": "turn", "open": True})
    assert tools.shown(section.mapping)
    assert someone.type(section.mapping, "column2", "title")
    assert ["Ada Park", "Curator", "Dune", "", ""] in cells(section.understood.value)
    assert someone.press(section.actions, "keep")
    assert not tools.shown(section.mapping)


def test_a_few_sentences_of_what_was_left_out_are_told_unasked(someone):
    section = someone.section("contacts", "import_file")
    for nobody, is_open in ((3, True), (4, False)):
        rows = "Name,Company\nAda Park,Dune\n" + ",x\n" * nobody
        someone.upload(section.upload, "list.csv", rows.encode())
        assert ('<details class="iv-help" open>' in section.understood.value) == is_open


def test_a_file_one_does_not_want_is_let_go(someone, tools):
    section = someone.section("contacts", "import_file")
    someone.upload(section.upload, "Connections.csv", LINKEDIN)
    assert someone.press(section.actions, "discard")
    assert someone.logbook.pool.count() == 0
    assert section.understood.value == ""
    assert not tools.shown(section.actions)


def test_a_file_nobody_can_be_read_from_is_refused_with_a_sentence(someone, tools):
    section = someone.section("contacts", "import_file")
    someone.upload(section.upload, "Connections.csv", LINKEDIN)
    for name, data in (("talk.pdf", b"%PDF-1.7 ..."), ("empty.csv", b""), ("numbers.csv", b"a,b\n1,2\n")):
        if data:
            assert not someone.upload(section.upload, name, data)
            assert someone.told[1] == "error"
            assert len(someone.told[0]) > 20
        assert someone.logbook.pool.count() == 0
    assert section.understood.value == ""
    assert not tools.shown(section.actions)


def test_several_files_are_understood_and_kept_together_and_taken_out_one_by_one(someone, reopened):
    section = someone.section("contacts", "import_file")
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Park\r\nEMAIL:ada@example.org\r\nTEL:+1 2\r\nEND:VCARD\r\n"
    assert someone.upload(section.upload, "Connections.csv", LINKEDIN)
    assert not someone.upload(section.upload, "photo.png", b"\x89PNG\r\n", place=1)
    assert someone.told[1] == "error"
    assert someone.told[0].startswith("We found nobody in photo.png. This is a picture, not a list")
    assert someone.upload(section.upload, "ada.vcf", card, place=2)
    assert "Connections.csv looks like" in section.understood.value
    assert "ada.vcf looks like" in section.understood.value
    assert section.actions.actions[0]["label"] == "Keep these 3 people in my pool"
    assert someone.press(section.actions, "keep")
    assert someone.told[0] == (
        "2 people from Connections.csv, ada.vcf are in your pool. Pick the ones you're curious about. "
        "One person was here already."
    )
    assert (
        "Ada Park was added to the entry of Ada Park: the same e-mail address." in section.joined.said.value
    )
    assert [(one.name, one.phone) for one in reopened().pool.find()] == [
        ("Ada Park", "+1 2"),
        ("Ben Moss", ""),
    ]
    someone.press(section.past, "undo")
    assert [(one.name, one.phone) for one in reopened().pool.find()] == [("Ada Park", ""), ("Ben Moss", "")]
    someone.press(section.past, "undo")
    assert reopened().pool.find() == ()


def test_files_chosen_anew_take_the_place_of_those_not_kept(someone):
    section = someone.section("contacts", "import_file")
    someone.upload(section.upload, "wrong.csv", b"Name,E-mail\nCy Low,cy@example.org\n")
    someone.upload(section.upload, "Connections.csv", LINKEDIN)
    assert "wrong.csv" not in section.understood.value


# --- the pool -----------------------------------------------------------------------------------------


def test_whoever_is_picked_is_asked_about_at_once(brought_in, reopened, tools):
    section = brought_in.section("contacts", "pool")
    brought_in.act(section.table, "pick", row_of(section.table, "Ada Park"))

    assert "Ada Park is in your contacts now" in section.picked.value
    assert tools.shown(section.reason)
    brought_in.fill(section.reason, why="She chose museums.", how_found="On LinkedIn.")
    (ada,) = reopened().contacts.find()
    assert (ada.why, ada.how_found, ada.circle) == ("She chose museums.", "On LinkedIn.", Circle.LINKEDIN)
    assert (ada.organization, ada.title, ada.email) == ("Tidal Museum", "Curator", "ada@example.org")
    assert ada.added_on == date(2026, 11, 23)
    assert names(section.table) == ["Ben Moss"]
    assert names(brought_in.section("contacts", "people").table) == ["Ada Park"]


def test_the_pool_is_searched_and_sorted(brought_in):
    table = brought_in.section("contacts", "pool").table
    brought_in.view(table, search="rang")
    assert names(table) == ["Ben Moss"]
    assert table.summary == "1 of 2 people"
    brought_in.view(table, search="", sort="organization")
    assert names(table) == ["Ben Moss", "Ada Park"]
    brought_in.view(table, search='"; DROP TABLE pool -- *', sort="name", descending=True)
    assert names(table) == []


def test_the_pool_is_forgotten_only_when_one_is_sure(brought_in, reopened):
    section = brought_in.section("contacts", "pool")
    brought_in.press(section.forget, "forget")
    assert "Yes, forget 2 people" in str(section.forget.actions)
    brought_in.press(section.forget, "no")
    assert reopened().pool.count() == 2
    brought_in.press(section.forget, "forget")
    brought_in.press(section.forget, "sure")
    assert reopened().pool.count() == 0


def test_when_the_last_one_on_a_page_is_picked_the_page_before_is_shown(someone):
    lines = "".join(f"Person {n:02},p{n}@example.org\n" for n in range(11))
    section = someone.section("contacts", "import_file")
    someone.upload(section.upload, "people.csv", f"Name,E-mail\n{lines}".encode())
    someone.press(section.actions, "keep")
    table = someone.section("contacts", "pool").table
    someone.view(table, offset=10)
    assert names(table) == ["Person 10"]
    someone.act(table, "pick", row_of(table, "Person 10"))
    assert names(table)[0] == "Person 00"


# --- by hand ------------------------------------------------------------------------------------------


def test_someone_added_by_hand_is_a_contact_with_all_that_was_typed(with_ada, reopened):
    section = with_ada.section("contacts", "by_hand")
    ada = with_ada.session.here.contact
    with_ada.fill(section.form, name="  Cleo   Lund ", circle="family_friends", title="Nurse",
                  organization=" Hill Hospital ", email="cleo@example.org", introducer=str(ada.id),
                  how_found="A friend of my cousin.", why="She works at night.")  # fmt: skip
    assert with_ada.press(section.actions, "add")

    on_disk = reopened()
    cleo = on_disk.contacts.first(name="Cleo Lund")
    assert (cleo.organization, cleo.title, cleo.email) == ("Hill Hospital", "Nurse", "cleo@example.org")
    assert (cleo.circle, cleo.added_on) == (Circle.FAMILY_FRIENDS, date(2026, 11, 23))
    assert (cleo.how_found, cleo.why) == ("A friend of my cousin.", "She works at night.")
    assert on_disk.introductions.first(contact_id=cleo.id).introducer_id == ada.id
    assert set(section.form.values.values()) == {""}
    with_ada.section("contacts", "people")
    assert "Name given by Ada Park" in with_ada.sees()


def test_words_typed_for_a_new_contact_survive_until_they_are_added(someone, someone_else):
    someone.fill(someone.section("contacts", "by_hand").form, name="Cleo", why="She works at night.")
    other = someone_else().section("contacts", "by_hand").form
    assert (other.values["name"], other.values["why"]) == ("Cleo", "She works at night.")


def test_a_contact_needs_a_name_and_what_was_typed_stays(someone, reopened):
    section = someone.section("contacts", "by_hand")
    someone.type(section.form, "organization", "Hill Hospital")
    assert not someone.press(section.actions, "add")
    assert "name" in section.form.errors
    assert someone.told == (section.form.errors["name"], "error")
    assert section.form.values["organization"] == "Hill Hospital"
    assert reopened().contacts.count() == 0


def test_the_same_person_is_not_added_twice(with_ada, reopened):
    section = with_ada.section("contacts", "by_hand")
    with_ada.fill(section.form, name="ada park", organization="Tidal Museum ")
    assert not with_ada.press(section.actions, "add")
    assert "in your contacts already" in section.form.errors["name"]
    with_ada.type(section.form, "organization", "Harbour School")
    assert with_ada.press(section.actions, "add")
    assert section.form.errors == {}
    assert reopened().contacts.count() == 2


def test_whoever_was_joined_is_named_and_each_can_be_made_two_again(someone, reopened, tools):
    section = someone.section("contacts", "import_file")
    assert not tools.shown(section.joined.view)
    rows = (
        "Ada Park,a@x.example,\nBen Moss,b@x.example,\nADA PARK,a@x.example,Keeper\nBEN MOSS,b@x.example,\n"
    )
    someone.upload(section.upload, "list.csv", f"Name,E-mail,Job title\n{rows}".encode())
    assert not tools.shown(section.joined.view)
    someone.press(section.actions, "keep")
    assert "2 people in your files were here already" in section.joined.said.value
    ((ada, said), _) = section.joined.form.fields[0]["options"]
    assert said == "ADA PARK / Ada Park"
    someone.fill(section.joined.form, whom=ada)
    assert someone.press(section.joined.actions, "part")
    assert someone.told[0] == "ADA PARK is a separate person in your pool again."
    assert [(one.name, one.title) for one in reopened().pool.find()] == [
        ("Ada Park", ""),
        ("Ben Moss", ""),
        ("ADA PARK", "Keeper"),
    ]
    assert "One person in your files was here already" in section.joined.said.value
    assert someone.press(section.joined.actions, "part")
    assert not tools.shown(section.joined.view)


def test_all_who_may_be_there_twice_are_shown(someone):
    section = someone.section("contacts", "import_file")
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [
        f"{first}ora {last}umila" for first in letters for last in (first, letters[25 - letters.index(first)])
    ]
    rows = "".join(f"{name},Place {number}\n" * 2 for number, name in enumerate(names[:47]))
    someone.upload(section.upload, "list.csv", f"Name,Company\n{rows}".encode())
    said = section.perhaps.value
    assert "47 people may be here already:" in said
    assert "<summary>Show the other 42</summary>" in said
    assert said.count("<li>") == 47


@pytest.mark.parametrize("typed", ["ada@example.org", "ADA@Example.org"])
def test_an_address_that_somebody_has_is_named_at_once(with_ada, typed):
    ada = with_ada.logbook.contacts.find()[0]
    with_ada.logbook.contacts.change(ada.id, email="ada@example.org")
    section = with_ada.section("contacts", "by_hand")
    with_ada.fill(section.form, name="Bo", email=typed)
    assert with_ada.told[0].startswith(f"ada@example.org belongs to {ada.name}, who")
    assert with_ada.press(section.actions, "add")


def test_an_address_of_somebody_in_the_pool_is_named_at_once(brought_in):
    section = brought_in.section("contacts", "by_hand")
    brought_in.fill(section.form, email="ada@example.org")
    assert brought_in.told[0].startswith("ada@example.org belongs to Ada Park in your pool.")


def test_an_address_that_is_none_is_refused_at_its_field(someone):
    section = someone.section("contacts", "by_hand")
    someone.fill(section.form, name="Cleo", email="cleo at example")
    assert not someone.press(section.actions, "add")
    assert "doesn't look like an email address" in section.form.errors["email"]
    assert section.form.values["email"] == "cleo at example"


def test_an_introducer_who_was_deleted_meanwhile_does_not_stand_in_the_way(with_ada, reopened):
    section = with_ada.section("contacts", "by_hand")
    with_ada.fill(section.form, name="Cleo", introducer=str(with_ada.session.here.contact.id))
    people = with_ada.section("contacts", "people")
    with_ada.act(people.table, "edit", with_ada.session.here.contact.id)
    with_ada.press(people.actions, "delete")
    with_ada.press(people.actions, "sure")

    assert with_ada.section("contacts", "by_hand").form.values["introducer"] == ""
    assert with_ada.press(section.actions, "add")
    assert [one.name for one in reopened().contacts.find()] == ["Cleo"]


# --- the people ---------------------------------------------------------------------------------------


@pytest.fixture
def opened(with_ada):
    """Someone who has opened Ada's entry."""
    people = with_ada.section("contacts", "people")
    with_ada.act(people.table, "edit", with_ada.session.here.contact.id)
    return with_ada


def test_an_entry_is_changed_field_by_field(opened, reopened):
    form = opened.section("contacts", "people").form
    opened.fill(form, name=" Ada Parker ", organization="Harbour School", title="Teacher",
                phone="+1 202 555 0142", email="parker@example.org", location="Marle",
                url="www.example.org/ada", note="Likes tea.", circle="alumni", why="w",
                how_found="h")  # fmt: skip
    ada = reopened().contacts.first(email="parker@example.org")

    assert (ada.name, ada.organization, ada.title, ada.phone) == (
        "Ada Parker", "Harbour School", "Teacher", "+1 202 555 0142",
    )  # fmt: skip
    assert (ada.location, ada.url, ada.note) == ("Marle", "https://www.example.org/ada", "Likes tea.")
    assert (ada.circle, ada.why, ada.how_found) == (Circle.ALUMNI, "w", "h")
    assert form.values["url"] == "https://www.example.org/ada"
    assert form.values["name"] == "Ada Parker"


@pytest.mark.parametrize(
    ("key", "text"),
    [("name", "  "), ("email", "nobody"), ("url", "javascript:alert(1)"), ("url", "not an address")],
)
def test_what_cannot_be_is_refused_at_its_field_and_the_entry_stays(opened, reopened, key, text):
    form = opened.section("contacts", "people").form
    assert not opened.type(form, key, text)
    assert form.errors[key] == opened.told[0]
    assert opened.told[1] == "error"
    assert reopened().contacts.find() == (opened.session.here.contact,)


def test_who_gave_the_name_can_be_noted_changed_and_taken_away(opened, reopened):
    cleo, ben = (opened.logbook.contacts.add(Contact(name)) for name in ("Cleo", "Ben"))
    opened.session.redraw()
    form = opened.section("contacts", "people").form
    offered = next(field["options"] for field in form.fields if field["key"] == "introducer")
    assert [label for _, label in offered] == ["Nobody", "Ben", "Cleo"]
    for person in (cleo, ben):
        opened.type(form, "introducer", str(person.id))
        assert [one.introducer_id for one in reopened().introductions.find()] == [person.id]
    opened.type(form, "introducer", "")
    assert reopened().introductions.count() == 0


def test_two_introducers_of_one_name_are_told_apart_by_what_they_do_and_where(opened):
    opened.logbook.contacts.add(Contact("Ben Moss", "Tidal Museum", "Curator"))
    opened.logbook.contacts.add(Contact("Dr. Ben Moss", location="Marle"))
    opened.session.redraw()
    form = opened.section("contacts", "people").form
    offered = next(field["options"] for field in form.fields if field["key"] == "introducer")
    assert [label for _, label in offered] == [
        "Nobody",
        "Ben Moss, Curator, Tidal Museum",
        "Dr. Ben Moss, Marle",
    ]


def test_a_contact_rests_and_is_taken_up_again(opened, reopened):
    people = opened.section("contacts", "people")
    opened.press(people.actions, "rest")
    assert reopened().contacts.find()[0].rested_on == date(2026, 11, 23)
    assert "resting" in str(people.table.rows)
    opened.press(people.actions, "wake")
    assert reopened().contacts.find()[0].rested_on is None


def test_whoever_is_deleted_is_gone_with_all_about_them(opened, reopened, file):
    ada = opened.session.here.contact
    opened.logbook.requests.add(Request(ada.id, who="I study rivers."))
    opened.logbook.meetings.add(Meeting(ada.id))
    ben = opened.logbook.contacts.add(Contact("Ben"))
    opened.logbook.introductions.add(Introduction(ada.id, ben.id, None))
    people = opened.section("contacts", "people")
    opened.press(people.actions, "delete")
    opened.press(people.actions, "keep")
    assert reopened().contacts.count() == 2
    opened.press(people.actions, "delete")
    assert opened.press(people.actions, "sure")

    on_disk = reopened()
    assert [one.name for one in on_disk.contacts.find()] == ["Ben"]
    assert (on_disk.requests.count(), on_disk.meetings.count(), on_disk.introductions.count()) == (0, 0, 0)
    assert "was deleted" in opened.told[0]
    assert opened.session.here.contact is None


def test_words_begun_about_someone_go_with_them(meeting_ada, reopened):
    meeting_ada.type(meeting_ada.section("debrief", "names").small.form, "name", "Secret Tip")
    meeting_ada.type(meeting_ada.section("debrief", "promises").small.form, "text", "Secret promise")
    pick = meeting_ada.section("questions", "pick")
    meeting_ada.type(pick.source, "source", "own")
    meeting_ada.type(pick.own.form, "text", "Secret question")
    meeting_ada.type(meeting_ada.section("questions", "not_understood").form, "text", "Secret puzzle")
    meeting_ada.type(meeting_ada.section("questions", "research").form, "text", "Secret finding")
    people = meeting_ada.section("contacts", "people")
    meeting_ada.act(people.table, "edit", meeting_ada.session.here.contact.id)
    meeting_ada.press(people.actions, "delete")
    meeting_ada.press(people.actions, "sure")
    assert b"Secret" not in reopened().copy()


def test_contacts_are_found_by_any_of_their_words(with_demo):
    table = with_demo.section("contacts", "people").table
    with_demo.view(table, search="hydro")
    assert names(table) == ["Priya Raman"]
    assert table.summary.startswith("1 of ")


def test_each_row_shows_a_face_how_far_one_is_and_what_is_next(with_demo):
    table = with_demo.section("contacts", "people").table
    with_demo.view(table, search="field team lead")
    (row,) = table.rows
    person, way, coming = row["cells"]
    assert person == {
        "text": "Teo Lindgren",
        "below": "Field Team Lead, Fernhill Rivers Trust",
        "face": ("TL", 3),
    }
    assert (way["text"], way["behind"], way["steps"]) == ("met", 3, 5)
    assert coming["text"] == "Thank Teo Lindgren"


def test_ten_are_shown_and_then_all_of_them(with_demo):
    table = with_demo.section("contacts", "people").table
    assert (len(table.rows), table.total, table.few_enough) == (10, 14, True)
    with_demo.view(table, whole=True)
    assert len(table.rows) == 14


def test_two_clicks_lead_to_writing_to_someone(with_demo):
    people = with_demo.section("contacts", "people")
    with_demo.view(people.table, search="dr. dalia")
    with_demo.act(people.table, "edit", row_of(people.table, "Dr. Dalia Petrov"))
    with_demo.press(people.person.next, "next")
    assert with_demo.app.stepper.current == "requests"
    assert with_demo.session.here.contact.name == "Dr. Dalia Petrov"


def test_an_entry_deleted_in_another_window_is_answered_with_a_sentence(opened, someone_else):
    other = someone_else().section("contacts", "people")
    opened.logbook.contacts.remove(opened.session.here.contact.id)
    form = opened.section("contacts", "people").form
    assert other.table.total == 1
    assert not opened.type(form, "note", "Likes tea.")
    assert "no longer in your logbook" in opened.told[0]


# --- dates of one's own, and more than one who gave a name ----------------------------------------------


def test_a_reminder_of_ones_own_stands_under_today(with_ada):
    people = with_ada.section("contacts", "people")
    with_ada.act(people.table, "edit", 1)
    with_ada.press(people.person.note, "note")
    with_ada.fill(people.person.form, text="Send her the exhibition review")
    assert not with_ada.press(people.person.actions, "remind")
    assert "choose the day" in people.person.form.errors["on"]
    with_ada.fill(people.person.form, on="2026-11-23")
    assert with_ada.press(people.person.actions, "remind")
    assert "Send her the exhibition review" in with_ada.due()[0]["text"]


def test_a_person_can_have_a_date_and_two_who_gave_the_name(with_ada, reopened):
    ben, cleo = (with_ada.logbook.contacts.add(Contact(name)).id for name in ("Ben", "Cleo"))
    people = with_ada.section("contacts", "people")
    with_ada.act(people.table, "edit", 1)
    with_ada.press(people.actions, "details")
    with_ada.fill(people.form, ask_by="2026-11-24", introducer=str(ben))
    with_ada.fill(people.form, introducer_too=str(cleo), given_on="2026-09-14")
    on_disk = reopened()
    given = on_disk.introductions.find(contact_id=1)
    assert [(one.introducer_id, one.given_on) for one in given] == [
        (ben, date(2026, 9, 14)),
        (cleo, date(2026, 11, 23)),
    ]
    assert any("You want to ask Ada Park by" in step["text"] for step in with_ada.due())
    assert any("Ben, Cleo" in row["note"] for row in people.table.rows)


def test_a_step_of_today_is_crossed_out_and_taken_back(meeting_ada):
    meeting_ada.logbook.meetings.change(1, status=MeetingStatus.HELD, on=date(2025, 3, 1))
    before = meeting_ada.due()
    assert "thank-you" in before[0]["text"]
    meeting_ada.do_due("cross_out", "thank-you")
    assert "thank-you" not in str(meeting_ada.due())
    meeting_ada.press(meeting_ada.section("start", "due").undo, "take_back")
    assert meeting_ada.due() == before
