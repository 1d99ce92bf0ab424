"""Prepare questions: good ones for this person, the whole bank, or a question of one's own."""

from __future__ import annotations

from workbook.pages.empty import Empty
from workbook.pages.fields import fields, form, page_words
from workbook.pages.meeting_chosen import current_meeting
from workbook.pages.page import box, show_if
from workbook.pages.question_source import show_source, source_shown
from workbook.pages.questions.bank import WholeBank
from workbook.pages.questions.ideas import GoodOnes
from workbook.pages.questions.own import OwnQuestion
from workbook.session import Session


class Pick:
    """One of the three at a time: good ones to begin with, all there are, and a question of one's own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        sources = list(page_words("questions.pick")["sources"].items())
        self.source = form(session, fields("questions.pick", {"source": sources}), self._choose)
        self.ideas, self.bank, self.own = GoodOnes(session), WholeBank(session), OwnQuestion(session)
        self._parts: dict[str, GoodOnes | WholeBank | OwnQuestion] = {
            "ideas": self.ideas,
            "bank": self.bank,
            "own": self.own,
        }
        self.empty = Empty(session, "meeting")
        self.shown = box([self.source, *(part.view for part in self._parts.values())])
        self.view = box([self.empty.view, self.shown])

    def draw(self) -> None:
        """Show the questions of the source that was chosen."""
        contact, meeting = self._session.here.contact, current_meeting(self._session)
        show_if(self.shown, meeting is not None)
        show_if(self.empty.view, meeting is None)
        if contact is None or meeting is None:
            return
        source = source_shown(self._session.logbook)
        self.source.show("pick", {"source": source})
        for name, part in self._parts.items():
            show_if(part.view, name == source)
        self._parts[source].draw(contact, meeting)

    def _choose(self, _record: str, _key: str, value: object) -> None:
        show_source(self._session, str(value))
