"""Find contacts, further: names, columns, filters, entries that are one, the way in, the order."""

from __future__ import annotations

from datetime import date
from html import unescape

import pytest

from infoview.records.contacts import Circle, Contact, Touch
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction


def names(table):
    return [row["cells"][0]["text"] for row in table.rows]


def test_a_filter_in_use_stays_in_sight_however_few_people_are_left(someone, tools):
    for number in range(6):
        circle = Circle.ALUMNI if number else Circle.FAMILY_FRIENDS
        someone.logbook.contacts.add(Contact(f"Person {number}", circle=circle))
    people = someone.section("contacts", "people")
    someone.fill(people.filters, circle="alumni")
    someone.logbook.contacts.remove(6)
    someone.session.redraw()
    assert not tools.shown(people.filters)
    assert [chip["label"] for chip in people.chips.actions] == ["Circle: Someone from my school ✕"]
    someone.press(people.chips, "circle")
    assert not tools.shown(people.chips)
    assert people.table.total == 5


def test_names_from_memory_become_contacts_of_their_circles(someone, reopened):
    ideas = someone.section("contacts", "ideas")
    someone.fill(ideas.form, name1="Ruth Bock", name3="  ")
    someone.fill(ideas.form, circle="alumni")
    someone.fill(ideas.form, name1="Åsa Sjöberg")
    assert someone.press(ideas.actions, "add")
    assert {(one.name, one.circle) for one in reopened().contacts.find()} == {
        ("Ruth Bock", Circle.FAMILY_FRIENDS),
        ("Åsa Sjöberg", Circle.ALUMNI),
    }
    assert someone.logbook.recall_all("ideas-") == {}


def test_a_name_that_arrives_after_the_circle_was_changed_stays_with_its_own_circle(someone, reopened):
    ideas = someone.section("contacts", "ideas")
    late = {"type": "change", "record": ideas.form.record, "key": "name1", "value": "Ruth Bock"}
    someone.fill(ideas.form, circle="alumni")
    ideas.form.receive(late)
    assert not ideas.form.values.get("name1")
    assert someone.press(ideas.actions, "add")
    (ruth,) = reopened().contacts.find()
    assert ruth.circle is Circle.FAMILY_FRIENDS


def test_a_name_that_is_not_finished_is_still_there_in_another_window(someone, someone_else):
    someone.fill(someone.section("contacts", "ideas").form, name2="Som")
    assert someone_else().section("contacts", "ideas").form.values["name2"] == "Som"


def test_columns_that_were_guessed_wrong_can_be_put_right_before_anything_is_kept(someone, reopened):
    section = someone.section("contacts", "import_file")
    data = b"Name,Wirkt bei,E-mail\nAda Park,Tidal Museum,ada@example.org\n"
    assert someone.upload(section.upload, "list.csv", data)
    place = [field["label"] for field in section.mapping.fields].index("Wirkt bei")
    assert someone.type(section.mapping, f"column{place}", "organization")
    assert someone.press(section.actions, "keep")
    assert reopened().pool.find()[0].organization == "Tidal Museum"


def test_each_column_shows_what_it_was_taken_for(someone):
    section = someone.section("contacts", "import_file")
    data = b"Name,Department,State,Country,Nickname\nAda Park,Shells,Maine,USA,Adi\n"
    someone.upload(section.upload, "list.csv", data)
    labels = dict(section.mapping.fields[0]["options"])
    chosen = [labels[value] for value in section.mapping.values.values()]
    assert chosen == ["Name", "Department", "State or province", "Country", "Nickname"]


def test_a_file_read_twice_brings_nobody_twice_and_says_so(someone):
    section = someone.section("contacts", "import_file")
    for _ in range(2):
        someone.upload(section.upload, "list.csv", b"Name,E-mail\nAda Park,ada@example.org\n")
        someone.press(section.actions, "keep")
    assert someone.logbook.pool.count() == 1
    assert "One person was here already." in someone.told[0]


def test_the_pool_shows_only_those_of_my_field_and_remembers_its_words(someone, someone_else):
    section = someone.section("contacts", "import_file")
    data = b"Name,Job title\nAda Park,Museum curator\nBen Moss,Ranger\nCleo Dahl,Archivist\n"
    someone.upload(section.upload, "list.csv", data)
    someone.press(section.actions, "keep")
    pool = someone.section("contacts", "pool")
    someone.fill(pool.field, words="museum, archiv")
    someone._tell(pool.field, {"type": "change", "record": "field", "key": "only", "value": True})
    assert names(pool.table) == ["Ada Park", "Cleo Dahl"]
    assert names(someone_else().section("contacts", "pool").table) == ["Ada Park", "Cleo Dahl"]


