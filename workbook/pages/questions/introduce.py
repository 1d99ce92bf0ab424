"""Prepare questions: who I am, in under a minute, with a clock to try it against."""

from __future__ import annotations

from infoview.questions.day_sheet import speaking_seconds
from workbook.components.clock import Clock, Turn
from workbook.markup import html, prose
from workbook.pages.fields import fields, form, page_words
from workbook.pages.page import box
from workbook.session import Session

MINUTE = 60
TURN = 40
"""Two thirds of it: time to come to the last sentence."""


class Introduce:
    """The words one introduces oneself with, the same for every meeting."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("questions.introduce")
        self.form = form(session, fields("questions.introduce"), self._change, self._words["legend"])
        self.said = prose(html(""), "iv-note")
        self.clock = Clock(session.guard, self._words["clock"])
        self.clock.show(MINUTE, [Turn(TURN, self._words["turn"]), Turn(MINUTE, self._words["over"])])
        self.view = box([self.form, self.said, self.clock])

    def draw(self) -> None:
        """Show the words, and how long they take to say."""
        introduction = self._session.logbook.profile.introduction
        self.form.show("introduction", {"introduction": introduction})
        seconds = speaking_seconds(introduction)
        key = "nothing" if not seconds else "long" if seconds > MINUTE else "fits"
        said = self._words[key].format(seconds=seconds)
        self.said.value = html('<p role="status">{said}</p>', said=said)

    def _change(self, _record: str, key: str, value: object) -> None:
        self._session.change(lambda logbook: logbook.change_profile(**{key: value}))
