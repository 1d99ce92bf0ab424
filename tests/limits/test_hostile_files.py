"""Whatever a file was made or broken to do: a sentence or a list, in 20 seconds and 500 MB, and no half."""

import os
import subprocess
import sys
import time

import pytest
from made.hostile import MADE, made

from infoview.logbook import open_file

SECONDS = 20
MEGABYTES = 500


@pytest.mark.parametrize("name", MADE)
def test_a_hostile_file_ends_in_a_sentence_or_a_list_in_time_and_in_little_memory(name, tmp_path):
    path, logbook = tmp_path / "people", tmp_path / "mine.infoview"
    path.write_bytes(made(name))
    before = open_file(logbook)
    before.close()
    command = [sys.executable, "-m", "infoview", "import", str(path), "--logbook", str(logbook)]
    started = time.monotonic()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, close_fds=False
    ) as running:
        said = running.stdout.read()
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    seconds, megabytes = time.monotonic() - started, used.ru_maxrss / 1024

    assert (running.returncode, "Traceback" in said) in {(0, False), (2, False)}
    assert said.strip()
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    kept = open_file(logbook)
    assert kept.pool.imports.count() == (running.returncode == 0)
    assert (kept.pool.count() > 0) <= (running.returncode == 0)
    kept.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["mine.infoview", "people"]
