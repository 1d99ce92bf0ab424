"""`infoview due` and `infoview export`, as a person or a script calls them."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest

from infoview.exporters.logbook_json import dump
from infoview.logbook import open_file
from infoview.sample import write


def infoview(*arguments, **environment):
    """Run the command as it is installed."""
    return subprocess.run(
        [sys.executable, "-m", "infoview", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    file = tmp_path_factory.mktemp("home") / "mine.infoview"
    book = open_file(file)
    write(book, date(2026, 11, 25))
    book.close()
    return file


def test_due_answers_in_json(place):
    answer = infoview("due", "--logbook", place, "--on", "2026-11-25", "--json")
    content = json.loads(answer.stdout)

    assert (answer.returncode, answer.stderr) == (0, "")
    assert content["on"] == "2026-11-25"
    assert {"follow-up", "meeting", "thank-you", "promise", "update"} <= {
        item["kind"] for item in content["items"]
    }
    assert {"due_on", "kind", "contact", "sentence"} <= content["items"][0].keys()
    assert [item["due_on"] for item in content["items"]] == sorted(
        item["due_on"] for item in content["items"]
    )


def test_due_reads_the_persons_own_logbook_on_the_day_it_is(place):
    answer = infoview("due", INFOVIEW_LOGBOOK=str(place), INFOVIEW_TODAY="2026-11-25")

    assert answer.stdout.startswith("Still worth doing\n")
    assert "\nToday\n  2026-11-25  Send Teo Lindgren your thank-you note today" in answer.stdout


def test_an_empty_day_is_a_good_day(tmp_path):
    open_file(tmp_path / "new.infoview").close()

    assert infoview("due", "--logbook", tmp_path / "new.infoview").stdout == (
        "Nothing is waiting for you. Want to ask someone new?\n"
    )


@pytest.mark.parametrize("command", [["due"], ["due", "--json"], ["export", "--to", "out"]])
def test_no_logbook_is_begun_by_looking_for_one(command, tmp_path):
    missing = tmp_path / "missing.infoview"
    answer = infoview(*command, INFOVIEW_LOGBOOK=str(missing))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == f"There's no logbook at {missing} yet. Begin one with: infoview app\n"
    assert list(tmp_path.iterdir()) == []


def test_export_writes_twenty_files_and_refuses_to_replace_them(place, tmp_path):
    first, second = (infoview("export", "--to", tmp_path / "out", "--logbook", place) for _ in range(2))

    assert (first.returncode, first.stderr) == (0, "")
    assert len(list((tmp_path / "out").iterdir())) == 20
    assert second.returncode == 2
    assert "Choose a new folder" in second.stderr
    assert "Traceback" not in second.stderr


def test_what_was_exported_can_be_restored_and_is_the_same_logbook(place, tmp_path):
    infoview("export", "--to", tmp_path / "out", "--logbook", place)
    answer = infoview("restore", tmp_path / "out" / "logbook.json", "--to", tmp_path / "again.infoview")
    was, again = (open_file(file) for file in (place, tmp_path / "again.infoview"))

    assert (answer.returncode, answer.stderr) == (0, "")
    assert "infoview app" in answer.stdout
    assert dump(again) == dump(was)
    was.close()
    again.close()


def test_a_saved_copy_is_restored_as_ones_own_where_there_is_none_yet(place, tmp_path):
    mine = tmp_path / "new home" / "mine.infoview"
    answers = [infoview("restore", place, INFOVIEW_LOGBOOK=str(mine)) for _ in range(2)]

    assert [answer.returncode for answer in answers] == [0, 2]
    assert "is there already, so we left it alone" in answers[1].stderr
    assert "Teo Lindgren" in infoview("due", "--on", "2026-11-25", INFOVIEW_LOGBOOK=str(mine)).stdout


@pytest.mark.parametrize("content", [b"", b"Name,Mail\n", b"{}", b"SQLite format 3\x00"])
def test_what_is_no_logbook_is_not_restored(content, tmp_path):
    (tmp_path / "wrong").write_bytes(content)
    answer = infoview("restore", tmp_path / "wrong", "--to", tmp_path / "new.infoview")

    assert (answer.returncode, answer.stdout) == (2, "")
    assert len(answer.stderr.splitlines()) == 1
    assert not (tmp_path / "new.infoview").exists()


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    assert infoview("restore", tmp_path / "x.json").stderr == f"There's no file {tmp_path / 'x.json'}.\n"


@pytest.mark.parametrize(("options", "named"), [((), False), (("--keep-names",), True)])
def test_export_writes_a_copy_to_share(place, tmp_path, options, named):
    answer = infoview("export", "--to", tmp_path / "out", "--logbook", place, "--share", *options)
    shared = (tmp_path / "out" / "shared.html").read_text(encoding="utf-8")

    assert (answer.returncode, answer.stderr) == (0, "")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"shared.html", "shared.infoview"}
    assert ("Teo Lindgren" in shared) == named
    assert "@" not in shared.partition("<body>")[2]


def test_an_option_that_would_do_nothing_is_said_so(place, tmp_path):
    answer = infoview("export", "--to", tmp_path / "out", "--logbook", place, "--keep-names")

    assert answer.returncode == 2
    assert "goes with --share" in answer.stderr


def test_a_day_that_is_none_is_said_so(place):
    answer = infoview("due", INFOVIEW_LOGBOOK=str(place), INFOVIEW_TODAY="tomorrow")

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("INFOVIEW_TODAY isn't a day: tomorrow.")
