"""Groups: numbers only are handed over, and of many of them nothing is shown that gives somebody away."""

import csv
import io
import json
import os
import re
import shutil
from collections import Counter
from datetime import date
from itertools import combinations

import pytest
from made.groups import hand_in
from openpyxl import load_workbook

from infoview import frames, sample_logbook
from infoview.cli import main
from infoview.errors import InputError
from infoview.group import merging, output
from infoview.group.counts import MEASURES, Counts, count, dump, load, rows_of
from infoview.group.hiding import FEWEST
from infoview.group.merging import COLUMNS, merge, read
from infoview.group.sample import participant
from infoview.logbook import open_memory
from infoview.logbook.shelf import Shelf
from infoview.progress.funnel import Stage, funnel
from infoview.records.contacts import Contact
from infoview.records.meetings import Meeting, MeetingQuestion, MeetingStatus
from infoview.records.requests import Request, RequestStatus

TODAY = date(2026, 11, 25)


# --- what one participant hands over ------------------------------------------------------------------


def test_the_counts_are_those_of_the_page():
    book = sample_logbook(TODAY)
    counts, told = count(book, TODAY), funnel(book)
    stages = {stage: counts.cells.get(("stages", stage, "people"), 0) for stage in Stage}
    assert stages == {stage: told.people[stage] for stage in Stage}
    for table in ("channel", "circle", "asked_in"):
        assert sum(n for (name, _, _), n in counts.cells.items() if name == table) == told.people["asked"]
    assert sum(n for (name, _, _), n in counts.cells.items() if name == "met_in") == told.people["met"]


def test_a_counts_file_holds_no_word_that_anybody_typed_and_no_day():
    book = sample_logbook(TODAY)
    text = dump(count(book, TODAY))
    known = {"format", "infoview-counts", "version", "participant", "made", *MEASURES}
    known |= {measure for measures in MEASURES.values() for measure in measures}
    known |= {row for table in MEASURES for row in rows_of(table)}
    strings = set(re.findall(r'"([^"]*)"', text))

    assert {word for word in strings - known if not re.fullmatch(r"\d{4}-\d{2}", word)} == set()
    assert book.uid not in text


def test_a_bank_id_or_a_date_that_somebody_forged_stays_at_home(logbook):
    ada = logbook.contacts.add(Contact("Ada", added_on=date(26, 11, 3))).id
    logbook.requests.add(Request(ada, RequestStatus.SENT, sent_on=date(26, 11, 3)))
    meeting = logbook.meetings.add(Meeting(ada, MeetingStatus.HELD, on=date(26, 11, 9))).id
    logbook.questions.add(MeetingQuestion(meeting, "Is Eve leaving?", bank_id="Eve is leaving"))
    text = dump(count(logbook, TODAY))

    assert "Eve" not in text
    assert "0026" not in text
    assert load(text.encode()).cells["met_in", "unknown", "unthanked"] == 1


def test_what_was_written_is_read_again():
    counts = count(sample_logbook(TODAY), TODAY)
    assert load(dump(counts).encode()) == Counts(counts.participant, "2026-11", dict(counts.cells))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"format": "infoview-logbook"}, "no counts file"),
        ({"version": 2}, "newer infoview"),
        ({"version": True}, "newer infoview"),
        ({"participant": "Ada"}, "isn't as it was written"),
        ({"made": "2026-11-25"}, "isn't as it was written"),
        ({"note": "I met Eve"}, "isn't as it was written"),
        ({"channel": {"=cmd()": {"answered": 3}}}, "isn't as it was written"),
        ({"asked_in": {"2026-11-25": {"answered": 3}}}, "isn't as it was written"),
        ({"channel": {"mail": {"answered": -3}}}, "isn't as it was written"),
        ({"channel": {"mail": {"answered": 3.5}}}, "isn't as it was written"),
        ({"channel": {"mail": {"answered": 10**9}}}, "isn't as it was written"),
        ({"channel": {"mail": {"Eve": 1}}}, "isn't as it was written"),
        ({"questions": []}, "isn't as it was written"),
    ],
)
def test_a_file_that_somebody_changed_is_left_out(changed, said):
    content = json.loads(dump(participant(1))) | changed
    with pytest.raises(InputError, match=said):
        load(json.dumps(content).encode())


# --- what is shown of many ----------------------------------------------------------------------------


def truth(counted, table, row, column):
    """What each person adds to a number, as somebody who has all the files would work it out."""
    measures = MEASURES[table] if COLUMNS[table].index(column) == 0 else MEASURES[table][:1]
    return [sum(one.cells.get((table, row, measure), 0) for measure in measures) for one in counted]


def numbers(group):
    """Every number that is shown, with its place."""
    return {
        (table, row, column): number
        for table, lines in group.tables.items()
        for row, line in lines.items()
        for column, number in zip(COLUMNS[table], line, strict=True)
        if number is not None
    }


def people_behind(vector):
    return sum(value != 0 for value in vector)


GROUPS = [(people, seed, busy) for people in (5, 11, 30) for seed in range(4) for busy in (3, 12)]


