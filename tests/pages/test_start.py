"""Start: who is asking, their goal, and the logbook as a file."""

from __future__ import annotations

from datetime import date

import pytest

from infoview import sample
from infoview.exporters.logbook_json import dump
from infoview.logbook import open_file, open_memory
from infoview.records.contacts import Contact


@pytest.fixture
def with_demo_json(tools):
    """The sample logbook as it is exported."""
    book = open_memory()
    sample.write(book, tools.today)
    return dump(book).encode()


def test_what_is_typed_about_oneself_is_on_disk_at_once(someone, reopened):
    form = someone.section("start", "profile").form
    someone.fill(form, name="Mina", doing="I study rivers", exploring="city water", studied="Aldermoor",
                 skills="maps", email="mina@example.org")  # fmt: skip
    kept = reopened().profile

    assert (kept.name, kept.doing, kept.exploring) == ("Mina", "I study rivers", "city water")
    assert (kept.studied, kept.skills, kept.email) == ("Aldermoor", "maps", "mina@example.org")
    assert form.values["exploring"] == "city water"
    assert someone.told[0].startswith("Saved ")
    assert someone.told[1] == "saved"


def test_an_address_that_is_none_is_refused_in_a_sentence(someone, reopened):
    form = someone.section("start", "profile").form
    someone.type(form, "email", "mina@@nowhere")
    assert "doesn't look like an email address" in form.errors["email"]
    assert reopened().profile.email == ""


def test_one_new_person_a_month_is_the_goal_offered(someone):
    goal = someone.section("start", "goal")
    assert goal.form.values == {"searching": "no", "per_month": "1"}
    assert "one new person a month" in goal.sentence.value


def test_someone_who_is_searching_is_offered_three_and_back_again(someone, reopened):
    goal = someone.section("start", "goal")
    someone.type(goal.form, "searching", "yes")
    assert goal.form.values["per_month"] == "3"
    assert "3 new people a month" in goal.sentence.value
    assert reopened().goal.searching
    someone.type(goal.form, "searching", "no")
    assert reopened().goal.per_month == 1


def test_a_number_of_ones_own_stays_when_the_tempo_changes(someone, reopened):
    form = someone.section("start", "goal").form
    someone.type(form, "per_month", " 5 ")
    someone.type(form, "searching", "yes")
    assert reopened().goal.per_month == 5


def test_a_goal_that_is_no_number_is_refused_at_its_field_and_stays_as_it_was(someone, reopened):
    form = someone.section("start", "goal").form
    for nonsense in ("many", "0", "31", "-1", "", "1.5", "²"):
        assert not someone.type(form, "per_month", nonsense)
        assert "whole number from 1 to 30" in form.errors["per_month"]
        assert someone.told == (form.errors["per_month"], "error")
    assert reopened().goal.per_month == 1
    assert someone.type(form, "per_month", "2")
    assert form.errors == {}


def test_a_saved_copy_opens_elsewhere_with_everything_in_it(with_demo, tmp_path):
    name, data = with_demo.download(with_demo.section("start", "copy").takeout, "copy")
    place = tmp_path / name
    place.write_bytes(data)
    copy = open_file(place)

    assert name == "infoview-2026-11-23.infoview"
    assert copy.contacts.find() == with_demo.logbook.contacts.find()
    assert copy.uid == with_demo.logbook.uid
    copy.close()


def test_an_opened_copy_takes_the_logbooks_place_and_the_former_is_kept_beside(with_ada, file, reopened):
    form, section = with_ada.section("start", "profile").form, with_ada.section("start", "copy")
    with_ada.type(form, "name", "Before")
    saved = open_memory()
    saved.change_profile(name="Zoë")
    saved.contacts.add(Contact("Ben Moss", added_on=date(2026, 1, 5)))
    assert with_ada.upload(section.upload, "saved.infoview", saved.copy())

    (former,) = file.parent.glob("mine.before-*.infoview")
    assert former.name in with_ada.told[0]
    kept = open_file(former)
    assert (kept.profile.name, kept.contacts.find()[0].name) == ("Before", "Ada Park")
    kept.close()
    assert [one.name for one in reopened().contacts.find()] == ["Ben Moss"]
    with_ada.section("start", "profile")
    assert form.values["name"] == "Zoë"
    assert form.store == saved.uid
    assert with_ada.session.here.contact is None
    saved.close()


