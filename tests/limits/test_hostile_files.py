"""Whatever a file was made or broken to do: a sentence or a list, in 500 MB, and no half.

How long each takes is measured by `tests/bench/hostile.py`.
"""

import pytest
from made.hostile import MADE, made
from made.running import run

from infoview.logbook import open_file

MEGABYTES = 500
MANY = "a hundred thousand cards"
"""Twenty thousand of them already show that memory does not grow with the cards; `--long` brings all."""


@pytest.mark.parametrize("name", MADE)
def test_a_hostile_file_ends_in_a_sentence_or_a_list_in_little_memory(name, tmp_path, pytestconfig):
    path, logbook = tmp_path / "people", tmp_path / "mine.infoview"
    content = made(name)
    in_passing = name == MANY and not pytestconfig.getoption("long")
    path.write_bytes(content[: len(content) // 5] if in_passing else content)
    before = open_file(logbook)
    before.close()

    done = run("import", str(path), "--logbook", str(logbook))

    assert (done.status, "Traceback" in done.said) in {(0, False), (2, False)}
    assert done.said.strip()
    assert done.megabytes < MEGABYTES
    kept = open_file(logbook)
    assert kept.pool.imports.count() == (done.status == 0)
    assert (kept.pool.count() > 0) <= (done.status == 0)
    kept.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["mine.infoview", "people"]
