"""How fast a large logbook becomes data frames, and many counts files a group, beside the import of pandas.

Seconds of this program's own work are counted, so that others on the machine do not matter.

PYTHONPATH=tests python tests/bench/frames.py
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import process_time

import click
from made.groups import hand_in

from infoview.logbook import Logbook, open_file
from infoview.records.contacts import Circle, Contact
from infoview.records.debriefs import Learned
from infoview.records.meetings import Meeting, MeetingStatus
from infoview.records.requests import Request, RequestStatus
from infoview.records.takeaways import Takeaway

CONTACTS, MEETINGS, FILES = 30_000, 5_000, 500
FRAMES_WITHIN, GROUP_WITHIN = 1.5, 10.0  # seconds
IMPORT = "import time; before = time.process_time(); import pandas; print(time.process_time() - before)"


def main() -> None:
    """Measure, print, and fail where a limit is not kept."""
    ask_python = [sys.executable, "-c", IMPORT]
    bare = min(float(subprocess.run(ask_python, capture_output=True, check=True).stdout) for _ in range(3))
    click.echo(f"importing pandas: {bare:.2f} s")
    with tempfile.TemporaryDirectory() as place:
        fill(Path(place) / "large.infoview")
        hand_in(Path(place) / "group", FILES)
        from infoview import frames
        from infoview.group import merging, output

        def group() -> object:
            return output.files(merging.merge(merging.read(Path(place) / "group")[0]), "group")

        all_frames = once(lambda: frames.of(open_file(Path(place) / "large.infoview")))
        merged = once(group)
    said = f"{CONTACTS} contacts and {MEETINGS} meetings as frames"
    click.echo(f"{said}: {all_frames:.2f} s, {all_frames / bare:.2f} times that; goal: {FRAMES_WITHIN} s")
    click.echo(f"{FILES} counts files as a group: {merged:.2f} s; goal: {GROUP_WITHIN} s")
    sys.exit(all_frames > FRAMES_WITHIN or merged > GROUP_WITHIN)


def once(work: Callable[[], object]) -> float:
    """Measure the best of three runs, in seconds."""
    times = []
    for _ in range(3):
        before = process_time()
        work()
        times.append(process_time() - before)
    return min(times)


def fill(place: Path) -> None:
    """Write a logbook as large as any."""
    dice, first = random.Random(1), date(2020, 1, 1)
    logbook: Logbook = open_file(place)
    circles, statuses = list(Circle), list(RequestStatus)
    with logbook.change():
        logbook.contacts.add_all(
            Contact(f"Person {number}", f"House {number % 900}", circle=dice.choice(circles), added_on=first)
            for number in range(CONTACTS)
        )
        logbook.requests.add_all(
            Request(number + 1, dice.choice(statuses), "A question", ask="Would you?", sent_on=first)
            for number in range(MEETINGS)
        )
        logbook.meetings.add_all(
            Meeting(number + 1, MeetingStatus.HELD, on=first + timedelta(dice.randrange(2000)))
            for number in range(MEETINGS)
        )
        logbook.learned.add_all(
            Learned(number + 1, takeaway, "So it is.")
            for number in range(MEETINGS)
            for takeaway in dice.sample(list(Takeaway), 3)
        )
    logbook.close()


if __name__ == "__main__":
    main()