def test_a_file_that_is_no_logbook_is_refused_and_nothing_is_lost(with_ada, file):
    upload = with_ada.section("start", "copy").upload
    for wrong in (b"Name,Mail\nAda,a@example.org\n", b"SQLite format 3\x00" + bytes(5000), b"x"):
        assert not with_ada.upload(upload, "wrong.infoview", wrong)
        assert with_ada.told[1] == "error"
        assert "infoview" in with_ada.told[0]
    assert not list(file.parent.glob("*before*"))
    assert with_ada.session.here.contact.name == "Ada Park"


def test_a_copy_that_is_cut_off_is_refused(with_demo):
    copy = with_demo.logbook.copy()
    assert not with_demo.upload(with_demo.section("start", "copy").upload, "half.infoview", copy[:5000])
    assert with_demo.told[1] == "error"
    assert with_demo.logbook.contacts.count() > 10


def test_a_file_that_is_larger_than_any_logbook_is_answered_with_a_sentence(someone):
    upload = someone.section("start", "copy").upload
    assert not someone.upload(upload, "big.infoview", bytes(61_000_000), piece=30_000_000)
    assert "60 MB" in someone.told[0]


def test_an_exported_logbook_takes_its_place_just_as_a_copy_does(with_ada, with_demo_json, reopened):
    assert with_ada.upload(with_ada.section("start", "copy").upload, "logbook.json", with_demo_json)
    assert reopened().contacts.first().name == "Ruth Castellan"
    assert with_ada.session.logbook.pool.search("brightwater")[1] == 2


def test_json_that_is_no_export_changes_nothing(with_ada):
    assert not with_ada.upload(with_ada.section("start", "copy").upload, "x.json", b'{"name": "Ada"}')
    assert "isn't a logbook that infoview exported" in with_ada.told[0]
    assert with_ada.session.here.contact.name == "Ada Park"


def test_pieces_that_arrive_out_of_order_are_refused(someone):
    upload = someone.section("start", "copy").upload
    upload.receive({"type": "piece", "name": "x", "at": 500, "size": 900}, [b"a" * 400])
    assert "didn't arrive whole" in someone.told[0]


def test_the_page_says_where_the_logbook_is_kept(someone, visitor, file):
    someone.section("start", "copy")
    assert str(file) in someone.sees()
    visitor.section("start", "copy")
    assert "lives in this tab only" in visitor.sees()


# --- my clock -----------------------------------------------------------------------------------------


def test_a_home_town_is_said_back_with_its_clock_in_plain_words(someone):
    form = someone.section("start", "profile").form
    assert someone.type(form, "time_zone", "Boston")
    assert form.values["time_zone"] == "Boston · Eastern time"
    assert someone.logbook.profile.time_zone == "America/New_York"


def test_a_home_town_that_no_list_has_is_kept_and_never_an_error(someone):
    someone.window.status.receive({"type": "ping", "zone": "Europe/Berlin"})
    form = someone.section("start", "profile").form
    assert form.values["time_zone"] == "Central European time"
    assert someone.type(form, "time_zone", "Kleinkleckersdorf")
    assert form.values["time_zone"] == "Kleinkleckersdorf · Central European time"
    assert form.errors == {}
    said, tone = someone.told
    assert "We don't know the clock in Kleinkleckersdorf, so yours stays as it is: Central European" in said
    assert tone == "notice"


def test_the_browsers_own_clock_is_taken_once_and_never_instead_of_what_was_said(someone):
    someone.window.status.receive({"type": "ping", "zone": "Europe/Berlin"})
    assert someone.logbook.profile.time_zone == "Europe/Berlin"
    someone.window.status.receive({"type": "ping", "zone": "Asia/Tokyo"})
    someone.window.status.receive({"type": "ping", "zone": "no zone"})
    assert someone.logbook.profile.time_zone == "Europe/Berlin"
