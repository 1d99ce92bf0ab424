"""What is due: one small step for each open thing, and nothing for what may rest."""

from datetime import date, timedelta
from string import Formatter

import pytest

from infoview.contacts.status import ContactStatus, standings
from infoview.content import words
from infoview.logbook import first_meetings
from infoview.next_steps.due import DueKind, DueState, due
from infoview.next_steps.suggested import suggested
from infoview.records.contacts import Contact
from infoview.records.debriefs import Promise
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingKind, MeetingQuestion, MeetingStatus, Tick
from infoview.records.requests import Request, RequestStatus

TODAY = date(2026, 11, 23)  # a Monday
DAY = timedelta(days=1)


@pytest.fixture
def ada(logbook):
    return logbook.contacts.add(Contact(name="Ada Park")).id


def steps(logbook, today=TODAY):
    return [(str(step.kind), step.due_on, str(step.state)) for step in due(logbook, today)]


def test_an_empty_logbook_has_nothing_due(logbook):
    assert due(logbook, TODAY) == ()


def test_a_reminder_is_due_seven_business_days_after_a_request(logbook, ada):
    logbook.requests.add(Request(ada, RequestStatus.SENT, sent_on=date(2026, 11, 12)))

    assert steps(logbook) == [("follow-up", date(2026, 11, 23), "today")]


def test_after_the_one_reminder_the_request_is_closed_kindly(logbook, ada):
    logbook.requests.add(Request(ada, RequestStatus.SENT, sent_on=date(2026, 10, 26)))
    logbook.follow_ups.add(FollowUp(ada, FollowUpKind.FOLLOW_UP, sent_on=date(2026, 11, 4)))

    assert steps(logbook) == [("close", date(2026, 11, 13), "any-time")]


def test_nobody_is_chased_a_third_time(logbook, ada):
    logbook.requests.add(Request(ada, RequestStatus.SENT, sent_on=date(2026, 9, 1)))
    for day in (date(2026, 9, 10), date(2026, 9, 21)):
        logbook.follow_ups.add(FollowUp(ada, FollowUpKind.FOLLOW_UP, sent_on=day))

    assert [step.kind for step in due(logbook, TODAY)] == [DueKind.CLOSE]


def test_a_reminder_of_an_earlier_request_does_not_count_for_a_new_one(logbook, ada):
    logbook.follow_ups.add(FollowUp(ada, FollowUpKind.FOLLOW_UP, sent_on=date(2026, 3, 4)))
    logbook.requests.add(Request(ada, RequestStatus.SENT, sent_on=date(2026, 11, 20)))

    assert [step.kind for step in due(logbook, TODAY)] == [DueKind.FOLLOW_UP]


def test_a_reminder_with_a_day_of_its_own_is_due_on_that_day_and_once(logbook, ada):
    logbook.requests.add(Request(ada, RequestStatus.SENT, sent_on=date(2026, 11, 12)))
    logbook.follow_ups.add(FollowUp(ada, FollowUpKind.FOLLOW_UP, due_on=date(2026, 11, 27)))

    assert steps(logbook) == [("follow-up", date(2026, 11, 27), "coming")]


def test_a_planned_meeting_is_an_answer(logbook, ada):
    logbook.requests.add(Request(ada, RequestStatus.SENT, sent_on=date(2026, 11, 2)))
    logbook.meetings.add(Meeting(ada, on=TODAY + 9 * DAY))

    assert [step.kind for step in due(logbook, TODAY)] == [DueKind.MEETING]


@pytest.mark.parametrize(
    "status", [RequestStatus.DRAFT, RequestStatus.DECLINED, RequestStatus.NO_REPLY, RequestStatus.ACCEPTED]
)
def test_a_request_that_waits_for_nothing_raises_nothing(logbook, ada, status):
    logbook.requests.add(Request(ada, status, sent_on=date(2026, 10, 1), ask_again_on=date(2026, 11, 1)))

    assert due(logbook, TODAY) == ()


def test_not_now_comes_back_on_the_day_that_was_chosen(logbook, ada):
    logbook.requests.add(Request(ada, RequestStatus.LATER, ask_again_on=date(2027, 3, 1)))

    assert steps(logbook) == [("ask-again", date(2027, 3, 1), "later")]


