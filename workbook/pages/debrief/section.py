"""Debrief: what every section about one conversation has in common."""

from __future__ import annotations

import ipywidgets

from infoview.records.meetings import Meeting
from workbook.pages.empty import Empty
from workbook.pages.meeting_chosen import conversation
from workbook.pages.page import box, show_if
from workbook.session import Session


class AboutTalk:
    """A section about the conversation chosen; without one it says what comes first."""

    def __init__(self, session: Session, children: list[ipywidgets.Widget], *classes: str) -> None:
        self._session = session
        self.empty = Empty(session, "talk")
        self.shown = box(children, *classes)
        self.view = box([self.empty.view, self.shown])

    def draw(self) -> None:
        """Show the section, or what comes first."""
        meeting = conversation(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.empty.view, meeting is None)
        if meeting:
            self.draw_talk(meeting)

    def draw_talk(self, meeting: Meeting) -> None:
        """Show what there is about a conversation."""
        raise NotImplementedError
