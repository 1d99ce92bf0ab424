"""All conversations side by side, what they leave out, and what they ask of me."""

from datetime import date

import pytest

from infoview.content import words
from infoview.progress.blind_spots import blind_spots, level_of
from infoview.progress.skills_match import wanted
from infoview.progress.synthesis import filled, people, talks
from infoview.records.contacts import Circle, Contact
from infoview.records.debriefs import Learned
from infoview.records.directions import Direction, Evidence, Skill
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus
from infoview.records.takeaways import Takeaway

OCTOBER = date(2026, 10, 1)


@pytest.fixture
def talk(logbook):
    """Note a conversation with somebody, with a question and an answer for each take-away named."""

    def talk(name, asked=(), learned=(), on=OCTOBER, direction=None, **about):
        contact = logbook.contacts.first(name=name) or logbook.contacts.add(Contact(name, **about))
        meeting = logbook.meetings.add(Meeting(contact.id, MeetingStatus.HELD, on=on, direction_id=direction))
        for takeaway in asked:
            logbook.questions.add(MeetingQuestion(meeting.id, "?", takeaway))
        for takeaway in learned:
            logbook.learned.add(Learned(meeting.id, Takeaway(takeaway), f"{name} on {takeaway}"))
        return meeting

    return talk


def kinds(logbook):
    spots = blind_spots(talks(logbook), logbook.directions.find(), logbook.evidence.find())
    return [spot.kind for spot in spots if spot.kind != "never_asked"]


def test_three_debriefs_fill_all_seven_and_each_take_away_is_read_side_by_side(logbook, talk):
    talk("Nomsa", learned=("preparation", "present_job", "lifestyle"), on=date(2026, 10, 1))
    talk("Harald", learned=("lifestyle", "other_positions", "job_hunting"), on=date(2026, 10, 21))
    talk("Irma", learned=("lifestyle", "organization", "skills_match"), on=date(2026, 11, 11))

    side_by_side = talks(logbook)
    assert filled(side_by_side) == set(Takeaway)
    assert [one.learned[Takeaway.LIFESTYLE].text for one in side_by_side] == [
        "Irma on lifestyle",
        "Harald on lifestyle",
        "Nomsa on lifestyle",
    ]


def test_only_conversations_that_took_place_stand_side_by_side(logbook, talk):
    ada = talk("Ada")
    logbook.meetings.add(Meeting(ada.contact_id))
    logbook.meetings.add(Meeting(ada.contact_id, MeetingStatus.CANCELLED))

    assert [one.meeting.id for one in talks(logbook)] == [ada.id]


def test_a_conversation_belongs_to_its_own_direction_else_to_the_persons(logbook, talk):
    curating, archives = (logbook.directions.add(Direction(name)).id for name in ("Curating", "Archives"))
    talk("Ada", direction_id=curating)
    talk("Ada", direction=archives)
    talk("Ben")

    assert [[one.contact.name for one in talks(logbook, each)] for each in (curating, archives)] == [
        ["Ada"],
        ["Ada"],
    ]
    assert len(talks(logbook)) == 3


def test_someone_met_twice_is_one_person(logbook, talk):
    for name in ("Ada", "Ben", "Ada"):
        talk(name)

    assert sorted(contact.name for contact in people(talks(logbook))) == ["Ada", "Ben"]


def test_a_box_without_a_word_fills_nothing(logbook, talk):
    meeting = talk("Ada")
    logbook.learned.add(Learned(meeting.id, Takeaway.LIFESTYLE, "  "))
    logbook.learned.add(Learned(meeting.id, Takeaway.ORGANIZATION, reaction="Not for me."))

    assert filled(talks(logbook)) == {Takeaway.ORGANIZATION}


def test_nothing_is_blind_before_the_first_conversation():
    assert blind_spots(()) == ()


def test_a_take_away_is_never_asked_when_no_question_and_no_answer_is_about_it(logbook, talk):
    asked = [one for one in Takeaway if one not in {Takeaway.LIFESTYLE, Takeaway.JOB_HUNTING}]
    talk("Ada", asked=asked)
    (spot,) = blind_spots(talks(logbook))
    assert spot.kind == "never_asked"
    topics = words("progress")["topics"]
    assert f"{topics['lifestyle']} and {topics['job_hunting']}" in spot.sentence

    talk("Ben", asked=["job_hunting"], learned=["lifestyle"])
    assert blind_spots(talks(logbook)) == ()


def test_what_came_unasked_is_named_with_those_who_brought_it_up(logbook, talk):
    for name in ("Ada", "Ben"):
        meeting = talk(name)
        logbook.learned.add(Learned(meeting.id, Takeaway.LIFESTYLE, "Babies.", unasked=True))
    (spot,) = [spot for spot in blind_spots(talks(logbook)) if spot.kind == "unasked"]
    assert "Ada" in spot.sentence
    assert "Ben" in spot.sentence