def test_contacts_are_filtered_by_circle_and_by_what_is_still_to_be_learned(with_demo):
    people = with_demo.section("contacts", "people")
    everyone = people.table.total
    with_demo.fill(people.filters, circle="family_friends")
    assert 0 < people.table.total < everyone
    with_demo.fill(people.filters, circle="", missing="lifestyle")
    assert 0 < people.table.total < everyone


@pytest.fixture
def opened(with_ada):
    people = with_ada.section("contacts", "people")
    with_ada.act(people.table, "edit", people.table.rows[0]["id"])
    return with_ada


def test_a_chance_meeting_is_logged_with_a_line_in_one_click(opened, reopened):
    person = opened.section("contacts", "people").person
    opened.press(person.note, "note")
    opened.fill(person.form, text="At the library")
    assert opened.press(person.actions, "chance")
    assert "Met by chance: At the library" in person.told.value
    assert person.form.values["text"] == ""
    assert reopened().touches.find()[0].text == "At the library"


def test_what_happened_on_another_day_is_logged_for_that_day(opened, reopened):
    person = opened.section("contacts", "people").person
    opened.press(person.note, "note")
    opened.fill(person.form, text="At the library", on="2026-12-01")
    assert not opened.press(person.actions, "chance")
    assert "1 December 2026 hasn't come yet" in opened.told[0]
    opened.fill(person.form, on="2026-11-20")
    assert opened.press(person.actions, "chance")
    assert "Noted for 20 November 2026" in opened.told[0]
    assert reopened().touches.find()[0].on == date(2026, 11, 20)


def test_two_entries_are_made_one_field_by_field_and_two_again(someone, reopened):
    one = someone.logbook.contacts.add(Contact("Katarzyna Nowak", "Tidal Museum", "Curator"))
    someone.logbook.contacts.add(Contact("Kasia Nowak", "Tidal Museum", "Head curator"))
    twice = someone.section("contacts", "duplicates")
    someone.fill(twice.form, title="other")
    assert someone.press(twice.actions, "join")
    (made,) = reopened().contacts.find()
    assert (made.id, made.name, made.title) == (one.id, "Katarzyna Nowak", "Head curator")
    assert someone.press(twice.actions, "undo-1")
    assert [made.title for made in reopened().contacts.find()] == ["Curator", "Head curator"]
    assert "twice" in twice.pair.value


def test_two_people_of_one_name_are_kept_apart_for_good(someone):
    for _ in range(2):
        someone.logbook.contacts.add(Contact("Ada Park", "Tidal Museum"))
    twice = someone.section("contacts", "duplicates")
    assert someone.press(twice.actions, "apart")
    assert "Nobody" in twice.pair.value


def test_the_way_in_is_told_and_where_there_is_none_that_is_said(with_ada):
    way = with_ada.section("contacts", "introducers")
    ada = with_ada.session.here.contact
    with_ada.fill(way.form, target=str(ada.id))
    assert "Nobody you know leads to Ada Park yet" in way.ways.value
    ben = with_ada.logbook.contacts.add(Contact("<b>Ben</b>", "Tidal Museum"))
    with_ada.logbook.introductions.add(Introduction(ben.id, ada.id))
    with_ada.session.redraw()
    assert "gave you this name" in way.ways.value
    assert "<svg" in way.picture.value
    assert "led you to Ada Park" in way.picture.value
    assert "<b>Ben" not in way.ways.value + way.picture.value


def test_whoever_opens_a_door_is_asked_in_one_click(with_ada):
    way, ada = with_ada.section("contacts", "introducers"), with_ada.session.here.contact
    with_ada.fill(way.form, target=str(ada.id))
    assert [action["label"] for action in way.ask.actions] == ["Write to Ada Park"]
    ben = with_ada.logbook.contacts.add(Contact("Ben Moss", "Tidal Museum"))
    with_ada.logbook.touches.add(Touch(ben.id, with_ada.session.today, "call"))
    with_ada.session.redraw()
    assert [action["label"] for action in way.ask.actions] == ["Ask Ben Moss to introduce me"]
    assert with_ada.press(way.ask, str(ben.id))
    beside = with_ada.window.pages["requests"].section("other_messages")
    assert with_ada.session.here.contact == ada
    assert (beside.choice.values["kind"], beside.choice.values["through"]) == ("introduction", str(ben.id))


def test_whoever_stands_first_is_written_to_in_one_click(someone):
    someone.logbook.contacts.add(Contact("Close", interest=1))
    first = someone.logbook.contacts.add(Contact("Interesting", interest=3))
    order = someone.section("contacts", "order")
    assert [action["label"] for action in order.write.actions] == ["Write to Interesting", "Write to Close"]
    assert someone.press(order.write, str(first.id))
    assert (someone.session.here.step, someone.session.here.contact.id) == ("requests", first.id)


