"""The sample logbook shows every page at its best, on whatever day it is written."""

import re
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from infoview.cli.demo import demo as demo_command
from infoview.coach import Draft, review
from infoview.coach.advice import Severity
from infoview.contacts.status import ContactStatus, standings
from infoview.content import text, words
from infoview.logbook import open_file, open_memory
from infoview.next_steps.due import DueKind, DueState, due
from infoview.progress.agreement import counted
from infoview.progress.blind_spots import blind_spots
from infoview.progress.goal import month_progress
from infoview.progress.skills_match import wanted
from infoview.progress.synthesis import talks
from infoview.progress.weighing import weigh
from infoview.records.followups import FollowUpKind
from infoview.records.meetings import SURE, MeetingStatus
from infoview.records.requests import RequestStatus
from infoview.records.takeaways import Takeaway
from infoview.records.themes import Strength
from infoview.requests.drafts import letter_draft, request_draft
from infoview.requests.other_messages import kind_of_draft
from infoview.sample import write

TODAY = date(2026, 11, 25)  # a Wednesday
SOME_DAYS = [TODAY + timedelta(days=offset) for offset in range(7)] + [date(2028, 2, 29), date(2027, 1, 1)]


@pytest.fixture(scope="module")
def sample():
    logbook = open_memory()
    write(logbook, TODAY)
    yield logbook
    logbook.close()


def test_it_holds_about_a_dozen_people_four_meetings_and_three_debriefs(sample):
    held = sample.meetings.find(status=MeetingStatus.HELD)

    assert sample.contacts.count() == 14
    assert sample.meetings.count() == 4
    assert len(held) == 3
    for meeting in held:
        learned = sample.learned.find(meeting_id=meeting.id)
        assert {entry.takeaway for entry in learned} == set(Takeaway)
        assert all(len(entry.text) > 60 for entry in learned)


def test_it_holds_a_request_in_every_status_and_a_contact_in_nearly_every_standing(sample):
    assert {request.status for request in sample.requests.find()} == set(RequestStatus)
    assert set(standings(sample).values()) == set(ContactStatus) - {ContactStatus.BY_MAIL}


def test_its_introductions_make_a_chain(sample):
    led = {intro.introducer_id: intro.contact_id for intro in sample.introductions.find()}
    first = sample.contacts.first(name="Ruth Castellan").id
    second = led[first]

    assert sample.contacts.get(led[led[second]]).name == "Marcus Tembo"


def test_its_pool_waits_to_be_searched(sample):
    teachers, total = sample.pool.search("environ educ")

    assert [person.name for person in teachers] == ["Zoë Ashdown"]
    assert total == 1
    assert sample.pool.waiting() == 60
    assert sample.pool.imports.first().people == sample.pool.count() == 63


def test_something_is_late_something_is_due_today_and_something_is_coming(sample):
    steps = due(sample, TODAY)

    assert {step.state for step in steps} >= set(DueState) - {DueState.ANY_TIME}
    assert {step.kind for step in steps} >= {
        DueKind.FOLLOW_UP,
        DueKind.ASK_AGAIN,
        DueKind.MEETING,
        DueKind.THANK_YOU,
        DueKind.PROMISE,
        DueKind.UPDATE,
    }


@pytest.mark.parametrize("today", SOME_DAYS)
def test_it_is_alive_on_any_day(today):
    logbook = open_memory()
    write(logbook, today)
    past = [entry.sent_on for entry in logbook.requests.find() if entry.sent_on]
    past += [meeting.on for meeting in logbook.meetings.find(status=MeetingStatus.HELD)]
    planned = [meeting.on for meeting in logbook.meetings.find(status=MeetingStatus.PLANNED)]
    late = [step for step in due(logbook, today) if step.state is DueState.LATE]

    assert max(past) < today < min(planned)
    assert all(day.weekday() < 5 for day in past + planned)
    assert 1 <= len(late) <= 4
    assert month_progress(logbook, today).goal == 2


def test_every_request_is_ready_to_send(sample):
    for request in sample.requests.find():
        reviewed = review(Draft(subject=request.subject, body=request.body))
        assert reviewed.ready, (request.subject, reviewed.advice)