@pytest.mark.parametrize(
    ("kind", "alike", "different"),
    [
        ("one_employer", {"organization": "Tidal Museum Ltd."}, {"organization": "Cedar Gallery"}),
        ("one_school", {"circle": Circle.ALUMNI}, {"circle": Circle.LINKEDIN}),
        ("one_circle", {"circle": Circle.FAMILY_FRIENDS}, {"circle": Circle.ALUMNI}),
        ("one_level_senior", {"title": "Head of Learning"}, {"title": "Archivist"}),
        ("one_level_early", {"title": "Junior Registrar"}, {"title": "Director"}),
    ],
)
def test_three_people_of_one_kind_are_a_blind_spot_until_somebody_differs(
    logbook, talk, kind, alike, different
):
    for name in ("Ada", "Ben"):
        talk(name, **alike)
    assert kinds(logbook) == []
    talk("Cy", **alike)
    assert kinds(logbook) == [kind]
    talk("Dee", **different)
    assert kinds(logbook) == []


def test_the_same_person_three_times_is_not_three_people(logbook, talk):
    for _ in range(3):
        talk("Ada", organization="Tidal Museum")
    assert kinds(logbook) == []


@pytest.mark.parametrize(
    ("sides", "kind"), [((True, True), ["only_for"]), ((False, False), ["only_against"])]
)
def test_a_direction_with_evidence_on_one_side_only_is_a_blind_spot(logbook, talk, sides, kind):
    meeting = talk("Ada")
    curating = logbook.directions.add(Direction("Curating"))
    logbook.evidence.add(Evidence(curating.id, "First", sides[0], meeting.id))
    assert kinds(logbook) == []
    logbook.evidence.add(Evidence(curating.id, "Second", sides[1], meeting.id))
    assert kinds(logbook) == kind
    logbook.evidence.add(Evidence(curating.id, "The other side", not sides[0], meeting.id))
    assert kinds(logbook) == []


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Program Director", "senior"),
        ("Assistant Director", "senior"),
        ("Prof. of History", ""),
        ("Professor of History", "senior"),
        ("Curatorial Assistant", "early"),
        ("Archivist", ""),
        ("Senior Archivist", "senior"),
        ("Lead engineer", "senior"),
        ("Directory editor", ""),
        ("", ""),
    ],
)
def test_a_level_is_told_by_the_words_of_a_title(title, level):
    assert level_of(title) == level


def test_every_blind_spot_says_why_it_matters_and_who_says_so():
    for kind, said in words("progress")["blind"].items():
        assert set(said) == {"sentence", "why", "source"}, kind
        assert said["why"].endswith("."), kind
        assert said["source"], kind
    assert set(words("progress")["topics"]) == {one.value for one in Takeaway}
    assert set(words("progress")["circles"]) == {one.value for one in Circle}


def test_a_skill_is_put_together_over_all_who_asked_for_it(logbook, talk):
    nomsa, harald, inga = (
        talk(name, organization=place)
        for name, place in (("Nomsa", "Tidal Museum"), ("Harald", "Harbour Museum"), ("Inga", "Tidal Museum"))
    )
    for meeting, name, evidence, gap, step in (
        (nomsa, "Writing for children", "", "never tried it", "write one label"),
        (harald, "Object handling", "", "no course yet", "register in Stanton"),
        (harald, "writing  for Children", "taught four courses", "", ""),
        (inga, "Writing for children", "taught four courses", "sixty words", ""),
    ):
        logbook.skills.add(Skill(meeting.id, name, evidence, gap, step))

    writing, handling = wanted(logbook.skills.find(), talks(logbook))
    assert (writing.name, handling.name) == ("Writing for children", "Object handling")
    assert [contact.name for contact in writing.asked_by] == ["Nomsa", "Harald", "Inga"]
    assert (writing.places, handling.places) == (2, 1)
    assert writing.evidence == ("taught four courses",)
    assert writing.gaps == ("never tried it", "sixty words")
    assert writing.next_steps == ("write one label",)
    assert (writing.have, handling.have) == (True, False)


def test_a_skill_of_another_direction_is_left_out(logbook, talk):
    curating = logbook.directions.add(Direction("Curating")).id
    ada, ben = talk("Ada", direction=curating), talk("Ben")
    logbook.skills.add(Skill(ada.id, "Latin"))
    logbook.skills.add(Skill(ben.id, "Dancing"))

    assert [one.name for one in wanted(logbook.skills.find(), talks(logbook, curating))] == ["Latin"]