def test_a_meeting_of_today_is_named_with_its_time_and_place(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada, on=TODAY, at="16:30", place="Tidal Museum café"))
    logbook.questions.add(MeetingQuestion(meeting.id, "What filled last week?"))
    (step,) = due(logbook, TODAY)

    assert (step.kind, step.state, step.about) == (DueKind.MEETING, DueState.TODAY, meeting.id)
    assert step.sentence.startswith("You're meeting Ada Park today at 16:30 (Tidal Museum café).")


def test_three_days_before_a_meeting_it_says_that_questions_are_missing(logbook, ada):
    logbook.meetings.add(Meeting(ada, on=TODAY + 3 * DAY))
    (step,) = due(logbook, TODAY)

    assert (step.kind, step.due_on, step.state) == (DueKind.MEETING, TODAY + 3 * DAY, "coming")
    assert step.sentence.endswith("Thursday 26 November. Your list has no questions yet; eight is enough.")


def test_on_the_day_before_choosing_them_and_confirming_are_steps_of_their_own(logbook, ada):
    logbook.meetings.add(Meeting(ada, on=TODAY + DAY))

    assert steps(logbook) == [
        ("prepare", TODAY, "today"),
        ("confirm", TODAY, "today"),
        ("meeting", TODAY + DAY, "coming"),
    ]


def test_the_day_before_a_meeting_it_is_to_be_confirmed(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada, on=TODAY + DAY))
    logbook.questions.add(MeetingQuestion(meeting.id, "What filled last week?"))
    confirm, _ = due(logbook, TODAY)

    assert (confirm.kind, confirm.state, confirm.about) == (DueKind.CONFIRM, DueState.TODAY, meeting.id)
    assert confirm.sentence.startswith("You're meeting Ada Park tomorrow.")


@pytest.mark.parametrize("days", [0, 1, 6])
def test_a_line_sent_in_the_week_before_confirms_a_meeting(logbook, ada, days):
    logbook.meetings.add(Meeting(ada, on=TODAY + DAY))
    logbook.follow_ups.add(FollowUp(ada, FollowUpKind.CONFIRMATION, sent_on=TODAY - days * DAY))

    assert DueKind.CONFIRM not in {step.kind for step in due(logbook, TODAY)}


def test_a_line_about_an_earlier_meeting_confirms_nothing(logbook, ada):
    logbook.meetings.add(Meeting(ada, on=TODAY + DAY))
    logbook.follow_ups.add(FollowUp(ada, FollowUpKind.CONFIRMATION, sent_on=TODAY - 7 * DAY))

    assert DueKind.CONFIRM in {step.kind for step in due(logbook, TODAY)}


@pytest.mark.parametrize("way", ["ticked", "mail", "today"])
def test_what_is_ticked_written_or_too_late_is_not_to_be_confirmed(logbook, ada, way):
    kind = MeetingKind.MAIL if way == "mail" else MeetingKind.LUNCH
    meeting = logbook.meetings.add(Meeting(ada, on=TODAY if way == "today" else TODAY + DAY, kind=kind))
    if way == "ticked":
        logbook.ticks.add(Tick(meeting.id, "confirm"))

    assert DueKind.CONFIRM not in {step.kind for step in due(logbook, TODAY)}


def test_a_long_link_is_left_out_of_the_sentence(logbook, ada):
    place = "https://video.example/j/81234567890?pwd=aB3dE6"
    logbook.meetings.add(Meeting(ada, on=TODAY, at="16:30", kind=MeetingKind.VIDEO, place=place))

    assert due(logbook, TODAY)[1].sentence.startswith("You're meeting Ada Park today at 16:30 (video call).")


@pytest.mark.parametrize("days", [0, 1])
def test_questions_missing_at_the_last_moment_are_due_today(logbook, ada, days):
    logbook.meetings.add(Meeting(ada, on=TODAY + days * DAY))

    assert steps(logbook)[0] == ("prepare", TODAY, "today")


def test_four_days_before_a_meeting_nobody_is_pressed(logbook, ada):
    logbook.meetings.add(Meeting(ada, on=TODAY + 4 * DAY))

    assert [step.kind for step in due(logbook, TODAY)] == [DueKind.MEETING]


def test_the_day_after_a_planned_meeting_the_debrief_is_due(logbook, ada):
    logbook.meetings.add(Meeting(ada, on=TODAY - DAY))

    assert steps(logbook) == [("debrief", TODAY - DAY, "late")]


