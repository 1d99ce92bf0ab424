"""The logbook: everything a person has recorded, in one SQLite file or, for a visitor, in memory.

Every change is one transaction and is in the one file when it returns: a copy of that file is always the
whole logbook. Several windows may have it open; `changed_elsewhere` tells when another of them has written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from infoview.logbook.opening import Connection, connect_file, connect_memory, sentences, without_log_mark
from infoview.logbook.pool import Pool
from infoview.logbook.references import Reference, move, put_back, references
from infoview.logbook.shelf import E, Shelf
from infoview.records.asked_of_me import AskedOfMe
from infoview.records.contacts import Contact, Joined, KeptApart, Touch
from infoview.records.crossed_out import CrossedOut
from infoview.records.debriefs import Learned, Promise
from infoview.records.directions import Direction, Evidence, Skill
from infoview.records.followups import FollowUp
from infoview.records.goals import Goal, MonthGoal, Pause
from infoview.records.introductions import Introduction
from infoview.records.meetings import Meeting, MeetingQuestion, Note, Tick
from infoview.records.milestones import Milestone, Told
from infoview.records.profile import Profile
from infoview.records.requests import Dismissal, Request
from infoview.records.research import Finding
from infoview.records.themes import Theme, Voice


class Logbook:
    """One person's logbook: a shelf for each kind of entity, and the transactions around them.

    `place` is the file it lives in, or None for a logbook in memory. `changes` counts the changes made
    through this object.
    """

    written = 0
    """How often this program has changed a logbook's file since it began, whichever."""

    def __init__(self, connection: Connection, place: Path | None) -> None:
        self._connection = connection
        self.place = place
        self.changes = 0
        self.contacts = Shelf(connection, "contacts", Contact)
        self.introductions = Shelf(connection, "introductions", Introduction)
        self.pool = Pool(connection)
        self.requests = Shelf(connection, "requests", Request)
        self.dismissals = Shelf(connection, "dismissals", Dismissal)
        self.meetings = Shelf(connection, "meetings", Meeting)
        self.findings = Shelf(connection, "findings", Finding)
        self.questions = Shelf(connection, "meeting_questions", MeetingQuestion)
        self.ticks = Shelf(connection, "ticks", Tick)
        self.notes = Shelf(connection, "notes", Note)
        self.learned = Shelf(connection, "learned", Learned)
        self.skills = Shelf(connection, "skills", Skill)
        self.directions = Shelf(connection, "directions", Direction)
        self.evidence = Shelf(connection, "evidence", Evidence)
        self.promises = Shelf(connection, "promises", Promise)
        self.follow_ups = Shelf(connection, "follow_ups", FollowUp)
        self.touches = Shelf(connection, "touches", Touch)
        self.milestones = Shelf(connection, "milestones", Milestone)
        self.told = Shelf(connection, "told", Told)
        self.joined = Shelf(connection, "joined", Joined)
        self.kept_apart = Shelf(connection, "kept_apart", KeptApart)
        self.themes = Shelf(connection, "themes", Theme)
        self.voices = Shelf(connection, "voices", Voice)
        self.pauses = Shelf(connection, "pauses", Pause)
        self.month_goals = Shelf(connection, "month_goals", MonthGoal)
        self.crossed_out = Shelf(connection, "crossed_out", CrossedOut)
        self.asked_of_me = Shelf(connection, "asked_of_me", AskedOfMe)
        self._profile = Shelf(connection, "profile", Profile)
        self._goal = Shelf(connection, "goal", Goal)
        if not self.recall("uid"):
            self.remember("uid", uuid4().hex)
        self._version = self._data_version()

    def __repr__(self) -> str:
        sizes = (f"{getattr(self, name).count()} {name}" for name in ("contacts", "requests", "meetings"))
        return f"Logbook({self.place or 'in memory'}: {', '.join(sizes)})"

    @property
    def name(self) -> str:
        """What the logbook is called in a sentence: its file's name."""
        return self.place.name if self.place else "Your logbook"

    @property
    def uid(self) -> str:
        """A name for this logbook that no other has; it stays when the file is copied."""
        return self.recall("uid")

    @property
    def profile(self) -> Profile:
        """Whose logbook this is."""
        return self._profile.first() or Profile()

    @property
    def goal(self) -> Goal:
        """How many new people a month."""
        return self._goal.first() or Goal()

    @property
    def shelves(self) -> dict[str, Shelf[Any]]:
        """Every shelf by its name; profile and goal, which are one row each, stand beside them."""
        named = {name: shelf for name, shelf in vars(self).items() if isinstance(shelf, Shelf)}
        shown = {name: shelf for name, shelf in named.items() if not name.startswith("_")}
        return {**shown, "imports": self.pool.imports, "filled": self.pool.filled}

    def change_profile(self, **values: object) -> Profile:
        """Change some fields of the profile."""
        return self._change_only(self._profile, Profile(), values)

    def change_goal(self, **values: object) -> Goal:
        """Change some fields of the goal."""
        return self._change_only(self._goal, Goal(), values)

    @contextmanager
    def change(self) -> Iterator[Logbook]:
        """Make several changes one: all of them are on disk afterwards, or none.

        Raises:
            LogbookError: The disk is full, the file read-only, damaged, or held by another window; nothing
                was changed.
        """
        with sentences(self.name):
            if self._connection.in_transaction:
                yield self
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self
                self._connection.execute("COMMIT")
            except BaseException:
                self._undo()
                raise
            self.changes += 1
            if self.place:
                Logbook.written += 1

    def refer_later(self) -> None:
        """Within a change: let rows refer to what is added after them; at its end all must be there."""
        self._connection.execute("PRAGMA defer_foreign_keys = ON")

    def about(self, contact_id: int) -> tuple[Reference, ...]:
        """Find every row, on whatever shelf, that refers to a contact."""
        return references(self._connection, contact_id)

    def move(self, rows: Iterable[Reference], contact_id: int) -> None:
        """Let rows refer to another contact; one that would then stand there twice stays where it is."""
        move(self._connection, rows, contact_id)

    def put_back(self, rows: Iterable[Reference], contact_id: int) -> None:
        """Let rows refer to a contact as they did before, and bring those back that went since."""
        put_back(self._connection, rows, contact_id)

    def leave_no_trace(self) -> None:
        """After something was deleted for good: take its words out of the index, too."""
        self._connection.execute("INSERT INTO pool_words (pool_words) VALUES ('rebuild')")

    def remember(self, name: str, value: str) -> None:
        """Keep a small thing about the workbook itself, such as the step the person left; "" forgets it."""
        if value:
            self._connection.execute(
                "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", [name, value]
            )
        else:
            self._connection.execute("DELETE FROM settings WHERE name = ?", [name])

    def recall(self, name: str) -> str:
        """Look up what `remember` kept, or ""."""
        rows = self._connection.rows("SELECT value FROM settings WHERE name = ?", [name])
        return str(rows[0][0]) if rows else ""

    def recall_all(self, prefix: str) -> dict[str, str]:
        """Look up everything kept under names that begin with a prefix, by the rest of the name."""
        rows = self._connection.rows(
            "SELECT substr(name, ?), value FROM settings WHERE substr(name, 1, ?) = ?",
            [len(prefix) + 1, len(prefix), prefix],
        )
        return dict(rows)

    def forget_all(self, prefix: str) -> None:
        """Forget everything kept under names that begin with a prefix."""
        self._connection.execute("DELETE FROM settings WHERE substr(name, 1, ?) = ?", [len(prefix), prefix])

    def changed_elsewhere(self) -> bool:
        """Tell, once, that another window has written to the same file."""
        with sentences(self.name):
            version = self._data_version()
        changed, self._version = version != self._version, version
        return changed

    def copy(self) -> bytes:
        """Make a copy of the whole logbook as the bytes of an .infoview file."""
        with sentences(self.name):
            return without_log_mark(self._connection.serialize())

    def replace_with(self, copy: bytes, now: datetime) -> Path | None:
        """Put a saved copy in this logbook's place; what was here before is kept beside it.

        Returns:
            Where the former content was kept, or None for a logbook in memory.

        Raises:
            LogbookError: The copy cannot be opened, or there is no room; nothing was changed.
        """
        source = connect_memory(copy)
        try:
            with sentences(self.name):
                former = self._keep_former(now)
                source.backup(self._connection)
                self._connection.filled += 1
        finally:
            source.close()
        self.changes += 1
        return former

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _keep_former(self, now: datetime) -> Path | None:
        if self.place is None:
            return None
        former = self.place.with_name(f"{self.place.stem}.before-{now:%Y%m%d-%H%M%S}{self.place.suffix}")
        try:
            former.write_bytes(self.copy())
        except BaseException:
            former.unlink(missing_ok=True)
            raise
        return former

    def _undo(self) -> None:
        """Roll an open transaction back; SQLite has done so itself when the disk was full."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _change_only(self, shelf: Shelf[E], empty: E, values: dict[str, object]) -> E:
        with self.change():
            if shelf.first() is None:
                shelf.add(empty)
            return shelf.change(1, **values)

    def _data_version(self) -> int:
        ((version,),) = self._connection.rows("PRAGMA data_version")
        return int(version)


def open_file(path: str | Path) -> Logbook:
    """Open the logbook in a file, or begin one there.

    Raises:
        LogbookError: The file is no logbook, newer than this program, damaged or cannot be written.
    """
    place = Path(path).expanduser().absolute()
    connection = connect_file(place)
    with sentences(place.name):
        return Logbook(connection, place)


def open_memory(copy: bytes | None = None) -> Logbook:
    """Open a logbook that lives in memory only, empty or from a saved copy.

    Raises:
        LogbookError: The copy is no logbook, newer than this program, or damaged.
    """
    return Logbook(connect_memory(copy), None)


def first_meetings(logbook: Logbook) -> dict[int, date]:
    """Find, for each contact ever met, the day of the first meeting; answers by e-mail are no meeting."""
    days: dict[int, date] = {}
    for meeting in logbook.meetings.find(status="held", order="on"):
        if meeting.on and not meeting.is_by_mail:
            days.setdefault(meeting.contact_id, meeting.on)
    return days
