from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from infoview.cli.doctor import packages, python, search, writable


def test_an_old_python_is_named_with_what_to_install():
    finding = python((3, 9, 2))
    assert not finding.ok
    assert finding.sentence == "Python 3.9.2 is too old; install 3.11 or newer."


def test_this_python_is_new_enough():
    assert python(sys.version_info[:3]).ok


def test_a_missing_package_is_named_with_the_command_that_brings_it():
    finding = packages(["click>=8.2", "no-such-package>=1.0"])
    assert not finding.ok
    assert "Not installed: no-such-package." in finding.sentence
    assert "pip install" in finding.sentence


def test_what_only_the_tests_need_is_not_asked_for():
    assert packages(["click>=8.2", 'no-such-package>=1; extra == "test"']).ok


def test_sqlite_can_search_here():
    assert search().ok


def test_a_logbook_can_be_kept_in_a_folder_that_is_still_to_be_made(tmp_path: Path):
    finding = writable(tmp_path / "new" / "mine.infoview")
    assert finding.ok
    assert not (tmp_path / "new").exists()


def test_a_folder_cannot_be_a_logbook(tmp_path: Path):
    assert not writable(tmp_path).ok


def test_a_logbook_cannot_be_kept_inside_a_file(tmp_path: Path):
    (tmp_path / "file").write_text("")
    assert not writable(tmp_path / "file" / "mine.infoview").ok


def test_the_command_prints_one_json_object_and_ends_with_0(tmp_path: Path):
    run = subprocess.run(
        [sys.executable, "-m", "infoview", "doctor", "--json"],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    found = json.loads(run.stdout)
    assert found["ok"] is True
    assert {each["name"] for each in found["findings"]} == {
        "python",
        "packages",
        "search",
        "logbook",
        "browser",
    }


def test_what_is_lacking_is_one_sentence_on_standard_error_and_2(tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    run = subprocess.run(
        [sys.executable, "-m", "infoview", "doctor"],
        env={"INFOVIEW_LOGBOOK": str(blocked / "mine.infoview"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1
    assert run.stderr.startswith("No logbook can be saved at ")
