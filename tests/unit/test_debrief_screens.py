"""The debrief: begun with the note pad, one small screen after the other, and nothing lost on the way."""

from datetime import date

import pytest

from infoview.debrief.screens import (
    SCREENS,
    add_skill,
    begin,
    explore,
    filled,
    note_left,
    roles_heard,
    take_note_over,
    write_learned,
)
from infoview.records.contacts import Contact
from infoview.records.debriefs import Learned
from infoview.records.directions import Skill
from infoview.records.meetings import Meeting, MeetingStatus, Note
from infoview.records.takeaways import Takeaway

TODAY = date(2026, 11, 23)


@pytest.fixture
def talk(logbook):
    ada = logbook.contacts.add(Contact("Ada Park"))
    return logbook.meetings.add(Meeting(ada.id, on=TODAY))


def learned(logbook):
    return [(one.takeaway, one.text, one.opinion, one.reaction) for one in logbook.learned.find()]


def test_it_begins_with_what_the_note_pad_holds(logbook, talk):
    logbook.notes.add(Note(talk.id, "lifestyle", "Up at six."))
    logbook.notes.add(Note(talk.id, "", "Her card is green."))

    assert begin(logbook, talk, TODAY).status is MeetingStatus.HELD
    assert learned(logbook) == [("lifestyle", "Up at six.", "", "")]
    assert begin(logbook, logbook.meetings.get(talk.id), TODAY).status is MeetingStatus.HELD


def test_what_was_written_already_is_not_overwritten_by_the_note_pad(logbook, talk):
    write_learned(logbook, talk.id, Takeaway.LIFESTYLE, "text", "Early mornings.", TODAY)
    logbook.notes.add(Note(talk.id, "lifestyle", "Up at six."))
    begin(logbook, talk, TODAY)

    assert learned(logbook) == [("lifestyle", "Early mornings.", "", "")]
    assert note_left(logbook, talk.id, "lifestyle") == "Up at six."
    take_note_over(logbook, talk.id, "lifestyle", TODAY)
    assert learned(logbook) == [("lifestyle", "Early mornings.\nUp at six.", "", "")]
    assert note_left(logbook, talk.id, "lifestyle") == ""


def test_the_free_box_of_the_note_pad_belongs_to_what_was_surprising(logbook, talk):
    logbook.notes.add(Note(talk.id, "", "Half of it is letters."))
    logbook.meetings.change(talk.id, surprised="The silence.")

    assert note_left(logbook, talk.id, "surprise") == "Half of it is letters."
    assert note_left(logbook, talk.id, "guess") == ""
    take_note_over(logbook, talk.id, "surprise", TODAY)
    assert logbook.meetings.get(talk.id).surprised == "The silence.\nHalf of it is letters."
    assert note_left(logbook, talk.id, "surprise") == ""


def test_an_empty_note_pad_leaves_nothing_behind(logbook, talk):
    logbook.notes.add(Note(talk.id, "lifestyle", "  "))
    begin(logbook, talk, TODAY)

    assert learned(logbook) == []
    assert note_left(logbook, talk.id, "skills_match") == ""


def test_fact_opinion_and_reaction_are_kept_apart(logbook, talk):
    write_learned(logbook, talk.id, Takeaway.LIFESTYLE, "opinion", "She finds it worth it.", TODAY)
    assert logbook.meetings.get(talk.id).status is MeetingStatus.HELD
    write_learned(logbook, talk.id, Takeaway.LIFESTYLE, "reaction", "Not for me in winter.", TODAY)
    write_learned(logbook, talk.id, Takeaway.LIFESTYLE, "unasked", True, TODAY)  # noqa: FBT003 - a value of a box

    (one,) = logbook.learned.find()
    assert one == Learned(
        talk.id,
        Takeaway.LIFESTYLE,
        "",
        "She finds it worth it.",
        "Not for me in winter.",
        unasked=True,
        id=one.id,
    )


def test_a_debrief_has_ten_screens_and_knows_which_hold_something(logbook, talk):
    assert len(SCREENS) == 10
    assert filled(logbook, talk) == set()

    write_learned(logbook, talk.id, Takeaway.LIFESTYLE, "reaction", "Hm.", TODAY)
    write_learned(logbook, talk.id, Takeaway.PREPARATION, "text", " ", TODAY)
    meeting = logbook.meetings.change(talk.id, surprised="The silence.", sure_after=0, focus=4)
    assert filled(logbook, meeting) == {"lifestyle", "surprise", "guess", "talk"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("", ()),
        ("Registrar", ("Registrar",)),
        ("- a registrar\n2. Drone pilot\n", ("registrar", "Drone pilot")),
        (
            "Data people, drainage engineers, a drone pilot, and report editors who make it readable.",
            ("drainage engineers", "drone pilot", "report editors"),
        ),
        (
            "A fish biologist for two days a week, someone for donations, two apprentices. That was me.",
            ("fish biologist", "apprentices"),
        ),
        ("donations desk, 2 apprentices", ("donations desk", "apprentices")),
        ("Juniors stay two years and then choose a side.", ()),
        ("I hadn't known the last two existed.", ()),
        ("Archivist; archivist, Registrar", ("archivist", "Registrar")),
        (
            "research fellow (rotating, 2 years), digital curator shared with the university",
            ("research fellow", "digital curator"),
        ),
        (
            "registrar (half time), conservator; head of learning (two days a week)",
            ("registrar", "conservator", "head of learning"),
        ),
        (
            "curators and educators, also a volunteer manager",
            ("curators", "educators", "volunteer manager"),
        ),
        ("registrar (new (since May). Paid), archivist [one, in Leeds]", ("registrar", "archivist")),
        ("registrar (half time, mornings\nconservator", ("registrar", "conservator")),
        ("1) registrar\n2) conservator (paid)", ("registrar", "conservator")),
        ("(nobody)", ()),
    ],
)
def test_roles_are_found_in_what_was_written_about_other_positions(text, roles):
    assert roles_heard(text) == roles


def test_a_role_heard_of_is_a_direction_once(logbook, talk):
    one = explore(logbook, " Drone  pilot ", talk, TODAY)

    assert (one.name, one.added_on, one.meeting_id) == ("Drone pilot", TODAY, talk.id)
    assert explore(logbook, "drone pilot", None, TODAY) == one


def test_a_direction_let_go_is_taken_up_again(logbook, talk):
    one = explore(logbook, "Drone pilot", talk, TODAY)
    logbook.directions.change(one.id, closed_on=TODAY)

    assert explore(logbook, "Drone pilot", talk, TODAY) == one
    assert logbook.directions.count() == 1


def test_a_next_step_with_a_day_is_a_promise_to_keep(logbook, talk):
    add_skill(
        logbook,
        Skill(talk.id, "Reading plans", gap="Never done", next_step="Weekend course"),
        date(2027, 1, 9),
    )
    add_skill(logbook, Skill(talk.id, "Patience", evidence="Two summers of counting birds"), None)

    (promise,) = logbook.promises.find()
    assert (promise.text, promise.mine, promise.due_on) == ("Weekend course", True, date(2027, 1, 9))
    assert (promise.meeting_id, promise.contact_id) == (talk.id, talk.contact_id)
    assert [skill.have for skill in logbook.skills.find()] == [False, True]
