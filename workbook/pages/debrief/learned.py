"""Debrief: what was learned under each of the seven take-aways."""

from __future__ import annotations

from infoview.content import words
from infoview.debriefing import write_learned
from infoview.takeaways import Takeaway
from workbook.components.form import Field
from workbook.markup import html, prose
from workbook.pages.debrief.conversation import conversation, needs_talk
from workbook.pages.fields import (
    form,
    number_of,
    page_words,
)
from workbook.pages.page import box, show_if
from workbook.session import Session


class SevenTakeaways:
    """What was learned, under each of the seven."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("debrief.learned")
        names = words("takeaways")
        asked = [
            Field(
                takeaway.value,
                f"{names[takeaway.value]['name']}: {names[takeaway.value]['debrief_prompt']}",
                "long",
                names[takeaway.value]["debrief_hint"],
            )
            for takeaway in Takeaway
        ]
        self.form = form(session, asked, self._change, self._words["legend"])
        self.count = prose(html(""), "iv-note")
        self.empty = needs_talk()
        self.view = box([self.empty, self.form, self.count])

    def draw(self) -> None:
        """Show what is written so far."""
        meeting = conversation(self._session)
        show_if(self.form, meeting is not None)
        show_if(self.count, meeting is not None)
        show_if(self.empty, meeting is None)
        if meeting is None:
            return
        learned = {
            one.takeaway.value: one.text for one in self._session.logbook.learned.find(meeting_id=meeting.id)
        }
        self.form.show(f"learned-{meeting.id}", learned)
        filled = sum(bool(text.strip()) for text in learned.values())
        self.count.value = html("<p>{said}</p>", said=self._words["count"].format(number=filled))

    def _change(self, record: str, key: str, value: object) -> None:
        today = self._session.today
        self._session.change(
            lambda logbook: write_learned(
                logbook, number_of(record), Takeaway(key), "text", str(value), today
            )
        )
