"""An autumn of one invented person, as it stands on Monday 23 November 2026: what every page makes of it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from infoview import sample
from infoview.coach import Draft, DraftKind, review
from infoview.exporters.logbook_json import dump, load
from infoview.next_steps.due import DueState, due
from infoview.progress.goal import month_progress
from infoview.progress.synthesis import talks
from infoview.records.meetings import MeetingStatus
from infoview.records.takeaways import Takeaway
from infoview.requests.drafts import letter_draft, request_draft
from infoview.requests.other_messages import kind_of_draft

JOURNEY = tomllib.loads((Path(__file__).parents[1] / "data" / "journey.toml").read_text(encoding="utf-8"))


@pytest.fixture
def tessa(someone, tools):
    """Tessa Moreau, with her autumn in her logbook."""
    sample.write_sample(someone.logbook, JOURNEY, tools.today)
    someone.session.redraw()
    return someone


def contact(someone, name):
    return next(one for one in someone.logbook.contacts.find() if name in one.name)


def letter(name):
    parts = JOURNEY["letters"][name]
    body = "\n\n".join(
        ["Dear Ms. Bellweather,", parts["who"], parts["how_found"], parts["ask"], "Tessa Moreau"]
    )
    return Draft(
        subject=parts["subject"],
        body=body,
        recipient_name="Katya Bellweather",
        recipient_organization="Lantern Radio",
        sender_name="Tessa Moreau",
    )


# --- the letters --------------------------------------------------------------------------------------


def test_the_first_letter_is_refused_for_its_four_faults():
    refused = review(letter("refused"))

    assert not refused.ready
    assert refused.facts.asks_for_job
    assert refused.facts.attaches_resume
    assert not refused.facts.has_how_found
    assert not refused.facts.has_meeting_request


@pytest.mark.parametrize("name", ["Katya", "Aurel", "Juno", "Märta", "Philippa", "Dušan"])
def test_every_letter_that_was_sent_passes_with_nothing_to_correct(tessa, name):
    person = contact(tessa, name)
    sent = tessa.logbook.requests.first(contact_id=person.id)
    passed = review(request_draft(tessa.logbook, person, sent))

    assert passed.ready
    assert [remark.rule for remark in passed.advice if remark.severity != "hint"] == []
    assert not passed.facts.asks_for_job


def test_the_reminder_and_the_notes_of_thanks_have_nothing_to_correct(tessa):
    sent = [one for one in tessa.logbook.follow_ups.find() if one.sent_on]
    people = {one.id: one for one in tessa.logbook.contacts.find()}
    reviewed = []
    for one in sent:
        person, kind = people[one.contact_id], kind_of_draft(one.kind)
        reviewed.append(review(letter_draft(tessa.logbook, person, kind, one.subject, one.body)))

    assert len(reviewed) == 4
    assert all(one.ready for one in reviewed)
    assert [remark.rule for one in reviewed for remark in one.advice if remark.severity != "hint"] == []


def test_an_opening_of_another_kind_and_a_position_they_named_themselves_ask_for_no_job(tessa):
    (lantern, *_) = tessa.logbook.meetings.find(order="on")
    thanks = JOURNEY["letters"]["thanks"]
    told = f"{thanks['first_part']} {lantern.volunteered}"

    assert "opening minute" in JOURNEY["letters"]["referred"]["ask"]
    assert "position" in lantern.volunteered
    assert not review(letter("referred")).facts.asks_for_job
    assert not review(Draft(kind=DraftKind.THANK_YOU, body=told)).facts.asks_for_job


# --- where things stand -------------------------------------------------------------------------------


def test_october_reached_its_goal_and_november_is_half_way(tessa):
    october, november = (
        month_progress(tessa.logbook, day) for day in (date(2026, 10, 31), tessa.session.today)
    )

    assert (october.met, october.goal, october.reached) == (2, 2, True)
    assert (november.met, november.scheduled, november.goal) == (1, 1, 2)
    assert "1 of 2" in tessa.section("progress", "goal").said.value


def test_one_thing_is_late_and_two_are_due_this_week(tessa):
    steps = due(tessa.logbook, tessa.session.today)
    late = [step for step in steps if step.state is DueState.LATE]
    this_week = [step for step in steps if date(2026, 11, 23) <= step.due_on <= date(2026, 11, 29)]

    assert [(step.contact, step.due_on) for step in late] == [("Dr. Aurel Quist", date(2026, 11, 18))]
    assert [(step.contact, step.due_on) for step in this_week] == [
        ("Märta Öhrn", date(2026, 11, 25)),
        ("Saskia Hume", date(2026, 11, 27)),
    ]


def test_what_is_further_off_is_kept_for_its_day(tessa):
    later = [step for step in due(tessa.logbook, tessa.session.today) if step.due_on > date(2026, 11, 29)]

    assert [(step.contact, step.due_on) for step in later] == [
        ("", date(2026, 11, 30)),
        ("Philippa O'Dowd", date(2027, 3, 1)),
        ("Katya Bellweather", date(2027, 4, 1)),
    ]


def test_someone_without_an_address_cannot_be_sent_a_mail_and_the_page_says_what_is_missing(tessa):
    wilma = contact(tessa, "Wilma")
    tessa.choose(wilma.id)
    tessa.type(tessa.section("requests", "write").form, "who", "I am a linguist in Elmwood.")
    send = tessa.section("requests", "send")

    assert "Wilma Castle has no email address in your logbook" in tessa.sees("requests")
    assert not [item for item in send.ways.takeout.items if item.get("href", "").startswith("mailto:")]


def test_the_call_to_stockholm_is_shown_on_both_clocks(tessa):
    marta = contact(tessa, "Märta")
    call = tessa.logbook.meetings.first(contact_id=marta.id)
    tessa.session.here.choose(marta.id, call.id)
    tessa.session.here.go("questions.meeting")

    assert "09:00" in tessa.sees()
    assert "15:00" in tessa.sees()


# --- what it adds up to -------------------------------------------------------------------------------


def test_all_seven_take_aways_of_all_three_talks_are_filled(tessa):
    held = talks(tessa.logbook)

    assert len(tessa.logbook.meetings.find(status=MeetingStatus.HELD)) == len(held) == 3
    assert all(set(talk.learned) == set(Takeaway) for talk in held)


def test_it_comes_back_whole_from_its_export(tessa):
    assert dump(load(dump(tessa.logbook))) == dump(tessa.logbook)
