"""Prepare questions: the checklist around the meeting."""

from __future__ import annotations

from infoview.content import words
from infoview.meetings import Tick
from workbook.components.checklist import Checklist
from workbook.markup import html, prose
from workbook.pages.fields import (
    page_words,
)
from workbook.pages.page import box, show_if
from workbook.pages.questions.meeting import current_meeting, needs_meeting
from workbook.session import Session


class Ready:
    """The checklist around the meeting."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.ready")
        self.checklist = Checklist(session.guard, self._words["legend"], self._tick)
        self.said = prose(html(""), "iv-note")
        self.empty = needs_meeting()
        self.shown = box([self.checklist, self.said])
        self.view = box([self.empty, self.shown])

    def draw(self) -> None:
        """Show what is ticked, and how much is left."""
        meeting = current_meeting(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.empty, meeting is None)
        if meeting is None:
            return
        items = words("checklist")["item"]
        ticked = {tick.item for tick in self._session.logbook.ticks.find(meeting_id=meeting.id)}
        self.checklist.show([self._group(when, items) for when in ("before", "day", "after")], ticked)
        left = len([item for item in items if item["when"] != "after" and item["id"] not in ticked])
        said = self._words["left"].format(number=left) if left else self._words["all_done"]
        self.said.value = html('<p role="status">{said}</p>', said=said)

    def _group(self, when: str, items: list[dict[str, str]]) -> dict[str, object]:
        shown = [item for item in items if item["when"] == when]
        return {
            "key": when,
            "title": self._words[when],
            "items": [{"id": item["id"], "text": item["text"], "note": self._note(item)} for item in shown],
        }

    def _note(self, item: dict[str, str]) -> str:
        say = self._words["say"].format(words=item["say"]) if "say" in item else ""
        return " ".join(part for part in (item["why"], say) if part)

    def _tick(self, item: str, on: bool) -> None:  # noqa: FBT001 - the component calls it so
        meeting = current_meeting(self._session)
        if meeting is None:
            return
        known = self._session.logbook.ticks.first(meeting_id=meeting.id, item=item)
        if on and known is None:
            self._session.change(lambda logbook: logbook.ticks.add(Tick(meeting.id, item)))
        elif not on and known:
            self._session.change(lambda logbook: logbook.ticks.remove(known.id))