def test_a_meeting_that_fell_through_raises_nothing(logbook, ada):
    logbook.meetings.add(Meeting(ada, MeetingStatus.CANCELLED, on=TODAY - DAY))

    assert due(logbook, TODAY) == ()


def test_a_thank_you_is_due_the_day_after_the_meeting(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=TODAY - 2 * DAY))
    logbook.follow_ups.add(FollowUp(ada, FollowUpKind.THANK_YOU, meeting_id=meeting.id))

    assert steps(logbook) == [("thank-you", TODAY - DAY, "late")]
    assert "still worth sending" in due(logbook, TODAY)[0].sentence


def test_a_thank_you_that_was_sent_is_no_longer_due(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=TODAY - 2 * DAY))
    logbook.follow_ups.add(FollowUp(ada, FollowUpKind.THANK_YOU, meeting_id=meeting.id, sent_on=TODAY))

    assert due(logbook, TODAY) == ()


def test_a_thank_you_for_one_meeting_does_not_thank_for_another(logbook, ada):
    first = logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=TODAY - 60 * DAY))
    second = logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=TODAY - DAY))
    logbook.follow_ups.add(
        FollowUp(ada, FollowUpKind.THANK_YOU, meeting_id=first.id, sent_on=TODAY - 59 * DAY)
    )

    assert [step.about for step in due(logbook, TODAY)] == [second.id]


def test_my_promise_is_to_be_done_and_theirs_to_be_asked_for_kindly(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=TODAY))
    logbook.promises.add(Promise("Send the panel.", meeting_id=meeting.id, due_on=TODAY))
    logbook.promises.add(Promise("Solveig's address", meeting.id, ada, mine=False, due_on=TODAY - DAY))
    theirs, mine, _thank_you = due(logbook, TODAY)

    assert (mine.kind, mine.contact) == (DueKind.PROMISE, "Ada Park")
    assert mine.sentence == "You said you'd do this today: Send the panel (Ada Park)."
    assert theirs.sentence.startswith("Ada Park offered this")
    assert "ask once, kindly" in theirs.sentence


@pytest.mark.parametrize(
    ("text", "met", "concerns", "said"),
    [
        ("Send her my essay", True, "Ada", "Send her my essay (Ada Park)."),
        ("Send her my essay", False, "Ada", "Send her my essay (Ada Park)."),
        ("Send her my essay", True, "", "Send her my essay (Ada Park)."),
        ("Send Ada Park my essay.", True, "Ada", "Send Ada Park my essay."),
        ("Write to Ben Ortiz", True, "Ben", "Write to Ben Ortiz (from your conversation with Ada Park)."),
        (
            "Write to her brother",
            True,
            "Ben",
            "Write to her brother (Ben Ortiz, from your conversation with Ada Park).",
        ),
        ("Take the course", False, "", "Take the course."),
    ],
)
@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_promise_of_mine_says_whom_it_concerns_unless_it_does_itself(
    logbook, ada, days, text, met, concerns, said
):
    ben = logbook.contacts.add(Contact("Ben Ortiz")).id
    meeting = logbook.meetings.add(Meeting(ada, MeetingStatus.CANCELLED)).id if met else None
    contact = {"Ada": ada, "Ben": ben}.get(concerns)
    logbook.promises.add(Promise(text, meeting, contact, due_on=TODAY + days * DAY))
    (step,) = due(logbook, TODAY)

    assert step.sentence.removesuffix(" It's still worth doing.").endswith(f": {said}")


def test_a_promise_to_oneself_concerns_nobody_else(logbook):
    logbook.promises.add(Promise("Register for the course", due_on=TODAY + 7 * DAY))
    (step,) = due(logbook, TODAY)

    assert (step.contact_id, step.contact, step.state) == (None, "", DueState.COMING)


def test_a_promise_that_is_done_or_has_no_day_is_not_due(logbook, ada):
    logbook.promises.add(Promise("Sent already", contact_id=ada, due_on=TODAY - DAY, done_on=TODAY - DAY))
    logbook.promises.add(Promise("Some day", contact_id=ada))

    assert due(logbook, TODAY) == ()


