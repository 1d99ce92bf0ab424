"""Progress: which direction, take-away and conversation is looked at, as several sections need to know."""

from __future__ import annotations

from infoview.logbook import Logbook
from infoview.progress.synthesis import EVERY
from infoview.records.directions import Direction
from infoview.records.takeaways import Takeaway
from workbook.session import Session

_DIRECTION, _TAKEAWAY, _MEETING, _WEIGHED = "look.direction", "look.takeaway", "look.meeting", "look.weighed"


def direction_looked_at(logbook: Logbook) -> int:
    """Find the direction whose conversations are looked at; one that went by now is none."""
    kept = _number(logbook, _DIRECTION)
    return kept if kept in {direction.id for direction in open_directions(logbook)} else EVERY


def direction_weighed(logbook: Logbook) -> Direction | None:
    """Find the direction that is weighed: the one chosen, else the first."""
    directions, kept = open_directions(logbook), _number(logbook, _WEIGHED)
    return next(
        (direction for direction in directions if direction.id == kept), directions[0] if directions else None
    )


def open_directions(logbook: Logbook) -> tuple[Direction, ...]:
    """List the directions that were not let go."""
    return logbook.directions.find(closed_on=None)


def takeaway_looked_at(logbook: Logbook) -> Takeaway | None:
    """Find the take-away that is read side by side, or None."""
    kept = logbook.recall(_TAKEAWAY)
    return Takeaway(kept) if kept in set(Takeaway) else None


def meeting_looked_at(logbook: Logbook) -> int:
    """Find the conversation whose cell was opened; 0 is none."""
    return _number(logbook, _MEETING)


def look_at_direction(session: Session, direction_id: int) -> None:
    """Look at the conversations about one direction, or at all."""
    session.look(**{_DIRECTION: str(direction_id or "")})


def weigh_direction(session: Session, direction_id: int) -> None:
    """Weigh one direction."""
    session.look(**{_WEIGHED: str(direction_id)})


def remember_weighed(logbook: Logbook, direction_id: int) -> None:
    """Remember, within a change, which direction is weighed."""
    logbook.remember(_WEIGHED, str(direction_id))


def look_at_cell(session: Session, takeaway: str, meeting_id: str) -> None:
    """Read one take-away side by side, one conversation first; "" and "" close it."""
    session.look(**{_TAKEAWAY: takeaway, _MEETING: meeting_id})


def _number(logbook: Logbook, name: str) -> int:
    kept = logbook.recall(name)
    return int(kept) if kept.isdecimal() else 0
