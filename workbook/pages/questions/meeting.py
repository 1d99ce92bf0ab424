"""Prepare questions: when, where and what for."""

from __future__ import annotations

from infoview.changes import meeting_for
from infoview.errors import InputError
from infoview.meetings import Meeting, MeetingKind, MeetingStatus
from workbook.components.actions import Action, Actions
from workbook.markup import html, prose
from workbook.pages.fields import (
    day_of,
    fields,
    form,
    number_of,
    page_words,
    time_of,
)
from workbook.pages.page import box, show_if
from workbook.session import Session


class TheMeeting:
    """Which meeting is being prepared: whom, when, where, and what for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.meeting")
        self.note = prose(html(""), "iv-note")
        self.plan = Actions(session.guard, [], self._plan)
        kinds = [(kind.value, self._words["kinds"][kind.value]) for kind in MeetingKind]
        self.form = form(
            session, fields("questions.meeting", {"kind": kinds}), self._change, self._words["legend"]
        )
        self.view = box([self.note, self.plan, self.form])

    def draw(self) -> None:
        """Show the meeting with the person chosen, or offer to plan one."""
        contact, meeting = self._session.contact, current_meeting(self._session)
        planned = meeting is not None and meeting.status is MeetingStatus.PLANNED
        show_if(self.form, meeting is not None)
        show_if(self.plan, contact is not None and not planned)
        self.note.value = html("")
        if contact and not planned:
            said = self._words["past" if meeting else "none"].format(name=contact.name)
            self.note.value = html("<p>{said}</p>", said=said)
            plan = self._words["plan"].format(name=contact.name)
            self.plan.change_actions([Action("plan", plan, primary=meeting is None)])
        if meeting:
            values = {field["key"]: getattr(meeting, field["key"]) for field in self.form.fields}
            self.form.show(f"meeting-{meeting.id}", values)

    def _plan(self, _key: str) -> None:
        contact = self._session.contact
        if contact:
            self._session.change(lambda logbook: logbook.meetings.add(Meeting(contact.id)))

    def _change(self, record: str, key: str, value: object) -> None:
        stored: object = value
        if key == "on":
            stored = day_of(value, key)
        elif key == "at":
            stored = time_of(value, key)
        elif key == "minutes":
            stored = _minutes(str(value), self._words["bad_minutes"])
        self._session.change(lambda logbook: logbook.meetings.change(number_of(record), **{key: stored}))


def current_meeting(session: Session) -> Meeting | None:
    """Find the meeting being prepared with the person chosen."""
    contact = session.contact
    return meeting_for(session.logbook, contact.id) if contact else None


def needs_meeting(path: str = "questions.meeting", key: str = "first") -> object:
    """What stands in a section that needs a meeting first."""
    return prose(html('<p class="iv-empty">{text}</p>', text=page_words(path)[key]))


def _minutes(text: str, sentence: str) -> int:
    """Read a length in minutes.

    Raises:
        InputError: It is no whole number of minutes.
    """
    longest = 480
    if not text.strip().isdecimal() or not 0 < int(text) <= longest:
        raise InputError(sentence, "minutes")
    return int(text)
