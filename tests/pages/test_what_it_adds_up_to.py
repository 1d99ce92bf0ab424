"""What it all adds up to: side by side, where people agree, what is missing, which way to go."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape

import pytest

from infoview.content import words
from infoview.records.contacts import Contact
from infoview.records.debriefs import Learned
from infoview.records.directions import Direction, Evidence, Skill
from infoview.records.goals import MonthGoal, Pause
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus
from infoview.records.requests import Request, RequestStatus
from infoview.records.takeaways import Takeaway

FIRST = date(2026, 10, 1)
LIFE = {
    "Nomsa Obi": "Two evenings a week, Mondays off.",
    "Harald Vogt": "Courier trips, four a year.",
    "Irma Bruhns": "Twelve-hour days before an opening.",
}


@pytest.fixture
def with_talks(someone):
    """Someone who talked with three people about the life that goes with it."""
    for number, (name, told) in enumerate(LIFE.items(), start=1):
        contact = someone.logbook.contacts.add(Contact(name, organization=f"Museum {number}"))
        on = FIRST + timedelta(days=10 * number)
        meeting = someone.logbook.meetings.add(Meeting(contact.id, MeetingStatus.HELD, on=on))
        someone.logbook.learned.add(Learned(meeting.id, Takeaway.LIFESTYLE, told))
    someone.session.redraw()
    return someone


def open_cell(someone, table, row, column):
    """Press a cell of a table that opens."""
    return someone._tell(table, {"type": "open", "column": column, "id": str(row)})


# Side by side


def test_three_answers_on_lifestyle_stand_in_one_column(with_talks):
    table = with_talks.section("progress", "compare").table
    place = [column["key"] for column in table.columns].index("lifestyle")
    assert [row["cells"][place]["text"] for row in table.rows] == list(reversed(LIFE.values()))
    assert [row["cells"][0]["text"] for row in table.rows] == list(reversed(LIFE))
    assert "Museum 3, 31 October 2026" in table.rows[0]["note"]


def test_a_cell_opens_with_what_the_others_said_about_the_same_beside_it(with_talks, tools):
    section = with_talks.section("progress", "compare")
    assert not tools.shown(section.panel)
    with_talks.logbook.learned.change(2, opinion="Worth it.", reaction="Not for me.", unasked=True)
    assert open_cell(with_talks, section.table, 2, "lifestyle")
    assert tools.shown(section.panel)
    read = section.panel.value
    assert read.index("Courier trips") < read.index("Twelve-hour") < read.index("Two evenings")
    assert 'class="iv-chosen"><strong>Harald Vogt' in read
    assert "They think:</strong> Worth it." in read
    assert "You:</strong> Not for me." in read
    assert "brought it up unasked" in read
    assert section.table.opened == "2 lifestyle"

    assert with_talks.press(section.actions, "close")
    assert not tools.shown(section.panel)
    assert section.table.opened == ""


def test_from_an_open_cell_one_click_leads_to_its_debrief(with_talks):
    section = with_talks.section("progress", "compare")
    open_cell(with_talks, section.table, 2, "lifestyle")
    with_talks.press(section.actions, "debrief")
    assert with_talks.app.stepper.current == "debrief"
    assert with_talks.session.here.contact.name == "Harald Vogt"
    assert with_talks.session.here.meeting_id == 2


def test_an_empty_cell_opens_too_and_leads_to_writing_it_down_or_asking_the_next_person(with_talks):
    section = with_talks.section("progress", "compare")
    cell = [column["key"] for column in section.table.columns].index("job_hunting")
    assert section.table.rows[0]["cells"][cell]["text"] == ""
    assert open_cell(with_talks, section.table, 2, "job_hunting")
    assert "You noted nothing about this yet." in section.panel.value
    labels = {action["key"]: action["label"] for action in section.actions.actions}
    assert labels["debrief"] == "Write down what Harald Vogt said"
    assert labels["ask"] == "See questions about it"

    margit = with_talks.logbook.contacts.add(Contact("Margit Dahl"))
    with_talks.logbook.meetings.add(Meeting(margit.id, on=date(2026, 12, 1)))
    with_talks.session.redraw()
    assert "Ask Margit Dahl about it" in [action["label"] for action in section.actions.actions]
    with_talks.press(section.actions, "ask")
    assert with_talks.session.here.contact.name == "Margit Dahl"
    assert with_talks.app.stepper.current == "questions"
    bank_list = with_talks.section("questions", "pick").bank.list
    assert [group["key"] for group in bank_list.groups if group["items"]] == ["job_hunting"]


def test_a_cell_that_is_gone_meanwhile_opens_nothing(with_talks, tools):
    section = with_talks.section("progress", "compare")
    open_cell(with_talks, section.table, 2, "lifestyle")
    with_talks.logbook.meetings.remove(2)
    with_talks.session.redraw()
    assert not tools.shown(section.panel)
    assert open_cell(with_talks, section.table, 77, "lifestyle")
    assert not tools.shown(section.panel)


def test_only_cells_that_open_can_be_opened(with_talks):
    section = with_talks.section("progress", "compare")
    open_cell(with_talks, section.table, 2, "name")
    assert section.table.opened == ""


def test_the_conversations_about_one_direction_are_shown_alone_with_whether_they_are_enough(
    with_talks, tools
):
    section = with_talks.section("progress", "compare")
    assert not tools.shown(section.filter)
    curating = with_talks.logbook.directions.add(Direction("Curating")).id
    for meeting in (1, 3):
        with_talks.logbook.meetings.change(meeting, direction_id=curating)
    with_talks.session.redraw()
    assert "3 people" in section.said.value
    with_talks.type(section.filter, "direction", str(curating))
    assert [row["id"] for row in section.table.rows] == ["3", "1"]
    assert "talk to one more in this area" in section.said.value

    with_talks.logbook.directions.change(curating, closed_on=FIRST)
    with_talks.session.redraw()
    assert len(section.table.rows) == 3


def test_before_the_first_talk_the_page_says_what_will_stand_here(someone):
    someone.section("progress", "compare")
    assert "Nothing to compare yet" in someone.sees()
    someone.section("progress", "agreed")
    assert "Nothing noted yet" in someone.sees()
    assert "After your first" in someone.sees()


# Where they agree


@pytest.fixture
def agreed(with_talks):
    """Someone who noted that evenings are part of it."""
    section = with_talks.section("progress", "agreed")
    with_talks.fill(section.small.form, text="Evenings are part of it", takeaway="lifestyle")
    assert with_talks.press(section.small.actions, "add")
    return section


def test_a_statement_is_noted_and_at_once_asks_who_says_so(with_talks, agreed, reopened, tools):
    (theme,) = reopened().themes.find()
    assert (theme.text, theme.takeaway, theme.direction_id) == (
        "Evenings are part of it",
        Takeaway.LIFESTYLE,
        None,
    )
    assert tools.shown(agreed.opened)
    assert [row["cells"][0]["text"] for row in agreed.voices.rows] == list(reversed(LIFE))
    assert [row["cells"][1]["text"] for row in agreed.voices.rows] == list(reversed(LIFE.values()))
    assert agreed.small.form.values["text"] == ""


def test_agreement_is_marked_with_one_click_each_and_counted_in_words(with_talks, agreed, reopened):
    said = []
    for meeting in (1, 2, 3):
        with_talks.act(agreed.voices, "agrees", meeting)
        said.append(agreed.table.rows[0]["cells"][2]["text"])
    assert [text.split(". ")[1] for text in said] == [
        "One person is a story",
        "Two people are a hint",
        "That's a pattern.",
    ]
    with_talks.act(agreed.voices, "differs", 3)
    assert "They disagree" in agreed.table.rows[0]["cells"][2]["text"]
    with_talks.act(agreed.voices, "unmarked", 3)
    assert {voice.meeting_id: voice.agrees for voice in reopened().voices.find()} == {1: True, 2: True}


def test_a_statement_without_words_is_refused_at_its_field(with_talks, reopened):
    section = with_talks.section("progress", "agreed")
    assert not with_talks.press(section.small.actions, "add")
    assert "text" in section.small.form.errors
    assert reopened().themes.count() == 0


def test_what_is_typed_stays_over_a_reload(with_talks, reopened, tools):
    section = with_talks.section("progress", "agreed")
    with_talks.type(section.small.form, "text", "A degree opens")
    again = tools.Someone(reopened())
    assert again.section("progress", "agreed").small.form.values["text"] == "A degree opens"


def test_the_take_away_that_is_read_side_by_side_is_offered_for_the_statement(with_talks):
    compare = with_talks.section("progress", "compare")
    open_cell(with_talks, compare.table, 2, "lifestyle")
    assert with_talks.section("progress", "agreed").small.form.values["takeaway"] == "lifestyle"


def test_a_statement_opens_and_goes(with_talks, agreed, tools, reopened):
    with_talks.session.redraw()
    assert open_cell(with_talks, agreed.table, 1, "text")
    assert agreed.table.opened == "1 text"
    with_talks.act(agreed.table, "remove", 1)
    assert not tools.shown(agreed.opened)
    assert reopened().themes.count() == 0


# What is missing


def test_blind_spots_are_said_with_why_and_who_says_so(with_talks):
    section = with_talks.section("progress", "blind_spots")
    assert "t ask." in section.said.value
    assert "Questions about: Job hunting" in [action["label"] for action in section.ask.actions]
    with_talks.press(section.ask, "job_hunting")
    assert with_talks.app.stepper.current == "questions"
    section = with_talks.section("progress", "blind_spots")
    for takeaway in Takeaway:
        with_talks.logbook.questions.add(MeetingQuestion(1, "?", takeaway))
    with_talks.session.redraw()
    assert "Nothing stands out" in section.said.value
    for contact in (1, 2, 3):
        with_talks.logbook.contacts.change(contact, title="Director")
    with_talks.session.redraw()
    assert "All 3 people you talked with are far along" in section.said.value
    assert "Dalton" in section.said.value


# Directions


@pytest.fixture
def with_directions(with_talks):
    """Someone who thinks of two directions, the first with two talks."""
    logbook = with_talks.logbook
    for name in ("Curating", "Archives"):
        logbook.directions.add(Direction(name))
    logbook.meetings.change(1, direction_id=1, assumption="A PhD is needed", sure_before=8, sure_after=3)
    logbook.meetings.change(2, direction_id=1, sure_after=5)
    logbook.evidence.add(Evidence(1, "Kind people", meeting_id=1))
    logbook.evidence.add(Evidence(1, "Seven short contracts", speaks_for=False, meeting_id=2))
    logbook.contacts.add(Contact("Asta Ek", "State Archive", "Archivist", direction_id=1))
    with_talks.session.redraw()
    return with_talks


def test_each_direction_is_summed_up_in_a_row(with_directions):
    table = with_directions.section("progress", "directions").table
    assert [[cell["text"] for cell in row["cells"]] for row in table.rows] == [
        ["Curating", "2 people", "1", "1", "5 of 10"],
        ["Archives", "nobody yet", "", "", ""],
    ]


def test_a_direction_is_weighed_with_all_that_is_known(with_directions, tools):
    section = with_directions.section("progress", "weighing")
    assert "Curating" in section.head.value
    assert "talk to one more in this area" in section.head.value
    assert [row["cells"][0]["text"] for row in section.sides["for"].rows] == ["Kind people"]
    assert [row["cells"][1]["text"] for row in section.sides["against"].rows] == ["Harald Vogt"]
    rest = section.rest.value
    assert "5 most recently" in rest
    assert "A PhD is needed" in rest
    assert "Nobody has told you about how people got there yet." in rest
    assert "Asta Ek</strong>, Archivist, State Archive" in rest
    assert "State Archive yet" in rest
    assert "One more would help" in rest


def test_whom_to_talk_with_next_is_one_click_away(with_directions):
    section = with_directions.section("progress", "weighing")
    assert [action["label"] for action in section.next.actions] == ["Write to Asta Ek"]
    with_directions.press(section.next, "4")
    assert with_directions.session.here.contact.name == "Asta Ek"
    assert with_directions.app.stepper.current == "requests"


def test_someone_on_the_list_is_put_down_for_a_direction_and_proposed_at_once(
    with_directions, reopened, tools
):
    section = with_directions.section("progress", "weighing")
    assert not tools.shown(section.who)
    with_directions.logbook.contacts.add(Contact("Ben Talbot", "Record Office"))
    with_directions.session.redraw()
    assert ("5", "Ben Talbot, Record Office") in [tuple(one) for one in section.who.fields[0]["options"]]
    with_directions.type(section.who, "contact", "5")
    assert reopened().contacts.get(5).direction_id == 1
    assert "Ben Talbot" in section.rest.value
    assert not tools.shown(section.who)


def test_another_direction_is_weighed_and_the_choice_is_kept(with_directions, reopened, tools):
    overview = with_directions.section("progress", "directions").table
    with_directions.act(overview, "weigh", 2)
    section = with_directions.section("progress", "weighing")
    assert "Archives" in section.head.value
    assert "Nobody on your list fits yet" in section.rest.value
    assert not tools.shown(section.next)
    assert "Archives" in tools.Someone(reopened()).section("progress", "weighing").head.value


def test_evidence_is_added_on_its_side_with_who_said_so_and_removed(with_directions, reopened):
    section = with_directions.section("progress", "weighing")
    assert not with_directions.press(section.small.actions, "add")
    assert "text" in section.small.form.errors
    with_directions.fill(section.small.form, text="Loans decide the year", side="against", meeting="2")
    assert with_directions.press(section.small.actions, "add")
    added = reopened().evidence.find()[-1]
    assert (added.direction_id, added.text, added.speaks_for, added.meeting_id) == (
        1,
        "Loans decide the year",
        False,
        2,
    )
    with_directions.act(section.sides["against"], "remove", added.id)
    assert reopened().evidence.count() == 2


def test_a_direction_is_named_weighed_let_go_and_taken_up_again(someone, reopened, tools):
    overview = someone.section("progress", "directions")
    weighing = someone.section("progress", "weighing")
    assert not tools.shown(weighing.shown)
    assert not someone.press(overview.small.actions, "add")
    someone.type(overview.small.form, "name", "  Water   laboratories ")
    assert someone.press(overview.small.actions, "add")
    assert reopened().directions.find()[0].name == "Water laboratories"
    assert tools.shown(weighing.shown)
    someone.act(overview.table, "close", 1)
    assert reopened().directions.find()[0].closed_on == tools.today
    assert not tools.shown(weighing.shown)
    someone.act(overview.table, "open", 1)
    assert reopened().directions.find()[0].closed_on is None


def test_a_direction_that_is_there_already_is_no_second_one_and_that_is_said(someone, reopened):
    overview = someone.section("progress", "directions")
    for name in ("Registrar", "Curating"):
        someone.type(overview.small.form, "name", name)
        someone.press(overview.small.actions, "add")
    assert someone.told[1] == "saved"
    someone.type(overview.small.form, "name", " registrar ")
    someone.press(overview.small.actions, "add")
    assert someone.told[0] == "“Registrar” was on your list already. It's shown below."
    assert "Registrar" in someone.section("progress", "weighing").head.value
    someone.act(overview.table, "close", 1)
    someone.type(overview.small.form, "name", "REGISTRAR")
    someone.press(overview.small.actions, "add")
    assert someone.told[0] == "You had dropped “Registrar”. It's back on your list."
    assert [(one.name, one.closed_on) for one in reopened().directions.find()] == [
        ("Registrar", None),
        ("Curating", None),
    ]


def test_skills_are_put_together_over_the_places_that_ask_for_them(with_talks):
    for meeting, evidence, gap, step in ((1, "Two courses", "", ""), (2, "", "No course yet", "Register")):
        with_talks.logbook.skills.add(Skill(meeting, "Object handling", evidence, gap, step))
    with_talks.session.redraw()
    table = with_talks.section("progress", "skills").table
    (row,) = table.rows
    assert [cell["text"] for cell in row["cells"]] == [
        "Object handling",
        "Nomsa Obi (Museum 1); Harald Vogt (Museum 2)",
        "Two courses",
        "No course yet; Next: Register",
    ]
    assert table.summary == "One skill came up so far. You can show something for one."


# Goal and numbers


def test_a_month_that_differs_and_a_week_of_rest_change_the_goal(someone, reopened):
    section = someone.section("progress", "goal")
    assert "0 of 1 new people" in section.said.value
    someone.type(section.months, "2026-11-01", "4")
    assert "0 of 4 new people" in section.said.value
    for week in ("2026-11-23", "2026-11-30"):
        someone.type(section.weeks, week, True)  # noqa: FBT003 - a tick
    assert "0 of 3 new people" in section.said.value
    logbook = reopened()
    assert logbook.month_goals.find() == (MonthGoal(date(2026, 11, 1), 4, id=1),)
    assert [pause.week_on for pause in logbook.pauses.find()] == [date(2026, 11, 23), date(2026, 11, 30)]

    someone.type(section.weeks, "2026-11-23", False)  # noqa: FBT003 - a tick
    someone.type(section.months, "2026-11-01", "")
    assert "0 of 1 new people" in section.said.value
    assert reopened().month_goals.count() == 0


@pytest.mark.parametrize("typed", ["many", "-1", "31"])
def test_a_number_that_is_none_is_refused(someone, typed):
    section = someone.section("progress", "goal")
    assert not someone.type(section.months, "2026-11-01", typed)
    assert "2026-11-01" in section.months.errors


def test_a_month_of_rest_asks_for_nobody(someone):
    someone.logbook.month_goals.add(MonthGoal(date(2026, 11, 1), 0))
    assert "taking this month off" in someone.section("progress", "goal").said.value


def test_what_is_behind_is_said_kindly_with_the_days_that_are_left(someone):
    someone.logbook.pauses.add(Pause(date(2026, 11, 2)))
    said = someone.section("progress", "goal").said.value
    assert "1 still to find, 6 working days to go. If it takes until next month, that" in said


def test_the_forecast_speaks_of_the_people_still_to_find(someone):
    someone.logbook.change_goal(per_month=2)
    section = someone.section("progress", "asks")
    assert "To find 2 people more this month, ask about 12." in section.said.value
    assert "not a promise" in section.said.value
    assert "<table>" in section.said.value


def test_how_many_to_ask_agrees_with_the_table_below_it_and_with_what_is_said_beside_a_request(someone):
    assert (
        "To find one person more this month, ask about 7." in someone.section("progress", "asks").said.value
    )
    assert "7 people asked</th><td>92 %" in someone.section("progress", "asks").said.value
    assert "ask 7 people" in someone.section("requests", "odds").said.value


def test_the_funnel_counts_people_with_nobody_left_out(with_talks):
    section = with_talks.section("progress", "funnel")
    silent = with_talks.logbook.contacts.add(Contact("Tomas"))
    with_talks.logbook.requests.add(Request(silent.id, RequestStatus.SENT, sent_on=FIRST))
    asked = with_talks.logbook.requests.add(
        Request(1, RequestStatus.ACCEPTED, sent_on=FIRST, answered_on=FIRST + timedelta(days=4))
    )
    assert asked
    with_talks.session.redraw()
    read = section.said.value
    assert "4 people asked, 3 met" in read
    assert "One person hasn&#x27;t answered yet." in read
    assert '<th scope="row">Asked, answered</th><td>4 days</td><td>4</td><td>1</td>' in read
    assert '<th scope="row">Asked, met</th><td>10 days</td>' in read


def test_months_and_chain_wait_for_something_to_show(someone):
    assert "sent your first request" in someone.section("progress", "months").said.value
    assert "Once someone gives you a name" in someone.section("progress", "chain").said.value


def test_the_months_are_drawn_and_told(with_talks):
    read = with_talks.section("progress", "months").said.value
    assert '<th scope="row">October 2026</th><td>0</td><td>3</td><td>0</td>' in read
    assert 'role="img"' in read


def test_the_chain_shows_who_led_to_whom(with_talks):
    logbook = with_talks.logbook
    logbook.introductions.add(Introduction(1, 3, meeting_id=1))
    cousin = logbook.contacts.add(Contact("Jo <b>Drake</b>"))
    logbook.introductions.add(Introduction(cousin.id, 1))
    with_talks.session.redraw()
    read = with_talks.section("progress", "chain").said.value
    assert "Your conversations with 3 people brought you one new name." in read
    assert read.index("Jo &lt;b&gt;Drake") < read.index("Nomsa Obi") < read.index("Irma Bruhns")
    assert '<th scope="row">Nomsa Obi</th><td>Irma Bruhns</td><td>met</td>' in read


def test_the_reading_list_names_titles_and_pretends_no_addresses(someone, tools):
    read = tools.read(someone.section("progress", "reading").view)
    assert "Mastering the Informational Interview" in read
    assert "Marci Alboher, The New York Times" in read
    assert "href" not in read


def test_every_finding_is_shown_with_what_it_does_not_show_and_its_source(someone, tools):
    shown = unescape(tools.read(someone.section("progress", "studies").view))
    for found in words("evidence")["finding"]:
        assert found["claim"] in shown
        assert found["caution"] in shown
        assert found["source"] in shown
