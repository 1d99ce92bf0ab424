"""The logbook as pandas tables: their columns and types whatever is in it, and the numbers of the pages."""

import random
from datetime import date, timedelta

import pandas as pd
import pytest

from infoview import frames, sample_logbook
from infoview.errors import ImportFileError, InputError
from infoview.exporters.spreadsheet import guarded
from infoview.exporters.spreadsheet import tables as csv_files
from infoview.logbook import first_meetings, open_memory
from infoview.progress.activity import activity
from infoview.progress.agreement import counted
from infoview.progress.forecast import forecast
from infoview.progress.funnel import SPANS, Outcome, Stage, funnel
from infoview.progress.goal import month_progress
from infoview.progress.shares import interval
from infoview.progress.skills_match import wanted
from infoview.progress.synthesis import filled, people, talks
from infoview.records.contacts import Circle, Contact
from infoview.records.debriefs import Learned
from infoview.records.directions import Skill
from infoview.records.followups import FollowUp, FollowUpKind
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingKind, MeetingQuestion, MeetingStatus
from infoview.records.requests import Channel, Request, RequestStatus
from infoview.records.takeaways import Takeaway
from infoview.records.themes import Theme, Voice
from infoview.tables import TABLES, Kind
from infoview.text.names import spoken

TODAY = date(2026, 11, 25)
TYPES = {
    Kind.ID: "Int64", Kind.NUMBER: "Int64", Kind.TEXT: "string", Kind.DAY: "datetime64[s]", Kind.YES: "bool",
    Kind.CHOICE: "category",
}  # fmt: skip


def crowd(seed):
    """A logbook in which people got this far and that, as chance had it."""
    dice = random.Random(seed)
    book = open_memory()

    def day():
        return TODAY - timedelta(dice.randrange(-20, 220)) if dice.random() < 0.9 else None

    with book.change():
        for number in range(dice.randrange(1, 40)):
            circle = dice.choice(list(Circle))
            one = book.contacts.add(Contact(f"Person {number}", circle=circle, added_on=day())).id
            for _ in range(dice.randrange(3)):
                status = dice.choice(list(RequestStatus))
                channel = dice.choice(list(Channel))
                book.requests.add(Request(one, status, sent_on=day(), answered_on=day(), channel=channel))
            for _ in range(dice.choice([0, 0, 1, 2])):
                kind = dice.choice([MeetingKind.MAIL, MeetingKind.VIDEO])
                meeting = book.meetings.add(
                    Meeting(one, dice.choice(list(MeetingStatus)), on=day(), kind=kind)
                ).id
                for takeaway in dice.sample(list(Takeaway), 3):
                    book.learned.add(Learned(meeting, takeaway, dice.choice(["", "so", "  "]), "they think"))
                    book.questions.add(MeetingQuestion(meeting, "Why?", takeaway))
                book.skills.add(Skill(meeting, dice.choice(["R", "r ", "Spanish"]), dice.choice(["", "x"])))
            for kind in dice.sample(list(FollowUpKind), 2):
                book.follow_ups.add(FollowUp(one, kind, sent_on=day()))
            if one > 1 and dice.random() < 0.4:
                book.introductions.add(Introduction(dice.randrange(1, one), one, day()))
        theme = book.themes.add(Theme(Takeaway.LIFESTYLE, "Evenings are free")).id
        for meeting in book.meetings.find():
            if dice.random() < 0.5:
                book.voices.add(Voice(theme, meeting.id, dice.random() < 0.5))
    return book


@pytest.fixture(params=["empty", "sample", *range(4)])
def book(request):
    made = {"empty": open_memory, "sample": lambda: sample_logbook(TODAY)}
    opened = made[request.param]() if request.param in made else crowd(request.param)
    yield opened
    opened.close()


# --- tables -------------------------------------------------------------------------------------------


def test_columns_and_types_do_not_depend_on_what_is_in_a_logbook(book):
    mine = frames.of(book)
    for table in TABLES:
        frame = getattr(mine, table.name)
        assert {name: frame[name].dtype.name for name in frame} == {
            column.name: TYPES[column.kind] for column in table.columns[1:]
        }
        assert (frame.index.name, frame.index.dtype.name, frame.index.is_unique) == ("id", "int64", True)


def test_choices_are_categories_in_their_order_whatever_was_chosen(book):
    for table in TABLES:
        frame = getattr(frames.of(book), table.name)
        for column in table.columns:
            if column.kind is Kind.CHOICE:
                kind = frame[column.name].dtype
                assert kind.ordered
                assert tuple(kind.categories) == column.choices


def test_the_csv_files_have_the_rows_of_the_frames(book):
    mine, files = frames.of(book), csv_files(book)
    for table in TABLES:
        content = files[f"{table.name}.csv"].decode("utf-8-sig")
        read = pd.read_csv(pd.io.common.StringIO(content), dtype=str, keep_default_na=False)
        frame = getattr(mine, table.name)
        assert len(read) == len(frame)
        texts = [column.name for column in table.columns if column.kind is Kind.TEXT]
        for name in texts:
            assert sorted(read[table.headings[name]]) == sorted(map(guarded, frame[name]))


def test_every_column_is_described():
    said = frames.columns()
    assert set(said.index) == {(table.name, column.name) for table in TABLES for column in table.columns}
    assert said.loc[("requests", "channel"), "choices"].startswith("mail, linkedin_message")


def test_days_beyond_the_usual_calendar_of_pandas_are_days_too(logbook):
    logbook.contacts.add(Contact("Ada Park", added_on=date(9999, 12, 31)))
    assert frames.of(logbook).contacts["added_on"].iloc[0].year == 9999


# --- what the pages say -------------------------------------------------------------------------------