def test_whom_to_ask_first_follows_what_counts(someone):
    someone.logbook.contacts.add(Contact("Interesting", interest=3, closeness=1))
    someone.logbook.contacts.add(Contact("Close", interest=1, closeness=3))
    order = someone.section("contacts", "order")
    assert order.list.value.index("Interesting</strong>") < order.list.value.index("Close</strong>")
    someone.fill(order.form, interest="0")
    assert order.list.value.index("Close</strong>") < order.list.value.index("Interesting</strong>")


def test_whoever_is_picked_and_may_be_on_the_list_already_is_said_to_be(someone, tools):
    someone.logbook.contacts.add(Contact("Kasia Nowak", "Tidal Museum"))
    section = someone.section("contacts", "import_file")
    someone.upload(section.upload, "list.csv", b"Name,Company\nKatarzyna Nowak,Tidal Museum\n")
    someone.press(section.actions, "keep")
    pool = someone.section("contacts", "pool").table
    someone.act(pool, "pick", pool.rows[0]["id"])
    assert someone.told[0].startswith("Katarzyna Nowak may be on your list already.")


def test_who_of_a_file_may_be_known_already_is_said_before_anything_is_kept(someone):
    someone.logbook.contacts.add(Contact("Kasia Nowak", "Tidal Museum"))
    section = someone.section("contacts", "import_file")
    lines = "".join(f"{name} Zulu,Dune\n" * 2 for name in ("Ada", "Ben", "Cleo", "Dora", "Emil", "Finn"))
    data = f"Name,Company\nKatarzyna Nowak,Tidal Museum\n<b>Bo</b> Stone,Dune\n{lines}"
    someone.upload(section.upload, "list.csv", data.encode())
    said = section.perhaps.value
    assert "7 people may be here already:" in said
    assert "<li>Katarzyna Nowak may be Kasia Nowak, who is among your contacts: the same name" in said
    assert "<li>Ada Zulu may be here twice: the same name at the same place.</li>" in said
    assert "<summary>Show the other 2</summary>" in said
    assert said.count("<li>") == 7
    assert "<b>Bo" not in said
    someone.press(section.actions, "keep")
    assert someone.logbook.pool.count() == 14
    assert "may be" not in section.perhaps.value


def test_whoever_in_the_pool_may_be_a_contact_has_a_note_and_it_follows_the_contacts(someone):
    kasia = someone.logbook.contacts.add(Contact("Kasia Nowak", "Tidal Museum"))
    section = someone.section("contacts", "import_file")
    data = b"Name,Company\nKatarzyna Nowak,Tidal Museum\nBen Moss,Rivers Trust\n"
    someone.upload(section.upload, "list.csv", data)
    someone.press(section.actions, "keep")
    pool = someone.section("contacts", "pool").table
    assert [row["note"] for row in pool.rows] == ["", "maybe in your contacts already: Kasia Nowak"]
    someone.logbook.contacts.change(kasia.id, name="Karl Nowak", organization="Elsewhere")
    someone.session.redraw()
    assert [row["note"] for row in pool.rows] == ["", ""]


def test_a_search_of_the_pool_compares_nobody_again(someone, monkeypatch):
    someone.logbook.contacts.add(Contact("Kasia Nowak", "Tidal Museum"))
    section = someone.section("contacts", "import_file")
    someone.upload(section.upload, "list.csv", b"Name,Company\nKatarzyna Nowak,Tidal Museum\n")
    someone.press(section.actions, "keep")
    pool = someone.section("contacts", "pool").table
    monkeypatch.setattr("workbook.pages.contacts.pool.resembled", None)
    someone.view(pool, search="kat")
    someone.session.change(lambda logbook: logbook.contacts.change(1, why="Shells"))
    assert pool.rows[0]["note"].endswith("Kasia Nowak")


def open_entry(someone, name):
    """Open somebody's page from the list."""
    people = someone.section("contacts", "people")
    if someone.session.here.opened_id:
        someone.press(people.back, "close")
    someone.view(people.table, search=name)
    someone.act(people.table, "edit", str(someone.logbook.contacts.first(name=name).id))
    return people