@pytest.mark.parametrize(("people", "seed", "busy"), GROUPS)
def test_numbers_are_true_and_each_comes_from_at_least_five_people(people, seed, busy):
    every = [participant(number, seed, busy) for number in range(people)]
    group = merge(every)
    counted = every[: group.people]

    assert (group.people, group.waiting) == (people - people % FEWEST, people % FEWEST)
    for (table, row, column), number in numbers(group).items():
        vector = truth(counted, table, row, column)
        assert number == sum(vector)
        assert people_behind(vector) >= FEWEST


@pytest.mark.parametrize(("people", "seed", "busy"), GROUPS)
def test_no_two_numbers_give_anybody_away_when_they_are_subtracted(people, seed, busy):
    every = [participant(number, seed, busy) for number in range(people)]
    group = merge(every)
    vectors = [truth(every[: group.people], *place) for place in numbers(group)]
    for one, other in combinations(vectors, 2):
        assert people_behind(less(one, other)) >= FEWEST


TOTALS = {
    "channel": ("asked", "answered"), "circle": ("asked", "answered"), "asked_in": ("asked", "answered"),
    "waited": ("answered",), "met_in": ("met", "thanked"),
}  # fmt: skip


@pytest.mark.parametrize(("people", "seed", "busy"), GROUPS)
def test_totals_less_the_rows_that_are_shown_give_nobody_away(people, seed, busy):
    every = [participant(number, seed, busy) for number in range(people)]
    group = merge(every)
    counted, shown = every[: group.people], numbers(group)
    for table, stages in TOTALS.items():
        left = []
        for column, stage in zip(COLUMNS[table], stages, strict=True):
            rows = [place for place in shown if place[0] == table and place[2] == column]
            if not rows or ("stages", stage, "people") not in shown:
                continue
            vector = truth(counted, "stages", stage, "people")
            for place in rows:
                vector = less(vector, truth(counted, *place))
            left.append(vector)
        every_row = {row for one in counted for name, row, _ in one.cells if name == table}
        if not every_row <= {place[1] for place in shown if place[0] == table}:
            for vector in [*left, *([less(*left)] if len(left) == 2 else [])]:
                assert people_behind(vector) >= FEWEST


def less(one, other):
    return [mine - yours for mine, yours in zip(one, other, strict=True)]


@pytest.mark.parametrize("people", range(5, 31, 4))
def test_one_more_file_changes_nothing_or_is_one_of_five(people):
    every = [participant(number, 7) for number in range(people + 1)]
    before, after = merge(every[:people]), merge(every)
    if after.people == before.people:
        assert after.tables == before.tables
    else:
        assert after.people - before.people == FEWEST


def test_a_way_that_one_person_went_cannot_be_worked_out():
    """The one who asks by telephone, in a group where everybody else writes mails."""
    usual = {
        ("stages", "asked", "people"): 6,
        ("stages", "answered", "people"): 3,
        ("channel", "mail", "answered"): 2,
        ("channel", "mail", "unanswered"): 3,
        ("channel", "linkedin_note", "answered"): 1,
    }
    telephone = {
        ("channel", "telephone", "answered"): 40,
        ("stages", "asked", "people"): 46,
        ("stages", "answered", "people"): 43,
    }
    group = merge(
        [
            Counts(1, "2026-11", usual | telephone),
            *(Counts(number, "2026-11", usual) for number in range(2, 11)),
        ]
    )

    assert group.tables["channel"]["telephone"] == (None, None)
    shown = [line for line in group.tables["channel"].values() if line[0] is not None]
    assert sum(line[0] for line in shown) + 40 != group.tables["stages"]["asked"][0]


def test_a_group_of_thirty_shows_something():
    group = merge([participant(number, 1, 12) for number in range(30)])
    shown = numbers(group)
    assert {"asked", "answered", "met"} <= {row for table, row, _ in shown if table == "stages"}
    assert len([row for table, row, _ in shown if table == "channel"]) >= 2
    assert len(group.tables["questions"]) >= 5


def test_fewer_than_five_are_no_group():
    with pytest.raises(InputError, match="at least 5 people; here are 4"):
        merge([participant(number) for number in range(4)])


# --- the command --------------------------------------------------------------------------------------


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main([*map(str, arguments)])
    said = capsys.readouterr()
    return ended.value.code, said.out, said.err


def test_a_folder_becomes_a_workbook_a_table_and_a_page(tmp_path, capsys):
    hand_in(tmp_path / "in", 30, seed=1, busy=12)
    code, out, err = run(capsys, "group", tmp_path / "in", "--to", tmp_path / "out" / "group.xlsx")
    book = load_workbook(tmp_path / "out" / "group.xlsx")
    page = (tmp_path / "out" / "group.html").read_text(encoding="utf-8")
    table = list(csv.reader(io.StringIO((tmp_path / "out" / "group.csv").read_text(encoding="utf-8-sig"))))
    asked = merge(read(tmp_path / "in")[0]).tables["stages"]["asked"][0]

    assert (code, err) == (0, "")
    assert "30 people handed in their counts." in out
    assert len(book.sheetnames) == 9
    assert book["How far"]["B3"].value == asked
    assert ["stages", "asked", "people", str(asked)] in table
    assert f'<th scope="row">Asked</th><td>{asked}</td>' in page
    assert "http" not in page.replace("http://www.w3.org", "")


