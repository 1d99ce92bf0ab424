"""Reading up: each thing kept with its source and day, shared at an organization; puzzles made questions."""

from datetime import date

import pytest

from infoview.errors import InputError
from infoview.questions.advice import review_question
from infoview.questions.research import (
    as_question,
    ask,
    asked,
    findings_for,
    note,
    reword,
    takeaway_of,
    topics,
    wonder,
)
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting
from infoview.records.research import Finding, Topic
from infoview.records.takeaways import Takeaway
from infoview.workflow.contacts import delete_contact

TODAY = date(2026, 11, 23)


@pytest.fixture
def ada(logbook):
    return logbook.contacts.add(Contact("Ada Park", "Tidal Museum Ltd."))


@pytest.fixture
def ben(logbook):
    return logbook.contacts.add(Contact("Ben Ode", "tidal museum"))


def test_a_finding_is_kept_with_its_source_and_its_day(logbook, ada):
    found = note(logbook, ada, Topic.ORGANIZATION, " It has \n 40 staff. ", " annual report ", TODAY)
    assert logbook.findings.find() == (found,)
    assert (found.text, found.source, found.found_on) == ("It has 40 staff.", "annual report", TODAY)
    assert found.organization == "Tidal Museum Ltd."


def test_what_is_about_the_organization_is_shared_by_everyone_met_there(logbook, ada, ben):
    kept = [
        note(logbook, ada, topic, f"About the {topic}.", "", TODAY)
        for topic in (Topic.ORGANIZATION, Topic.DEPARTMENT, Topic.FIELD)
    ]
    assert findings_for(logbook, ben) == tuple(kept)


def test_what_is_about_a_person_is_that_persons_alone(logbook, ada, ben):
    about_ada = note(logbook, ada, Topic.PERSON, "She built the tide pool.", "her talk", TODAY)
    assert findings_for(logbook, ada) == (about_ada,)
    assert findings_for(logbook, ben) == ()


def test_nobody_shares_a_place_that_is_not_named(logbook):
    ines, hugo = (logbook.contacts.add(Contact(name)) for name in ("Inês Duarte", "Hugo Fane"))
    kept = note(logbook, ines, Topic.ORGANIZATION, "The lock is from 1871.", "", TODAY)
    assert findings_for(logbook, ines) == (kept,)
    assert findings_for(logbook, hugo) == ()


def test_a_finding_stays_with_its_contact_when_their_organization_is_put_right(logbook, ada):
    kept = note(logbook, ada, Topic.ORGANIZATION, "It has 40 staff.", "", TODAY)
    moved = logbook.contacts.change(ada.id, organization="Museum of Tides")
    assert findings_for(logbook, moved) == (kept,)


def test_nothing_is_noted_twice_and_no_empty_line(logbook, ada, ben):
    note(logbook, ada, Topic.ORGANIZATION, "It has 40 staff.", "", TODAY)
    for text in ("It has  40 staff.", "  "):
        with pytest.raises(InputError):
            note(logbook, ben, Topic.DEPARTMENT, text, "", TODAY)
    assert logbook.findings.count() == 1


def test_a_finding_can_be_put_right_but_not_emptied(logbook, ada):
    kept = note(logbook, ada, Topic.ORGANIZATION, "It has 40 staff.", "", TODAY)
    assert reword(logbook, kept.id, text="It has 45 staff.", source="page 2").text == "It has 45 staff."
    with pytest.raises(InputError):
        reword(logbook, kept.id, text=" ")
    assert logbook.findings.get(kept.id).text == "It has 45 staff."


def test_when_a_contact_is_deleted_colleagues_keep_what_is_not_about_that_contact(logbook, ada, ben):
    kept = note(logbook, ada, Topic.ORGANIZATION, "It has 40 staff.", "", TODAY)
    note(logbook, ada, Topic.PERSON, "She built the tide pool.", "", TODAY)
    delete_contact(logbook, ada.id)
    assert [one.text for one in findings_for(logbook, ben)] == [kept.text]
    delete_contact(logbook, ben.id)
    assert logbook.findings.count() == 0


@pytest.mark.parametrize(
    ("puzzle", "question"),
    [
        ("how they choose a species", "Please help me understand how they choose a species."),
        ("I still don\u2019t understand how they choose.", "Please help me understand how they choose."),
        ("I don't understand: What a riffle is …", "Please help me understand what a riffle is."),
        ("I wonder who pays", "Please help me understand who pays."),
        ("DNA barcodes", "Please help me understand DNA barcodes."),
        ("how is the money shared?", "How is the money shared?"),
    ],
)
def test_a_puzzle_becomes_a_question(puzzle, question):
    assert as_question(puzzle) == question


def test_a_puzzle_goes_on_the_list_with_one_step_and_only_once(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada.id))
    puzzle = wonder(logbook, ada, Topic.ORGANIZATION, "how they choose a species", TODAY)
    assert asked(logbook, meeting) == frozenset()
    question = ask(logbook, meeting, puzzle)
    assert ask(logbook, meeting, puzzle) == question
    logbook.questions.change(question.id, text="How do you choose a species here?")
    assert asked(logbook, meeting) == {puzzle.id}


def test_a_question_outlives_the_puzzle_it_came_from(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada.id))
    question = ask(logbook, meeting, wonder(logbook, ada, Topic.FIELD, "what a riffle is", TODAY))
    logbook.findings.remove(question.finding_id)
    assert logbook.questions.get(question.id).finding_id is None


def test_what_a_puzzle_is_about_is_told_by_its_words_else_by_the_round_it_came_from():
    hiring = "how hiring is done there"
    assert takeaway_of(Finding(1, Topic.FIELD, hiring), as_question(hiring)) == Takeaway.JOB_HUNTING
    odd = "what xyzzy means"
    assert takeaway_of(Finding(1, Topic.ORGANIZATION, odd), as_question(odd)) == Takeaway.ORGANIZATION


def test_the_four_rounds_take_a_quarter_of_an_hour():
    assert [one["key"] for one in topics()] == list(Topic)
    assert sum(one["minutes"] for one in topics()) == 15
    for one in topics():
        assert one.keys() == {"key", "name", "minutes", "find", "where", "takeaway"}
        assert one["takeaway"] in set(Takeaway)
        assert 1 <= len(one["find"]) <= 3
        assert 1 <= len(one["where"]) <= 3


def test_the_coach_has_no_objection_to_a_question_made_of_a_puzzle():
    assert review_question(as_question("how they choose a species")).advice == ()
