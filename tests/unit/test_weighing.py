"""Each direction: what speaks for and against it, how sure I am, and whom to talk with next."""

from datetime import date, timedelta

import pytest

from infoview.contacts.status import ContactStatus
from infoview.progress.weighing import weigh
from infoview.records.contacts import Contact
from infoview.records.debriefs import Learned
from infoview.records.directions import Direction, Evidence
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request, RequestStatus
from infoview.records.research import Finding, Topic
from infoview.records.takeaways import Takeaway

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
def curating(logbook):
    return logbook.directions.add(Direction("Curating maritime collections")).id


@pytest.fixture
def contact(logbook):
    return lambda name, **about: logbook.contacts.add(Contact(name, **about)).id


@pytest.fixture
def met(logbook, curating, contact):
    """Note a conversation about curating."""

    def met(name, organization="Harbour Museum", **said):
        person = contact(name, organization=organization)
        on = said.pop("on", TODAY - 30 * DAY)
        return logbook.meetings.add(
            Meeting(person, MeetingStatus.HELD, on=on, direction_id=curating, **said)
        ).id

    return met


def weighed(logbook):
    (only,) = weigh(logbook, TODAY)
    return only


def proposed(logbook):
    return [proposal.contact.name for proposal in weighed(logbook).proposals]


def test_evidence_stands_on_its_side_with_who_said_so(logbook, curating, met):
    harald = met("Harald")
    logbook.evidence.add(Evidence(curating, "A large show every two years", meeting_id=harald))
    logbook.evidence.add(Evidence(curating, "Seven short contracts", speaks_for=False, meeting_id=harald))
    logbook.evidence.add(Evidence(curating, "I read the job list: four posts a year", speaks_for=False))

    told = weighed(logbook)
    assert [(one.evidence.text, one.name) for one in told.speak_for] == [
        ("A large show every two years", "Harald")
    ]
    assert [one.name for one in told.speak_against] == ["Harald", ""]


@pytest.mark.parametrize(("names", "missing"), [((), 3), (("A",), 2), (("A", "B", "C"), 0), ("ABCD", 0)])
def test_three_people_in_an_area_are_enough(logbook, curating, met, names, missing):
    for name in names:
        met(name)
    assert weighed(logbook).missing == missing


def test_who_spoke_of_it_in_another_conversation_counts_as_well(logbook, curating, contact):
    other = logbook.directions.add(Direction("Teaching")).id
    talk = Meeting(contact("Harald"), MeetingStatus.HELD, on=TODAY - DAY, direction_id=other)
    logbook.evidence.add(Evidence(curating, "They hire teachers", meeting_id=logbook.meetings.add(talk).id))

    told = next(one for one in weigh(logbook, TODAY) if one.direction.id == curating)
    assert ([one.name for one in told.met], told.missing) == (["Harald"], 2)


def test_what_nobody_has_told_about_it_is_open(logbook, met):
    for takeaway in list(Takeaway)[:5]:
        logbook.learned.add(Learned(met("Harald"), takeaway, "Something"))
    assert weighed(logbook).untold == (Takeaway.ORGANIZATION, Takeaway.SKILLS_MATCH)


def test_how_sure_i_was_is_told_in_the_order_of_the_days(logbook, met):
    met("Inga", on=TODAY - DAY, sure_before=7, sure_after=4, assumption="Curating would suit me")
    met("Harald", on=TODAY - 33 * DAY, sure_after=7)
    met("Nomsa", on=TODAY - 20 * DAY)
    harald, inga = weighed(logbook).sureness
    assert (harald.name, harald.before, harald.after) == ("Harald", None, 7)
    assert (inga.name, inga.before, inga.after, inga.guess) == ("Inga", 7, 4, "Curating would suit me")


def test_a_puzzle_about_somebody_in_it_is_open(logbook, curating, met, contact):
    met("Harald")
    planned = contact("Asta", direction_id=curating)
    elsewhere = contact("Ben")
    for person, text, puzzling in (
        (1, "Who decides on loans?", True),
        (planned, "What is an accession?", True),
        (planned, "They have five curators.", False),
        (elsewhere, "What does a baker earn?", True),
    ):
        logbook.findings.add(Finding(person, Topic.ORGANIZATION, text, puzzling=puzzling))
    assert weighed(logbook).puzzles == ("Who decides on loans?", "What is an accession?")


def test_a_direction_let_go_is_not_weighed(logbook, curating):
    logbook.directions.change(curating, closed_on=TODAY)
    assert weigh(logbook, TODAY) == ()


def test_a_place_not_heard_from_settles_more_than_one_known_already(logbook, curating, contact, met):
    met("Harald", "Harbour Museum")
    contact("Ada", organization="The Harbour Museum", direction_id=curating, interest=3)
    contact("Ben", organization="Cedar Gallery", direction_id=curating)
    assert proposed(logbook) == ["Ben", "Ada"]
    assert "Cedar Gallery" in weighed(logbook).proposals[0].reasons[1]


def test_a_date_that_is_made_and_a_name_that_may_be_used_come_first(logbook, curating, contact):
    for name in ("Ada", "Ben", "Cy"):
        contact(name, organization=f"{name}'s", direction_id=curating)
    friend = contact("Nomsa")
    logbook.introductions.add(Introduction(friend, 2, may_use_name=True))
    logbook.meetings.add(Meeting(3, on=TODAY + 2 * DAY))
    assert proposed(logbook) == ["Cy", "Ben"]
    assert weighed(logbook).proposals[0].status is ContactStatus.SCHEDULED
    assert "Nomsa" in weighed(logbook).proposals[1].reasons[2]


def test_nobody_is_proposed_who_was_met_declined_or_rests(logbook, curating, contact, met):
    met("Harald")
    logbook.contacts.change(1, direction_id=curating)
    margit = contact("Margit", direction_id=curating)
    logbook.requests.add(Request(margit, RequestStatus.DECLINED))
    contact("Tomas", direction_id=curating, rested_on=TODAY)
    contact("Asta", direction_id=curating)
    assert proposed(logbook) == ["Asta"]


def test_someone_whose_title_or_place_names_the_direction_can_say_something_about_it(
    logbook, curating, contact
):
    contact("Ada", title="Curator", organization="Maritime Trust")
    contact("Ben", title="Baker", organization="Rolls & Sons")
    assert proposed(logbook) == ["Ada"]


def test_someone_chosen_for_another_direction_is_not_proposed_for_this_one(logbook, curating, contact):
    other = logbook.directions.add(Direction("Archives")).id
    contact("Ada", title="Maritime archivist", direction_id=other)
    first, second = weigh(logbook, TODAY)
    assert first.proposals == ()
    assert [one.contact.name for one in second.proposals] == ["Ada"]


def test_words_that_fit_any_work_propose_nobody(logbook, contact):
    logbook.directions.add(Direction("Working with a city team"))
    contact("Ada", title="Team assistant", organization="City of Aldermoor")
    assert weighed(logbook).proposals == ()
