"""What becomes of the words of a command never changes what it does, and what is said of that is true."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from infoview.logbook import open_file
from infoview.records.contacts import Contact
from infoview.sample import write

LATIN = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
FULL = Path("/dev/full")
PEOPLE = "Name,Email,Company\nŻaneta Łuczak,z@example.org,Muzeum 海\nRosa 🌊 Ferrão,r@example.org,Dune\n"


def infoview(*arguments, stdout=subprocess.PIPE, given=None, **environment):
    return subprocess.run(
        [sys.executable, "-m", "infoview", *map(str, arguments)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        input=given,
        check=False,
        env=os.environ | environment,
    )


def onto_a_full_disk(*arguments, **how):
    with FULL.open("w") as full:
        return infoview(*arguments, stdout=full, **how)


def into_a_closed_pipe(*arguments, **how):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return infoview(*arguments, stdout=writer, **how)
    finally:
        os.close(writer)


@pytest.fixture
def people(tmp_path):
    file = tmp_path / "contacts.csv"
    file.write_text(PEOPLE, encoding="utf-8")
    return file


@pytest.fixture
def book(tmp_path):
    file = tmp_path / "mine.infoview"
    logbook = open_file(file)
    write(logbook, date(2026, 11, 25))
    logbook.contacts.add(Contact("Łucja 海 Żak"))
    logbook.close()
    return file


def kept(place):
    logbook = open_file(place)
    try:
        return logbook.pool.count()
    finally:
        logbook.close()


def test_letters_that_a_console_lacks_are_written_out(people, tmp_path):
    place = tmp_path / "new.infoview"
    done = infoview("import", people, "--logbook", place, **LATIN)
    assert (done.returncode, done.stderr, kept(place)) == (0, b"", 2)
    assert rb"\u017baneta \u0141uczak" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [("due", "--logbook", "{book}", "--on", "2026-11-25"), ("questions",), ("doctor",), ("coach", "{draft}")],
)
def test_an_answer_for_scripts_is_the_same_in_every_encoding(arguments, book, tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("Dear Łucja, I saw any openings? 🎨 [Your Name]\n", encoding="utf-8")
    told = [one.format(book=book, draft=draft) for one in arguments]
    answers = [
        infoview(*told, "--json", PYTHONIOENCODING=encoding).stdout
        for encoding in ("utf-8", "cp1252", "ascii")
    ]
    assert answers[0] == answers[1] == answers[2]
    json.loads(answers[0].decode("ascii"))


def test_lines_for_scripts_are_the_same_in_every_encoding():
    given = json.dumps({"id": "ł", "question": "Łucja, what do you like? 🎨"}).encode()
    done = infoview("questions", "check", "--jsonl", given=given, **LATIN)
    assert json.loads(done.stdout.decode("ascii"))["id"] == "ł"


@pytest.mark.parametrize(
    "arguments",
    [
        ("due", "--logbook", "{book}"),
        ("due", "--logbook", "{book}", "--json"),
        ("questions",),
        ("doctor",),
        ("export", "--logbook", "{book}", "--to", "{folder}"),
        ("export", "--logbook", "{book}", "--to", "{folder}", "--share", "--keep-names"),
        ("demo", "{folder}/Łódź.infoview"),
    ],
)
def test_no_command_fails_for_a_letter_that_a_console_lacks(arguments, book, tmp_path):
    told = [one.format(book=book, folder=tmp_path / "żółć") for one in arguments]
    done = infoview(*told, **LATIN)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_sentence_that_a_console_lacks_letters_for_is_said_all_the_same():
    done = infoview("restore", "żółć.json", **LATIN)
    assert done.returncode == 2
    assert done.stderr.startswith(
        rb"There's no file \u017c\u00f3\u0142\u0107.json".replace(rb"\u00f3", b"\xf3")
    )


@pytest.mark.skipif(not FULL.exists(), reason="no such device here")
def test_what_was_kept_before_the_disk_was_full_is_said_to_be_kept(people, tmp_path):
    place = tmp_path / "new.infoview"
    done = onto_a_full_disk("import", people, "--logbook", place)
    assert kept(place) == 2
    assert done.stderr.decode() == (
        "The answer couldn't be printed (No space left on device). "
        "Whatever changed before that is saved in your logbook.\n"
    )
    assert done.returncode == 0


@pytest.mark.skipif(not FULL.exists(), reason="no such device here")
@pytest.mark.parametrize(
    "arguments", [("questions", "--json"), ("questions",), ("import", "{people}", "--dry-run", "--json")]
)
def test_an_answer_that_could_not_be_printed_was_not_given(arguments, people):
    done = onto_a_full_disk(*(one.format(people=people) for one in arguments))
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "The answer couldn't be printed (No space left on device). Nothing was changed in your logbook.\n"
    )


@pytest.mark.skipif(not FULL.exists(), reason="no such device here")
def test_files_that_were_written_before_the_disk_was_full_are_there_and_the_command_did_its_work(
    book, tmp_path
):
    done = onto_a_full_disk("export", "--logbook", book, "--to", tmp_path / "out")
    assert (done.returncode, (tmp_path / "out" / "contacts.csv").exists()) == (0, True)
    assert done.stderr.startswith(b"The answer couldn't be printed")


def test_whoever_closes_a_pipe_has_read_enough():
    done = into_a_closed_pipe("questions")
    assert (done.returncode, done.stderr) == (0, b"")


def test_people_who_were_kept_are_said_to_be_kept_when_nobody_listens(people, tmp_path):
    place = tmp_path / "new.infoview"
    done = into_a_closed_pipe("import", people, "--logbook", place)
    assert (done.returncode, kept(place)) == (0, 2)
    assert b"is saved in your logbook" in done.stderr


def test_nothing_unforeseen_denies_what_was_changed(people, tmp_path):
    place = tmp_path / "new.infoview"
    program = (
        "import sys; from infoview import cli; from infoview.cli import contacts\n"
        "contacts._as_text = lambda *_: 1 / 0\n"
        f"cli.main(['import', {str(people)!r}, *sys.argv[1:]])"
    )
    done = [
        subprocess.run([sys.executable, "-c", program, *how], capture_output=True, check=False)
        for how in (["--logbook", str(place)], ["--dry-run"])
    ]
    said = [one.stderr.decode() for one in done]
    assert kept(place) == 2
    changed, unchanged = "Whatever changed before that is saved in your logbook.", "Nothing was changed"
    assert (changed in said[0], unchanged in said[0]) == (True, False)
    assert (changed in said[1], unchanged in said[1]) == (False, True)
