"""Question ideas: good questions to begin with, each with the reason why it is suggested here."""

from datetime import date

import pytest

from infoview.content import words
from infoview.questions.bank import FIELDS, bank
from infoview.questions.ideas import POINTS, ideas, setting_of, work_of
from infoview.questions.research import ask, note, wonder
from infoview.questions.running_order import add_from_bank, add_question, by_id
from infoview.records.contacts import Contact
from infoview.records.debriefs import Learned
from infoview.records.meetings import Meeting, MeetingKind, MeetingQuestion, MeetingStatus
from infoview.records.profile import Profile
from infoview.records.research import Topic
from infoview.records.takeaways import Takeaway
from infoview.records.themes import Theme, Voice
from infoview.sample import write

TODAY = date(2026, 11, 23)
FIRST = 8


@pytest.fixture
def ada(logbook):
    return logbook.contacts.add(Contact("Ada Park", "Tidal Works"))


@pytest.fixture
def meeting(logbook, ada):
    return logbook.meetings.add(Meeting(ada.id))


def first(logbook, meeting):
    return ideas(logbook, meeting)[:FIRST]


def held_meeting(logbook, *takeaways, name="Ben Ode"):
    contact = logbook.contacts.add(Contact(name))
    held = logbook.meetings.add(Meeting(contact.id, MeetingStatus.HELD))
    for takeaway in takeaways:
        logbook.learned.add(Learned(held.id, takeaway, "Something."))
    return held


def test_with_nothing_known_the_first_ideas_touch_all_seven(logbook, meeting):
    assert {idea.takeaway for idea in first(logbook, meeting)} == set(Takeaway)


def test_the_same_logbook_gives_the_same_ideas_and_another_meeting_others(logbook, ada, meeting):
    assert ideas(logbook, meeting) == ideas(logbook, meeting)
    other = logbook.meetings.add(Meeting(logbook.contacts.add(Contact("Ben Ode")).id))
    assert [one.text for one in first(logbook, other)] != [one.text for one in first(logbook, meeting)]


def test_what_is_on_the_list_is_not_suggested_and_what_the_list_leaves_out_comes_first(logbook, meeting):
    for idea in first(logbook, meeting)[:6]:
        add_from_bank(logbook, meeting.id, idea.bank_id)
    listed = {one.bank_id for one in logbook.questions.find()}
    missing = set(Takeaway) - {by_id()[name].takeaway for name in listed}
    after = ideas(logbook, meeting)
    assert not listed & {idea.bank_id for idea in after}
    assert after[0].takeaway in missing


def test_what_this_contact_was_asked_before_is_not_suggested_again(logbook, ada, meeting):
    earlier = logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD))
    names = [idea.bank_id for idea in first(logbook, meeting)]
    for name in names:
        add_from_bank(logbook, earlier.id, name)
    assert not set(names) & {idea.bank_id for idea in ideas(logbook, meeting)}


def test_a_puzzle_comes_first_until_it_is_on_the_list(logbook, ada, meeting):
    puzzle = wonder(logbook, ada, Topic.ORGANIZATION, "how they choose a species", TODAY)
    idea = ideas(logbook, meeting)[0]
    assert (idea.finding_id, idea.text) == (puzzle.id, "Please help me understand how they choose a species.")
    assert "don't understand" in idea.reason
    question = ask(logbook, meeting, puzzle)
    logbook.questions.change(question.id, text="How do you choose?")
    assert all(idea.finding_id is None for idea in ideas(logbook, meeting))


def test_puzzles_leave_room_for_other_questions(logbook, ada, meeting):
    for number in range(9):
        wonder(logbook, ada, Topic.FIELD, f"word {number}", TODAY)
    assert sum(idea.finding_id is not None for idea in first(logbook, meeting)) == 2
    assert sum(idea.finding_id is not None for idea in ideas(logbook, meeting)) == 9


def test_a_thing_noted_brings_a_question_that_goes_with_it_and_is_quoted_once(logbook, ada, meeting):
    note(logbook, ada, Topic.ORGANIZATION, "Half of the budget is one grant.", "annual report", TODAY)
    reasons = [idea.reason for idea in ideas(logbook, meeting)]
    said = "It fits what you noted: “Half of the budget is one grant.”"
    assert said in reasons[:FIRST]
    assert reasons.count(said) == 1


def test_what_is_not_understood_is_asked_itself_and_calls_for_no_other_question(logbook, ada, meeting):
    wonder(logbook, ada, Topic.ORGANIZATION, "who decides on the budget", TODAY)
    assert not any("who decides" in idea.reason for idea in ideas(logbook, meeting))


def test_what_one_wants_to_learn_brings_a_question_that_goes_with_it(logbook, meeting):
    changed = logbook.meetings.change(meeting.id, assumption="Being outdoors would suit me.")
    assert any("Being outdoors" in idea.reason for idea in first(logbook, changed))


def test_a_long_note_is_quoted_in_a_few_words(logbook, ada, meeting):
    note(logbook, ada, Topic.ORGANIZATION, "The budget " + "of very many words " * 20, "", TODAY)
    (reason,) = (idea.reason for idea in ideas(logbook, meeting) if "you noted" in idea.reason)
    assert len(reason) < 110
    assert reason.endswith(" …”")


