"""Prepare questions: what the meeting is for."""

from __future__ import annotations

from infoview.logbook import Logbook
from infoview.questions.checklist import tick_off
from infoview.records.meetings import SURE
from workbook.markup import html, prose
from workbook.pages.fields import fields, form, number_of, page_words
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.page import box, show_if
from workbook.session import Session


class Purpose:
    """The one thing to learn, and a guess to test with how sure one is of it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        sure = [(str(number), str(number)) for number in SURE]
        asked = fields("questions.purpose", {"sure_before": sure})
        self.form = form(session, asked, self._change, page_words("questions.purpose")["legend"])
        self.empty = prose(
            html('<p class="iv-empty">{text}</p>', text=page_words("questions.meeting")["first"])
        )
        self.view = box([self.empty, self.form])

    def draw(self) -> None:
        """Show what was written for this meeting."""
        meeting = current_meeting(self._session)
        show_if(self.form, meeting is not None)
        show_if(self.empty, meeting is None)
        if meeting:
            values = {field["key"]: getattr(meeting, field["key"]) for field in self.form.fields}
            self.form.show(f"meeting-{meeting.id}", values)

    def _change(self, record: str, key: str, value: object) -> None:
        stored = int(str(value)) if key == "sure_before" else value

        def step(logbook: Logbook) -> None:
            before = logbook.meetings.get(number_of(record))
            after = logbook.meetings.change(before.id, **{key: stored})
            if after.purpose.strip() and not before.purpose.strip():
                tick_off(logbook, after, "purpose")

        self._session.change(step)
