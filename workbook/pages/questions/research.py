"""Prepare questions: what was found out beforehand."""

from __future__ import annotations

from workbook.pages.fields import (
    fields,
    form,
    number_of,
    page_words,
)
from workbook.pages.page import box, show_if
from workbook.pages.questions.meeting import current_meeting, needs_meeting
from workbook.session import Session


class Research:
    """What was found out beforehand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        legend = page_words("questions.research")["legend"]
        self.form = form(session, fields("questions.research"), self._change, legend)
        self.empty = needs_meeting()
        self.view = box([self.empty, self.form])

    def draw(self) -> None:
        """Show the research for the meeting."""
        meeting = current_meeting(self._session)
        show_if(self.form, meeting is not None)
        show_if(self.empty, meeting is None)
        if meeting:
            self.form.show(f"meeting-{meeting.id}", {"research": meeting.research})

    def _change(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: logbook.meetings.change(number_of(record), **{key: value}))
