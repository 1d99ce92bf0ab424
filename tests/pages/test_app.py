"""The app: header, steps, status line, and the way on and back."""

from __future__ import annotations

import re

from infoview.records.debriefs import Learned
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.takeaways import Takeaway
from workbook.app import App
from workbook.chapters import STEPS, chapter
from workbook.frame import opening
from workbook.pages import LAYOUTS
from workbook.window import Window


def keys(actions):
    return [action["key"] for action in actions.actions]


def back(someone):
    ways = {action["key"]: action["label"] for action in someone.app.onward.actions}
    return next((key for key, label in ways.items() if label.startswith("Back")), "")


def where(someone):
    return someone.app.stepper.current, someone.app.stepper.part


def test_there_are_six_steps_in_order(someone):
    assert [key for key, _, _ in someone.app.stepper.steps] == list(STEPS)
    assert [label for _, label, _ in someone.app.stepper.steps][1] == "Find contacts"


def test_the_frame_painted_before_python_names_the_same_steps(someone):
    painted = re.findall(r'<span class="iv-step">(.*?)</span>', opening())
    assert painted == [label for _, label, _ in someone.app.stepper.steps]


def test_every_step_can_be_looked_at_whatever_was_done_before(someone, tools):
    for step in reversed(STEPS):
        page = someone.go(step)
        assert [view for view in someone.app.stage.children if tools.shown(view)] == [page.view]
        assert f">{chapter(step).title}</h1>" in someone.sees()


def test_a_step_that_does_not_exist_is_left_alone(someone):
    someone.app.stepper.receive({"type": "step", "key": "nowhere"})
    assert someone.app.stepper.current == "start"


def test_one_goes_on_and_back_through_the_parts_and_from_step_to_step(someone):
    walked = [where(someone)]
    while onward := [key for key in keys(someone.app.onward) if key != back(someone)]:
        someone.press(someone.app.onward, onward[0])
        walked.append(where(someone))
    assert walked == [
        (step, part) for step, layout in LAYOUTS.items() for part in layout.parts if part not in layout.aside
    ]

    returned = [where(someone)]
    while key := back(someone):
        someone.press(someone.app.onward, key)
        returned.append(where(someone))
    assert returned == walked[::-1]


def test_the_ways_on_and_back_are_named_after_where_they_lead(someone):
    someone.section("contacts", "people")
    assert [one["label"] for one in someone.app.onward.actions] == [
        "Next: Who to ask first",
        "Back: Bring a file",
    ]
    someone.section("contacts", "order")
    assert someone.app.onward.actions[0]["label"] == "Next: Write the request"


def test_the_way_leads_on_from_a_part_that_it_passes_by(someone):
    someone.section("start", "copy")
    assert [one["label"] for one in someone.app.onward.actions] == ["Next: Find contacts", "Back: Today"]


def test_one_part_of_a_step_is_in_sight_and_it_is_the_one_that_was_left(with_ada, someone_else):
    with_ada.section("debrief", "thanks")
    assert "Say thank you</h2>" in with_ada.sees()
    assert "What did you learn?</h2>" not in with_ada.sees()
    with_ada.go("start")
    with_ada.go("debrief")
    assert where(with_ada) == ("debrief", "thanks")


def test_who_comes_back_lands_on_today_with_a_way_to_where_they_were(with_ada, someone_else, tools):
    with_ada.section("debrief", "thanks")
    later = someone_else()
    assert where(later) == ("start", "today")
    today = later.window.pages["start"].section("due")
    assert "Where you were: Say thank you, Ada Park" in today.left.value
    later.press(today.go_on, "go_on")
    assert where(later) == ("debrief", "thanks")
    assert not tools.shown(later.section("start", "due").where_left)


def test_an_address_that_names_a_place_is_followed_at_once(with_ada):
    app = App(Window(with_ada.logbook, strict=True), ("questions", "day"))
    assert (app.stepper.current, app.stepper.part) == ("questions", "day")


def test_a_part_that_does_not_exist_is_left_alone(someone):
    someone.app.stepper.receive({"type": "step", "key": "contacts", "part": "nowhere"})
    assert where(someone) == ("contacts", "memory")


def test_steps_that_hold_something_are_marked_and_nothing_is_locked(with_ada):
    assert with_ada.app.stepper.marks == {"contacts": "done"}
    with_ada.type(with_ada.section("start", "profile").form, "name", "Mina")
    assert "start" not in with_ada.app.stepper.marks, "Today is never done"


def test_the_debrief_is_done_when_something_is_written_down_and_somebody_thanked(with_ada):
    meeting = with_ada.logbook.meetings.add(Meeting(with_ada.session.here.contact.id, MeetingStatus.HELD))
    with_ada.logbook.learned.add(Learned(meeting.id, Takeaway.LIFESTYLE, opinion="Worth it."))
    with_ada.session.redraw()
    assert with_ada.app.stepper.marks["debrief"] == "begun"
    thanks = FollowUp(meeting.contact_id, FollowUpKind.THANK_YOU, sent_on=with_ada.session.today)
    with_ada.logbook.follow_ups.add(thanks)
    with_ada.session.redraw()
    assert with_ada.app.stepper.marks["debrief"] == "done"


def test_while_the_debrief_leads_on_itself_the_way_to_the_next_part_stands_back(with_ada):
    with_ada.section("debrief", "learned")
    assert not any(one["primary"] for one in with_ada.app.onward.actions)
    with_ada.section("debrief", "skills")
    assert with_ada.app.onward.actions[0]["primary"]


def test_a_corrected_name_asks_for_another_look_at_the_greeting(with_ada):
    with_ada.type(with_ada.section("requests", "write").form, "who", "I study rivers.")
    people = with_ada.section("contacts", "people")
    with_ada.act(people.table, "edit", with_ada.session.here.contact.id)
    with_ada.type(people.form, "name", "Hedda Lund")
    assert with_ada.app.stepper.marks["requests"] == "look-again"
    assert with_ada.logbook.requests.find()[0].who == "I study rivers."


def test_each_page_is_built_when_it_is_first_opened_and_never_again(someone):
    assert [step for step, page in someone.window.pages.items() if page.built] == ["start"]
    view = someone.go("debrief").view
    someone.go("start")
    assert someone.go("debrief").view is view
    assert sum(page.built for page in someone.window.pages.values()) == 2


def test_a_change_on_one_page_is_there_when_one_comes_to_another(with_ada):
    with_ada.section("progress", "people")
    with_ada.type(with_ada.section("requests", "write").form, "who", "x")
    with_ada.press(with_ada.section("requests", "send").actions, "sent")
    with_ada.go("progress")
    assert "'asked'" in with_ada.sees()


def test_the_status_line_says_the_same_sentence_twice_when_it_happens_twice(someone):
    form = someone.section("start", "goal").form
    someone.type(form, "per_month", "many")
    before = someone.window.status.said
    someone.type(form, "per_month", "many")
    assert someone.window.status.said == before + 1


def test_the_program_answers_when_asked_whether_it_is_there(someone):
    someone.wait()
    data, _ = someone.window.status.comm.sent[-1]
    assert data["content"] == {"type": "pong"}


def test_a_section_its_words_and_its_module_have_one_name(someone):
    called = {
        key: section.__module__.rpartition(".")[2]
        for step in STEPS
        for row in someone.go(step).layout.rows()
        for key, section in row
    }
    in_one_module = {"reading", "studies"}
    assert {key for key, module in called.items() if key != module} == in_one_module