def test_files_of_other_kinds_are_each_named_and_the_others_are_read(tmp_path, capsys):
    folder = tmp_path / "in"
    hand_in(folder, 6)
    (folder / "holiday.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "logbook.json").write_text('{"format": "infoview-logbook", "version": 1}')
    (folder / "later.json").write_text(dump(participant(50)).replace('"version": 1', '"version": 9'))
    (folder / "half.json").write_text(dump(participant(51))[:200])
    (folder / "typed.json").write_text(dump(participant(52)).replace('"mail"', '"Eve"'))
    (folder / "large.json").write_bytes(b" " * (merging.LARGEST + 1))
    shutil.copy(folder / "counts-002.json", folder / "again.json")
    code, out, _ = run(capsys, "group", folder, "--to", tmp_path / "group.xlsx", "--json")
    told = json.loads(out)

    assert code == 0
    assert (told["people"], told["waiting"]) == (5, 1)
    said = " ".join(told["problems"])
    for name in ("holiday.png", "logbook.json", "half.json"):
        assert f"{name} was left out: it's no counts file." in said
    assert "later.json was left out: it was written by a newer infoview." in said
    assert "typed.json was left out: it isn't as it was written" in said
    assert "large.json was left out: it's too large" in said
    assert "again.json was left out: it's of the same participant as counts-002.json" in said


@pytest.mark.parametrize("people", [0, 4])
def test_of_too_few_nothing_is_written(tmp_path, capsys, people):
    hand_in(tmp_path / "in", people)
    code, out, err = run(capsys, "group", tmp_path / "in", "--to", tmp_path / "group.xlsx")

    assert (code, out) == (2, "")
    assert f"at least 5 people; here are {people}." in err
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere", "--to", "group.xlsx"], "There is no folder nowhere."),
        ([".", "--to", "group.csv"], "ends in .xlsx"),
    ],
)
def test_what_cannot_be_done_is_said(tmp_path, capsys, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    code, _, err = run(capsys, "group", *arguments)
    assert code == 2
    assert said in err


def test_files_count_in_the_order_in_which_they_came(tmp_path):
    hand_in(tmp_path / "in", 6)
    for number in range(6):
        os.utime(tmp_path / "in" / f"counts-{number:03}.json", ns=(0, 10**9 * (10 - number)))
    counted, _ = read(tmp_path / "in")
    assert [one.participant for one in counted] == [6, 5, 4, 3, 2, 1]


def test_counts_are_shown_before_they_are_written(tmp_path, capsys, monkeypatch):
    book = sample_logbook(TODAY)
    (tmp_path / "mine.infoview").write_bytes(book.copy())
    monkeypatch.setenv("INFOVIEW_TODAY", "2026-11-25")
    code, out, err = run(
        capsys, "counts", "--logbook", tmp_path / "mine.infoview", "--to", tmp_path / "counts.json"
    )
    assert code == 0
    assert (tmp_path / "counts.json").read_text(encoding="utf-8") == out == dump(count(book, TODAY))
    assert "read it through" in err


# --- frames -------------------------------------------------------------------------------------------


def test_a_groups_frames_have_blanks_and_the_same_columns_whatever_is_in_them(tmp_path):
    hand_in(tmp_path / "many", 30, 1, 12)
    hand_in(tmp_path / "few", 5, 1, 1)
    many, few = frames.group(tmp_path / "many"), frames.group(tmp_path / "few")
    for name, frame in many.items():
        assert [(str(kind), column) for column, kind in frame.dtypes.items()] == [
            (str(kind), column) for column, kind in few[name].dtypes.items()
        ]
    assert few["channel"]["asked"].isna().all()
    row = many["channel"].loc[output.row_name("channel", "mail")]
    assert row["low"] < row["rate"] == row["answered"] / row["asked"] < row["high"]


def test_the_numbers_of_a_logbook_do_not_name_it_or_change_with_a_copy():
    book = sample_logbook(TODAY)
    assert count(open_memory(book.copy()), TODAY).participant == count(book, TODAY).participant
    assert isinstance(book.contacts, Shelf)
    assert str(count(book, TODAY).participant) not in book.uid
    assert Counter(output.row_name("circle", row) for row in rows_of("circle")).most_common(1)[0][1] == 1


def test_a_folder_that_is_not_there_is_never_taken_for_an_example(tmp_path):
    with pytest.raises(InputError, match="There is no folder"):
        frames.group(tmp_path / "mistyped")
    with pytest.raises(InputError, match="There is no folder"):
        frames.left_out(tmp_path / "mistyped")
    assert frames.group()["stages"]["people"].notna().any()
    assert frames.left_out() == []