@pytest.mark.parametrize(
    ("title", "organization", "work"),
    [
        ("Nurse", "", "health"),
        ("Software Engineer", "Riverside Hospital", "technology"),
        ("Stream Planner", "City of Aldermoor", "public service"),
        ("Curator", "Tidal Museum", "arts"),
        ("Lock Keeper", "", ""),
        ("Lawyer", "Hill & Sons", "law"),
        ("Professor of Geography", "Greycastle University", "research"),
    ],
)
def test_the_field_of_work_is_told_by_title_then_by_organization(title, organization, work):
    assert work_of(Contact("Ada", organization, title)) == work


def test_questions_of_another_field_are_never_suggested(logbook):
    nurse = logbook.contacts.add(Contact("Ben Ode", "Riverside Hospital", "Nurse"))
    offered = ideas(logbook, logbook.meetings.add(Meeting(nurse.id)))
    assert {by_id()[one.bank_id].field for one in offered} == {"", "health"}
    assert any("Ben seems to work in health care" in one.reason for one in offered[:FIRST])


@pytest.mark.parametrize(
    ("doing", "setting"),
    [
        ("Second year of biology at college", "student"),
        ("Fifth year of a PhD in history", "doctoral"),
        ("Back to work after years at home", "returner"),
        ("I moved here from Lagos last year", "migrant"),
        ("Nurse on a children's ward, eight years", "changer"),
        ("", "any"),
        ("Baker", "any"),
    ],
)
def test_who_is_asking_is_told_by_what_they_do(doing, setting):
    assert setting_of(Profile(doing=doing)) == setting


def test_a_career_changer_is_not_asked_to_ask_like_a_student(logbook, meeting):
    logbook.change_profile(doing="Teacher for nine years")
    assert {by_id()[one.bank_id].setting for one in ideas(logbook, meeting)} == {"any", "changer"}


def test_over_coffee_nothing_is_formal_and_in_an_office_nothing_too_easy(logbook, meeting):
    coffee = logbook.meetings.change(meeting.id, kind=MeetingKind.COFFEE)
    assert "formal" not in {by_id()[one.bank_id].tone for one in ideas(logbook, coffee)}
    office = logbook.meetings.change(meeting.id, kind=MeetingKind.OFFICE)
    assert "informal" not in {by_id()[one.bank_id].tone for one in ideas(logbook, office)}


def test_what_nobody_has_told_yet_comes_first_and_says_so(logbook, meeting):
    held_meeting(logbook, *(one for one in Takeaway if one is not Takeaway.OTHER_POSITIONS))
    best = ideas(logbook, meeting)[0]
    assert best.takeaway == Takeaway.OTHER_POSITIONS
    assert "Nobody has told you about this yet" in best.reason


def test_what_one_other_person_was_asked_is_worth_a_second_answer(logbook, meeting):
    held = held_meeting(logbook, *Takeaway)
    add_from_bank(logbook, held.id, "job-unseen")
    assert any("You asked Ben Ode this too" in idea.reason for idea in first(logbook, meeting))


def test_every_idea_of_the_sample_has_a_reason_or_a_line_on_why_to_ask(logbook):
    write(logbook, TODAY)
    for meeting in logbook.meetings.find():
        found = ideas(logbook, meeting)
        assert len(found) > 60
        assert all(one.reason or one.why for one in found)
        assert sum(bool(one.reason) for one in found[:FIRST]) >= 5
        assert not any("{" in one.reason for one in found)


def test_what_earlier_people_disagree_on_is_asked_of_the_next_one(logbook, ada, meeting):
    theme = logbook.themes.add(Theme(Takeaway.LIFESTYLE, "The evenings are free."))
    for name, agrees in (("Ben Ode", True), ("Cy Lam", False)):
        logbook.voices.add(Voice(theme.id, held_meeting(logbook, name=name).id, agrees))
    best = ideas(logbook, meeting)[0]
    assert (best.takeaway, best.bank_id, best.finding_id) == ("lifestyle", "", None)
    assert "The evenings are free. Others see it differently." in best.text
    assert best.reason == "Ben Ode and Cy Lam see this differently."
    add_question(logbook, MeetingQuestion(meeting.id, best.text))
    assert best not in ideas(logbook, meeting)


def test_where_people_agree_or_this_contact_has_spoken_nothing_is_asked_again(logbook, ada, meeting):
    theme = logbook.themes.add(Theme(Takeaway.LIFESTYLE, "The evenings are free."))
    logbook.voices.add(Voice(theme.id, held_meeting(logbook).id, agrees=True))
    assert all(one.bank_id for one in ideas(logbook, meeting))
    own = logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD))
    logbook.voices.add(Voice(theme.id, own.id, agrees=False))
    assert all(one.bank_id for one in ideas(logbook, meeting))


# What the content must hold


def test_cues_and_works_name_only_what_the_bank_has():
    content = words("question_ideas")
    assert {name for cue in content["cue"] for name in cue["questions"]} <= by_id().keys()
    assert set(content["work"]) == set(FIELDS)
    assert content["reasons"].keys() >= POINTS.keys()
    for cue in content["cue"]:
        assert cue.keys() == {"words", "questions"}
        assert all(one == one.casefold() for one in cue["words"])


def test_a_cue_calls_only_for_questions_that_fit_any_field():
    fit_all = {one.id for one in bank() if not one.field}
    assert {name for cue in words("question_ideas")["cue"] for name in cue["questions"]} <= fit_all
