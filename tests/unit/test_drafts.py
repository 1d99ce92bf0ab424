"""What the coach is told of the logbook: other people's names, other letters, advice set aside."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from infoview.coach import DraftKind, review
from infoview.records.contacts import Contact
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.requests import Dismissal
from infoview.requests.drafts import (
    begin_from_last,
    dismiss,
    dismissals,
    letter_draft,
    request_draft,
    sent_now,
    take_up,
)
from infoview.workflow.contacts import introduce
from infoview.workflow.requests import request_for, write_request

SAME = {
    "who": "I am in my second year of biology in Birchwood and wonder about work in museums, on either side.",
    "how_found": "Professor Lund told me about the tide pool exhibition you built last spring.",
    "ask": "Would you have twenty minutes to talk in the next two weeks? If not, I quite understand.",
}


@pytest.fixture
def logbook(logbook):
    for contact in (Contact("Ada Park", "Tidal Museum"), Contact("Ravi Menon", "Cedar Gallery")):
        logbook.contacts.add(contact)
    return logbook


def write(logbook, number, **texts):
    for key, text in (SAME | texts).items():
        write_request(logbook, number, key, text)


def rules(logbook, number):
    contact = logbook.contacts.get(number)
    draft = request_draft(logbook, contact, request_for(logbook, number))
    return {one.rule for one in review(draft).advice}


def test_the_same_words_to_two_people_are_noticed(logbook):
    write(logbook, 1)
    assert "reused" not in rules(logbook, 1)
    write(logbook, 2)
    assert "reused" in rules(logbook, 2)


def test_only_messages_of_the_same_kind_to_other_people_are_compared(logbook):
    kinds = (FollowUpKind.THANK_YOU, FollowUpKind.UPDATE, FollowUpKind.INTRODUCTION)
    for kind in kinds:
        logbook.follow_ups.add(FollowUp(1, kind, first_part=f"A {kind.value}.", through_id=None))
    logbook.follow_ups.add(FollowUp(1, FollowUpKind.INTRODUCTION, first_part="Through Ravi.", through_id=2))
    logbook.follow_ups.add(FollowUp(1, FollowUpKind.THANK_YOU))

    def others(number, kind):
        return letter_draft(logbook, logbook.contacts.get(number), kind, "", "A word").other_texts

    assert others(1, DraftKind.THANK_YOU) == ()
    assert others(2, DraftKind.THANK_YOU) == ("A thank_you.",)
    assert others(2, DraftKind.INTRODUCTION) == ("A introduction.",)
    assert others(1, DraftKind.INTRODUCTION) == ("Through Ravi.",)


def test_another_persons_organization_left_in_is_noticed(logbook):
    write(logbook, 1, who="I study biology and would like to hear about your years at the Cedar Gallery.")
    assert "other-name" in rules(logbook, 1)


def test_whoever_gave_the_name_may_be_named(logbook):
    introduce(logbook, Introduction(2, 1))
    write(logbook, 1, who="I study biology. Ravi Menon of the Cedar Gallery sings with me.")
    assert "other-name" not in rules(logbook, 1)


def test_advice_is_set_aside_with_a_reason_and_taken_up_again(logbook):
    write(logbook, 1, ask="Could we talk?")
    assert "no-duration" in rules(logbook, 1)
    dismiss(logbook, Dismissal(1, "request", "no-duration", "She said: as long as you like"))
    assert "no-duration" not in rules(logbook, 1)
    assert dismissals(logbook, 1, DraftKind.REQUEST)[0].reason == "She said: as long as you like"
    take_up(logbook, 1, "request", "no-duration")
    assert "no-duration" in rules(logbook, 1)


def test_beginning_from_the_last_message_keeps_me_and_leaves_them_out(logbook):
    assert not begin_from_last(logbook, 2)
    write(logbook, 1, closing="With thanks,\nMina")
    assert begin_from_last(logbook, 2)
    begun = request_for(logbook, 2)
    assert (begun.who, begun.ask, begun.closing) == (SAME["who"], SAME["ask"], "With thanks,\nMina")
    assert begun.how_found == begun.subject == ""
    assert "Ravi" in begun.greeting


def test_beginning_from_the_last_message_overwrites_nothing(logbook):
    write(logbook, 1)
    write_request(logbook, 2, "who", "I am already here.")
    begin_from_last(logbook, 2)
    assert request_for(logbook, 2).who == "I am already here."


@pytest.mark.parametrize(
    ("zone", "rule"),
    [
        ("Asia/Tokyo", "sent-on-a-quiet-day"),
        ("America/Denver", None),
        ("Asia/Kolkata", "sent-at-night"),
        ("", None),
    ],
)
def test_the_hour_is_looked_at_on_their_clock(logbook, zone, rule):
    write(logbook, 1)
    contact = replace(logbook.contacts.get(1), time_zone=zone)
    thursday_evening = datetime(2026, 10, 8, 17, 0, tzinfo=UTC)
    draft = sent_now(request_draft(logbook, contact, request_for(logbook, 1)), contact, thursday_evening)
    assert {one.rule for one in review(draft).advice if one.rule.startswith("sent-")} == (
        {rule} if rule else set()
    )


def test_what_was_noted_of_them_is_what_may_be_claimed(logbook):
    write(logbook, 1, who="I study biology. You studied at Utrecht, as I did.")
    assert "not-on-record" not in rules(logbook, 1)
    logbook.contacts.change(1, why="She builds tide pools.")
    assert "not-on-record" in rules(logbook, 1)
    logbook.contacts.change(1, why="She builds tide pools and was in Utrecht.")
    assert "not-on-record" not in rules(logbook, 1)