def test_no_two_requests_read_alike(sample):
    asks = [request.ask for request in sample.requests.find()]

    assert len(set(asks)) == len(asks)
    assert all(50 <= len(request.body.split()) <= 100 for request in sample.requests.find())


def test_thank_you_notes_that_were_sent_name_a_thing_learned_and_a_next_step(sample):
    sent = [note for note in sample.follow_ups.find(kind=FollowUpKind.THANK_YOU) if note.sent_on]

    assert len(sent) == 2
    assert all(note.first_part and note.second_part for note in sent)


def test_its_ticks_and_questions_are_ones_the_pages_know(sample):
    known = {item["id"] for item in words("checklist")["item"]}

    assert {tick.item for tick in sample.ticks.find()} <= known
    for meeting in sample.meetings.find():
        questions = sample.questions.find(order="position", meeting_id=meeting.id)
        assert len(questions) >= 8
        assert 4 <= sum(question.starred for question in questions) <= 5
        assert all(question.takeaway != "closing" for question in questions)
        assert any(not question.bank_id for question in questions)


def test_every_meeting_was_read_up_on_and_tests_a_guess(sample):
    for meeting in sample.meetings.find():
        contact = sample.contacts.get(meeting.contact_id)
        findings = sample.findings.find(contact_id=contact.id)
        assert len([one for one in findings if one.source and one.found_on]) >= 3
        assert meeting.assumption
        assert meeting.sure_before in SURE
    assert any(one.finding_id for one in sample.questions.find())


def test_nobody_real_is_in_it():
    content = text("demo.toml")

    assert set(re.findall(r"@([\w.]+)", content)) == {"example.org"}
    assert set(re.findall(r"https?://([\w.]+)", content)) == {"example.org"}
    assert all(number.startswith("+1 202 555 01") for number in re.findall(r'phone = "(.+)"', content))


def test_the_command_writes_a_logbook_that_opens(tmp_path):
    file = tmp_path / "sample.infoview"
    result = CliRunner().invoke(demo_command, [str(file)])
    logbook = open_file(file)

    assert result.exit_code == 0
    assert logbook.profile.name == "Mina Castellan"
    assert len(logbook.learned.find()) == 3 * len(Takeaway)
    logbook.close()


def test_the_command_leaves_a_file_that_is_there_as_it_is(tmp_path):
    file = tmp_path / "mine.infoview"
    file.write_bytes(b"precious")
    result = CliRunner().invoke(demo_command, [str(file)])

    assert "is there already, so we left it alone" in str(result.exception)
    assert file.read_bytes() == b"precious"


def test_it_adds_up_to_directions_with_evidence_on_both_sides_and_to_what_people_agree_on(sample):
    weighed = weigh(sample, TODAY)
    assert len(weighed) == 3
    assert all(one.met and one.sureness and one.proposals for one in weighed)
    assert sum(bool(one.speak_for and one.speak_against) for one in weighed) == 2
    assert {one.count.strength for one in counted(sample)} == {Strength.PATTERN, Strength.HINT}
    assert any(one.count.divided for one in counted(sample))
    assert wanted(sample.skills.find(), talks(sample))[0].places == 3


def test_it_has_a_blind_spot_to_find(sample):
    kinds = {
        spot.kind for spot in blind_spots(talks(sample), sample.directions.find(), sample.evidence.find())
    }
    assert kinds == {"unasked", "only_for"}


def test_the_coach_has_no_must_and_no_should_for_any_message_of_the_sample(sample):
    drafts = [
        request_draft(sample, sample.contacts.get(request.contact_id), request)
        for request in sample.requests.find()
    ]
    drafts += [
        letter_draft(
            sample,
            sample.contacts.get(letter.contact_id),
            kind_of_draft(letter.kind),
            letter.subject,
            letter.body,
        )
        for letter in sample.follow_ups.find()
        if letter.written
    ]
    objections = {
        draft.body: [advice.rule for advice in review(draft).advice if advice.severity is not Severity.HINT]
        for draft in drafts
    }
    assert len(objections) >= 15
    assert [(body, rules) for body, rules in objections.items() if rules] == []
