"""Debrief: a job that they mentioned, noted and not chased."""

from __future__ import annotations

from infoview.records.meetings import Meeting
from workbook.pages.debrief.section import AboutTalk
from workbook.pages.fields import fields, form, number_of, page_words
from workbook.session import Session


class Job(AboutTalk):
    """What they volunteered about an opening; it waits here until the person decides what to do with it."""

    def __init__(self, session: Session) -> None:
        words = page_words("debrief.job")
        self.form = form(session, fields("debrief.job"), self._change, words["legend"])
        super().__init__(session, [self.form])

    def draw_talk(self, meeting: Meeting) -> None:
        """Show what was noted."""
        self.form.show(f"job-{meeting.id}", {"volunteered": meeting.volunteered})

    def _change(self, record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: logbook.meetings.change(number_of(record), **{key: value}))
