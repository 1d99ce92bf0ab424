"""Prepare questions: where questions are picked from and what the bank is narrowed to, kept for next time."""

from __future__ import annotations

from infoview.logbook import Logbook
from infoview.questions.bank import CLOSING, FIELDS
from infoview.records.takeaways import Takeaway
from infoview.workflow.meetings import next_meeting
from workbook.session import Session

SOURCES = ("ideas", "bank", "own")
_SOURCE, _TAKEAWAY, _FIELD, _FRESH = "pick.source", "bank.takeaway", "bank.field", "bank.fresh"


def source_shown(logbook: Logbook) -> str:
    """Tell where questions are picked from: good ones for this person at first."""
    kept = logbook.recall(_SOURCE)
    return kept if kept in SOURCES else SOURCES[0]


def show_source(session: Session, source: str) -> None:
    """Pick questions from there."""
    session.look(**{_SOURCE: source})


def bank_shown(logbook: Logbook) -> dict[str, str | bool]:
    """Tell what the bank is narrowed to: a take-away, a field of work, and what was not asked before."""
    takeaway, field = logbook.recall(_TAKEAWAY), logbook.recall(_FIELD)
    return {
        "takeaway": takeaway if takeaway in {*Takeaway, CLOSING} else "",
        "field": field if field in FIELDS else "",
        "fresh": bool(logbook.recall(_FRESH)),
    }


def narrow_bank(session: Session, key: str, value: object) -> None:
    """Narrow the bank to one take-away or one field, or to what was not asked before."""
    session.look(**{f"bank.{key}": ("yes" if value else "") if key == "fresh" else str(value or "")})


def ask_about(session: Session, takeaway: Takeaway) -> None:
    """Go to the bank's questions about one take-away, to ask them in the next meeting if there is one."""
    meeting = next_meeting(session.logbook, session.today)
    if meeting:
        session.here.choose(meeting.contact_id)
    session.look(**{_SOURCE: "bank", _TAKEAWAY: takeaway.value, _FIELD: "", _FRESH: ""})
    session.here.go("questions.pick")