def test_an_update_is_due_on_its_day_until_it_is_sent(logbook, ada):
    note = logbook.follow_ups.add(FollowUp(ada, FollowUpKind.UPDATE, due_on=date(2027, 4, 1)))
    assert steps(logbook) == [("update", date(2027, 4, 1), "later")]

    logbook.follow_ups.change(note.id, sent_on=TODAY)
    assert due(logbook, TODAY) == ()


def test_a_contact_left_to_rest_raises_nothing(logbook):
    resting = logbook.contacts.add(Contact(name="Tomás Řípa", rested_on=TODAY)).id
    logbook.requests.add(Request(resting, RequestStatus.SENT, sent_on=date(2026, 10, 1)))
    logbook.follow_ups.add(FollowUp(resting, FollowUpKind.UPDATE, due_on=TODAY))
    logbook.promises.add(Promise("Write", contact_id=resting, due_on=TODAY))

    assert due(logbook, TODAY) == ()


def test_steps_stand_in_the_order_of_their_days(logbook, ada):
    logbook.promises.add(Promise("Third", contact_id=ada, due_on=TODAY + 30 * DAY))
    logbook.promises.add(Promise("First", contact_id=ada, due_on=TODAY - 30 * DAY))
    logbook.promises.add(Promise("Second", contact_id=ada, due_on=TODAY))

    assert [step.state for step in due(logbook, TODAY)] == [DueState.LATE, DueState.TODAY, DueState.LATER]


@pytest.mark.parametrize(
    ("days", "state"), [(-1, "late"), (0, "today"), (1, "coming"), (14, "coming"), (15, "later")]
)
def test_coming_means_within_fourteen_days(logbook, days, state):
    logbook.promises.add(Promise("Something", due_on=TODAY + days * DAY))

    assert due(logbook, TODAY)[0].state == state


def test_a_november_with_one_late_thing_and_two_this_week(logbook):
    """A person far along: five talks, one silence closed, one "not before spring", promises on both sides."""
    nkiru, henrik, inga, asa, tomas, mara, orsolina = (
        logbook.contacts.add(Contact(name)).id
        for name in ("Nkiru", "Henrik", "Inga", "Åsa", "Tomás", "Marguerite", "Orsolina")
    )
    for person, day in ((nkiru, date(2026, 10, 1)), (henrik, date(2026, 10, 21)), (inga, date(2026, 11, 11))):
        meeting = logbook.meetings.add(Meeting(person, MeetingStatus.HELD, on=day))
        logbook.follow_ups.add(FollowUp(person, FollowUpKind.THANK_YOU, meeting.id, sent_on=day + DAY))
    call = logbook.meetings.add(Meeting(asa, on=date(2026, 11, 25), at="09:00"))
    logbook.questions.add(MeetingQuestion(call.id, "How did you come to the archive?"))
    logbook.requests.add(Request(tomas, RequestStatus.NO_REPLY, sent_on=date(2026, 10, 26)))
    logbook.follow_ups.add(FollowUp(tomas, FollowUpKind.FOLLOW_UP, sent_on=date(2026, 11, 4)))
    logbook.requests.add(Request(mara, RequestStatus.LATER, ask_again_on=date(2027, 3, 1)))
    logbook.promises.add(
        Promise("Solveig's address", contact_id=henrik, mine=False, due_on=date(2026, 11, 18))
    )
    logbook.promises.add(Promise("First mail to Orsolina", contact_id=orsolina, due_on=date(2026, 11, 27)))
    logbook.promises.add(Promise("Object-handling course", due_on=date(2026, 11, 30)))
    logbook.follow_ups.add(FollowUp(nkiru, FollowUpKind.UPDATE, due_on=date(2027, 4, 1)))
    listed = due(logbook, TODAY)

    assert [step.contact for step in listed if step.state is DueState.LATE] == ["Henrik"]
    this_week = [step for step in listed if TODAY <= step.due_on < TODAY + 7 * DAY]
    assert [(step.kind, step.contact) for step in this_week] == [
        (DueKind.MEETING, "Åsa"),
        (DueKind.PROMISE, "Orsolina"),
    ]
    assert [step.due_on for step in listed if step.state is DueState.LATER] == [
        date(2027, 3, 1),
        date(2027, 4, 1),
    ]


def test_what_people_type_cannot_break_a_sentence(logbook):
    odd = logbook.contacts.add(Contact(name="{day} {0} %s <b>")).id
    logbook.promises.add(Promise("{name}{missing}", contact_id=odd, mine=False, due_on=TODAY))

    assert "{day} {0} %s <b> offered this for today: {name}{missing}." in due(logbook, TODAY)[0].sentence


