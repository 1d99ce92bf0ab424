"""The whole logbook as JSON: loading what was written gives an equal logbook."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoview.contacts import Cadence, Circle, Contact, ContactImport, PoolPerson
from infoview.debriefs import Learned, Promise
from infoview.demo import write
from infoview.directions import Direction, Evidence, Skill
from infoview.errors import LogbookError
from infoview.exporters.logbook_json import dump, load
from infoview.followups import FollowUp, FollowUpKind
from infoview.introductions import Introduction
from infoview.logbook import open_memory
from infoview.meetings import Meeting, MeetingKind, MeetingQuestion, MeetingStatus, Note, Payer, Tick
from infoview.milestones import Milestone, Told
from infoview.requests import Request, RequestStatus
from infoview.takeaways import Takeaway

SHELVES = (
    "contacts",
    "introductions",
    "requests",
    "meetings",
    "questions",
    "ticks",
    "notes",
    "learned",
    "skills",
    "directions",
    "evidence",
    "promises",
    "milestones",
    "told",
    "follow_ups",
    "pool",
)
TEXT = st.text(max_size=30).map(lambda text: text.replace("\x00", ""))
NAME = TEXT.filter(bool)
DAY = st.none() | st.dates()
FLAG = st.booleans()


def contents(logbook):
    return {
        "profile": logbook.profile,
        "goal": logbook.goal,
        "settings": logbook.recall_all(""),
        "imports": logbook.pool.imports.find(),
    } | {name: getattr(logbook, name).find() for name in SHELVES}


@st.composite
def logbooks(draw):
    """A logbook with a little of everything, in any words and on any days."""

    def some(kind, /, **strategies):
        return draw(st.lists(st.builds(kind, **strategies), max_size=2))

    book = open_memory()
    book.change_profile(name=draw(TEXT), doing=draw(TEXT))
    book.change_goal(per_month=draw(st.integers(0, 100)), searching=draw(FLAG))
    book.remember("draft", draw(TEXT))
    people = [
        book.contacts.add(contact).id
        for contact in draw(
            st.lists(
                st.builds(
                    Contact, name=NAME, note=TEXT, circle=st.sampled_from(Circle), added_on=DAY, rested_on=DAY
                ),
                min_size=2,
                max_size=4,
            )
        )
    ]
    person = st.sampled_from(people)
    if len(people) > 2:
        book.contacts.remove(people.pop(0))  # so that ids do not begin with 1
        person = st.sampled_from(people)
    meeting = book.meetings.add(
        draw(
            st.builds(
                Meeting,
                contact_id=person,
                status=st.sampled_from(MeetingStatus),
                on=DAY,
                kind=st.sampled_from(MeetingKind),
                purpose=TEXT,
                who_pays=st.sampled_from(Payer),
                revision=st.integers(0, 9),
            )
        )
    ).id
    about = {"contact_id": person, "meeting_id": st.none() | st.just(meeting)}
    book.introductions.add(Introduction(people[0], people[1], draw(DAY), meeting, draw(FLAG)))
    for request in some(
        Request, contact_id=person, status=st.sampled_from(RequestStatus), who=TEXT, ask_again_on=DAY
    ):
        book.requests.add(request)
    for question in some(
        MeetingQuestion, meeting_id=st.just(meeting), text=TEXT, takeaway=TEXT, starred=FLAG
    ):
        book.questions.add(question)
    book.ticks.add(Tick(meeting, draw(TEXT)))
    book.notes.add(Note(meeting, draw(st.sampled_from(["", *Takeaway])), draw(TEXT)))
    book.learned.add(
        Learned(meeting, draw(st.sampled_from(Takeaway)), draw(TEXT), draw(TEXT), draw(TEXT), draw(FLAG))
    )
    book.skills.add(Skill(meeting, draw(NAME), draw(TEXT)))
    direction = book.directions.add(Direction(draw(NAME), added_on=draw(DAY), meeting_id=meeting)).id
    book.meetings.change(meeting, direction_id=direction, sure_after=draw(st.none() | st.integers(0, 10)))
    book.contacts.change(people[0], direction_id=direction, cadence=draw(st.sampled_from(Cadence)))
    book.evidence.add(Evidence(direction, draw(TEXT), draw(FLAG), draw(st.none() | st.just(meeting))))
    news = book.milestones.add(Milestone(draw(NAME), draw(DAY))).id
    book.told.add(Told(news, people[0], draw(DAY)))
    for promise in some(Promise, text=NAME, mine=FLAG, due_on=DAY, done_on=DAY, **about):
        book.promises.add(promise)
    for note in some(FollowUp, kind=st.sampled_from(FollowUpKind), first_part=TEXT, sent_on=DAY, **about):
        book.follow_ups.add(note)
    with book.change():
        book.pool.fill(
            ContactImport(
                draw(TEXT),
                "linkedin-connections",
                draw(st.dates()),
                1,
                tuple(draw(st.lists(TEXT, max_size=3))),
            ),
            [PoolPerson(0, 1, draw(TEXT), connected_on=draw(DAY), contact_id=draw(st.none() | person))],
        )
    return book


@settings(deadline=None, max_examples=40)
@given(logbooks())
def test_loading_an_export_gives_an_equal_logbook(logbook):
    again = load(dump(logbook))

    assert contents(again) == contents(logbook)
    assert dump(again) == dump(logbook)


def test_the_sample_comes_back_as_it_was_and_can_be_searched():
    logbook = open_memory()
    write(logbook, date(2026, 11, 23))
    again = load(dump(logbook))

    assert contents(again) == contents(logbook)
    assert again.uid == logbook.uid
    assert again.pool.search("brightwater proj")[1] == 1
    assert again.contacts.add(Contact("Somebody new")).id == 14


def test_an_empty_logbook_comes_back_empty():
    logbook = open_memory()

    assert contents(load(dump(logbook))) == contents(logbook)


def test_the_file_says_what_it_is_and_people_can_read_it():
    logbook = open_memory()
    logbook.contacts.add(Contact("Åsa Ekström", circle=Circle.ALUMNI, added_on=date(2026, 2, 28)))
    content = json.loads(dump(logbook))

    assert (content["format"], content["version"]) == ("infoview-logbook", 1)
    assert content["contacts"][0]["name"] == "Åsa Ekström"
    assert content["contacts"][0]["circle"] == "alumni"
    assert content["contacts"][0]["added_on"] == "2026-02-28"
    assert content["contacts"][0]["rested_on"] is None
    assert "Åsa Ekström" in dump(logbook)


def test_a_field_that_is_missing_takes_its_usual_value_and_an_unknown_one_is_left_out():
    text = '{"format": "infoview-logbook", "version": 1, "contacts": [{"name": "Ada", "shoe_size": 39}]}'

    assert load(text).contacts.find() == (Contact("Ada", id=1),)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "7", '{"contacts": []}', '{"format": "x"}', "[" * 100_000]
)
def test_another_file_is_said_to_be_no_export(text):
    with pytest.raises(LogbookError, match="is no logbook that infoview exported"):
        load(text)


@pytest.mark.parametrize("version", ["2", '"1"', "null", "1e9"])
def test_an_export_of_a_newer_program_is_left_to_it(version):
    with pytest.raises(LogbookError, match="newer infoview"):
        load(f'{{"format": "infoview-logbook", "version": {version}}}')


@pytest.mark.parametrize(
    "broken",
    [
        {"contacts": [{}]},
        {"contacts": [{"name": ""}]},
        {"contacts": [{"name": {"first": "Ada"}}]},
        {"contacts": [{"name": "Ada", "added_on": "yesterday"}]},
        {"contacts": [{"name": "Ada", "circle": "square"}]},
        {"contacts": [{"name": "Ada", "id": 10**30}]},
        {"contacts": [{"name": "Ada", "id": 1}, {"name": "Ben", "id": 1}]},
        {"contacts": ["Ada"]},
        {"contacts": {"Ada": 1}},
        {"contacts": 7},
        {"requests": [{"contact_id": 3}]},
        {"profile": []},
        {"profile": "Ada"},
        {"goal": {"per_month": "many"}},
        {"settings": ["draft"]},
        {"imports": [{"file_name": "a", "format": "b", "imported_on": None, "people": 1}]},
    ],
)
def test_an_export_that_does_not_hold_together_is_refused_in_a_sentence(broken):
    with pytest.raises(LogbookError, match="does not hold together"):
        load(json.dumps({"format": "infoview-logbook", "version": 1} | broken))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None, max_examples=60)
@given(
    st.dictionaries(st.sampled_from(["profile", "goal", "settings", "imports", *SHELVES]), JSON, max_size=4),
    st.dictionaries(
        st.sampled_from(["id", "name", "contact_id", "text", "on", "due_on", "mine"]), JSON, max_size=4
    ),
)
def test_whatever_stands_in_the_file_it_is_read_or_refused_in_a_sentence(content, row):
    content = {"format": "infoview-logbook", "version": 1, "contacts": [row]} | content
    try:
        logbook = load(json.dumps(content))
    except LogbookError as error:
        assert str(error).endswith("saved copy.")  # noqa: PT017 - either outcome is right
    else:
        assert contents(load(dump(logbook))) == contents(logbook)
