"""Progress: this month's goal, what is due, who is where."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from infoview.next_steps.due import due
from infoview.records.contacts import Contact
from infoview.records.debriefs import Promise
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request, RequestStatus


def test_the_goal_of_this_month_is_said_and_drawn(meeting_ada, tools):
    goal = meeting_ada.section("progress", "goal")
    assert "0 of 1 new people met this month" in goal.said.value
    assert "1 more with a date" in goal.said.value
    assert goal.said.value.count('class="scheduled"') == 1
    meeting_ada.logbook.meetings.change(1, status=MeetingStatus.HELD, on=tools.today)
    meeting_ada.session.redraw()
    assert "That was your goal: well done" in goal.said.value
    assert 'role="img"' in goal.said.value
    assert "<title>1 of 1 people met" in goal.said.value


def test_nothing_due_and_nobody_there_invite_to_begin(someone):
    someone.logbook.remember("first_minute", "done")
    someone.go("start")
    assert "Find someone to ask." in someone.sees()
    someone.section("progress", "people")
    assert "One name is enough to start with" in someone.sees()


def test_everything_due_is_listed_in_its_order_the_most_of_it_folded_by_week(with_demo, tools):
    section = with_demo.section("start", "due")
    steps = due(with_demo.logbook, tools.today)
    groups = {group["title"]: group for group in section.rows.groups}
    assert len(steps) > 6
    assert [row["text"] for row in with_demo.due()][:6] == [step.sentence for step in steps][:6]
    assert sorted(row["text"] for row in with_demo.due()) == sorted(step.sentence for step in steps)
    assert [group["folded"] for group in groups.values()] == [False] + [True] * (len(groups) - 1)
    assert "Next week" in groups


def test_the_next_step_is_one_large_sentence_with_its_person_and_five_small_ones_follow(with_demo):
    section = with_demo.section("start", "due")
    assert "Gustav Amari hasn&#x27;t answered yet." in section.hero.value
    assert "Flood Risk Officer" in section.hero.value
    assert [action["primary"] for action in section.hero_actions.actions] == [True, False, False]
    assert len(section.rows.groups[0]["rows"]) == 5


def test_a_row_says_in_a_few_words_what_and_below_it_when(with_ada, tools):
    promised(with_ada.logbook, with_ada.session.here.contact, tools.today)
    with_ada.logbook.promises.add(Promise("Read the report", due_on=tools.today + 2 * DAY))
    with_ada.session.redraw()
    section = with_ada.section("start", "due")
    (row,) = section.rows.groups[0]["rows"]
    assert (row["text"], row["below"]) == ("Read the report", "Wednesday 25 November")
    assert row["face"] is None


def test_where_nothing_has_a_date_the_next_person_to_write_to_is_suggested(with_ada):
    section = with_ada.section("start", "due")
    assert "Write to Ada Park." in section.hero.value
    with_ada.press(section.hero_actions, "suggested")
    assert with_ada.app.stepper.current == "requests"
    with_ada.type(with_ada.section("requests", "write").form, "who", "I study rivers.")
    section = with_ada.section("start", "due")
    assert "Finish your message to Ada Park." in section.hero.value


DAY = timedelta(days=1)


def sent_long_ago(logbook, ada, today):
    logbook.requests.add(Request(ada.id, RequestStatus.SENT, who="x", sent_on=today - 30 * DAY))


def asked_to_wait(logbook, ada, today):
    logbook.requests.add(Request(ada.id, RequestStatus.LATER, who="x", ask_again_on=today))


def meets_soon(logbook, ada, today):
    logbook.meetings.add(Meeting(ada.id, on=today + DAY))


def met_unwritten(logbook, ada, today):
    logbook.meetings.add(Meeting(ada.id, on=today - DAY))


def met_unthanked(logbook, ada, today):
    logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD, today - DAY))


def promised(logbook, ada, today):
    talk = logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD, today))
    logbook.follow_ups.add(FollowUp(ada.id, FollowUpKind.THANK_YOU, talk.id, sent_on=today))
    logbook.promises.add(Promise("Send it", talk.id, ada.id, due_on=today))


def owes_news(logbook, ada, today):
    logbook.follow_ups.add(FollowUp(ada.id, FollowUpKind.UPDATE, due_on=today))


@pytest.mark.parametrize(
    ("story", "step"),
    [
        (sent_long_ago, "requests"),
        (asked_to_wait, "requests"),
        (meets_soon, "questions"),
        (met_unwritten, "debrief"),
        (met_unthanked, "debrief"),
        (promised, "debrief"),
        (owes_news, "debrief"),
    ],
)
def test_each_thing_due_opens_where_it_is_done_with_the_right_person(someone, tools, story, step):
    ada, ben = someone.logbook.contacts.add(Contact("Ada")), someone.logbook.contacts.add(Contact("Ben"))
    someone.choose(ben.id)
    story(someone.logbook, ada, tools.today)
    assert someone.do_due("open", someone.due()[0]["text"])
    assert someone.app.stepper.current == step
    assert someone.session.here.contact == ada


def test_a_thank_you_that_is_due_opens_its_own_conversation(someone, tools):
    ada = someone.logbook.contacts.add(Contact("Ada"))
    met_unthanked(someone.logbook, ada, tools.today)
    someone.logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD, tools.today))
    someone.logbook.meetings.add(Meeting(ada.id, on=tools.today + 40 * DAY))
    assert someone.do_due("open", "thank-you")
    assert someone.section("debrief", "thanks").form.record == "thanks-mail-1"


def test_a_promise_is_done_with_one_click(with_ada, reopened, tools):
    promised(with_ada.logbook, with_ada.session.here.contact, tools.today)
    with_ada.do_due("done", "Send it")
    assert reopened().promises.find()[0].done_on == date(2026, 11, 23)
    assert with_ada.due() == []


def test_a_note_sent_outside_the_workbook_is_marked_with_one_click_and_taken_back_with_another(
    with_ada, reopened, tools
):
    met_unthanked(with_ada.logbook, with_ada.session.here.contact, tools.today)
    with_ada.do_due("done", "thank-you")
    assert reopened().follow_ups.find()[0].sent_on == tools.today
    assert "undo it" in with_ada.told[0]
    assert all("thank-you" not in row["text"] for row in with_ada.due())
    section = with_ada.section("start", "due")
    assert tools.shown(section.undo)
    with_ada.go("contacts")
    section = with_ada.section("start", "due")
    assert not tools.shown(section.undo), "who comes back later takes it back under Done"
    assert take_back_under_done(with_ada)
    assert reopened().follow_ups.count() == 0
    assert [group["key"] for group in section.rows.groups] == ["after"][: len(with_ada.due()) - 1]


def take_back_under_done(someone, at=0):
    rows = someone.section("start", "due").rows
    done = rows.groups[-1]
    assert done["key"] == "done"
    rows.receive({"type": "action", "action": "take_back", "id": done["rows"][at]["id"]})
    return someone.told[0].startswith("Undone")


def marked(someone, text):
    someone.do_due("done", text)
    return someone.section("start", "due")


def test_a_mark_made_by_mistake_is_taken_back_on_the_spot(with_ada, reopened, tools):
    met_unthanked(with_ada.logbook, with_ada.session.here.contact, tools.today)
    section = with_ada.section("start", "due")
    assert not tools.shown(section.undo)
    section = marked(with_ada, "thank-you")
    assert "Done: Thank Ada Park" in section.last.value
    assert with_ada.press(section.undo, "take_back")
    assert reopened().follow_ups.count() == 0
    assert "thank-you note" in with_ada.due()[0]["text"]
    assert "Undone" in with_ada.told[0]
    assert not tools.shown(section.done_last)


def test_the_last_mark_is_taken_back_on_the_spot_and_each_of_them_under_done(with_ada, tools):
    for text in ("Send the panel", "Call the museum"):
        with_ada.logbook.promises.add(
            Promise(text, contact_id=with_ada.session.here.contact.id, due_on=tools.today)
        )
    marked(with_ada, "Send the panel")
    section = marked(with_ada, "Call the museum")
    assert with_ada.press(section.undo, "take_back")
    assert [promise.text for promise in with_ada.logbook.promises.find(done_on=None)] == ["Call the museum"]
    assert take_back_under_done(with_ada)
    assert len(with_ada.logbook.promises.find(done_on=None)) == 2


def test_a_mark_that_was_changed_in_another_window_stays_and_says_so(with_ada, tools):
    promised(with_ada.logbook, with_ada.session.here.contact, tools.today)
    section = marked(with_ada, "Send it")
    with_ada.logbook.promises.change(1, text="Send it by post")
    assert not with_ada.press(section.undo, "take_back")
    assert "changed since" in with_ada.told[0]
    assert with_ada.logbook.promises.get(1).done_on == tools.today


def test_a_meeting_that_fell_through_is_marked_so_in_its_row_and_taken_back(with_ada, reopened, tools):
    met_unwritten(with_ada.logbook, with_ada.session.here.contact, tools.today)
    assert with_ada.due()[0]["actions"] == ["open", "done", "cross_out"]
    section = with_ada.section("start", "due")
    assert section.hero_actions.actions[1]["label"] == "It didn't happen"
    marked(with_ada, "Ada Park")
    assert reopened().meetings.get(1).status is MeetingStatus.CANCELLED
    assert "Prepare questions" in with_ada.told[0]
    assert with_ada.due() == []
    assert with_ada.press(section.undo, "take_back")
    assert reopened().meetings.get(1).status is MeetingStatus.PLANNED
    assert "Ada Park" in with_ada.due()[0]["text"]


def test_a_promise_opens_the_talk_in_which_it_came_up_whomever_it_concerns(someone, tools):
    ada, ben = someone.logbook.contacts.add(Contact("Ada")), someone.logbook.contacts.add(Contact("Ben"))
    talk = someone.logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD, tools.today - DAY))
    someone.logbook.meetings.add(Meeting(ada.id, MeetingStatus.HELD, tools.today))
    someone.logbook.promises.add(Promise("Write to Ben", talk.id, ben.id, due_on=tools.today))
    assert someone.do_due("open", "Write to Ben")
    assert someone.session.here.contact == ada
    assert "Write to Ben" in str(someone.section("debrief", "promises").table.rows)


def test_a_promise_that_came_up_in_no_talk_leads_nowhere(with_ada, tools):
    with_ada.logbook.promises.add(Promise("Take the course", due_on=tools.today))
    (row,) = with_ada.due()
    assert row["actions"] == ["done", "cross_out"]


def test_everything_that_is_due_in_the_sample_logbook_leads_to_whom_it_speaks_of(with_demo, tools):
    opened = 0
    for step in due(with_demo.logbook, tools.today):
        row = next((row for row in with_demo.due() if row["text"] == step.sentence), None)
        if row is None or "open" not in row["actions"]:
            continue
        assert with_demo.do_due("open", step.sentence)
        assert "You have no meeting with" not in with_demo.sees(), step.sentence
        opened += 1
    assert opened > 3


def test_what_was_done_elsewhere_meanwhile_is_answered_with_a_sentence(with_ada, tools):
    promised(with_ada.logbook, with_ada.session.here.contact, tools.today)
    rows = with_ada.section("start", "due").rows
    with_ada.logbook.promises.remove(1)
    with_ada.session.redraw()
    rows.receive({"type": "action", "action": "done", "id": "promise-1-1", "seq": 77})
    assert with_ada.told[1] == "notice"
    assert "done" in with_ada.told[0]


def test_everyone_is_listed_with_where_they_are_the_furthest_first(with_demo):
    table = with_demo.section("progress", "people").table
    assert table.total == with_demo.logbook.contacts.count()
    states = [row["cells"][1]["text"] for row in table.rows]
    assert states.index("to be asked") > states.index("met")
    assert any(row["cells"][2]["text"] for row in table.rows)


def test_whoever_is_opened_is_the_one_to_work_on(with_demo):
    table = with_demo.section("progress", "people").table
    with_demo.act(table, "open", table.rows[-1]["id"])
    assert with_demo.session.here.contact.name == table.rows[-1]["cells"][0]["text"]