def test_every_kind_has_its_sentences_and_they_use_known_fields_only():
    tables = words("next_steps")["due"]
    fields = {
        name
        for table in tables.values()
        for sentence in table.values()
        for _, name, _, _ in Formatter().parse(sentence)
        if name
    }

    assert set(tables) == {kind.value for kind in DueKind} - {"ask"} | {
        "ask-by",
        "ask-from",
        "ask-warm",
        "their-promise",
        "keep-in-touch",
        "did-it",
        "meeting-unprepared",
    }
    assert all(set(table) <= {"late", "today", "coming", "any-time"} for table in tables.values())
    assert {name for name, table in tables.items() if "coming" not in table} == {"debrief", "did-it"}
    assert fields <= {"name", "day", "what", "where"}


def test_no_sentence_blames():
    text = " ".join(s for table in words("next_steps")["due"].values() for s in table.values()).casefold()

    assert not [word for word in ("overdue", "forgot", "failed", "must", "should have") if word in text]


def test_a_yes_without_a_day_is_due_the_day_after(logbook, ada):
    asked, answered = TODAY - 5 * DAY, TODAY - DAY
    logbook.requests.add(Request(ada, RequestStatus.ACCEPTED, sent_on=asked, answered_on=answered))
    logbook.meetings.add(Meeting(ada))
    assert steps(logbook) == [("set-day", TODAY, "today")]


def test_somebody_can_have_a_day_to_be_asked_by_or_from(logbook, ada):
    logbook.contacts.change(ada, ask_by=TODAY)
    assert steps(logbook) == [("ask", TODAY, "today")]
    logbook.contacts.change(ada, ask_by=None, not_before=TODAY + 3 * DAY)
    assert steps(logbook) == [("ask", TODAY + 3 * DAY, "coming")]
    logbook.requests.add(Request(ada, RequestStatus.DECLINED, sent_on=TODAY - DAY, answered_on=TODAY))
    assert steps(logbook) == []


def test_a_name_just_given_is_warm_for_three_working_days_and_never_late(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=TODAY))
    logbook.follow_ups.add(FollowUp(ada, FollowUpKind.THANK_YOU, meeting.id, sent_on=TODAY))
    ben = logbook.contacts.add(Contact("Ben")).id
    logbook.introductions.add(Introduction(ada, ben, TODAY, meeting.id))
    (warm,) = [step for step in due(logbook, TODAY) if step.contact_id == ben]
    assert (warm.kind, warm.state) == (DueKind.ASK, DueState.COMING)
    (later,) = [step for step in due(logbook, TODAY + 30 * DAY) if step.contact_id == ben]
    assert later.state is DueState.ANY_TIME


def test_a_rest_can_have_an_end(logbook, ada):
    logbook.contacts.change(ada, rested_on=TODAY - 9 * DAY, rest_until=TODAY, ask_by=TODAY)
    assert steps(logbook) == [("wake", TODAY, "today")]


def test_who_is_kept_apart_is_never_to_be_asked(logbook, ada):
    logbook.contacts.change(ada, apart=True, ask_by=TODAY)
    assert steps(logbook) == []
    assert suggested(logbook, TODAY).contact is None


def test_questions_by_mail_are_sent_the_day_after_and_answers_reminded_of_once(logbook, ada):
    meeting = logbook.meetings.add(Meeting(ada, kind=MeetingKind.MAIL))
    assert steps(logbook) == [("send-questions", TODAY + DAY, "coming")]
    logbook.meetings.change(meeting.id, questions_sent_on=date(2026, 11, 2))
    ((kind, day, _),) = steps(logbook)
    assert (kind, day) == ("answers", date(2026, 11, 11))
    assert standings(logbook)[ada] is ContactStatus.BY_MAIL


def test_answers_by_mail_are_no_meeting(logbook, ada):
    logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=TODAY, kind=MeetingKind.MAIL))
    assert first_meetings(logbook) == {}


def test_every_kind_of_step_can_be_said_in_a_few_words_too():
    said = words("next_steps")
    assert said["short"].keys() == said["due"].keys()
    assert max(len(short.split()) for short in said["short"].values()) <= 7
