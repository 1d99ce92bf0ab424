"""Prepare questions: eight good ones to begin with, each with the reason for it."""

from __future__ import annotations

from infoview.questions.ideas import Idea, ideas
from infoview.questions.research import findings_for
from infoview.questions.running_order import add_question
from infoview.records.contacts import Contact
from infoview.records.meetings import ENOUGH_QUESTIONS, Meeting, MeetingQuestion
from workbook.components.actions import Action, Actions
from workbook.components.checklist import Checklist
from workbook.markup import html, prose
from workbook.pages.fields import page_words
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.page import box, show_if
from workbook.session import Session


class GoodOnes:
    """Eight ideas at a time, round and round; they stay in their places while they are ticked."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.ideas")
        self._shown: tuple[Idea, ...] = ()
        self._waiting: tuple[Idea, ...] = ()
        self._known: object = None
        self.list = Checklist(session.guard, self._words["legend"], self._tick)
        self.more = Actions(session.guard, [Action("more", self._words["more"])], self._show_more)
        self.nothing = prose(html('<p class="iv-empty">{text}</p>', text=self._words["nothing"]))
        self.view = box([self.list, self.more, self.nothing])

    def draw(self, contact: Contact, meeting: Meeting) -> None:
        """Show the ideas; they are thought of anew when more is known about the meeting."""
        logbook = self._session.logbook
        known = (meeting, contact, findings_for(logbook, contact), logbook.uid)
        if known != self._known:
            self._known = known
            self._think(meeting)
        listed = logbook.questions.find(meeting_id=meeting.id)
        ticked = {_key(idea) for idea in self._shown if any(_same(question, idea) for question in listed)}
        items = [self._item(idea) for idea in self._shown]
        self.list.show([{"key": "ideas", "title": "", "items": items}], ticked)
        show_if(self.more, bool(self._waiting))
        show_if(self.nothing, not self._shown)

    def _item(self, idea: Idea) -> dict[str, str]:
        then = self._words["then"].format(question=idea.follow_up) if idea.follow_up else ""
        return {"id": _key(idea), "text": idea.text, "note": idea.reason or idea.why, "more": then}

    def _think(self, meeting: Meeting) -> None:
        found = ideas(self._session.logbook, meeting)
        self._shown, self._waiting = found[:ENOUGH_QUESTIONS], found[ENOUGH_QUESTIONS:]

    def _show_more(self, _key: str) -> None:
        contact, meeting = self._session.here.contact, current_meeting(self._session)
        if contact is None or meeting is None:
            return
        queue = (*self._waiting, *self._shown)
        self._shown, self._waiting = queue[:ENOUGH_QUESTIONS], queue[ENOUGH_QUESTIONS:]
        self.draw(contact, meeting)

    def _tick(self, key: str, on: bool) -> None:  # noqa: FBT001 - the component calls it so
        meeting = current_meeting(self._session)
        idea = next((shown for shown in self._shown if _key(shown) == key), None)
        if meeting is None or idea is None:
            return
        logbook = self._session.logbook
        listed = next(
            (question for question in logbook.questions.find(meeting_id=meeting.id) if _same(question, idea)),
            None,
        )
        if on and listed is None:
            asked = MeetingQuestion(
                meeting.id, idea.text, idea.takeaway, idea.bank_id, finding_id=idea.finding_id
            )
            self._session.change(lambda logbook: add_question(logbook, asked))
        elif not on and listed:
            self._session.change(lambda logbook: logbook.questions.remove(listed.id))


def _key(idea: Idea) -> str:
    return idea.bank_id or (f"finding-{idea.finding_id}" if idea.finding_id else idea.text)


def _same(listed: MeetingQuestion, idea: Idea) -> bool:
    """Whether a question of the list is this idea, perhaps in other words by now."""
    if idea.bank_id or idea.finding_id:
        return (listed.bank_id, listed.finding_id) == (idea.bank_id, idea.finding_id)
    return listed.text == idea.text
