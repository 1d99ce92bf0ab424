"""Thank-you notes: due within a day, welcome at any time, by mail and by hand."""

from datetime import date, timedelta

import pytest

from infoview.debrief.screens import write_learned
from infoview.debrief.thanks import (
    thank_you_for,
    thanks_in_words,
    to_do_next,
    to_thank_for,
    write_thank_you,
)
from infoview.next_steps.due import due
from infoview.records.contacts import Contact
from infoview.records.debriefs import Promise
from infoview.records.directions import Skill
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.takeaways import Takeaway

TALKED_ON = date(2026, 11, 23)


@pytest.fixture
def talk(logbook):
    ada = logbook.contacts.add(Contact("Ada Park"))
    return logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD, TALKED_ON))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Send it by tomorrow, Tuesday 24 November."),
        (1, "Send it today"),
        (2, "is fine too"),
        (8, "is fine too"),
        (9, "still worth sending"),
        (400, "still worth sending"),
    ],
)
def test_a_note_is_due_the_day_after_and_late_is_said_kindly(talk, days, said):
    assert said in thanks_in_words(talk, "Ada Park", [], TALKED_ON + timedelta(days=days))


@pytest.mark.parametrize(
    ("sent_on", "said"),
    [
        (date(2026, 11, 24), "Sent on Tuesday 24 November."),
        (date(2026, 12, 24), "Sent on Thursday 24 December. Late or not, Ada Park has it now."),
    ],
)
def test_once_sent_it_is_said_so(talk, sent_on, said):
    note = FollowUp(1, FollowUpKind.THANK_YOU, talk.id, sent_on=sent_on)

    assert thanks_in_words(talk, "Ada Park", [note], date(2026, 12, 30)) == said


def test_a_day_that_was_chosen_counts(talk):
    note = FollowUp(1, FollowUpKind.THANK_YOU, talk.id, due_on=date(2026, 11, 27))

    assert "You chose" in thanks_in_words(talk, "Ada Park", [note], date(2026, 11, 25))


def test_a_meeting_without_a_day_is_thanked_for_today(logbook):
    assert "Send it today" in thanks_in_words(Meeting(1, MeetingStatus.HELD), "Ada Park", [], TALKED_ON)


def test_a_card_and_a_mail_are_two_texts_and_one_of_them_is_enough(logbook, talk):
    mail = write_thank_you(logbook, talk.id, "first_part", "By mail.")
    card = write_thank_you(logbook, talk.id, "first_part", "By hand.", by_hand=True)

    assert (mail.id != card.id, bool(mail.subject), card.subject) == (True, True, "")
    assert thank_you_for(logbook, talk).first_part == "By mail."
    assert [step.kind for step in due(logbook, TALKED_ON)] == ["thank-you"]
    write_thank_you(logbook, talk.id, "sent_on", TALKED_ON, by_hand=True)
    assert due(logbook, TALKED_ON) == ()


def test_what_the_debrief_holds_is_what_a_note_can_name(logbook, talk):
    logbook.meetings.change(talk.id, surprised="Half of it is letters.")
    write_learned(
        logbook, talk.id, Takeaway.PRESENT_JOB, "text", "Two hours of labels. Then mail.", TALKED_ON
    )
    write_learned(logbook, talk.id, Takeaway.LIFESTYLE, "opinion", "Worth it.", TALKED_ON)

    assert to_thank_for(logbook, logbook.meetings.get(talk.id)) == (
        "Half of it is letters.",
        "Two hours of labels.",
    )


def test_what_i_said_i_would_do_is_what_a_note_can_promise(logbook, talk):
    ben = logbook.contacts.add(Contact("Ben Moss"))
    logbook.promises.add(Promise("Try one label", talk.id))
    logbook.promises.add(Promise("Send the dates", talk.id, mine=False))
    logbook.skills.add(Skill(talk.id, "Short texts", next_step="Try one label"))
    logbook.introductions.add(Introduction(talk.contact_id, ben.id, TALKED_ON, talk.id))

    assert to_do_next(logbook, talk) == ("Try one label", "Write to Ben Moss.")
    logbook.promises.add(Promise("Write to Ben Moss and say who sent me", talk.id))
    assert to_do_next(logbook, talk) == ("Try one label", "Write to Ben Moss and say who sent me")
