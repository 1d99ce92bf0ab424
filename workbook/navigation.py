"""Navigation: where a person is in the workbook, and whom it is about; remembered in the logbook."""

from __future__ import annotations

from collections.abc import Callable

from infoview.logbook import Logbook
from infoview.records.contacts import Contact

Change = Callable[[Callable[[Logbook], None]], None]
Move = Callable[[str, str], None]


class Navigation:
    """The step and part in sight, the contact and the meeting that all pages are about, and the entry open.

    Args:
        logbook: Where it is remembered for the next time the workbook is opened.
        change: Makes a change that every page then shows.
    """

    def __init__(self, logbook: Logbook, change: Change) -> None:
        self._logbook = logbook
        self._change = change
        self._movers: list[Move] = []
        self.recall()

    def recall(self) -> None:
        """Begin where the logbook was left."""
        contact = self._logbook.recall("contact")
        self._contact_id = int(contact) if contact.isdecimal() else 0
        self._meeting_id = self._opened_id = 0
        self._step, self._part = self._logbook.recall("step"), self._logbook.recall("part")
        self._left = (self._step, self._part)

    @property
    def step(self) -> str:
        """The step in sight."""
        return self._step

    @property
    def part(self) -> str:
        """The part of the step in sight."""
        return self._part

    @property
    def left(self) -> tuple[str, str]:
        """The step and part where one was the last time, until one goes somewhere; empty for nowhere."""
        return self._left

    @property
    def contact(self) -> Contact | None:
        """The contact the person is working on, or None."""
        return self._logbook.contacts.first(id=self._contact_id) if self._contact_id else None

    @property
    def meeting_id(self) -> int:
        """The meeting chosen among those with the contact; 0 is none."""
        return self._meeting_id

    @property
    def opened_id(self) -> int:
        """The contact whose entry is open in the list of contacts; 0 is none."""
        return self._opened_id

    def choose(self, contact_id: int, meeting_id: int = 0) -> None:
        """Work on this contact from now on, on every page, and perhaps on one of the meetings with them."""
        self._contact_id, self._meeting_id = contact_id, meeting_id
        self._change(lambda logbook: logbook.remember("contact", str(contact_id)))

    def look_up(self, contact_id: int) -> None:
        """Go to everything that is known of a contact."""
        self.open(contact_id)
        self.choose(contact_id)
        self.go("contacts.people")

    def open(self, contact_id: int) -> None:
        """Open the entry of a contact in the list."""
        self._opened_id = contact_id

    def close(self) -> None:
        """Close the entry that is open."""
        self._opened_id = 0

    def go(self, address: str) -> None:
        """Go to a step, or to the part of it where a section stands: "debrief", "debrief.thanks"."""
        self._step, _, section = address.partition(".")
        self._left = ("", "")
        for move in self._movers:
            move(self._step, section)
        with self._logbook.change():
            self._logbook.remember("step", self._step)
            self._logbook.remember("part", self._part)

    def arrive(self, part: str) -> None:
        """Note which part of the step came into sight."""
        self._part = part

    def on_go(self, move: Move) -> None:
        """Call this with a step, and a section of it or "", when the person goes there."""
        self._movers.append(move)
