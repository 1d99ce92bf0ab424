"""Prepare questions: the checklist around the meeting."""

from __future__ import annotations

from infoview.questions.checklist import Item, When, checklist
from infoview.records.meetings import Tick
from infoview.text.plurals import number_in_words
from workbook.components.checklist import Checklist
from workbook.markup import html, prose
from workbook.pages.empty import Empty
from workbook.pages.fields import page_words
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.page import box, show_if
from workbook.session import Session

TO_TICK = (When.BEFORE, When.MORNING, When.AFTER)
"""What is done, not only kept in mind."""


class Ready:
    """The checklist around the meeting, as its setting asks."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.ready")
        self.checklist = Checklist(session.guard, self._words["legend"], self._tick)
        self.said = prose(html(""), "iv-note")
        self.empty = Empty(session, "meeting")
        self.shown = box([self.said, self.checklist])
        self.view = box([self.empty.view, self.shown])

    def draw(self) -> None:
        """Show what is ticked, and how much is left."""
        meeting = current_meeting(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.empty.view, meeting is None)
        if meeting is None:
            return
        items = checklist(meeting.kind)
        ticked = {tick.item for tick in self._session.logbook.ticks.find(meeting_id=meeting.id)}
        groups = [self._group(when, items) for when in TO_TICK]
        self.checklist.show([group for group in groups if group["items"]], ticked)
        left = sum(item.when in {When.BEFORE, When.MORNING} and item.id not in ticked for item in items)
        said = number_in_words(self._words["left"], left)
        self.said.value = html('<p role="status">{said}</p>', said=said)

    def _group(self, when: When, items: tuple[Item, ...]) -> dict[str, object]:
        shown = [item for item in items if item.when is when]
        return {
            "key": when.value,
            "title": self._words[when.value],
            "items": [{"id": item.id, "text": item.text, "note": item.why} for item in shown],
        }

    def _tick(self, item: str, on: bool) -> None:  # noqa: FBT001 - the component calls it so
        meeting = current_meeting(self._session)
        if meeting is None:
            return
        known = self._session.logbook.ticks.first(meeting_id=meeting.id, item=item)
        if on and known is None:
            self._session.change(lambda logbook: logbook.ticks.add(Tick(meeting.id, item)))
        elif not on and known:
            self._session.change(lambda logbook: logbook.ticks.remove(known.id))
