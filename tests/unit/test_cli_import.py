import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from infoview.cli import infoview
from infoview.logbook import open_file

FILE = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ada,Park,https://www.linkedin.com/in/ada-park,ada@example.org,Tidal Museum,Curator,15 Mar 2024\n"
    "Ada,Park,,ada@example.org,Tidal,Curator,\n"
    ",,https://www.linkedin.com/in/nobody,,,,\n"
)


def run(*arguments):
    return CliRunner().invoke(infoview, ["import", *map(str, arguments)], catch_exceptions=False)


def written(folder, text=FILE):
    path = folder / "Connections.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_dry_run_prints_what_was_understood_and_keeps_nothing(tmp_path):
    done = run(written(tmp_path), "--dry-run", "--json", "--logbook", tmp_path / "mine.infoview")
    answer = json.loads(done.stdout)
    assert answer["format"] == "linkedin-connections"
    ada = answer["contacts"][0]
    assert (ada["row"], ada["email"], ada["connected_on"]) == (1, "ada@example.org", "2024-03-15")
    assert answer["problems"] == [{"row": 3, "message": "Row 3 has no name, so it was left out."}]
    assert answer["duplicates"][0]["rows"] == [1, 2]
    assert answer["duplicates"][0]["confidence"] == "certain"
    assert [path.name for path in tmp_path.iterdir()] == ["Connections.csv"]


def test_people_are_kept_in_the_pool_once_however_often_a_file_is_read(tmp_path):
    logbook = tmp_path / "mine.infoview"
    assert "1 new in your logbook" in run(written(tmp_path), "--logbook", logbook).stdout
    assert "0 new in your logbook" in run(written(tmp_path), "--logbook", logbook).stdout
    book = open_file(logbook)
    (ada,) = book.pool.find()
    first, second = book.pool.imports.find()
    book.close()
    assert (ada.name, ada.email, ada.organization) == ("Ada Park", "ada@example.org", "Tidal Museum")
    assert first.problems == (
        "Row 3 has no name, so it was left out.",
        "Ada Park was added to the entry of Ada Park: the same e-mail address.",
        "One person was here already.",
    )
    assert (first.people, second.people) == (1, 0)


def test_whoever_was_added_to_an_entry_is_named(tmp_path):
    printed = run(written(tmp_path), "--logbook", tmp_path / "mine.infoview").stdout
    assert "Ada Park was added to the entry of Ada Park: the same e-mail address." in printed


def test_with_a_long_file_each_stage_is_told_beside_the_answer(tmp_path):
    rows = "".join(f"Ada{row},Park,,,Tidal{'m' * 1000},Curator,\n" for row in range(2_100))
    path = written(tmp_path, FILE.splitlines(keepends=True)[0] + rows)
    done = run(path, "--json", "--logbook", tmp_path / "mine.infoview")
    assert json.loads(done.stdout)["kept"] == 2_100
    reading, comparing, keeping = done.stderr.splitlines()
    assert reading == "Reading Connections.csv…"
    assert comparing.startswith("2,100 people read.")
    assert keeping == "Putting them into your logbook…"


def test_a_short_file_is_read_without_a_word_beside_the_answer(tmp_path):
    assert run(written(tmp_path), "--json", "--logbook", tmp_path / "mine.infoview").stderr == ""


def test_a_file_that_cannot_be_read_leaves_no_logbook_behind(tmp_path):
    path = written(tmp_path, "<!doctype html><html>Sign in</html>")
    logbook = tmp_path / "mine.infoview"
    done = CliRunner().invoke(infoview, ["import", str(path), "--logbook", str(logbook)])
    assert done.exit_code != 0
    assert not logbook.exists()


def test_a_person_reads_what_was_left_out_and_why(tmp_path):
    said = run(written(tmp_path), "--dry-run").stdout
    assert "2 contacts read" in said
    assert "Row 3 has no name, so it was left out." in said
    assert "Twice in this file, kept once:\n  Ada Park: the same e-mail address." in said


def test_whoever_may_be_in_the_logbook_already_is_named_with_the_reason(tmp_path):
    logbook = tmp_path / "mine.infoview"
    run(written(tmp_path), "--logbook", logbook)
    again = written(tmp_path, "Name,Company\nAda Park,Tidal Museum\n")
    said = run(again, "--logbook", logbook).stdout
    assert "Ada Park may be in your pool already: the same name at the same place." in said
    assert "1 new in your logbook" in said


def spoken(*arguments, encoding="utf-8", stdout=subprocess.PIPE):
    """Run the command as a process of its own, whose console knows the letters of one encoding."""
    command = [sys.executable, "-m", "infoview", "import", *map(str, arguments)]
    console = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, env=console, check=False)


UNCOMMON = "Name,Company\nŁukasz 海,Muzeum 🎨\n"


def test_a_console_without_the_letters_of_a_name_shows_and_keeps_it_all_the_same(tmp_path):
    logbook = tmp_path / "mine.infoview"
    done = spoken(written(tmp_path, UNCOMMON), "--logbook", logbook, encoding="cp1252")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u0141ukasz \\u6d77" in done.stdout
    assert b"1 new in your logbook" in done.stdout
    book = open_file(logbook)
    assert [person.name for person in book.pool.find()] == ["Łukasz 海"]
    book.close()


def test_json_is_the_same_on_every_console(tmp_path):
    path = written(tmp_path, UNCOMMON)
    answers = [
        spoken(path, "--dry-run", "--json", encoding=one).stdout for one in ("utf-8", "cp1252", "ascii")
    ]
    assert len(set(answers)) == 1
    assert json.loads(answers[0])["contacts"][0]["name"] == "Łukasz 海"


def test_whole_cards_that_name_nobody_are_shown_and_never_kept(tmp_path):
    cards = written(tmp_path, "BEGIN:VCARD\nVERSION:4.0\nADR:;;1 Quay;Birchwood;;;\nEND:VCARD\n")
    shown = spoken(cards, "--dry-run", "--json")
    assert (shown.returncode, json.loads(shown.stdout)["contacts"]) == (0, [])
    assert "Card 1 has no name" in shown.stdout.decode()
    assert spoken(cards, "--logbook", tmp_path / "mine.infoview").returncode == 2
    assert not (tmp_path / "mine.infoview").exists()


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VCARD\nKIND:group\nFN:Friends\nEND:VCARD\n",
        "Name,Don't contact\nAda,Yes\n",
        "Name,Email\n-,n/a\n",
    ],
)
def test_a_file_out_of_which_nobody_was_read_ends_with_a_sentence(tmp_path, text):
    logbook = tmp_path / "mine.infoview"
    done = spoken(written(tmp_path, text), "--logbook", logbook)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("We found nobody in Connections.csv. ")
    assert not logbook.exists()