def test_the_funnel_is_that_of_the_page(book):
    mine, told = frames.of(book), funnel(book)
    assert frames.funnel(mine)["people"].to_dict() == {stage: told.people[stage] for stage in Stage}
    assert frames.others(mine)["people"].to_dict() == {other: told.others.get(other, 0) for other in Outcome}
    path = frames.paths(mine)
    assert int((path["met"] & path["asked_on"].isna()).sum()) == told.unasked


def test_days_are_those_of_the_page(book):
    took, told = frames.days(frames.of(book)), funnel(book)
    for start, end in SPANS:
        days = took[f"{start}_{end}"].dropna()
        span = told.spans.get((start, end))
        assert len(days) == (span.people if span else 0)
        if span:
            assert (days.median(), days.min(), days.max()) == (span.middle, span.shortest, span.longest)


def test_months_and_the_goals_people_are_those_of_the_page(book):
    months, told = frames.months(frames.of(book), TODAY), activity(book, TODAY)
    assert [
        (first.date(), row.asked, row.met, row.written)
        for first, row in zip(months.index, months.itertuples(), strict=True)
    ] == [(month.first, month.asked, month.met, month.written) for month in told]
    month = month_progress(book, TODAY)
    assert months["new"].iloc[-1] == month.met
    assert months["to_come"].iloc[-1] == month.scheduled
    every = frames.months(frames.of(book), TODAY + timedelta(40), 24)
    assert every["new"].sum() == len(first_meetings(book))


@pytest.mark.parametrize("by", ["channel", "circle", "weekday", "how_found"])
def test_answers_are_those_the_forecast_counts(book, by):
    rate, told = frames.answer_rate(frames.of(book), by), forecast(book)
    if by not in {"channel", "weekday"} or not book.requests.find(sent_on=None):
        assert rate["asked"].sum() == told.asked
        assert rate["yes"].sum() == told.yes
        assert (rate["yes"] + rate["no"] + rate["silent"]).sum() == told.settled
    for row in rate.itertuples():
        assert row.answered == row.yes + row.no + row.later
        assert row.asked == row.answered + row.silent + row.waiting
        assert (row.low, row.high) == interval(row.answered, row.asked)
        assert row.asked == 0 or row.low <= row.rate <= row.high


def test_the_matrix_is_that_of_the_page(book):
    table, told = frames.matrix(frames.of(book)), talks(book)
    assert set(table.index) == {person.id for person in people(told)}
    for takeaway in Takeaway:
        with_words = {talk.contact.id for talk in told if takeaway in talk.learned}
        assert set(table.index[table[takeaway] != ""]) == with_words
    covered = frames.coverage(frames.of(book))
    assert set(covered.index[covered["told"] > 0]) == set(filled(told))
    for takeaway in Takeaway:
        assert covered.loc[takeaway, "told"] == sum(takeaway in talk.learned for talk in told)
        assert covered.loc[takeaway, "asked"] == sum(takeaway in talk.asked for talk in told)


def test_what_agrees_is_counted_as_on_the_page(book):
    themes = frames.of(book).themes
    assert [(row.text, row.agree, row.differ) for row in themes.itertuples()] == [
        (said.theme.text, said.count.agree, said.count.differ) for said in counted(book)
    ]


def test_skills_are_those_of_the_page(book):
    table, told = frames.wanted(frames.of(book)), wanted(book.skills.find(), talks(book))
    assert table["people"].to_dict() == {match.name: len(match.asked_by) for match in told}
    assert table["have"].to_dict() == {match.name: match.have for match in told}


def test_the_chain_is_that_of_the_page(book):
    edges, given = frames.chain(frames.of(book)), book.introductions.find()
    assert list(edges["contact_id"]) == [one.contact_id for one in given]
    assert edges["in_a_talk"].sum() == sum(one.meeting_id is not None for one in given)


def test_what_cannot_be_counted_by_is_said(logbook):
    with pytest.raises(InputError, match="Choose one of channel, circle"):
        frames.answer_rate(frames.of(logbook), "colour")


# --- intervals ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("yes", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (3, 10, 0.1078, 0.6032), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_the_interval_is_wilsons(
    yes, of, low, high
):  # the last one: Newcombe, Statistics in Medicine 17, 1998
    assert interval(yes, of) == pytest.approx((low, high), abs=5e-5)


def test_of_nobody_anything_may_be_true():
    assert interval(0, 0) == (0, 1)


# --- lists that are frames already --------------------------------------------------------------------


def test_a_frame_is_read_as_a_file_is_and_kept_in_the_pool(logbook):
    people = pd.DataFrame(
        {
            "Full name": ["Ada Park", "Bo Lindqvist", None],
            "Employer": ["Tidal Museum", "=1+1", "Nobody's"],
            "Phone": [4631123456, None, None],
            "Joined": pd.to_datetime(["2019-05-01", None, None]),
        }
    )
    reading = frames.from_frame(people)

    assert [person.name for person in reading.contacts] == ["Ada Park", "Bo Lindqvist"]
    assert reading.contacts[0].phones == ("4631123456",)
    assert [problem.row for problem in reading.problems if problem.row] == [3]
    assert frames.keep(logbook, reading).people == 2
    assert frames.keep(logbook, reading).people == 0
    assert logbook.pool.find()[0].organization == "Tidal Museum"
    assert logbook.contacts.count() == 0


def test_a_heading_that_was_not_understood_is_told(logbook):
    people = pd.DataFrame({"Wer ist es": ["Ada Park"], "E-mail": ["ada@example.org"]})
    (person,) = frames.from_frame(people, {"Wer ist es": "name"}).contacts
    assert spoken(person.name) == "Ada Park"


def test_a_frame_without_people_is_refused_in_a_sentence():
    with pytest.raises(ImportFileError):
        frames.from_frame(pd.DataFrame())