def test_an_open_contact_takes_the_place_of_the_list_until_one_goes_back(with_demo, tools):
    people = open_entry(with_demo, "Teo Lindgren")
    assert (tools.shown(people.opened), tools.shown(people.everyone)) == (True, False)
    assert "Field Team Lead" in people.heading.value
    assert not tools.shown(people.form)
    with_demo.press(people.actions, "details")
    assert tools.shown(people.form)
    with_demo.press(people.back, "close")
    assert (tools.shown(people.opened), tools.shown(people.everyone)) == (False, True)
    assert not tools.shown(open_entry(with_demo, "Wanda Obuya").form)


def test_a_contacts_page_shows_the_way_so_far_and_folds_what_is_known_with_counts(with_demo):
    people = open_entry(with_demo, "Teo Lindgren")
    assert people.person.story.value.count('class="done"') >= 3
    assert "Everything that happened <span" in people.person.told.value
    assert "What they told you <span" in people.person.told.value


@pytest.mark.parametrize(
    ("name", "step", "part"),
    [("Inês Duarte", "requests", "write"), ("Gustav Amari", "requests", "other_messages")],
)
def test_the_next_step_is_opened_about_that_contact(with_demo, name, step, part):
    people = open_entry(with_demo, name)
    with_demo.press(people.person.next, "next")
    here = with_demo.session.here
    assert (here.step, here.part, here.contact.name) == (step, part, name)


def test_an_open_contact_says_what_comes_next(with_demo):
    people = with_demo.section("contacts", "people")
    for contact in with_demo.logbook.contacts.find():
        open_entry(with_demo, contact.name)
        assert "<strong>N" in people.person.story.value  # “Next: …” or “Nothing is open.”
    open_entry(with_demo, "Wanda Obuya")
    assert "Next, " in people.person.story.value


def test_the_list_is_narrowed_by_organization_and_place_and_forgets_what_is_gone(with_demo, tools):
    people = with_demo.section("contacts", "people")
    with_demo.fill(people.filters, organization="brightwater consulting", place="lower marle")
    assert {row["cells"][0]["text"] for row in people.table.rows} == {"Hugo Fane", "Priya Raman"}
    for name in ("Hugo Fane", "Priya Raman"):
        one = with_demo.logbook.contacts.first(name=name)
        with_demo.logbook.contacts.change(one.id, organization="Brightwater")
    people.draw()
    assert people.table.total == 3  # everybody of the place: there is no such organization any more


def test_an_open_contact_holds_everything_that_was_said_written_and_read(with_demo):
    people = with_demo.section("contacts", "people")
    priya = with_demo.logbook.contacts.first(name="Priya Raman")
    (meeting,) = with_demo.logbook.meetings.find(contact_id=priya.id)
    learned, *_ = with_demo.logbook.learned.find(meeting_id=meeting.id)
    request, *_ = with_demo.logbook.requests.find(contact_id=priya.id)
    with_demo.view(people.table, search=priya.name)
    with_demo.act(people.table, "edit", str(priya.id))
    told = unescape(people.person.told.value)
    assert learned.text in told
    assert request.who in told


def test_a_contact_is_opened_from_the_list_of_those_known_by_now(with_demo):
    priya = with_demo.logbook.contacts.first(name="Priya Raman")
    known = with_demo.section("progress", "people").table
    assert with_demo.act(known, "open", str(priya.id))
    people = with_demo.window.pages["contacts"].section("people")
    assert (with_demo.session.here.step, with_demo.session.here.part) == ("contacts", "people")
    assert "Priya Raman" in people.heading.value


def test_nobody_else_is_deleted_who_is_opened_while_one_is_asked_about(with_demo):
    people = with_demo.section("contacts", "people")
    priya = with_demo.logbook.contacts.first(name="Priya Raman")
    with_demo.view(people.table, search=priya.name)
    with_demo.act(people.table, "edit", str(priya.id))
    with_demo.press(people.actions, "delete")
    assert [action["key"] for action in people.actions.actions] == ["keep", "sure"]
    teo = with_demo.logbook.contacts.first(name="Teo Lindgren")
    with_demo.act(with_demo.section("progress", "people").table, "open", str(teo.id))
    assert "sure" not in {action["key"] for action in people.actions.actions}


def test_a_note_to_the_one_in_the_middle_is_told_where_it_was_sent(someone):
    ada, ben = (someone.logbook.contacts.add(Contact(name)) for name in ("Ada Park", "Ben Moss"))
    note = FollowUp(
        ada.id,
        FollowUpKind.INTRODUCTION,
        first_part="Would you introduce me?",
        sent_on=someone.session.today,
        through_id=ben.id,
    )
    someone.logbook.follow_ups.add(note)
    people = someone.section("contacts", "people")
    someone.act(people.table, "edit", str(ada.id))
    assert "introduce me" not in people.person.told.value
    someone.act(people.table, "edit", str(ben.id))
    assert "introduce me" in people.person.told.value
