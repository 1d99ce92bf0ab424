"""The first minute: three questions, each of which can be left out, then the first thing to do."""

from __future__ import annotations


def first(someone):
    return someone.section("start", "first")


def test_three_questions_lead_to_a_person_to_write_to(someone, tools, reopened):
    asked = first(someone)
    assert "What&#x27;s your name?" in asked.question.value
    someone.type(asked.forms["name"], "name", "Mina")
    assert asked.forms["name"].receive({"type": "entered"}) is None
    assert "What do you wonder about?" in asked.question.value
    someone.type(asked.forms["wonder"], "exploring", "city water")
    someone.press(asked.actions, "next")
    someone.fill(asked.forms["person"], name="Ada Park", organization="Tidal Museum")
    someone.press(asked.actions, "next")
    kept = reopened()
    assert (kept.profile.name, kept.profile.exploring) == ("Mina", "city water")
    assert kept.contacts.first().organization == "Tidal Museum"
    assert someone.session.here.contact.name == "Ada Park"
    assert tools.shown(asked.past)
    assert not tools.shown(asked.asking)
    assert "Write to Ada Park." in someone.section("start", "due").hero.value


def test_each_question_can_be_skipped_and_come_back_to(someone):
    asked = first(someone)
    someone.press(asked.actions, "skip")
    someone.press(asked.actions, "back")
    assert "your name" in asked.question.value
    for _ in range(3):
        someone.press(asked.actions, "skip")
    assert "Find someone to ask." in someone.section("start", "due").hero.value
    assert someone.logbook.contacts.count() == 0


def test_a_place_of_work_without_a_name_is_asked_about_and_stays(someone):
    asked = first(someone)
    for _ in range(2):
        someone.press(asked.actions, "skip")
    someone.type(asked.forms["person"], "organization", "Tidal Museum")
    assert not someone.press(asked.actions, "next")
    assert "Who is it?" in asked.forms["person"].errors["name"]
    assert asked.forms["person"].values["organization"] == "Tidal Museum"


def test_who_has_begun_already_is_not_asked(with_ada, tools):
    assert not tools.shown(first(with_ada).asking)
